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
    note(transfer);
}

Result<void> TransferRows::update(const Transfer &given)
{
    const std::optional<Transfer> stored = m_context.reader.transfer(given.id);
    if (!stored)
        return domain::fail(ErrorCode::NotFound, QStringLiteral("transfer"));
    if (given.state != stored->state && !domain::lawfulChange(stored->state, given.state)) {
        return domain::fail(ErrorCode::Internal,
                            QStringLiteral("transfer from %1 to %2")
                                .arg(domain::stateName(stored->state), domain::stateName(given.state)));
    }
    // What it is stays as stored: the feed, a folder that became another or the user may have changed it since the
    // caller read it.
    Transfer transfer = given;
    transfer.groupId = stored->groupId;
    transfer.kind = stored->kind;
    if (transfer.kind == TransferKind::Upload) // a download may have to take another path than it was given
        transfer.localPath = stored->localPath;
    transfer.fileId = stored->fileId;
    transfer.folderId = stored->folderId;
    transfer.filename = stored->filename;
    transfer.position = stored->position;
    transfer.createdAt = stored->createdAt;
    Query query(
        m_context.connection,
        "UPDATE transfers SET (group_id, kind, state, local_path, file_id, folder_id, filename, mime_type, stamp_size, "
        "stamp_mtime_ns, stamp_inode, stamp_device, sha256, upload_id, part_size, bytes_total, bytes_done, "
        "on_conflict, "
        "attempts, retry_at, position, created_at, finished_at, pinned, error_code, error_detail, error_field, "
        "error_retry_after, unfinished, shown) = (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) WHERE "
        "id = ?");
    bindTransfer(query, transfer);
    query.bind(transfer.id);
    query.run();
    if (transfer.kind == TransferKind::Upload) {
        Query(m_context.connection, "UPDATE files SET file_size = ?, content_sha256 = ? WHERE id = ? AND revision = 0",
              transfer.bytesTotal, nullIfEmpty(transfer.sha256), transfer.fileId)
            .run();
    }
    if (transfer.state == TransferState::Cancelled)
        dropFile(transfer);
    note(transfer);
    return {};
}

Result<void> TransferRows::finish(const Transfer &given, const File &file)
{
    const std::optional<Transfer> stored = m_context.reader.transfer(given.id);
    if (stored) {
        Transfer transfer = given;
        transfer.state = TransferState::Done;
        transfer.error.reset();
        transfer.retryAt.reset();
        if (const Result<void> updated = update(transfer); !updated)
            return updated;
        if (stored->fileId != file.id) {
            // Somebody has the name already, with these very bytes, or the server replaced a row of its own choice.
            dropFile(*stored);
            Query(m_context.connection, "UPDATE transfers SET file_id = ? WHERE id = ?", file.id, given.id).run();
        }
        forgetParts(given.id);
    }
    m_operations.take(file);
    return {};
}

Result<void> TransferRows::remove(TransferId id)
{
    const std::optional<Transfer> stored = m_context.reader.transfer(id);
    if (!stored)
        return {};
    Query(m_context.connection, "DELETE FROM transfers WHERE id = ?", id).run();
    forgetParts(id);
    dropFile(*stored);
    note(*stored);
    return {};
}

qint64 TransferRows::removeFinished(qint64 after, int most)
{
    const qint64 last = numberFrom(m_context.connection,
                                   "SELECT max(rowid) FROM (SELECT rowid FROM transfers WHERE rowid > ? AND unfinished "
                                   "= 0 ORDER BY rowid LIMIT ?)",
                                   after, most);
    if (last <= after)
        return after;
    Query(m_context.connection,
          "DELETE FROM parts WHERE transfer_id IN (SELECT id FROM transfers WHERE rowid > ? AND rowid <= ? AND "
          "unfinished = 0)",
          after, last)
        .run();
    Query(m_context.connection, "DELETE FROM transfers WHERE rowid > ? AND rowid <= ? AND unfinished = 0", after, last)
        .run();
    m_context.notes.transfers();
    return last;
}

/// The row of a file that the server never had goes with the last upload that would have made it.
void TransferRows::dropFile(const Transfer &transfer)
{
    const ItemRef ref = ItemRef::of(transfer.fileId);
    const std::optional<TreeRows::Known> known = m_tree.known(ref);
    if (transfer.kind == TransferKind::Download || !known || known->revision > 0)
        return;
    const qint64 others =
        numberFrom(m_context.connection,
                   "SELECT count(*) FROM transfers WHERE file_id = ? AND id <> ? AND kind = 0 AND unfinished = 1",
                   transfer.fileId, transfer.id);
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

void TransferRows::note(const Transfer &transfer)
{
    m_context.notes.transfers();
    m_context.notes.item(ItemRef::of(transfer.fileId));
}

} // namespace learnlab::mirror
