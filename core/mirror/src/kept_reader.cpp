#include "kept_rows.h"
#include "mirror/reader.h"

#include "folder_walk.h"

namespace learnlab::mirror {

QList<ItemRef> Reader::keptItems() const
{
    QList<ItemRef> items;
    Query query(*m_connection, "SELECT kind, id FROM kept_items ORDER BY kind DESC, id");
    while (query.next())
        items.append({static_cast<ItemKind>(query.integer(0)), query.idBytes(1)});
    return items;
}

QList<PlacedContent> Reader::placedContents() const
{
    QList<PlacedContent> rows;
    Query query(*m_connection, "SELECT " LEARNLAB_CONTENT_COLUMNS ", folder_id, trashed FROM content "
                               "LEFT JOIN files ON files.id = file_id");
    while (query.next()) {
        PlacedContent row{.content = readContent(query)};
        if (!query.isNull(5))
            row.folder = query.id<FolderId>(5);
        row.trashed = query.boolean(6);
        rows.append(row);
    }
    return rows;
}

bool Reader::isKeptItself(const ItemRef &item) const
{
    return numberFrom(*m_connection, "SELECT count(*) FROM kept_items WHERE kind = ? AND id = ?",
                      static_cast<int>(item.kind), item.id) > 0;
}

bool Reader::isKept(const ItemRef &item) const
{
    const Snapshot snapshot(*m_connection);
    if (isKeptItself(item))
        return true;
    const std::optional<File> found = item.kind == ItemKind::File ? file(item.fileId()) : std::nullopt;
    if (item.kind == ItemKind::File && !found)
        return false;
    return KeptFolders(*m_connection).holds(found ? found->folderId : item.folderId());
}

QHash<FileId, TransferId> Reader::keptDownloads() const
{
    QHash<FileId, TransferId> downloads;
    Query query(*m_connection,
                "SELECT file_id, id FROM transfers INDEXED BY transfers_kept WHERE unfinished = 1 AND pinned = 1");
    while (query.next())
        downloads.insert(query.id<FileId>(0), query.id<TransferId>(1));
    return downloads;
}

QList<OpenedCopy> Reader::openedCopies() const
{
    QList<OpenedCopy> copies;
    Query query(*m_connection, "SELECT " LEARNLAB_COPY_COLUMNS " FROM opened_copies ORDER BY opened_at DESC, place");
    while (query.next())
        copies.append(readCopy(query));
    return copies;
}

QList<OpenedCopy> Reader::openedCopies(FileId id) const
{
    QList<OpenedCopy> copies;
    Query query(*m_connection,
                "SELECT " LEARNLAB_COPY_COLUMNS " FROM opened_copies WHERE file_id = ? ORDER BY opened_at DESC, place",
                id);
    while (query.next())
        copies.append(readCopy(query));
    return copies;
}

std::optional<OpenedCopy> Reader::openedCopy(const QString &place) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_COPY_COLUMNS " FROM opened_copies WHERE place = ?", place);
    return query.next() ? std::optional(readCopy(query)) : std::nullopt;
}

std::optional<qint64> Reader::revisionToReplace(TransferId upload) const
{
    Query query(*m_connection, "SELECT base_revision FROM opened_copies WHERE transfer_id = ? AND base_revision > 0",
                upload);
    return query.next() ? std::optional(query.integer(0)) : std::nullopt;
}

KeptSummary Reader::keptSummary() const
{
    const Snapshot snapshot(*m_connection);
    KeptSummary summary;
    Query files(*m_connection,
                "SELECT count(*), coalesce(sum(present = 0), 0), coalesce(sum(iif(present = 0, file_size, 0)), 0) "
                "FROM content JOIN files ON files.id = file_id WHERE pinned = 1 AND trashed = 0");
    if (files.next()) {
        summary.files = files.integer(0);
        summary.missing = files.integer(1);
        summary.missingBytes = files.integer(2);
    }
    Query bytes(*m_connection, "SELECT coalesce(sum(size), 0), coalesce(sum(iif(pinned, size, 0)), 0) FROM "
                               "(SELECT max(size) AS size, max(pinned) AS pinned FROM content WHERE present = 1 "
                               "GROUP BY sha256)");
    if (bytes.next()) {
        summary.bytes = bytes.integer(0);
        summary.pinnedBytes = bytes.integer(1);
    }
    Query copies(*m_connection, "SELECT coalesce(sum(max(stamp_size, 0)), 0), "
                                "coalesce(sum(sha256 <> base_sha256), 0) FROM opened_copies");
    if (copies.next()) {
        summary.bytes += copies.integer(0);
        summary.edited = copies.integer(1);
    }
    return summary;
}

namespace {

#define LEARNLAB_WISHED_ORDERS(modified)                                                                                 \
    {                                                                                                                  \
        {LEARNLAB_WISHED_FILES "sort_key, id", LEARNLAB_WISHED_FILES "sort_key DESC, id DESC"},                            \
            {LEARNLAB_WISHED_FILES "file_size, sort_key, id", LEARNLAB_WISHED_FILES "file_size DESC, sort_key, id"},       \
            {LEARNLAB_WISHED_FILES "mime_type, sort_key, id", LEARNLAB_WISHED_FILES "mime_type DESC, sort_key, id"},       \
            {LEARNLAB_WISHED_FILES modified ", sort_key, id", LEARNLAB_WISHED_FILES modified " DESC, sort_key, id"},       \
            {LEARNLAB_WISHED_FILES "sort_key, id", LEARNLAB_WISHED_FILES "sort_key DESC, id DESC"},                        \
    }
#define LEARNLAB_WISHED_FILES                                                                                            \
    "SELECT files.id AS id FROM kept_items CROSS JOIN files ON files.id = kept_items.id "                              \
    "WHERE kept_items.kind = 0 AND trashed = 0 ORDER BY "
constexpr const char *keptFiles[5][2] = LEARNLAB_WISHED_ORDERS("coalesce(content_modified_at, updated_at)");

#define LEARNLAB_WISHED_FOLDERS                                                                                          \
    "SELECT folders.id AS id FROM kept_items CROSS JOIN folders ON folders.id = kept_items.id "                        \
    "WHERE kept_items.kind = 1 AND trashed = 0 ORDER BY "
constexpr const char *keptFolders[2][2] = {
    {LEARNLAB_WISHED_FOLDERS "sort_key, id", LEARNLAB_WISHED_FOLDERS "sort_key DESC, id DESC"},
    {LEARNLAB_WISHED_FOLDERS "updated_at, sort_key, id", LEARNLAB_WISHED_FOLDERS "updated_at DESC, sort_key, id"}};

} // namespace

QList<ItemRef> Reader::offlineIds(Sort sort) const
{
    const Snapshot snapshot(*m_connection);
    QList<ItemRef> ids;
    Query folders(*m_connection, keptFolders[sort.key == SortKey::Modified ? 1 : 0][sort.descending ? 1 : 0]);
    while (folders.next())
        ids.append(ItemRef::of(folders.id<FolderId>(0)));
    Query files(*m_connection, keptFiles[static_cast<size_t>(sort.key)][sort.descending ? 1 : 0]);
    while (files.next())
        ids.append(ItemRef::of(files.id<FileId>(0)));
    ids.removeIf([this](const ItemRef &ref) { return !isLive(ref); });
    return ids;
}

} // namespace learnlab::mirror
