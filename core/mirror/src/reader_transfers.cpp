#include "mirror/reader.h"

#include "records.h"

namespace learnlab::mirror {

namespace {

#define LEARNLAB_TRANSFERS "SELECT " LEARNLAB_TRANSFER_COLUMNS " FROM transfers "

QList<Transfer> transfersOf(Query &query)
{
    QList<Transfer> transfers;
    while (query.next())
        transfers.append(readTransfer(query));
    return transfers;
}

QList<TransferId> idsOf(Query &query)
{
    QList<TransferId> ids;
    while (query.next())
        ids.append(query.id<TransferId>(0));
    return ids;
}

/// state, count, bytes_total, bytes_done from column `first` on.
void addTotals(const Query &query, int first, TransferTotals *totals)
{
    const auto state = domain::stateFromName(query.text(first)).value_or(TransferState::Queued);
    const qint64 count = query.integer(first + 1);
    const qint64 bytes = query.integer(first + 2);
    const qint64 done = query.integer(first + 3);
    switch (state) {
    case TransferState::Queued:
        totals->queued += count;
        break;
    case TransferState::Preparing:
    case TransferState::Sending:
    case TransferState::Completing:
        totals->underWay += count;
        break;
    case TransferState::Waiting:
        totals->waiting += count;
        break;
    case TransferState::Paused:
    case TransferState::Failed:
        (state == TransferState::Paused ? totals->paused : totals->failed) += count;
        totals->stoppedBytesTotal += bytes;
        totals->stoppedBytesDone += done;
        break;
    case TransferState::Done:
        totals->done += count;
        totals->finishedBytes += bytes;
        break;
    case TransferState::Cancelled:
        return;
    }
    totals->bytesTotal += bytes;
    totals->bytesDone += done;
}

QList<TransferGroupRow> groupsOf(Query &query)
{
    QList<TransferGroupRow> rows;
    while (query.next()) {
        const auto id = query.id<TransferId>(0);
        if (rows.isEmpty() || rows.last().group.id != id) {
            TransferGroupRow row;
            row.group.id = id;
            row.group.name = query.text(1);
            row.group.folderId = query.id<FolderId>(2);
            row.group.kind = static_cast<TransferKind>(query.integer(3));
            row.group.createdAt = query.time(4);
            rows.append(row);
        }
        addTotals(query, 5, &rows.last().totals);
    }
    return rows;
}

#define LEARNLAB_GROUPS                                                                                                \
    "SELECT group_id, name, folder_id, kind, created_at, state, count, bytes_total, bytes_done "                       \
    "FROM transfer_totals LEFT JOIN transfer_groups ON id = group_id "

} // namespace

QList<Transfer> Reader::transfers() const
{
    Query query(*m_connection, LEARNLAB_TRANSFERS "ORDER BY position, id");
    return transfersOf(query);
}

QList<Transfer> Reader::unfinishedTransfers() const
{
    Query query(*m_connection, LEARNLAB_TRANSFERS "WHERE unfinished = 1 ORDER BY position, id");
    return transfersOf(query);
}

std::optional<Transfer> Reader::transfer(TransferId id) const
{
    Query query(*m_connection, LEARNLAB_TRANSFERS "WHERE id = ?", id);
    return query.next() ? std::optional(readTransfer(query)) : std::nullopt;
}

std::optional<Transfer> Reader::unfinishedDownload(FileId file, const QByteArray &localPath) const
{
    Query query(*m_connection,
                LEARNLAB_TRANSFERS "INDEXED BY transfers_file WHERE file_id = ? AND unfinished = 1 AND kind = 1 "
                                   "AND local_path = ?",
                file, localPath);
    return query.next() ? std::optional(readTransfer(query)) : std::nullopt;
}

QList<Part> Reader::parts(TransferId id) const
{
    QList<Part> parts;
    Query query(*m_connection, "SELECT number, size, sha256, etag FROM parts WHERE transfer_id = ? ORDER BY number",
                id);
    while (query.next())
        parts.append({static_cast<int>(query.integer(0)), query.integer(1), query.blob(2), query.text(3)});
    return parts;
}

QList<TransferId> Reader::transferIds() const
{
    Query query(*m_connection, "SELECT id FROM transfers ORDER BY position, id");
    return idsOf(query);
}

QList<TransferId> Reader::transferIds(TransferId group) const
{
    Query query(*m_connection, "SELECT id FROM transfers WHERE group_id = ? ORDER BY position, id", group);
    return idsOf(query);
}

QList<Transfer> Reader::transfers(const QList<TransferId> &ids) const
{
    const Snapshot snapshot(*m_connection);
    QList<Transfer> transfers;
    for (const TransferId &id : ids) {
        if (auto found = transfer(id))
            transfers.append(*std::move(found));
    }
    return transfers;
}

QList<Transfer> Reader::unfinishedAfter(const QueuePlace &after, int limit, TransferId group) const
{
    if (group.isNull()) {
        Query query(*m_connection,
                    LEARNLAB_TRANSFERS "WHERE unfinished = 1 AND (position, id) > (?, ?) ORDER BY position, id LIMIT ?",
                    after.position, after.id, limit);
        return transfersOf(query);
    }
    Query query(*m_connection,
                LEARNLAB_TRANSFERS "INDEXED BY transfers_group WHERE group_id = ? AND (position, id) > (?, ?) "
                                   "AND unfinished = 1 ORDER BY position, id LIMIT ?",
                group, after.position, after.id, limit);
    return transfersOf(query);
}

QList<Transfer> Reader::queuedAfter(const QueuePlace &after, TransferKind kind, qint64 above, qint64 upTo,
                                    int limit) const
{
    // The index answers which ones alone: a million small files before the first large one cost no visit to their rows.
    Query query(*m_connection,
                LEARNLAB_TRANSFERS
                "WHERE id IN (SELECT id FROM transfers INDEXED BY transfers_turns WHERE unfinished = 1 AND state = "
                "'queued' AND kind = ? AND (position, id) > (?, ?) AND bytes_total > ? AND bytes_total <= ? "
                "ORDER BY position, id LIMIT ?) ORDER BY position, id",
                static_cast<int>(kind), after.position, after.id, above, upTo, limit);
    return transfersOf(query);
}

QList<Transfer> Reader::transfersIn(TransferState state, int limit) const
{
    Query query(*m_connection,
                LEARNLAB_TRANSFERS "INDEXED BY transfers_turns WHERE unfinished = 1 AND state = ? "
                                   "ORDER BY kind, position, id LIMIT ?",
                domain::stateName(state), limit);
    return transfersOf(query);
}

std::optional<Transfer> Reader::unfinishedUpload(FolderId folder, const QString &filename,
                                                 const QByteArray &localPath) const
{
    Query query(*m_connection,
                LEARNLAB_TRANSFERS "INDEXED BY transfers_place WHERE folder_id = ? AND filename = ? AND unfinished = 1 "
                                   "AND kind = 0 AND local_path = ? ORDER BY position LIMIT 1",
                folder, filename, localPath);
    return query.next() ? std::optional(readTransfer(query)) : std::nullopt;
}

TransferTotals Reader::transferTotals() const
{
    TransferTotals totals;
    Query query(*m_connection, "SELECT state, count, bytes_total, bytes_done FROM transfer_totals");
    while (query.next())
        addTotals(query, 0, &totals);
    return totals;
}

QList<TransferGroupRow> Reader::transferGroups() const
{
    Query query(*m_connection, LEARNLAB_GROUPS "ORDER BY coalesce(created_at, 0), group_id");
    return groupsOf(query);
}

std::optional<TransferGroupRow> Reader::transferGroup(TransferId group) const
{
    Query query(*m_connection, LEARNLAB_GROUPS "WHERE group_id = ?", group);
    const QList<TransferGroupRow> rows = groupsOf(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

} // namespace learnlab::mirror
