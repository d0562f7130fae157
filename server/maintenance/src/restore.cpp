#include <server/maintenance/restore.h>

#include "copying.h"
#include "findings.h"
#include "key_envelope.h"
#include "key_walk.h"
#include "postgres_tools.h"
#include "repository.h"
#include "restore_rows.h"

#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace learnlab::server::maintenance {

namespace {

using objects::ObjectPile;
using support::fail;

struct Restoration
{
    store::Pool &pool;
    ObjectPile &objects;
    ObjectPile &repository;
    const RestoreOptions &options;
    ManifestHead head;
    RestoreState state;
    RestoreReport report;
};

Task<Result<void>> choose(Restoration &run)
{
    auto known = co_await openRepository(run.repository, false);
    if (!known)
        co_return fail(std::move(known.error()));
    auto names = co_await backupsIn(run.repository);
    if (!names)
        co_return fail(std::move(names.error()));
    std::string name = run.options.backup;
    if (name.empty() && !names->whole.empty())
        name = names->whole.back();
    if (std::ranges::find(names->whole, name) == names->whole.end())
        co_return fail(
            support::notFound(name.empty() ? "There is no backup here." : "There is no backup " + name + "."));
    ManifestReader reader(run.repository, manifestKey(name));
    auto head = co_await reader.head();
    if (!head)
        co_return fail(std::move(head.error()));
    for (;;) { // to its seal, before anything is changed
        auto object = co_await reader.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            break;
    }
    run.head = std::move(*head);
    run.head.name = name;
    run.report.name = name;
    run.report.takenAt = run.head.takenAt;
    run.report.schemaRevision = run.head.schemaRevision;
    co_return Result<void>();
}

// Empty, or what this restore left when it was stopped.
Task<Result<void>> checkEmpty(Restoration &run)
{
    auto state = co_await readRestoreState(run.pool);
    if (!state)
        co_return fail(std::move(state.error()));
    run.state = std::move(*state);
    if (run.state.backup == run.head.name)
        co_return Result<void>();
    if (!run.state.backup.empty())
        co_return fail(support::problem(409, "not_empty",
                                        "The restore of " + run.state.backup +
                                            " was begun here: finish that one, or begin with an empty database."));
    if (run.state.hasTables)
        co_return fail(support::problem(409, "not_empty",
                                        "The database is not empty: restore goes into one that holds no tables."));
    const std::string anything;
    auto listing = co_await run.objects.list(anything, anything, 1);
    if (!listing)
        co_return fail(std::move(listing.error()));
    if (!listing->objects.empty())
        co_return fail(support::problem(409, "not_empty",
                                        "The object store is not empty: restore goes into one that holds nothing."));
    co_return Result<void>();
}

Result<void> writeKey(const std::string &path, const std::string &text, std::vector<std::string> &written)
{
    std::ifstream there(path, std::ios::binary);
    if (there) {
        const std::string known((std::istreambuf_iterator<char>(there)), std::istreambuf_iterator<char>());
        if (known == text)
            return {};
        return fail(support::problem(409, "not_empty", path + " holds another key: move it away first."));
    }
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    const std::string draft = path + ".restored";
    std::filesystem::remove(draft, ignored);
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool good =
        file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    if (!good || ::rename(draft.c_str(), path.c_str()) != 0)
        return fail(support::unavailable(path + " cannot be written."));
    written.push_back(path);
    return {};
}

Task<Result<void>> restoreKeys(Restoration &run)
{
    if (run.options.privateKeyFile.empty())
        co_return Result<void>();
    if (!run.head.keys)
        co_return fail(support::notFound("This backup holds no keys."));
    auto sealed = co_await run.repository.read(run.head.keys->key, 0, ObjectPile::largestBlock);
    if (!sealed)
        co_return fail(std::move(sealed.error()));
    auto keys = openKeys(*sealed, run.options.privateKeyFile);
    if (!keys)
        co_return fail(std::move(keys.error()));
    for (const auto &[what, path] : run.options.keyFiles) {
        const auto found = keys->find(what);
        if (found == keys->end())
            continue;
        if (auto written = writeKey(path, found->second, run.report.keysWritten); !written)
            co_return fail(std::move(written.error()));
    }
    co_return Result<void>();
}

Task<Result<void>> restoreObject(Restoration &run, const ManifestObject &object)
{
    const ObjectPlace from{run.repository, contentKey(object.key)};
    const ObjectPlace to{run.objects, object.key};
    const Content wanted{object.size, object.sha256};
    auto copied = co_await copyObject(from, to, wanted, run.options.spool);
    if (copied) {
        ++run.report.copied;
        co_return Result<void>();
    }
    if (!isOfObject(copied.error()))
        co_return fail(std::move(copied.error()));
    addFinding(run.report.findings, "damaged in the backup: " + object.key);
    co_return Result<void>();
}

Task<Result<void>> restoreObjects(Restoration &run)
{
    KeyWalk there(run.objects, "users/");
    ManifestReader reader(run.repository, manifestKey(run.head.name));
    auto head = co_await reader.head();
    if (!head)
        co_return fail(std::move(head.error()));
    for (;;) {
        auto object = co_await reader.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (!*object)
            co_return Result<void>();
        if ((*object)->missing) {
            addFinding(run.report.findings, "missing already when the backup was taken: " + (*object)->key);
            continue;
        }
        auto found = co_await there.find((*object)->key);
        if (!found)
            co_return fail(std::move(found.error()));
        if (*found && (*found)->size == (*object)->size)
            continue; // of an earlier run: what is there was written wholly
        auto restored = co_await restoreObject(run, **object);
        if (!restored)
            co_return fail(std::move(restored.error()));
    }
}

Task<Result<void>> restoreDatabase(Restoration &run)
{
    if (run.state.hasTables)
        co_return Result<void>(); // pg_restore does all or nothing
    const std::string path = run.options.spool + "/restore.dump";
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    const ObjectPlace place{run.repository, run.head.database.key};
    const Content wanted{run.head.database.size, run.head.database.sha256};
    auto fetched = co_await fetchObject(place, wanted, path);
    if (!fetched)
        co_return fail(std::move(fetched.error()));
    const auto url = run.options.databaseUrl;
    const PostgresTool tool{url,
                            run.options.pgRestore,
                            {"--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges",
                             "--no-comments", "--dbname=", path},
                            {}};
    auto restored = maintenance::run(tool);
    std::filesystem::remove(path, ignored);
    co_return restored;
}

// The store's names for what it holds, and rows that it holds nothing for.
Task<Result<void>> checkRows(Restoration &run)
{
    KeyWalk walk(run.objects, "users/");
    std::vector<std::string> keys;
    std::vector<std::string> tags;
    for (;;) {
        auto object = co_await walk.next();
        if (!object)
            co_return fail(std::move(object.error()));
        if (*object) {
            ++run.report.objects;
            run.report.bytes += (*object)->size;
            keys.push_back((*object)->key);
            tags.push_back((*object)->etag);
        }
        if (keys.size() == 1000 || (!*object && !keys.empty())) {
            auto recorded = co_await recordTags(run.pool, std::exchange(keys, {}), std::exchange(tags, {}));
            if (!recorded)
                co_return fail(std::move(recorded.error()));
        }
        if (!*object)
            co_return Result<void>();
    }
}

Task<Result<void>> checkFiles(Restoration &run)
{
    KeyWalk walk(run.objects, "users/");
    std::string after;
    for (;;) {
        auto rows = co_await run.pool.query(
            "SELECT s3_key AS key, count(*) AS files, max(file_size) AS size FROM files WHERE s3_key > $1 "
            "GROUP BY s3_key ORDER BY s3_key LIMIT 1000",
            after);
        if (!rows)
            co_return fail(std::move(rows.error()));
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto row = (*rows)[i];
            after = row.text("key");
            const auto files = row.integer("files");
            run.report.files += files;
            if (!objects::ObjectKey::parse(after))
                continue;
            auto found = co_await walk.find(after);
            if (!found)
                co_return fail(std::move(found.error()));
            if (*found && (*found)->size == row.integer("size"))
                continue;
            run.report.filesWithoutContent += files;
            addFinding(run.report.findings, "no content for " + after);
        }
        if (rows->empty())
            break;
    }
    auto users = co_await run.pool.query("SELECT count(*) AS n FROM users");
    if (!users)
        co_return fail(std::move(users.error()));
    run.report.users = users->front().integer("n");
    co_return Result<void>();
}

Task<Result<void>> restoreAll(Restoration &run)
{
    auto marked = co_await markBegun(run.pool, run.head.name);
    if (!marked)
        co_return fail(std::move(marked.error()));
    auto objects = co_await restoreObjects(run);
    if (!objects)
        co_return fail(std::move(objects.error()));
    auto database = co_await restoreDatabase(run);
    if (!database)
        co_return fail(std::move(database.error()));
    Settling how{run.head.id, run.head.dumpedAt, run.options.endSessions};
    auto settled = co_await settle(run.pool, std::move(how));
    if (!settled)
        co_return fail(std::move(settled.error()));
    run.report.sessionsEnded = *settled;
    auto rows = co_await checkRows(run);
    if (!rows)
        co_return fail(std::move(rows.error()));
    auto files = co_await checkFiles(run);
    if (!files)
        co_return fail(std::move(files.error()));
    co_return co_await markDone(run.pool);
}

} // namespace

Task<Result<RestoreReport>> restore(store::Pool &pool, ObjectPile &objects, ObjectPile &repository,
                                    RestoreOptions options)
{
    Restoration run{pool, objects, repository, options, {}, {}, {}};
    auto chosen = co_await choose(run);
    if (!chosen)
        co_return fail(std::move(chosen.error()));
    auto empty = co_await checkEmpty(run);
    if (!empty)
        co_return fail(std::move(empty.error()));
    auto keys = co_await restoreKeys(run);
    if (!keys)
        co_return fail(std::move(keys.error()));
    auto done = co_await restoreAll(run);
    if (!done)
        co_return fail(std::move(done.error()));
    co_return std::move(run.report);
}

Task<Result<bool>> isBeingRestored(store::Pool &pool)
{
    auto state = co_await readRestoreState(pool);
    if (!state)
        co_return fail(std::move(state.error()));
    co_return !state->backup.empty();
}

} // namespace learnlab::server::maintenance
