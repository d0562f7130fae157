#pragma once

#include "domain/entities.h"

#include <QList>

namespace learnlab::ui {

/// How to get from one list of distinct things to another, in the order in which a model has to say it: removals from the
/// back, then one reordering of what stays, then insertions from the front. Linear in the lengths.
struct ListDiff
{
    struct Range
    {
        int first = 0;
        int last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };
    QList<Range> removals;
    QList<domain::ItemRef> kept; ///< what stays, in its new order
    bool reordered = false;
    QList<Range> insertions;
    bool tooMany = false;        ///< so many separate ranges that starting over is cheaper
};

[[nodiscard]] ListDiff diffLists(const QList<domain::ItemRef> &from, const QList<domain::ItemRef> &to);

} // namespace learnlab::ui
