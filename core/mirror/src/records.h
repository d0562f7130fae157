#pragma once

#include "mirror/rows.h"
#include "query.h"

namespace learnlab::mirror {

using domain::Error;
using domain::ErrorCode;
using domain::File;
using domain::FileId;
using domain::Folder;
using domain::FolderId;
using domain::ItemKind;
using domain::ItemRef;
using domain::Operation;
using domain::OperationId;
using domain::OperationKind;
using domain::Part;
using domain::Result;
using domain::Session;
using domain::SessionId;
using domain::Transfer;
using domain::TransferId;
using domain::TransferKind;
using domain::TransferState;
using domain::Usage;
using domain::User;
using domain::UserId;

// How the values of `domain` are laid out in the tables. The column lists and the readers below them belong together.

#define LEARNLAB_FILE_COLUMNS                                                                                          \
    "id, folder_id, filename, file_size, mime_type, created_at, updated_at, content_modified_at, content_sha256, "     \
    "revision, is_deleted, deleted_at, trash_root"
[[nodiscard]] File readFile(const Query &query);

#define LEARNLAB_FOLDER_COLUMNS "id, parent_id, name, created_at, updated_at, revision, trashed, deleted_at"
[[nodiscard]] Folder readFolder(const Query &query);

#define LEARNLAB_TRANSFER_COLUMNS                                                                                      \
    "id, group_id, kind, state, local_path, file_id, folder_id, filename, mime_type, stamp_size, stamp_mtime_ns, "     \
    "stamp_inode, stamp_device, sha256, upload_id, part_size, bytes_total, bytes_done, on_conflict, attempts, "        \
    "retry_at, position, created_at, finished_at, pinned, error_code, error_detail, error_field, error_retry_after"
[[nodiscard]] Transfer readTransfer(const Query &query);

#define LEARNLAB_OPERATION_COLUMNS                                                                                     \
    "id, kind, target_kind, target_id, parent_id, name, use_existing, if_revision, if_after, created_at, attempts, "   \
    "error_code, error_detail, error_field, error_retry_after"
[[nodiscard]] PendingOperation readOperation(const Query &query);

#define LEARNLAB_CONTENT_COLUMNS "file_id, sha256, size, pinned, present"
[[nodiscard]] ContentRow readContent(const Query &query);

/// Four columns from `first` on; nothing when the code is NULL. A code that this program does not know is Internal.
[[nodiscard]] std::optional<Error> readError(const Query &query, int first);
/// Binds the same four.
void bindError(Query &query, const std::optional<Error> &error);

/// Binds all columns of LEARNLAB_TRANSFER_COLUMNS but the id, then `unfinished` and `shown`.
void bindTransfer(Query &query, const Transfer &transfer);

/// Binds what an update of a transfer may change and no index holds, in the order of LEARNLAB_TRANSFER_DETAILS.
void bindDetails(Query &query, const Transfer &transfer);

/// The status that a file shows because of this transfer; none for what is over and for downloads.
[[nodiscard]] std::optional<ItemStatus> shownStatus(const Transfer &transfer);
/// The status that a row shows because of this pending operation.
[[nodiscard]] ItemStatus shownStatus(const std::optional<Error> &refusal);

} // namespace learnlab::mirror
