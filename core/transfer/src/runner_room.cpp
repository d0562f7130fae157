#include "runner.h"

#include "session/quota.h"

#include <algorithm>

namespace learnlab::transfer {

using domain::ErrorCode;
using domain::TransferId;

namespace {

/// So long what was heard of the room left is believed when it says no.
constexpr auto roomIsFresh = std::chrono::seconds(20);
/// So many stand for want of room; those behind them keep their place in line.
constexpr size_t enoughWithoutRoom = 1000;
/// Sent to a store that was full, to see whether it still is.
constexpr size_t feelers = 8;

} // namespace

/// Asks the account's quota before the server is asked for an upload. What is on the server already takes no room.
Runner::RoomFor Runner::roomFor(const Entry &entry)
{
    const domain::Transfer &row = entry.row;
    if (row.kind != domain::TransferKind::Upload || !row.uploadId.isNull())
        return RoomFor::One; // a download, or reserved already
    if (!std::exchange(m_usageRead, true))
        m_usage = m_with.store.read().usage();
    if (session::checkQuota(m_usage, m_claimed, {row.bytesTotal}).beyond.isEmpty()) {
        m_claimed += row.bytesTotal;
        return RoomFor::One;
    }
    // A taken name comes first: these very bytes may be there, and need no room.
    const auto namesake = m_with.store.read().childByName(row.folderId, row.filename);
    if (namesake && *namesake != domain::ItemRef::of(row.fileId) && row.onConflict == domain::OnConflict::Fail)
        return RoomFor::One;
    if (isRoomFresh())
        return RoomFor::None;
    askUsage();
    return RoomFor::Unknown;
}

bool Runner::isRoomFresh() const
{
    return m_usageHeard && m_with.clock.monotonic() - *m_usageHeard < roomIsFresh;
}

/// What waits for room stands before others: no more are given their turn only to find that out.
bool Runner::standsForRoom() const
{
    return m_entries.countWaitingForRoom() >= enoughWithoutRoom;
}

void Runner::askUsage()
{
    if (m_usageCall)
        return;
    m_usageCall = m_with.api.usage([this](const domain::Result<domain::Usage> &usage) {
        m_with.scheduler.post(guarded([this] {
            m_usageCall.reset();
            wakeSoon();
        }));
        reached(usage ? std::nullopt : std::optional(usage.error()));
        m_usageHeard = m_with.clock.monotonic(); // also when it could not be told: the next look comes by its own time
        if (!usage)
            return;
        usageKnown(*usage);
        m_with.store.write(
            [usage = *usage](mirror::Writer &writer) -> domain::Result<void> {
                const auto user = writer.read().user();
                return user ? writer.setAccount(*user, usage) : domain::Result<void>();
            },
            {});
    });
}

/// The feed, or somebody else who asked, wrote something about the account.
void Runner::accountChanged()
{
    const auto usage = m_with.store.read().usage();
    if (!usage || usage == m_usage)
        return;
    m_usageHeard = m_with.clock.monotonic();
    usageKnown(*usage);
}

void Runner::usageKnown(const domain::Usage &usage)
{
    const bool freed =
        m_usage && (usage.bytesUsed < m_usage->bytesUsed || usage.bytesReserved < m_usage->bytesReserved);
    const bool same = m_usage == usage;
    m_usage = usage;
    m_usageRead = true;
    m_claimed = 0;
    if (same || !m_running)
        return;
    QList<TransferId> ids;
    QList<qint64> sizes;
    const QList<TransferId> waiting = m_entries.waitingForRoom();
    for (const TransferId &id : waiting) {
        const domain::Transfer &row = m_entries.find(id)->row;
        if (row.error->code != ErrorCode::QuotaExceeded)
            continue;
        ids.append(id);
        sizes.append(row.uploadId.isNull() ? row.bytesTotal : 0); // else it is reserved
    }
    const session::QuotaCheck check = session::checkQuota(usage, 0, sizes);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!check.beyond.contains(i))
            apply(ids.at(i), event::Due{});
    }
    if (freed)
        tryFullStore();
    wakeSoon();
}

/// Something got through, or something went: the store may have room again. A few find out.
void Runner::tryFullStore()
{
    if (m_entries.countWaitingForRoom() == 0)
        return;
    size_t tried = 0;
    const QList<TransferId> waiting = m_entries.waitingForRoom();
    for (const TransferId &id : waiting) {
        if (m_entries.find(id)->row.error->code != ErrorCode::StoreFull)
            continue;
        if (++tried > feelers)
            break;
        apply(id, event::Due{});
    }
}

} // namespace learnlab::transfer
