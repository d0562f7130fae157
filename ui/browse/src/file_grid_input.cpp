// How the grid answers keys, the pointer and drags.
#include <ui/browse/file_grid_view.h>

#include "file_drops.h"
#include "file_keys.h"
#include "tile_delegate.h"
#include "tile_grid.h"

#include <ui/common/fonts.h>
#include <ui/models/file_roles.h>

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr int dragEdge = 24;
constexpr int wheelStep = 120;

} // namespace

void FileGridView::keyPressEvent(QKeyEvent *event)
{
    if (m_renaming->isUnderWay())
        return; // what the name's editor leaves over is not meant for the grid
    m_state->keys = true;
    if (!answerFileKey(*this, *event, m_typing->isTyping()))
        QAbstractItemView::keyPressEvent(event);
}

void FileGridView::keyboardSearch(const QString &typed)
{
    if (!model())
        return;
    const TypeAhead::Step step = m_typing->add(typed, *model(), currentIndex().row());
    if (step.row >= 0)
        selectionModel()->setCurrentIndex(model()->index(step.row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else if (!step.wanted.isEmpty())
        Q_EMIT nameWanted(step.wanted, step.from);
}

QModelIndex FileGridView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const TileGrid tiles = grid();
    if (tiles.count == 0)
        return {};
    const int current = currentIndex().row();
    if (current < 0)
        return model()->index(0, 0);
    const int page = std::max(1, viewport()->height() / (tiles.tile.height() + TileGrid::gap)) * tiles.columns;
    const int beside = isRightToLeft() ? -1 : 1;
    // Up and down stop at the ends; from the last but one line there is a way to the last tile.
    const auto down = [&](int step) {
        const bool inLastLine = current / tiles.columns == tiles.lines() - 1;
        return current + step < tiles.count ? current + step : inLastLine ? current : tiles.count - 1;
    };
    const auto up = [&](int step) { return current >= step ? current - step : current % tiles.columns; };
    switch (action) {
    case MoveHome:
        return model()->index(0, 0);
    case MoveEnd:
        return model()->index(tiles.count - 1, 0);
    case MoveLeft:
    case MovePrevious:
        return model()->index(std::clamp(current - (action == MoveLeft ? beside : 1), 0, tiles.count - 1), 0);
    case MoveRight:
    case MoveNext:
        return model()->index(std::clamp(current + (action == MoveRight ? beside : 1), 0, tiles.count - 1), 0);
    case MoveUp:
        return model()->index(up(tiles.columns), 0);
    case MoveDown:
        return model()->index(down(tiles.columns), 0);
    case MovePageUp:
        return model()->index(up(page), 0);
    case MovePageDown:
        return model()->index(down(page), 0);
    }
    return {};
}

void FileGridView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    if (!selectionModel() || !model())
        return;
    // From one corner to the other in reading order, as a range of a list; corners between tiles are their nearest.
    const TileGrid tiles = grid();
    const auto rowOf = [&](const QPoint &point) { return tiles.nearest(toContent(point)); };
    const int one = rowOf(rect.topLeft());
    const int other = rowOf(rect.bottomRight());
    if (one < 0)
        return;
    const QItemSelection range(model()->index(std::min(one, other), 0), model()->index(std::max(one, other), 0));
    selectionModel()->select(range, command | QItemSelectionModel::Rows);
}

bool FileGridView::startRename(const QModelIndex &index)
{
    return m_renaming->start(*this, index);
}

void FileGridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    if (!m_renaming->close(*this, editor))
        QAbstractItemView::closeEditor(editor, hint);
}

void FileGridView::mousePressEvent(QMouseEvent *event)
{
    m_state->keys = false;
    const QPoint point = event->position().toPoint();
    m_bandMayBegin = event->button() == Qt::LeftButton && !indexAt(point).isValid();
    m_bandFrom = point + QPoint(0, verticalOffset());
    if (m_bandMayBegin) {
        const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (!adds)
            clearSelection();
        m_bandBefore = selectionModel() ? selectionModel()->selection() : QItemSelection();
        setFocus(Qt::MouseFocusReason);
        return;
    }
    QAbstractItemView::mousePressEvent(event);
}

void FileGridView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_bandMayBegin && event->buttons() & Qt::LeftButton)
        return dragBand(point, event->modifiers());
    hoverAt(point);
    QAbstractItemView::mouseMoveEvent(event);
}

void FileGridView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_bandMayBegin) {
        m_bandMayBegin = false;
        m_band = QRect();
        viewport()->update();
        return;
    }
    QAbstractItemView::mouseReleaseEvent(event);
}

void FileGridView::dragBand(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    if (point.y() < 0 || point.y() > viewport()->height()) // further out goes faster
        verticalScrollBar()->setValue(verticalOffset() +
                                      (point.y() < 0 ? point.y() : point.y() - viewport()->height()));
    m_band = QRect(m_bandFrom, point + QPoint(0, verticalOffset())).normalized();
    viewport()->update();
    if (!selectionModel())
        return;
    QItemSelection all = m_bandBefore;
    if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        all.merge(inBand(m_band),
                  modifiers & Qt::ControlModifier ? QItemSelectionModel::Toggle : QItemSelectionModel::Select);
    else
        all = inBand(m_band);
    selectionModel()->select(all, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QItemSelection FileGridView::inBand(const QRect &band) const
{
    const TileGrid tiles = grid();
    const QRect logical =
        QStyle::visualRect(layoutDirection(), viewport()->rect(), band.translated(0, -verticalOffset()));
    const auto [firstLine, lastLine] =
        tiles.linesIn(logical.top() + verticalOffset(), logical.bottom() + verticalOffset());
    const auto [left, right] = tiles.columnsIn(logical.left(), logical.right());
    QItemSelection selection;
    const int lastColumn = std::max(0, model() ? model()->columnCount() - 1 : 0);
    for (int line = firstLine; line <= lastLine && left <= right; ++line) {
        const int first = line * tiles.columns + left;
        const int last = std::min(line * tiles.columns + right, tiles.count - 1);
        if (first <= last)
            selection.append(QItemSelectionRange(model()->index(first, 0), model()->index(last, lastColumn)));
    }
    return selection;
}

void FileGridView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(index);
}

void FileGridView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractItemView::wheelEvent(event);
    if (const int steps = event->angleDelta().y() / wheelStep; steps != 0)
        Q_EMIT zoomRequested(steps);
    event->accept();
}

void FileGridView::hoverAt(const QPoint &point)
{
    const int row = viewport()->rect().contains(point) ? indexAt(point).row() : -1;
    if (row == m_state->hoverRow)
        return;
    updateTile(m_state->hoverRow);
    m_state->hoverRow = row;
    updateTile(row);
}

bool FileGridView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        updateTile(m_state->hoverRow);
        m_state->hoverRow = -1;
    }
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    QStringList hints;
    if (index.data(DimmedRole).toBool())
        hints.append(index.data(Qt::ToolTipRole).toString());
    const QString name = index.data(NameRole).toString();
    const int room = TileParts::of(visualRect(index), m_state->below).words.width();
    if (index.isValid() && QFontMetrics(fontFor(Text::SmallMedium)).horizontalAdvance(name) > room)
        hints.append(name);
    hints.append(index.data(StatusTextRole).toString());
    hints.removeAll(QString());
    // Plain text: a file name is never markup.
    QToolTip::showText(help->globalPos(), hints.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")),
                       viewport());
    return true;
}

void FileGridView::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    QAbstractItemView::focusInEvent(event);
    updateTile(currentIndex().row());
}

void FileGridView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect tile = visualRect(currentIndex());
        Q_EMIT menuRequested(viewport()->mapToGlobal(tile.isValid() ? tile.center() : QPoint(24, 24)));
        return;
    }
    const QModelIndex under = indexAt(event->pos());
    if (!under.isValid())
        clearSelection();
    else if (!selectionModel()->isSelected(under))
        selectionModel()->setCurrentIndex(under, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    Q_EMIT menuRequested(event->globalPos());
}

void FileGridView::startDrag(Qt::DropActions)
{
    Q_EMIT dragWanted();
}

void FileGridView::showDrop()
{
    m_state->dragOver = m_drops->isOver();
    m_state->dropRow = m_drops->row();
    viewport()->update();
}

void FileGridView::dragEnterEvent(QDragEnterEvent *event)
{
    m_drops->enter(event);
}

void FileGridView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (point.y() < dragEdge || point.y() > viewport()->height() - dragEdge)
        startAutoScroll();
    m_drops->move(event);
}

void FileGridView::dragLeaveEvent(QDragLeaveEvent *)
{
    stopAutoScroll();
    m_drops->leave();
}

void FileGridView::dropEvent(QDropEvent *event)
{
    stopAutoScroll();
    m_drops->drop(event);
}

} // namespace learnlab::ui
