#include "drop_target.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTextStream>
#include <QUrl>

DropTarget::DropTarget()
{
    setWindowTitle(QStringLiteral("Another program"));
    setText(QStringLiteral("Drop here"));
    setAlignment(Qt::AlignCenter);
    setFixedSize(280, 160);
    setAcceptDrops(true);
}

void DropTarget::dragEnterEvent(QDragEnterEvent *event)
{
    event->setAccepted(event->mimeData()->hasUrls());
}

void DropTarget::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QTextStream out(stdout);
    for (const QUrl &url : event->mimeData()->urls()) {
        if (QFileInfo(url.toLocalFile()).isFile())
            out << url.toLocalFile() << '\n';
    }
    out << "end" << Qt::endl;
}
