#include "troubles.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::ErrorCode;

namespace {

constexpr int most = 6;
constexpr int mostMismatches = 2; // perhaps damaged on its way, perhaps not what was digested
constexpr std::chrono::seconds longestPause(10);

} // namespace

bool passesByItself(const domain::Error &error, int troubles)
{
    if (error.retryAfter && *error.retryAfter > longestPause)
        return false;
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::ServerError:
        return troubles <= most;
    case ErrorCode::DigestMismatch:
        return troubles <= mostMismatches;
    default:
        return false;
    }
}

std::chrono::milliseconds pauseAfter(const domain::Error &error, int troubles)
{
    const std::chrono::milliseconds pause(100 << std::clamp(troubles, 0, 6));
    return error.retryAfter ? std::max<std::chrono::milliseconds>(pause, *error.retryAfter) : pause;
}

} // namespace learnlab::transfer
