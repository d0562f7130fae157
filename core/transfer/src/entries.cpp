#include "entries.h"

namespace learnlab::transfer {

using domain::TransferId;
using domain::TransferState;

bool isUnderWay(TransferState state)
{
    return state == TransferState::Preparing || state == TransferState::Sending || state == TransferState::Completing;
}

bool waitsForRoom(const domain::Transfer &row)
{
    return row.state == TransferState::Waiting && row.error &&
           (row.error->code == domain::ErrorCode::QuotaExceeded || row.error->code == domain::ErrorCode::StoreFull);
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

Line lineFor(const domain::Transfer &row, qint64 largeFrom)
{
    const bool large = row.bytesTotal > largeFrom;
    if (row.kind == domain::TransferKind::Upload)
        return large ? Line::LargeUpload : Line::SmallUpload;
    return large ? Line::LargeDownload : Line::SmallDownload;
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
    m_lines.insert(row.id, lineFor(row, largeFrom));
    link(*entry);
    return *entry;
}

void Entries::setRow(Entry &entry, const domain::Transfer &row, qint64 largeFrom)
{
    unlink(entry);
    entry.row = row;
    if (row.state == TransferState::Queued) // a file may have grown since
        m_lines.insert(row.id, lineFor(row, largeFrom));
    link(entry);
}

void Entries::erase(TransferId id)
{
    const auto entry = m_entries.value(id);
    if (!entry)
        return;
    unlink(*entry);
    m_entries.remove(id);
    m_lines.remove(id);
}

void Entries::unlink(Entry &entry)
{
    const auto line = static_cast<size_t>(lineOf(entry));
    m_queued[line].erase({entry.row.position, entry.row.id});
    m_held.erase(entry.row.id);
    m_waiting.erase(entry.row.id);
    m_roomless.erase({entry.row.position, entry.row.id});
    if (entry.row.retryAt)
        m_due.erase({*entry.row.retryAt, entry.row.id});
    if (std::exchange(entry.turning, false))
        --m_turning[line];
    if (isUnderWay(entry.row.state))
        --m_active[line];
}

void Entries::link(const Entry &entry)
{
    const auto line = static_cast<size_t>(lineOf(entry));
    if (entry.row.state == TransferState::Queued)
        m_queued[line].emplace(entry.row.position, entry.row.id);
    if (entry.row.state == TransferState::Waiting)
        m_waiting.insert(entry.row.id);
    if (waitsForRoom(entry.row))
        m_roomless.emplace(entry.row.position, entry.row.id);
    if (entry.row.state == TransferState::Waiting && entry.row.retryAt)
        m_due.emplace(*entry.row.retryAt, entry.row.id);
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

QList<TransferId> Entries::waitingForRoom() const
{
    QList<TransferId> ids;
    for (const Key &key : m_roomless)
        ids.append(key.second);
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

bool Entries::anyActive() const
{
    for (size_t line = 0; line < lineCount; ++line) {
        if (m_active[line] + m_turning[line] > 0)
            return true;
    }
    return false;
}

std::optional<domain::Timestamp> Entries::nextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

QList<TransferId> Entries::dueBy(domain::Timestamp time) const
{
    QList<TransferId> ids;
    for (const Due &due : m_due) {
        if (due.first > time)
            break;
        ids.append(due.second);
    }
    return ids;
}

} // namespace learnlab::transfer
