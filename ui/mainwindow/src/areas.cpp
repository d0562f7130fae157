#include "areas.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>

#include <algorithm>

namespace learnlab::ui {

namespace {

/// Of buttons that exclude each other another is pressed.
bool givesWay(const QAbstractButton &button)
{
    if (!button.autoExclusive() || button.isChecked() || !button.parentWidget())
        return false;
    const auto siblings = button.parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(siblings.cbegin(), siblings.cend(),
                       [](const QAbstractButton *one) { return one->autoExclusive() && one->isChecked() && one->isVisible(); });
}

bool takesFocus(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !(button && givesWay(*button));
}

/// The first thing in it, in the order of Tab, that takes the focus.
QWidget *entryOf(QWidget *area)
{
    if (!area->isVisible())
        return nullptr;
    if (takesFocus(*area))
        return area;
    QWidget *window = area->window();
    for (QWidget *widget = window->nextInFocusChain(); widget != window; widget = widget->nextInFocusChain()) {
        if (area->isAncestorOf(widget) && takesFocus(*widget))
            return widget;
    }
    return nullptr;
}

} // namespace

void focusNextArea(const QList<QWidget *> &areas, int step)
{
    const QWidget *focus = QApplication::focusWidget();
    const auto holdsFocus = [focus](const QWidget *area) { return area == focus || area->isAncestorOf(focus); };
    const auto innermost = std::find_if(areas.crbegin(), areas.crend(), holdsFocus);
    const auto count = static_cast<int>(areas.size());
    const int here = innermost == areas.crend() ? 0 : static_cast<int>(std::distance(innermost, areas.crend())) - 1;
    for (int i = 1; i < count; ++i) {
        QWidget *entry = entryOf(areas.at(((here + i * step) % count + count) % count));
        if (entry && entry != focus)
            return entry->setFocus(Qt::ShortcutFocusReason);
    }
}

void openMenuOfFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    const QPoint place = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, focus->mapToGlobal(place));
    QCoreApplication::sendEvent(focus, &event);
}

} // namespace learnlab::ui
