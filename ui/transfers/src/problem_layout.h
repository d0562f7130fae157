#pragma once

#include <QRect>

class QModelIndex;

namespace learnlab::ui {

/// Where the parts of a row about a failed transfer stand in RECT, left to right whatever the direction: painting and hit
/// tests both use them. The link is invalid where the row has none.
struct ProblemLayout
{
    QRect name;
    QRect badge;
    QRect title;
    QRect text;
    QRect link;
};

[[nodiscard]] ProblemLayout problemLayout(const QRect &rect, const QModelIndex &index);

} // namespace learnlab::ui
