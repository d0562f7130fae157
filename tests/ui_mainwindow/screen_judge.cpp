#include "screen_judge.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QToolButton>

namespace learnlab::tests {

namespace {

constexpr int smallestTarget = 28;

QString describe(const QWidget &widget)
{
    QString words;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words = button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words = label->text().left(60);
    if (words.isEmpty())
        words = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1String(widget.metaObject()->className()), words,
             QLatin1String(widget.parentWidget() ? widget.parentWidget()->metaObject()->className() : "nothing"));
}

/// Of what scrolls, any part may be outside.
bool isScrolled(const QWidget &widget)
{
    for (const QWidget *above = widget.parentWidget(); above && !above->isWindow(); above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above))
            return true;
    }
    return false;
}

QStringList wordsOf(const QWidget &widget)
{
    QStringList words{widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
                      widget.isWindow() ? widget.windowTitle() : QString()};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        words << button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(&widget))
        words << label->text();
    else if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        words << field->placeholderText();
    else if (const auto *choice = qobject_cast<const QComboBox *>(&widget)) {
        for (int i = 0; i < choice->count(); ++i)
            words << choice->itemText(i);
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            words << tabs->tabText(i) << tabs->accessibleTabName(i);
    } else if (const auto *header = qobject_cast<const QHeaderView *>(&widget)) {
        for (int i = 0; header->model() && i < header->count(); ++i)
            words << header->model()->headerData(i, header->orientation()).toString();
    }
    for (const QAction *action : widget.actions())
        words << action->text() << action->toolTip();
    words.removeAll(QString());
    return words;
}

/// Of a control that answers for it.
bool isPart(const QWidget &widget)
{
    const QWidget *whole = widget.parentWidget();
    return qobject_cast<const QHeaderView *>(&widget) || qobject_cast<const QAbstractSpinBox *>(whole) ||
           qobject_cast<const QComboBox *>(whole) || qobject_cast<const QTabBar *>(whole) ||
           qobject_cast<const QAbstractScrollArea *>(whole);
}

QSize neededBy(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        if (!label->wordWrap())
            return label->sizeHint();
        return {0, label->heightForWidth(label->width())};
    }
    const auto *tool = qobject_cast<const QToolButton *>(&widget);
    if (tool && (tool->text().isEmpty() || tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
        return {}; // a picture is drawn as large as there is room
    if (isPart(widget))
        return {};
    if (qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget))
        return widget.sizeHint();
    if (qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget))
        return {0, widget.fontMetrics().height() + 4};
    return {};
}

void judgeFit(const QWidget &widget, QStringList &complaints)
{
    const QSize needed = neededBy(widget);
    // A button that shortens its own words says so by a smaller minimum, and tells all of them in its tooltip.
    const bool shortens = !widget.toolTip().isEmpty() && widget.minimumSizeHint().width() < needed.width();
    if ((needed.width() > widget.width() + 1 && !shortens) || needed.height() > widget.height() + 1) {
        complaints << QStringLiteral("%1 is %2x%3 and needs %4x%5")
                          .arg(describe(widget))
                          .arg(widget.width())
                          .arg(widget.height())
                          .arg(needed.width())
                          .arg(needed.height());
    }
    if (needed.isEmpty() || widget.isWindow() || isScrolled(widget))
        return;
    if (!widget.parentWidget()->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
        complaints << QStringLiteral("%1 is cut off").arg(describe(widget));
}

void judgeControl(const QWidget &widget, QStringList &complaints)
{
    const bool button = qobject_cast<const QAbstractButton *>(&widget);
    const bool control = button || qobject_cast<const QLineEdit *>(&widget) ||
                         qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
                         qobject_cast<const QTabBar *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget);
    if ((!control && !(widget.focusPolicy() & Qt::TabFocus)) || isPart(widget))
        return;
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    const bool scrolls =
        qobject_cast<const QAbstractScrollArea *>(&widget) && !qobject_cast<const QAbstractItemView *>(&widget);
    if (!told || (told->text(QAccessible::Name).isEmpty() && !scrolls && !widget.isWindow()))
        complaints << QStringLiteral("%1 has no name").arg(describe(widget));
    else if (control && (told->role() == QAccessible::NoRole || told->role() == QAccessible::Client))
        complaints << QStringLiteral("%1 has no role").arg(describe(widget));
    if (button && (widget.width() < smallestTarget || widget.height() < smallestTarget) && widget.isEnabled())
        complaints << QStringLiteral("%1 is too small to hit: %2x%3")
                          .arg(describe(widget))
                          .arg(widget.width())
                          .arg(widget.height());
}

/// The letter behind a single &.
QChar letterOf(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) != QLatin1Char('&'))
            continue;
        if (text.at(i + 1) != QLatin1Char('&'))
            return text.at(i + 1).toCaseFolded();
        ++i;
    }
    return {};
}

void judgeLetters(const QStringList &texts, QStringList &complaints)
{
    QHash<QChar, QString> taken;
    for (const QString &text : texts) {
        const QChar letter = letterOf(text);
        if (letter.isNull())
            continue;
        if (taken.contains(letter))
            complaints << QStringLiteral("“%1” and “%2” are called by the same letter").arg(taken.value(letter), text);
        taken.insert(letter, text);
    }
}

QStringList from(const QString &screen, const QStringList &complaints)
{
    QStringList lines;
    for (const QString &complaint : complaints)
        lines << screen + QStringLiteral(": ") + complaint;
    return lines;
}

} // namespace

QStringList complaintsAbout(const QWidget &window, const QString &screen)
{
    QStringList complaints;
    QStringList letters;
    for (const QWidget *widget : window.findChildren<const QWidget *>()) {
        if (!widget->isVisibleTo(&window) || widget->window() != window.window())
            continue;
        judgeFit(*widget, complaints);
        judgeControl(*widget, complaints);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            letters << button->text();
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            letters << label->text();
    }
    judgeLetters(letters, complaints);
    return from(screen, complaints);
}

QStringList complaintsAboutMenu(const QMenu &menu, const QString &screen)
{
    QStringList letters;
    QStringList complaints;
    for (const QAction *action : menu.actions()) {
        letters << action->text();
        if (!action->isSeparator() && action->text().isEmpty())
            complaints << QStringLiteral("an entry has no words");
    }
    judgeLetters(letters, complaints);
    return from(screen, complaints);
}

QStringList sentencesOf(const QWidget &window)
{
    QStringList sentences = wordsOf(window);
    for (const QWidget *widget : window.findChildren<const QWidget *>()) {
        if (widget->isVisibleTo(&window))
            sentences << wordsOf(*widget);
    }
    sentences.removeDuplicates();
    return sentences;
}

} // namespace learnlab::tests
