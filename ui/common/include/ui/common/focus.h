#pragma once

class QWidget;

namespace learnlab::ui {

// Whether WIDGET has the focus because of a key (Tab, Backtab, a shortcut) and should show it.
[[nodiscard]] bool showsKeyboardFocus(const QWidget *widget);

} // namespace learnlab::ui
