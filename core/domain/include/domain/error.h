#pragma once

#include <QString>

#include <chrono>
#include <optional>

#include <tl/expected.hpp>

namespace learnlab::domain {

/// What went wrong, as far as the program can tell causes apart. The user's sentence for each is made in ui/models.
enum class ErrorCode {
    // the way to the server
    Offline,         ///< no connection, name not found, connection cut
    Timeout,         ///< nobody answered in time
    TlsFailed,       ///< certificate or handshake not accepted
    InsecureAddress, ///< plain http to anything but loopback
    NotALearnLabServer,
    BadAnswer, ///< an answer that cannot be understood (HTML, garbage, wrong types)
    CaptivePortal,  ///< a network's sign-in page answers in the server's place
    MeteredNetwork, ///< the network costs money, and the user wants none of it spent on transfers
    HostRefused,    ///< sent to a host that the server's capabilities do not name
    // the session
    NotSignedIn,
    BadCredentials,
    TokenExpired, ///< the access token; renewing it helps
    SessionEnded, ///< the refresh token was revoked, reused or ran out: sign in again
    Forbidden,
    RegistrationRefused, ///< e-mail or user name taken, weak password; Error::field says which
    // what was asked
    NotFound,
    NameTaken,
    NameInvalid,
    RevisionConflict,
    FolderCycle,
    ParentGone,
    DependencyFailed,
    FolderNotEmpty,    ///< undoing a folder that others have put something into
    FormerContentGone, ///< undoing a replacement whose earlier content is not in trash any more
    CursorUnknown,
    OperationIdReused,
    TooLarge,
    QuotaExceeded, ///< of the account
    StoreFull,     ///< the server's own storage: nobody has room
    DigestMismatch,
    UploadGone,  ///< the server no longer knows this upload: begin it anew
    UploadState, ///< not possible in the upload's present state
    UrlExpired,  ///< a presigned URL is no longer good: ask for another
    Malformed,   ///< the server says that our request was wrong
    // the server's condition
    RateLimited,
    Unavailable,
    ServerError,
    // this computer
    LocalUnreadable,
    LocalVanished,
    LocalChanged,     ///< the file changed while it was read
    LocalNotAFile,    ///< socket, device, pipe, broken or circular link
    LocalNameInvalid, ///< not UTF-8 or not allowed on the server
    LocalExists,      ///< the destination of a download is taken
    LocalDiskFull,
    LocalIo,
    LocalDriveGone, ///< the drive that held the file is not there
    LocalReadOnly,  ///< nothing can be written to the drive
    LocalTooLarge,  ///< the drive cannot hold a file of this size, however much room there is
    LocalBusy,      ///< this computer is short of something that comes back: files to open, memory
    KeptLimit,      ///< more than the user allows to be kept on this computer
    KeptWithFolder, ///< a folder above it is what is kept
    MirrorDamaged,
    MirrorTooNew, ///< written by a newer version of this program
    KeychainUnavailable,
    KeychainLocked,
    ProfileInUse,
    Cancelled,
    Internal,
};

/// What follows from an error: the one decision that everything else hangs on.
enum class Consequence {
    RetryLater,  ///< passes by itself: wait and try again
    WaitNetwork, ///< as RetryLater, and at once when the network is back
    RenewToken,  ///< renew the access token, then repeat
    RenewUrl,    ///< ask for a fresh URL or upload, then repeat
    SignIn,      ///< only the user's password helps
    AskUser,     ///< the user has to decide; nothing is lost meanwhile
    GiveUp,      ///< repeating cannot help
};

[[nodiscard]] Consequence consequenceOf(ErrorCode code);

/// The stable lower_snake_case name: in the mirror, in --json and in logs.
[[nodiscard]] QLatin1String codeName(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> codeFromName(QStringView name);

/// An error as a value. `detail` is for diagnosis: never shown as the main sentence, never branched on, free of
/// secrets.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString field = {}; ///< the request's member at fault, if the server names one
    std::optional<std::chrono::seconds> retryAfter = {};

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::make_unexpected(Error{code, std::move(detail)});
}

} // namespace learnlab::domain
