#include "file_list_header.h"

#include "row_state.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

FileListHeader::FileListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(24);
    setFocusPolicy(Qt::NoFocus);
}

void FileListHeader::showSort(FileColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    viewport()->update();
}

QSize FileListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), heightFor(32, fontFor(Text::Small), 8) + gapBelow};
}

void FileListHeader::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), themeOf(this).base);
    }
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const int y = viewport()->height() - gapBelow - 1;
    paintHairline(&painter, QPoint(0, y), QPoint(viewport()->width() - 1, y), themeOf(this).line);
}

void FileListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &theme = themeOf(this);
    const bool sorted = section == int(m_column);
    // A column too narrow for its head shows badges alone.
    constexpr int narrowestHead = 60;
    if (rect.width() < narrowestHead)
        return;
    const QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    QFont font = fontFor(Text::SmallMedium);
    if (sorted)
        font.setWeight(QFont::DemiBold);
    painter->save();
    painter->setFont(font);
    painter->setPen(sorted ? theme.text : theme.text2);
    const QRect cell = rect.adjusted(0, 0, 0, -gapBelow);
    const auto visual = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), cell, box); };
    const bool size = section == int(FileColumn::Size);
    constexpr int chevron = 14;
    const int room = cell.width() - (sorted ? chevron + 4 : 0);
    const int width = std::min(painter->fontMetrics().horizontalAdvance(text) + 1, room);
    int left = cell.left() + (section == int(FileColumn::Name) ? rowlayout::nameStart : 0);
    if (size)
        left = cell.right() + 1 - 24 - width;
    painter->drawText(
        visual(QRect(left, cell.top(), width, cell.height())),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (sorted) {
        // Beside the word, on the side away from the numbers.
        const int x = size ? left - chevron - 4 : left + width + 3;
        const QString icon =
            m_order == Qt::AscendingOrder ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down");
        paintUiIcon(painter, visual(QRect(x, cell.top(), chevron, cell.height())), icon, chevron, theme.text);
    }
    painter->restore();
}

} // namespace learnlab::ui
