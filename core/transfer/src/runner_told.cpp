#include "runner.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::TransferId;
using domain::TransferState;

namespace {

constexpr auto tellEvery = std::chrono::milliseconds(100);

/// A file costs something besides its bytes: calls, a row, a commit.
constexpr double perFile = 64 * 1024;

struct Effort
{
    double done = 0;
    double left = 0;
};

Effort effortOf(const Summary &summary, const mirror::TransferTotals &totals)
{
    return {.done = static_cast<double>(summary.bytesDone) + perFile * static_cast<double>(totals.done),
            .left = static_cast<double>(summary.bytesTotal - summary.bytesDone) + perFile * summary.active};
}

} // namespace

std::optional<Live> Runner::live(TransferId id) const
{
    const Entry *entry = m_entries.find(id);
    if (!entry || !isUnderWay(entry->row.state))
        return std::nullopt;
    return Live{std::min(entry->row.bytesTotal, entry->row.bytesDone + entry->moving),
                static_cast<qint64>(entry->speed), entry->timeLeft.left()};
}

/// The first change is told at once, those that follow it within a tenth of a second together.
void Runner::changed()
{
    m_dirty = true;
    settledSoon();
    if (std::exchange(m_telling, true))
        return;
    m_with.scheduler.post(guarded([this] { tell(); }));
}

void Runner::tell()
{
    m_dirty = false;
    const mirror::TransferTotals all = m_with.store.read().transferTotals();
    if (all.queued + all.underWay + all.waiting == 0)
        m_finishedBefore = all.finishedBytes;
    measure();
    const auto listeners = m_listeners;
    for (const auto &listener : listeners)
        listener();
    m_with.scheduler.after(tellEvery, guarded([this] {
                               m_telling = false;
                               if (m_dirty)
                                   changed();
                           }));
}

void Runner::measure()
{
    const support::Monotonic now = m_with.clock.monotonic();
    const double seconds = std::chrono::duration<double>(now - m_lastMeasured).count();
    if (seconds < 0.05)
        return;
    m_lastMeasured = now;
    constexpr double inertia = 0.8; // of ten measurements a second: smooth, and right after a second or two
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        Entry *entry = m_entries.find(id);
        if (!isUnderWay(entry->row.state))
            continue;
        const qint64 bytes = entry->row.bytesDone + entry->moving;
        const double rate = static_cast<double>(std::max<qint64>(0, bytes - entry->lastBytes)) / seconds;
        entry->speed = entry->speed > 0 ? inertia * entry->speed + (1 - inertia) * rate : rate;
        entry->lastBytes = bytes;
        entry->timeLeft.sample(now, static_cast<double>(bytes), static_cast<double>(entry->row.bytesTotal - bytes));
    }
    const Effort work = effortOf(summary(), m_with.store.read().transferTotals());
    if (work.left > 0)
        m_timeLeft.sample(now, work.done, work.left);
    else
        m_timeLeft.forget();
}

Summary Runner::summary() const
{
    const mirror::TransferTotals all = m_with.store.read().transferTotals();
    Summary summary;
    summary.active = static_cast<int>(all.queued + all.underWay);
    summary.waiting = static_cast<int>(all.waiting);
    summary.paused = static_cast<int>(all.paused);
    summary.failed = static_cast<int>(all.failed);
    const qint64 before = std::min(m_finishedBefore, all.finishedBytes);
    qint64 moving = 0;
    for (const TransferId &id : m_entries.ids()) {
        const Entry *entry = m_entries.find(id);
        if (!isUnderWay(entry->row.state))
            continue;
        moving += std::min(entry->row.bytesTotal - entry->row.bytesDone, entry->moving) + entry->unwritten;
        summary.bytesPerSecond += static_cast<qint64>(entry->speed);
    }
    summary.bytesTotal = all.bytesTotal - all.stoppedBytesTotal - before;
    summary.bytesDone = std::min(summary.bytesTotal, all.bytesDone - all.stoppedBytesDone - before + moving);
    summary.sending = m_entries.anyActive();
    summary.safeToClose = all.queued + all.underWay + all.waiting == 0 && !summary.sending;
    summary.timeLeft = summary.active > 0 ? m_timeLeft.left() : std::nullopt;
    return summary;
}

bool Runner::isSettled(TransferId id) const
{
    const Entry *entry = m_entries.find(id);
    if (!entry && !m_sweeps.empty())
        return false; // it may be told something just now
    if (!entry) {
        const auto row = m_with.store.read().transfer(id);
        const bool stands = row && row->kind == domain::TransferKind::Upload && standsForRoom();
        return !row || (row->state != TransferState::Queued && !isUnderWay(row->state)) || stands || blocked();
    }
    if (entry->row.kind == domain::TransferKind::Upload && entry->row.state == TransferState::Queued &&
        !entry->writing && !entry->turning && standsForRoom())
        return true;
    // What is on its way to disk counts already: one that was just told to try again does not stand any more.
    return !entry->writing && entry->row.state != TransferState::Queued && !isUnderWay(entry->row.state);
}

void Runner::whenSettled(const QList<TransferId> &ids, std::function<void()> reply)
{
    refresh();
    m_waiters.push_back({ids, 0, std::move(reply)});
    changed();
}

/// Whoever waits for an end hears of it in the next turn of the loop: a tenth of a second is long for a small file.
void Runner::settledSoon()
{
    if (m_waiters.empty() || std::exchange(m_settling, true))
        return;
    m_with.scheduler.post(guarded([this] {
        m_settling = false;
        tellSettled();
    }));
}

void Runner::tellSettled()
{
    std::vector<std::function<void()>> replies;
    std::erase_if(m_waiters, [this, &replies](Waiter &waiter) {
        while (waiter.settled < waiter.ids.size() && isSettled(waiter.ids.at(waiter.settled)))
            ++waiter.settled;
        if (waiter.settled < waiter.ids.size())
            return false;
        // One that was seen waiting may be going again by now; it is in memory then.
        const auto goesOn = std::find_if(waiter.ids.begin(), waiter.ids.end(), [this](const TransferId &id) {
            return m_entries.find(id) && !isSettled(id);
        });
        if (goesOn != waiter.ids.end()) {
            waiter.settled = goesOn - waiter.ids.begin();
            return false;
        }
        replies.push_back(std::move(waiter.reply));
        return true;
    });
    for (const auto &reply : replies)
        reply();
}

} // namespace learnlab::transfer
