#include <ui/common/search_field.h>

#include "side_buttons.h"
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

namespace learnlab::ui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    for (auto *clear : findChildren<QToolButton *>())
        clear->setAccessibleName(tr("Clear the search", "@action:button accessible name"));
    setAccessibleName(tr("Search", "@label accessible name of the search field"));
    setMaxLength(256);
    makeRoom();
    connect(this, &QLineEdit::textChanged, this, &SearchField::makeRoom);
}

void SearchField::makeRoom()
{
    constexpr int magnifier = 24;
    const int end = showsKeys() ? keyCapWidth() + 4 : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? end : magnifier, 0, mirrored ? magnifier : end, 0);
}

bool SearchField::showsKeys() const
{
    return text().isEmpty() && !hasFocus();
}

int SearchField::keyCapWidth() const
{
    return QFontMetrics(fontFor(Text::Caption)).horizontalAdvance(keyHint()) + 12;
}

QString SearchField::keyHint()
{
    return tr("Ctrl F", "@info:shortcut hint inside the empty search field");
}

void SearchField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    makeRoom();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    makeRoom();
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        makeRoom();
    QLineEdit::changeEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    enlargeSideButtons(*this);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            Q_EMIT leaveRequested();
        else
            clear();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Down || (event->key() == Qt::Key_Return && !text().isEmpty())) {
        Q_EMIT resultsRequested();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const auto visual = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    paintUiIcon(&painter, visual(QRect(8, 0, 16, height())), QStringLiteral("search"), 16, theme.placeholder);
    if (!showsKeys())
        return;
    painter.setFont(fontFor(Text::Caption));
    const int width = keyCapWidth();
    const int height = painter.fontMetrics().height() + 4;
    const QRect cap = visual(QRect(rect().width() - width - 8, (rect().height() - height) / 2, width, height));
    paintRounded(&painter, cap, 4, theme.window, theme.lineStrong);
    painter.setPen(theme.text2);
    painter.drawText(cap, Qt::AlignCenter, keyHint());
}

} // namespace learnlab::ui
