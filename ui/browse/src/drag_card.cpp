#include "drag_card.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/models/file_roles.h>

#include <QtCore/QLocale>
#include <QtCore/QModelIndex>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr QSize cardSize(212, 40);
constexpr int sheetStep = 4;
constexpr int countSize = 20;

// Without a compositor the shape becomes a mask, and what is half transparent would be nearly black: each pixel is either
// there or not.
QPixmap hardEdged(const QPixmap &pixmap, const QColor &edge)
{
    QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int alpha = qAlpha(line[x]);
            if (alpha > 0 && alpha < 255)
                line[x] = alpha < 128 ? qRgba(0, 0, 0, 0) : mixed(QColor(line[x] | 0xff000000), edge, alpha / 255.0).rgb();
        }
    }
    return QPixmap::fromImage(image);
}

} // namespace

QPixmap dragCard(const QModelIndex &first, int count, qreal ratio, Qt::LayoutDirection direction)
{
    const Theme &theme = themeOf(nullptr);
    const int sheets = std::min(count - 1, 2);
    const QSize whole(cardSize.width() + 2 * sheetStep + countSize / 2,
                      cardSize.height() + 2 * sheetStep + countSize / 2);
    QPixmap pixmap(whole * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QRect card(QPoint(0, countSize / 2), cardSize);
    for (int i = sheets; i >= 0; --i)
        paintRounded(&painter, card.translated(i * sheetStep, i * sheetStep), 8, theme.raised, theme.lineStrong);
    const auto visual = [&](const QRect &box) { return QStyle::visualRect(direction, card, box); };
    paintFileIcon(&painter, visual(QRect(card.left() + 12, card.top(), 24, card.height())),
                  first.data(FileTypeRole).value<FileType>(), first.data(IsFolderRole).toBool(), 24);
    const QRect words(card.left() + 46, card.top(), card.width() - 58, card.height());
    painter.setFont(fontFor(Text::Body));
    painter.setPen(theme.text);
    const QString name =
        elidedName(displayName(first.data(NameRole).toString(), direction), painter.fontMetrics(), words.width());
    painter.drawText(visual(words),
                     int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine,
                     name);
    if (count > 1) {
        QFont font = fontFor(Text::Caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        const QString number = QLocale().toString(count);
        const int width = std::max(countSize, painter.fontMetrics().horizontalAdvance(number) + 10);
        const QRect disc(card.right() - width / 2 - 2, 0, width, countSize);
        paintRounded(&painter, disc, countSize / 2.0, theme.accent);
        painter.setPen(theme.onAccent);
        painter.drawText(disc, Qt::AlignCenter, number);
    }
    painter.end();
    return hardEdged(pixmap, theme.lineStrong);
}

} // namespace learnlab::ui
