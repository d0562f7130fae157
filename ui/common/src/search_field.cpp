#include <ui/common/search_field.h>

#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

namespace learnlab::ui {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    setAccessibleName(tr("Search", "@label accessible name of the search field"));
    setTextMargins(24, 0, 0, 0);
    setMaxLength(256);
    setAttribute(Qt::WA_MacShowFocusRect, false);
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
    if (!text().isEmpty() || hasFocus())
        return;
    painter.setFont(fontFor(Text::Caption));
    const QString keys = tr("Ctrl F", "@info:shortcut hint inside the empty search field");
    const int width = painter.fontMetrics().horizontalAdvance(keys) + 12;
    const int height = painter.fontMetrics().height() + 4;
    const QRect cap = visual(QRect(rect().width() - width - 8, (rect().height() - height) / 2, width, height));
    paintRounded(&painter, cap, 4, theme.window, theme.lineStrong);
    painter.setPen(theme.text2);
    painter.drawText(cap, Qt::AlignCenter, keys);
}

} // namespace learnlab::ui
