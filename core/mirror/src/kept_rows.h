#pragma once

#include "mirror/kept.h"
#include "mirror/rows.h"
#include "records.h"

#include <QHash>
#include <QSet>

namespace learnlab::mirror {

#define LEARNLAB_COPY_COLUMNS                                                                                          \
    "place, name, file_id, sha256, base_sha256, base_revision, earlier, stamp_size, stamp_mtime_ns, stamp_inode, "     \
    "opened_at, transfer_id"
[[nodiscard]] OpenedCopy readCopy(const Query &query);

/// How folders are kept: asked for each row of a list, so what leads to the answers is read once. Lives for one
/// snapshot.
class KeptFolders
{
public:
    explicit KeptFolders(Connection &connection);

    /// The folder, or one above it, is to be here with all that is in it.
    [[nodiscard]] bool holds(FolderId folder);
    [[nodiscard]] Keeping of(FolderId folder);

private:
    void readMissing();

    Connection &m_connection;
    QSet<FolderId> m_kept;
    QHash<FolderId, bool> m_known;
    std::optional<QHash<FolderId, Keeping>> m_missing; ///< below these something is not here
};

/// Of a file whose row was read.
[[nodiscard]] Keeping keepingOf(Connection &connection, const ItemRow &file);

} // namespace learnlab::mirror
