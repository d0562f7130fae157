#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace learnlab::transfer {

/// How long it still takes, told so that the number does not jump: speed is smoothed over some seconds, and what was
/// told counts down by itself until the estimate has moved away from it for good. Pure: time is given.
class TimeLeft
{
public:
    /// `done` and `left` in any unit of work; only differences of `done` count, and going back counts as nothing done.
    void sample(std::chrono::duration<double> now, double done, double left);
    [[nodiscard]] std::optional<std::chrono::seconds> left() const;
    void forget() { *this = {}; }

private:
    std::optional<double> m_began;
    double m_lastTime = 0;
    double m_lastDone = 0;
    double m_rate = 0;
    std::optional<double> m_told; ///< seconds
};

} // namespace learnlab::transfer
