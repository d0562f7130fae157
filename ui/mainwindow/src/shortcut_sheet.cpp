#include "shortcut_sheet.h"

#include "ui/common/fonts.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace learnlab::ui {

namespace {

struct Line
{
    QString what;
    QString keys;
};

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

QString native(int key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

/// What the lists themselves answer to.
QList<Line> listKeys()
{
    return {{ShortcutSheet::tr("Open"), native(Qt::Key_Return)},
            {ShortcutSheet::tr("Preview"), native(Qt::Key_Space)},
            {ShortcutSheet::tr("Up one folder"), native(Qt::Key_Backspace)},
            {ShortcutSheet::tr("Go to a name"), ShortcutSheet::tr("its first letters", "what to type")},
            {ShortcutSheet::tr("Extend the selection"), ShortcutSheet::tr("Shift and arrows", "keys")},
            {ShortcutSheet::tr("Context menu"), native(Qt::Key_Menu)},
            {ShortcutSheet::tr("Transfers: pause or resume"), native(Qt::Key_Space)},
            {ShortcutSheet::tr("Transfers: cancel"), native(Qt::Key_Delete)},
            {ShortcutSheet::tr("Transfers: retry"), native(Qt::Key_R)},
            {ShortcutSheet::tr("Transfers: bring to the front"), native(Qt::Key_F)}};
}

} // namespace

ShortcutSheet::ShortcutSheet(const FileActions &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(static_cast<int>(720 * textScale()), static_cast<int>(520 * textScale()));
    QList<Line> lines;
    for (const QAction *action : actions.all()) {
        if (!action->shortcuts().isEmpty())
            lines.append({action->text().remove(QLatin1Char('&')), keysOf(*action)});
    }
    lines += listKeys();
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    const int half = static_cast<int>((lines.size() + 1) / 2);
    for (int i = 0; i < lines.size(); ++i) {
        auto *what = new QLabel(lines.at(i).what, sheet);
        auto *keys = new QLabel(lines.at(i).keys, sheet);
        keys->setFont(fontFor(Text::SmallMedium));
        keys->setForegroundRole(QPalette::PlaceholderText);
        what->setBuddy(keys);
        grid->addWidget(what, i % half, i / half * 2);
        grid->addWidget(keys, i % half, i / half * 2 + 1);
    }
    grid->setRowStretch(half, 1);
    auto *area = new QScrollArea(this);
    area->setWidget(sheet);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area);
}

} // namespace learnlab::ui
