#include "mirror/reader.h"

#include "folder_walk.h"
#include "kept_rows.h"

#include <algorithm>

namespace learnlab::mirror {

namespace {

void applyTransfer(Connection &connection, ItemRow *row)
{
    Query query(connection,
                "SELECT id, shown, bytes_done, bytes_total, state = 'paused' FROM transfers "
                "WHERE file_id = ? AND shown IS NOT NULL ORDER BY shown, position LIMIT 1",
                row->ref.id);
    if (!query.next())
        return;
    row->transferId = query.id<TransferId>(0);
    row->status = std::min(row->status, static_cast<ItemStatus>(query.integer(1)));
    if (row->status == ItemStatus::Uploading || row->status == ItemStatus::Waiting)
        row->progress = query.integer(3) > 0 ? double(query.integer(2)) / double(query.integer(3)) : 0;
    row->paused = row->status == ItemStatus::Waiting && query.boolean(4);
}

void applyOperations(Connection &connection, ItemRow *row)
{
    Query query(connection,
                "SELECT error_code, error_detail, error_field, error_retry_after FROM pending_operations "
                "WHERE target_id = ? AND target_kind = ?",
                row->ref.id, static_cast<int>(row->ref.kind));
    while (query.next())
        row->status = std::min(row->status, shownStatus(readError(query, 0)));
}

// A whole pull under a new generation is through and did not bring it; the sweep left it for the bytes that are here.
#define LEARNLAB_NOT_ON_SERVER                                                                                         \
    "revision > 0 AND seen < (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'generation') "                      \
    "AND coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'resyncing'), 0) = 0"

bool readFileRow(Connection &connection, ItemRow *row)
{
    Query query(connection,
                "SELECT folder_id, filename, file_size, mime_type, coalesce(content_modified_at, updated_at), "
                "trashed, deleted_at, pinned, present, "
                "coalesce(content.sha256 = content_sha256, content_sha256 IS NULL), "
                "present = 1 AND " LEARNLAB_NOT_ON_SERVER " "
                "FROM files LEFT JOIN content ON file_id = id WHERE id = ?",
                row->ref.id);
    if (!query.next())
        return false;
    row->parentId = query.id<FolderId>(0);
    row->name = query.text(1);
    row->size = query.integer(2);
    row->mimeType = query.text(3);
    row->modifiedAt = query.time(4);
    if (query.boolean(5))
        row->deletedAt = query.optionalTime(6);
    row->pinned = query.boolean(7);
    // Bytes of an older version do not count: opening the file would show what it no longer is.
    row->available = query.boolean(8) && query.boolean(9);
    row->lostOnServer = query.boolean(10);
    if (row->available)
        row->status = ItemStatus::AvailableOffline;
    row->keeping = keepingOf(connection, *row);
    applyTransfer(connection, row);
    return true;
}

bool readFolderRow(Connection &connection, ItemRow *row)
{
    Query query(connection,
                "SELECT parent_id, name, updated_at, trashed, deleted_at, "
                "(SELECT count(*) FROM files WHERE folder_id = folders.id AND files.trashed = 0) + "
                "(SELECT count(*) FROM folders AS below WHERE below.parent_id = folders.id AND below.trashed = 0) "
                "FROM folders WHERE id = ?",
                row->ref.id);
    if (!query.next())
        return false;
    row->parentId = query.id<FolderId>(0);
    row->name = query.text(1);
    row->modifiedAt = query.time(2);
    if (query.boolean(3))
        row->deletedAt = query.optionalTime(4);
    row->size = query.integer(5);
    return true;
}

} // namespace

QList<FileId> Reader::lostOnServer() const
{
    QList<FileId> ids;
    Query query(*m_connection, "SELECT id FROM files JOIN content ON file_id = id WHERE present = 1 "
                               "AND " LEARNLAB_NOT_ON_SERVER " ORDER BY id");
    while (query.next())
        ids.append(query.id<FileId>(0));
    return ids;
}

QList<ItemRow> Reader::rows(const QList<ItemRef> &refs, bool withPath) const
{
    const Snapshot snapshot(*m_connection);
    const bool anyFolder =
        std::any_of(refs.begin(), refs.end(), [](const ItemRef &ref) { return ref.kind == ItemKind::Folder; });
    const QHash<FolderId, ItemStatus> below = anyFolder ? folderStatuses(*m_connection) : QHash<FolderId, ItemStatus>();
    std::optional<KeptFolders> kept;
    if (anyFolder)
        kept.emplace(*m_connection);
    QList<ItemRow> rows;
    rows.reserve(refs.size());
    for (const ItemRef &ref : refs) {
        ItemRow row;
        row.ref = ref;
        const bool folder = ref.kind == ItemKind::Folder;
        if (!(folder ? readFolderRow(*m_connection, &row) : readFileRow(*m_connection, &row)))
            continue;
        if (folder) {
            row.status = below.value(ref.folderId(), ItemStatus::Synced);
            row.keeping = kept->of(ref.folderId());
            row.pinned = row.keeping != Keeping::No;
            if (row.keeping == Keeping::Kept && row.status == ItemStatus::Synced)
                row.status = ItemStatus::AvailableOffline;
        }
        applyOperations(*m_connection, &row);
        if (withPath)
            row.path = pathOf(ItemRef::of(row.parentId));
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace learnlab::mirror
