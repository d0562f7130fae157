#pragma once

#include "support/clock.h"
#include "support/scheduler.h"

#include <deque>
#include <map>
#include <mutex>

namespace learnlab::fakes {

/// A clock that stands still until somebody moves it. The wall clock can also jump, as machines' clocks do.
class FakeClock final : public support::Clock
{
public:
    /// 2026-01-01T00:00:00Z
    FakeClock() : m_now(std::chrono::seconds(1'767'225'600)) {}
    [[nodiscard]] support::Timestamp now() const override { return m_now; }
    [[nodiscard]] support::Monotonic monotonic() const override { return m_monotonic; }
    void advance(std::chrono::microseconds time)
    {
        m_now += time;
        m_monotonic += time;
    }
    void jumpWallClock(std::chrono::microseconds time) { m_now += time; }

private:
    support::Timestamp m_now;
    support::Monotonic m_monotonic{std::chrono::seconds(1)};
};

/// Runs the engine in virtual time on the caller's thread: nothing happens but in the functions below.
class StepScheduler final : public support::Scheduler
{
public:
    explicit StepScheduler(FakeClock &clock) : m_clock(clock) {}

    void post(support::Task task) override;
    TimerId after(std::chrono::milliseconds delay, support::Task task) override;
    void cancel(TimerId timer) override;

    /// Runs the task that is next, if one is due now. False: there was none.
    bool runOne();
    /// Runs what is due now and what follows from it, without moving the clock. Gives up after `most` tasks: false.
    bool runUntilIdle(int most = 1'000'000);
    /// Moves the clock by this much, stopping at each timer on the way to run it and what follows from it.
    void advance(std::chrono::milliseconds time);
    /// Moves the clock to the next timer and runs it. False: no timer is set.
    bool advanceToNextTimer();
    /// Forgets everything that waits, as the end of a process does.
    void clear();

    [[nodiscard]] bool hasTimers() const { return !m_timers.empty(); }
    [[nodiscard]] FakeClock &clock() { return m_clock; }

private:
    using Due = std::pair<support::Monotonic, TimerId>;

    FakeClock &m_clock;
    std::mutex m_mutex; ///< post() may come from other threads, also in a test
    std::deque<support::Task> m_tasks;
    std::map<Due, support::Task> m_timers;
    TimerId m_lastId = 0;
};

} // namespace learnlab::fakes
