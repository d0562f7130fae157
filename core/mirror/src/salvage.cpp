#include "salvage.h"

#include "kept_rows.h"
#include "records.h"

#include <QFile>
#include <QSet>

#include <functional>

namespace learnlab::mirror {

namespace {

/// Walks a table in both directions, so that a broken page in its middle costs only what is on it.
void readBothWays(Connection &connection, const char *forward, const char *backward,
                  const std::function<void(const Query &)> &take)
{
    for (const char *sql : {forward, backward}) {
        Query query(connection, sql);
        while (query.next())
            take(query);
        const bool whole = connection.takeFailure().has_value();
        if (whole)
            return;
    }
}

#define LEARNLAB_BOTH_WAYS(select, key) select " ORDER BY " key, select " ORDER BY " key " DESC"

void readQueue(Connection &connection, Salvaged *salvaged)
{
    QSet<TransferId> met;
    readBothWays(connection,
                 LEARNLAB_BOTH_WAYS("SELECT " LEARNLAB_TRANSFER_COLUMNS " FROM transfers NOT INDEXED", "rowid"),
                 [&](const Query &query) {
                     const Transfer transfer = readTransfer(query);
                     if (!transfer.id.isNull() && !met.contains(transfer.id)) {
                         met.insert(transfer.id);
                         salvaged->transfers.append(transfer);
                     }
                 });
    QSet<QPair<TransferId, int>> metParts;
    readBothWays(
        connection,
        LEARNLAB_BOTH_WAYS("SELECT transfer_id, number, size, sha256, etag FROM parts", "transfer_id, number"),
        [&](const Query &query) {
            const TransferId id = query.id<TransferId>(0);
            const Part part{static_cast<int>(query.integer(1)), query.integer(2), query.blob(3), query.text(4)};
            if (met.contains(id) && !metParts.contains({id, part.number})) {
                metParts.insert({id, part.number});
                salvaged->parts.append({id, part});
            }
        });
}

void readOperations(Connection &connection, Salvaged *salvaged)
{
    // In the order they were made: those met walking backward go behind, the last first.
    QSet<OperationId> met;
    QList<PendingOperation> backward;
    bool forwards = true;
    for (const char *sql :
         {LEARNLAB_BOTH_WAYS("SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations NOT INDEXED", "n")}) {
        Query query(connection, sql);
        while (query.next()) {
            const PendingOperation pending = readOperation(query);
            if (pending.operation.id.isNull() || met.contains(pending.operation.id))
                continue;
            met.insert(pending.operation.id);
            if (forwards)
                salvaged->operations.append(pending);
            else
                backward.prepend(pending);
        }
        if (connection.takeFailure())
            break;
        forwards = false;
    }
    salvaged->operations += backward;
}

void readAccount(Connection &connection, Salvaged *salvaged)
{
    QSet<FileId> met;
    readBothWays(connection, LEARNLAB_BOTH_WAYS("SELECT " LEARNLAB_CONTENT_COLUMNS " FROM content", "file_id"),
                 [&](const Query &query) {
                     const ContentRow row = readContent(query);
                     if (!row.fileId.isNull() && !met.contains(row.fileId)) {
                         met.insert(row.fileId);
                         salvaged->contents.append(row);
                     }
                 });
}

void readGroups(Connection &connection, Salvaged *salvaged)
{
    QSet<TransferId> met;
    readBothWays(connection,
                 LEARNLAB_BOTH_WAYS("SELECT id, name, folder_id, kind, created_at FROM transfer_groups", "id"),
                 [&](const Query &query) {
                     const auto id = query.id<TransferId>(0);
                     if (id.isNull() || met.contains(id))
                         return;
                     met.insert(id);
                     const bool down = query.integer(3) == static_cast<qint64>(TransferKind::Download);
                     salvaged->groups.append({id, query.text(1), query.id<FolderId>(2),
                                              down ? TransferKind::Download : TransferKind::Upload, query.time(4)});
                 });
}

/// A mirror of before these tables has none to read, which is no failure of what else it holds.
void readKept(Connection &connection, Salvaged *salvaged)
{
    QSet<ItemRef> met;
    readBothWays(connection, LEARNLAB_BOTH_WAYS("SELECT kind, id FROM kept_items", "kind, id"),
                 [&](const Query &query) {
                     const ItemRef item{static_cast<ItemKind>(query.integer(0)), query.idBytes(1)};
                     if (!met.contains(item)) {
                         met.insert(item);
                         salvaged->kept.append(item);
                     }
                 });
    QSet<QString> metPlaces;
    readBothWays(connection, LEARNLAB_BOTH_WAYS("SELECT " LEARNLAB_COPY_COLUMNS " FROM opened_copies", "place"),
                 [&](const Query &query) {
                     const OpenedCopy copy = readCopy(query);
                     if (!copy.place.isEmpty() && !metPlaces.contains(copy.place)) {
                         metPlaces.insert(copy.place);
                         salvaged->copies.append(copy);
                     }
                 });
}

} // namespace

Result<Salvaged> salvage(const QString &path)
{
    Salvaged salvaged;
    if (!QFile::exists(path))
        return salvaged;
    Result<std::unique_ptr<Connection>> opened = Connection::open(path, Connection::Mode::Salvage);
    if (!opened)
        return tl::make_unexpected(opened.error());
    Connection &connection = **opened;
    readQueue(connection, &salvaged);
    readGroups(connection, &salvaged);
    readOperations(connection, &salvaged);
    readAccount(connection, &salvaged);
    readKept(connection, &salvaged);
    const Reader reader(std::move(*opened));
    salvaged.user = reader.user();
    salvaged.session = reader.currentSession();
    if (const Result<void> free = connection.unhindered(); !free)
        return tl::make_unexpected(free.error());
    return salvaged;
}

} // namespace learnlab::mirror
