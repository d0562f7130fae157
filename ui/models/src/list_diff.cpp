#include "list_diff.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace learnlab::ui {

namespace {

using Refs = QList<domain::ItemRef>;

// A header of a hundred thousand rows takes a tenth of a millisecond for a range.
constexpr qsizetype mostRanges = 32;

struct Range
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// The ranges of places in `list` that `known` does not hold.
QList<Range> rangesOutside(const Refs &list, const QHash<domain::ItemRef, int> &known)
{
    QList<Range> ranges;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (known.contains(list.at(i)))
            continue;
        if (!ranges.isEmpty() && ranges.last().first + ranges.last().count == i)
            ++ranges.last().count;
        else
            ranges.append({i, 1});
    }
    return ranges;
}

QHash<domain::ItemRef, int> placesOf(const Refs &list)
{
    QHash<domain::ItemRef, int> places;
    places.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i)
        places.insert(list.at(i), static_cast<int>(i));
    return places;
}

Refs only(const Refs &list, const QHash<domain::ItemRef, int> &known, bool inside)
{
    Refs result;
    std::copy_if(list.cbegin(), list.cend(), std::back_inserter(result),
                 [&](const domain::ItemRef &ref) { return known.contains(ref) == inside; });
    return result;
}

class Steps
{
public:
    Steps(qsizetype offset, Refs list) : m_offset(offset), m_list(std::move(list)) {}

    void order(const Refs &target)
    {
        if (m_list == target)
            return;
        const QHash<domain::ItemRef, int> places = placesOf(target);
        ListStep step{ListStep::Kind::Order, static_cast<int>(m_offset), static_cast<int>(target.size()), target, {}};
        step.places.reserve(m_list.size());
        for (const domain::ItemRef &ref : std::as_const(m_list))
            step.places.append(places.value(ref));
        m_steps.append(std::move(step));
        m_list = target;
    }
    void remove(const Range &range)
    {
        m_steps.append({ListStep::Kind::Remove, static_cast<int>(m_offset + range.first), static_cast<int>(range.count), {}, {}});
        m_list.remove(range.first, range.count);
    }
    void insert(qsizetype at, const Refs &refs)
    {
        m_steps.append({ListStep::Kind::Insert, static_cast<int>(m_offset + at), static_cast<int>(refs.size()), refs, {}});
        m_list = m_list.mid(0, at) + refs + m_list.mid(at);
    }
    [[nodiscard]] qsizetype size() const { return m_list.size(); }
    [[nodiscard]] QList<ListStep> take() { return std::move(m_steps); }

private:
    qsizetype m_offset;
    Refs m_list;
    QList<ListStep> m_steps;
};

} // namespace

QList<ListStep> stepsBetween(const Refs &wholeFrom, const Refs &wholeTo)
{
    const auto [fromEdge, toEdge] = std::mismatch(wholeFrom.cbegin(), wholeFrom.cend(), wholeTo.cbegin(), wholeTo.cend());
    const qsizetype head = fromEdge - wholeFrom.cbegin();
    qsizetype tail = 0;
    const qsizetype longestTail = std::min(wholeFrom.size(), wholeTo.size()) - head;
    while (tail < longestTail && wholeFrom.at(wholeFrom.size() - 1 - tail) == wholeTo.at(wholeTo.size() - 1 - tail))
        ++tail;
    const Refs from = wholeFrom.mid(head, wholeFrom.size() - head - tail);
    const Refs to = wholeTo.mid(head, wholeTo.size() - head - tail);
    if (from.isEmpty() || to.isEmpty()) {
        Steps whole(head, from);
        if (!from.isEmpty())
            whole.remove({0, from.size()});
        if (!to.isEmpty())
            whole.insert(0, to);
        return whole.take();
    }
    const QHash<domain::ItemRef, int> before = placesOf(from);
    const QHash<domain::ItemRef, int> after = placesOf(to);
    const QList<Range> removals = rangesOutside(from, after);
    const QList<Range> insertions = rangesOutside(to, before);
    const Refs kept = only(to, before, true);

    Steps steps(head, from);
    if (removals.size() > mostRanges) {
        const Refs gone = only(from, after, false);
        steps.order(only(from, after, true) + gone);
        steps.remove({steps.size() - gone.size(), gone.size()});
    } else {
        for (auto range = removals.crbegin(); range != removals.crend(); ++range)
            steps.remove(*range);
    }
    if (insertions.size() > mostRanges) {
        steps.insert(steps.size(), only(to, before, false));
        steps.order(to);
        return steps.take();
    }
    steps.order(kept);
    for (const Range &range : insertions)
        steps.insert(range.first, to.mid(range.first, range.count));
    return steps.take();
}

std::optional<ListStep> bringToFront(const Refs &list, const Refs &front)
{
    // The last bytes of an id are as good as by chance: nearly all rows are known by them not to be among the few.
    const auto mark = [](const domain::ItemRef &ref) { return size_t(ref.id[14]) << 8 | ref.id[15]; };
    std::vector<bool> marks(1U << 16, false);
    for (const domain::ItemRef &ref : front)
        marks[mark(ref)] = true;
    const QHash<domain::ItemRef, int> places = placesOf(front);
    ListStep step{ListStep::Kind::Order, 0, static_cast<int>(list.size()), front, {}};
    step.refs.reserve(list.size());
    step.places.reserve(list.size());
    qsizetype met = 0;
    for (const domain::ItemRef &ref : list) {
        const int place = marks[mark(ref)] ? places.value(ref, -1) : -1;
        met += place >= 0 ? 1 : 0;
        step.places.append(place >= 0 ? place : static_cast<int>(step.refs.size()));
        if (place < 0)
            step.refs.append(ref);
    }
    return met == front.size() ? std::optional(std::move(step)) : std::nullopt;
}

void takeStep(Refs *list, const ListStep &step)
{
    switch (step.kind) {
    case ListStep::Kind::Remove:
        list->remove(step.first, step.count);
        return;
    case ListStep::Kind::Insert:
        list->insert(step.first, step.count, domain::ItemRef{});
        [[fallthrough]];
    case ListStep::Kind::Order:
        std::copy(step.refs.cbegin(), step.refs.cend(), list->begin() + step.first);
        return;
    }
}

} // namespace learnlab::ui
