#include <server/maintenance/backup.h>

#include "copying.h"
#include "key_envelope.h"
#include "postgres_tools.h"
#include "taking.h"

#include <server/support/bytes.h>

#include <filesystem>
#include <fstream>

namespace learnlab::server::maintenance {

namespace {

using objects::ObjectPile;
using support::fail;
using support::Uuid;

constexpr std::int64_t spareBytes = 64 << 20; // what shall be left of a disk

// Files on their way to the repository; gone with this, whatever happens.
struct SpoolSweep
{
    const Taking &run;
    ~SpoolSweep()
    {
        std::error_code ignored;
        for (const auto *name : {"dump", "manifest"})
            std::filesystem::remove(run.spoolFile(name), ignored);
    }
};

Result<void> checkRoom(const BackupOptions &options, std::int64_t needed)
{
    const auto free = options.freeBytes();
    if (!free || *free >= needed + spareBytes)
        return {};
    return fail(support::problem(503, "store_full",
                                 "There is not enough room for this backup: it needs " + std::to_string(needed >> 20) +
                                     " MiB and some to spare, " + std::to_string(*free >> 20) + " MiB are free."));
}

// "20261123T043000Z-1a2b3c4d": names sort by time.
std::string nameFor(const BackupRow &row)
{
    std::string time;
    for (const char c : row.startedAt.substr(0, 19)) {
        if (c != '-' && c != ':')
            time += c;
    }
    return time + "Z-" + row.id.text().substr(28);
}

// What an earlier run left behind goes; contents that it copied stay and are not copied again.
Task<Result<void>> tidyRepository(Taking &run)
{
    auto names = co_await backupsIn(run.repository);
    if (!names)
        co_return fail(std::move(names.error()));
    for (const auto &name : names->unfinished) {
        auto removed = co_await removeBackup(run.repository, name);
        if (!removed)
            co_return fail(std::move(removed.error()));
    }
    auto heads = co_await readHeads(run.repository, std::move(names->whole));
    if (!heads)
        co_return fail(std::move(heads.error()));
    co_return co_await recordKept(run.pool, run.repositoryId, std::move(*heads));
}

Task<Result<SealedFile>> keepFile(Taking &run, std::string_view name, std::string path)
{
    auto content = contentOfFile(path);
    if (!content)
        co_return fail(std::move(content.error()));
    SealedFile sealed{run.keyOf(name), content->size, content->sha256};
    auto written = co_await run.repository.writeFile(sealed.key, std::move(path));
    if (!written)
        co_return fail(std::move(written.error()));
    co_return sealed;
}

Task<Result<void>> keepDump(Taking &run)
{
    auto snapshot = co_await holdSnapshot(run.snapshot);
    if (!snapshot)
        co_return fail(std::move(snapshot.error()));
    auto epochs = co_await feedEpochs(run.snapshot);
    if (!epochs)
        co_return fail(std::move(epochs.error()));
    run.head.feedEpochs = std::move(*epochs);
    PostgresTool dump;
    dump.databaseUrl = run.options.databaseUrl;
    dump.program = run.options.pgDump;
    dump.arguments = {"--format=custom", "--no-owner", "--no-privileges", "--snapshot=" + *snapshot,
                      "--file=" + run.spoolFile("dump")};
    if (auto dumped = maintenance::run(dump); !dumped)
        co_return fail(std::move(dumped.error()));
    auto when = co_await recordDumped(run.pool, Uuid::parse(run.head.id).value_or(Uuid()));
    if (!when)
        co_return fail(std::move(when.error()));
    run.head.dumpedAt = std::move(*when);
    auto kept = co_await keepFile(run, "database.dump", run.spoolFile("dump"));
    if (!kept)
        co_return fail(std::move(kept.error()));
    run.report.dumpBytes = kept->size;
    run.head.database = std::move(*kept);
    co_return Result<void>();
}

Task<Result<void>> keepKeys(Taking &run)
{
    if (run.options.certificateFile.empty())
        co_return Result<void>();
    KeyFiles keys;
    for (const auto &[what, path] : run.options.keyFiles) {
        std::ifstream file(path, std::ios::binary);
        std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (text.empty())
            co_return fail(support::problem(400, "bad_configuration", "The key file " + path + " cannot be read."));
        keys.emplace(what, std::move(text));
    }
    auto sealed = sealKeys(keys, run.options.certificateFile);
    if (!sealed)
        co_return fail(std::move(sealed.error()));
    SealedFile file{run.keyOf("keys.cms"), static_cast<std::int64_t>(sealed->size()),
                    support::toHex(support::sha256(*sealed))};
    auto written = co_await run.repository.writeBytes(file.key, std::move(*sealed));
    if (!written)
        co_return fail(std::move(written.error()));
    run.head.keys = std::move(file);
    co_return Result<void>();
}

Task<Result<void>> keepManifest(Taking &run)
{
    const std::string path = run.spoolFile("manifest");
    ManifestWriter manifest;
    if (auto opened = manifest.open(path, run.head); !opened)
        co_return fail(std::move(opened.error()));
    auto kept = co_await keepObjects(run, manifest);
    if (!kept)
        co_return fail(std::move(kept.error()));
    auto end = manifest.finish();
    if (!end)
        co_return fail(std::move(end.error()));
    run.report.objects = end->objects;
    run.report.bytes = end->bytes;
    run.report.missing = end->missing;
    std::string from = path;
    auto written = co_await run.repository.writeFile(manifestKey(run.head.name), std::move(from));
    if (!written)
        co_return fail(std::move(written.error()));
    co_return co_await recordFinished(run.pool, Uuid::parse(run.head.id).value_or(Uuid()));
}

Task<Result<void>> begin(Taking &run)
{
    auto repository = co_await openRepository(run.repository, true);
    if (!repository)
        co_return fail(std::move(repository.error()));
    run.repositoryId = *repository;
    auto size = co_await databaseBytes(run.pool);
    if (!size)
        co_return fail(std::move(size.error()));
    if (auto room = checkRoom(run.options, *size); !room)
        co_return fail(std::move(room.error()));
    auto tidied = co_await tidyRepository(run);
    if (!tidied)
        co_return fail(std::move(tidied.error()));
    auto row = co_await recordBegin(run.pool, run.repositoryId);
    if (!row)
        co_return fail(std::move(row.error()));
    run.head.id = row->id.text();
    run.head.takenAt = row->startedAt;
    run.head.name = nameFor(*row);
    run.head.schemaRevision = run.options.schemaRevision;
    run.head.serverVersion = run.options.serverVersion;
    run.report.name = run.head.name;
    co_return Result<void>();
}

Task<Result<void>> take(Taking &run)
{
    const SpoolSweep sweep{run};
    auto dumped = co_await keepDump(run);
    if (!dumped)
        co_return fail(std::move(dumped.error()));
    auto keys = co_await keepKeys(run);
    if (!keys)
        co_return fail(std::move(keys.error()));
    auto needed = co_await bytesToCopy(run);
    if (!needed)
        co_return fail(std::move(needed.error()));
    if (auto room = checkRoom(run.options, *needed); !room)
        co_return fail(std::move(room.error()));
    co_return co_await keepManifest(run);
}

} // namespace

Task<Result<BackupReport>> backUp(store::Pool &pool, ObjectPile &objects, ObjectPile &repository, BackupOptions options)
{
    auto lease = co_await pool.acquire();
    if (!lease)
        co_return fail(std::move(lease.error()));
    store::Connection &own = **lease;
    auto turn = co_await takeBackupTurn(own);
    if (!turn)
        co_return fail(std::move(turn.error()));
    Taking run{pool, objects, repository, options, own, {}, {}, {}};
    auto done = co_await begin(run);
    if (done) {
        done = co_await take(run);
        if (!done) { // what was copied stays for the next one
            auto removed = co_await removeBackup(repository, run.head.name);
            auto forgotten = co_await recordRemoved(pool, Uuid::parse(run.head.id).value_or(Uuid()));
        }
    }
    own.abandon(); // the snapshot and the turn end with it
    if (done)
        done = co_await removeOld(run);
    if (!done)
        co_return fail(std::move(done.error()));
    co_return std::move(run.report);
}

} // namespace learnlab::server::maintenance
