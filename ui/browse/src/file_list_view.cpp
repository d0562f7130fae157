#include <ui/browse/file_list_view.h>

#include "file_drops.h"
#include "file_keys.h"
#include "file_list_header.h"
#include "file_row_delegate.h"
#include "row_state.h"

#include <ui/common/fonts.h>
#include <ui/common/icons.h>

#include <QtCore/QItemSelectionModel>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int hideTypeBelow = 1040;
constexpr int usualSideBar = 232;
constexpr int badgeOnlyBelow = 860;

} // namespace

FileListView::FileListView(QWidget *parent)
    : QTableView(parent),
      m_state(std::make_unique<RowState>()),
      m_header(new FileListHeader(this)),
      m_delegate(new FileRowDelegate(*m_state, this)),
      m_drops(new FileDrops(this)),
      m_renaming(std::make_unique<Renaming>()),
      m_typing(std::make_unique<TypeAhead>())
{
    dress();
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    connect(m_delegate, &FileRowDelegate::renamed, this, &FileListView::renameRequested);
    connect(m_header, &QHeaderView::sectionClicked, this, [this](int section) {
        const bool again = m_header->sortColumn() == FileColumn(section) && m_header->sortOrder() == Qt::AscendingOrder;
        Q_EMIT sortRequested(FileColumn(section), again ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_drops, &FileDrops::changed, this, &FileListView::showDrop);
    connect(m_drops, &FileDrops::targetChanged, this, &FileListView::dropTargetChanged);
    connect(m_drops, &FileDrops::urlsDropped, this, &FileListView::urlsDropped);
    connect(m_drops, &FileDrops::itemsMoved, this, &FileListView::itemsMoved);
    connect(m_drops, &FileDrops::folderSprung, this, &FileListView::folderSprung);
}

FileListView::~FileListView() = default;

void FileListView::dress()
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDropIndicatorShown(false);
    setAutoScrollMargin(24);
    setAccessibleName(tr("Files", "@label accessible name of the list"));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(24);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(listRowHeight());
}

void FileListView::setModel(QAbstractItemModel *model)
{
    if (model && model == this->model())
        return;
    m_state->hoverRow = m_state->dropRow = -1;
    if (this->model())
        this->model()->disconnect(this);
    QTableView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &FileListView::keepPosition);
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &FileListView::keepPosition);
        connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &FileListView::keepPosition);
    }
    arrangeColumns();
}

void FileListView::keepPosition()
{
    // At the very top one stays there, and sees what comes in.
    if (m_anchor.isValid() || verticalScrollBar()->value() == 0)
        return;
    m_anchor = indexAt(QPoint(0, 1));
    m_anchorOffset = m_anchor.isValid() ? rowViewportPosition(m_anchor.row()) : 0;
}

void FileListView::updateGeometries()
{
    QTableView::updateGeometries();
    if (!m_anchor.isValid())
        return;
    const int row = m_anchor.row();
    m_anchor = QPersistentModelIndex(); // first: moving the bar comes back here
    verticalScrollBar()->setValue(verticalHeader()->sectionPosition(row) - m_anchorOffset);
}

QModelIndexList FileListView::selectedItems() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows(int(FileColumn::Name));
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    return rows;
}

QList<QByteArray> FileListView::selectedIds() const
{
    QList<QByteArray> ids;
    const QModelIndexList items = selectedItems();
    for (const QModelIndex &index : items) {
        // A row that is not loaded yet has no id to speak of.
        if (const QByteArray id = index.data(IdRole).toByteArray(); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

int FileListView::selectedCount() const
{
    int count = 0;
    const QItemSelection ranges = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const QItemSelectionRange &range : ranges)
        count += range.left() == 0 ? range.height() : 0;
    return count;
}

void FileListView::selectRow(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void FileListView::selectIds(const QList<QByteArray> &ids)
{
    if (!model())
        return;
    QItemSelection wanted;
    QModelIndex first;
    for (const QByteArray &id : ids) {
        const QModelIndexList found = model()->match(model()->index(0, 0), IdRole, id, 1, Qt::MatchExactly);
        if (found.isEmpty())
            continue;
        wanted.select(found.first(), found.first());
        if (!first.isValid())
            first = found.first();
    }
    selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        scrollTo(first);
    }
}

void FileListView::setRowActions(const QList<RowAction> &actions)
{
    m_state->actions = actions;
    viewport()->update();
}

void FileListView::setTwoLines(bool on)
{
    m_state->twoLines = on;
    verticalHeader()->setDefaultSectionSize(on ? heightFor(52, fontFor(Text::Body), 17) : listRowHeight());
    viewport()->update();
}

void FileListView::setReviewable(bool on)
{
    m_state->reviewable = on;
    viewport()->update();
}

void FileListView::setDropsTaken(bool files, bool items)
{
    m_drops->setTaken(files, items);
}

void FileListView::showSort(FileColumn column, Qt::SortOrder order)
{
    m_header->showSort(column, order);
}

bool FileListView::startRename(const QModelIndex &index)
{
    return m_renaming->start(*this, index);
}

bool FileListView::startRename(const QByteArray &id)
{
    if (!model())
        return false;
    const QModelIndexList found = model()->match(model()->index(0, 0), IdRole, id, 1, Qt::MatchExactly);
    return !found.isEmpty() && startRename(found.first());
}

void FileListView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (!m_renaming->close(*this, editor))
        QTableView::closeEditor(editor, hint);
}

void FileListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

void FileListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        setTwoLines(m_state->twoLines);
}

void FileListView::arrangeColumns()
{
    if (!model() || m_header->count() < fileColumnCount)
        return;
    const double scale = textScale();
    // What stands beside the list takes from it as a narrower window would.
    const double room = std::min<double>(window()->width() / scale, width() / scale + usualSideBar);
    m_state->badgeOnly = room < badgeOnlyBelow;
    const bool noType = room < hideTypeBelow;
    const auto set = [&](FileColumn column, int width) { setColumnWidth(int(column), int(width * scale)); };
    setColumnHidden(int(FileColumn::Type), noType);
    set(FileColumn::Size, 108);
    set(FileColumn::Type, 136);
    set(FileColumn::Modified, m_state->badgeOnly ? 128 : 140);
    setColumnWidth(int(FileColumn::Status), m_state->badgeOnly ? 44 : int(196 * scale));
    int rest = viewport()->width();
    for (int column = 1; column < fileColumnCount; ++column)
        rest -= isColumnHidden(column) ? 0 : columnWidth(column);
    setColumnWidth(int(FileColumn::Name), std::max(160, rest));
}

void FileListView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    // The neighbours of a change round or join their corners.
    viewport()->update();
}

void FileListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

void FileListView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void FileListView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect row = visualRect(currentIndex().siblingAtColumn(int(FileColumn::Name)));
        Q_EMIT menuRequested(viewport()->mapToGlobal(row.isValid() ? row.center() : QPoint(24, 24)));
        return;
    }
    const QModelIndex under = indexAt(event->pos());
    if (!under.isValid())
        clearSelection();
    else if (!selectionModel()->isSelected(under))
        selectionModel()->setCurrentIndex(under.siblingAtColumn(0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace learnlab::ui
