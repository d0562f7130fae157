// What time takes away: trash past its retention, uploads that nobody goes on with, objects that nothing refers to, and
// records that are kept for a while only. Small steps, each under the lock of its user's feed where it changes rows;
// what is not reached now is reached an hour later.

#include "target_row.h"
#include "upload.h"

#include <server/store/transaction.h>

namespace learnlab::server::files {

namespace {

constexpr int batchSize = 200;

// Cursors from before the removed tombstones are unknown from here on.
Task<Result<void>> dropOldRecords(store::Pool &pool)
{
    static constexpr std::string_view tombstones =
        "WITH gone AS (DELETE FROM tombstones WHERE removed_at < CURRENT_TIMESTAMP - INTERVAL '180 days' RETURNING "
        "user_id, revision) "
        "UPDATE user_feed SET oldest = greatest(oldest, last.revision) FROM (SELECT user_id, max(revision) AS revision "
        "FROM gone "
        "GROUP BY user_id) AS last WHERE user_feed.user_id = last.user_id";
    static constexpr std::string_view results =
        "DELETE FROM operation_results WHERE created_at < CURRENT_TIMESTAMP - INTERVAL '180 days'";
    static constexpr std::string_view uploads = "DELETE FROM uploads WHERE state IN ('done', 'abandoned') AND "
                                                "updated_at < CURRENT_TIMESTAMP - INTERVAL '30 days'";
    for (const auto statement : {tombstones, results, uploads}) {
        auto done = co_await pool.query(statement);
        if (!done)
            co_return fail(std::move(done.error()));
    }
    co_return Result<void>();
}

Task<Result<void>> giveUpIdleUploads(Room &room)
{
    // One that is being completed too: the server that began with it may have died, and its lease with it.
    static const std::string select = sql({"SELECT user_id, ", uploadColumns,
                                           " FROM uploads WHERE state IN ('open', 'completing') "
                                           "AND updated_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 second' LIMIT $2"});
    auto rows = co_await room.pool.query(select, uploadIdleTime.count(), batchSize);
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        auto given = co_await abandonUpload(room, row.uuid("user_id"), readUpload(row));
        if (!given && given.error().status >= 500)
            co_return fail(std::move(given.error()));
    }
    co_return Result<void>();
}

// By purgeTarget, like a user's own hand.
Task<Result<void>> purgeOne(store::Connection &db, Uuid user, Uuid id, bool isFolder, int days)
{
    auto locked = co_await lockFeed(db, user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    static const std::string folderSql = sql({"SELECT ", folderColumns,
                                              " FROM folders WHERE user_id = $1 AND id = $2 AND trashed "
                                              "AND deleted_at < CURRENT_TIMESTAMP - $3 * INTERVAL '1 day'"});
    static const std::string fileSql =
        sql({"SELECT ", fileColumns,
             " FROM files WHERE user_id = $1 AND id = $2 AND is_deleted "
             "AND trash_root IS NULL AND deleted_at < CURRENT_TIMESTAMP - $3 * INTERVAL '1 day'"});
    auto rows = co_await db.query(isFolder ? folderSql : fileSql, user, id, days);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return Result<void>(); // restored meanwhile
    TargetRow target{std::move(*rows), isFolder};
    auto gone = co_await purgeTarget(db, user, std::move(target));
    if (!gone)
        co_return fail(std::move(gone.error()));
    co_return Result<void>();
}

Task<Result<void>> purgeOldTrash(Room &room)
{
    const int days = room.config.trashRetentionDays;
    auto rows =
        co_await room.pool.query("(SELECT user_id, id, true AS is_folder FROM folders WHERE trashed "
                                 "AND deleted_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' LIMIT $2) UNION ALL "
                                 "(SELECT user_id, id, false FROM files WHERE is_deleted AND trash_root IS NULL "
                                 "AND deleted_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' LIMIT $2)",
                                 days, batchSize);
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto user = (*rows)[i].uuid("user_id");
        const auto id = (*rows)[i].uuid("id");
        const bool isFolder = (*rows)[i].boolean("is_folder");
        const auto body = [&](store::Connection &db) { return purgeOne(db, user, id, isFolder, days); };
        auto purged = co_await store::transact(room.pool, body);
        if (!purged)
            co_return fail(std::move(purged.error()));
        room.hub.wake(user);
    }
    co_return Result<void>();
}

// From here on nothing can refer to the object; false when something does.
Task<Result<bool>> release(store::Connection &db, objects::ObjectKey key)
{
    auto locked = co_await lockFeed(db, key.user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto gone = co_await db.query(
        "DELETE FROM objects WHERE key = $1 AND NOT EXISTS (SELECT 1 FROM files WHERE s3_key = $1) "
        "AND NOT EXISTS (SELECT 1 FROM uploads WHERE object_key = $1 AND state IN ('open', 'completing'))",
        key.text());
    if (!gone)
        co_return fail(std::move(gone.error()));
    auto used = co_await db.query(
        "SELECT 1 FROM objects WHERE key = $1 UNION ALL SELECT 1 FROM files WHERE s3_key = $1", key.text());
    if (!used)
        co_return fail(std::move(used.error()));
    co_return used->empty();
}

Task<Result<void>> removeUnusedObjects(Room &room)
{
    auto rows = co_await room.pool.query("SELECT key FROM object_deletions WHERE due_at < CURRENT_TIMESTAMP LIMIT $1",
                                         batchSize);
    if (!rows)
        co_return fail(std::move(rows.error()));
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto text = (*rows)[i].text("key");
        if (const auto key = objects::ObjectKey::parse(text)) { // others are not in this store
            const auto body = [&](store::Connection &db) { return release(db, *key); };
            auto released = co_await store::transact(room.pool, body);
            if (!released)
                co_return fail(std::move(released.error()));
            if (*released) {
                auto removed = co_await room.objects.remove(*key);
                if (!removed)
                    co_return fail(std::move(removed.error()));
            }
        }
        auto done = co_await room.pool.query("DELETE FROM object_deletions WHERE key = $1", text);
        if (!done)
            co_return fail(std::move(done.error()));
    }
    co_return Result<void>();
}

} // namespace

Task<Result<void>> tidyFiles(Room &room)
{
    auto done = co_await dropOldRecords(room.pool);
    if (done)
        done = co_await giveUpIdleUploads(room);
    if (done)
        done = co_await purgeOldTrash(room);
    if (done)
        done = co_await removeUnusedObjects(room);
    co_return done;
}

} // namespace learnlab::server::files
