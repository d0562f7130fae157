#include <server/store/transaction.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <random>

namespace learnlab::server::store {
namespace {

// Class 08: the connection. 08007 is the one whose outcome is not known.
constexpr std::string_view connectionLost = "08006";
constexpr std::string_view outcomeUnknown = "08007";

const char *beginStatement(Isolation isolation)
{
    switch (isolation) {
    case Isolation::RepeatableRead:
        return "BEGIN ISOLATION LEVEL REPEATABLE READ";
    case Isolation::RepeatableReadOnly:
        return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    case Isolation::ReadCommitted:
        break;
    }
    return "BEGIN ISOLATION LEVEL READ COMMITTED";
}

} // namespace

bool isUniqueViolation(const Problem &problem, std::string_view constraint)
{
    return problem.cause.state == "23505" && (constraint.empty() || problem.cause.object == constraint);
}

bool isRepeatable(const Problem &problem)
{
    const std::string &state = problem.cause.state;
    return state == "40001" || state == "40P01" || state == connectionLost;
}

namespace detail {

Task<Result<void>> begin(Connection &db, Isolation isolation)
{
    auto done = co_await db.execute(beginStatement(isolation));
    if (!done)
        co_return support::fail(std::move(done.error()));
    co_return Result<void>();
}

Task<Result<void>> commit(Connection &db)
{
    // PostgreSQL would answer such a COMMIT with a rollback and no error.
    if (db.transactionFailed()) {
        co_await rollback(db);
        co_return support::fail(support::internal("a failed transaction was to be committed"));
    }
    auto done = co_await db.execute("COMMIT");
    if (done)
        co_return Result<void>();
    Problem why = std::move(done.error());
    // It may have been committed: the caller must not run the body again, the client repeats its idempotent request.
    if (why.cause.state == connectionLost)
        why.cause.state = outcomeUnknown;
    co_await rollback(db);
    co_return support::fail(std::move(why));
}

Task<void> rollback(Connection &db)
{
    auto done = co_await db.execute("ROLLBACK");
    if (!done)
        db.abandon();
}

Task<void> pauseBeforeRepeat(int attempt)
{
    thread_local std::minstd_rand random{std::random_device{}()};
    std::uniform_int_distribution<int> spread(1, 8 << attempt);
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    timer.expires_after(std::chrono::milliseconds(spread(random)));
    co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

} // namespace detail
} // namespace learnlab::server::store
