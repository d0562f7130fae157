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

#define W(text) QT_TRANSLATE_NOOP("ErrorText", text)
const Words table[] = {
    {ErrorCode::Offline, W("No connection"), W("The server cannot be reached."),
     W("Nothing is lost; everything goes on when the network is back.")},
    {ErrorCode::Timeout, W("No answer"), W("The server did not answer in time."),
     W("Nothing is lost; it is tried again by itself.")},
    {ErrorCode::TlsFailed, W("Identity not confirmed"), W("This server's identity could not be confirmed."),
     W("Your password was not sent. Check the address or ask your university.")},
    {ErrorCode::InsecureAddress, W("Not encrypted"), W("This address is not encrypted."),
     W("Your password was not sent. Use an address that begins with https.")},
    {ErrorCode::NotALearnLabServer, W("Not a LearnLab server"), W("There is no LearnLab server at this address."),
     W("Your password was not sent. Check the address or ask your university.")},
    {ErrorCode::BadAnswer, W("Strange answer"), W("The server sent an answer that makes no sense."),
     W("Nothing was changed. Try again later.")},
    {ErrorCode::NotSignedIn, W("Not signed in"), W("You are not signed in."), W("Sign in to go on.")},
    {ErrorCode::BadCredentials, W("Wrong password"), W("Email or password is not right."), ""},
    {ErrorCode::TokenExpired, W("Session ended"), W("Your session ended."),
     W("Uploads are paused and keep their place. Sign in to go on.")},
    {ErrorCode::SessionEnded, W("Session ended"), W("Your session ended."),
     W("Uploads are paused and keep their place. Sign in to go on.")},
    {ErrorCode::Forbidden, W("No access"), W("You have no right to do this."), W("Ask the owner for access.")},
    {ErrorCode::RegistrationRefused, W("Not registered"), W("The account could not be made."), ""},
    {ErrorCode::NotFound, W("Not there"), W("It is no longer there."), W("It may have been deleted on another computer.")},
    {ErrorCode::NameTaken, W("Name taken"), W("Something of this name is here already."),
     W("Nothing was replaced. Choose another name.")},
    {ErrorCode::NameInvalid, W("Name not allowed"), W("This name is not allowed."),
     W("A name has 1 to 255 characters and no slash. Choose another name.")},
    {ErrorCode::RevisionConflict, W("Changed elsewhere"), W("It was changed on another computer meanwhile."),
     W("Your change was not made. Look at it and decide again.")},
    {ErrorCode::FolderCycle, W("Into itself"), W("A folder cannot be moved into itself."), ""},
    {ErrorCode::ParentGone, W("Folder gone"), W("The folder is no longer there."), W("Your file is safe. Choose another folder.")},
    {ErrorCode::DependencyFailed, W("Not possible"), W("An earlier change that this one needs was refused."),
     W("Nothing is lost.")},
    {ErrorCode::CursorUnknown, W("Reading anew"), W("The server was restored; the list is read anew."), ""},
    {ErrorCode::OperationIdReused, W("Not possible"), W("The server refused to repeat this change."), ""},
    {ErrorCode::TooLarge, W("Too large"), W("This file is larger than the server allows."),
     W("Your file is safe on this computer.")},
    {ErrorCode::QuotaExceeded, W("No space"), W("Not enough space on the server."),
     W("Your file is safe on this computer. Free some space, then retry.")},
    {ErrorCode::DigestMismatch, W("Differs"), W("The copy on the server did not match your file, so it was not kept."),
     W("Your file is safe. Retry.")},
    {ErrorCode::UploadGone, W("Begin again"), W("The server no longer knows this upload."), W("Your file is safe. Retry.")},
    {ErrorCode::UploadState, W("Begin again"), W("The server no longer takes this upload."), W("Your file is safe. Retry.")},
    {ErrorCode::UrlExpired, W("Link expired"), W("The link to the store has expired."), W("A new one is asked for by itself.")},
    {ErrorCode::Malformed, W("Refused"), W("The server did not accept the request."), W("Nothing is lost.")},
    {ErrorCode::RateLimited, W("Too many tries"), W("There were too many tries."), W("Wait a moment, then try again.")},
    {ErrorCode::Unavailable, W("Server busy"), W("The server is busy or being maintained."),
     W("Nothing is lost; it is tried again by itself.")},
    {ErrorCode::ServerError, W("Server error"), W("The server had a problem."), W("Nothing is lost; it is tried again by itself.")},
    {ErrorCode::LocalUnreadable, W("Cannot be read"), W("This file cannot be read."),
     W("It was left as it is. Check its permissions, then retry.")},
    {ErrorCode::LocalVanished, W("Gone"), W("This file is no longer on this computer."),
     W("What was uploaded before is untouched.")},
    {ErrorCode::LocalChanged, W("Changed meanwhile"), W("This file changed while it was uploading."),
     W("The older version was not saved. Upload the new one?")},
    {ErrorCode::LocalNotAFile, W("Not a file"), W("This is not a file that can be uploaded."), W("The others go on.")},
    {ErrorCode::LocalNameInvalid, W("Name not allowed"), W("This name cannot be used on the server."),
     W("Rename the file, then upload it again.")},
    {ErrorCode::LocalExists, W("Exists already"), W("A file of this name is there already."), W("It was not replaced.")},
    {ErrorCode::LocalDiskFull, W("Disk full"), W("This computer is full."),
     W("The file is safe on the server. Free space, then try again.")},
    {ErrorCode::LocalIo, W("Disk error"), W("The disk of this computer did not work."), W("Check it, then try again.")},
    {ErrorCode::MirrorDamaged, W("List damaged"), W("The list of files on this computer was damaged."),
     W("It is made anew; your uploads and changes are kept.")},
    {ErrorCode::MirrorTooNew, W("Newer version"), W("A newer version of this program was used here."),
     W("Update this program to go on.")},
    {ErrorCode::KeychainUnavailable, W("No keychain"), W("This computer has no keychain that answers."),
     W("You stay signed in until you quit; then sign in again.")},
    {ErrorCode::KeychainLocked, W("Keychain locked"), W("The keychain of this computer is locked."), W("Unlock it or sign in.")},
    {ErrorCode::ProfileInUse, W("In use"), W("Another LearnLab program is using this profile."), W("Close it first.")},
    {ErrorCode::Cancelled, W("Cancelled"), W("It was cancelled."), ""},
    {ErrorCode::Internal, W("Fault"), W("Something went wrong inside LearnLab."), W("Nothing is lost. Try again.")},
};
#undef W

const Words &wordsFor(ErrorCode code)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [code](const Words &words) { return words.code == code; });
    return found == std::end(table) ? *(std::end(table) - 1) : *found;
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
