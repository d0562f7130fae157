#include <ui/browse/file_grid_view.h>

#include "file_drops.h"
#include "file_keys.h"
#include "grid_accessible.h"
#include "tile_delegate.h"
#include "tile_grid.h"

#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/common/thumbnails.h>
#include <ui/models/file_roles.h>

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <chrono>

namespace learnlab::ui {

namespace {

constexpr int leastTiles[] = {116, 160, 232, 320}; // by zoom
constexpr double pictureShape = 108.0 / 152.0;
constexpr auto thumbnailPause = std::chrono::milliseconds(30);

} // namespace

FileGridView::FileGridView(QWidget *parent)
    : QAbstractItemView(parent),
      m_state(std::make_unique<TileState>()),
      m_delegate(new TileDelegate(*m_state, this)),
      m_drops(new FileDrops(this)),
      m_renaming(std::make_unique<Renaming>()),
      m_typing(std::make_unique<TypeAhead>())
{
    GridAccessible::install();
    dress();
    setItemDelegate(m_delegate);
    connect(m_delegate, &NameDelegate::renamed, this, &FileGridView::renameRequested);
    connect(m_drops, &FileDrops::changed, this, &FileGridView::showDrop);
    connect(m_drops, &FileDrops::targetChanged, this, &FileGridView::dropTargetChanged);
    connect(m_drops, &FileDrops::urlsDropped, this, &FileGridView::urlsDropped);
    connect(m_drops, &FileDrops::itemsMoved, this, &FileGridView::itemsMoved);
    connect(m_drops, &FileDrops::folderSprung, this, &FileGridView::folderSprung);
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &FileGridView::askThumbnails);
}

FileGridView::~FileGridView() = default;

void FileGridView::dress()
{
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else the tiles would change their size when it comes
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(false);
    setAutoScrollMargin(24);
    setAccessibleName(tr("Files", "@label accessible name of the grid"));
}

void FileGridView::setModel(QAbstractItemModel *shown)
{
    if (shown && shown == model())
        return;
    m_state->hoverRow = m_state->dropRow = -1;
    if (model())
        model()->disconnect(this);
    QAbstractItemView::setModel(shown);
    if (shown) {
        connect(shown, &QAbstractItemModel::rowsAboutToBeInserted, this, &FileGridView::keepPosition);
        connect(shown, &QAbstractItemModel::rowsAboutToBeRemoved, this, &FileGridView::keepPosition);
        connect(shown, &QAbstractItemModel::layoutAboutToBeChanged, this, &FileGridView::keepPosition);
        connect(shown, &QAbstractItemModel::rowsInserted, this, &FileGridView::changed);
        connect(shown, &QAbstractItemModel::rowsRemoved, this, &FileGridView::changed);
        connect(shown, &QAbstractItemModel::layoutChanged, this, &FileGridView::changed);
        connect(shown, &QAbstractItemModel::modelReset, this, &FileGridView::changed);
    }
    changed();
}

void FileGridView::setThumbnails(Thumbnails *thumbnails)
{
    if (m_state->thumbnails)
        m_state->thumbnails->disconnect(this);
    m_state->thumbnails = thumbnails;
    if (!thumbnails)
        return;
    connect(thumbnails, &Thumbnails::ready, this, [this](const QByteArray &id) {
        // Only tiles in sight are asked for, so they are few.
        const TileGrid tiles = grid();
        const auto [first, last] = tiles.linesIn(verticalOffset(), verticalOffset() + viewport()->height());
        for (int row = first * tiles.columns; row < std::min(tiles.count, (last + 1) * tiles.columns); ++row) {
            if (model()->index(row, 0).data(IdRole).toByteArray() == id)
                return updateTile(row);
        }
    });
    changed();
}

void FileGridView::setZoom(int zoom)
{
    m_zoom = std::clamp(zoom, 0, mostZoom);
    keepPosition();
    changed();
}

void FileGridView::setDropsTaken(bool files, bool items)
{
    m_drops->setTaken(files, items);
}

TileGrid FileGridView::grid() const
{
    const int least = int(leastTiles[m_zoom] * textScale());
    return TileGrid::of(viewport()->width(), model() ? model()->rowCount() : 0, least, m_state->below, pictureShape);
}

int FileGridView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QPoint FileGridView::toContent(const QPoint &point) const
{
    const QPoint logical = isRightToLeft() ? QPoint(viewport()->width() - 1 - point.x(), point.y()) : point;
    return logical + QPoint(0, verticalOffset());
}

QRect FileGridView::shownRect(const TileGrid &tiles, int row) const
{
    const QRect logical = tiles.rectOf(row).translated(0, -verticalOffset());
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), logical);
}

QRect FileGridView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? shownRect(grid(), index.row()) : QRect();
}

QModelIndex FileGridView::indexAt(const QPoint &point) const
{
    const int row = grid().rowAt(toContent(point));
    return row >= 0 ? model()->index(row, 0) : QModelIndex();
}

void FileGridView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout(); // else the bar may end before it
    const QRect tile = grid().rectOf(index.row());
    const int height = viewport()->height();
    const int top = verticalOffset();
    QScrollBar *bar = verticalScrollBar();
    if (hint == PositionAtTop || (hint == EnsureVisible && tile.top() - TileGrid::gap < top))
        bar->setValue(tile.top() - TileGrid::topMargin);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && tile.bottom() + TileGrid::gap > top + height))
        bar->setValue(tile.bottom() + TileGrid::topMargin - height);
    else if (hint == PositionAtCenter)
        bar->setValue(tile.center().y() - height / 2);
}

QRegion FileGridView::visualRegionForSelection(const QItemSelection &selection) const
{
    const TileGrid tiles = grid();
    const auto [firstLine, lastLine] = tiles.linesIn(verticalOffset(), verticalOffset() + viewport()->height());
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), firstLine * tiles.columns);
        const int last = std::min({range.bottom(), (lastLine + 1) * tiles.columns - 1, tiles.count - 1});
        for (int row = first; row <= last; ++row)
            region += shownRect(tiles, row);
    }
    return region;
}

void FileGridView::keepPosition()
{
    // At the very top one stays there, and sees what comes in.
    if (m_anchor.isValid() || verticalOffset() == 0)
        return;
    const TileGrid tiles = grid();
    const int row = tiles.linesIn(verticalOffset(), verticalOffset() + 1).first * tiles.columns;
    if (row >= tiles.count)
        return;
    m_anchor = model()->index(row, 0);
    m_anchorOffset = tiles.rectOf(row).top() - verticalOffset();
}

void FileGridView::changed()
{
    scheduleDelayedItemsLayout();
    m_asking.start(thumbnailPause);
}

void FileGridView::doItemsLayout()
{
    m_state->below = TileParts::heightBelow();
    QAbstractItemView::doItemsLayout();
    m_asking.start(thumbnailPause);
}

void FileGridView::updateGeometries()
{
    const TileGrid tiles = grid();
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, tiles.height() - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(std::max(20, tiles.tile.height() / 3));
    if (m_anchor.isValid()) {
        const int row = m_anchor.row();
        m_anchor = QPersistentModelIndex();
        bar->setValue(tiles.rectOf(row).top() - m_anchorOffset);
    }
    QAbstractItemView::updateGeometries();
}

void FileGridView::scrollContentsBy(int, int)
{
    viewport()->update();
    updateEditorGeometries();
    hoverAt(viewport()->mapFromGlobal(QCursor::pos()));
    m_asking.start(thumbnailPause);
}

void FileGridView::resizeEvent(QResizeEvent *event)
{
    keepPosition();
    QAbstractItemView::resizeEvent(event);
    changed();
}

void FileGridView::showEvent(QShowEvent *event)
{
    QAbstractItemView::showEvent(event);
    changed();
}

void FileGridView::hideEvent(QHideEvent *event)
{
    QAbstractItemView::hideEvent(event);
    if (m_state->thumbnails)
        m_state->thumbnails->want(this, {}, {}, 1);
}

void FileGridView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        changed();
}

void FileGridView::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QAbstractItemView::dataChanged(first, last, roles);
    m_asking.start(thumbnailPause); // a row may have been read, or have another content
}

void FileGridView::askThumbnails()
{
    if (!m_state->thumbnails || !model() || !isVisible())
        return;
    const TileGrid tiles = grid();
    const auto [first, last] = tiles.linesIn(verticalOffset(), verticalOffset() + viewport()->height());
    QList<QByteArray> ids;
    for (int row = first * tiles.columns; row < std::min(tiles.count, (last + 1) * tiles.columns); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(IsFolderRole).isValid() && !index.data(IsFolderRole).toBool())
            ids.append(index.data(IdRole).toByteArray());
    }
    const QRect picture = TileParts::of(QRect({0, 0}, tiles.tile), m_state->below).picture;
    m_state->thumbnails->want(this, ids, picture.size(), devicePixelRatioF());
}

void FileGridView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const TileGrid tiles = grid();
    if (tiles.count == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QRect area = event->rect();
    const auto [first, last] = tiles.linesIn(area.top() + verticalOffset(), area.bottom() + verticalOffset());
    for (int row = first * tiles.columns; row < std::min(tiles.count, (last + 1) * tiles.columns); ++row) {
        option.rect = shownRect(tiles, row);
        if (!option.rect.intersects(area))
            continue;
        const QModelIndex index = model()->index(row, 0);
        option.state.setFlag(QStyle::State_Selected, selectionModel() && selectionModel()->isSelected(index));
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
    if (m_band.isNull())
        return;
    const Theme &theme = themeOf(this);
    QColor fill = theme.accent;
    fill.setAlphaF(0.12F);
    paintRounded(&painter, m_band.translated(0, -verticalOffset()), 2, fill, theme.accent, 1);
}

void FileGridView::updateTile(int row)
{
    if (row >= 0)
        viewport()->update(shownRect(grid(), row));
}

void FileGridView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    updateTile(previous.row());
    updateTile(current.row());
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

} // namespace learnlab::ui
