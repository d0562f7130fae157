#include "mirror/reader.h"

#include "domain/file_kind.h"
#include "folder_walk.h"
#include "keys.h"
#include "name_order.h"
#include "order_keys.h"

#include <algorithm>
#include <tuple>

namespace learnlab::mirror {

namespace {

// Every order a list can have, by sort key and direction; SQLite sees literals, so the statements stay prepared.
#define LEARNLAB_ORDERS(select, modified)                                                                              \
    {                                                                                                                  \
        {select " ORDER BY sort_key, id", select " ORDER BY sort_key DESC, id DESC"},                                  \
            {select " ORDER BY file_size, sort_key, id", select " ORDER BY file_size DESC, sort_key, id"},             \
            {select " ORDER BY sort_key, id", select " ORDER BY sort_key, id"},                                        \
            {select " ORDER BY " modified ", sort_key, id", select " ORDER BY " modified " DESC, sort_key, id"},       \
            {select " ORDER BY sort_key, id", select " ORDER BY sort_key DESC, id DESC"},                              \
    }

constexpr const char *filesOfFolder[5][2] = LEARNLAB_ORDERS("SELECT id FROM files WHERE folder_id = ? AND trashed = 0",
                                                            "coalesce(content_modified_at, updated_at)");

constexpr const char *typesOfFolder =
    "SELECT id, filename, mime_type FROM files WHERE folder_id = ? AND trashed = 0 ORDER BY sort_key, id";

constexpr const char *foldersByName[2] = {
    "SELECT id FROM folders WHERE parent_id = ? AND trashed = 0 ORDER BY sort_key, id",
    "SELECT id FROM folders WHERE parent_id = ? AND trashed = 0 ORDER BY sort_key DESC, id DESC"};
constexpr const char *foldersByTime[2] = {
    "SELECT id FROM folders WHERE parent_id = ? AND trashed = 0 ORDER BY updated_at, sort_key, id",
    "SELECT id FROM folders WHERE parent_id = ? AND trashed = 0 ORDER BY updated_at DESC, sort_key, id"};

const char *statementFor(const char *const (&table)[5][2], Sort sort)
{
    return table[static_cast<size_t>(sort.key)][sort.descending ? 1 : 0];
}

/// By type, of a folder whose rows are all read.
QList<ItemRef> filesByType(Connection &connection, FolderId folder, bool descending)
{
    struct Typed
    {
        ItemRef ref;
        QByteArray key;
        TypePlace place;
    };
    QList<Typed> files;
    Query query(connection, typesOfFolder, folder);
    while (query.next()) {
        const QString name = query.text(1);
        const auto kind = static_cast<int>(domain::fileKindOf(name, query.text(2)));
        files.append({ItemRef::of(query.id<FileId>(0)), searchKey(name).toUtf8(), {kind, {}}});
        Typed &file = files.last();
        file.place = TypePlace::of(kind, {file.key.constData(), static_cast<size_t>(file.key.size())});
    }
    std::stable_sort(files.begin(), files.end(), [descending](const Typed &a, const Typed &b) {
        return descending ? b.place < a.place : a.place < b.place;
    });
    QList<ItemRef> ids;
    ids.reserve(files.size());
    for (const Typed &file : std::as_const(files))
        ids.append(file.ref);
    return ids;
}

QHash<ItemRef, ItemStatus> statusesInFolder(Connection &connection, FolderId folder)
{
    QHash<ItemRef, ItemStatus> statuses;
    const auto add = [&statuses](const ItemRef &ref, ItemStatus status) {
        statuses.insert(ref, std::min(statuses.value(ref, ItemStatus::Synced), status));
    };
    const QHash<FolderId, ItemStatus> below = folderStatuses(connection);
    for (auto it = below.begin(); it != below.end(); ++it)
        add(ItemRef::of(it.key()), it.value());
    Query kept(connection,
               "SELECT file_id FROM content CROSS JOIN files ON id = file_id WHERE present = 1 AND folder_id = ?",
               folder);
    while (kept.next())
        add(ItemRef::of(kept.id<FileId>(0)), ItemStatus::AvailableOffline);
    Query transfers(connection, "SELECT file_id, shown FROM transfers WHERE folder_id = ? AND shown IS NOT NULL",
                    folder);
    while (transfers.next())
        add(ItemRef::of(transfers.id<FileId>(0)), static_cast<ItemStatus>(transfers.integer(1)));
    Query operations(connection, "SELECT target_id, error_code, error_detail, error_field, error_retry_after "
                                 "FROM pending_operations WHERE target_kind = 0");
    while (operations.next())
        add(ItemRef::of(operations.id<FileId>(0)), shownStatus(readError(operations, 1)));
    return statuses;
}

void sortByStatus(QList<ItemRef>::iterator begin, QList<ItemRef>::iterator end,
                  const QHash<ItemRef, ItemStatus> &statuses, bool descending)
{
    std::stable_sort(begin, end, [&statuses, descending](const ItemRef &a, const ItemRef &b) {
        const ItemStatus left = statuses.value(a, ItemStatus::Synced);
        const ItemStatus right = statuses.value(b, ItemStatus::Synced);
        return descending ? right < left : left < right;
    });
}

} // namespace

Reader::Reader(std::unique_ptr<Connection> connection, std::shared_ptr<NameTable> names)
    : m_connection(std::move(connection)), m_names(names ? std::move(names) : std::make_shared<NameTable>())
{}
Reader::~Reader() = default;

namespace {

/// By one row after the other, which costs a microsecond each.
QList<ItemRef> idsOfFew(Connection &connection, const std::vector<qint64> &rows)
{
    QList<ItemRef> ids;
    for (const qint64 row : rows) {
        Query query(connection, "SELECT id FROM files WHERE n = ?", row);
        if (query.next())
            ids.append(ItemRef::of(query.id<FileId>(0)));
    }
    return ids;
}

/// From one walk through the index of ids.
QList<ItemRef> idsOfMany(Connection &connection, const std::vector<qint64> &rows)
{
    std::vector<FileId> byRow(static_cast<size_t>(1 + *std::max_element(rows.begin(), rows.end())));
    Query query(connection, "SELECT n, id FROM files");
    while (query.next()) {
        if (const auto row = static_cast<size_t>(query.integer(0)); row < byRow.size())
            byRow[row] = query.id<FileId>(1);
    }
    QList<ItemRef> ids;
    ids.reserve(static_cast<qsizetype>(rows.size()));
    for (const qint64 row : rows) {
        if (const FileId id = byRow[static_cast<size_t>(row)]; !id.isNull())
            ids.append(ItemRef::of(id));
    }
    return ids;
}

constexpr size_t fewRows = 2000;

/// Whether the first files of a folder are found quicker among the names in memory than among its rows, which lie all
/// over the table. To read the names first costs a thirtieth of that for each file of the mirror.
bool orderedInMemory(Connection &connection, NameTable &names, FolderId folder, Sort sort)
{
    if (sort.key == SortKey::Name || sort.key == SortKey::Status)
        return false;
    constexpr qint64 fewFiles = 2000;
    constexpr qint64 namesForARow = 30;
    const qint64 enough = [&] {
        const std::lock_guard lock(names.mutex());
        return names.isEmpty() ? std::max(fewFiles, numberFrom(connection, "SELECT max(n) FROM files") / namesForARow)
                               : fewFiles;
    }();
    return numberFrom(connection,
                      "SELECT count(*) FROM (SELECT 1 FROM files WHERE folder_id = ? AND trashed = 0 LIMIT ?)", folder,
                      enough + 1) > enough;
}

/// The first files of a large folder. What memory knows less exactly than the rows is put right among themselves.
QList<ItemRef> firstOf(Connection &connection, NameTable &names, FolderId folder, Sort sort, size_t limit)
{
    const NameOrder order = [&] {
        const std::lock_guard lock(names.mutex());
        names.refresh(connection);
        return NameOrder(names, folder);
    }();
    struct Exact
    {
        ItemRef ref;
        qint64 value = 0;
        QByteArray key;
    };
    QList<Exact> found;
    for (const qint64 row : order.rows(sort, firstScriptOf(connection), limit)) {
        Query query(connection,
                    sort.key == SortKey::Size
                        ? "SELECT id, file_size, sort_key FROM files WHERE n = ?"
                        : "SELECT id, coalesce(content_modified_at, updated_at), sort_key FROM files WHERE n = ?",
                    row);
        if (query.next())
            found.append({ItemRef::of(query.id<FileId>(0)), query.integer(1), query.blob(2)});
    }
    if (sort.key != SortKey::Type) {
        std::sort(found.begin(), found.end(), [&sort](const Exact &a, const Exact &b) {
            if (a.value != b.value)
                return sort.descending ? b.value < a.value : a.value < b.value;
            return std::tie(a.key, a.ref.id) < std::tie(b.key, b.ref.id);
        });
    }
    QList<ItemRef> ids;
    for (const Exact &file : std::as_const(found))
        ids.append(file.ref);
    return ids;
}

} // namespace

QList<ItemRef> Reader::childIds(FolderId folder, Sort sort, qsizetype limit) const
{
    const Snapshot snapshot(*m_connection);
    QList<ItemRef> ids;
    const bool all = limit < 0;
    const auto &order = sort.key == SortKey::Modified ? foldersByTime : foldersByName;
    Query folders(*m_connection, order[sort.descending ? 1 : 0], folder);
    while ((all || ids.size() < limit) && folders.next())
        ids.append(ItemRef::of(folders.id<FolderId>(0)));
    const qsizetype folderCount = ids.size();
    if (!all && ids.size() < limit && orderedInMemory(*m_connection, *m_names, folder, sort))
        return ids + firstOf(*m_connection, *m_names, folder, sort, static_cast<size_t>(limit - ids.size()));
    if (sort.key == SortKey::Type) {
        ids += filesByType(*m_connection, folder, sort.descending);
        return all ? ids : ids.mid(0, limit);
    }
    Query files(*m_connection, statementFor(filesOfFolder, sort), folder);
    while ((all || ids.size() < limit) && files.next())
        ids.append(ItemRef::of(files.id<FileId>(0)));
    if (sort.key == SortKey::Status) {
        const QHash<ItemRef, ItemStatus> statuses = statusesInFolder(*m_connection, folder);
        sortByStatus(ids.begin(), ids.begin() + folderCount, statuses, sort.descending);
        sortByStatus(ids.begin() + folderCount, ids.end(), statuses, sort.descending);
    }
    return ids;
}

QList<ItemRef> Reader::allFileIds(Sort sort, qsizetype limit) const
{
    const Snapshot snapshot(*m_connection);
    const NameOrder order = [this] {
        const std::lock_guard lock(m_names->mutex());
        m_names->refresh(*m_connection);
        return NameOrder(*m_names);
    }();
    const size_t most = limit < 0 ? order.size() : static_cast<size_t>(limit);
    const std::vector<qint64> rows = order.rows(sort, firstScriptOf(*m_connection), most);
    return rows.size() <= fewRows ? idsOfFew(*m_connection, rows) : idsOfMany(*m_connection, rows);
}

QList<ItemRef> Reader::recentIds(int limit) const
{
    // Until the first pull is through there is no index of this order.
    if (!firstSyncDone())
        return allFileIds({SortKey::Modified, true}, limit);
    const Snapshot snapshot(*m_connection);
    QList<ItemRef> ids;
    FolderWalk folders(*m_connection);
    Query query(*m_connection, "SELECT id, folder_id FROM files WHERE trashed = 0 ORDER BY updated_at DESC, n DESC");
    while (ids.size() < limit && query.next()) {
        if (folders.isLive(query.id<FolderId>(1)))
            ids.append(ItemRef::of(query.id<FileId>(0)));
    }
    return ids;
}

QList<ItemRef> Reader::trashIds() const
{
    QList<ItemRef> ids;
    Query query(*m_connection,
                "SELECT 1 AS kind, id, deleted_at FROM folders WHERE trashed = 1 "
                "UNION ALL SELECT 0, id, deleted_at FROM files WHERE trashed = 1 ORDER BY deleted_at DESC, id DESC");
    while (query.next())
        ids.append({static_cast<ItemKind>(query.integer(0)), query.idBytes(1)});
    return ids;
}

QList<Folder> Reader::childFolders(FolderId folder) const
{
    QList<Folder> folders;
    Query query(*m_connection,
                "SELECT " LEARNLAB_FOLDER_COLUMNS
                " FROM folders WHERE parent_id = ? AND trashed = 0 ORDER BY sort_key, id",
                folder);
    while (query.next())
        folders.append(readFolder(query));
    return folders;
}

QList<File> Reader::childFiles(FolderId folder) const
{
    QList<File> files;
    Query query(*m_connection,
                "SELECT " LEARNLAB_FILE_COLUMNS " FROM files WHERE folder_id = ? AND trashed = 0 ORDER BY sort_key, id",
                folder);
    while (query.next())
        files.append(readFile(query));
    return files;
}

qint64 Reader::fileCount() const
{
    return numberFrom(*m_connection, "SELECT count(*) FROM files WHERE trashed = 0");
}

qint64 Reader::folderCount() const
{
    return numberFrom(*m_connection, "SELECT count(*) FROM folders WHERE trashed = 0");
}

} // namespace learnlab::mirror
