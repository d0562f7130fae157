#include "nav_button.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/item_mime.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include <chrono>
#include <utility>

namespace learnlab::ui {

namespace {

constexpr int navIcon = 20;

} // namespace

NavButton::NavButton(SideBarItem item, QWidget *parent) : QAbstractButton(parent), m_item(std::move(item))
{
    setText(m_item.text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setFont(fontFor(Text::Label));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAcceptDrops(m_item.takesFiles || m_item.takesItems);
    using namespace std::chrono_literals;
    m_spring.setSingleShot(true);
    m_spring.setInterval(700ms);
    connect(&m_spring, &QTimer::timeout, this, &QAbstractButton::click);
    // A screen reader checks what a mouse clicks, and what is checked already is clicked to begin anew.
    connect(this, &QAbstractButton::toggled, this, [this](bool checked) {
        if (checked)
            Q_EMIT chosen();
    });
    connect(this, &QAbstractButton::pressed, this, [this] { m_wasChecked = isChecked(); });
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_wasChecked)
            Q_EMIT chosen();
    });
}

void NavButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(
        count > 0 ? tr("%n item(s)", "@info accessible description of a place in the side bar", count) : QString());
    update();
}

void NavButton::setRail(bool rail)
{
    m_rail = rail;
    setToolTip(rail ? m_item.text : QString());
    update();
}

QSize NavButton::sizeHint() const
{
    return {m_rail ? 40 : 216, heightFor(36, font(), 8)};
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    if (m_dropTarget)
        paintRounded(&painter, rect(), 6, theme.accentSoft, theme.accent, 2);
    else if (isChecked())
        paintRounded(&painter, rect(), 6, isActiveWindow() ? theme.sel : theme.selOff);
    else if (isDown() || underMouse())
        paintRounded(&painter, rect(), 6, theme.pressed);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const int iconX = m_rail ? (width() - navIcon) / 2 : 12;
    paintUiIcon(&painter, visual(QRect(iconX, 0, navIcon, height())), m_item.icon, navIcon,
                isChecked() ? theme.accent : theme.text2);
    if (m_rail)
        return;
    int end = width() - 12;
    if (m_count > 0) {
        painter.setFont(fontFor(Text::Caption));
        painter.setPen(theme.text2);
        const QString number = QLocale().toString(m_count);
        const int room = tabularWidth(painter.font(), number);
        drawTabular(&painter, visual(QRect(end - room, 0, room, height())), Qt::AlignRight, number);
        end -= room + 8;
    }
    painter.setFont(fontFor(isChecked() ? Text::Strong : Text::Label));
    painter.setPen(theme.text);
    const QRect room(12 + navIcon + 12, 0, end - 44, height());
    painter.drawText(visual(room), int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

bool NavButton::event(QEvent *event)
{
    // The mark of the current place is another colour in a window that is not active.
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::WindowDeactivate)
        update();
    return QAbstractButton::event(event);
}

void NavButton::setDropTarget(bool on, bool moves)
{
    m_dropTarget = on;
    // What takes files is a folder, and opens when a drag rests on it. The trash does not: nothing is put into it there.
    if (on && m_item.takesFiles)
        m_spring.start();
    else
        m_spring.stop();
    update();
    Q_EMIT dropTargetChanged(on ? m_item.text : QString(), moves);
}

void NavButton::dragEnterEvent(QDragEnterEvent *event)
{
    const bool items = m_item.takesItems && !unpackItems(event->mimeData()).isEmpty();
    const bool files = m_item.takesFiles && carriesLocalFiles(event->mimeData());
    if (!items && !files)
        return;
    event->acceptProposedAction();
    setDropTarget(true, items);
}

void NavButton::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropTarget(false);
}

void NavButton::dropEvent(QDropEvent *event)
{
    setDropTarget(false);
    event->acceptProposedAction();
    const QList<QByteArray> items = unpackItems(event->mimeData());
    if (!items.isEmpty())
        Q_EMIT itemsDropped(items);
    else if (event->mimeData()->hasUrls())
        Q_EMIT urlsDropped(event->mimeData()->urls());
}

} // namespace learnlab::ui
