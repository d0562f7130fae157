#pragma once

#include <ui/browse/drop_target.h>

#include <QtCore/QPersistentModelIndex>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtWidgets/QAbstractItemView>

#include <memory>

namespace learnlab::ui {

class FileDrops;
class Renaming;
class Thumbnails;
class TileDelegate;
class TypeAhead;
struct TileGrid;
struct TileState;

// The same files as tiles with small pictures. Works on any model that answers ui/models/file_roles.h, however long:
// where a tile lies is worked out. Changes nothing itself, but says what was asked for. Shares its selection with the
// list (setSelectionModel). UI thread; owned by its parent.
class FileGridView final : public QAbstractItemView
{
    Q_OBJECT
public:
    static constexpr int mostZoom = 3;
    static constexpr int usualZoom = 1;

    explicit FileGridView(QWidget *parent = nullptr);
    ~FileGridView() override;

    void setModel(QAbstractItemModel *model) override;
    // Not owned; null: type icons alone.
    void setThumbnails(Thumbnails *thumbnails);
    // How large the tiles are, 0 to mostZoom.
    void setZoom(int zoom);
    [[nodiscard]] int zoom() const { return m_zoom; }
    void setDropsTaken(bool files, bool items);
    bool startRename(const QModelIndex &index);

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void nameWanted(const QString &beginning, int from);
    void opened(const QModelIndex &index);
    void upRequested();
    void previewRequested(const QModelIndex &index);
    void renameRequested(const QByteArray &id, const QString &name);
    void menuRequested(const QPoint &globalPos);
    void zoomRequested(int steps); // by the wheel with Ctrl
    void dragWanted();             // of what is selected
    // TARGET empty: the folder that is shown.
    void urlsDropped(const QList<QUrl> &urls, const QByteArray &target);
    void itemsMoved(const QList<QByteArray> &ids, const QByteArray &target);
    void dropTargetChanged(const learnlab::ui::DropTarget &target);
    void folderSprung(const QByteArray &id);

public Q_SLOTS:
    void keyboardSearch(const QString &typed) override;
    void doItemsLayout() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }

private:
    void dress();
    [[nodiscard]] TileGrid grid() const;
    [[nodiscard]] QPoint toContent(const QPoint &point) const; // of the viewport, to logical content
    [[nodiscard]] QRect shownRect(const TileGrid &grid, int row) const;
    void keepPosition();
    void changed();
    void askThumbnails();
    void hoverAt(const QPoint &point);
    void updateTile(int row);
    void dragBand(const QPoint &point, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QItemSelection inBand(const QRect &band) const;
    void showDrop();

    std::unique_ptr<TileState> m_state;
    TileDelegate *m_delegate; // child
    FileDrops *m_drops;       // child
    std::unique_ptr<Renaming> m_renaming;
    std::unique_ptr<TypeAhead> m_typing;
    QTimer m_asking;                // for thumbnails, until things stand still
    QPersistentModelIndex m_anchor; // the first tile in sight, while rows come and go above it
    int m_anchorOffset = 0;
    QPoint m_bandFrom;           // in the viewport's coordinates less the scrolling
    QRect m_band;                // likewise; null: none
    QItemSelection m_bandBefore; // what was selected when it began
    bool m_bandMayBegin = false;
    int m_zoom = usualZoom;
};

} // namespace learnlab::ui
