#include "crumb_button.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QPainter>

namespace learnlab::ui {

namespace {

constexpr int crumbPadding = 6;

} // namespace

CrumbButton::CrumbButton(const QString &name, bool current, QWidget *parent)
    : QAbstractButton(parent), m_current(current)
{
    setText(name);
    setFont(fontFor(current ? Text::CrumbStrong : Text::Crumb));
    setFocusPolicy(current ? Qt::NoFocus : Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    if (current)
        setAccessibleDescription(tr("Current folder", "@info accessible description of the last part of the path"));
}

void CrumbButton::setDropTarget(bool on)
{
    m_dropTarget = on;
    update();
}

QSize CrumbButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * crumbPadding, std::max(28, fontMetrics().height() + 10)};
}

void CrumbButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_dropTarget)
        paintRounded(&painter, rect(), 4, theme.accentSoft, theme.accent, 2);
    else if (!m_current && (underMouse() || isDown()))
        paintRounded(&painter, rect(), 4, isDown() ? theme.pressed : theme.hover);
    painter.setPen(m_current || underMouse() ? theme.text : theme.text2);
    const QRect room = rect().adjusted(crumbPadding, 0, -crumbPadding, 0);
    const QString shown = displayName(text(), layoutDirection());
    painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(shown, Qt::ElideRight, room.width() + 1));
}

} // namespace learnlab::ui
