#pragma once
// What lies under a row of the lists in this room: selection, hover and the keyboard's focus.

#include <QtWidgets/QStyleOptionViewItem>

class QPainter;

namespace learnlab::ui {

// MARGIN: free pixels on either side.
void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, int margin);

} // namespace learnlab::ui
