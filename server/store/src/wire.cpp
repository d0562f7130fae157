#include "wire.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>

namespace learnlab::server::store {
namespace {

constexpr auto waiting = boost::asio::as_tuple(boost::asio::use_awaitable);
using Wait = boost::asio::posix::stream_descriptor::wait_type;

support::Problem lost(const char *why)
{
    auto problem = support::unavailable("The database cannot be reached.").withCause(why);
    problem.cause.state = "08006";
    return problem;
}

} // namespace

Wire::Wire(boost::asio::any_io_executor executor) : m_socket(executor), m_deadline(executor) {}

Wire::~Wire()
{
    close();
}

void Wire::close()
{
    endDeadline();
    if (m_socket.is_open())
        m_socket.release();
    if (m_connection != nullptr)
        PQfinish(std::exchange(m_connection, nullptr));
}

// libpq may change its socket while it connects, and the new one may have the number of the old: only a new
// registration tells the reactor.
void Wire::watchSocket()
{
    if (m_socket.is_open())
        m_socket.release();
    const int socket = PQsocket(m_connection);
    if (socket >= 0)
        m_socket.assign(socket);
}

void Wire::startDeadline(std::chrono::milliseconds most)
{
    endDeadline();
    m_running = std::make_shared<Deadline>(Deadline{this, false});
    m_deadline.expires_after(most);
    m_deadline.async_wait([running = m_running](boost::system::error_code error) {
        if (error || running->owner == nullptr)
            return;
        running->passed = true;
        boost::system::error_code ignored;
        running->owner->m_socket.cancel(ignored);
    });
}

void Wire::endDeadline()
{
    m_deadline.cancel();
    if (m_running)
        m_running->owner = nullptr;
}

Task<bool> Wire::wait(Ready what)
{
    if (!m_socket.is_open() || isLate())
        co_return false;
    if (what != Ready::Both) {
        const auto [error] =
            co_await m_socket.async_wait(what == Ready::Reading ? Wait::wait_read : Wait::wait_write, waiting);
        co_return !error && !isLate();
    }
    // Whichever comes first: a server that stops reading because its own answers are not read must not hold us.
    auto fired = std::make_shared<boost::asio::steady_timer>(m_socket.get_executor(),
                                                             std::chrono::steady_clock::time_point::max());
    m_socket.async_wait(Wait::wait_read, [fired](boost::system::error_code) { fired->cancel(); });
    m_socket.async_wait(Wait::wait_write, [fired](boost::system::error_code) { fired->cancel(); });
    co_await fired->async_wait(waiting);
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
    co_return !isLate();
}

Task<Result<void>> Wire::connect(std::string url, std::chrono::milliseconds most)
{
    auto addresses = addressesOf(url);
    if (!addresses)
        co_return support::fail(std::move(addresses.error()));
    m_reachTime = most;
    const auto share = most / static_cast<int>(addresses->size());
    Result<void> tried;
    for (const Words &address : *addresses) {
        tried = co_await connectTo(address, share);
        if (tried || m_connection == nullptr) // or closed meanwhile
            break;
    }
    co_return tried;
}

Task<Result<void>> Wire::connectTo(Words address, std::chrono::milliseconds most)
{
    close();
    m_address = std::move(address);
    m_reached = false;
    m_fellSilent = false;
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : m_address) {
        keywords.push_back(keyword.c_str());
        values.push_back(value.c_str());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    m_connection = PQconnectStartParams(keywords.data(), values.data(), 0);
    startDeadline(most);
    if (m_connection == nullptr || PQstatus(m_connection) == CONNECTION_BAD)
        co_return support::fail(lost("connecting failed at once"));
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        watchSocket();
        const bool ready = co_await wait(state == PGRES_POLLING_READING ? Ready::Reading : Ready::Writing);
        if (!ready || m_connection == nullptr)
            co_return support::fail(lost("connecting took too long"));
        state = PQconnectPoll(m_connection);
        const ConnStatusType status = PQstatus(m_connection);
        m_reached =
            m_reached || (status != CONNECTION_STARTED && status != CONNECTION_NEEDED && status != CONNECTION_BAD);
        if (state == PGRES_POLLING_FAILED)
            co_return support::fail(lost(PQerrorMessage(m_connection)));
    }
    watchSocket();
    endDeadline();
    if (PQsetnonblocking(m_connection, 1) != 0)
        co_return support::fail(lost("no non-blocking mode"));
    co_return Result<void>();
}

// Any answer counts, a refusal too.
Task<bool> Wire::hostAnswers()
{
    Words address = m_address;
    // Not looked up again: that would block, and say nothing of the host.
    const char *numeric = PQhostaddr(m_connection);
    if (numeric != nullptr && *numeric != '\0' &&
        std::ranges::find(address, "hostaddr", &Words::value_type::first) == address.end())
        address.emplace_back("hostaddr", numeric);
    Wire other(m_socket.get_executor());
    auto asked = co_await other.connectTo(std::move(address), m_reachTime);
    co_return asked || (other.m_reached && !other.isLate());
}

// As wait(), but silence alone is no deadline.
Task<bool> Wire::waitPatiently(Ready what)
{
    while (true) {
        const bool ready = co_await wait(what);
        if (ready)
            co_return true;
        if (!isLate() || m_connection == nullptr || std::chrono::steady_clock::now() >= m_end)
            co_return false;
        const bool there = co_await hostAnswers();
        m_fellSilent = !there;
        if (!there || m_connection == nullptr)
            co_return false;
        startDeadline(m_silence);
    }
}

Task<bool> Wire::flush()
{
    while (true) {
        const int more = PQflush(m_connection);
        if (more <= 0)
            co_return more == 0;
        const bool ready = co_await waitPatiently(Ready::Both);
        if (!ready || PQconsumeInput(m_connection) == 0)
            co_return false;
    }
}

Task<Result<PGresult *>> Wire::finishCommand(Patience patience)
{
    m_silence = patience.silence;
    m_end = std::chrono::steady_clock::now() + patience.most;
    startDeadline(std::min(patience.silence, patience.most));
    std::unique_ptr<PGresult, decltype(&PQclear)> kept(nullptr, PQclear);
    bool well = co_await flush();
    while (well) {
        while (well && PQisBusy(m_connection) != 0) {
            well = co_await waitPatiently(Ready::Reading);
            well = well && PQconsumeInput(m_connection) != 0;
        }
        if (!well)
            break;
        PGresult *next = PQgetResult(m_connection);
        if (next == nullptr)
            break;
        const bool failed = kept && PQresultStatus(kept.get()) == PGRES_FATAL_ERROR;
        std::unique_ptr<PGresult, decltype(&PQclear)> taken(next, PQclear);
        if (!failed)
            kept = std::move(taken);
    }
    const bool late = isLate();
    endDeadline();
    if (!well || !kept || PQstatus(m_connection) == CONNECTION_BAD)
        co_return support::fail(lost(late ? "the database did not answer in time" : "the connection broke"));
    co_return kept.release();
}

Task<Wire::Input> Wire::awaitInput(std::chrono::milliseconds most)
{
    if (!m_socket.is_open())
        co_return Input::Lost;
    m_interrupted = false;
    m_awaitsInput = true;
    startDeadline(most);
    const auto [error] = co_await m_socket.async_wait(Wait::wait_read, waiting);
    const bool late = isLate();
    m_awaitsInput = false;
    endDeadline();
    if (m_connection == nullptr)
        co_return Input::Lost;
    if (error)
        co_return m_interrupted ? Input::Interrupted : late ? Input::Nothing : Input::Lost;
    const bool well = PQconsumeInput(m_connection) != 0 && PQstatus(m_connection) == CONNECTION_OK;
    co_return well ? Input::Came : Input::Lost;
}

void Wire::interrupt()
{
    if (!m_awaitsInput)
        return;
    m_interrupted = true;
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
}

} // namespace learnlab::server::store
