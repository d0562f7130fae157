#include "ui/preview/preview.h"

#include "picture_view.h"
#include "text_view.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int cardInset = 40;
constexpr int cardWidth = 800;
constexpr double narrowShare = 0.9;
constexpr double scrimShare = 0.6;
constexpr double pointsToPixels = 96.0 / 72.0;
constexpr int pageLines = 12;

bool isMarkdown(const QString &name)
{
    return name.endsWith(QLatin1String(".md"), Qt::CaseInsensitive) ||
           name.endsWith(QLatin1String(".markdown"), Qt::CaseInsensitive);
}

} // namespace

Preview::Preview(Previews &previews, QWidget *window) : QWidget(window), m_previews(previews), m_card(new QWidget(this))
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview"));
    window->installEventFilter(this);
    build();
}

void Preview::showFile(const File &file)
{
    m_previews.stopLooking();
    m_file = file;
    m_path.clear();
    m_pages = 0;
    m_pageNumber = 0;
    m_name->setText(
        elidedName(displayName(file.name, layoutDirection()), QFontMetrics(fontFor(Text::Strong)), cardWidth / 2));
    m_caption->setText(file.caption);
    m_share->setEnabled(file.canShare);
    setAccessibleName(tr("Preview of %1").arg(displayName(file.name, layoutDirection())));
    showWords({});
    if (isVisible())
        return;
    place();
    raise();
    show();
    setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this); // all keys are the preview's
}

void Preview::shut()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    m_previews.stopLooking();
    hide();
    Q_EMIT shutDown();
}

void Preview::showPath(const QString &path)
{
    m_path = path;
    m_picture->scrollToTop();
    lookAt(0);
}

void Preview::lookAt(int page)
{
    if (m_path.isEmpty())
        return;
    m_pageNumber = page;
    // Enough for what is shown now; more when it is enlarged.
    const QSize room = (QSizeF(m_body->size()) * devicePixelRatioF()).toSize();
    const QSize wanted = m_pages > 0 ? m_picture->wanted().expandedTo(room) : QSize(room.width(), room.height() * 2);
    m_asked = wanted.boundedTo(QSize(4000, 4000));
    m_previews.look(m_path, m_asked, page, this, [this](const Look &look) { take(look); });
}

void Preview::take(const Look &look)
{
    if (look.outcome != preview::Outcome::Done)
        return showWords({failureText(look.outcome), {}});
    m_pages = std::max(1, look.pages);
    if (look.content == preview::Content::Text) {
        const bool markdown = isMarkdown(m_file.name);
        const QString text = look.more ? look.text + QStringLiteral("\n…") : look.text;
        if (markdown)
            m_markdown->setMarkdown(text);
        else
            m_text->setPlainText(text);
        m_body->setCurrentWidget(markdown ? static_cast<QWidget *>(m_markdown) : m_text);
    } else {
        const bool paper = look.content == preview::Content::Pdf;
        m_picture->setPicture(look.picture,
                              paper ? (QSizeF(look.original) * pointsToPixels).toSize()
                                    : (QSizeF(look.original) / devicePixelRatioF()).toSize(),
                              paper);
        m_picture->setAccessibleName(displayName(m_file.name, layoutDirection()));
        m_body->setCurrentWidget(m_picture);
    }
    showPage();
    giveFocus();
}

QString Preview::failureText(preview::Outcome outcome) const
{
    switch (outcome) {
    case preview::Outcome::TooLarge:
        return tr("This is too large to be shown here.");
    case preview::Outcome::Unsupported:
        return tr("There is no preview of files of this kind.");
    case preview::Outcome::TooSlow:
        return tr("Showing this took too long.");
    case preview::Outcome::Unreadable:
        return tr("The file could not be read. It is safe on the server.");
    default:
        return tr("This file may be damaged, or is of an unusual kind.");
    }
}

void Preview::showPage()
{
    const bool picture = m_body->currentWidget() == m_picture;
    m_zoomer->setVisible(picture);
    m_pager->setVisible(picture && m_pages > 1);
    const QLocale locale;
    m_page->setText(tr("Page %1 of %2").arg(locale.toString(m_pageNumber + 1), locale.toString(m_pages)));
    m_back->setEnabled(m_pageNumber > 0);
    m_forward->setEnabled(m_pageNumber + 1 < m_pages);
    m_zoom->setText(locale.toString(m_picture->percent()) + locale.percent());
    showHints();
}

void Preview::showHints()
{
    const bool pages = m_body->currentWidget() == m_picture && m_pages > 1;
    m_hints->setText(pages ? tr("← → other files · PgUp PgDn pages · Space closes") : tr("← → other files · Space closes"));
}

void Preview::giveFocus()
{
    // What is shown has the keys that scroll it, unless a button was gone to.
    const QWidget *focus = QApplication::focusWidget();
    if (!isVisible() || !focus || (focus != this && !m_body->isAncestorOf(focus)))
        return;
    if (m_body->currentWidget() == m_wordsPage)
        setFocus(Qt::OtherFocusReason);
    else
        m_body->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void Preview::turn(int pages)
{
    const int page = std::clamp(m_pageNumber + pages, 0, std::max(0, m_pages - 1));
    if (page == m_pageNumber)
        return;
    m_picture->verticalScrollBar()->setValue(pages > 0 ? 0 : m_picture->verticalScrollBar()->maximum());
    lookAt(page);
}

void Preview::zoom(int steps)
{
    if (m_body->currentWidget() == m_picture)
        m_picture->zoomBy(steps);
}

bool Preview::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool picture = m_body->currentWidget() == m_picture;
    const bool onButton = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    const int behind = isRightToLeft() ? -1 : 1;
    switch (key) {
    case Qt::Key_Escape:
        shut();
        return true;
    case Qt::Key_Space:
        if (onButton)
            return false;
        shut();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (onButton)
            return false;
        Q_EMIT openRequested();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT stepRequested(key == Qt::Key_Right ? behind : -behind);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        if (!picture)
            return false;
        const int way = key == Qt::Key_PageDown ? 1 : -1;
        if (m_pages > 1)
            turn(way);
        else
            (void)m_picture->scrollBy(way * pageLines);
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!picture)
            return false;
        if (const int way = key == Qt::Key_Down ? 1 : -1; !m_picture->scrollBy(way))
            turn(way); // past the edge of a page is the next
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1);
        return true;
    case Qt::Key_Minus:
        zoom(-1);
        return true;
    case Qt::Key_0:
        zoom(0);
        return true;
    default:
        return modifiers & Qt::ControlModifier && key != Qt::Key_C && key != Qt::Key_A && key != Qt::Key_Control;
    }
}

bool Preview::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (!isVisible() || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != window() || (widget != this && !isAncestorOf(widget)))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    // What the window below would do with a key is not meant while the card is over it; leaving the program is.
    const bool leaves = key->matches(QKeySequence::Quit) || key->matches(QKeySequence::Close);
    if (event->type() == QEvent::ShortcutOverride) {
        event->setAccepted(!leaves);
        return !leaves;
    }
    return leaves ? QWidget::eventFilter(watched, event) : takeKey(key->key(), key->modifiers());
}

bool Preview::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops;
    for (QWidget *widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
        if (isAncestorOf(widget) && widget->isVisible() && widget->isEnabled() &&
            widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy())
            stops.append(widget);
    }
    if (stops.isEmpty())
        return true;
    const qsizetype here = stops.indexOf(QApplication::focusWidget());
    const qsizetype there =
        here < 0 ? (next ? 0 : stops.size() - 1) : (here + (next ? 1 : -1) + stops.size()) % stops.size();
    stops.at(there)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Preview::place()
{
    setGeometry(parentWidget()->rect());
    const int wide = width() - 2 * cardInset < cardWidth ? static_cast<int>(width() * narrowShare) : cardWidth;
    const int most = std::max(wide, std::min(static_cast<int>(cardWidth * textScale()), width() - 2 * cardInset));
    m_card->setGeometry((width() - most) / 2, cardInset, most, height() - 2 * cardInset);
}

void Preview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Preview::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        shut();
}

void Preview::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    QColor scrim = theme.scrim;
    scrim.setAlphaF(scrimShare);
    painter.fillRect(rect(), scrim);
    const QRect card = m_card->geometry();
    paintRounded(&painter, card, 10, theme.raised);
    // Where the body is as light as the head and the foot these lines are between them.
    for (const int y : {card.top() + m_body->y() - 1, card.top() + m_body->y() + m_body->height()})
        paintHairline(&painter, {card.left(), y}, {card.right(), y}, theme.line);
}

} // namespace learnlab::ui
