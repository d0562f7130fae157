#include "entries.h"

namespace learnlab::transfer {

using domain::TransferId;
using domain::TransferState;

bool isUnderWay(TransferState state)
{
    return state == TransferState::Preparing || state == TransferState::Sending || state == TransferState::Completing;
}

Entry *Entries::find(TransferId id)
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? nullptr : found->get();
}

const Entry *Entries::find(TransferId id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? nullptr : found->get();
}

Line Entries::lineOf(const Entry &entry) const
{
    return m_lines.value(entry.row.id, Line::SmallUpload);
}

Entry &Entries::insert(const domain::Transfer &row, qint64 largeFrom)
{
    const auto entry = std::make_shared<Entry>();
    entry->row = row;
    m_entries.insert(row.id, entry);
    const bool large = row.bytesTotal > largeFrom;
    const bool upload = row.kind == domain::TransferKind::Upload;
    m_lines.insert(row.id, upload ? (large ? Line::LargeUpload : Line::SmallUpload)
                                  : (large ? Line::LargeDownload : Line::SmallDownload));
    link(*entry);
    return *entry;
}

void Entries::setRow(Entry &entry, const domain::Transfer &row, qint64 largeFrom)
{
    unlink(entry);
    entry.row = row;
    if (row.state == TransferState::Queued) { // a file may have grown since
        const bool large = row.bytesTotal > largeFrom;
        const bool upload = row.kind == domain::TransferKind::Upload;
        m_lines.insert(row.id, upload ? (large ? Line::LargeUpload : Line::SmallUpload)
                                      : (large ? Line::LargeDownload : Line::SmallDownload));
    }
    link(entry);
}

void Entries::erase(TransferId id)
{
    const auto entry = m_entries.value(id);
    if (!entry)
        return;
    unlink(*entry);
    if (entry->row.state == TransferState::Done)
        m_doneBytes += entry->row.bytesTotal;
    m_entries.remove(id);
    m_lines.remove(id);
    if (idle())
        m_doneBytes = 0;
}

void Entries::unlink(Entry &entry)
{
    const auto line = static_cast<size_t>(lineOf(entry));
    --m_counts[static_cast<size_t>(entry.row.state)];
    m_queued[line].erase({entry.row.position, entry.row.id});
    m_held.erase(entry.row.id);
    m_waiting.erase(entry.row.id);
    if (std::exchange(entry.turning, false))
        --m_turning[line];
    if (isUnderWay(entry.row.state))
        --m_active[line];
}

void Entries::link(const Entry &entry)
{
    const auto line = static_cast<size_t>(lineOf(entry));
    ++m_counts[static_cast<size_t>(entry.row.state)];
    if (entry.row.state == TransferState::Queued)
        m_queued[line].emplace(entry.row.position, entry.row.id);
    if (entry.row.state == TransferState::Waiting)
        m_waiting.insert(entry.row.id);
    if (isUnderWay(entry.row.state))
        ++m_active[line];
}

std::optional<TransferId> Entries::firstQueued(Line line) const
{
    const std::set<Key> &queued = m_queued[static_cast<size_t>(line)];
    return queued.empty() ? std::nullopt : std::optional(queued.begin()->second);
}

QList<TransferId> Entries::queued(qsizetype most) const
{
    QList<TransferId> ids;
    for (const std::set<Key> &line : m_queued) {
        for (const Key &key : line) {
            if (ids.size() >= most)
                return ids;
            ids.append(key.second);
        }
    }
    for (const TransferId &id : m_held) {
        if (ids.size() >= most)
            break;
        ids.append(id);
    }
    return ids;
}

void Entries::hold(Entry &entry)
{
    m_queued[static_cast<size_t>(lineOf(entry))].erase({entry.row.position, entry.row.id});
    m_held.insert(entry.row.id);
}

void Entries::turn(Entry &entry)
{
    const auto line = static_cast<size_t>(lineOf(entry));
    m_queued[line].erase({entry.row.position, entry.row.id});
    if (!std::exchange(entry.turning, true))
        ++m_turning[line];
}

bool Entries::idle() const
{
    int active = m_counts[static_cast<size_t>(TransferState::Queued)];
    for (const int count : m_active)
        active += count;
    return active == 0;
}

Summary Entries::summary() const
{
    Summary summary;
    for (const auto &entry : m_entries) {
        const domain::Transfer &row = entry->row;
        if (row.state == TransferState::Queued || isUnderWay(row.state))
            ++summary.active;
        else if (row.state == TransferState::Waiting)
            ++summary.waiting;
        else if (row.state == TransferState::Paused)
            ++summary.paused;
        else if (row.state == TransferState::Failed)
            ++summary.failed;
        if (row.state != TransferState::Failed && row.state != TransferState::Paused) {
            summary.bytesTotal += row.bytesTotal;
            summary.bytesDone += std::min(row.bytesTotal, row.bytesDone + entry->moving);
        }
        if (isUnderWay(row.state))
            summary.bytesPerSecond += static_cast<qint64>(entry->speed);
    }
    summary.bytesDone += m_doneBytes;
    summary.bytesTotal += m_doneBytes;
    return summary;
}

} // namespace learnlab::transfer
