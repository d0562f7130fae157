#include "style.h"

#include "style_metrics.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>

#include <QtGui/QFocusEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitterHandle>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>

#include <algorithm>

namespace learnlab::ui {

namespace {

bool isKeyReason(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QScrollBar *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTabBar *>(widget) ||
           qobject_cast<const QSplitterHandle *>(widget);
}

} // namespace

Style::Style(const Theme &theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme) {}

void Style::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_icons.clear();
}

bool Style::showsFocus(const QWidget *widget) const
{
    return widget && widget == m_keyboardFocus && widget->hasFocus();
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    widget->installEventFilter(this);
    // Wayland composes; on X11 the mask of SH_Menu_Mask cuts the corners, which needs no compositor.
    if (qobject_cast<QMenu *>(widget) && QGuiApplication::platformName().startsWith(QLatin1String("wayland")))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void Style::unpolish(QWidget *widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (auto *widget = qobject_cast<QWidget *>(watched))
            followFocus(widget, event);
    }
    return QProxyStyle::eventFilter(watched, event);
}

void Style::followFocus(QWidget *widget, const QEvent *event)
{
    const Qt::FocusReason reason = static_cast<const QFocusEvent *>(event)->reason();
    const bool passing =
        reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason;
    if (event->type() == QEvent::FocusOut) {
        if (!passing && m_keyboardFocus == widget)
            m_keyboardFocus = nullptr;
        if (m_ring && m_ring->widget() == widget)
            m_ring->setWidget(nullptr);
        return;
    }
    if (!passing || !m_keyboardFocus)
        m_keyboardFocus = isKeyReason(reason) ? widget : nullptr;
    const bool ringed = qobject_cast<QAbstractButton *>(widget) || widget->property("focusRing").toBool();
    if (m_keyboardFocus == widget && ringed && widget->parentWidget() && !widget->isWindow()) {
        if (!m_ring)
            m_ring = new QFocusFrame(widget->parentWidget()); // moves with setWidget; a parent always owns it
        m_ring->setWidget(widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return metrics::buttonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return metrics::toolButtonSize(*button, widget);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo(metrics::smallestTarget);
    case CT_LineEdit:
        return {size.width() + 2 * metrics::fieldPadding, metrics::controlHeight(option->fontMetrics, widget)};
    case CT_SpinBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width() + 2 * metrics::fieldPadding,
                metrics::controlHeight(option->fontMetrics, widget)};
    case CT_ComboBox:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(),
                metrics::controlHeight(option->fontMetrics, widget)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return metrics::menuItemSize(*item, size);
        break;
    case CT_TabBarTab:
        return {size.width(), std::max(44, option->fontMetrics.height() + 24)};
    case CT_HeaderSection:
        return {QProxyStyle::sizeFromContents(type, option, size, widget).width(),
                std::max(32, option->fontMetrics.height() + 16)};
    case CT_ProgressBar:
        return {size.width(), 4};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_ScrollBarExtent:
        return metrics::scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_ListViewIconSize:
        return 24;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 10;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return metrics::ringMargin;
    case PM_SplitterWidth:
        return metrics::splitterGrab;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_ToolTipLabelFrameWidth:
        return 8;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        if (!m_animated)
            return 0;
        break;
    case SH_ToolTip_WakeUpDelay:
        return 700;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ShowDecorationSelected:
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Menu_MouseTracking:
    case SH_Menu_Scrollable:
        return 1;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(answer); mask && option) {
            mask->region = metrics::roundedRegion(option->rect, hint == SH_Menu_Mask ? 8 : 6);
            return 1;
        }
        return 0;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return uiIcon(QStringLiteral("close"));
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace learnlab::ui
