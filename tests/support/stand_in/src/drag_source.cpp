#include "drag_source.h"

#include <QApplication>
#include <QDrag>
#include <QFileInfo>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextStream>

#include <memory>

DragSource::DragSource(const QStringList &paths)
{
    QStringList names;
    for (const auto &path : paths) {
        m_urls.append(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()));
        names.append(QFileInfo(path).fileName());
    }
    setWindowTitle(QStringLiteral("Another program"));
    setText(names.join(QLatin1Char('\n')));
    setAlignment(Qt::AlignCenter);
    setFixedSize(280, 160);
}

void DragSource::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
}

void DragSource::mouseMoveEvent(QMouseEvent *event)
{
    const auto distance = (event->position().toPoint() - m_pressed).manhattanLength();
    if (!(event->buttons() & Qt::LeftButton) || distance < QApplication::startDragDistance()) {
        return;
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls(m_urls);
    auto *drag = new QDrag(this);
    drag->setMimeData(mime.release());
    const auto action = drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::CopyAction);
    // For whoever drives the mouse: did anybody take it?
    QTextStream(stdout) << (action == Qt::IgnoreAction ? "refused" : "dropped") << Qt::endl;
}
