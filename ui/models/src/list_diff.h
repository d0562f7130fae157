#pragma once

#include "domain/entities.h"

#include <QList>

#include <optional>

namespace learnlab::ui {

/// One thing that a model tells its views on the way from one list to another.
struct ListStep
{
    enum class Kind { Remove, Insert, Order };
    Kind kind = Kind::Remove;
    int first = 0;
    int count = 0;
    QList<domain::ItemRef> refs; ///< Insert: what comes in. Order: the rows from `first` on as they shall stand
    QList<int> places;           ///< Order: for each row from `first` on its new place, counted from `first`
};

/// How to get from one list of distinct things to another, in few steps: range by range where the changes are few, else
/// gathered into one range by an Order on either side, because each range is told to every view. What stays keeps its
/// identity, and with it the selection. Linear in what lies between the first and the last difference.
[[nodiscard]] QList<ListStep> stepsBetween(const QList<domain::ItemRef> &from, const QList<domain::ItemRef> &to);

/// The step that puts these before all others, which keep their order; nothing when the list does not have all of them. One
/// pass, for the first page of a long list in another order.
[[nodiscard]] std::optional<ListStep> bringToFront(const QList<domain::ItemRef> &list, const QList<domain::ItemRef> &front);

/// Takes one step in a plain list, as a model does.
void takeStep(QList<domain::ItemRef> *list, const ListStep &step);

} // namespace learnlab::ui
