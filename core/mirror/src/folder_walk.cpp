#include "folder_walk.h"

#include <QSet>

namespace learnlab::mirror {

bool FolderWalk::isLive(FolderId folder)
{
    QList<FolderId> walked;
    bool live = false;
    for (FolderId current = folder; walked.size() < deepestFolder;) {
        const auto known = m_known.constFind(current);
        if (current.isNull() || known != m_known.constEnd()) {
            live = current.isNull() || *known;
            break;
        }
        walked.append(current);
        Query query(m_connection, "SELECT parent_id, trashed FROM folders WHERE id = ?", current);
        if (!query.next() || query.boolean(1))
            break;
        current = query.id<FolderId>(0);
    }
    for (const FolderId &id : std::as_const(walked))
        m_known.insert(id, live);
    return live;
}

QList<Folder> chainAbove(Connection &connection, FolderId folder)
{
    QList<Folder> chain;
    QSet<FolderId> met;
    for (FolderId current = folder; !current.isNull() && !met.contains(current) && chain.size() < deepestFolder;) {
        met.insert(current);
        Query query(connection, "SELECT " LEARNLAB_FOLDER_COLUMNS " FROM folders WHERE id = ?", current);
        if (!query.next())
            break;
        chain.append(readFolder(query));
        current = chain.constLast().parentId;
    }
    return chain;
}

namespace {

void raise(Connection &connection, QHash<FolderId, ItemStatus> *statuses, FolderId folder, ItemStatus status)
{
    // Where a folder is this bad already, those above it are too: that also ends a walk in a circle.
    for (FolderId current = folder; !current.isNull();) {
        const auto known = statuses->constFind(current);
        if (known != statuses->constEnd() && *known <= status)
            return;
        statuses->insert(current, status);
        Query query(connection, "SELECT parent_id FROM folders WHERE id = ?", current);
        if (!query.next())
            return;
        current = query.id<FolderId>(0);
    }
}

} // namespace

QHash<FolderId, ItemStatus> folderStatuses(Connection &connection)
{
    QHash<FolderId, ItemStatus> statuses;
    Query transfers(connection,
                    "SELECT folder_id, min(shown) FROM transfers WHERE shown IS NOT NULL GROUP BY folder_id");
    while (transfers.next())
        raise(connection, &statuses, transfers.id<FolderId>(0), static_cast<ItemStatus>(transfers.integer(1)));
    Query operations(connection, "SELECT coalesce(f.folder_id, target_id), error_code, error_detail, error_field, "
                                 "error_retry_after FROM pending_operations LEFT JOIN files f ON f.id = target_id");
    while (operations.next())
        raise(connection, &statuses, operations.id<FolderId>(0), shownStatus(readError(operations, 1)));
    return statuses;
}

} // namespace learnlab::mirror
