// POST /operations: one by one, each in a transaction that keeps its result, so that a repeat answers the same.

#include "operation.h"
#include "places.h"

#include <server/store/transaction.h>

namespace learnlab::server::files {

namespace {

boost::json::object failed(const Uuid &id, const Problem &why)
{
    return {{"id", id.text()}, {"status", "failed"}, {"problem", http::problemJson(why)}};
}

// Refusals that will stay what they are. What a later attempt may get done is not kept.
bool isFinal(const Problem &why)
{
    return why.status >= 400 && why.status < 500 && why.code != "dependency_failed" &&
           why.code != "operation_id_reused" && why.cause.state.empty();
}

Task<Result<std::optional<boost::json::object>>> storedResult(store::Connection &db, Uuid user,
                                                              const Operation &operation)
{
    auto rows = co_await db.query("SELECT request_hash, result FROM operation_results WHERE user_id = $1 AND id = $2",
                                  user, operation.id);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return std::nullopt;
    if (rows->front().view("request_hash") != operation.hash)
        co_return failed(operation.id,
                         problem(422, "operation_id_reused", "This operation id was used for another operation."));
    boost::system::error_code error;
    auto value = boost::json::parse(rows->front().view("result"), error);
    if (error || !value.is_object())
        co_return fail(support::internal("a stored result is no JSON object"));
    co_return std::move(value.as_object());
}

Task<Result<boost::json::object>> perform(store::Connection &db, Uuid user, const Operation &operation)
{
    auto locked = co_await lockFeed(db, user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto stored = co_await storedResult(db, user, operation);
    if (!stored)
        co_return fail(std::move(stored.error()));
    if (*stored)
        co_return std::move(**stored);
    auto outcome = co_await applyOperation(db, user, operation);
    if (!outcome && !isFinal(outcome.error()))
        co_return fail(std::move(outcome.error()));

    boost::json::object answer{{"id", operation.id.text()}, {"status", "done"}};
    if (outcome) {
        for (const auto &[name, value] : outcome->row)
            answer[name] = value;
    } else {
        answer = failed(operation.id, outcome.error());
    }
    std::optional<Uuid> target;
    std::optional<std::int64_t> revision;
    if (outcome) {
        target = outcome->target;
        revision = outcome->revision;
    }
    auto kept =
        co_await db.query("INSERT INTO operation_results (user_id, id, request_hash, target_id, revision, result) "
                          "VALUES ($1, $2, $3, $4, $5, $6)",
                          user, operation.id, operation.hash, target, revision, boost::json::serialize(answer));
    if (!kept)
        co_return fail(std::move(kept.error()));
    co_return answer;
}

Task<Result<boost::json::object>> performInTransaction(Room &room, Uuid user, Operation operation)
{
    co_return co_await store::transact(room.pool, [&](store::Connection &db) { return perform(db, user, operation); });
}

} // namespace

Task<Result<Response>> postOperations(Room &room, Request &request, Principal who)
{
    auto body = http::jsonBody(request);
    if (!body)
        co_return fail(std::move(body.error()));
    const auto items = http::Members(*body).requireArray("operations", static_cast<std::size_t>(room.config.maxBatch));
    if (!items)
        co_return fail(items.error());
    std::vector<Operation> operations;
    for (std::size_t i = 0; i < (*items)->size(); ++i) {
        auto operation = parseOperation((**items)[i], "operations[" + std::to_string(i) + "].");
        if (!operation)
            co_return fail(std::move(operation.error()));
        operations.push_back(std::move(*operation));
    }
    boost::json::array results;
    std::optional<Problem>
        stopped; // by the server's own trouble: what follows may depend on it and is to be repeated too
    for (const auto &operation : operations) {
        if (stopped) {
            results.emplace_back(failed(operation.id, *stopped));
            continue;
        }
        auto done = co_await performInTransaction(room, who.userId, operation);
        if (!done && done.error().status >= 500)
            stopped = done.error();
        results.emplace_back(done ? std::move(*done) : failed(operation.id, done.error()));
    }
    room.hub.wake(who.userId);
    co_return http::json(200, boost::json::object{{"results", std::move(results)}});
}

} // namespace learnlab::server::files
