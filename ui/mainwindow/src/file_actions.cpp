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
    add(Id::Preview, tr("Preview"), {});
    add(Id::Download, tr("Download a copy…"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, QStringLiteral("download"));
    add(Id::KeepOffline, tr("Keep offline"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, QStringLiteral("nav-offline"));
    add(Id::Cut, tr("Cut"), {QKeySequence(QKeySequence::Cut)});
    add(Id::Copy, tr("Copy"), {QKeySequence(QKeySequence::Copy)}, QStringLiteral("copy"));
    add(Id::Paste, tr("Paste"), {QKeySequence(QKeySequence::Paste)});
    add(Id::MoveTo, tr("Move to…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, QStringLiteral("move"));
    add(Id::Rename, tr("Rename"), {QKeySequence(Qt::Key_F2)}, QStringLiteral("rename"));
    add(Id::Trash, tr("Move to trash"), {QKeySequence(Qt::Key_Delete)}, QStringLiteral("trash"));
    add(Id::Restore, tr("Restore"), {}, QStringLiteral("restore"));
    add(Id::DeleteForGood, tr("Delete permanently…"), {QKeySequence(Qt::SHIFT | Qt::Key_Delete)}, QStringLiteral("trash"));
    add(Id::EmptyTrash, tr("Empty trash…"), {});
    add(Id::ShareLink, tr("Share link…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}, QStringLiteral("link"));
    add(Id::CopyLink, tr("Copy link"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)});
    add(Id::Details, tr("Details"), {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_I)},
        QStringLiteral("details-pane"));
    add(Id::Proof, tr("Proof of upload"), {}, QStringLiteral("shield"));
    add(Id::SelectAll, tr("Select all"), {QKeySequence(QKeySequence::SelectAll)});
    add(Id::SelectNone, tr("Select none"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    m_actions.value(Id::KeepOffline)->setCheckable(true);
    for (const Id id : {Id::Trash, Id::DeleteForGood, Id::EmptyTrash})
        m_actions.value(id)->setProperty("kind", QStringLiteral("danger"));
}

void FileActions::addWindowActions()
{
    add(Id::Search, tr("Search"), {QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)});
    add(Id::Back, tr("Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)});
    add(Id::Forward, tr("Forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)});
    add(Id::Up, tr("Up one folder"), {QKeySequence(Qt::ALT | Qt::Key_Up)});
    add(Id::Home, tr("All files"), {QKeySequence(Qt::ALT | Qt::Key_Home)});
    add(Id::GoToPath, tr("Go to path"), {QKeySequence(Qt::CTRL | Qt::Key_L)});
    add(Id::AsList, tr("Show as list"), {QKeySequence(Qt::CTRL | Qt::Key_1)}, QStringLiteral("view-list"));
    add(Id::AsGrid, tr("Show as grid"), {QKeySequence(Qt::CTRL | Qt::Key_2)}, QStringLiteral("view-grid"));
    add(Id::Larger, tr("Larger tiles"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, QStringLiteral("zoom-in"));
    add(Id::Smaller, tr("Smaller tiles"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, QStringLiteral("zoom-out"));
    add(Id::UsualSize, tr("Tiles of usual size"), {QKeySequence(Qt::CTRL | Qt::Key_0)});
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

void FileActions::allow(Id id, const QString &why)
{
    action(id)->setEnabled(why.isEmpty());
    action(id)->setToolTip(why);
}

void FileActions::setFilesShown(bool shown)
{
    m_filesShown = shown;
}

void FileActions::update(const Place &place, const Selection &selected)
{
    const bool trash = place.view == Place::View::Trash;
    const QString none = selected.count > 0 && m_filesShown ? QString() : tr("Nothing is selected");
    const QString trashed = trash ? tr("It is in trash. Restore it first") : QString();
    const auto first = [](const QString &a, const QString &b) { return a.isEmpty() ? b : a; };
    const QString live = first(none, trashed);
    const QString one = first(live, selected.count > 1 ? tr("Only one thing at a time") : QString());
    const QString noFolder = place.view == Place::View::Folder && m_filesShown
                                 ? QString()
                                 : tr("Go to All files first: only folders take new things");
    for (const Id id : {Id::UploadFiles, Id::UploadFolder})
        allow(id, trash || !m_filesShown ? noFolder : QString());
    for (const Id id : {Id::NewFolder, Id::Paste})
        allow(id, noFolder);
    const bool away = selected.offline && selected.isFile() && !selected.only->available;
    allow(Id::Open, first(one, away ? tr("You are offline, and this file is not on this computer") : QString()));
    allow(Id::Preview, none);
    allow(Id::Rename, one);
    for (const Id id : {Id::Download, Id::KeepOffline, Id::Cut, Id::MoveTo, Id::Trash})
        allow(id, live);
    allow(Id::Copy, first(live, selected.withFolders ? tr("Folders can be moved, but not copied") : QString()));
    action(Id::KeepOffline)->setChecked(selected.allPinned);
    allow(Id::Restore, first(none, trash ? QString() : tr("It is not in trash")));
    const QString alone = first(trash ? QString() : tr("It is not in trash"),
                                selected.offline ? tr("You are offline. Only the server deletes for good") : QString());
    allow(Id::DeleteForGood, first(none, alone));
    allow(Id::EmptyTrash, first(m_filesShown ? alone : none, selected.items == 0 ? tr("Trash is empty") : QString()));
    const bool unsent = selected.isFile() && !selected.only->transferId.isNull();
    const QString noLink = first(one, !selected.isFile()  ? tr("Links lead to one file")
                                      : unsent            ? tr("The server does not have this file yet")
                                      : selected.offline  ? tr("You are offline. Links are made by the server")
                                                          : QString());
    allow(Id::ShareLink, noLink);
    allow(Id::CopyLink, noLink);
    allow(Id::Proof, first(one, !selected.isFile()  ? tr("Proofs are for files")
                                : unsent            ? tr("The server does not have this file yet")
                                : selected.offline  ? tr("You are offline. Proofs come from the server")
                                                    : QString()));
}

void FileActions::fillMenu(QMenu &menu, const Place &place, const Selection &selected) const
{
    menu.setToolTipsVisible(true);
    if (place.view == Place::View::Trash)
        fillTrash(menu, selected);
    else if (selected.count == 0)
        fillGround(menu);
    else
        fillSelection(menu, selected);
}

void FileActions::fillTrash(QMenu &menu, const Selection &selected) const
{
    if (selected.count > 0) {
        menu.addAction(action(Id::Restore));
        menu.addAction(action(Id::Details));
        menu.addSeparator();
        menu.addAction(action(Id::DeleteForGood));
    }
    menu.addAction(action(Id::EmptyTrash));
}

void FileActions::fillGround(QMenu &menu) const
{
    for (const Id id : {Id::NewFolder, Id::UploadFiles, Id::UploadFolder, Id::Paste})
        menu.addAction(action(id));
    menu.addSeparator();
    for (const Id id : {Id::SelectAll, Id::Undo, Id::Redo, Id::Refresh})
        menu.addAction(action(id));
    menu.addSeparator();
    for (const Id id : {Id::GoToPath, Id::Changes, Id::History, Id::Shortcuts})
        menu.addAction(action(id));
}

/// Open, share and offline, edit, information, trash. What can never apply is left out; what cannot apply now says why.
void FileActions::fillSelection(QMenu &menu, const Selection &selected) const
{
    if (selected.count == 1)
        menu.addAction(action(Id::Open));
    menu.addAction(action(Id::Preview));
    menu.addSeparator();
    if (selected.isFile()) {
        menu.addAction(action(Id::ShareLink));
        menu.addAction(action(Id::CopyLink));
    }
    menu.addAction(action(Id::KeepOffline));
    menu.addAction(action(Id::Download));
    menu.addSeparator();
    for (const Id id : {Id::Cut, Id::Copy, Id::MoveTo})
        menu.addAction(action(id));
    if (selected.count == 1)
        menu.addAction(action(Id::Rename));
    menu.addSeparator();
    if (selected.isFile())
        menu.addAction(action(Id::Proof));
    menu.addAction(action(Id::Details));
    menu.addSeparator();
    menu.addAction(action(Id::Trash));
}

} // namespace learnlab::ui
