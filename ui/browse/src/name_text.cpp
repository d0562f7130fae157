#include "name_text.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/models/file_roles.h>

#include <QtCore/QModelIndex>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace learnlab::ui {

namespace {

/// MATCHES: start and length of each part of TEXT that is marked, in order.
void paintMarked(QPainter *painter, const QRect &rect, const QString &text, const QVariantList &matches, int align,
                 const Theme &theme)
{
    const QFont plain = painter->font();
    QFont bold = plain;
    bold.setWeight(QFont::DemiBold);
    const int height = painter->fontMetrics().height();
    int x = rect.left();
    qsizetype at = 0;
    const auto paint = [&](const QString &part, const QFont &font) {
        painter->setFont(font);
        const QFontMetrics metrics(font);
        const int room = rect.right() - x + 1;
        painter->drawText(QRect(x, rect.top(), room, rect.height()), align,
                          metrics.elidedText(part, Qt::ElideRight, room));
        x += metrics.horizontalAdvance(part);
    };
    for (qsizetype i = 0; i + 1 < matches.size(); i += 2) {
        const int start = matches.at(i).toInt();
        const QString match = text.mid(start, matches.at(i + 1).toInt());
        paint(text.mid(at, start - at), plain);
        const int width = QFontMetrics(bold).horizontalAdvance(match);
        paintRounded(painter, QRect(x - 1, rect.top() + (rect.height() - height) / 2, width + 2, height), 2, theme.sel);
        paint(match, bold);
        at = start + match.size();
    }
    paint(text.mid(at), plain);
}

} // namespace

void paintNameText(QPainter *painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction,
                   const Theme &theme)
{
    const QString stored = index.data(NameRole).toString();
    const QString name = displayName(stored, direction);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = elidedName(name, metrics, rect.width());
    const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;

    const QVariantList matches = index.data(MatchesRole).toList();
    // A name that was cut or reordered has no part that could be pointed at.
    const bool markable =
        !matches.isEmpty() && shown == stored && direction == Qt::LeftToRight && !stored.isRightToLeft();
    if (!markable) {
        painter->drawText(rect, align, shown);
        return;
    }
    paintMarked(painter, rect, shown, matches, align, theme);
}

void paintSnippet(QPainter *painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction,
                  const Theme &theme)
{
    const QString snippet = index.data(SnippetRole).toString();
    const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine;
    if (direction == Qt::LeftToRight && !snippet.isRightToLeft()) {
        paintMarked(painter, rect, snippet, index.data(SnippetMatchesRole).toList(), align, theme);
        return;
    }
    painter->drawText(rect, align, painter->fontMetrics().elidedText(snippet, Qt::ElideRight, rect.width()));
}

} // namespace learnlab::ui
