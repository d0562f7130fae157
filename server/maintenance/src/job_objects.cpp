// The deletion queue. An object goes when its time has come, nothing refers to it and no kept backup can name it. First
// it stops being something that a new upload may build on, then its bytes go, then its rows: a pass that is killed
// anywhere in between is finished by the next one.

#include "jobs.h"

#include <server/store/transaction.h>

#include <map>

namespace learnlab::server::maintenance {

namespace {

constexpr std::string_view dueKeys =
    "SELECT queue.key, NOT queue.never_committed AND backup_may_name(queue.queued_at, objects.created_at) AS named "
    "FROM object_deletions AS queue LEFT JOIN objects ON objects.key = queue.key "
    "WHERE queue.due_at < CURRENT_TIMESTAMP AND queue.key > $1 ORDER BY queue.key LIMIT $2";

// `used`: a file or a running upload refers to it after all.
constexpr std::string_view judge =
    "SELECT key, EXISTS (SELECT 1 FROM files WHERE s3_key = queue.key) OR EXISTS (SELECT 1 FROM uploads "
    "WHERE object_key = queue.key AND state IN ('open', 'completing')) AS used "
    "FROM object_deletions AS queue WHERE key = ANY($1::text[]) FOR UPDATE";
constexpr std::string_view dequeue = "DELETE FROM object_deletions WHERE key = ANY($1::text[])";
constexpr std::string_view retire = "UPDATE objects SET verified_at = NULL WHERE key = ANY($1::text[])";
constexpr std::string_view forget = "DELETE FROM objects WHERE key = ANY($1::text[]) AND verified_at IS NULL "
                                    "AND NOT EXISTS (SELECT 1 FROM files WHERE s3_key = objects.key)";

// Which of one user's keys nothing refers to; from here on nothing can.
Task<Result<std::vector<std::string>>> release(store::Connection &db, Uuid user, std::vector<std::string> keys)
{
    auto locked = co_await db.query("SELECT 1 FROM user_feed WHERE user_id = $1 FOR UPDATE", user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto rows = co_await db.query(judge, store::arrayLiteral(keys));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::vector<std::string> unused;
    std::vector<std::string> used;
    for (std::size_t i = 0; i < rows->size(); ++i)
        ((*rows)[i].boolean("used") ? used : unused).push_back((*rows)[i].text("key"));
    auto kept = co_await db.query(dequeue, store::arrayLiteral(used));
    if (!kept)
        co_return fail(std::move(kept.error()));
    auto retired = co_await db.query(retire, store::arrayLiteral(unused));
    if (!retired)
        co_return fail(std::move(retired.error()));
    co_return unused;
}

Task<Result<void>> removeOfUser(Work &work, Uuid user, std::vector<std::string> keys)
{
    const auto body = [user, &keys](store::Connection &db) { return release(db, user, keys); };
    auto unused = co_await store::transact(work.upkeep.pool, body);
    if (!unused)
        co_return fail(std::move(unused.error()));
    auto removed = co_await work.upkeep.objects.removeMany(*unused);
    if (!removed)
        co_return fail(std::move(removed.error()));
    std::vector<std::string> gone;
    std::optional<Problem> failed;
    for (std::size_t i = 0; i < unused->size(); ++i) {
        if ((*removed)[i])
            gone.push_back((*unused)[i]);
        else
            failed = (*removed)[i].error();
    }
    const std::string list = store::arrayLiteral(gone);
    for (const auto statement : {forget, dequeue}) {
        auto done = co_await work.upkeep.pool.query(statement, list);
        if (!done)
            co_return fail(std::move(done.error()));
    }
    work.report.count("removed", static_cast<std::int64_t>(gone.size()));
    if (failed)
        co_return fail(std::move(*failed));
    co_return Result<void>();
}

} // namespace

Task<Result<void>> removeObjects(Work &work)
{
    work.report.count("removed", 0);
    work.report.count("kept_for_backups", 0);
    std::string after;
    for (;;) {
        auto rows = co_await work.upkeep.pool.query(dueKeys, after, stepSize);
        if (!rows)
            co_return fail(std::move(rows.error()));
        std::map<Uuid, std::vector<std::string>> keys;
        for (std::size_t i = 0; i < rows->size(); ++i) {
            after = (*rows)[i].text("key");
            const auto key = objects::ObjectKey::parse(after);
            if ((*rows)[i].boolean("named"))
                work.report.count("kept_for_backups", 1);
            else if (!key) // of another system: its bytes are not ours to remove
                work.report.count("not_ours", 1);
            else if (work.pass.dryRun)
                work.report.count("removed", 1);
            else
                keys[key->user].push_back(after);
        }
        for (auto &[user, texts] : keys) {
            auto removed = co_await removeOfUser(work, user, std::move(texts));
            if (!removed)
                co_return fail(std::move(removed.error()));
        }
        if (rows->size() < static_cast<std::size_t>(stepSize))
            co_return Result<void>();
    }
}

} // namespace learnlab::server::maintenance
