#include "style.h"

#include "style_metrics.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyleOption>

namespace learnlab::ui {

namespace {

bool isDanger(const QStyleOptionMenuItem &option, const QWidget *widget)
{
    const auto *menu = qobject_cast<const QMenu *>(widget);
    const QAction *action = menu ? menu->actionAt(option.rect.center()) : nullptr;
    return action && action->property("kind").toString() == QLatin1String("danger");
}

// "Ctrl+Shift+L" as the keys one presses: "Ctrl Shift L". A plus at the end is a key.
QString keysOf(QString shortcut)
{
    for (qsizetype i = 0; i + 1 < shortcut.size(); ++i) {
        if (shortcut[i] == u'+')
            shortcut[i] = u' ';
    }
    return shortcut;
}

void drawMark(const QStyleOptionMenuItem &option, QPainter *painter, const QRect &box, const QColor &color)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintUiIcon(painter, box, QStringLiteral("check"), 14, color);
    else if (hasUiIcon(option.icon.name()))
        paintUiIcon(painter, box, option.icon.name(), metrics::iconSize, color);
    else
        option.icon.paint(painter, box, Qt::AlignCenter,
                          option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

void Style::paintMenuPanel(const QStyleOption &option, QPainter *painter) const
{
    painter->fillRect(option.rect, Qt::transparent);
    paintRounded(painter, option.rect, 8, m_theme.raised, m_theme.lineStrong);
}

void Style::paintMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    const QRect &r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + 8, r.center().y(), r.width() - 16, 1), m_theme.line);
        return;
    }
    const bool enabled = option.state & State_Enabled;
    if (enabled && option.state & State_Selected)
        paintRounded(painter, r, 4, m_theme.dark ? m_theme.track : m_theme.hover);
    const bool danger = isDanger(option, widget);
    const QColor word = !enabled ? m_theme.disabled : danger ? m_theme.danger : m_theme.text;
    const QColor quiet = !enabled ? m_theme.disabled : danger ? m_theme.danger : m_theme.text2;

    const QRect inner = r.adjusted(metrics::menuPadding, 0, -metrics::menuPadding, 0);
    const auto visual = [&](const QRect &box) { return visualRect(option.direction, r, box); };
    drawMark(option, painter, visual(QRect(inner.left(), r.top(), metrics::iconSize, r.height())), quiet);

    const QStringList parts = option.text.split(u'\t');
    const QRect textBox = visual(inner.adjusted(metrics::menuIconColumn, 0, 0, 0));
    painter->save();
    painter->setFont(option.font);
    painter->setPen(word);
    constexpr int flags = Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine;
    painter->drawText(textBox, flags | int(visualAlignment(option.direction, Qt::AlignLeft)), parts.value(0));
    if (parts.size() > 1) {
        painter->setFont(fontFor(Text::Small));
        painter->setPen(quiet);
        painter->drawText(textBox, flags | int(visualAlignment(option.direction, Qt::AlignRight)),
                          keysOf(parts.value(1)));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect box = visual(QRect(inner.right() - 14, r.top(), 14, r.height()));
        paintUiIcon(painter, box, QStringLiteral("chevron-end"), 14, quiet, option.direction == Qt::RightToLeft);
    }
    painter->restore();
}

} // namespace learnlab::ui
