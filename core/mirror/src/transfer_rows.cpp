#include "transfer_rows.h"

namespace learnlab::mirror {

Result<void> TransferRows::add(const Transfer &given)
{
    Transfer transfer = given;
    if (transfer.position == 0)
        transfer.position = numberFrom(m_context.connection, "SELECT max(position) FROM transfers") + 1;
    if (transfer.kind == TransferKind::Download) {
        insert(transfer);
        return {};
    }
    if (!m_context.reader.isLive(ItemRef::of(transfer.folderId)))
        return domain::fail(ErrorCode::NotFound, QStringLiteral("folder"));
    if (transfer.onConflict == domain::OnConflict::Replace) {
        // The row that is replaced keeps its id, so the transfer is shown at it.
        const auto other = m_tree.namesake(transfer.folderId, transfer.filename, ItemRef::of(transfer.fileId));
        const auto known = other && other->kind == ItemKind::File ? m_tree.known(*other) : std::nullopt;
        if (known && known->revision > 0)
            transfer.fileId = other->fileId();
    }
    const bool replaces = transfer.fileId != given.fileId;
    m_history.noteUpload(transfer, replaces ? m_context.reader.file(transfer.fileId) : std::nullopt);
    addFile(transfer);
    insert(transfer);
    return {};
}

void TransferRows::carry(const Transfer &transfer)
{
    if (transfer.kind == TransferKind::Upload && !domain::isFinal(transfer.state))
        addFile(transfer);
    insert(transfer);
}

void TransferRows::addFile(const Transfer &transfer)
{
    if (m_tree.known(ItemRef::of(transfer.fileId)))
        return;
    File file;
    file.id = transfer.fileId;
    file.folderId = transfer.folderId;
    file.filename = transfer.onConflict == domain::OnConflict::KeepBoth
                        ? m_tree.freeNameIn(transfer.folderId, transfer.filename, ItemRef::of(transfer.fileId))
                        : transfer.filename;
    file.fileSize = transfer.bytesTotal;
    file.mimeType = transfer.mimeType;
    file.createdAt = transfer.createdAt;
    file.updatedAt = transfer.createdAt;
    if (transfer.stamp.size >= 0)
        file.contentModifiedAt = Timestamp(std::chrono::microseconds(transfer.stamp.mtimeNs / 1000));
    file.contentSha256 = transfer.sha256;
    m_tree.put(file);
}

void TransferRows::insert(const Transfer &transfer)
{
    Query query(m_context.connection,
                "INSERT INTO transfers(" LEARNLAB_TRANSFER_COLUMNS ", unfinished, shown) VALUES "
                "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                transfer.id);
    bindTransfer(query, transfer);
    query.run();
    m_context.totals.add(transfer.groupId, transfer.state, 1, transfer.bytesTotal, transfer.bytesDone);
    note(transfer.fileId);
}

std::optional<TransferRows::Stored> TransferRows::stored(TransferId id) const
{
    Query query(m_context.connection,
                "SELECT rowid, group_id, kind, state, file_id, bytes_total, bytes_done, sha256, shown FROM transfers "
                "WHERE id = ?",
                id);
    if (!query.next())
        return std::nullopt;
    return Stored{.row = query.integer(0),
                  .groupId = query.id<TransferId>(1),
                  .kind = static_cast<TransferKind>(query.integer(2)),
                  .state = domain::stateFromName(query.text(3)).value_or(TransferState::Queued),
                  .fileId = query.id<FileId>(4),
                  .bytesTotal = query.integer(5),
                  .bytesDone = query.integer(6),
                  .sha256 = query.blob(7),
                  .shown = query.isNull(8) ? std::nullopt : std::optional(static_cast<ItemStatus>(query.integer(8)))};
}

Result<void> TransferRows::update(const Transfer &transfer)
{
    const std::optional<Stored> before = stored(transfer.id);
    if (!before)
        return domain::fail(ErrorCode::NotFound, QStringLiteral("transfer"));
    return update(transfer, *before);
}

// What a transfer is (its group, place, name, and so on) stays as stored: the feed, a folder that became another or the
// user may have changed it since the caller read it. A download may have to take another path than it was given. What
// is in no index comes first; what is in one follows only where it changes, because SQLite writes every index that
// names a column of the statement.
#define LEARNLAB_TRANSFER_DETAILS                                                                                      \
    "UPDATE transfers SET local_path = iif(kind = 1, ?, local_path), mime_type = ?, stamp_size = ?, "                  \
    "stamp_mtime_ns = ?, stamp_inode = ?, stamp_device = ?, sha256 = ?, upload_id = ?, part_size = ?, "                \
    "bytes_done = ?, on_conflict = ?, attempts = ?, retry_at = ?, finished_at = ?, pinned = ?, error_code = ?, "       \
    "error_detail = ?, error_field = ?, error_retry_after = ?"

Result<void> TransferRows::update(const Transfer &transfer, const Stored &before)
{
    if (transfer.state != before.state && !domain::lawfulChange(before.state, transfer.state)) {
        return domain::fail(ErrorCode::Internal,
                            QStringLiteral("transfer from %1 to %2")
                                .arg(domain::stateName(before.state), domain::stateName(transfer.state)));
    }
    Transfer of = transfer; // what is shown depends on the direction
    of.kind = before.kind;
    const std::optional<ItemStatus> shown = shownStatus(of);
    const bool moves = transfer.state != before.state || transfer.bytesTotal != before.bytesTotal;
    const bool ends = domain::isFinal(transfer.state) != domain::isFinal(before.state);
    Query query(m_context.connection, ends ? LEARNLAB_TRANSFER_DETAILS
                                          ", state = ?, bytes_total = ?, shown = ?, unfinished = ? WHERE rowid = ?"
                                      : shown != before.shown ? LEARNLAB_TRANSFER_DETAILS
                                          ", state = ?, bytes_total = ?, shown = ? WHERE rowid = ?"
                                      : moves ? LEARNLAB_TRANSFER_DETAILS ", state = ?, bytes_total = ? WHERE rowid = ?"
                                              : LEARNLAB_TRANSFER_DETAILS " WHERE rowid = ?");
    bindDetails(query, transfer);
    if (ends || moves || shown != before.shown) {
        query.bind(domain::stateName(transfer.state));
        query.bind(transfer.bytesTotal);
    }
    if (ends || shown != before.shown)
        query.bind(shown ? std::optional(static_cast<int>(*shown)) : std::nullopt);
    if (ends)
        query.bind(!domain::isFinal(transfer.state));
    query.bind(before.row);
    query.run();
    if (moves || transfer.bytesDone != before.bytesDone) {
        m_context.totals.add(before.groupId, before.state, -1, -before.bytesTotal, -before.bytesDone);
        m_context.totals.add(before.groupId, transfer.state, 1, transfer.bytesTotal, transfer.bytesDone);
    }
    const bool other = transfer.bytesTotal != before.bytesTotal || transfer.sha256 != before.sha256;
    if (other && before.kind == TransferKind::Upload) {
        Query(m_context.connection, "UPDATE files SET file_size = ?, content_sha256 = ? WHERE id = ? AND revision = 0",
              transfer.bytesTotal, nullIfEmpty(transfer.sha256), before.fileId)
            .run();
    }
    if (transfer.state == TransferState::Cancelled) {
        m_history.uploadEnded(transfer.id, before.groupId, before.fileId);
        dropFile(transfer.id, before);
    }
    note(before.fileId);
    return {};
}

Result<void> TransferRows::finish(const Transfer &given, const File &file)
{
    std::optional<Operation> unwanted;
    ActionId undo;
    if (const std::optional<Stored> before = stored(given.id)) {
        Transfer transfer = given;
        transfer.fileId = before->fileId;
        transfer.groupId = before->groupId;
        unwanted = m_history.uploadDone(transfer, file, &undo);
        transfer.state = TransferState::Done;
        transfer.error.reset();
        transfer.retryAt.reset();
        if (const Result<void> updated = update(transfer, *before); !updated)
            return updated;
        if (before->fileId != file.id) {
            // Somebody has the name already, with these very bytes, or the server replaced a row of its own choice.
            dropFile(given.id, *before);
            Query(m_context.connection, "UPDATE transfers SET file_id = ? WHERE id = ?", file.id, given.id).run();
        }
        forgetParts(given.id);
    }
    m_operations.take(file);
    return unwanted ? m_operations.queue(*unwanted, undo) : Result<void>();
}

Result<void> TransferRows::remove(TransferId id)
{
    const std::optional<Stored> before = stored(id);
    if (!before)
        return {};
    Query(m_context.connection, "DELETE FROM transfers WHERE rowid = ?", before->row).run();
    m_context.totals.takeOut(before->groupId, before->state, 1, before->bytesTotal, before->bytesDone);
    forgetParts(id);
    if (before->kind == TransferKind::Upload && !domain::isFinal(before->state))
        m_history.uploadEnded(id, before->groupId, before->fileId);
    dropFile(id, *before);
    note(before->fileId);
    return {};
}

qint64 TransferRows::removeFinished(qint64 after, int most)
{
    Connection &connection = m_context.connection;
    const qint64 last = numberFrom(connection,
                                   "SELECT max(rowid) FROM (SELECT rowid FROM transfers WHERE rowid > ? AND unfinished "
                                   "= 0 ORDER BY rowid LIMIT ?)",
                                   after, most);
    if (last <= after)
        return after;
    Query totals(connection,
                 "SELECT group_id, state, count(*), sum(bytes_total), sum(bytes_done) FROM transfers "
                 "WHERE rowid > ? AND rowid <= ? AND unfinished = 0 GROUP BY group_id, state",
                 after, last);
    while (totals.next()) {
        m_context.totals.takeOut(totals.id<TransferId>(0),
                                 domain::stateFromName(totals.text(1)).value_or(TransferState::Queued),
                                 totals.integer(2), totals.integer(3), totals.integer(4));
    }
    Query(connection,
          "DELETE FROM parts WHERE transfer_id IN (SELECT id FROM transfers WHERE rowid > ? AND rowid <= ? AND "
          "unfinished = 0)",
          after, last)
        .run();
    Query(connection, "DELETE FROM transfers WHERE rowid > ? AND rowid <= ? AND unfinished = 0", after, last).run();
    m_context.notes.transfers();
    return last;
}

/// The row of a file that the server never had goes with the last upload that would have made it.
void TransferRows::dropFile(TransferId id, const Stored &transfer)
{
    if (transfer.kind == TransferKind::Download)
        return;
    const ItemRef ref = ItemRef::of(transfer.fileId);
    const std::optional<TreeRows::Known> known = m_tree.known(ref);
    if (!known || known->revision > 0)
        return;
    const qint64 others =
        numberFrom(m_context.connection,
                   "SELECT count(*) FROM transfers WHERE file_id = ? AND id <> ? AND kind = 0 AND unfinished = 1",
                   transfer.fileId, id);
    if (others == 0)
        m_tree.erase(ref);
}

void TransferRows::savePart(TransferId id, const Part &part)
{
    Query(m_context.connection,
          "INSERT OR REPLACE INTO parts(transfer_id, number, size, sha256, etag) VALUES (?,?,?,?,?)", id, part.number,
          part.size, nullIfEmpty(part.sha256), part.etag)
        .run();
    m_context.notes.transfers();
}

void TransferRows::forgetParts(TransferId id)
{
    Query(m_context.connection, "DELETE FROM parts WHERE transfer_id = ?", id).run();
}

void TransferRows::note(FileId file)
{
    m_context.notes.transfers();
    m_context.notes.item(ItemRef::of(file));
}

} // namespace learnlab::mirror
