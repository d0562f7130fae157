#pragma once
// The database's side of a backup: its turn, its row in `backups`, and the snapshot that dump and objects share.

#include "manifest.h"

#include <server/store/pool.h>
#include <server/support/uuid.h>

namespace learnlab::server::maintenance {

// One backup at a time. The turn ends with the connection.
[[nodiscard]] Task<Result<void>> takeBackupTurn(store::Connection &db);

// Makes the table say what the repository holds: these, and no other.
[[nodiscard]] Task<Result<void>> recordKept(store::Pool &pool, support::Uuid repository,
                                            std::vector<ManifestHead> kept);

struct BackupRow
{
    support::Uuid id;
    std::string startedAt; // RFC 3339
};
[[nodiscard]] Task<Result<BackupRow>> recordBegin(store::Pool &pool, support::Uuid repository);
[[nodiscard]] Task<Result<std::string>> recordDumped(store::Pool &pool, support::Uuid id); // the time
[[nodiscard]] Task<Result<void>> recordFinished(store::Pool &pool, support::Uuid id);
[[nodiscard]] Task<Result<void>> recordRemoved(store::Pool &pool, support::Uuid id);

// A snapshot that lasts until the connection is closed, and its name for pg_dump.
[[nodiscard]] Task<Result<std::string>> holdSnapshot(store::Connection &db);
[[nodiscard]] Task<Result<std::string>> feedEpochs(store::Connection &db);

// What the rows of files name behind `after`, in the order of the keys: `size`, `sha256` (null when not known).
[[nodiscard]] Task<Result<store::Rows>> namedObjects(store::Connection &db, std::string after);

[[nodiscard]] Task<Result<std::int64_t>> databaseBytes(store::Pool &pool);

} // namespace learnlab::server::maintenance
