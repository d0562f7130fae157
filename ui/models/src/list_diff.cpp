#include "list_diff.h"

#include <QSet>

namespace learnlab::ui {

namespace {

// Each range moves what is behind it and is told to every view: beyond this a reset costs less.
constexpr qsizetype mostRanges = 256;

/// The ranges of the places in `list` that are not in `known`.
QList<ListDiff::Range> rangesOutside(const QList<domain::ItemRef> &list, const QSet<domain::ItemRef> &known)
{
    QList<ListDiff::Range> ranges;
    for (int i = 0; i < list.size(); ++i) {
        if (known.contains(list.at(i)))
            continue;
        if (!ranges.isEmpty() && ranges.last().last == i - 1)
            ranges.last().last = i;
        else
            ranges.append({i, i});
    }
    return ranges;
}

} // namespace

ListDiff diffLists(const QList<domain::ItemRef> &from, const QList<domain::ItemRef> &to)
{
    ListDiff diff;
    if (from == to) {
        diff.kept = to;
        return diff;
    }
    const QSet<domain::ItemRef> before(from.cbegin(), from.cend());
    const QSet<domain::ItemRef> after(to.cbegin(), to.cend());
    diff.removals = rangesOutside(from, after);
    std::reverse(diff.removals.begin(), diff.removals.end());
    diff.insertions = rangesOutside(to, before);
    diff.tooMany = diff.removals.size() + diff.insertions.size() > mostRanges;

    QList<domain::ItemRef> oldOrder;
    std::copy_if(from.cbegin(), from.cend(), std::back_inserter(oldOrder), [&](const auto &ref) { return after.contains(ref); });
    std::copy_if(to.cbegin(), to.cend(), std::back_inserter(diff.kept), [&](const auto &ref) { return before.contains(ref); });
    diff.reordered = oldOrder != diff.kept;
    return diff;
}

} // namespace learnlab::ui
