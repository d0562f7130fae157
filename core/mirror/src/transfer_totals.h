#pragma once

#include "records.h"

#include <map>
#include <set>

namespace learnlab::mirror {

/// What a transaction changes in `transfer_totals`: gathered while it runs and written once at its end, because many
/// transfers of one group move from one state to the next together.
class TotalsChange
{
public:
    void add(const TransferId &group, TransferState state, qint64 count, qint64 bytesTotal, qint64 bytesDone);
    /// As add() with everything negative; a group that loses its last transfer goes with it.
    void takeOut(const TransferId &group, TransferState state, qint64 count, qint64 bytesTotal, qint64 bytesDone);
    /// Adds it to the table; afterwards there is nothing to write.
    void write(Connection &connection);
    void clear();

private:
    struct Share
    {
        qint64 count = 0;
        qint64 bytesTotal = 0;
        qint64 bytesDone = 0;
    };
    std::map<std::pair<TransferId, TransferState>, Share> m_shares;
    std::set<TransferId> m_lost; ///< groups that something was taken out of
};

} // namespace learnlab::mirror
