#include "backup_rows.h"

namespace learnlab::server::maintenance {

using support::fail;
using support::Uuid;

namespace {

Task<Result<void>> justDo(Task<Result<store::Rows>> query)
{
    auto rows = co_await std::move(query);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return Result<void>();
}

Task<Result<std::string>> onlyText(Task<Result<store::Rows>> query)
{
    auto rows = co_await std::move(query);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::internal("a row was expected"));
    co_return rows->front().text("value");
}

} // namespace

Task<Result<void>> takeBackupTurn(store::Connection &db)
{
    auto taken = co_await db.query("SELECT pg_try_advisory_lock(hashtext('learnlab backup')) AS taken");
    if (!taken)
        co_return fail(std::move(taken.error()));
    if (!taken->front().boolean("taken"))
        co_return fail(support::problem(409, "busy", "Another backup is at work."));
    co_return Result<void>();
}

Task<Result<void>> recordKept(store::Pool &pool, Uuid repository, std::vector<ManifestHead> kept)
{
    std::vector<std::string> ids;
    for (const auto &head : kept) {
        ids.push_back(head.id);
        // After a restore the table is that of an older day.
        auto known = co_await pool.query(
            "INSERT INTO backups (id, repository, started_at, dumped_at, finished_at) VALUES ($1, $2, $3, $4, $4) "
            "ON CONFLICT (id) DO UPDATE SET dumped_at = excluded.dumped_at, "
            "finished_at = coalesce(backups.finished_at, excluded.finished_at)",
            head.id, repository, head.takenAt, head.dumpedAt);
        if (!known)
            co_return fail(std::move(known.error()));
    }
    const std::string list = store::arrayLiteral(ids);
    co_return co_await justDo(
        pool.query("DELETE FROM backups WHERE repository = $1 AND id <> ALL($2::uuid[])", repository, list));
}

Task<Result<BackupRow>> recordBegin(store::Pool &pool, Uuid repository)
{
    const Uuid id = Uuid::timeOrdered();
    auto rows = co_await pool.query("INSERT INTO backups (id, repository) VALUES ($1, $2) RETURNING started_at", id,
                                    repository);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return BackupRow{id, rows->front().wireTime("started_at")};
}

Task<Result<std::string>> recordDumped(store::Pool &pool, Uuid id)
{
    auto rows =
        co_await pool.query("UPDATE backups SET dumped_at = clock_timestamp() WHERE id = $1 RETURNING dumped_at", id);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::internal("the backup's row has gone"));
    co_return rows->front().wireTime("dumped_at");
}

Task<Result<void>> recordFinished(store::Pool &pool, Uuid id)
{
    return justDo(pool.query("UPDATE backups SET finished_at = clock_timestamp() WHERE id = $1", id));
}

Task<Result<void>> recordRemoved(store::Pool &pool, Uuid id)
{
    return justDo(pool.query("DELETE FROM backups WHERE id = $1", id));
}

Task<Result<std::string>> holdSnapshot(store::Connection &db)
{
    auto begun = co_await db.execute("SET idle_in_transaction_session_timeout = 0; SET statement_timeout = 0; "
                                     "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun)
        co_return fail(std::move(begun.error()));
    co_return co_await onlyText(db.query("SELECT pg_export_snapshot() AS value"));
}

Task<Result<std::string>> feedEpochs(store::Connection &db)
{
    return onlyText(db.query("SELECT encode(sha256(convert_to(coalesce(string_agg(user_id || ' ' || epoch, ',' "
                             "ORDER BY user_id), ''), 'UTF8')), 'hex') AS value FROM user_feed"));
}

Task<Result<store::Rows>> namedObjects(store::Connection &db, std::string after)
{
    return db.query("SELECT DISTINCT ON (files.s3_key) files.s3_key AS key, files.file_size AS size, "
                    "coalesce(objects.sha256, files.content_sha256) AS sha256 FROM files "
                    "LEFT JOIN objects ON objects.key = files.s3_key WHERE files.s3_key > $1 "
                    "ORDER BY files.s3_key LIMIT 1000",
                    std::move(after));
}

Task<Result<std::int64_t>> databaseBytes(store::Pool &pool)
{
    auto rows = co_await pool.query("SELECT pg_database_size(current_database()) AS n");
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return rows->front().integer("n");
}

} // namespace learnlab::server::maintenance
