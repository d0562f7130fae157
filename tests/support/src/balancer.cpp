#include <testsupport/balancer.h>

#include <QTcpServer>
#include <QTcpSocket>

namespace learnlab::testsupport {

namespace {

// One client's connection and the one behind it. Ends when either does.
class Pair : public QObject
{
public:
    Pair(QTcpSocket *client, const QList<quint16> &order, QObject *parent)
        : QObject(parent), m_client(client), m_left(order)
    {
        m_client->setParent(this);
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_client, &QTcpSocket::readyRead, this, [this] { passOn(); });
        connect(&m_server, &QTcpSocket::connected, this, [this] { passOn(); });
        connect(&m_server, &QTcpSocket::readyRead, this, [this] { m_client->write(m_server.readAll()); });
        connect(&m_server, &QTcpSocket::disconnected, m_client, &QTcpSocket::disconnectFromHost);
        connect(&m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError) {
                // Not from within the socket's own call.
                QMetaObject::invokeMethod(this, &Pair::tryNext, Qt::QueuedConnection);
            }
        });
        tryNext();
    }
    ~Pair() override
    {
        m_client->disconnect();
        m_server.disconnect();
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

private:
    void tryNext()
    {
        if (m_left.isEmpty()) {
            m_client->disconnectFromHost();
            return;
        }
        m_server.abort();
        m_server.connectToHost(QStringLiteral("127.0.0.1"), m_left.takeFirst());
    }

    void passOn()
    {
        if (m_server.state() == QAbstractSocket::ConnectedState) {
            m_server.write(m_client->readAll());
        }
    }

    QTcpSocket *m_client;
    QTcpSocket m_server;
    QList<quint16> m_left;
};

} // namespace

class Balancer::Listener : public QObject
{
public:
    Listener() : m_server(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *client = m_server.nextPendingConnection()) {
                if (!m_targets.isEmpty()) {
                    m_targets.append(m_targets.takeFirst());
                }
                new Pair(client, m_targets, m_pairs.get());
            }
        });
    }

    void open()
    {
        m_pairs = std::make_unique<QObject>();
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
    }
    void close()
    {
        m_server.close();
        m_pairs.reset();
    }
    void setTargets(const QList<quint16> &ports) { m_targets = ports; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
    std::unique_ptr<QObject> m_pairs; // their parent
    QList<quint16> m_targets;
};

Balancer::Balancer() : m_listener(std::make_unique<Listener>())
{
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener->open(); }, Qt::BlockingQueuedConnection);
}

Balancer::~Balancer()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void Balancer::setTargets(const QList<quint16> &ports)
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this, ports] { m_listener->setTargets(ports); }, Qt::BlockingQueuedConnection);
}

quint16 Balancer::port() const
{
    quint16 port = 0;
    QMetaObject::invokeMethod(
        m_listener.get(), [this, &port] { port = m_listener->port(); }, Qt::BlockingQueuedConnection);
    return port;
}

} // namespace learnlab::testsupport
