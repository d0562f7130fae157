#pragma once

#include <QtGlobal>

#include <chrono>

namespace learnlab::transfer {

/// How many to keep under way at a time: found by trying. While more of them bring more, one is added; where the last
/// step brought less, it is taken back. Pure: time is given.
class Pace
{
public:
    Pace(int start, int least, int most) : m_width(start), m_least(least), m_most(most) {}
    /// So much work came to its end at this time.
    void done(std::chrono::duration<double> now, double work);
    [[nodiscard]] int width() const { return m_width; }

private:
    int m_width;
    int m_least;
    int m_most;
    int m_step = 1;
    int m_ended = 0;
    double m_began = -1;
    double m_work = 0;
    double m_rate = 0; ///< of the stretch before
};

/// The size of parts for a file, so that one takes some seconds at the rate (bytes a second, 0: not known yet) that one
/// part was seen to travel at: at least what the server proposes, whole MiB, and so many that they can share the line
/// to the end.
[[nodiscard]] qint64 partSizeFor(qint64 fileSize, qint64 proposed, double partRate);

} // namespace learnlab::transfer
