#pragma once

#include <QtCore/qnamespace.h>

class QModelIndex;
class QPainter;
class QRect;

namespace learnlab::ui {

struct Theme;

// The name of INDEX in RECT (visual), elided in the middle with its extension kept, and the searched part marked. The
// painter's pen and font are the name's.
void paintNameText(QPainter *painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction,
                   const Theme &theme);
// What was found in the file of INDEX, in RECT (visual), with the searched part marked.
void paintSnippet(QPainter *painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction,
                   const Theme &theme);

} // namespace learnlab::ui
