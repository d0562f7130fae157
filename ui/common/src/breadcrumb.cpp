#include <ui/common/breadcrumb.h>

#include "crumb_button.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/item_mime.h>
#include <ui/common/theme.h>

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <chrono>

namespace learnlab::ui {

namespace {

constexpr int chevron = 14;
constexpr int gap = 2;
constexpr int step = chevron + 2 * gap;

} // namespace

Breadcrumb::Breadcrumb(QWidget *parent) : QWidget(parent), m_more(new QToolButton(this))
{
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Path", "@label accessible name of the breadcrumb"));
    m_more->setText(QStringLiteral("…"));
    m_more->setFont(fontFor(Text::Crumb));
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setAccessibleName(tr("Folders above", "@action:button opens the hidden parts of the path"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &Breadcrumb::showHidden);
    using namespace std::chrono_literals;
    m_spring.setSingleShot(true);
    m_spring.setInterval(700ms);
    connect(&m_spring, &QTimer::timeout, this, [this] {
        if (m_dropPart >= 0 && m_dropPart + 1 < m_parts.size())
            Q_EMIT activated(m_parts[m_dropPart].id);
    });
}

void Breadcrumb::setParts(const QList<CrumbPart> &parts)
{
    m_parts = parts;
    rebuild();
}

void Breadcrumb::rebuild()
{
    for (QAbstractButton *old : std::as_const(m_buttons)) {
        old->hide();
        old->deleteLater(); // it may be the one whose click led here
    }
    m_buttons.clear();
    m_dropPart = -1;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const bool current = i + 1 == m_parts.size();
        auto *button = new CrumbButton(m_parts[i].name, current, this);
        if (!current)
            connect(button, &QAbstractButton::clicked, this, [this, id = m_parts[i].id] { Q_EMIT activated(id); });
        m_buttons.append(button);
    }
    arrange();
}

QSize Breadcrumb::sizeHint() const
{
    int width = 0;
    for (const QAbstractButton *button : m_buttons)
        width += button->sizeHint().width() + step;
    return {std::max(0, width - step), heightFor(32, fontFor(Text::Crumb), 4)};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void Breadcrumb::arrange()
{
    m_chevrons.clear();
    const auto count = int(m_buttons.size());
    if (count == 0)
        return;
    QList<int> widths;
    int total = 0;
    for (const QAbstractButton *button : std::as_const(m_buttons)) {
        widths.append(button->sizeHint().width());
        total += widths.last() + (widths.size() > 1 ? step : 0);
    }
    // The parts after the root leave first, from the left; then the root itself.
    QList<bool> shown(count, true);
    m_hidden = 0;
    const int moreWidth = m_more->sizeHint().width();
    const auto needed = [&] { return total + (m_hidden > 0 ? moreWidth + step : 0); };
    for (int i = 1; i < count && needed() > width(); ++i) {
        const int leaving = i < count - 1 ? i : 0;
        shown[leaving] = false;
        total -= widths[leaving] + step;
        ++m_hidden;
    }
    int x = 0;
    const auto put = [&](QWidget *widget, int size) {
        if (x > 0) {
            m_chevrons.append(x + gap);
            x += step;
        }
        const int room = std::min(size, std::max(24, width() - x));
        widget->setGeometry(QStyle::visualRect(
            layoutDirection(), rect(),
            QRect(x, (height() - widget->sizeHint().height()) / 2, room, widget->sizeHint().height())));
        widget->show();
        x += room;
    };
    m_more->setVisible(false);
    for (int i = 0; i < count; ++i) {
        if (shown[i])
            put(m_buttons[i], widths[i]);
        else
            m_buttons[i]->hide();
        const bool before = m_hidden > 0 && !m_more->isVisibleTo(this) && (!shown[i] || (i == 0 && m_hidden > 0));
        if (before)
            put(m_more, moreWidth);
    }
    update();
}

void Breadcrumb::showHidden()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (!m_buttons[i]->isHidden())
            continue;
        // An ampersand in a folder's name is no mnemonic.
        QString name = m_parts[i].name;
        menu->addAction(name.replace(u'&', QStringLiteral("&&")), this,
                        [this, id = m_parts[i].id] { Q_EMIT activated(id); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void Breadcrumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (const int x : std::as_const(m_chevrons)) {
        const QRect box = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, chevron, height()));
        paintUiIcon(&painter, box, QStringLiteral("chevron-end"), chevron, themeOf(this).text2, mirrored);
    }
}

void Breadcrumb::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Breadcrumb::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        arrange();
}

int Breadcrumb::partAt(const QPoint &point) const
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (!m_buttons[i]->isHidden() && m_buttons[i]->geometry().contains(point))
            return int(i);
    }
    return -1;
}

void Breadcrumb::setDropPart(int part, bool moves)
{
    if (part == m_dropPart)
        return;
    m_dropPart = part;
    if (part >= 0)
        m_spring.start();
    else
        m_spring.stop();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        static_cast<CrumbButton *>(m_buttons[i])->setDropTarget(i == part);
    Q_EMIT dropTargetChanged(part < 0 ? QString() : m_parts[part].name, moves);
}

void Breadcrumb::dragEnterEvent(QDragEnterEvent *event)
{
    if (carriesLocalFiles(event->mimeData()) || !unpackItems(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Breadcrumb::dragMoveEvent(QDragMoveEvent *event)
{
    const bool inside = !unpackItems(event->mimeData()).isEmpty();
    int part = partAt(event->position().toPoint());
    // Moving what is here to here changes nothing.
    if (inside && part == int(m_parts.size()) - 1)
        part = -1;
    setDropPart(part, inside);
    if (part < 0)
        event->ignore();
    else
        event->acceptProposedAction();
}

void Breadcrumb::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropPart(-1);
}

void Breadcrumb::dropEvent(QDropEvent *event)
{
    const int part = m_dropPart;
    setDropPart(-1);
    if (part < 0)
        return;
    const QByteArray target = m_parts[part].id;
    const QList<QByteArray> items = unpackItems(event->mimeData());
    event->acceptProposedAction();
    if (!items.isEmpty())
        Q_EMIT itemsDropped(items, target);
    else if (event->mimeData()->hasUrls())
        Q_EMIT urlsDropped(event->mimeData()->urls(), target);
}

} // namespace learnlab::ui
