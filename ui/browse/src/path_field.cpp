#include "path_field.h"

#include <ui/common/fonts.h>
#include <ui/common/theme.h>

#include <QtCore/QStringListModel>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyledItemDelegate>

namespace learnlab::ui {

namespace {

// As high as the rows of a menu.
class OfferDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), heightFor(32, fontFor(Text::Body), 7)};
    }
};

} // namespace

PathField::PathField(QWidget *parent)
    : QLineEdit(parent),
      m_offers(new QStringListModel(this)),
      m_completer(new QCompleter(m_offers, this)),
      m_reason(new QLabel(parent->window()))
{
    setAccessibleName(tr("Path", "@label accessible name of the field"));
    setLayoutDirection(Qt::LeftToRight); // a path is read from its root on, in any language
    // What is offered fits already: the completer has nothing to filter.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setItemDelegate(new OfferDelegate(m_completer->popup()));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMargin(8);
    m_reason->setAutoFillBackground(true);
    m_reason->setFrameShape(QFrame::StyledPanel);
    m_reason->hide();
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        takeBackRefusal();
        Q_EMIT typed(text);
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &path) {
        setText(path);
        Q_EMIT typed(path); // what is in it is offered next
    });
}

void PathField::open(const QString &path)
{
    takeBackRefusal();
    m_offers->setStringList({});
    setText(path);
    show();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void PathField::offer(const QStringList &paths)
{
    if (!hasFocus())
        return;
    m_offers->setStringList(paths);
    if (paths.isEmpty() || (paths.size() == 1 && paths.first() == text()))
        return m_completer->popup()->hide();
    m_completer->complete();
    m_completer->popup()->setCurrentIndex({}); // Return means what is in the field, until something is chosen
}

void PathField::refuse(const QString &reason)
{
    setProperty("error", true);
    update();
    m_reason->setText(reason);
    QPalette colors = m_reason->palette();
    colors.setColor(QPalette::WindowText, themeOf(this).danger);
    colors.setColor(QPalette::Window, themeOf(this).raised);
    m_reason->setPalette(colors);
    m_reason->setFont(fontFor(Text::Small));
    m_reason->adjustSize();
    m_reason->move(mapTo(m_reason->parentWidget(), QPoint(0, height() + 4)));
    m_reason->show();
    m_reason->raise();
    setAccessibleDescription(reason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    selectAll();
}

void PathField::takeBackRefusal()
{
    setProperty("error", false);
    setAccessibleDescription({});
    m_reason->hide();
    update();
}

bool PathField::event(QEvent *event)
{
    // Tab takes the first that is offered, as in a terminal; without an offer it goes on to the next part of the
    // window.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        m_completer->popup()->isVisible() && m_offers->rowCount() > 0) {
        setText(m_offers->stringList().constFirst());
        Q_EMIT typed(text());
        return true;
    }
    return QLineEdit::event(event);
}

void PathField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        event->accept();
        if (m_completer->popup()->isVisible())
            m_completer->popup()->hide();
        else
            Q_EMIT left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->accept();
        takeOrEnter();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void PathField::takeOrEnter()
{
    QAbstractItemView *popup = m_completer->popup();
    const QModelIndex chosen = popup->isVisible() ? popup->currentIndex() : QModelIndex();
    popup->hide();
    if (chosen.isValid())
        setText(chosen.data().toString());
    Q_EMIT entered(text());
}

void PathField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const bool passing = event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason ||
                         event->reason() == Qt::MenuBarFocusReason;
    if (!passing)
        Q_EMIT left();
}

void PathField::hideEvent(QHideEvent *event)
{
    takeBackRefusal();
    QLineEdit::hideEvent(event);
}

} // namespace learnlab::ui
