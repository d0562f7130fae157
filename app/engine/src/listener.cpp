#include "listener.h"

#include <QFile>

namespace learnlab::engine {

namespace {

constexpr size_t mostConnections = 32;

} // namespace

Listener::Listener(QObject *front, SocketServer::Place place, Asker::Post post, SocketServer::Wanted wanted)
    : m_front(front),
      m_place(std::move(place)),
      m_wanted(std::move(wanted)),
      m_dispatcher(std::make_unique<Dispatcher>(Asker(this, std::move(post))))
{}

Listener::~Listener() = default;

void Listener::listen()
{
    m_socket = listenAt(m_place.path);
    if (!m_socket)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_socket.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::accept);
}

void Listener::accept()
{
    Descriptor socket = acceptFrom(m_socket);
    // One too many is let go at once: its descriptor closes here.
    if (!socket || m_connections.size() >= mostConnections)
        return;
    Connection::Host host;
    host.dispatcher = [this] { return m_dispatcher.get(); };
    host.status = [this]() -> const OwnerStatus & { return m_status; };
    host.windowWanted = [this](const QList<QByteArray> &paths) {
        QMetaObject::invokeMethod(
            m_front, [wanted = m_wanted, paths] { wanted(paths); }, Qt::QueuedConnection);
        return QJsonObject{{QStringLiteral("shown"), m_place.role == Role::Window}};
    };
    m_connections.push_back(std::make_unique<Connection>(std::move(socket), std::move(host)));
    connect(m_connections.back().get(), &Connection::closed, this,
            [this, connection = m_connections.back().get()] { remove(connection); });
}

void Listener::remove(Connection *connection)
{
    // Later: it is what is calling.
    QMetaObject::invokeMethod(
        this,
        [this, connection] {
            std::erase_if(m_connections, [connection](const auto &one) { return one.get() == connection; });
        },
        Qt::QueuedConnection);
}

void Listener::setStatus(const OwnerStatus &status)
{
    m_status = status;
    for (const auto &connection : m_connections)
        connection->statusChanged();
}

void Listener::close()
{
    if (m_socket)
        QFile::remove(m_place.path);
    m_notifier.reset();
    m_socket = Descriptor();
    m_dispatcher.reset();
}

void Listener::letGo()
{
    m_connections.clear();
}

} // namespace learnlab::engine
