#include "mirror/reader.h"

#include "domain/names.h"
#include "folder_walk.h"
#include "order_keys.h"

#include <algorithm>

namespace learnlab::mirror {

std::optional<File> Reader::file(FileId id) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_FILE_COLUMNS " FROM files WHERE id = ?", id);
    return query.next() ? std::optional(readFile(query)) : std::nullopt;
}

std::optional<Folder> Reader::folder(FolderId id) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_FOLDER_COLUMNS " FROM folders WHERE id = ?", id);
    return query.next() ? std::optional(readFolder(query)) : std::nullopt;
}

namespace {

/// The things in a folder that have this key, and may have another name.
struct Named
{
    const char *byKey;
    const char *byName;
};

// Where an upload waits under a taken name there are two of it: the one that the server knows is meant.
constexpr Named namedFolders = {
    "SELECT id, name FROM folders WHERE parent_id = ? AND sort_key = ? AND trashed = 0 ORDER BY revision = 0, id",
    "SELECT id, name FROM folders WHERE parent_id = ? AND name = ? AND trashed = 0 ORDER BY revision = 0, id"};
constexpr Named namedFiles = {
    "SELECT id, filename FROM files WHERE folder_id = ? AND sort_key = ? AND trashed = 0 ORDER BY revision = 0, id",
    "SELECT id, filename FROM files WHERE folder_id = ? AND filename = ? AND trashed = 0 ORDER BY revision = 0, id"};

template <class IdType>
std::optional<ItemRef> firstNamed(Query &query, const QString &name)
{
    while (query.next()) {
        if (query.text(1) == name)
            return ItemRef::of(query.id<IdType>(0));
    }
    return std::nullopt;
}

/// KEY is empty while keys are being renewed.
template <class IdType>
std::optional<ItemRef> namedIn(Connection &connection, const Named &named, FolderId folder, const QString &name,
                               const QByteArray &key)
{
    if (key.isEmpty()) {
        Query query(connection, named.byName, folder, name);
        return firstNamed<IdType>(query, name);
    }
    Query query(connection, named.byKey, folder, key);
    return firstNamed<IdType>(query, name);
}

} // namespace

std::optional<ItemRef> Reader::childByName(FolderId folder, const QString &name) const
{
    const Result<QString> normal = domain::normalName(name);
    if (!normal)
        return std::nullopt;
    const Snapshot snapshot(*m_connection);
    const QByteArray key = hasOrder(*m_connection) ? sortKey(*normal, firstScriptOf(*m_connection)) : QByteArray();
    if (const auto found = namedIn<FolderId>(*m_connection, namedFolders, folder, *normal, key))
        return found;
    return namedIn<FileId>(*m_connection, namedFiles, folder, *normal, key);
}

std::optional<ItemRef> Reader::resolve(const QString &path) const
{
    const Snapshot snapshot(*m_connection);
    if (path.startsWith(QLatin1String("id:"))) {
        const auto bytes = domain::uuidFromText(QStringView(path).mid(3));
        if (!bytes)
            return std::nullopt;
        if (file(FileId(*bytes)))
            return ItemRef::of(FileId(*bytes));
        return FolderId(*bytes).isNull() || folder(FolderId(*bytes)) ? std::optional(ItemRef::of(FolderId(*bytes)))
                                                                     : std::nullopt;
    }
    if (!path.startsWith(QLatin1Char('/')))
        return std::nullopt;
    ItemRef current = ItemRef::of(domain::rootFolder);
    const QStringList names = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (current.kind != ItemKind::Folder)
            return std::nullopt;
        const std::optional<ItemRef> child = childByName(current.folderId(), name);
        if (!child)
            return std::nullopt;
        current = *child;
    }
    return current;
}

QString Reader::pathOf(ItemRef ref) const
{
    const Snapshot snapshot(*m_connection);
    QString tail;
    FolderId above = ref.folderId();
    if (ref.kind == ItemKind::File) {
        const std::optional<File> row = file(ref.fileId());
        if (!row)
            return {};
        tail = QLatin1Char('/') + row->filename;
        above = row->folderId;
    }
    const QList<Folder> chain = chainAbove(*m_connection, above);
    for (const Folder &folder : chain)
        tail.prepend(QLatin1Char('/') + folder.name);
    return tail.isEmpty() ? QStringLiteral("/") : tail;
}

QList<Folder> Reader::ancestors(FolderId folder) const
{
    const Snapshot snapshot(*m_connection);
    QList<Folder> chain = chainAbove(*m_connection, folder);
    std::reverse(chain.begin(), chain.end());
    return chain;
}

bool Reader::isLive(ItemRef ref) const
{
    FolderId folder = ref.folderId();
    if (ref.kind == ItemKind::File) {
        Query query(*m_connection, "SELECT folder_id FROM files WHERE id = ? AND trashed = 0", ref.id);
        if (!query.next())
            return false;
        folder = query.id<FolderId>(0);
    }
    return FolderWalk(*m_connection).isLive(folder);
}

} // namespace learnlab::mirror
