#include "pace.h"

#include <algorithm>

namespace learnlab::transfer {

namespace {

constexpr double stretch = 2;    // seconds at least that one width is tried for
constexpr int roundsTried = 2;   // and so many times its number have to end
constexpr double worthIt = 1.05; // gains below that are noise
constexpr double secondsForPart = 3;
constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 largestPart = 64 * mebibyte; // of an expensive repeat
constexpr qint64 fewestParts = 32;
constexpr double gap = 10; // seconds without an end: nothing can be compared across that

} // namespace

void Pace::done(std::chrono::duration<double> now, double work)
{
    const double time = now.count();
    if (m_began < 0 || time - m_began > stretch + gap) {
        m_began = time;
        m_work = 0;
        m_ended = 0;
        m_rate = 0;
        return;
    }
    m_work += work;
    ++m_ended;
    const double seconds = time - m_began;
    if (seconds < stretch || m_ended < roundsTried * m_width)
        return;
    const double rate = m_work / seconds;
    // No worse with fewer is reason enough to go on with fewer; with more it has to be better.
    const bool good = m_step > 0 ? rate > m_rate * worthIt : rate > m_rate / worthIt;
    if (!good)
        m_step = -m_step;
    m_width = std::clamp(m_width + m_step, m_least, m_most);
    m_began = time;
    m_work = 0;
    m_ended = 0;
    m_rate = rate;
}

qint64 partSizeFor(qint64 fileSize, qint64 proposed, double partRate)
{
    const qint64 wanted = static_cast<qint64>(std::min(secondsForPart * partRate, static_cast<double>(largestPart)));
    return std::max(proposed, std::min(wanted, fileSize / fewestParts) / mebibyte * mebibyte);
}

} // namespace learnlab::transfer
