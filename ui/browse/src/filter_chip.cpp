#include "filter_chip.h"

#include <ui/common/focus.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QActionGroup>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int chipPadding = 10;
constexpr int chipArrow = 12;
constexpr int chipGap = 8;
constexpr int widestChip = 200;
constexpr double chipRadius = 6;

} // namespace

FilterChip::FilterChip(const QString &title, QWidget *parent)
    : QToolButton(parent), m_title(title), m_choices(new QActionGroup(this))
{
    setFont(fontFor(Text::Label));
    setText(title);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(m_choices, &QActionGroup::triggered, this, [this] {
        showChoice();
        Q_EMIT chosen();
    });
}

void FilterChip::addChoice(const QString &text, const QString &words)
{
    QAction *action = menu()->addAction(text);
    action->setCheckable(true);
    action->setData(words);
    m_choices->addAction(action);
    action->setChecked(m_choices->actions().size() == 1);
    showChoice();
}

void FilterChip::clearChoices()
{
    menu()->clear(); // which owns them
}

void FilterChip::setSwitch(const QString &words)
{
    m_words = words;
    setMenu(nullptr);
    setCheckable(true);
    connect(this, &QToolButton::toggled, this, &FilterChip::chosen);
}

void FilterChip::setShowsFirst(bool on)
{
    m_showsFirst = on;
    showChoice();
}

void FilterChip::reset()
{
    const QSignalBlocker quiet(this);
    setChecked(false);
    if (const QList<QAction *> all = m_choices->actions(); !all.isEmpty())
        all.first()->setChecked(true);
    showChoice();
}

QString FilterChip::words() const
{
    if (isCheckable())
        return isChecked() ? m_words : QString();
    const QAction *chosen = m_choices->checkedAction();
    return chosen ? chosen->data().toString() : QString();
}

bool FilterChip::isActive() const
{
    return m_showsFirst || !words().isEmpty();
}

void FilterChip::showChoice()
{
    const QAction *chosen = m_choices->checkedAction();
    const bool said = chosen && (m_showsFirst || !words().isEmpty());
    // A folder may be called "A & B".
    setText(said ? QString(chosen->text()).replace(QStringLiteral("&&"), QStringLiteral("&")) : m_title);
    setAccessibleName(said ? QStringLiteral("%1: %2").arg(m_title, text()) : m_title);
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const int arrow = isCheckable() ? 0 : chipGap + chipArrow;
    const int wide = QFontMetrics(font()).horizontalAdvance(text()) + 2 * chipPadding + arrow;
    return {std::min(wide, qRound(widestChip * textScale())), heightFor(28, font(), 5)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const bool active = isActive();
    const QColor fill = active ? theme.accentSoft : isDown() ? theme.pressed : underMouse() ? theme.hover : theme.base;
    paintRounded(&painter, rect(), chipRadius, fill, active ? theme.accent : theme.lineStrong);
    if (hasFocus() && showsKeyboardFocus(this))
        paintRounded(&painter, rect(), chipRadius, {}, theme.accent, 2);
    const QColor ink = active ? theme.accent : theme.text;
    QRect inner = rect().adjusted(chipPadding, 0, -chipPadding, 0);
    if (!isCheckable()) {
        const QRect arrow(inner.right() - chipArrow + 1, 0, chipArrow, height());
        paintUiIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), arrow), QStringLiteral("chevron-down"), chipArrow,
                    ink);
        inner.setRight(arrow.left() - chipGap);
    }
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), inner),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter |
                         Qt::TextSingleLine,
                     QFontMetrics(font()).elidedText(text(), Qt::ElideMiddle, inner.width()));
}

} // namespace learnlab::ui
