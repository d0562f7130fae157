#include "time_left.h"

#include <algorithm>
#include <cmath>

namespace learnlab::transfer {

namespace {

constexpr double memory = 15;     // seconds that the speed is smoothed over, once that many have gone by
constexpr double beforeTold = 1;  // nothing is told of the first moment
constexpr double tolerance = 0.2; // what was told stays while the estimate is within this share of it
constexpr double close = 3;       // or within so many seconds
constexpr double longest = 30.0 * 24 * 3600;

} // namespace

void TimeLeft::sample(std::chrono::duration<double> now, double done, double left)
{
    const double time = now.count();
    if (!m_began) {
        m_began = time;
        m_lastTime = time;
        m_lastDone = done;
        return;
    }
    const double step = time - m_lastTime;
    if (step <= 0)
        return;
    const double rate = std::max(0.0, done - m_lastDone) / step;
    const double age = time - *m_began;
    // In the beginning all that is known counts alike; later what is older than the memory fades.
    const double weight = std::min(1.0, step / std::min(memory, std::max(age, step)));
    m_rate += (rate - m_rate) * weight;
    m_lastTime = time;
    m_lastDone = done;
    if (m_told)
        m_told = std::max(0.0, *m_told - step);
    if (age < beforeTold)
        return;
    const double estimate = m_rate > 0 ? left / m_rate : longest;
    if (estimate >= longest) {
        m_told.reset();
        return;
    }
    if (!m_told || std::abs(estimate - *m_told) > std::max(close, tolerance * std::max(estimate, *m_told)))
        m_told = estimate;
}

std::optional<std::chrono::seconds> TimeLeft::left() const
{
    if (!m_told)
        return std::nullopt;
    return std::chrono::seconds(static_cast<qint64>(std::ceil(*m_told)));
}

} // namespace learnlab::transfer
