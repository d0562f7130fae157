#pragma once

#include <ui/browse/drop_target.h>
#include <ui/models/file_roles.h>

#include <QtCore/QList>
#include <QtCore/QPersistentModelIndex>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtWidgets/QTableView>

#include <memory>

namespace learnlab::ui {

class FileDrops;
class FileListHeader;
class FileRowDelegate;
class OutgoingItems;
class Renaming;
class TypeAhead;
struct RowState;

// An action at the end of the row under the pointer. The same must be reachable by menu and keys.
struct RowAction
{
    QString id;
    QString icon; // a name of icons/ui
    QString text;
    bool filesOnly = false; // not offered on a folder
};

// The list of files and folders: one line an item, the whole row selected, hovered and focused. Works on any model that
// answers ui/models/file_roles.h; changes nothing itself, but says what was asked for. UI thread; owned by its parent.
class FileListView final : public QTableView
{
    Q_OBJECT
public:
    explicit FileListView(QWidget *parent = nullptr);
    ~FileListView() override;

    void setModel(QAbstractItemModel *model) override;

    // In the order of the rows.
    [[nodiscard]] QList<QByteArray> selectedIds() const;
    [[nodiscard]] QModelIndexList selectedItems() const; // column Name, in the order of the rows
    [[nodiscard]] int selectedCount() const; // without looking at each
    void selectRow(int row);
    void selectIds(const QList<QByteArray> &ids);
    // Lets the pointer take what is selected along.
    void dragSelection();
    // For other programs, while something is dragged: the path of one of the items.
    void offerPath(const QUrl &path);

    void setRowActions(const QList<RowAction> &actions);
    // Rows of 52 px with the place (PathRole) under the name: search results.
    void setTwoLines(bool on);
    // Whether the Status column offers to review a conflict.
    void setReviewable(bool on);
    // What the shown folder takes by drag and drop: files of other programs, items of the list.
    void setDropsTaken(bool files, bool items);

    // The header shows this order; the model is not touched.
    void showSort(FileColumn column, Qt::SortOrder order);

    // Opens the name of INDEX for editing, its stem selected. False when the row is not there.
    bool startRename(const QModelIndex &index);
    bool startRename(const QByteArray &id);

Q_SIGNALS:
    // What is dragged has left the window: other programs will ask for paths.
    void draggedOutside(const QList<QByteArray> &ids);
    void dragEnded(bool takenElsewhere); // after draggedOutside
    // Letters were typed; no row that is loaded has a name that begins so. To be looked for from row FROM on.
    void nameWanted(const QString &beginning, int from);
    void opened(const QModelIndex &index);
    void upRequested();
    void previewRequested(const QModelIndex &index);
    void renameRequested(const QByteArray &id, const QString &name);
    void rowActionTriggered(const QString &action, const QModelIndex &index);
    // The link in the Status column: retry of a failed item, review of a conflict.
    void statusLinkTriggered(const QModelIndex &index);
    void menuRequested(const QPoint &globalPos);
    void sortRequested(learnlab::ui::FileColumn column, Qt::SortOrder order);
    // TARGET empty: the folder that is shown.
    void urlsDropped(const QList<QUrl> &urls, const QByteArray &target);
    void itemsMoved(const QList<QByteArray> &ids, const QByteArray &target);
    void dropTargetChanged(const learnlab::ui::DropTarget &target);
    // The pointer rested on a folder while dragging.
    void folderSprung(const QByteArray &id);

public Q_SLOTS:
    void keyboardSearch(const QString &typed) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void updateGeometries() override;

    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void dress();
    void arrangeColumns();
    void keepPosition();
    void followPointer(const QPoint &point);
    void updateRow(int row);
    bool pressRowAction(const QPoint &point);
    [[nodiscard]] QString hintAt(const QPoint &point) const;

    void showDrop();

    std::unique_ptr<RowState> m_state;
    FileListHeader *m_header;    // child
    FileRowDelegate *m_delegate; // child
    FileDrops *m_drops;          // child
    std::unique_ptr<Renaming> m_renaming;
    std::unique_ptr<TypeAhead> m_typing;
    QPointer<OutgoingItems> m_outgoing; // while it is dragged; Qt deletes it
    QPersistentModelIndex m_anchor; // the row at the top, while rows come and go above it
    int m_anchorOffset = 0;
};

} // namespace learnlab::ui
