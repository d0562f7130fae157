#include "exit_code.h"

#include <algorithm>
#include <array>

namespace learnlab::cli {

ExitCode exitCodeOf(domain::ErrorCode code)
{
    using enum domain::ErrorCode;
    switch (code) {
    case NotSignedIn:
    case BadCredentials:
    case TokenExpired:
    case SessionEnded:
        return ExitCode::NotSignedIn;
    case Offline:
    case Timeout:
    case Unavailable:
    case StoreFull:
    case CaptivePortal:
    case MeteredNetwork:
        return ExitCode::Offline;
    case NameTaken:
    case RevisionConflict:
    case FolderCycle:
    case ParentGone:
    case FolderNotEmpty:
    case FormerContentGone:
    case LocalExists:
        return ExitCode::Conflict;
    default:
        return ExitCode::Failed;
    }
}

ExitCode worse(ExitCode one, ExitCode other)
{
    constexpr std::array order{ExitCode::Usage,   ExitCode::NotSignedIn, ExitCode::Conflict,
                               ExitCode::Offline, ExitCode::Failed,      ExitCode::Done};
    return std::min(one, other, [&order](ExitCode a, ExitCode b) {
        return std::find(order.begin(), order.end(), a) < std::find(order.begin(), order.end(), b);
    });
}

} // namespace learnlab::cli
