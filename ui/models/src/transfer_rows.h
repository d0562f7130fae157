#pragma once

#include "ui/models/transfer_tree_model.h"

namespace learnlab::ui {

/// A row of the top level: a transfer that came alone, a group, or the title of a section.
struct TransferTreeModel::Row
{
    TransferRowKind kind = TransferRowKind::Transfer;
    domain::Transfer transfer;
    mirror::TransferGroupRow group;
    QList<domain::Transfer> children; ///< once opened
    QHash<domain::TransferId, qint64> sending; ///< which of the group move, and what of each is confirmed
    domain::TransferId first; ///< of a group: its first transfer in this tab
    qint64 position = 0;

    /// Tells rows apart, over readings.
    [[nodiscard]] domain::ItemRef key() const
    {
        switch (kind) {
        case TransferRowKind::Transfer:
            return {domain::ItemKind::File, transfer.id.bytes()};
        case TransferRowKind::Group:
            return {domain::ItemKind::Folder, group.group.id.bytes()};
        case TransferRowKind::Section:
            break;
        }
        domain::ItemRef section{domain::ItemKind::Folder, {}};
        section.id.fill(0xff); // no group's: what has no group has a null one
        return section;
    }
};

struct TransferTreeModel::Listing
{
    std::vector<std::shared_ptr<Row>> rows;
    std::array<int, 4> counts{};
    std::optional<qint64> room; ///< on the server; none: unlimited, or not known
};

/// What a tab holds, with the transfers of the groups that are open. Thread of the reader.
[[nodiscard]] TransferTreeModel::Listing readTransfers(const mirror::Reader &reader, TransferTab tab,
                                                       const QSet<domain::TransferId> &open);

/// How many of a group or of all belong to a tab.
[[nodiscard]] qint64 countOf(const mirror::TransferTotals &totals, TransferTab tab);

} // namespace learnlab::ui
