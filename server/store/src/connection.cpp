#include <server/store/connection.h>

#include "wire.h"

#include <poll.h>
#include <unordered_map>

namespace learnlab::server::store {
namespace {

constexpr std::chrono::milliseconds answerTime{60000};
constexpr std::size_t mostPrepared = 500;
// Text as the rest of the program reads it; a statement that runs away ends before our own patience does.
constexpr const char *sessionSettings = "SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; "
                                        "SET client_encoding = 'UTF8'; SET statement_timeout = '45s'; "
                                        "SET idle_in_transaction_session_timeout = '60s'";

std::string resultField(const PGresult *result, int code)
{
    const char *text = PQresultErrorField(result, code);
    return text == nullptr ? std::string() : std::string(text);
}

// What the database said no to. Its words may quote values, so only the primary message is kept, for the log.
Problem refused(const PGresult *result)
{
    const std::string state = resultField(result, PG_DIAG_SQLSTATE);
    // Shutting down, out of connections or memory, cancelled by a timeout: passing.
    const bool passing =
        state.starts_with("57") || state.starts_with("53") || state.starts_with("08") || state == "25P03";
    Problem problem = passing ? support::unavailable("The database is busy.") : support::internal({});
    problem.cause.state = state;
    problem.cause.object = resultField(result, PG_DIAG_CONSTRAINT_NAME);
    problem.cause.text = resultField(result, PG_DIAG_MESSAGE_PRIMARY);
    return problem;
}

// A write was refused by a standby: the address leads to one, perhaps since the roles were changed.
bool isFollower(const PGconn *connection, const Problem &problem)
{
    const char *follows = PQparameterStatus(connection, "in_hot_standby");
    return problem.cause.state == "25006" && follows != nullptr && std::string_view(follows) == "on";
}

} // namespace

struct Connection::Inner
{
    explicit Inner(boost::asio::any_io_executor executor) : wire(std::move(executor)) {}

    Task<Result<Rows>> finish()
    {
        busy = true;
        const Wire::Patience patience{answerTime, silence};
        auto result = co_await wire.finishCommand(patience);
        busy = false;
        if (!result) {
            wire.close();
            co_return support::fail(std::move(result.error()));
        }
        Rows rows(*result);
        const ExecStatusType status = PQresultStatus(*result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY) {
            Problem problem = refused(*result);
            // Told so by the database before it hung up; or it follows another one, which takes the writes.
            if (PQstatus(wire.connection()) == CONNECTION_BAD || isFollower(wire.connection(), problem)) {
                wire.close();
                problem = support::unavailable("The database is busy.").withCause(problem.cause.text);
                problem.cause.state = "08006";
            }
            co_return support::fail(std::move(problem));
        }
        co_return rows;
    }

    Problem notSent()
    {
        wire.close();
        Problem problem = support::unavailable("The database cannot be reached.");
        problem.cause.state = "08006";
        return problem;
    }

    // Empty for SQL that is run unnamed.
    Task<Result<std::string>> prepare(std::string sql)
    {
        if (statements.size() >= mostPrepared)
            co_return std::string(); // SQL that is not constant
        std::string name = "s" + std::to_string(statements.size() + 1);
        if (PQsendPrepare(wire.connection(), name.c_str(), sql.c_str(), 0, nullptr) == 0)
            co_return support::fail(notSent());
        auto done = co_await finish();
        if (!done)
            co_return support::fail(std::move(done.error()));
        statements.emplace(std::move(sql), name);
        co_return name;
    }

    // By the name that it was prepared under; without one the text is planned for these parameters alone.
    Task<Result<Rows>> ask(std::string sql, std::string name, Params params, Form form)
    {
        std::vector<const char *> values;
        values.reserve(params.size());
        for (const Param &param : params)
            values.push_back(param.text() ? param.text()->c_str() : nullptr);
        const int count = static_cast<int>(values.size());
        const int binary = form == Form::Binary ? 1 : 0;
        PGconn *connection = wire.connection();
        const int sent =
            name.empty()
                ? PQsendQueryParams(connection, sql.c_str(), count, nullptr, values.data(), nullptr, nullptr, binary)
                : PQsendQueryPrepared(connection, name.c_str(), count, values.data(), nullptr, nullptr, binary);
        if (sent == 0)
            co_return support::fail(notSent());
        co_return co_await finish();
    }

    Wire wire;
    std::chrono::milliseconds silence{answerTime};
    bool busy = false;
    std::unordered_map<std::string, std::string> statements; // by their text
};

Connection::Connection(boost::asio::any_io_executor executor) : m_inner(std::make_unique<Inner>(std::move(executor))) {}

Connection::~Connection() = default;

Task<Result<void>> Connection::open(std::string url, std::chrono::milliseconds most, std::chrono::milliseconds silence)
{
    m_inner->silence = silence;
    m_inner->statements.clear();
    auto connected = co_await m_inner->wire.connect(url, most);
    if (!connected) {
        m_inner->wire.close();
        co_return support::fail(std::move(connected.error()));
    }
    auto set = co_await execute(sessionSettings);
    if (!set)
        co_return support::fail(std::move(set.error()));
    co_return Result<void>();
}

Task<Result<Rows>> Connection::execute(std::string sql)
{
    PGconn *connection = m_inner->wire.connection();
    if (connection == nullptr || PQsendQuery(connection, sql.c_str()) == 0)
        co_return support::fail(m_inner->notSent());
    co_return co_await m_inner->finish();
}

Task<Result<Rows>> Connection::run(std::string sql, Params params, Form form)
{
    if (m_inner->wire.connection() == nullptr)
        co_return support::fail(m_inner->notSent());
    std::string name;
    const auto known = m_inner->statements.find(sql);
    if (known != m_inner->statements.end()) {
        name = known->second;
    } else {
        auto prepared = co_await m_inner->prepare(sql);
        if (!prepared)
            co_return support::fail(std::move(prepared.error()));
        name = std::move(*prepared);
    }
    auto rows = co_await m_inner->ask(std::move(sql), std::move(name), std::move(params), form);
    // A migration changed what a prepared statement answers: the next borrower shall prepare anew.
    if (!rows && rows.error().cause.state == "0A000")
        abandon();
    co_return rows;
}

Task<Result<Rows>> Connection::runAnew(std::string sql, Params params)
{
    if (m_inner->wire.connection() == nullptr)
        co_return support::fail(m_inner->notSent());
    std::string unnamed;
    co_return co_await m_inner->ask(std::move(sql), std::move(unnamed), std::move(params), Form::Text);
}

bool Connection::usable() const
{
    PGconn *connection = m_inner->wire.connection();
    return connection != nullptr && !m_inner->busy && PQstatus(connection) == CONNECTION_OK &&
           PQtransactionStatus(connection) == PQTRANS_IDLE;
}

bool Connection::alive()
{
    if (!usable())
        return false;
    // Nobody asked for anything: what there is to read is a farewell.
    pollfd waiting{PQsocket(m_inner->wire.connection()), POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

bool Connection::transactionFailed() const
{
    PGconn *connection = m_inner->wire.connection();
    return connection != nullptr && PQtransactionStatus(connection) == PQTRANS_INERROR;
}

bool Connection::fellSilent() const
{
    return m_inner->wire.fellSilent();
}

void Connection::abandon()
{
    m_inner->wire.close();
}

} // namespace learnlab::server::store
