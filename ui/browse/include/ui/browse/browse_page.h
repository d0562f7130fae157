#pragma once

#include <ui/browse/file_list_view.h>
#include <ui/browse/view_mode.h>
#include <ui/common/banner.h>
#include <ui/common/breadcrumb.h>
#include <ui/common/empty_state.h>

#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QSplitter;
class QStackedWidget;

namespace learnlab::ui {

class DropFrame;
class DropPill;
class FileGridView;
class SearchBar;
class Thumbnails;
class TopBar;

// The page that shows one folder, a search or the trash: top bar, banner, list or empty state, and what a drag shows.
// It asks by signals and does nothing itself. UI thread; owned by its parent.
class BrowsePage final : public QWidget
{
    Q_OBJECT
public:
    // What the shown place allows.
    struct Abilities
    {
        bool create = true;     // New folder and Upload are there
        bool takesFiles = true; // drops from other programs
        bool takesItems = true; // moves by dragging
        bool sort = true;
    };

    explicit BrowsePage(QWidget *parent = nullptr);

    // The model is not owned. Null shows nothing.
    void setModel(QAbstractItemModel *model);
    // The files, also while the grid shows them: it has the list's model and selection, and what it is asked for the list
    // says.
    [[nodiscard]] FileListView *list() const { return m_list; }
    [[nodiscard]] FileGridView *grid() const { return m_grid; }

    void setViewMode(ViewMode mode);
    [[nodiscard]] ViewMode viewMode() const;
    void setThumbnails(Thumbnails *thumbnails);
    // Tiles larger or smaller by so many steps; 0: as usual.
    void zoomBy(int steps);
    // In the view that is shown.
    bool startRename(const QModelIndex &index);
    bool startRename(const QByteArray &id);
    void scrollToTop();
    [[nodiscard]] Banner *banner() const { return m_banner; }

    void setPath(const QList<CrumbPart> &parts);
    void setNavigation(bool back, bool forward);
    void setAbilities(const Abilities &abilities);
    void setSort(FileColumn column, Qt::SortOrder order);
    // What stands beside the files, below the bar, as wide as it wants and the user drags it. Owned by the page.
    void setSide(QWidget *side);
    void setSideWidth(int width);

    // "Search in Algorithms"; shown while the field is empty.
    void setSearchHint(const QString &hint);
    void focusSearch();
    // Empties the field without a signal, when the search is left by another way; the filters go with it.
    void clearSearch();

    // The breadcrumb becomes a field with PATH in it, until something is entered or it is left.
    void editPath(const QString &path);
    void offerPaths(const QStringList &paths); // that continue what was typed
    void refusePath(const QString &reason);    // the field stays, and says why
    void leavePath();

    // What stands in place of an empty list. While LOADING nothing does: an empty list may only be late.
    void setEmptyContent(const EmptyState::Content &content);
    void setLoading(bool loading);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void folderRequested(const QByteArray &id); // a part of the breadcrumb, or a folder on which a drag rested
    void pathTyped(const QString &path); // letters: whole paths may be offered
    void pathEntered(const QString &path);
    void searchEntered(); // the field has the keys: letters may follow
    void searchChanged(const QString &text); // with what the filters say, in words
    void searchLeft();
    void newFolderRequested();
    void uploadFilesRequested();
    void uploadFolderRequested();
    void sortRequested(learnlab::ui::FileColumn column, Qt::SortOrder order);
    void viewModeChosen(learnlab::ui::ViewMode mode);
    void zoomChanged(int zoom);
    void emptyStateTriggered(const QString &id);
    void sideResized(); // by the user
    // TARGET empty: the folder that is shown.
    void urlsDropped(const QList<QUrl> &urls, const QByteArray &target);
    void itemsMoved(const QList<QByteArray> &ids, const QByteArray &target);

public Q_SLOTS:
    // Names the target of a drag that is over another part of the window; an empty NAME ends it.
    void showDropTarget(const QString &name, bool moves);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectBar();
    void connectList();
    void connectGrid();
    void followRows();
    void tellSearch();
    void showTarget(const DropTarget &target);
    void showPill(const QString &name, bool moves);
    [[nodiscard]] QString pathName() const;

    TopBar *m_bar;
    Banner *m_banner;
    SearchBar *m_filters; // there while something is searched
    QSplitter *m_across; // the files, and what stands beside them
    QStackedWidget *m_views;
    FileListView *m_list;
    FileGridView *m_grid;
    EmptyState *m_empty;
    DropFrame *m_frame;
    DropPill *m_pill;
    QList<CrumbPart> m_path;
    bool m_loading = false;
};

} // namespace learnlab::ui
