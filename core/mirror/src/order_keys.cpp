#include "order_keys.h"

#include "meta.h"

namespace learnlab::mirror {

namespace {

struct OrderedKind
{
    ItemKind kind;
    QLatin1String next; ///< in meta
    const char *rows;
    const char *update;
};

constexpr OrderedKind orderedKinds[] = {
    {ItemKind::Folder, metaFoldersToOrder,
     "SELECT " LEARNLAB_FOLDER_COLUMNS ", n FROM folders WHERE n >= ? ORDER BY n LIMIT ?",
     "UPDATE folders SET sort_key = ?1 WHERE n = ?2 AND sort_key <> ?1"},
    {ItemKind::File, metaFilesToOrder,
     "SELECT " LEARNLAB_FILE_COLUMNS ", n, trashed FROM files WHERE n >= ? ORDER BY n LIMIT ?",
     "UPDATE files SET sort_key = ?1 WHERE n = ?2 AND sort_key <> ?1"},
};

struct KeyedRow
{
    qint64 number = 0;
    QByteArray key;
};

/// A row's key, and what is searched of it: earlier programs folded other characters.
KeyedRow readKeyed(const Query &query, ItemKind kind, FirstScript first, NameBlocks &names)
{
    constexpr int folderNumber = 8;
    constexpr int fileNumber = 13;
    if (kind == ItemKind::Folder) {
        const Folder folder = readFolder(query);
        names.changed(kind, query.integer(folderNumber), nameEntryOf(folder));
        return {query.integer(folderNumber), sortKey(folder.name, first)};
    }
    const File file = readFile(query);
    const QByteArray folded = searchKey(file.filename).toUtf8();
    names.changed(kind, query.integer(fileNumber), nameEntryOf(file, query.boolean(fileNumber + 1), folded));
    return {query.integer(fileNumber), sortKey(file.filename, folded, first)};
}

void forgetMeta(Connection &connection, QLatin1String key)
{
    Query(connection, "DELETE FROM meta WHERE key = ?", key).run();
}

} // namespace

FirstScript firstScriptOf(Connection &connection)
{
    return metaNumber(connection, metaFirstScript).value_or(0) == 0 ? FirstScript::Latin : FirstScript::Arabic;
}

bool hasOrder(Connection &connection)
{
    return !metaNumber(connection, metaFoldersToOrder) && !metaNumber(connection, metaFilesToOrder);
}

void changeOrder(Connection &connection, FirstScript first)
{
    if (firstScriptOf(connection) == first)
        return;
    setMeta(connection, metaFirstScript, static_cast<int>(first));
    for (const OrderedKind &kind : orderedKinds)
        setMeta(connection, kind.next, 0);
}

void renewKeys(Connection &connection, NameBlocks &names, int rows)
{
    const FirstScript first = firstScriptOf(connection);
    for (const OrderedKind &kind : orderedKinds) {
        const std::optional<qint64> next = metaNumber(connection, kind.next);
        if (!next)
            continue;
        QList<KeyedRow> found;
        Query query(connection, kind.rows, *next, rows);
        while (query.next())
            found.append(readKeyed(query, kind.kind, first, names));
        for (const KeyedRow &row : std::as_const(found))
            Query(connection, kind.update, row.key, row.number).run();
        if (found.size() < rows)
            forgetMeta(connection, kind.next);
        else
            setMeta(connection, kind.next, found.constLast().number + 1);
    }
}

} // namespace learnlab::mirror
