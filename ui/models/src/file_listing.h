#pragma once

#include "list_diff.h"

#include "inside/search.h"
#include "ui/models/file_list_model.h"

#include <deque>

namespace learnlab::ui {

/// What a reader brought of a place.
struct FileListModel::Listing
{
    bool reset = false;
    bool first = false; ///< the first rows of more: the rest has to be read behind them
    qint64 took = 0;    ///< milliseconds of the reader
    QList<domain::ItemRef> refs;   ///< reset: all of them
    std::deque<ListStep> steps;    ///< else: from the list that the model had
    QList<mirror::ItemRow> rows;   ///< of the same snapshot
    QHash<domain::ItemRef, int> places; ///< where these rows stand in the end
    QHash<domain::ItemRef, inside::Snippet> snippets; ///< of what was found in files
};

/// Where each of these stands in the list; what is not in it is left out. One pass.
[[nodiscard]] QHash<domain::ItemRef, int> placesIn(const QList<domain::ItemRef> &refs, const QList<domain::ItemRef> &wanted);
/// The ids of a place, in order. Thread of the reader. LIMIT -1: all of them.
[[nodiscard]] QList<domain::ItemRef> refsOf(const mirror::Reader &reader, const Place &place, mirror::Sort sort,
                                            support::Timestamp now, qsizetype limit = -1);
/// Of a search: puts the files that have it in them behind what is called so, and gives what stands around it in each.
/// Thread of the reader.
[[nodiscard]] QHash<domain::ItemRef, inside::Snippet> addInside(QList<domain::ItemRef> *refs,
                                                                const mirror::Reader &reader, const Place &place,
                                                                const QString &index, support::Timestamp now);
/// Whether the first rows of this place come much quicker than all of them.
[[nodiscard]] bool hasQuickBeginning(const Place &place, mirror::Sort sort);
/// The files of all folders in one list.
[[nodiscard]] bool isFlat(const Place &place);
[[nodiscard]] mirror::SortKey keyOf(FileColumn column);
/// Whether the rows of this place tell where they are.
[[nodiscard]] bool hasPath(const Place &place);

} // namespace learnlab::ui
