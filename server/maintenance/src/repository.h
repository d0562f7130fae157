#pragma once
// Where backups are kept: any object store, a directory or S3.
//
//   repository/description.json      which one this is
//   backups/<name>/database.dump     pg_dump's custom format
//   backups/<name>/keys.cms          the signing keys, for an administrator alone
//   backups/<name>/manifest.jsonl    written last: what has none is not a backup
//   objects/<key>                    contents, once each, whichever backups name them

#include "manifest.h"

#include <server/support/uuid.h>

namespace learnlab::server::maintenance {

struct RepositoryNames
{
    std::vector<std::string> whole;      // with a manifest, oldest first
    std::vector<std::string> unfinished; // without
};

// The id of the repository, made at the first use. 409 not_a_repository for a place that holds something else.
[[nodiscard]] Task<Result<support::Uuid>> openRepository(objects::ObjectPile &store, bool make);
[[nodiscard]] Task<Result<RepositoryNames>> backupsIn(objects::ObjectPile &store);
// The manifest first, so that what is left of it when this stops is not taken for a backup.
[[nodiscard]] Task<Result<void>> removeBackup(objects::ObjectPile &store, std::string name);

// Where the repository keeps the content of a key.
[[nodiscard]] std::string contentKey(const std::string &key);

// The objects that several manifests name, each once, in the order of the keys.
class ManifestUnion
{
public:
    // `store` outlives this.
    ManifestUnion(objects::ObjectPile &store, const std::vector<std::string> &names);
    [[nodiscard]] Task<Result<void>> open();
    // 422 bad_manifest when two of them tell different contents of one key.
    [[nodiscard]] Task<Result<std::optional<ManifestObject>>> next();

private:
    [[nodiscard]] Task<Result<void>> advance(std::size_t index);
    std::vector<std::unique_ptr<ManifestReader>> m_readers;
    std::vector<std::optional<ManifestObject>> m_heads;
};

} // namespace learnlab::server::maintenance
