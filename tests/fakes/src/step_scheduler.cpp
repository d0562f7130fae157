#include "fakes/step_scheduler.h"

#include <algorithm>

namespace learnlab::fakes {

void StepScheduler::post(support::Task task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
}

support::Scheduler::TimerId StepScheduler::after(std::chrono::milliseconds delay, support::Task task)
{
    const TimerId id = ++m_lastId;
    m_timers.emplace(Due(m_clock.monotonic() + std::max(delay, std::chrono::milliseconds(0)), id), std::move(task));
    return id;
}

void StepScheduler::cancel(TimerId timer)
{
    const auto found = std::find_if(m_timers.begin(), m_timers.end(),
                                    [timer](const auto &entry) { return entry.first.second == timer; });
    if (found != m_timers.end())
        m_timers.erase(found);
}

bool StepScheduler::runOne()
{
    support::Task task;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_tasks.empty()) {
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
    }
    if (!task && !m_timers.empty() && m_timers.begin()->first.first <= m_clock.monotonic()) {
        task = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
    }
    if (!task)
        return false;
    task();
    return true;
}

bool StepScheduler::runUntilIdle(int most)
{
    for (int i = 0; i < most; ++i) {
        if (!runOne())
            return true;
    }
    return false;
}

void StepScheduler::advance(std::chrono::milliseconds time)
{
    const support::Monotonic end = m_clock.monotonic() + time;
    runUntilIdle();
    while (!m_timers.empty() && m_timers.begin()->first.first <= end)
        advanceToNextTimer();
    if (m_clock.monotonic() < end)
        m_clock.advance(std::chrono::duration_cast<std::chrono::microseconds>(end - m_clock.monotonic()));
}

bool StepScheduler::advanceToNextTimer()
{
    if (m_timers.empty())
        return false;
    const support::Monotonic due = m_timers.begin()->first.first;
    if (due > m_clock.monotonic()) {
        // Rounded up: a clock of microseconds must not stop just before the timer.
        m_clock.advance(std::chrono::ceil<std::chrono::microseconds>(due - m_clock.monotonic()));
    }
    runUntilIdle();
    return true;
}

void StepScheduler::clear()
{
    const std::lock_guard lock(m_mutex);
    m_tasks.clear();
    m_timers.clear();
}

} // namespace learnlab::fakes
