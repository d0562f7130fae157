#pragma once
// A backup that is being taken, and its steps.

#include "backup_rows.h"
#include "repository.h"

#include <server/maintenance/backup.h>

namespace learnlab::server::maintenance {

struct Taking
{
    store::Pool &pool;
    objects::ObjectPile &objects;
    objects::ObjectPile &repository;
    const BackupOptions &options;
    store::Connection &snapshot;
    support::Uuid repositoryId;
    ManifestHead head;
    BackupReport report;

    [[nodiscard]] std::string spoolFile(std::string_view name) const
    {
        return options.spool + "/" + head.name + "-" + std::string(name);
    }
    [[nodiscard]] std::string keyOf(std::string_view file) const
    {
        return "backups/" + head.name + "/" + std::string(file);
    }
};

[[nodiscard]] Task<Result<std::vector<ManifestHead>>> readHeads(objects::ObjectPile &repository,
                                                                std::vector<std::string> names);

// How much would be copied: asked before, so that a full disk is not found out halfway.
[[nodiscard]] Task<Result<std::int64_t>> bytesToCopy(Taking &run);
// Copies what the snapshot names and the repository does not have, and lists all of it.
[[nodiscard]] Task<Result<void>> keepObjects(Taking &run, ManifestWriter &manifest);
// Backups past their time, and the contents that only they named.
[[nodiscard]] Task<Result<void>> removeOld(Taking &run);

} // namespace learnlab::server::maintenance
