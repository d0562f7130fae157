// Fields, rows of item views, headers, tabs and scroll bars.
#include "style.h"

#include "style_metrics.h"

#include <ui/common/paint.h>

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleOption>

#include <algorithm>

namespace learnlab::ui {

void Style::paintField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const auto *field = qobject_cast<const QLineEdit *>(widget);
    if (field && !field->hasFrame()) {
        painter->fillRect(option.rect, m_theme.base);
        return;
    }
    const bool enabled = option.state & State_Enabled;
    const bool wrong = widget && widget->property("error").toBool();
    QColor border = enabled ? m_theme.control : m_theme.line;
    double width = 1;
    if (wrong || option.state & State_HasFocus) {
        border = wrong ? m_theme.danger : m_theme.accent;
        width = 2;
    }
    paintRounded(painter, option.rect, metrics::controlRadius, m_theme.base, border, width);
}

void Style::paintRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget) const
{
    const bool selected = option.state & State_Selected;
    const bool over = option.state & State_MouseOver;
    const bool focus = option.state & State_HasFocus && showsFocus(widget);
    if (!selected && !over && !focus)
        return;
    const QColor active = !widget || widget->isActiveWindow() ? m_theme.sel : m_theme.selOff;
    const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                       option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                       option.viewItemPosition == QStyleOptionViewItem::Invalid;
    const bool last = option.viewItemPosition == QStyleOptionViewItem::End ||
                      option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                      option.viewItemPosition == QStyleOptionViewItem::Invalid;
    const bool leftEnd = option.direction == Qt::RightToLeft ? last : first;
    const bool rightEnd = option.direction == Qt::RightToLeft ? first : last;
    // Ends that continue in the next cell are pushed out of this cell's clip.
    QRect shape = option.rect;
    constexpr int beyond = 2 * metrics::controlRadius;
    shape.adjust(leftEnd ? 0 : -beyond, 0, rightEnd ? 0 : beyond, 0);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (selected || over)
        paintRounded(painter, shape, metrics::controlRadius, selected ? active : m_theme.hover);
    if (focus)
        paintRounded(painter, shape, metrics::controlRadius, {}, m_theme.accent, 2);
    painter->restore();
}

void Style::paintHeaderSection(const QStyleOption &option, QPainter *painter) const
{
    painter->fillRect(option.rect, m_theme.base);
    paintHairline(painter, option.rect.bottomLeft(), option.rect.bottomRight(), m_theme.line);
}

void Style::paintTab(const QStyleOption &option, QPainter *painter) const
{
    if (option.state & State_Selected) {
        const QRect &r = option.rect;
        painter->fillRect(QRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2), m_theme.accent);
        return;
    }
    if (option.state & State_MouseOver)
        paintRounded(painter, option.rect.adjusted(2, 6, -2, -6), metrics::controlRadius, m_theme.hover);
}

QRect Style::scrollBarRect(const QStyleOptionComplex &complex, SubControl part) const
{
    const auto *option = qstyleoption_cast<const QStyleOptionSlider *>(&complex);
    if (!option)
        return {};
    const QRect &all = option->rect;
    const bool lying = option->orientation == Qt::Horizontal;
    const int length = lying ? all.width() : all.height();
    const qint64 range = qint64(option->maximum) - option->minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(qint64(option->pageStep) * length / (range + option->pageStep));
        thumb = std::min(length, std::max(thumb, proxy()->pixelMetric(PM_ScrollBarSliderMin, option, nullptr)));
    }
    const int start = sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition, length - thumb,
                                              option->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect r = lying ? QRect(all.left() + from, all.top(), size, all.height())
                              : QRect(all.left(), all.top() + from, all.width(), size);
        return visualRect(option->direction, all, r);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, thumb);
    case SC_ScrollBarGroove:
        return all;
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

void Style::paintScrollBar(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const
{
    // A bar inside a view stands on the view's ground.
    const auto *view = widget && widget->parentWidget()
                           ? qobject_cast<const QAbstractItemView *>(widget->parentWidget()->parentWidget())
                           : nullptr;
    painter->fillRect(option.rect,
                      view ? view->palette().color(QPalette::Base) : option.palette.color(QPalette::Window));
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    QRectF thumb = scrollBarRect(option, SC_ScrollBarSlider);
    const bool held = option.state & (State_MouseOver | State_Sunken);
    const double width = held ? 8 : 6;
    if (slider->orientation == Qt::Horizontal)
        thumb = QRectF(thumb.left() + 2, thumb.center().y() - width / 2, thumb.width() - 4, width);
    else
        thumb = QRectF(thumb.center().x() - width / 2, thumb.top() + 2, width, thumb.height() - 4);
    QColor color = m_theme.control;
    color.setAlphaF(held ? 0.9F : 0.6F);
    paintRounded(painter, thumb, width / 2, color);
}

} // namespace learnlab::ui
