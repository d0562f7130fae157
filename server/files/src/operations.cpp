// POST /operations: one by one, each with a result that is kept with it, so that a repeat answers the same. Several
// share a transaction and with it one sync of the disk. A refusal leaves no trace, so nothing is taken back for it;
// when the database says no, all of them are rolled back, and done again each in a transaction of its own.

#include "operation.h"
#include "places.h"

#include <server/store/transaction.h>

#include <algorithm>
#include <span>
#include <unordered_map>

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

// What was decided before anything was written, and may be decided otherwise next time.
bool isDecided(const Problem &why)
{
    return why.code == "dependency_failed" && why.cause.state.empty();
}

// So many that what a transaction costs is shared, so few that nobody else waits long for the feed.
constexpr std::size_t mostTogether = 50;

using Operations = std::span<const Operation>;
using Answers = std::vector<boost::json::object>;

// In one transaction. Fails as a whole, and is then to be rolled back.
class OperationGroup
{
public:
    OperationGroup(store::Connection &db, Uuid user) : m_db(db), m_user(user) {}
    Task<Result<Answers>> perform(Operations operations);

private:
    struct Kept
    {
        std::string hash;
        boost::json::object answer;
    };

    Task<Result<void>> load(Operations operations);
    Task<Result<boost::json::object>> answerTo(const Operation &operation);
    void keep(const Operation &operation, const boost::json::object &answer, const Outcome *outcome);
    Task<Result<void>> storeNew();

    store::Connection &m_db;
    Uuid m_user;
    std::unordered_map<Uuid, Kept> m_kept; // of this request, stored or about to be
    store::Columns m_new;
};

Task<Result<Answers>> OperationGroup::perform(Operations operations)
{
    auto locked = co_await lockFeed(m_db, m_user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto loaded = co_await load(operations);
    if (!loaded)
        co_return fail(std::move(loaded.error()));
    Answers answers;
    for (const auto &operation : operations) {
        auto answer = co_await answerTo(operation);
        if (!answer)
            co_return fail(std::move(answer.error()));
        answers.push_back(std::move(*answer));
    }
    auto stored = co_await storeNew();
    if (!stored)
        co_return fail(std::move(stored.error()));
    co_return answers;
}

Task<Result<void>> OperationGroup::load(Operations operations)
{
    std::vector<Uuid> ids;
    for (const auto &operation : operations)
        ids.push_back(operation.id);
    auto rows = co_await m_db.query("SELECT id, request_hash, result FROM operation_results WHERE user_id = $1 "
                                    "AND id = ANY ($2::uuid[])",
                                    m_user, store::arrayLiteral(ids));
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        boost::system::error_code error;
        auto value = boost::json::parse(row.view("result"), error);
        if (error || !value.is_object())
            co_return fail(support::internal("a stored result is no JSON object"));
        m_kept.emplace(row.uuid("id"), Kept{row.text("request_hash"), std::move(value.as_object())});
    }
    co_return Result<void>();
}

Task<Result<boost::json::object>> OperationGroup::answerTo(const Operation &operation)
{
    if (const auto kept = m_kept.find(operation.id); kept != m_kept.end()) {
        if (kept->second.hash == operation.hash)
            co_return kept->second.answer;
        co_return failed(operation.id,
                         problem(422, "operation_id_reused", "This operation id was used for another operation."));
    }
    if (operation.after) { // it is looked up where it is stored
        auto stored = co_await storeNew();
        if (!stored)
            co_return fail(std::move(stored.error()));
    }
    auto outcome = co_await applyOperation(m_db, m_user, operation);
    if (!outcome && isDecided(outcome.error()))
        co_return failed(operation.id, outcome.error());
    if (!outcome && !isFinal(outcome.error()))
        co_return fail(std::move(outcome.error()));

    boost::json::object answer{{"id", operation.id.text()}, {"status", "done"}};
    if (outcome) {
        for (const auto &[name, value] : outcome->row)
            answer[name] = value;
    } else {
        answer = failed(operation.id, outcome.error());
    }
    keep(operation, answer, outcome ? &*outcome : nullptr);
    co_return answer;
}

void OperationGroup::keep(const Operation &operation, const boost::json::object &answer, const Outcome *outcome)
{
    std::optional<Uuid> target;
    std::optional<std::int64_t> revision;
    if (outcome) {
        target = outcome->target;
        revision = outcome->revision;
    }
    m_new.add(operation.id, operation.hash, target, revision, boost::json::serialize(answer));
    m_kept.emplace(operation.id, Kept{operation.hash, answer});
}

Task<Result<void>> OperationGroup::storeNew()
{
    if (m_new.empty())
        co_return Result<void>();
    store::Params params;
    params.emplace_back(m_user);
    m_new.appendTo(params);
    m_new = {};
    std::string insert("INSERT INTO operation_results (user_id, id, request_hash, target_id, revision, result) "
                       "SELECT $1, made.* FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::bigint[], $6::json[]) "
                       "AS made");
    auto stored = co_await m_db.run(std::move(insert), std::move(params));
    if (!stored)
        co_return fail(std::move(stored.error()));
    co_return Result<void>();
}

Task<Result<Answers>> performTogether(store::Connection &db, Uuid user, Operations operations)
{
    OperationGroup group(db, user);
    co_return co_await group.perform(operations);
}

Task<Result<Answers>> performInTransaction(Room &room, Uuid user, Operations operations)
{
    co_return co_await store::transact(room.pool,
                                       [&](store::Connection &db) { return performTogether(db, user, operations); });
}

// What became of a request so far.
struct Done
{
    boost::json::array results;
    // by the server's own trouble: what follows may depend on it and is to be repeated too
    std::optional<Problem> stopped;
};

Task<void> performOneByOne(Room &room, Uuid user, Operations operations, Done &done)
{
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const auto &operation = operations[i];
        if (done.stopped) {
            done.results.emplace_back(failed(operation.id, *done.stopped));
            continue;
        }
        auto answers = co_await performInTransaction(room, user, operations.subspan(i, 1));
        if (!answers && answers.error().status >= 500)
            done.stopped = answers.error();
        done.results.emplace_back(answers ? std::move(answers->front()) : failed(operation.id, answers.error()));
    }
}

Task<void> performGroup(Room &room, Uuid user, Operations operations, Done &done)
{
    if (operations.size() > 1 && !done.stopped) {
        auto answers = co_await performInTransaction(room, user, operations);
        if (answers) {
            std::ranges::move(*answers, std::back_inserter(done.results));
            co_return;
        }
    }
    co_await performOneByOne(room, user, operations, done);
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
    Done done;
    const Operations all(operations);
    for (std::size_t first = 0; first < all.size(); first += mostTogether)
        co_await performGroup(room, who.userId, all.subspan(first, std::min(mostTogether, all.size() - first)), done);
    room.hub.wake(who.userId);
    co_return http::json(200, boost::json::object{{"results", std::move(done.results)}});
}

} // namespace learnlab::server::files
