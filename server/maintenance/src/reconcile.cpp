// Rows against objects. An object that no row knows is put into the deletion queue when mending; a row whose object is
// not there cannot be mended from here: it is reported, and its digest is no longer taken for present, so that whoever
// has the bytes can send them again.

#include "jobs.h"
#include "key_walk.h"

namespace learnlab::server::maintenance {

namespace {

constexpr std::string_view knownKeys =
    "SELECT key FROM unnest($1::text[]) AS found (key) WHERE EXISTS (SELECT 1 FROM objects WHERE objects.key = "
    "found.key) OR EXISTS (SELECT 1 FROM files WHERE s3_key = found.key) OR EXISTS (SELECT 1 FROM object_deletions AS "
    "queue WHERE queue.key = found.key) OR EXISTS (SELECT 1 FROM uploads WHERE object_key = found.key "
    "AND state IN ('open', 'completing'))";
constexpr std::string_view queueOrphans =
    "INSERT INTO object_deletions (key) SELECT unnest($1::text[]) ON CONFLICT (key) DO NOTHING";
// By the indexes of both. Our keys sort alike by bytes and in any language; where others do not, a row is looked at
// once more than it need be.
constexpr std::string_view nextRows =
    "(SELECT key FROM objects WHERE key > $1 ORDER BY key LIMIT $2) UNION "
    "(SELECT s3_key FROM files WHERE s3_key > $1 ORDER BY s3_key LIMIT $2) ORDER BY key LIMIT $2";
constexpr std::string_view stillThere =
    "SELECT (SELECT count(*) FROM files WHERE s3_key = $1) AS files, EXISTS (SELECT 1 FROM objects WHERE key = $1 "
    "AND verified_at IS NOT NULL) AS object";

Task<Result<void>> judgeObjects(Work &work, const std::vector<std::string> &keys)
{
    auto rows = co_await work.upkeep.pool.query(knownKeys, store::arrayLiteral(keys));
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::vector<std::string> rowKeys;
    for (std::size_t i = 0; i < rows->size(); ++i)
        rowKeys.push_back((*rows)[i].text("key"));
    std::ranges::sort(rowKeys);
    std::vector<std::string> orphans;
    for (const auto &key : keys) {
        if (!std::ranges::binary_search(rowKeys, key))
            orphans.push_back(key);
    }
    work.report.count("objects_without_rows", static_cast<std::int64_t>(orphans.size()));
    for (const auto &key : orphans)
        addFinding(work.report.findings, "no row for " + key);
    if (work.pass.mend && !work.pass.dryRun && !orphans.empty()) {
        auto queued = co_await work.upkeep.pool.query(queueOrphans, store::arrayLiteral(orphans));
        if (!queued)
            co_return fail(std::move(queued.error()));
        work.report.count("queued", static_cast<std::int64_t>(queued->affected()));
    }
    co_return Result<void>();
}

Task<Result<void>> findOrphans(Work &work)
{
    KeyWalk walk(work.upkeep.objects, "users/");
    std::vector<std::string> keys;
    for (;;) {
        auto object = co_await walk.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (*object) {
            work.report.count("objects", 1);
            keys.push_back(std::move((*object)->key));
        }
        if (keys.size() >= static_cast<std::size_t>(stepSize) || !*object) {
            auto judged = co_await judgeObjects(work, keys);
            if (!judged)
                co_return fail(std::move(judged.error()));
            keys.clear();
        }
        if (!*object)
            co_return Result<void>();
    }
}

// A row that the listing did not meet, looked at once more: both may have changed since.
Task<Result<void>> judgeRow(Work &work, std::string key)
{
    auto listing = co_await work.upkeep.objects.list(key, std::string(), 1);
    if (!listing)
        co_return fail(std::move(listing.error()));
    if (!listing->objects.empty())
        co_return Result<void>();
    auto rows = co_await work.upkeep.pool.query(stillThere, key);
    if (!rows)
        co_return fail(std::move(rows.error()));
    const auto files = rows->front().integer("files");
    const bool object = rows->front().boolean("object");
    if (files == 0 && !object)
        co_return Result<void>();
    work.report.count("rows_without_objects", 1);
    work.report.count("files_without_content", files);
    addFinding(work.report.findings, "no object for " + key + " (files: " + std::to_string(files) + ")");
    if (!work.pass.mend || work.pass.dryRun || !object)
        co_return Result<void>();
    auto mended = co_await work.upkeep.pool.query("UPDATE objects SET verified_at = NULL WHERE key = $1", key);
    if (!mended)
        co_return fail(std::move(mended.error()));
    work.report.count("no_longer_present", 1);
    co_return Result<void>();
}

Task<Result<void>> findLostRows(Work &work)
{
    KeyWalk walk(work.upkeep.objects, "users/");
    std::string after;
    for (;;) {
        auto rows = co_await work.upkeep.pool.query(nextRows, after, stepSize);
        if (!rows)
            co_return fail(std::move(rows.error()));
        for (std::size_t i = 0; i < rows->size(); ++i) {
            after = (*rows)[i].text("key");
            if (!objects::ObjectKey::parse(after)) { // of another system
                work.report.count("not_ours", 1);
                continue;
            }
            work.report.count("rows", 1);
            auto object = co_await walk.find(after);
            if (!object)
                co_return fail(std::move(object.error()));
            if (*object)
                continue;
            auto judged = co_await judgeRow(work, after);
            if (!judged)
                co_return fail(std::move(judged.error()));
        }
        if (rows->empty())
            co_return Result<void>();
    }
}

} // namespace

Task<Result<void>> reconcile(Work &work)
{
    for (const auto what : {"objects", "rows", "objects_without_rows", "rows_without_objects", "files_without_content"})
        work.report.count(what, 0);
    auto orphans = co_await findOrphans(work);
    if (!orphans)
        co_return fail(std::move(orphans.error()));
    co_return co_await findLostRows(work);
}

} // namespace learnlab::server::maintenance
