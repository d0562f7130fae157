// Dragging out of the list and dropping into it.
#include <ui/browse/file_list_view.h>

#include "drag_card.h"
#include "file_drops.h"
#include "outgoing_drag.h"
#include "row_state.h"

#include <ui/common/item_mime.h>

#include <QtCore/QMimeData>
#include <QtGui/QDrag>
#include <QtGui/QDragEnterEvent>

#include <memory>

namespace learnlab::ui {

namespace {

constexpr int scrollEdge = 24;

} // namespace

void FileListView::startDrag(Qt::DropActions)
{
    if (m_state->hoverAction < 0)
        dragSelection();
}

void FileListView::dragSelection()
{
    const QModelIndexList items = selectedItems();
    if (items.isEmpty())
        return;
    auto *drag = new QDrag(this); // Qt deletes it when the drag is over
    auto dragged = std::make_unique<OutgoingItems>(selectedIds());
    m_outgoing = dragged.get();
    const QList<QByteArray> ids = dragged->ids();
    drag->setMimeData(dragged.release());
    const QPixmap card = dragCard(items.first(), int(items.size()), devicePixelRatioF(), layoutDirection());
    drag->setPixmap(card);
    drag->setHotSpot(QPoint(-14, -16));
    // Qt runs a drag in a loop of its own; there is no other way to start one.
    DragWatch watch(*this);
    connect(&watch, &DragWatch::left, this, [this, ids] { Q_EMIT draggedOutside(ids); });
    const Qt::DropAction done = drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
    if (watch.hasLeft())
        Q_EMIT dragEnded(done != Qt::IgnoreAction && !drag->target());
}

void FileListView::offerPath(const QUrl &path)
{
    if (m_outgoing)
        m_outgoing->addPath(path);
}

void FileListView::showDrop()
{
    m_state->dragOver = m_drops->isOver();
    m_state->dropRow = m_drops->row();
    viewport()->update();
}

void FileListView::dragEnterEvent(QDragEnterEvent *event)
{
    m_drops->enter(event);
}

void FileListView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (point.y() < scrollEdge || point.y() > viewport()->height() - scrollEdge)
        startAutoScroll();
    m_drops->move(event);
}

void FileListView::dragLeaveEvent(QDragLeaveEvent *)
{
    stopAutoScroll();
    m_drops->leave();
}

void FileListView::dropEvent(QDropEvent *event)
{
    stopAutoScroll();
    m_drops->drop(event);
}

} // namespace learnlab::ui
