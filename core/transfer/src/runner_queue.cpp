#include "runner.h"

#include <limits>

namespace learnlab::transfer {

using domain::Error;
using domain::ErrorCode;
using domain::TransferId;
using domain::TransferState;

namespace {

constexpr qsizetype ahead = 256;     // of each line in memory
constexpr qsizetype mostHeld = 2000; // whose folders are not on the server yet
constexpr int mostWaiting = 5000;
constexpr int mostInterrupted = 20'000;

} // namespace

void Runner::start()
{
    m_running = true;
    m_partRate = m_partRateStored = static_cast<double>(m_with.store.read().partRate());
    m_finishedBefore = m_with.store.read().transferTotals().finishedBytes;
    reread();
    for (const TransferState state : {TransferState::Preparing, TransferState::Sending, TransferState::Completing}) {
        const QList<domain::Transfer> rows = m_with.store.read().transfersIn(state, mostInterrupted);
        for (const domain::Transfer &row : rows) {
            if (!m_entries.find(row.id))
                m_entries.insert(row, m_limits.multipartThreshold);
            apply(row.id, event::Interrupted{});
        }
    }
    loadWaiting();
    changed();
    wakeSoon();
}

void Runner::stop()
{
    m_running = false;
    ++m_generation;
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        retire(*m_entries.find(id));
        m_entries.erase(id);
    }
    m_sweeps.clear();
    m_first.clear();
    m_sweeping = false;
    m_retired.clear();
    m_abandoning.clear();
    m_toAbandon.clear();
    m_creations.clear();
    m_completions.clear();
    m_urls.clear();
    m_limitsCall.reset();
    m_usageCall.reset();
    m_usageHeard.reset();
    m_usageRead = false;
    m_claimed = 0;
    if (m_timer)
        m_with.scheduler.cancel(*std::exchange(m_timer, std::nullopt));
}

void Runner::nudge()
{
    refresh();
    if (m_running && !blocked())
        wakeThoseWaitingForNetwork();
    wakeSoon();
}

/// Something may have been added or moved: the lines are read again from their beginning.
void Runner::refresh()
{
    if (!m_running)
        return;
    m_reading = {};
    m_foldersStale = true;
    changed();
}

/// The order is another one: what stands in line in memory is let go and read anew.
void Runner::reread()
{
    if (!m_running)
        return;
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        const Entry *entry = m_entries.find(id);
        if (entry->row.state == TransferState::Queued && !entry->writing && !entry->turning && entry->events.empty())
            m_entries.erase(id);
    }
    refresh();
}

void Runner::refill(Line line)
{
    Reading &reading = m_reading[static_cast<size_t>(line)];
    const bool upload = line == Line::SmallUpload || line == Line::LargeUpload;
    const bool large = line == Line::LargeUpload || line == Line::LargeDownload;
    const qint64 limit = m_limits.multipartThreshold;
    while (!reading.atEnd && m_sweeps.empty() && m_entries.queuedIn(line) < ahead / 2 &&
           static_cast<qsizetype>(m_entries.held().size()) < mostHeld) {
        const QList<domain::Transfer> rows = m_with.store.read().queuedAfter(
            reading.place, upload ? domain::TransferKind::Upload : domain::TransferKind::Download, large ? limit : -1,
            large ? std::numeric_limits<qint64>::max() : limit, static_cast<int>(ahead));
        reading.atEnd = rows.size() < ahead;
        for (const domain::Transfer &row : rows) {
            reading.place = {row.position, row.id};
            if (!m_entries.find(row.id))
                m_entries.insert(row, limit);
        }
    }
}

/// They are few as a rule: no more turns are given while many wait.
void Runner::loadWaiting()
{
    const QList<domain::Transfer> rows = m_with.store.read().transfersIn(TransferState::Waiting, mostWaiting);
    m_moreWaiting = rows.size() == mostWaiting;
    for (const domain::Transfer &row : rows) {
        if (!m_entries.find(row.id))
            m_entries.insert(row, m_limits.multipartThreshold);
    }
}

/// What the user or an error stopped needs no place in memory until somebody speaks of it again.
void Runner::letGo(TransferId id)
{
    const Entry *entry = m_entries.find(id);
    if (!entry || entry->writing || !entry->events.empty() || entry->work)
        return;
    if (entry->row.state == TransferState::Paused || entry->row.state == TransferState::Failed)
        m_entries.erase(id);
}

bool Runner::isHeld(const Entry &entry)
{
    if (entry.row.kind != domain::TransferKind::Upload)
        return false;
    const auto pending = m_pendingFolders.constFind(entry.row.folderId);
    if (pending == m_pendingFolders.constEnd())
        return false;
    if (*pending) // the server did not take the folder
        apply(entry.row.id, event::Blocked{Error{ErrorCode::ParentGone, {}}});
    return true;
}

void Runner::readFolders()
{
    if (!std::exchange(m_foldersStale, false))
        return;
    m_pendingFolders.clear();
    const QList<mirror::PendingOperation> operations = m_with.store.read().pendingOperations();
    for (const mirror::PendingOperation &pending : operations) {
        if (pending.operation.kind == domain::OperationKind::CreateFolder)
            m_pendingFolders.insert(pending.operation.target.folderId(), pending.error);
    }
    const std::set<TransferId> held = m_entries.held();
    for (const TransferId &id : held) {
        Entry *entry = m_entries.find(id);
        if (entry->writing || isHeld(*entry))
            continue;
        // The server may have known the folder under another id.
        if (const auto row = m_with.store.read().transfer(id))
            m_entries.setRow(*entry, *row, m_limits.multipartThreshold);
        else
            m_entries.erase(id);
    }
}

} // namespace learnlab::transfer
