#include "domain/transfer.h"

#include <array>

namespace learnlab::domain {

namespace {

struct Cause
{
    WaitReason reason;
    NextStep next;
};

Cause causeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::TlsFailed:
        return {WaitReason::Offline, NextStep::CheckNetwork};
    case ErrorCode::CaptivePortal:
        return {WaitReason::CaptivePortal, NextStep::SignInToNetwork};
    case ErrorCode::MeteredNetwork:
        return {WaitReason::Metered, NextStep::AllowMetered};
    case ErrorCode::NotSignedIn:
    case ErrorCode::BadCredentials:
    case ErrorCode::TokenExpired:
    case ErrorCode::SessionEnded:
        return {WaitReason::SignIn, NextStep::SignIn};
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::ServerError:
        return {WaitReason::ServerBusy, NextStep::Wait};
    case ErrorCode::QuotaExceeded:
        return {WaitReason::Quota, NextStep::FreeServerSpace};
    case ErrorCode::StoreFull:
        return {WaitReason::StoreFull, NextStep::Wait};
    case ErrorCode::TooLarge:
        return {WaitReason::TooLarge, NextStep::None};
    case ErrorCode::LocalDiskFull:
        return {WaitReason::DiskFull, NextStep::FreeDiskSpace};
    case ErrorCode::LocalDriveGone:
        return {WaitReason::DriveGone, NextStep::ConnectDrive};
    case ErrorCode::LocalReadOnly:
        return {WaitReason::DriveReadOnly, NextStep::ChooseFolder};
    case ErrorCode::LocalTooLarge:
        return {WaitReason::TooLarge, NextStep::ChooseFolder};
    case ErrorCode::LocalBusy:
        return {WaitReason::ComputerBusy, NextStep::Wait};
    case ErrorCode::LocalVanished:
        return {WaitReason::FileGone, NextStep::ChooseFile};
    case ErrorCode::LocalChanged:
        return {WaitReason::FileChanging, NextStep::Retry};
    case ErrorCode::LocalUnreadable:
    case ErrorCode::LocalNotAFile:
    case ErrorCode::LocalIo:
        return {WaitReason::FileUnreadable, NextStep::CheckFile};
    case ErrorCode::NameTaken:
    case ErrorCode::RevisionConflict:
    case ErrorCode::LocalExists:
        return {WaitReason::NameTaken, NextStep::ResolveName};
    case ErrorCode::NameInvalid:
    case ErrorCode::LocalNameInvalid:
        return {WaitReason::NameNotAllowed, NextStep::RenameFile};
    case ErrorCode::ParentGone:
    case ErrorCode::NotFound:
        return {WaitReason::FolderGone, NextStep::ChooseFolder};
    case ErrorCode::DigestMismatch:
        return {WaitReason::Damaged, NextStep::Retry};
    default:
        return {WaitReason::Other, NextStep::Retry};
    }
}

constexpr std::array reasonNames{"none",
                                 "turn",
                                 "paused",
                                 "offline",
                                 "captive_portal",
                                 "metered",
                                 "sign_in",
                                 "server_busy",
                                 "quota",
                                 "store_full",
                                 "disk_full",
                                 "drive_gone",
                                 "drive_read_only",
                                 "computer_busy",
                                 "file_gone",
                                 "file_changing",
                                 "file_unreadable",
                                 "name_taken",
                                 "name_not_allowed",
                                 "folder_gone",
                                 "too_large",
                                 "damaged",
                                 "other"};
static_assert(reasonNames.size() == static_cast<size_t>(WaitReason::Other) + 1);

constexpr std::array stepNames{"none",
                               "wait",
                               "resume",
                               "check_network",
                               "sign_in_to_network",
                               "allow_metered",
                               "sign_in",
                               "free_server_space",
                               "free_disk_space",
                               "connect_drive",
                               "choose_file",
                               "check_file",
                               "resolve_name",
                               "rename_file",
                               "choose_folder",
                               "retry"};
static_assert(stepNames.size() == static_cast<size_t>(NextStep::Retry) + 1);

} // namespace

Standing standingOf(const Transfer &transfer)
{
    switch (transfer.state) {
    case TransferState::Queued:
        return {WaitReason::Turn, NextStep::Wait, {}};
    case TransferState::Paused:
        return {WaitReason::Paused, NextStep::Resume, {}};
    case TransferState::Waiting:
    case TransferState::Failed:
        break;
    case TransferState::Preparing:
    case TransferState::Sending:
    case TransferState::Completing:
    case TransferState::Done:
    case TransferState::Cancelled:
        return {};
    }
    Cause cause = causeOf(transfer.error ? transfer.error->code : ErrorCode::Internal);
    const bool waiting = transfer.state == TransferState::Waiting;
    if (waiting && cause.next == NextStep::Retry)
        cause.next = NextStep::Wait;
    return {cause.reason, cause.next, waiting ? transfer.retryAt : std::nullopt};
}

QLatin1String reasonName(WaitReason reason)
{
    return QLatin1String(reasonNames.at(static_cast<size_t>(reason)));
}

QLatin1String stepName(NextStep step)
{
    return QLatin1String(stepNames.at(static_cast<size_t>(step)));
}

} // namespace learnlab::domain
