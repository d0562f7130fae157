#include "transfer_rows.h"

#include <algorithm>

namespace learnlab::ui {

using domain::TransferState;

namespace {

// More rows than anybody reads; the counts tell the rest.
constexpr int mostTopRows = 300;
constexpr int mostChildren = 200;
constexpr int mostProblemsBelow = 20;
constexpr int mostSending = 64;

using Row = TransferTreeModel::Row;

std::shared_ptr<Row> rowOf(const domain::Transfer &transfer)
{
    auto row = std::make_shared<Row>();
    row->transfer = transfer;
    row->position = transfer.position;
    return row;
}

/// The transfers of a group that belong to a tab, the first ones.
QList<domain::Transfer> transfersOf(const mirror::Reader &reader, domain::TransferId group, TransferTab tab, int most)
{
    QList<domain::Transfer> found = tab == TransferTab::Done ? reader.transfers(reader.transferIds(group).mid(0, most))
                                                             : reader.unfinishedAfter({}, most, group);
    found.removeIf([tab](const domain::Transfer &transfer) { return tabOf(transfer.state) != tab; });
    return found;
}

std::shared_ptr<Row> groupRow(const mirror::Reader &reader, const mirror::TransferGroupRow &group, TransferTab tab, bool open)
{
    const bool alone = group.totals.count() == 1;
    const QList<domain::Transfer> first = transfersOf(reader, group.group.id, tab, alone || !open ? 1 : mostChildren);
    if (alone)
        return first.isEmpty() ? nullptr : rowOf(first.first());
    auto row = std::make_shared<Row>();
    row->kind = TransferRowKind::Group;
    row->group = group;
    if (!first.isEmpty()) {
        row->first = first.first().id;
        row->position = first.first().position;
    }
    if (row->group.group.name.isEmpty() && !first.isEmpty())
        row->group.group.name = first.first().filename;
    if (open)
        row->children = first;
    return row;
}

void addProblems(const mirror::Reader &reader, int most, std::vector<std::shared_ptr<Row>> *rows)
{
    const QList<domain::Transfer> failed = reader.transfersIn(TransferState::Failed, most);
    for (const domain::Transfer &transfer : failed)
        rows->push_back(rowOf(transfer));
}

} // namespace

qint64 countOf(const mirror::TransferTotals &totals, TransferTab tab)
{
    switch (tab) {
    case TransferTab::Active:
        return totals.queued + totals.underWay;
    case TransferTab::Waiting:
        return totals.waiting + totals.paused;
    case TransferTab::Failed:
        return totals.failed;
    case TransferTab::Done:
        break;
    }
    return totals.done;
}

TransferTreeModel::Listing readTransfers(const mirror::Reader &reader, TransferTab tab, const QSet<domain::TransferId> &open)
{
    TransferTreeModel::Listing listing;
    const mirror::TransferTotals totals = reader.transferTotals();
    for (const TransferTab each : {TransferTab::Active, TransferTab::Waiting, TransferTab::Failed, TransferTab::Done})
        listing.counts.at(static_cast<size_t>(each)) = static_cast<int>(countOf(totals, each));
    if (const auto usage = reader.usage())
        listing.room = usage->room();
    if (tab == TransferTab::Failed) {
        addProblems(reader, mostTopRows, &listing.rows);
        return listing;
    }
    QList<mirror::TransferGroupRow> groups = reader.transferGroups();
    groups.removeIf([tab](const mirror::TransferGroupRow &group) { return countOf(group.totals, tab) == 0; });
    if (tab == TransferTab::Done)
        std::reverse(groups.begin(), groups.end()); // the latest first
    for (const mirror::TransferGroupRow &group : groups.mid(0, mostTopRows)) {
        if (auto row = groupRow(reader, group, tab, open.contains(group.group.id)))
            listing.rows.push_back(std::move(row));
    }
    if (tab == TransferTab::Done)
        return listing;
    std::stable_sort(listing.rows.begin(), listing.rows.end(),
                     [](const auto &a, const auto &b) { return a->position < b->position; });
    const QList<domain::Transfer> sending = reader.transfersIn(TransferState::Sending, mostSending);
    for (const auto &row : listing.rows) {
        for (const domain::Transfer &transfer : sending) {
            if (row->kind == TransferRowKind::Group && transfer.groupId == row->group.group.id)
                row->sending.insert(transfer.id, transfer.bytesDone);
        }
    }
    if (tab == TransferTab::Active && totals.failed > 0) {
        listing.rows.push_back(std::make_shared<Row>());
        listing.rows.back()->kind = TransferRowKind::Section;
        addProblems(reader, mostProblemsBelow, &listing.rows);
    }
    return listing;
}

} // namespace learnlab::ui
