#include "records.h"

namespace learnlab::mirror {

namespace {

ItemStatus failureStatus(ErrorCode code)
{
    const bool conflict = code == ErrorCode::NameTaken || code == ErrorCode::RevisionConflict;
    return conflict ? ItemStatus::Conflict : ItemStatus::Failed;
}

} // namespace

File readFile(const Query &query)
{
    File file;
    file.id = query.id<FileId>(0);
    file.folderId = query.id<FolderId>(1);
    file.filename = query.text(2);
    file.fileSize = query.integer(3);
    file.mimeType = query.text(4);
    file.createdAt = query.time(5);
    file.updatedAt = query.time(6);
    file.contentModifiedAt = query.optionalTime(7);
    file.contentSha256 = query.blob(8);
    file.revision = query.integer(9);
    file.isDeleted = query.boolean(10);
    file.deletedAt = query.optionalTime(11);
    file.trashRoot = query.id<FolderId>(12);
    return file;
}

Folder readFolder(const Query &query)
{
    Folder folder;
    folder.id = query.id<FolderId>(0);
    folder.parentId = query.id<FolderId>(1);
    folder.name = query.text(2);
    folder.createdAt = query.time(3);
    folder.updatedAt = query.time(4);
    folder.revision = query.integer(5);
    folder.trashed = query.boolean(6);
    folder.deletedAt = query.optionalTime(7);
    return folder;
}

Transfer readTransfer(const Query &query)
{
    Transfer transfer;
    transfer.id = query.id<TransferId>(0);
    transfer.groupId = query.id<TransferId>(1);
    transfer.kind = static_cast<TransferKind>(query.integer(2));
    // A state written by nobody we know begins again from what is confirmed.
    transfer.state = domain::stateFromName(query.text(3)).value_or(TransferState::Queued);
    transfer.localPath = query.blob(4);
    transfer.fileId = query.id<FileId>(5);
    transfer.folderId = query.id<FolderId>(6);
    transfer.filename = query.text(7);
    transfer.mimeType = query.text(8);
    transfer.stamp.size = query.integer(9);
    transfer.stamp.mtimeNs = query.integer(10);
    transfer.stamp.inode = static_cast<quint64>(query.integer(11));
    transfer.stamp.device = static_cast<quint64>(query.integer(12));
    transfer.sha256 = query.blob(13);
    transfer.uploadId = query.id<domain::UploadId>(14);
    transfer.partSize = query.integer(15);
    transfer.bytesTotal = query.integer(16);
    transfer.bytesDone = query.integer(17);
    transfer.onConflict = static_cast<domain::OnConflict>(query.integer(18));
    transfer.attempts = static_cast<int>(query.integer(19));
    transfer.retryAt = query.optionalTime(20);
    transfer.position = query.integer(21);
    transfer.createdAt = query.time(22);
    transfer.finishedAt = query.optionalTime(23);
    transfer.pinned = query.boolean(24);
    transfer.error = readError(query, 25);
    return transfer;
}

PendingOperation readOperation(const Query &query)
{
    PendingOperation pending;
    Operation &operation = pending.operation;
    operation.id = query.id<OperationId>(0);
    operation.kind = static_cast<OperationKind>(query.integer(1));
    operation.target = {static_cast<ItemKind>(query.integer(2)), query.idBytes(3)};
    operation.parentId = query.id<FolderId>(4);
    operation.name = query.text(5);
    operation.useExisting = query.boolean(6);
    if (!query.isNull(7))
        operation.ifRevision = query.integer(7);
    if (!query.isNull(8))
        operation.ifAfter = query.id<OperationId>(8);
    operation.createdAt = query.time(9);
    pending.attempts = static_cast<int>(query.integer(10));
    pending.error = readError(query, 11);
    return pending;
}

ContentRow readContent(const Query &query)
{
    ContentRow content;
    content.fileId = query.id<FileId>(0);
    content.sha256 = query.blob(1);
    content.size = query.integer(2);
    content.pinned = query.boolean(3);
    content.present = query.boolean(4);
    return content;
}

std::optional<Error> readError(const Query &query, int first)
{
    if (query.isNull(first))
        return std::nullopt;
    Error error;
    error.code = domain::codeFromName(query.text(first)).value_or(ErrorCode::Internal);
    error.detail = query.text(first + 1);
    error.field = query.text(first + 2);
    if (!query.isNull(first + 3))
        error.retryAfter = std::chrono::seconds(query.integer(first + 3));
    return error;
}

void bindError(Query &query, const std::optional<Error> &error)
{
    if (!error) {
        for (int i = 0; i < 4; ++i)
            query.bind(nullptr);
        return;
    }
    query.bind(domain::codeName(error->code));
    query.bind(error->detail);
    query.bind(error->field);
    query.bind(error->retryAfter ? std::optional(static_cast<qint64>(error->retryAfter->count())) : std::nullopt);
}

void bindTransfer(Query &query, const Transfer &transfer)
{
    query.bind(transfer.groupId);
    query.bind(static_cast<int>(transfer.kind));
    query.bind(domain::stateName(transfer.state));
    query.bind(transfer.localPath);
    query.bind(transfer.fileId);
    query.bind(transfer.folderId);
    query.bind(transfer.filename);
    query.bind(transfer.mimeType);
    query.bind(transfer.stamp.size);
    query.bind(transfer.stamp.mtimeNs);
    query.bind(static_cast<qint64>(transfer.stamp.inode));
    query.bind(static_cast<qint64>(transfer.stamp.device));
    query.bind(nullIfEmpty(transfer.sha256));
    query.bind(transfer.uploadId);
    query.bind(transfer.partSize);
    query.bind(transfer.bytesTotal);
    query.bind(transfer.bytesDone);
    query.bind(static_cast<int>(transfer.onConflict));
    query.bind(transfer.attempts);
    query.bind(transfer.retryAt);
    query.bind(transfer.position);
    query.bind(transfer.createdAt);
    query.bind(transfer.finishedAt);
    query.bind(transfer.pinned);
    bindError(query, transfer.error);
    query.bind(!domain::isFinal(transfer.state));
    const std::optional<ItemStatus> shown = shownStatus(transfer);
    query.bind(shown ? std::optional(static_cast<int>(*shown)) : std::nullopt);
}

void bindDetails(Query &query, const Transfer &transfer)
{
    query.bind(transfer.localPath);
    query.bind(transfer.mimeType);
    query.bind(transfer.stamp.size);
    query.bind(transfer.stamp.mtimeNs);
    query.bind(static_cast<qint64>(transfer.stamp.inode));
    query.bind(static_cast<qint64>(transfer.stamp.device));
    query.bind(nullIfEmpty(transfer.sha256));
    query.bind(transfer.uploadId);
    query.bind(transfer.partSize);
    query.bind(transfer.bytesDone);
    query.bind(static_cast<int>(transfer.onConflict));
    query.bind(transfer.attempts);
    query.bind(transfer.retryAt);
    query.bind(transfer.finishedAt);
    query.bind(transfer.pinned);
    bindError(query, transfer.error);
}

std::optional<ItemStatus> shownStatus(const Transfer &transfer)
{
    if (transfer.kind == TransferKind::Download)
        return std::nullopt;
    switch (transfer.state) {
    case TransferState::Queued:
        return ItemStatus::WillUpload;
    case TransferState::Preparing:
    case TransferState::Sending:
    case TransferState::Completing:
        return ItemStatus::Uploading;
    case TransferState::Waiting:
    case TransferState::Paused:
        return ItemStatus::Waiting;
    case TransferState::Failed:
        return failureStatus(transfer.error ? transfer.error->code : ErrorCode::Internal);
    case TransferState::Done:
    case TransferState::Cancelled:
        break;
    }
    return std::nullopt;
}

ItemStatus shownStatus(const std::optional<Error> &refusal)
{
    return refusal ? failureStatus(refusal->code) : ItemStatus::WillUpload;
}

} // namespace learnlab::mirror
