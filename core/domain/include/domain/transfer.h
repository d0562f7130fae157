#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <optional>

namespace learnlab::domain {

enum class TransferKind { Upload, Download };

/// Where a transfer stands. Stored by name; only lawfulChange() says what may follow what.
enum class TransferState {
    Queued,     ///< nothing done yet, or to be done again from what is confirmed
    Preparing,  ///< the local file is being read for its digest
    Sending,    ///< bytes are on their way (for a download: receiving)
    Completing, ///< all bytes are there, the server is making the row (download: verifying and renaming)
    Waiting,    ///< a passing error; goes on by itself at retryAt or when the network returns
    Paused,     ///< by the user
    Failed,     ///< stopped, with an error that says what to do
    Done,
    Cancelled,
};

[[nodiscard]] bool lawfulChange(TransferState from, TransferState to);
[[nodiscard]] bool isFinal(TransferState state); ///< Done or Cancelled
[[nodiscard]] QLatin1String stateName(TransferState state);
[[nodiscard]] std::optional<TransferState> stateFromName(QStringView name);

/// What to do when the name is taken.
enum class OnConflict { Fail, KeepBoth, Replace };

/// What tells that a local file is still the one that was looked at.
struct LocalStamp
{
    qint64 size = -1;
    qint64 mtimeNs = 0;
    quint64 inode = 0;
    quint64 device = 0; ///< tells a drive that was taken out; a drive that comes back may have another number
    friend bool operator==(const LocalStamp &a, const LocalStamp &b)
    {
        return a.size == b.size && a.mtimeNs == b.mtimeNs && a.inode == b.inode;
    }
};

/// One file on its way up or down; the row of `transfers` in the mirror.
struct Transfer
{
    TransferId id;
    TransferId groupId; ///< the drop or command it came with
    TransferKind kind = TransferKind::Upload;
    TransferState state = TransferState::Queued;
    QByteArray localPath; ///< absolute, as the system's bytes: names need not be UTF-8. Download: the final path
    FileId fileId;        ///< made when queued: the row of the file is there at once
    FolderId folderId;
    QString filename;
    QString mimeType;
    LocalStamp stamp;    ///< of the local file when its digest was begun
    QByteArray sha256;   ///< 32 bytes once known
    UploadId uploadId;   ///< null until the server was asked
    qint64 partSize = 0; ///< 0: in one piece
    qint64 bytesTotal = 0;
    qint64 bytesDone = 0; ///< confirmed by the store (download: on disk)
    OnConflict onConflict = OnConflict::Fail;
    std::optional<Error> error; ///< why it is Waiting or Failed
    int attempts = 0;           ///< passing errors in a row
    std::optional<Timestamp> retryAt;
    qint64 position = 0; ///< order in the queue, smallest first
    Timestamp createdAt;
    std::optional<Timestamp> finishedAt;
    bool pinned = false; ///< download into the offline content rather than to localPath
    friend bool operator==(const Transfer &, const Transfer &) = default;
};

/// What came together, shown as one thing: a drop, one `put`.
struct TransferGroup
{
    TransferId id; ///< Transfer::groupId of its transfers
    QString name;  ///< of the folder or file that was dropped, of the first where there were several
    FolderId folderId;
    TransferKind kind = TransferKind::Upload;
    Timestamp createdAt;
    friend bool operator==(const TransferGroup &, const TransferGroup &) = default;
};

/// Why a transfer does not move, in the words that a face translates.
enum class WaitReason {
    None,   ///< it moves, or is over
    Turn,   ///< others come first
    Paused, ///< by the user
    Offline,
    CaptivePortal,
    Metered,
    SignIn,
    ServerBusy,
    Quota,     ///< no room for this account
    StoreFull, ///< no room on the server for anybody
    DiskFull,
    DriveGone,
    DriveReadOnly,
    ComputerBusy, ///< this one
    FileGone,
    FileChanging,
    FileUnreadable,
    NameTaken,
    NameNotAllowed,
    FolderGone,
    TooLarge,
    Damaged, ///< what arrived was not what was sent
    Other,
};
/// What gets it going again.
enum class NextStep {
    None,
    Wait, ///< goes on by itself
    Resume,
    CheckNetwork,
    SignInToNetwork, ///< in a browser
    AllowMetered,
    SignIn,
    FreeServerSpace,
    FreeDiskSpace,
    ConnectDrive,
    ChooseFile,  ///< queue it again from where it is now
    CheckFile,   ///< permissions, or what it is
    ResolveName, ///< keep both, replace or skip
    RenameFile,
    ChooseFolder,
    Retry,
};
struct Standing
{
    WaitReason reason = WaitReason::None;
    NextStep next = NextStep::None;
    std::optional<Timestamp> until; ///< when it is tried again at the latest
    friend bool operator==(const Standing &, const Standing &) = default;
};
[[nodiscard]] Standing standingOf(const Transfer &transfer);
/// Stable lower_snake_case, for --json.
[[nodiscard]] QLatin1String reasonName(WaitReason reason);
[[nodiscard]] QLatin1String stepName(NextStep step);

/// A part of a multipart upload that the store has confirmed, or that was digested for sending.
struct Part
{
    int number = 0; ///< from 1
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes
    QString etag;      ///< empty: not confirmed yet
    friend bool operator==(const Part &, const Part &) = default;
};

} // namespace learnlab::domain
