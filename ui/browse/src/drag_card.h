#pragma once

#include <QtGui/QPixmap>

class QModelIndex;

namespace learnlab::ui {

// The picture under the pointer while COUNT items are dragged: a card with the first one's icon and name, sheets behind
// it when there are more, and their number.
[[nodiscard]] QPixmap dragCard(const QModelIndex &first, int count, qreal ratio, Qt::LayoutDirection direction);

} // namespace learnlab::ui
