// Fields with something to choose at their end: the frame of a text field, and a chevron or two.
#include "style.h"

#include "style_metrics.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

namespace learnlab::ui {

namespace {

/// What lies at the end of a field, for the arrow.
[[nodiscard]] QRect endOf(const QStyleOption &option)
{
    const int width = metrics::chevronSize + 2 * metrics::fieldPadding;
    return QStyle::visualRect(option.direction, option.rect,
                              QRect(option.rect.right() - width + 1, option.rect.top(), width, option.rect.height()));
}

} // namespace

void Style::paintChoice(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const
{
    paintField(option, painter, widget);
    const QColor color = option.state & State_Enabled ? m_theme.text2 : m_theme.disabled;
    paintUiIcon(painter, endOf(option), QStringLiteral("chevron-down"), metrics::chevronSize, color);
}

QRect Style::choiceRect(const QStyleOptionComboBox &option, SubControl part)
{
    if (part == SC_ComboBoxArrow)
        return endOf(option);
    const QRect words = option.rect.adjusted(metrics::fieldPadding - 1, 1, -endOf(option).width(), -1);
    return visualRect(option.direction, option.rect, words);
}

QRect Style::numberRect(const QStyleOptionSpinBox &option, SubControl part)
{
    const QRect end = endOf(option);
    const int middle = end.height() / 2;
    if (part == SC_SpinBoxUp)
        return {end.left(), end.top(), end.width(), middle};
    if (part == SC_SpinBoxDown)
        return {end.left(), end.top() + middle, end.width(), end.height() - middle};
    // Inside of the corners, which are round: what is written in paints its ground.
    const QRect words = option.rect.adjusted(3, 2, -end.width(), -2);
    return visualRect(option.direction, option.rect, words);
}

void Style::paintNumber(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) const
{
    paintField(option, painter, widget);
    // Towards each other: in halves as high as their fields they would touch the border.
    const int inwards = metrics::controlRadius / 2;
    const auto arrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, const QString &icon) {
        const bool enabled = option.state & State_Enabled && option.stepEnabled & step;
        const bool pressed = option.activeSubControls == part && option.state & (State_Sunken | State_MouseOver);
        const QColor color = !enabled ? m_theme.disabled : pressed ? m_theme.text : m_theme.text2;
        const QRect place = subControlRect(CC_SpinBox, &option, part, widget).translated(0, part == SC_SpinBoxUp ? inwards : -inwards);
        paintUiIcon(painter, place, icon, metrics::chevronSize, color);
    };
    arrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("chevron-up"));
    arrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("chevron-down"));
}

} // namespace learnlab::ui
