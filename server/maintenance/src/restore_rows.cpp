#include "restore_rows.h"

#include <server/store/transaction.h>

namespace learnlab::server::maintenance {

using support::fail;

namespace {

constexpr std::array settlingStatements{
    // Whoever has a cursor of before asks anew.
    "UPDATE user_feed SET epoch = uuid_generate_v4()",
    // Their bytes are not in the backup: who has them begins again.
    "UPDATE uploads SET state = 'abandoned', lease = NULL, lease_until = NULL WHERE state IN ('open', 'completing')",
    "TRUNCATE object_deletions",
    // Nobody shall be told that a content is present which was waiting for its removal when the backup was taken.
    "DELETE FROM objects WHERE NOT EXISTS (SELECT 1 FROM files WHERE s3_key = objects.key)"};

Task<Result<std::int64_t>> settleIn(store::Connection &db, const Settling &how)
{
    auto patience = co_await db.execute("SET LOCAL statement_timeout = 0");
    if (!patience)
        co_return fail(std::move(patience.error()));
    for (const char *statement : settlingStatements) {
        auto done = co_await db.query(statement);
        if (!done)
            co_return fail(std::move(done.error()));
    }
    // The dump was taken before it knew its own end.
    auto known = co_await db.query("UPDATE backups SET dumped_at = $2, finished_at = coalesce(finished_at, $2) "
                                   "WHERE id = $1",
                                   how.backupId, how.dumpedAt);
    if (!known)
        co_return fail(std::move(known.error()));
    if (!how.endSessions)
        co_return 0;
    auto ended = co_await db.query("DELETE FROM user_sessions");
    if (!ended)
        co_return fail(std::move(ended.error()));
    co_return static_cast<std::int64_t>(ended->affected());
}

} // namespace

Task<Result<RestoreState>> readRestoreState(store::Pool &pool)
{
    auto rows = co_await pool.query(
        "SELECT to_regclass('learnlab_restore') IS NOT NULL AS begun, EXISTS (SELECT 1 FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') "
        "AND relname <> 'learnlab_restore') AS tables");
    if (!rows)
        co_return fail(std::move(rows.error()));
    RestoreState state;
    state.hasTables = rows->front().boolean("tables");
    if (!rows->front().boolean("begun"))
        co_return state;
    auto marks = co_await pool.query("SELECT backup FROM learnlab_restore");
    if (!marks)
        co_return fail(std::move(marks.error()));
    if (!marks->empty())
        state.backup = marks->front().text("backup");
    co_return state;
}

Task<Result<void>> markBegun(store::Pool &pool, std::string backup)
{
    const auto body = [&backup](store::Connection &db) -> Task<Result<void>> {
        auto made = co_await db.query("CREATE TABLE IF NOT EXISTS learnlab_restore (backup VARCHAR(64) PRIMARY KEY)");
        if (!made)
            co_return fail(std::move(made.error()));
        auto marked = co_await db.query("INSERT INTO learnlab_restore VALUES ($1) ON CONFLICT DO NOTHING", backup);
        if (!marked)
            co_return fail(std::move(marked.error()));
        co_return Result<void>();
    };
    co_return co_await store::transact(pool, body);
}

Task<Result<std::int64_t>> settle(store::Pool &pool, Settling how)
{
    const auto body = [&how](store::Connection &db) { return settleIn(db, how); };
    co_return co_await store::transact(pool, body);
}

Task<Result<void>> recordTags(store::Pool &pool, std::vector<std::string> keys, std::vector<std::string> tags)
{
    auto done = co_await pool.query(
        "UPDATE objects SET etag = nullif(now.tag, '') FROM unnest($1::text[], $2::text[]) AS now (key, tag) "
        "WHERE objects.key = now.key AND objects.etag IS DISTINCT FROM nullif(now.tag, '')",
        store::arrayLiteral(keys), store::arrayLiteral(tags));
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

Task<Result<void>> markDone(store::Pool &pool)
{
    auto done = co_await pool.query("DROP TABLE learnlab_restore");
    if (!done)
        co_return fail(std::move(done.error()));
    co_return Result<void>();
}

} // namespace learnlab::server::maintenance
