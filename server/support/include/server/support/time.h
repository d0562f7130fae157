#pragma once
// Points in time: microseconds of UTC, written as RFC 3339 with `Z` and six digits.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace learnlab::server::support {

using Time = std::chrono::sys_time<std::chrono::microseconds>;
using Now = std::function<Time()>; // injected where a test turns the clock

[[nodiscard]] Time systemNow();
[[nodiscard]] std::string formatTime(Time time); // 2026-11-23T01:02:03.123456Z
[[nodiscard]] std::optional<Time>
parseTime(std::string_view text); // RFC 3339 with any offset, 0 to 9 digits of fraction
[[nodiscard]] inline std::int64_t unixSeconds(Time time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

} // namespace learnlab::server::support
