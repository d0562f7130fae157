#include "row_state.h"

#include <ui/common/fonts.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace learnlab::ui {

QList<RowAction> RowState::actionsOf(const QModelIndex &index) const
{
    QList<RowAction> offered = actions;
    if (index.data(IsFolderRole).toBool())
        offered.removeIf([](const RowAction &action) { return action.filesOnly; });
    return offered;
}

} // namespace learnlab::ui

namespace learnlab::ui::rowlayout {

QRect iconRect(const QRect &cell)
{
    return {cell.left() + nameStart, cell.top(), icon, cell.height()};
}

QRect nameRect(const QRect &cell, int actions)
{
    const int left = cell.left() + nameStart + icon + iconGap;
    const int taken = actions > 0 ? actions * (action + actionGap) + 8 : 12;
    return {left, cell.top(), std::max(0, cell.right() + 1 - taken - left), cell.height()};
}

QRect actionRect(const QRect &cell, int index, int actions)
{
    const int first = cell.right() + 1 - 4 - actions * (action + actionGap) + actionGap;
    return {first + index * (action + actionGap), cell.top() + (cell.height() - action) / 2, action, action};
}

QRect badgeRect(const QRect &cell, bool badgeOnly)
{
    return {cell.left() + (badgeOnly ? 6 : 0), cell.top(), badge, cell.height()};
}

StatusWords statusWords(const QRect &cell, const QModelIndex &index, bool reviewable)
{
    StatusWords words;
    words.text = index.siblingAtColumn(int(FileColumn::Status)).data(Qt::DisplayRole).toString();
    const auto status = index.data(StatusRole).value<ItemStatus>();
    if (status == ItemStatus::Failed)
        words.link = QCoreApplication::translate("FileList", "Retry",
                                                 "@action:link in the status column, sends a failed file again");
    else if (status == ItemStatus::Conflict && reviewable)
        words.link = QCoreApplication::translate("FileList", "Review",
                                                 "@action:link in the status column, shows both versions of a file");
    const QFontMetrics plain(fontFor(Text::Small));
    const int start = cell.left() + badge + badgeGap;
    const int end = cell.right() + 1 - rowInset - 12;
    const int textWidth = std::min(plain.horizontalAdvance(words.text) + 1, end - start);
    words.textRect = QRect(start, cell.top(), textWidth, cell.height());
    if (!words.link.isEmpty()) {
        const int dot = plain.horizontalAdvance(u'·');
        const int linkWidth = QFontMetrics(fontFor(Text::SmallMedium)).horizontalAdvance(words.link);
        words.dotRect = QRect(start + textWidth + 7, cell.top(), dot, cell.height());
        words.linkRect = QRect(words.dotRect.right() + 8, cell.top(), linkWidth + 1, cell.height());
    }
    return words;
}

} // namespace learnlab::ui::rowlayout
