// Buttons, tool buttons, check boxes and radio buttons.
#include "style.h"

#include "style_metrics.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace learnlab::ui {

namespace {

enum class Kind { Secondary, Primary, Danger, Flat, Link };

Kind kindOf(const QWidget *widget, Kind otherwise)
{
    const QString name = widget ? widget->property("kind").toString() : QString();
    if (name == QLatin1String("primary"))
        return Kind::Primary;
    if (name == QLatin1String("danger"))
        return Kind::Danger;
    if (name == QLatin1String("flat"))
        return Kind::Flat;
    if (name == QLatin1String("link"))
        return Kind::Link;
    if (name == QLatin1String("secondary"))
        return Kind::Secondary;
    return otherwise;
}

struct Coat
{
    QColor fill, border, text, icon;
};

Coat coatOf(Kind kind, QStyle::State state, const Theme &t)
{
    const bool on = state & QStyle::State_Enabled;
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = state & QStyle::State_MouseOver;
    switch (kind) {
    case Kind::Primary:
        if (!on)
            return {t.sunken, {}, t.disabled, t.disabled};
        return {down ? t.accentPress : over ? t.accentHover : t.accent, {}, t.onAccent, t.onAccent};
    case Kind::Secondary:
    case Kind::Danger: {
        if (!on)
            return {t.base, t.line, t.disabled, t.disabled};
        const QColor word = kind == Kind::Danger ? t.danger : t.text;
        return {down   ? t.pressed
                : over ? t.hover
                       : t.base,
                t.lineStrong, word, kind == Kind::Danger ? t.danger : t.text2};
    }
    case Kind::Flat: {
        if (!on)
            return {{}, {}, t.disabled, t.disabled};
        const QColor ink = over || down ? t.text : t.text2;
        return {down ? t.pressed : over ? t.hover : QColor(), {}, ink, ink};
    }
    case Kind::Link:
        return {{}, {}, on ? t.accent : t.disabled, on ? t.accent : t.disabled};
    }
    return {};
}

void drawIcon(QPainter *painter, const QRect &rect, const QIcon &icon, const QSize &size, const QColor &color,
              QStyle::State state, Qt::LayoutDirection direction)
{
    // Our own icons take the colour of the label; others come as they are.
    if (hasUiIcon(icon.name())) {
        const bool turns = icon.name() == QLatin1String("back") || icon.name() == QLatin1String("forward") ||
                           icon.name() == QLatin1String("chevron-end") || icon.name() == QLatin1String("sort");
        paintUiIcon(painter, rect, icon.name(), size.width(), color, turns && direction == Qt::RightToLeft);
        return;
    }
    icon.paint(painter, rect, Qt::AlignCenter, state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

struct Label
{
    QString text;
    QIcon icon;
    QSize iconSize;
    bool menu;
    int gap;
};

// Icon, text and chevron in a row, centred in RECT, in reading order.
void drawLabel(QPainter *painter, const QRect &rect, const Label &label, const Coat &coat, const QStyleOption &option,
               bool underlined)
{
    const int textWidth = painter->fontMetrics().size(Qt::TextShowMnemonic, label.text).width();
    const int iconWidth = label.icon.isNull() ? 0 : label.iconSize.width() + (label.text.isEmpty() ? 0 : label.gap);
    const int menuWidth = label.menu ? metrics::chevronSize + 6 : 0;
    int x = rect.left() + std::max(0, (rect.width() - textWidth - iconWidth - menuWidth) / 2);
    const auto place = [&](int width) {
        const QRect logical(x, rect.top(), width, rect.height());
        x += width;
        return QStyle::visualRect(option.direction, rect, logical);
    };
    if (iconWidth) {
        const QRect box = place(label.iconSize.width());
        drawIcon(painter, box, label.icon, label.iconSize, coat.icon, option.state, option.direction);
        x += iconWidth - label.iconSize.width();
    }
    if (!label.text.isEmpty()) {
        const QRect box = place(std::min(textWidth, rect.right() + 1 - x - menuWidth));
        QFont font = painter->font();
        font.setUnderline(underlined);
        painter->setFont(font);
        painter->setPen(coat.text);
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine,
                          label.text);
    }
    if (label.menu) {
        x += 6;
        paintUiIcon(painter, place(metrics::chevronSize), QStringLiteral("chevron-down"), metrics::chevronSize,
                    coat.icon);
    }
}

} // namespace

void Style::paintButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    Kind kind = kindOf(widget, option.features & QStyleOptionButton::Flat ? Kind::Flat : Kind::Secondary);
    if (kind == Kind::Secondary && option.features & QStyleOptionButton::DefaultButton)
        kind = Kind::Primary;
    Coat coat = coatOf(kind, option.state, m_theme);
    if (kind == Kind::Flat && option.state & State_Enabled)
        coat.text = m_theme.text;
    if (kind == Kind::Link && widget && widget->property("onToast").toBool())
        coat.text = m_theme.toastLink;
    if (coat.fill.isValid() || coat.border.isValid())
        paintRounded(painter, option.rect, metrics::controlRadius, coat.fill, coat.border);
    painter->save();
    QFont font = painter->font();
    font.setWeight(kind == Kind::Primary ? QFont::DemiBold : QFont::Medium);
    painter->setFont(font);
    const bool underlined = kind == Kind::Link && option.state & State_MouseOver && option.state & State_Enabled;
    drawLabel(painter, option.rect,
              {option.text, option.icon, option.iconSize, bool(option.features & QStyleOptionButton::HasMenu),
               metrics::iconGap},
              coat, option, underlined);
    painter->restore();
}

void Style::paintToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const
{
    const Coat coat = coatOf(kindOf(widget, Kind::Flat), option.state, m_theme);
    if (coat.fill.isValid() || coat.border.isValid())
        paintRounded(painter, option.rect, metrics::controlRadius, coat.fill, coat.border);
    painter->save();
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    const bool textOnly = option.toolButtonStyle == Qt::ToolButtonTextOnly || option.icon.isNull();
    const bool chevron = option.features & QStyleOptionToolButton::HasMenu && !iconOnly;
    painter->setFont(widget ? widget->font() : fontFor(Text::Label));
    const QIcon icon = textOnly && !iconOnly ? QIcon() : option.icon;
    drawLabel(painter, option.rect, {iconOnly ? QString() : option.text, icon, option.iconSize, chevron, 6}, coat,
              option, false);
    painter->restore();
}

void Style::paintCheck(const QStyleOption &option, QPainter *painter, bool round) const
{
    const QRectF box(option.rect.left(), option.rect.top() + (option.rect.height() - 16) / 2, 16, 16);
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & (State_On | State_NoChange);
    const double radius = round ? 8 : 4;
    if (!on) {
        paintRounded(painter, box, radius, m_theme.base, enabled ? m_theme.control : m_theme.line, 1.5);
        return;
    }
    const QColor fill = enabled ? m_theme.accent : m_theme.disabled;
    paintRounded(painter, box, radius, fill);
    if (round)
        paintRounded(painter, box.adjusted(5, 5, -5, -5), 3, m_theme.base);
    else if (option.state & State_NoChange)
        paintRounded(painter, box.adjusted(4, 7, -4, -7), 1, m_theme.onAccent);
    else
        paintUiIcon(painter, box.toRect(), QStringLiteral("check"), 14, m_theme.onAccent);
}

} // namespace learnlab::ui
