#pragma once

#include "engine/asker.h"
#include "engine/engine.h"
#include "protocol.h"

#include <QThread>

namespace learnlab::engine {

class Listener;

/// Lets other processes of the same user ask the engine, over a local socket and on a thread of its own: no request,
/// however large, is read or answered on the front's thread. Made and destroyed on the front's thread; a socket that
/// cannot be made is done without.
class SocketServer
{
public:
    struct Place
    {
        QString path;
        Role role = Role::Window;
    };
    /// On the front's thread: somebody else wants a window, with these local files.
    using Wanted = std::function<void(const QList<QByteArray> &localPaths)>;

    SocketServer(QObject *front, const Place &place, Asker::Post post, Wanted wanted);
    /// Lets everybody go who is still connected.
    ~SocketServer();
    SocketServer(const SocketServer &) = delete;
    SocketServer &operator=(const SocketServer &) = delete;

    void tell(const OwnerStatus &status);
    /// Takes away the socket's name, and asks the engine nothing more.
    void close();

private:
    QThread m_thread;
    std::unique_ptr<Listener> m_listener; ///< lives on m_thread
};

} // namespace learnlab::engine
