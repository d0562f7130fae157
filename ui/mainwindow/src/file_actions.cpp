#include "file_actions.h"

#include "ui/common/icons.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace learnlab::ui {

FileActions::FileActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    addFileActions();
    addWindowActions();
    update({}, {});
}

void FileActions::add(Id id, const QString &text, const QList<QKeySequence> &keys, const QString &icon)
{
    auto *action = new QAction(text, m_window);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!icon.isEmpty())
        action->setIcon(uiIcon(icon));
    m_window->addAction(action);
    m_actions.insert(id, action);
    m_inOrder.append(action);
    connect(action, &QAction::triggered, this, [this, id] { Q_EMIT triggered(id); });
}

void FileActions::addFileActions()
{
    add(Id::UploadFiles, tr("Upload files…"), {QKeySequence(Qt::CTRL | Qt::Key_U)}, QStringLiteral("upload"));
    add(Id::UploadFolder, tr("Upload folder…"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U)});
    add(Id::NewFolder, tr("New folder"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, QStringLiteral("new-folder"));
    add(Id::Open, tr("Open"), {});
    add(Id::Rename, tr("Rename"), {QKeySequence(Qt::Key_F2)});
    add(Id::Download, tr("Download a copy…"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, QStringLiteral("download"));
    add(Id::KeepOffline, tr("Keep offline"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, QStringLiteral("nav-offline"));
    add(Id::Trash, tr("Move to trash"), {QKeySequence(Qt::Key_Delete)}, QStringLiteral("trash"));
    add(Id::Restore, tr("Restore"), {});
    add(Id::ShareLink, tr("Share link"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, QStringLiteral("link"));
    add(Id::CopyLink, tr("Copy link"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    add(Id::Details, tr("Details"), {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_I)},
        QStringLiteral("details-pane"));
    add(Id::Proof, tr("Proof of upload"), {}, QStringLiteral("shield"));
    add(Id::SelectAll, tr("Select all"), {QKeySequence(QKeySequence::SelectAll)});
    add(Id::SelectNone, tr("Select none"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    m_actions.value(Id::KeepOffline)->setCheckable(true);
    m_actions.value(Id::Trash)->setProperty("kind", QStringLiteral("danger"));
}

void FileActions::addWindowActions()
{
    add(Id::Search, tr("Search"), {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)});
    add(Id::Back, tr("Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    add(Id::Forward, tr("Forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    add(Id::Up, tr("Up one folder"), {QKeySequence(Qt::ALT | Qt::Key_Up)});
    add(Id::Home, tr("All files"), {QKeySequence(Qt::ALT | Qt::Key_Home)});
    add(Id::Refresh, tr("Refresh"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, QStringLiteral("retry"));
    add(Id::Transfers, tr("Transfers"), {QKeySequence(Qt::CTRL | Qt::Key_J)});
    add(Id::PauseAll, tr("Pause or resume all"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    add(Id::SideBar, tr("Side bar"), {QKeySequence(Qt::CTRL | Qt::Key_B)});
    add(Id::Undo, tr("Undo"), {QKeySequence(QKeySequence::Undo)});
    add(Id::Redo, tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    add(Id::History, tr("History…"), {});
    add(Id::NextArea, tr("Next area"), {QKeySequence(Qt::Key_F6)});
    add(Id::PreviousArea, tr("Previous area"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    add(Id::Changes, tr("Waiting changes…"), {});
    add(Id::Settings, tr("Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    add(Id::Shortcuts, tr("Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)});
    m_actions.value(Id::Undo)->setEnabled(false);
    m_actions.value(Id::Redo)->setEnabled(false);
    add(Id::Close, tr("Close window"), {QKeySequence(Qt::CTRL | Qt::Key_W)});
    add(Id::Quit, tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
}

void FileActions::update(const Place &place, const Selection &selected)
{
    const bool trash = place.view == Place::View::Trash;
    const bool some = selected.count > 0;
    const bool one = selected.count == 1;
    action(Id::UploadFiles)->setEnabled(!trash);
    action(Id::UploadFolder)->setEnabled(!trash);
    action(Id::NewFolder)->setEnabled(place.view == Place::View::Folder);
    action(Id::Open)->setEnabled(one && !trash);
    action(Id::Rename)->setEnabled(one && !trash);
    action(Id::Download)->setEnabled(some && !trash);
    action(Id::KeepOffline)->setEnabled(some && !trash);
    action(Id::KeepOffline)->setChecked(selected.allPinned);
    action(Id::Trash)->setEnabled(some && !trash);
    action(Id::Restore)->setEnabled(some && trash);
    action(Id::ShareLink)->setEnabled(selected.isFile() && !trash);
    action(Id::CopyLink)->setEnabled(selected.isFile() && !trash);
    action(Id::Proof)->setEnabled(selected.isFile() && !trash);
}

void FileActions::fillMenu(QMenu &menu, const Place &place, const Selection &selected) const
{
    menu.setToolTipsVisible(true);
    if (place.view == Place::View::Trash) {
        menu.addAction(action(Id::Restore));
        return;
    }
    if (selected.count == 0) {
        for (const Id id : {Id::NewFolder, Id::UploadFiles, Id::UploadFolder})
            menu.addAction(action(id));
        menu.addSeparator();
        menu.addAction(action(Id::SelectAll));
        menu.addAction(action(Id::Undo));
        menu.addAction(action(Id::Redo));
        menu.addAction(action(Id::Refresh));
        menu.addSeparator();
        menu.addAction(action(Id::Changes));
        menu.addAction(action(Id::History));
        menu.addAction(action(Id::Shortcuts));
        return;
    }
    if (selected.count == 1)
        menu.addAction(action(Id::Open));
    menu.addSeparator();
    if (selected.isFile()) {
        menu.addAction(action(Id::ShareLink));
        menu.addAction(action(Id::CopyLink));
    }
    menu.addAction(action(Id::KeepOffline));
    menu.addAction(action(Id::Download));
    menu.addSeparator();
    if (selected.count == 1)
        menu.addAction(action(Id::Rename));
    menu.addSeparator();
    menu.addAction(action(Id::Details));
    if (selected.isFile())
        menu.addAction(action(Id::Proof));
    menu.addSeparator();
    menu.addAction(action(Id::Trash));
}

} // namespace learnlab::ui
