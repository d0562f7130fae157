#pragma once
// Backups: the database first, by pg_dump on a snapshot, then the objects that this snapshot names, copied once each.
// Clients go on writing meanwhile: no object goes that a kept backup may name, from the moment it begins. A backup is
// there when its manifest is, which comes last; one that was killed leaves contents that the next one does not copy
// again. Blocks the loop while pg_dump runs: for a program of its own.

#include <server/objects/object_store.h>
#include <server/store/pool.h>

#include <functional>
#include <map>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

struct BackupOptions
{
    std::string databaseUrl;
    std::string schemaRevision;                               // of the database, which is that of this program
    std::string serverVersion;                                // for the manifest
    std::map<std::string, std::string, std::less<>> keyFiles; // what each is for, and its path
    std::string certificateFile; // whom the keys are encrypted to; empty: they are left out
    std::string spool;           // a folder for the dump and large objects on their way
    std::string pgDump = "pg_dump";
    bool full = false; // read again what the repository has, and compare
    int keepDaily = 7;
    int keepWeekly = 4;
    // Free bytes where the repository lies; nothing when that cannot be known.
    std::function<std::optional<std::int64_t>()> freeBytes = [] { return std::nullopt; };
};

struct BackupReport
{
    std::string name;
    std::int64_t dumpBytes = 0;
    std::int64_t objects = 0; // named by the manifest, of `bytes` in all
    std::int64_t bytes = 0;
    std::int64_t copied = 0; // of these, newly
    std::int64_t copiedBytes = 0;
    std::int64_t mended = 0;  // were damaged in the repository, and were copied again
    std::int64_t missing = 0; // rows whose object the store does not have
    std::int64_t notOurs = 0; // rows of another system
    std::vector<std::string> findings;
    std::vector<std::string> removed; // older backups
    std::int64_t removedObjects = 0;
};

// 409 busy when another one is at work, 409 not_a_repository, 503 store_full before anything is written.
[[nodiscard]] Task<Result<BackupReport>> backUp(store::Pool &pool, objects::ObjectPile &objects,
                                                objects::ObjectPile &repository, BackupOptions options);

struct VerifyReport
{
    std::vector<std::string> backups; // looked at
    std::int64_t objects = 0;         // read and found right
    std::int64_t bytes = 0;
    std::vector<std::string> damages; // one sentence each
};

// Reads everything: each dump, by pg_restore too, the keys, each content once.
[[nodiscard]] Task<Result<VerifyReport>> verifyBackups(objects::ObjectPile &repository, std::string spool,
                                                       std::string pgRestore);

} // namespace learnlab::server::maintenance
