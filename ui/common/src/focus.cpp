#include <ui/common/focus.h>

#include "style.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace learnlab::ui {

bool showsKeyboardFocus(const QWidget *widget)
{
    if (const auto *style = qobject_cast<const Style *>(QApplication::style()))
        return style->showsFocus(widget);
    return widget && widget->hasFocus();
}

} // namespace learnlab::ui
