#pragma once

#include <QList>

class QWidget;

namespace learnlab::ui {

/// Moves the focus `step` areas on from the one that has it, round and round; areas that are not shown, or take no focus,
/// are passed over. An area may lie in another one, which stands before it then. UI thread.
void focusNextArea(const QList<QWidget *> &areas, int step);

/// Opens the context menu of what has the focus: Qt does it for the menu key alone, and many keyboards have none.
void openMenuOfFocus();

} // namespace learnlab::ui
