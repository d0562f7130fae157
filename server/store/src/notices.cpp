#include <server/store/notices.h>

#include "wire.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <deque>

namespace learnlab::server::store {
namespace {

constexpr std::chrono::milliseconds connectTime{5000};
constexpr Wire::Patience commandTime{std::chrono::milliseconds(10000), std::chrono::milliseconds(5000)};
constexpr std::chrono::milliseconds quietTime{30000}; // then a question, to learn whether somebody is still there
constexpr std::chrono::seconds longestPause{30};
constexpr std::size_t mostKept = 64; // calls that wait for the connection

} // namespace

struct Notices::Inner
{
    Inner(boost::asio::any_io_executor loop, std::string address, std::string name, Heard listener)
        : executor(std::move(loop)),
          url(std::move(address)),
          channel(std::move(name)),
          heard(std::move(listener)),
          wire(executor),
          pause(executor)
    {}

    static Task<void> run(std::shared_ptr<Inner> self);
    Task<bool> open();
    Task<bool> command(std::string sql);
    Task<bool> sendCalls();
    void takeNotices();

    boost::asio::any_io_executor executor;
    std::string url;
    std::string channel;
    Heard heard;
    Wire wire;
    boost::asio::steady_timer pause;
    std::deque<std::string> calls;
    bool running = false;
    bool ended = false;
};

Notices::Notices(boost::asio::any_io_executor executor, std::string url, std::string channel, Heard heard)
    : m_inner(std::make_shared<Inner>(std::move(executor), std::move(url), std::move(channel), std::move(heard)))
{}

Notices::~Notices()
{
    stop();
}

void Notices::start()
{
    if (std::exchange(m_inner->running, true) || m_inner->ended)
        return;
    boost::asio::co_spawn(m_inner->executor, Inner::run(m_inner), boost::asio::detached);
}

void Notices::call(std::string payload)
{
    if (m_inner->ended)
        return;
    m_inner->calls.push_back(std::move(payload));
    if (m_inner->calls.size() > mostKept)
        m_inner->calls.pop_front();
    m_inner->wire.interrupt();
}

void Notices::stop()
{
    m_inner->ended = true;
    m_inner->heard = nullptr;
    m_inner->pause.cancel();
    m_inner->wire.close();
}

Task<void> Notices::Inner::run(std::shared_ptr<Inner> self)
{
    std::chrono::seconds wait{1};
    while (!self->ended) {
        bool well = co_await self->open();
        while (well && !self->ended) {
            wait = std::chrono::seconds(1);
            well = co_await self->sendCalls();
            if (!well)
                break;
            const auto came = co_await self->wire.awaitInput(quietTime);
            self->takeNotices();
            well = came != Wire::Input::Lost;
            if (came == Wire::Input::Nothing)
                well = co_await self->command("SELECT 1");
        }
        self->wire.close();
        if (self->ended)
            break;
        self->pause.expires_after(wait);
        wait = std::min(wait * 2, longestPause);
        co_await self->pause.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }
}

Task<bool> Notices::Inner::open()
{
    auto connected = co_await wire.connect(url, connectTime);
    if (!connected || ended)
        co_return false;
    co_return co_await command("LISTEN " + channel);
}

Task<bool> Notices::Inner::command(std::string sql)
{
    if (wire.connection() == nullptr || PQsendQuery(wire.connection(), sql.c_str()) == 0)
        co_return false;
    auto result = co_await wire.finishCommand(commandTime);
    if (!result)
        co_return false;
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(*result, PQclear);
    const auto status = PQresultStatus(answer.get());
    takeNotices();
    co_return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

Task<bool> Notices::Inner::sendCalls()
{
    while (!calls.empty() && !ended) {
        const std::string payload = std::move(calls.front());
        calls.pop_front();
        const bool sent = co_await command("NOTIFY " + channel + ", '" + payload + "'");
        if (!sent)
            co_return false;
    }
    co_return !ended;
}

void Notices::Inner::takeNotices()
{
    while (PGconn *connection = wire.connection()) {
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice(PQnotifies(connection), PQfreemem);
        if (!notice)
            break;
        if (heard && notice->be_pid != PQbackendPID(connection))
            heard(notice->extra);
    }
}

} // namespace learnlab::server::store
