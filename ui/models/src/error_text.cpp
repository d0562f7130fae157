#include "ui/models/error_text.h"

#include <QCoreApplication>

namespace learnlab::ui {

namespace {

using domain::ErrorCode;

struct Words
{
    ErrorCode code;
    const char *label;
    const char *title;
    const char *text;
};

const Words errorWords[] = {
    {ErrorCode::Offline, QT_TRANSLATE_NOOP("ErrorText", "No connection"),
     QT_TRANSLATE_NOOP("ErrorText", "The server cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; everything goes on when the network is back.")},
    {ErrorCode::Timeout, QT_TRANSLATE_NOOP("ErrorText", "No answer"),
     QT_TRANSLATE_NOOP("ErrorText", "The server did not answer in time."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; it is tried again by itself.")},
    {ErrorCode::TlsFailed, QT_TRANSLATE_NOOP("ErrorText", "Identity not confirmed"),
     QT_TRANSLATE_NOOP("ErrorText", "This server's identity could not be confirmed."),
     QT_TRANSLATE_NOOP("ErrorText", "Your password was not sent. Check the address or ask your university.")},
    {ErrorCode::InsecureAddress, QT_TRANSLATE_NOOP("ErrorText", "Not encrypted"),
     QT_TRANSLATE_NOOP("ErrorText", "This address is not encrypted."),
     QT_TRANSLATE_NOOP("ErrorText", "Your password was not sent. Use an address that begins with https.")},
    {ErrorCode::NotALearnLabServer, QT_TRANSLATE_NOOP("ErrorText", "Not a LearnLab server"),
     QT_TRANSLATE_NOOP("ErrorText", "There is no LearnLab server at this address."),
     QT_TRANSLATE_NOOP("ErrorText", "Your password was not sent. Check the address or ask your university.")},
    {ErrorCode::BadAnswer, QT_TRANSLATE_NOOP("ErrorText", "Strange answer"),
     QT_TRANSLATE_NOOP("ErrorText", "The server sent an answer that makes no sense."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed. Try again later.")},
    {ErrorCode::CaptivePortal, QT_TRANSLATE_NOOP("ErrorText", "Network sign-in"),
     QT_TRANSLATE_NOOP("ErrorText", "This network wants you to sign in on its own page first."),
     QT_TRANSLATE_NOOP("ErrorText", "Open any page in your browser and sign in there; then it goes on by itself.")},
    {ErrorCode::MeteredNetwork, QT_TRANSLATE_NOOP("ErrorText", "Metered network"),
     QT_TRANSLATE_NOOP("ErrorText", "Transfers wait because this network may cost money."),
     QT_TRANSLATE_NOOP("ErrorText", "They go on by themselves on another network, or when you allow it.")},
    {ErrorCode::HostRefused, QT_TRANSLATE_NOOP("ErrorText", "Unknown host"),
     QT_TRANSLATE_NOOP("ErrorText", "The server named a host that it does not vouch for."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was sent there. Tell your university.")},
    {ErrorCode::NotSignedIn, QT_TRANSLATE_NOOP("ErrorText", "Not signed in"),
     QT_TRANSLATE_NOOP("ErrorText", "You are not signed in."), QT_TRANSLATE_NOOP("ErrorText", "Sign in to go on.")},
    {ErrorCode::BadCredentials, QT_TRANSLATE_NOOP("ErrorText", "Wrong password"),
     QT_TRANSLATE_NOOP("ErrorText", "Email or password is not right."), ""},
    {ErrorCode::TokenExpired, QT_TRANSLATE_NOOP("ErrorText", "Session ended"),
     QT_TRANSLATE_NOOP("ErrorText", "Your session ended."),
     QT_TRANSLATE_NOOP("ErrorText", "Uploads are paused and keep their place. Sign in to go on.")},
    {ErrorCode::SessionEnded, QT_TRANSLATE_NOOP("ErrorText", "Session ended"),
     QT_TRANSLATE_NOOP("ErrorText", "Your session ended."),
     QT_TRANSLATE_NOOP("ErrorText", "Uploads are paused and keep their place. Sign in to go on.")},
    {ErrorCode::Forbidden, QT_TRANSLATE_NOOP("ErrorText", "No access"),
     QT_TRANSLATE_NOOP("ErrorText", "You have no right to do this."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask the owner for access.")},
    {ErrorCode::RegistrationRefused, QT_TRANSLATE_NOOP("ErrorText", "Not registered"),
     QT_TRANSLATE_NOOP("ErrorText", "The account could not be made."), ""},
    {ErrorCode::NotFound, QT_TRANSLATE_NOOP("ErrorText", "Not there"),
     QT_TRANSLATE_NOOP("ErrorText", "It is no longer there."),
     QT_TRANSLATE_NOOP("ErrorText", "It may have been deleted on another computer.")},
    {ErrorCode::NameTaken, QT_TRANSLATE_NOOP("ErrorText", "Name taken"),
     QT_TRANSLATE_NOOP("ErrorText", "Something of this name is here already."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing was replaced. Choose another name.")},
    {ErrorCode::NameInvalid, QT_TRANSLATE_NOOP("ErrorText", "Name not allowed"),
     QT_TRANSLATE_NOOP("ErrorText", "This name is not allowed."),
     QT_TRANSLATE_NOOP("ErrorText", "A name has 1 to 255 characters and no slash. Choose another name.")},
    {ErrorCode::RevisionConflict, QT_TRANSLATE_NOOP("ErrorText", "Changed elsewhere"),
     QT_TRANSLATE_NOOP("ErrorText", "It was changed on another computer meanwhile."),
     QT_TRANSLATE_NOOP("ErrorText", "Your change was not made. Look at it and decide again.")},
    {ErrorCode::FolderCycle, QT_TRANSLATE_NOOP("ErrorText", "Into itself"),
     QT_TRANSLATE_NOOP("ErrorText", "A folder cannot be moved into itself."), ""},
    {ErrorCode::ParentGone, QT_TRANSLATE_NOOP("ErrorText", "Folder gone"),
     QT_TRANSLATE_NOOP("ErrorText", "The folder is no longer there."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe. Choose another folder.")},
    {ErrorCode::DependencyFailed, QT_TRANSLATE_NOOP("ErrorText", "Not possible"),
     QT_TRANSLATE_NOOP("ErrorText", "An earlier change that this one needs was refused."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost.")},
    {ErrorCode::FolderNotEmpty, QT_TRANSLATE_NOOP("ErrorText", "Not empty"),
     QT_TRANSLATE_NOOP("ErrorText", "Something is in this folder by now."),
     QT_TRANSLATE_NOOP("ErrorText", "Move it out first, or move the folder to trash.")},
    {ErrorCode::FormerContentGone, QT_TRANSLATE_NOOP("ErrorText", "Content gone"),
     QT_TRANSLATE_NOOP("ErrorText", "What this file held before is not in the trash any more."),
     QT_TRANSLATE_NOOP("ErrorText", "The file was left as it is.")},
    {ErrorCode::CursorUnknown, QT_TRANSLATE_NOOP("ErrorText", "Reading anew"),
     QT_TRANSLATE_NOOP("ErrorText", "The server was restored; the list is read anew."), ""},
    {ErrorCode::OperationIdReused, QT_TRANSLATE_NOOP("ErrorText", "Not possible"),
     QT_TRANSLATE_NOOP("ErrorText", "The server refused to repeat this change."), ""},
    {ErrorCode::TooLarge, QT_TRANSLATE_NOOP("ErrorText", "Too large"),
     QT_TRANSLATE_NOOP("ErrorText", "This file is larger than the server allows."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe on this computer.")},
    {ErrorCode::QuotaExceeded, QT_TRANSLATE_NOOP("ErrorText", "No space"),
     QT_TRANSLATE_NOOP("ErrorText", "Not enough space on the server."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe on this computer. It goes on by itself when there is room.")},
    {ErrorCode::StoreFull, QT_TRANSLATE_NOOP("ErrorText", "Server full"),
     QT_TRANSLATE_NOOP("ErrorText", "The server's storage is full."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; it is tried again by itself.")},
    {ErrorCode::DigestMismatch, QT_TRANSLATE_NOOP("ErrorText", "Differs"),
     QT_TRANSLATE_NOOP("ErrorText", "The copy on the server did not match your file, so it was not kept."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe. Retry.")},
    {ErrorCode::UploadGone, QT_TRANSLATE_NOOP("ErrorText", "Begin again"),
     QT_TRANSLATE_NOOP("ErrorText", "The server no longer knows this upload."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe. Retry.")},
    {ErrorCode::UploadState, QT_TRANSLATE_NOOP("ErrorText", "Begin again"),
     QT_TRANSLATE_NOOP("ErrorText", "The server no longer takes this upload."),
     QT_TRANSLATE_NOOP("ErrorText", "Your file is safe. Retry.")},
    {ErrorCode::UrlExpired, QT_TRANSLATE_NOOP("ErrorText", "Link expired"),
     QT_TRANSLATE_NOOP("ErrorText", "The link to the store has expired."),
     QT_TRANSLATE_NOOP("ErrorText", "A new one is asked for by itself.")},
    {ErrorCode::Malformed, QT_TRANSLATE_NOOP("ErrorText", "Refused"),
     QT_TRANSLATE_NOOP("ErrorText", "The server did not accept the request."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost.")},
    {ErrorCode::RateLimited, QT_TRANSLATE_NOOP("ErrorText", "Too many tries"),
     QT_TRANSLATE_NOOP("ErrorText", "There were too many tries."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait a moment, then try again.")},
    {ErrorCode::Unavailable, QT_TRANSLATE_NOOP("ErrorText", "Server busy"),
     QT_TRANSLATE_NOOP("ErrorText", "The server is busy or being maintained."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; it is tried again by itself.")},
    {ErrorCode::ServerError, QT_TRANSLATE_NOOP("ErrorText", "Server error"),
     QT_TRANSLATE_NOOP("ErrorText", "The server had a problem."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; it is tried again by itself.")},
    {ErrorCode::LocalUnreadable, QT_TRANSLATE_NOOP("ErrorText", "Cannot be read"),
     QT_TRANSLATE_NOOP("ErrorText", "This file cannot be read."),
     QT_TRANSLATE_NOOP("ErrorText", "It was left as it is. Check its permissions, then retry.")},
    {ErrorCode::LocalVanished, QT_TRANSLATE_NOOP("ErrorText", "Gone"),
     QT_TRANSLATE_NOOP("ErrorText", "This file is no longer on this computer."),
     QT_TRANSLATE_NOOP("ErrorText", "What was uploaded before is untouched.")},
    {ErrorCode::LocalChanged, QT_TRANSLATE_NOOP("ErrorText", "Changed meanwhile"),
     QT_TRANSLATE_NOOP("ErrorText", "This file changed while it was uploading."),
     QT_TRANSLATE_NOOP("ErrorText", "The older version was not saved. Upload the new one?")},
    {ErrorCode::LocalNotAFile, QT_TRANSLATE_NOOP("ErrorText", "Not a file"),
     QT_TRANSLATE_NOOP("ErrorText", "This is not a file that can be uploaded."),
     QT_TRANSLATE_NOOP("ErrorText", "The others go on.")},
    {ErrorCode::LocalNameInvalid, QT_TRANSLATE_NOOP("ErrorText", "Name not allowed"),
     QT_TRANSLATE_NOOP("ErrorText", "This name cannot be used on the server."),
     QT_TRANSLATE_NOOP("ErrorText", "Rename the file, then upload it again.")},
    {ErrorCode::LocalExists, QT_TRANSLATE_NOOP("ErrorText", "Exists already"),
     QT_TRANSLATE_NOOP("ErrorText", "A file of this name is there already."),
     QT_TRANSLATE_NOOP("ErrorText", "It was not replaced.")},
    {ErrorCode::LocalDiskFull, QT_TRANSLATE_NOOP("ErrorText", "Disk full"),
     QT_TRANSLATE_NOOP("ErrorText", "This computer is full."),
     QT_TRANSLATE_NOOP("ErrorText", "The file is safe on the server. Free space, then try again.")},
    {ErrorCode::LocalIo, QT_TRANSLATE_NOOP("ErrorText", "Disk error"),
     QT_TRANSLATE_NOOP("ErrorText", "The disk of this computer did not work."),
     QT_TRANSLATE_NOOP("ErrorText", "Check it, then try again.")},
    {ErrorCode::LocalDriveGone, QT_TRANSLATE_NOOP("ErrorText", "Drive gone"),
     QT_TRANSLATE_NOOP("ErrorText", "The drive with this file is not connected."),
     QT_TRANSLATE_NOOP("ErrorText", "Connect it again; then it goes on by itself.")},
    {ErrorCode::LocalReadOnly, QT_TRANSLATE_NOOP("ErrorText", "Read-only"),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing can be written to this drive."),
     QT_TRANSLATE_NOOP("ErrorText", "The file is safe on the server. Choose another folder, or allow writing, then retry.")},
    {ErrorCode::LocalTooLarge, QT_TRANSLATE_NOOP("ErrorText", "Too large for the drive"),
     QT_TRANSLATE_NOOP("ErrorText", "This drive cannot hold a file of this size."),
     QT_TRANSLATE_NOOP("ErrorText", "The file is safe on the server. Choose a folder on another drive.")},
    {ErrorCode::LocalBusy, QT_TRANSLATE_NOOP("ErrorText", "Computer busy"),
     QT_TRANSLATE_NOOP("ErrorText", "This computer has too much open at the moment."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost; it is tried again by itself.")},
    {ErrorCode::KeptLimit, QT_TRANSLATE_NOOP("ErrorText", "Does not fit"),
     QT_TRANSLATE_NOOP("ErrorText", "This is more than may be kept on this computer."),
     QT_TRANSLATE_NOOP("ErrorText", "Allow more under “Available offline”, or keep less.")},
    {ErrorCode::KeptWithFolder, QT_TRANSLATE_NOOP("ErrorText", "Kept with its folder"),
     QT_TRANSLATE_NOOP("ErrorText", "A folder above this is kept offline."),
     QT_TRANSLATE_NOOP("ErrorText", "Stop keeping that folder instead.")},
    {ErrorCode::MirrorDamaged, QT_TRANSLATE_NOOP("ErrorText", "List damaged"),
     QT_TRANSLATE_NOOP("ErrorText", "The list of files on this computer was damaged."),
     QT_TRANSLATE_NOOP("ErrorText", "It is made anew; your uploads and changes are kept.")},
    {ErrorCode::MirrorTooNew, QT_TRANSLATE_NOOP("ErrorText", "Newer version"),
     QT_TRANSLATE_NOOP("ErrorText", "A newer version of this program was used here."),
     QT_TRANSLATE_NOOP("ErrorText", "Update this program to go on.")},
    {ErrorCode::KeychainUnavailable, QT_TRANSLATE_NOOP("ErrorText", "No keychain"),
     QT_TRANSLATE_NOOP("ErrorText", "This computer has no keychain that answers."),
     QT_TRANSLATE_NOOP("ErrorText", "You stay signed in until you quit; then sign in again.")},
    {ErrorCode::KeychainLocked, QT_TRANSLATE_NOOP("ErrorText", "Keychain locked"),
     QT_TRANSLATE_NOOP("ErrorText", "The keychain of this computer is locked."),
     QT_TRANSLATE_NOOP("ErrorText", "Unlock it or sign in.")},
    {ErrorCode::ProfileInUse, QT_TRANSLATE_NOOP("ErrorText", "In use"),
     QT_TRANSLATE_NOOP("ErrorText", "Another LearnLab program is using this profile."),
     QT_TRANSLATE_NOOP("ErrorText", "Close it first.")},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "Cancelled"),
     QT_TRANSLATE_NOOP("ErrorText", "It was cancelled."), ""},
    {ErrorCode::Internal, QT_TRANSLATE_NOOP("ErrorText", "Fault"),
     QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside LearnLab."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is lost. Try again.")},
};

const Words &wordsFor(ErrorCode code)
{
    const auto found =
        std::find_if(std::begin(errorWords), std::end(errorWords), [code](const Words &words) { return words.code == code; });
    return found == std::end(errorWords) ? *(std::end(errorWords) - 1) : *found;
}

QString translated(const char *text)
{
    return *text ? QCoreApplication::translate("ErrorText", text) : QString();
}

} // namespace

ErrorText errorText(const domain::Error &error)
{
    const Words &words = wordsFor(error.code);
    QString details = domain::codeName(error.code);
    if (!error.detail.isEmpty())
        details += QStringLiteral(": ") + error.detail;
    return {translated(words.title), translated(words.text), details};
}

QString errorLabel(domain::ErrorCode code)
{
    return translated(wordsFor(code).label);
}

} // namespace learnlab::ui
