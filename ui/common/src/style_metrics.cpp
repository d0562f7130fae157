#include "style_metrics.h"

#include <QtGui/QBitmap>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace learnlab::ui::metrics {

int controlHeight(const QFontMetrics &font, const QWidget *widget)
{
    int designed = 32;
    if (widget && widget->property("small").toBool())
        designed = 28;
    else if (widget && widget->property("large").toBool())
        designed = 36;
    return std::max(designed, font.height() + 10);
}

QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const bool link = widget && widget->property("kind").toString() == QLatin1String("link");
    const bool small = widget && widget->property("small").toBool();
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += iconSize + (option.text.isEmpty() ? 0 : iconGap);
    if (option.features & QStyleOptionButton::HasMenu)
        width += chevronSize + 6;
    if (link)
        return QSize(width, option.fontMetrics.height() + 8).expandedTo(smallestTarget);
    return {width + 2 * (small ? 10 : buttonPadding) + 2, controlHeight(option.fontMetrics, widget)};
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const int height = controlHeight(option.fontMetrics, widget);
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty())
        return {height + (hasMenu && option.features & QStyleOptionToolButton::PopupDelay ? chevronSize : 0), height};
    int width = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() + 2 * 8;
    if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly)
        width += iconSize + 6;
    if (hasMenu)
        width += chevronSize + 6;
    return {width, height};
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 9};
    const int height = std::max(32, option.fontMetrics.height() + 14);
    // The tab width that QMenu adds for the shortcut is part of CONTENTS; the gap before it is ours.
    const int shortcutGap = option.text.contains(u'\t') || option.reservedShortcutWidth > 0 ? 32 : 0;
    return {contents.width() + menuIconColumn + 2 * menuPadding + shortcutGap + 8, height};
}

QRegion roundedRegion(const QRect &rect, int radius)
{
    QBitmap shape(rect.size());
    shape.fill(Qt::color0);
    QPainter painter(&shape);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::color1);
    painter.drawRoundedRect(QRect(QPoint(0, 0), rect.size()), radius, radius);
    painter.end();
    return QRegion(shape).translated(rect.topLeft());
}

} // namespace learnlab::ui::metrics
