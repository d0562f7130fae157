#include "sentences.h"

#include "domain/names.h"

namespace learnlab::cli {

namespace {

QString serverSentence(domain::ErrorCode code)
{
    using enum domain::ErrorCode;
    switch (code) {
    case Offline:
        return QStringLiteral("The server cannot be reached.");
    case Timeout:
        return QStringLiteral("The server did not answer in time.");
    case TlsFailed:
        return QStringLiteral("The server's certificate is not trusted.");
    case InsecureAddress:
        return QStringLiteral("Plain http is only allowed to this computer; use https.");
    case NotALearnLabServer:
        return QStringLiteral("There is no LearnLab server at this address.");
    case BadAnswer:
        return QStringLiteral("The server's answer cannot be understood.");
    case CaptivePortal:
        return QStringLiteral("This network asks to sign in to it first, in a browser.");
    case MeteredNetwork:
        return QStringLiteral("This network is metered, and transfers wait for another.");
    case HostRefused:
        return QStringLiteral("The server named a host that files may not go to.");
    case RateLimited:
        return QStringLiteral("The server asks to wait before trying again.");
    case Unavailable:
        return QStringLiteral("The server is not available at the moment.");
    case ServerError:
        return QStringLiteral("The server had an error.");
    case Malformed:
        return QStringLiteral("The server could not make sense of the request.");
    default:
        return {};
    }
}

QString accountSentence(domain::ErrorCode code)
{
    using enum domain::ErrorCode;
    switch (code) {
    case NotSignedIn:
        return QStringLiteral("Not signed in. Use: learnlab-cli login --server URL --email E");
    case BadCredentials:
        return QStringLiteral("The e-mail address or the password is wrong.");
    case TokenExpired:
    case SessionEnded:
        return QStringLiteral("The session has ended. Sign in again.");
    case Forbidden:
        return QStringLiteral("This account may not do that.");
    case RegistrationRefused:
        return QStringLiteral("The server did not accept the registration.");
    case KeychainUnavailable:
        return QStringLiteral("There is no keychain to keep the session in.");
    case KeychainLocked:
        return QStringLiteral("The keychain is locked.");
    case QuotaExceeded:
        return QStringLiteral("There is no room left on the server for this account; it goes on when there is some.");
    case StoreFull:
        return QStringLiteral("The server's storage is full; it is tried again.");
    default:
        return {};
    }
}

QString itemSentence(domain::ErrorCode code)
{
    using enum domain::ErrorCode;
    switch (code) {
    case NotFound:
        return QStringLiteral("There is no such file or folder.");
    case NameTaken:
        return QStringLiteral("Something of this name is there already.");
    case NameInvalid:
        return QStringLiteral("This name is not allowed.");
    case RevisionConflict:
        return QStringLiteral("It was changed elsewhere meanwhile.");
    case FolderCycle:
        return QStringLiteral("A folder cannot be moved into itself.");
    case ParentGone:
        return QStringLiteral("The folder it belongs to is gone.");
    case FolderNotEmpty:
        return QStringLiteral("Something is in this folder by now.");
    case FormerContentGone:
        return QStringLiteral("What it held before is not in trash any more: this cannot be undone.");
    case DependencyFailed:
        return QStringLiteral("An earlier change that this one builds on was refused.");
    case TooLarge:
        return QStringLiteral("The file is larger than the server takes.");
    case DigestMismatch:
        return QStringLiteral("The bytes did not arrive as they were sent.");
    case UploadGone:
    case UploadState:
        return QStringLiteral("Its upload is not finished.");
    default:
        return {};
    }
}

QString localSentence(domain::ErrorCode code)
{
    using enum domain::ErrorCode;
    switch (code) {
    case LocalUnreadable:
        return QStringLiteral("It may not be read or written.");
    case LocalVanished:
        return QStringLiteral("It is not there.");
    case LocalDriveGone:
        return QStringLiteral("The drive it is on is not there.");
    case LocalReadOnly:
        return QStringLiteral("Nothing can be written to this drive.");
    case LocalTooLarge:
        return QStringLiteral("The drive cannot hold a file of this size.");
    case LocalBusy:
        return QStringLiteral("This computer has too much open at the moment; it is tried again.");
    case KeptLimit:
        return QStringLiteral("It is more than may be kept on this computer; keep --limit says how much that is.");
    case KeptWithFolder:
        return QStringLiteral("It is kept with a folder above it.");
    case LocalChanged:
        return QStringLiteral("It changed while it was read.");
    case LocalNotAFile:
        return QStringLiteral("It is neither a file nor a folder.");
    case LocalNameInvalid:
        return QStringLiteral("Its name cannot be kept on the server.");
    case LocalExists:
        return QStringLiteral("Something of this name is there already on this computer.");
    case LocalDiskFull:
        return QStringLiteral("The disk is full.");
    case LocalIo:
        return QStringLiteral("The disk had an error.");
    case MirrorDamaged:
        return QStringLiteral("The local copy of the list of files is damaged.");
    case MirrorTooNew:
        return QStringLiteral("This profile was written by a newer version of LearnLab.");
    case ProfileInUse:
        return QStringLiteral("The profile is in use by another program.");
    case Cancelled:
        return QStringLiteral("Interrupted.");
    default:
        return {};
    }
}

} // namespace

QString sentence(const domain::Error &error)
{
    if (error.code == domain::ErrorCode::ProfileInUse && !error.detail.isEmpty())
        return QStringLiteral("The profile is in use by %1.").arg(printable(error.detail));
    for (const auto &sentences : {serverSentence, accountSentence, itemSentence, localSentence}) {
        if (const QString found = sentences(error.code); !found.isEmpty())
            return found;
    }
    return QStringLiteral("It failed (%1).").arg(domain::codeName(error.code));
}

QString printable(const QString &name)
{
    QString shown = domain::displayName(name);
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

} // namespace learnlab::cli
