#pragma once

#include "mirror/rows.h"
#include "ui/models/file_list_model.h"

#include <QHash>
#include <QObject>

#include <optional>

class QAction;
class QMenu;
class QWidget;

namespace learnlab::ui {

/// What is selected, as far as it decides what can be done with it. A long selection is not looked at row by row.
struct Selection
{
    int count = 0;
    int items = 0; ///< in the list
    std::optional<mirror::ItemRow> only; ///< the row, when it is one and loaded
    bool allPinned = false;
    bool withFolders = false; ///< a folder is among them
    bool offline = false;     ///< there is no network now
    [[nodiscard]] bool isFile() const { return only && only->ref.kind == domain::ItemKind::File; }
};

/// Everything that can be done in the window, each once: text, shortcut, whether it can be done now. Menus, buttons and
/// keys all use these actions. UI thread; owned by the main window, whose child every action is.
class FileActions final : public QObject
{
    Q_OBJECT

public:
    enum class Id {
        UploadFiles,
        UploadFolder,
        NewFolder,
        Open,
        Preview,
        Rename,
        Download,
        KeepOffline,
        Cut,
        Copy,
        Paste,
        MoveTo,
        Trash,
        Restore,
        DeleteForGood,
        EmptyTrash,
        ShareLink,
        CopyLink,
        Details,
        Proof,
        SelectAll,
        SelectNone,
        Search,
        Back,
        Forward,
        Up,
        Home,
        GoToPath,
        AsList,
        AsGrid,
        Larger,
        Smaller,
        UsualSize,
        Refresh,
        Transfers,
        PauseAll,
        SideBar,
        Undo,
        Redo,
        History,
        NextArea,
        PreviousArea,
        Changes,
        Settings,
        Shortcuts,
        Close,
        Quit,
    };

    explicit FileActions(QWidget *window);

    [[nodiscard]] QAction *action(Id id) const { return m_actions.value(id); }
    [[nodiscard]] QList<QAction *> all() const { return m_inOrder; }
    /// What is selected where decides what can be done. What cannot be done now says why in its tooltip.
    void update(const Place &place, const Selection &selected);
    /// Another page than the files' is shown: nothing that is done to files can be done.
    void setFilesShown(bool shown);
    /// The context menu of the selection, or of the empty ground when nothing is selected.
    void fillMenu(QMenu &menu, const Place &place, const Selection &selected) const;

Q_SIGNALS:
    void triggered(learnlab::ui::FileActions::Id id);

private:
    void allow(Id id, const QString &why);
    void fillSelection(QMenu &menu, const Selection &selected) const;
    void fillGround(QMenu &menu) const;
    void fillTrash(QMenu &menu, const Selection &selected) const;
    void add(Id id, const QString &text, const QList<QKeySequence> &keys, const QString &icon = {});
    void addFileActions();
    void addWindowActions();

    QWidget *m_window;
    QHash<Id, QAction *> m_actions; // children of the window
    QList<QAction *> m_inOrder;
    bool m_filesShown = true;
};

} // namespace learnlab::ui
