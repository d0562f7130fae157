#include "socket_server.h"

#include "listener.h"

namespace learnlab::engine {

SocketServer::SocketServer(QObject *front, const Place &place, Asker::Post post, Wanted wanted)
    : m_listener(std::make_unique<Listener>(front, place, std::move(post), std::move(wanted)))
{
    m_thread.setObjectName(QStringLiteral("socket"));
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_listener.get(), &Listener::listen);
}

SocketServer::~SocketServer()
{
    QMetaObject::invokeMethod(m_listener.get(), [this] {
        m_listener->letGo();
        m_thread.quit();
    });
    m_thread.wait();
}

void SocketServer::tell(const OwnerStatus &status)
{
    QMetaObject::invokeMethod(m_listener.get(), [listener = m_listener.get(), status] { listener->setStatus(status); });
}

void SocketServer::close()
{
    QMetaObject::invokeMethod(m_listener.get(), &Listener::close, Qt::BlockingQueuedConnection);
}

} // namespace learnlab::engine
