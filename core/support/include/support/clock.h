#pragma once

#include <chrono>

namespace learnlab::support {

/// A point of wall-clock time, UTC, in microseconds: the unit of the mirror.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

/// Time since an arbitrary start that never jumps: for waits and lifetimes.
using Monotonic = std::chrono::nanoseconds;

/// The only source of time in the core, so that a test can own it. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] virtual Monotonic monotonic() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] Monotonic monotonic() const override;
};

} // namespace learnlab::support
