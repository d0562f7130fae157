#pragma once
// The database's side of a restore. A table of its own says that one is under way, and which; it is not in any dump.

#include <server/store/pool.h>

namespace learnlab::server::maintenance {

using support::Problem;
using support::Result;
using support::Task;

struct RestoreState
{
    std::string backup;     // that was begun; empty: none
    bool hasTables = false; // of the product, so that the dump is in
};
[[nodiscard]] Task<Result<RestoreState>> readRestoreState(store::Pool &pool);
[[nodiscard]] Task<Result<void>> markBegun(store::Pool &pool, std::string backup);

// What is no longer true after going back in time: epochs, uploads under way, objects that no row names, the deletion
// queue. In one transaction; again is harmless. Answers how many sessions were ended.
struct Settling
{
    std::string backupId;
    std::string dumpedAt;
    bool endSessions = false;
};
[[nodiscard]] Task<Result<std::int64_t>> settle(store::Pool &pool, Settling how);

// How the store calls what it has now.
[[nodiscard]] Task<Result<void>> recordTags(store::Pool &pool, std::vector<std::string> keys,
                                            std::vector<std::string> tags);
[[nodiscard]] Task<Result<void>> markDone(store::Pool &pool);

} // namespace learnlab::server::maintenance
