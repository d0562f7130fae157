#include "outgoing_drag.h"

#include <ui/common/item_mime.h>

#include <QtGui/QCursor>
#include <QtWidgets/QWidget>

#include <chrono>

namespace learnlab::ui {

namespace {

QString pathListType()
{
    return QStringLiteral("text/uri-list");
}

} // namespace

OutgoingItems::OutgoingItems(const QList<QByteArray> &ids) : m_ids(ids)
{
    setData(itemMimeType(), packItems(ids)->data(itemMimeType()));
}

void OutgoingItems::addPath(const QUrl &path)
{
    setUrls(urls() << path);
}

QStringList OutgoingItems::formats() const
{
    // What can be had is said when the drag begins, so it is promised before it is there.
    QStringList all = QMimeData::formats();
    if (!all.contains(pathListType()))
        all.append(pathListType());
    return all;
}

DragWatch::DragWatch(const QWidget &widget) : m_widget(widget)
{
    using namespace std::chrono_literals;
    m_look.setInterval(50ms);
    connect(&m_look, &QTimer::timeout, this, &DragWatch::look);
    m_look.start();
}

void DragWatch::look()
{
    if (m_widget.window()->frameGeometry().contains(QCursor::pos()))
        return;
    m_left = true;
    m_look.stop();
    Q_EMIT left();
}

} // namespace learnlab::ui
