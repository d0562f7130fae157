#pragma once
// A backup into an empty system: database and store that hold nothing, or what an earlier run of the same restore left
// there. Objects first, each checked; then the database in one transaction; then every feed gets a new epoch, so that
// clients read theirs anew and nobody takes yesterday's cursor for today's. Servers refuse to start until it is done.
// Blocks the loop while pg_restore runs: for a program of its own.

#include <server/objects/object_store.h>
#include <server/store/pool.h>

#include <map>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

struct RestoreOptions
{
    std::string databaseUrl;
    std::string backup;                                       // its name; empty: the newest
    std::map<std::string, std::string, std::less<>> keyFiles; // what each is for, and where it goes
    std::string privateKeyFile;                               // opens the keys; empty: they are left out
    std::string spool;
    std::string pgRestore = "pg_restore";
    bool endSessions = false;
};

struct RestoreReport
{
    std::string name;
    std::string takenAt;
    std::string schemaRevision;
    std::int64_t objects = 0; // in the store now, of which
    std::int64_t copied = 0;  // by this run
    std::int64_t bytes = 0;
    std::int64_t users = 0;
    std::int64_t files = 0;
    std::int64_t filesWithoutContent = 0;
    std::int64_t sessionsEnded = 0;
    std::vector<std::string> keysWritten;
    std::vector<std::string> findings; // the first of what is wrong
};

// 409 not_empty when something is there, 404 when there is no such backup, 422 for a damaged one: nothing was changed.
// Repeat it after any other failure: it goes on where it was.
[[nodiscard]] Task<Result<RestoreReport>> restore(store::Pool &pool, objects::ObjectPile &objects,
                                                  objects::ObjectPile &repository, RestoreOptions options);

// Whether a restore was begun here and not finished.
[[nodiscard]] Task<Result<bool>> isBeingRestored(store::Pool &pool);

} // namespace learnlab::server::maintenance
