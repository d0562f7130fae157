#include "runner.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::TransferId;
using domain::TransferState;

namespace {

constexpr auto tellEvery = std::chrono::milliseconds(100);

} // namespace

std::optional<Live> Runner::live(TransferId id) const
{
    const Entry *entry = m_entries.find(id);
    if (!entry || !isUnderWay(entry->row.state))
        return std::nullopt;
    return Live{std::min(entry->row.bytesTotal, entry->row.bytesDone + entry->moving), static_cast<qint64>(entry->speed)};
}

/// The first change is told at once, those that follow it within a tenth of a second together.
void Runner::changed()
{
    m_dirty = true;
    if (std::exchange(m_telling, true))
        return;
    m_with.scheduler.post(guarded([this] { tell(); }));
}

void Runner::tell()
{
    m_dirty = false;
    measureSpeeds();
    tellSettled();
    const auto listeners = m_listeners;
    for (const auto &listener : listeners)
        listener();
    m_with.scheduler.after(tellEvery, guarded([this] {
        m_telling = false;
        if (m_dirty)
            changed();
    }));
}

void Runner::measureSpeeds()
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
    }
}

bool Runner::isSettled(TransferId id) const
{
    const Entry *entry = m_entries.find(id);
    if (!entry)
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

void Runner::tellSettled()
{
    std::vector<std::function<void()>> replies;
    std::erase_if(m_waiters, [this, &replies](Waiter &waiter) {
        while (waiter.settled < waiter.ids.size() && isSettled(waiter.ids.at(waiter.settled)))
            ++waiter.settled;
        if (waiter.settled < waiter.ids.size())
            return false;
        // One that was seen waiting may be going again by now.
        if (!std::all_of(waiter.ids.begin(), waiter.ids.end(), [this](const TransferId &id) { return isSettled(id); })) {
            waiter.settled = 0;
            return false;
        }
        replies.push_back(std::move(waiter.reply));
        return true;
    });
    for (const auto &reply : replies)
        reply();
}

void Runner::pauseAll()
{
    refresh();
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids)
        apply(id, event::Pause{});
}

void Runner::resumeAll()
{
    refresh();
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids)
        apply(id, event::Resume{});
    wakeSoon();
}

void Runner::clearFinished()
{
    m_with.store.write(
        [](mirror::Writer &writer) -> domain::Result<void> {
            const QList<domain::Transfer> all = writer.read().transfers();
            for (const domain::Transfer &transfer : all) {
                if (!domain::isFinal(transfer.state))
                    continue;
                if (auto done = writer.removeTransfer(transfer.id); !done)
                    return done;
            }
            return {};
        },
        [this, alive = std::weak_ptr<char>(m_alive)](const domain::Result<void> &) {
            if (!alive.expired())
                changed();
        });
}

} // namespace learnlab::transfer
