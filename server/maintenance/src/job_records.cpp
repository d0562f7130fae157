#include "jobs.h"

#include <server/store/transaction.h>

namespace learnlab::server::maintenance {

namespace {

struct Records
{
    std::string_view what;
    std::string_view table;
    std::string_view condition;
};

constexpr std::array keptForAWhile{
    Records{"operation_results", "operation_results", "created_at < CURRENT_TIMESTAMP - INTERVAL '180 days'"},
    Records{"ended_uploads", "uploads",
            "state IN ('done', 'abandoned') AND updated_at < CURRENT_TIMESTAMP - INTERVAL '30 days'"},
};
static_assert(daysOfRecords == 180);

// Cursors from before the removed tombstones are unknown from here on.
constexpr std::string_view someTombstones =
    "WITH gone AS (DELETE FROM tombstones WHERE ctid = ANY(ARRAY(SELECT ctid FROM tombstones WHERE user_id = $1 "
    "AND removed_at < CURRENT_TIMESTAMP - $2 * INTERVAL '1 day' LIMIT $3)) RETURNING revision), "
    "moved AS (UPDATE user_feed SET oldest = greatest(oldest, (SELECT max(revision) FROM gone)) "
    "WHERE user_id = $1 AND EXISTS (SELECT 1 FROM gone)) SELECT count(*) AS n FROM gone";

Task<Result<std::int64_t>> removeSome(store::Connection &db, Uuid user)
{
    auto locked = co_await db.query("SELECT 1 FROM user_feed WHERE user_id = $1 FOR UPDATE", user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto rows = co_await db.query(someTombstones, user, daysOfRecords, stepSize);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return rows->front().integer("n");
}

Task<Result<void>> removeTombstones(Work &work)
{
    work.report.count("tombstones", 0);
    for (;;) {
        auto users = co_await work.upkeep.pool.query(
            "SELECT DISTINCT user_id FROM (SELECT user_id FROM tombstones "
            "WHERE removed_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' ORDER BY removed_at LIMIT $2) AS old",
            daysOfRecords, stepSize);
        if (!users)
            co_return fail(std::move(users.error()));
        for (std::size_t i = 0; i < users->size(); ++i) {
            const auto user = (*users)[i].uuid("user_id");
            const auto body = [user](store::Connection &db) { return removeSome(db, user); };
            auto removed = co_await store::transact(work.upkeep.pool, body);
            if (!removed)
                co_return fail(std::move(removed.error()));
            work.report.count("tombstones", *removed);
        }
        if (users->empty())
            co_return Result<void>();
    }
}

} // namespace

Task<Result<void>> removeRecords(Work &work)
{
    store::Pool &pool = work.upkeep.pool;
    for (const Records &records : keptForAWhile) {
        const std::string where = std::string(records.table) + " WHERE " + std::string(records.condition);
        std::string count = "SELECT count(*) AS n FROM " + where;
        std::string remove = "DELETE FROM " + std::string(records.table) + " WHERE ctid = ANY(ARRAY(SELECT ctid FROM " +
                             where + " LIMIT $1))";
        auto swept = work.pass.dryRun ? countRows(pool, std::move(count)) : sweep(pool, std::move(remove));
        auto removed = co_await std::move(swept);
        if (!removed)
            co_return fail(std::move(removed.error()));
        work.report.count(records.what, *removed);
    }
    if (!work.pass.dryRun)
        co_return co_await removeTombstones(work);
    std::string count =
        "SELECT count(*) AS n FROM tombstones WHERE removed_at < CURRENT_TIMESTAMP - INTERVAL '180 days'";
    auto old = co_await countRows(pool, std::move(count));
    if (!old)
        co_return fail(std::move(old.error()));
    work.report.count("tombstones", *old);
    co_return Result<void>();
}

} // namespace learnlab::server::maintenance
