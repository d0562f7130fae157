#pragma once

#include <QtCore/QRect>
#include <QtGui/QFontMetrics>
#include <QtGui/QRegion>

class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionToolButton;
class QWidget;

// The measures of the style's controls, apart from their painting.
namespace learnlab::ui::metrics {

inline constexpr int controlRadius = 6;
inline constexpr int fieldPadding = 10;
inline constexpr int buttonPadding = 12;
inline constexpr int iconSize = 16;
inline constexpr int iconGap = 8;
inline constexpr int chevronSize = 12;
inline constexpr int ringMargin = 3; // 1 px gap, 2 px ring
inline constexpr int splitterGrab = 5;
inline constexpr int scrollBarExtent = 10;
inline constexpr int menuIconColumn = 26; // icon 16 and gap 10
inline constexpr int menuPadding = 12;
inline constexpr QSize smallestTarget(28, 28);

// 32, or 28 and 36 by the widget's properties "small" and "large"; more when the font needs it.
[[nodiscard]] int controlHeight(const QFontMetrics &font, const QWidget *widget);
[[nodiscard]] QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget);
[[nodiscard]] QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
[[nodiscard]] QRegion roundedRegion(const QRect &rect, int radius);

} // namespace learnlab::ui::metrics
