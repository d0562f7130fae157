#pragma once

#include <QtCore/QMargins>
#include <QtGui/QGuiApplication>

namespace learnlab::ui {

// Margins of a layout, which do not turn around by themselves: START is on the right where letters run to the left. In
// logical px. UI thread.
[[nodiscard]] inline QMargins marginsFrom(int start, int top, int end, int bottom)
{
    return QGuiApplication::isRightToLeft() ? QMargins(end, top, start, bottom) : QMargins(start, top, end, bottom);
}

} // namespace learnlab::ui
