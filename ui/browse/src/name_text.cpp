#include "name_text.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/models/file_roles.h>

#include <QtCore/QModelIndex>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace learnlab::ui {

void paintNameText(QPainter *painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction,
                   const Theme &theme)
{
    const QString stored = index.data(NameRole).toString();
    const QString name = displayName(stored, direction);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = elidedName(name, metrics, rect.width());
    const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;

    const QVariant matchStart = index.data(MatchStartRole);
    const int start = matchStart.isValid() ? matchStart.toInt() : -1;
    const int length = index.data(MatchLengthRole).toInt();
    // A name that was cut or reordered has no part that could be pointed at.
    const bool markable =
        start >= 0 && length > 0 && shown == stored && direction == Qt::LeftToRight && !stored.isRightToLeft();
    if (!markable) {
        painter->drawText(rect, align, shown);
        return;
    }
    const QString before = shown.left(start);
    const QString match = shown.mid(start, length);
    QFont bold = painter->font();
    const QFont plain = bold;
    bold.setWeight(QFont::DemiBold);
    int x = rect.left();
    painter->drawText(QRect(x, rect.top(), rect.width(), rect.height()), align, before);
    x += metrics.horizontalAdvance(before);
    const int width = QFontMetrics(bold).horizontalAdvance(match);
    const int height = metrics.height();
    paintRounded(painter, QRect(x - 1, rect.top() + (rect.height() - height) / 2, width + 2, height), 2, theme.sel);
    painter->setFont(bold);
    painter->drawText(QRect(x, rect.top(), width + 2, rect.height()), align, match);
    x += width;
    painter->setFont(plain);
    painter->drawText(QRect(x, rect.top(), rect.right() - x + 1, rect.height()), align,
                      metrics.elidedText(shown.mid(start + length), Qt::ElideRight, rect.right() - x + 1));
}

} // namespace learnlab::ui
