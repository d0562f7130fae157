#include "domain/error.h"

#include <algorithm>
#include <array>

namespace learnlab::domain {

namespace {

struct ErrorRow
{
    ErrorCode code;
    const char *name;
    Consequence consequence;
};

// One row for each code, in the order of the enumeration. Names are kept in mirrors and read by scripts: they never
// change.
constexpr ErrorRow errorTable[] = {
    {ErrorCode::Offline, "offline", Consequence::WaitNetwork},
    {ErrorCode::Timeout, "timeout", Consequence::WaitNetwork},
    {ErrorCode::TlsFailed, "tls_failed", Consequence::WaitNetwork},
    {ErrorCode::InsecureAddress, "insecure_address", Consequence::GiveUp},
    {ErrorCode::NotALearnLabServer, "not_a_learnlab_server", Consequence::RetryLater},
    {ErrorCode::BadAnswer, "bad_answer", Consequence::RetryLater},
    {ErrorCode::CaptivePortal, "captive_portal", Consequence::WaitNetwork},
    {ErrorCode::MeteredNetwork, "metered_network", Consequence::RetryLater},
    {ErrorCode::HostRefused, "host_refused", Consequence::RetryLater},
    {ErrorCode::NotSignedIn, "not_signed_in", Consequence::SignIn},
    {ErrorCode::BadCredentials, "bad_credentials", Consequence::SignIn},
    {ErrorCode::TokenExpired, "token_expired", Consequence::RenewToken},
    {ErrorCode::SessionEnded, "session_ended", Consequence::SignIn},
    {ErrorCode::Forbidden, "forbidden", Consequence::GiveUp},
    {ErrorCode::RegistrationRefused, "registration_refused", Consequence::AskUser},
    {ErrorCode::NotFound, "not_found", Consequence::AskUser},
    {ErrorCode::NameTaken, "name_taken", Consequence::AskUser},
    {ErrorCode::NameInvalid, "name_invalid", Consequence::AskUser},
    {ErrorCode::RevisionConflict, "revision_conflict", Consequence::AskUser},
    {ErrorCode::FolderCycle, "folder_cycle", Consequence::AskUser},
    {ErrorCode::ParentGone, "parent_gone", Consequence::AskUser},
    {ErrorCode::DependencyFailed, "dependency_failed", Consequence::GiveUp},
    {ErrorCode::FolderNotEmpty, "folder_not_empty", Consequence::AskUser},
    {ErrorCode::FormerContentGone, "former_content_gone", Consequence::AskUser},
    {ErrorCode::CursorUnknown, "cursor_unknown", Consequence::GiveUp},
    {ErrorCode::OperationIdReused, "operation_id_reused", Consequence::GiveUp},
    {ErrorCode::TooLarge, "too_large", Consequence::GiveUp},
    {ErrorCode::QuotaExceeded, "quota_exceeded", Consequence::RetryLater},
    {ErrorCode::StoreFull, "store_full", Consequence::RetryLater},
    {ErrorCode::DigestMismatch, "digest_mismatch", Consequence::RetryLater},
    {ErrorCode::UploadGone, "upload_gone", Consequence::RenewUrl},
    {ErrorCode::UploadState, "upload_state", Consequence::RenewUrl},
    {ErrorCode::UrlExpired, "url_expired", Consequence::RenewUrl},
    {ErrorCode::Malformed, "malformed", Consequence::GiveUp},
    {ErrorCode::RateLimited, "rate_limited", Consequence::RetryLater},
    {ErrorCode::Unavailable, "unavailable", Consequence::RetryLater},
    {ErrorCode::ServerError, "server_error", Consequence::RetryLater},
    {ErrorCode::LocalUnreadable, "local_unreadable", Consequence::AskUser},
    {ErrorCode::LocalVanished, "local_vanished", Consequence::AskUser},
    {ErrorCode::LocalChanged, "local_changed", Consequence::RetryLater},
    {ErrorCode::LocalNotAFile, "local_not_a_file", Consequence::GiveUp},
    {ErrorCode::LocalNameInvalid, "local_name_invalid", Consequence::AskUser},
    {ErrorCode::LocalExists, "local_exists", Consequence::AskUser},
    {ErrorCode::LocalDiskFull, "local_disk_full", Consequence::RetryLater},
    {ErrorCode::LocalIo, "local_io", Consequence::AskUser},
    {ErrorCode::LocalDriveGone, "local_drive_gone", Consequence::RetryLater},
    {ErrorCode::LocalReadOnly, "local_read_only", Consequence::AskUser},
    {ErrorCode::LocalTooLarge, "local_too_large", Consequence::AskUser},
    {ErrorCode::LocalBusy, "local_busy", Consequence::RetryLater},
    {ErrorCode::KeptLimit, "kept_limit", Consequence::AskUser},
    {ErrorCode::KeptWithFolder, "kept_with_folder", Consequence::AskUser},
    {ErrorCode::MirrorDamaged, "mirror_damaged", Consequence::GiveUp},
    {ErrorCode::MirrorTooNew, "mirror_too_new", Consequence::GiveUp},
    {ErrorCode::KeychainUnavailable, "keychain_unavailable", Consequence::RetryLater},
    {ErrorCode::KeychainLocked, "keychain_locked", Consequence::AskUser},
    {ErrorCode::ProfileInUse, "profile_in_use", Consequence::AskUser},
    {ErrorCode::Cancelled, "cancelled", Consequence::GiveUp},
    {ErrorCode::Internal, "internal", Consequence::GiveUp},
};

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(errorTable); ++i) {
        if (static_cast<size_t>(errorTable[i].code) != i)
            return false;
    }
    return true;
}
static_assert(inOrder() && std::size(errorTable) == static_cast<size_t>(ErrorCode::Internal) + 1);

constexpr const ErrorRow &rowOf(ErrorCode code)
{
    return errorTable[static_cast<size_t>(code)];
}

} // namespace

Consequence consequenceOf(ErrorCode code)
{
    return rowOf(code).consequence;
}

QLatin1String codeName(ErrorCode code)
{
    return QLatin1String(rowOf(code).name);
}

std::optional<ErrorCode> codeFromName(QStringView name)
{
    const auto row = std::find_if(std::begin(errorTable), std::end(errorTable),
                                  [name](const ErrorRow &candidate) { return name == QLatin1String(candidate.name); });
    return row == std::end(errorTable) ? std::nullopt : std::optional(row->code);
}

} // namespace learnlab::domain
