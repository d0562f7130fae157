#include "row_ground.h"

#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>

namespace learnlab::ui {

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &option, int margin)
{
    const Theme &theme = themeOf(option.widget);
    const QRectF ground = QRectF(option.rect).adjusted(margin, 0, -margin, 0);
    if (option.state & QStyle::State_Selected)
        paintRounded(painter, ground, 6, option.state & QStyle::State_Active ? theme.sel : theme.selOff);
    else if (option.state & QStyle::State_MouseOver)
        paintRounded(painter, ground, 6, theme.hover);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintRounded(painter, ground.adjusted(1, 1, -1, -1), 6, Qt::transparent, theme.accent, 2);
}

} // namespace learnlab::ui
