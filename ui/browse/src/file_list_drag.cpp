// Dragging out of the list and dropping into it.
#include <ui/browse/file_list_view.h>

#include "drag_card.h"
#include "row_state.h"

#include <ui/common/item_mime.h>

#include <QtCore/QMimeData>
#include <QtGui/QDrag>
#include <QtGui/QDragEnterEvent>

namespace learnlab::ui {

namespace {

constexpr int scrollEdge = 24;

} // namespace

void FileListView::startDrag(Qt::DropActions)
{
    const QModelIndexList items = selectedItems();
    if (items.isEmpty() || m_state->hoverAction >= 0)
        return;
    auto *drag = new QDrag(this); // Qt deletes it when the drag is over
    drag->setMimeData(packItems(selectedIds()).release());
    const QPixmap card = dragCard(items.first(), int(items.size()), devicePixelRatioF(), layoutDirection());
    drag->setPixmap(card);
    drag->setHotSpot(QPoint(-14, -16));
    // Qt runs a drag in a loop of its own; there is no other way to start one.
    drag->exec(Qt::MoveAction);
}

bool FileListView::takes(const QMimeData *mime) const
{
    return (m_takesItems && !unpackItems(mime).isEmpty()) || (m_takesFiles && carriesLocalFiles(mime));
}

DropTarget FileListView::targetAt(const QPoint &point, const QMimeData *mime, int *row) const
{
    *row = -1;
    const QList<QByteArray> dragged = unpackItems(mime);
    DropTarget target;
    target.moves = !dragged.isEmpty();
    const QModelIndex index = indexAt(point);
    if (index.isValid() && index.data(IsFolderRole).toBool()) {
        const QByteArray id = index.data(IdRole).toByteArray();
        // A folder does not go into itself.
        if (dragged.contains(id))
            return target;
        *row = index.row();
        target.folder = id;
        target.name = index.data(NameRole).toString();
        target.active = true;
        return target;
    }
    // What is here is here already.
    target.active = !target.moves;
    return target;
}

void FileListView::setDropTarget(const DropTarget &target, int row)
{
    const bool over = !target.refused;
    if (m_state->dragOver != over) {
        m_state->dragOver = over;
        viewport()->update();
    }
    if (row != m_state->dropRow) {
        updateRow(m_state->dropRow);
        m_state->dropRow = row;
        updateRow(row);
    }
    if (target == m_dropTarget)
        return;
    m_dropTarget = target;
    if (target.active && !target.folder.isEmpty())
        m_spring.start();
    else
        m_spring.stop();
    Q_EMIT dropTargetChanged(target);
}

void FileListView::endDragOver()
{
    m_spring.stop();
    stopAutoScroll();
    const bool was = m_dropTarget.active || m_dropTarget.refused;
    m_dropTarget = DropTarget();
    m_state->dragOver = false;
    m_state->dropRow = -1;
    viewport()->update();
    if (was)
        Q_EMIT dropTargetChanged(m_dropTarget);
}

void FileListView::dragEnterEvent(QDragEnterEvent *event)
{
    // What the place refuses is taken up too: only so is it told when the drag leaves.
    if (carriesLocalFiles(event->mimeData()) || !unpackItems(event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void FileListView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (point.y() < scrollEdge || point.y() > viewport()->height() - scrollEdge)
        startAutoScroll();
    int row = -1;
    DropTarget target;
    if (takes(event->mimeData()))
        target = targetAt(point, event->mimeData(), &row);
    else
        target.refused = true;
    setDropTarget(target, row);
    if (!target.active) {
        event->ignore();
        return;
    }
    event->setDropAction(target.moves ? Qt::MoveAction : Qt::CopyAction);
    event->accept();
}

void FileListView::dragLeaveEvent(QDragLeaveEvent *)
{
    endDragOver();
}

void FileListView::dropEvent(QDropEvent *event)
{
    int row = -1;
    const DropTarget target = targetAt(event->position().toPoint(), event->mimeData(), &row);
    const QList<QByteArray> items = unpackItems(event->mimeData());
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool taken = target.active && takes(event->mimeData());
    endDragOver();
    if (!taken) {
        event->ignore();
        return;
    }
    event->setDropAction(target.moves ? Qt::MoveAction : Qt::CopyAction);
    event->accept();
    if (target.moves)
        Q_EMIT itemsMoved(items, target.folder);
    else
        Q_EMIT urlsDropped(urls, target.folder);
}

} // namespace learnlab::ui
