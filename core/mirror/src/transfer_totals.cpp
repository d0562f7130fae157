#include "transfer_totals.h"

#include <utility>

namespace learnlab::mirror {

void TotalsChange::add(const TransferId &group, TransferState state, qint64 count, qint64 bytesTotal, qint64 bytesDone)
{
    Share &share = m_shares[{group, state}];
    share.count += count;
    share.bytesTotal += bytesTotal;
    share.bytesDone += bytesDone;
}

void TotalsChange::takeOut(const TransferId &group, TransferState state, qint64 count, qint64 bytesTotal,
                           qint64 bytesDone)
{
    add(group, state, -count, -bytesTotal, -bytesDone);
    m_lost.insert(group);
}

void TotalsChange::write(Connection &connection)
{
    for (const auto &[key, share] : std::exchange(m_shares, {})) {
        const auto &[group, state] = key;
        if (share.count == 0 && share.bytesTotal == 0 && share.bytesDone == 0)
            continue;
        Query(connection,
              "INSERT INTO transfer_totals(group_id, state, count, bytes_total, bytes_done) VALUES (?,?,?,?,?) "
              "ON CONFLICT(group_id, state) DO UPDATE SET count = count + excluded.count, "
              "bytes_total = bytes_total + excluded.bytes_total, bytes_done = bytes_done + excluded.bytes_done",
              group, domain::stateName(state), share.count, share.bytesTotal, share.bytesDone)
            .run();
        if (share.count < 0) {
            Query(connection, "DELETE FROM transfer_totals WHERE group_id = ? AND state = ? AND count = 0", group,
                  domain::stateName(state))
                .run();
        }
    }
    for (const TransferId &group : std::exchange(m_lost, {})) {
        Query(connection,
              "DELETE FROM transfer_groups WHERE id = ?1 "
              "AND NOT EXISTS (SELECT 1 FROM transfer_totals WHERE group_id = ?1)",
              group)
            .run();
    }
}

void TotalsChange::clear()
{
    m_shares.clear();
    m_lost.clear();
}

} // namespace learnlab::mirror
