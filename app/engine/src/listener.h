#pragma once

#include "connection.h"
#include "socket_server.h"

#include <QSocketNotifier>

#include <memory>
#include <vector>

namespace learnlab::engine {

/// The socket and who is connected to it. Lives on the server's thread, which is also where the engine's answers come.
class Listener : public QObject
{
    Q_OBJECT

public:
    Listener(QObject *front, SocketServer::Place place, Asker::Post post, SocketServer::Wanted wanted);
    ~Listener() override;

    void listen();
    void setStatus(const OwnerStatus &status);
    void close();
    /// Before the thread ends.
    void letGo();

private:
    void accept();
    void remove(Connection *connection);

    QObject *m_front;
    const SocketServer::Place m_place;
    const SocketServer::Wanted m_wanted;
    std::unique_ptr<Dispatcher> m_dispatcher; ///< none: closed
    OwnerStatus m_status;
    Descriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

} // namespace learnlab::engine
