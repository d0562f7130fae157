#include "key_cap.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>

#include <utility>

namespace learnlab::ui {

KeyCap::KeyCap(QString keys, QWidget *parent) : QWidget(parent), m_keys(std::move(keys))
{
    setFont(fontFor(Text::Caption));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_keys) + 12, fontMetrics().height() + 5};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), 4, theme.window, theme.lineStrong);
    painter.setPen(theme.text2);
    painter.drawText(rect(), Qt::AlignCenter, m_keys);
}

} // namespace learnlab::ui
