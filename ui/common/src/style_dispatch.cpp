// Which painter paints what: the three draw functions of the style and nothing else.
#include "style.h"

#include "style_metrics.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

namespace learnlab::ui {

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        return paintField(*option, painter, widget);
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        return paintCheck(*option, painter, false);
    case PE_IndicatorRadioButton:
        return paintCheck(*option, painter, true);
    case PE_PanelItemViewItem:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            paintRow(*row, painter, widget);
        return;
    case PE_PanelItemViewRow:
        return;
    // Focus is shown by the ring of followFocus(), by a field's border, or inside a row.
    case PE_FrameFocusRect:
        return;
    case PE_PanelMenu:
        return paintMenuPanel(*option, painter);
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_theme.toast);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QString chevron =
                option->state & State_Open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-end");
            paintUiIcon(painter, option->rect, chevron, 14, m_theme.text2, option->direction == Qt::RightToLeft);
        }
        return;
    case PE_FrameTabBarBase:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paintButton(*button, painter, widget);
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paintMenuItem(*item, painter, widget);
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_TabBarTabShape:
        return paintTab(*option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return paintHeaderSection(*option, painter);
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            const int range = bar->maximum - bar->minimum;
            const double value = range > 0 ? double(bar->progress - bar->minimum) / range : -1;
            paintProgress(painter, bar->rect, value, ProgressState::Active, bar->direction, m_theme.track, m_theme);
        }
        return;
    case CE_Splitter: {
        const QRect &r = option->rect;
        const bool upright = option->state & State_Horizontal;
        const QRect line =
            upright ? QRect(r.center().x(), r.top(), 1, r.height()) : QRect(r.left(), r.center().y(), r.width(), 1);
        painter->fillRect(line, option->state & (State_MouseOver | State_Sunken) ? m_theme.lineStrong : m_theme.line);
        return;
    }
    case CE_FocusFrame: {
        const double radius = metrics::controlRadius + 2;
        paintRounded(painter, option->rect, radius, {}, m_theme.accent, 2);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return paintToolButton(*button, painter, widget);
    }
    if (control == CC_ComboBox) {
        if (const auto *choice = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return paintChoice(*choice, painter, widget);
    }
    if (control == CC_SpinBox) {
        if (const auto *number = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return paintNumber(*number, painter, widget);
    }
    if (control == CC_ScrollBar)
        return paintScrollBar(*option, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(metrics::fieldPadding - 2, 1, -(metrics::fieldPadding - 2), -1);
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return scrollBarRect(*option, part);
    if (control == CC_ComboBox && (part == SC_ComboBoxEditField || part == SC_ComboBoxArrow)) {
        if (const auto *choice = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return choiceRect(*choice, part);
    }
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown || part == SC_SpinBoxEditField)) {
        if (const auto *number = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return numberRect(*number, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace learnlab::ui
