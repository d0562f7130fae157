#include "file_drops.h"

#include <ui/common/item_mime.h>
#include <ui/models/file_roles.h>

#include <QtCore/QMimeData>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QAbstractItemView>

#include <chrono>

namespace learnlab::ui {

FileDrops::FileDrops(QAbstractItemView *view) : QObject(view), m_view(view)
{
    using namespace std::chrono_literals;
    m_spring.setSingleShot(true);
    m_spring.setInterval(700ms);
    connect(&m_spring, &QTimer::timeout, this, [this] {
        if (m_target.active && !m_target.folder.isEmpty())
            Q_EMIT folderSprung(m_target.folder);
    });
}

void FileDrops::setTaken(bool files, bool items)
{
    m_takesFiles = files;
    m_takesItems = items;
}

bool FileDrops::takes(const QMimeData *mime) const
{
    return (m_takesItems && !unpackItems(mime).isEmpty()) || (m_takesFiles && carriesLocalFiles(mime));
}

DropTarget FileDrops::targetAt(const QPoint &point, const QMimeData *mime, int *row) const
{
    *row = -1;
    const QList<QByteArray> dragged = unpackItems(mime);
    DropTarget target;
    target.moves = !dragged.isEmpty();
    const QModelIndex index = m_view->indexAt(point);
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

void FileDrops::set(const DropTarget &target, int row, bool over)
{
    if (over != m_over || row != m_row) {
        m_over = over;
        m_row = row;
        Q_EMIT changed();
    }
    if (target == m_target)
        return;
    m_target = target;
    if (target.active && !target.folder.isEmpty())
        m_spring.start();
    else
        m_spring.stop();
    Q_EMIT targetChanged(target);
}

void FileDrops::enter(QDragEnterEvent *event) const
{
    // What the place refuses is taken up too: only so is it told when the drag leaves.
    if (carriesLocalFiles(event->mimeData()) || !unpackItems(event->mimeData()).isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void FileDrops::move(QDragMoveEvent *event)
{
    int row = -1;
    DropTarget target;
    if (takes(event->mimeData()))
        target = targetAt(event->position().toPoint(), event->mimeData(), &row);
    else
        target.refused = true;
    set(target, row, !target.refused);
    if (!target.active) {
        event->ignore();
        return;
    }
    event->setDropAction(target.moves ? Qt::MoveAction : Qt::CopyAction);
    event->accept();
}

void FileDrops::leave()
{
    set({}, -1, false);
}

void FileDrops::drop(QDropEvent *event)
{
    int row = -1;
    const DropTarget target = targetAt(event->position().toPoint(), event->mimeData(), &row);
    const QList<QByteArray> items = unpackItems(event->mimeData());
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool taken = target.active && takes(event->mimeData());
    leave();
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
