#pragma once

#include <ui/browse/file_list_view.h>

#include <QtCore/QList>
#include <QtCore/QRect>

namespace learnlab::ui {

// What the view knows and the delegate paints: made by the view, read by the delegate.
struct RowState
{
    QList<RowAction> actions;
    int hoverRow = -1;
    int hoverAction = -1; // index in the actions of that row
    bool hoverLink = false;
    bool keys = false; // the last step was made by a key
    int dropRow = -1;
    bool dragOver = false;  // something that could be dropped is above the list
    bool badgeOnly = false; // too narrow for words in the Status column
    bool twoLines = false;
    bool reviewable = false;

    [[nodiscard]] QList<RowAction> actionsOf(const QModelIndex &index) const;
};

// The places inside a row, in logical (left to right) coordinates of CELL. Painting and hit tests both use them.
namespace rowlayout {

inline constexpr int rowInset = 8;
inline constexpr int nameStart = 20; // from the edge of the view
inline constexpr int icon = 24;
inline constexpr int iconGap = 12;
inline constexpr int action = 28;
inline constexpr int actionGap = 2;
inline constexpr int badge = 16;
inline constexpr int badgeGap = 8;
inline constexpr int listBar = 72;

[[nodiscard]] QRect iconRect(const QRect &cell);
[[nodiscard]] QRect nameRect(const QRect &cell, int actions);
[[nodiscard]] QRect actionRect(const QRect &cell, int index, int actions);
[[nodiscard]] QRect badgeRect(const QRect &cell, bool badgeOnly);

// The words of the Status column and where its link stands; empty rects where there is none.
struct StatusWords
{
    QString text;
    QString link;
    QRect textRect;
    QRect dotRect;
    QRect linkRect;
};
[[nodiscard]] StatusWords statusWords(const QRect &cell, const QModelIndex &index, bool reviewable);

} // namespace rowlayout

} // namespace learnlab::ui
