#include <testsupport/fault_proxy.h>

#include "proxied_connection.h"

#include <QTcpServer>

#include <algorithm>

namespace learnlab::testsupport {

// Takes the connections. Lives on the proxy's thread.
class FaultProxy::Listener : public QObject
{
public:
    explicit Listener(std::shared_ptr<Plan> plan) : m_plan(std::move(plan)), m_server(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (auto *client = m_server.nextPendingConnection()) {
                // A child of the holder, which goes when the cable is pulled.
                new ProxiedConnection(client, m_plan, m_connections.get());
            }
        });
    }

    [[nodiscard]] quint16 port() const { return m_port; }

    void up()
    {
        m_connections = std::make_unique<QObject>();
        if (!m_server.isListening() && m_server.listen(QHostAddress(QHostAddress::LocalHost), m_port)) {
            m_port = m_server.serverPort();
        }
    }

    void down()
    {
        m_server.close();
        m_connections.reset();
    }

private:
    std::shared_ptr<Plan> m_plan;
    QTcpServer m_server;
    std::unique_ptr<QObject> m_connections;
    quint16 m_port = 0;
};

FaultProxy::FaultProxy() : m_plan(std::make_shared<Plan>()), m_listener(std::make_unique<Listener>(m_plan))
{
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    setDown(false);
}

FaultProxy::~FaultProxy()
{
    setDown(true);
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::setDown(bool down)
{
    const auto act = [this, down] { down ? m_listener->down() : m_listener->up(); };
    QMetaObject::invokeMethod(m_listener.get(), act, Qt::BlockingQueuedConnection);
}

void FaultProxy::setTarget(quint16 port)
{
    m_plan->setTarget(port);
}

void FaultProxy::setContentsTarget(quint16 port)
{
    m_plan->setContentsTarget(port);
}

QUrl FaultProxy::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    // Written before the constructor's blocking call returned, and never changed again.
    url.setPort(m_listener->port());
    return url;
}

void FaultProxy::add(const FaultRule &rule)
{
    m_plan->add(rule);
}

void FaultProxy::clearRules()
{
    m_plan->clear();
}

QList<ProxiedRequest> FaultProxy::requests() const
{
    return m_plan->requests();
}

QByteArray FaultProxy::answers() const
{
    return m_plan->answers();
}

int FaultProxy::hits() const
{
    const auto all = requests();
    return int(std::count_if(all.begin(), all.end(), [](const ProxiedRequest &request) { return request.hit; }));
}

void FaultProxy::forget()
{
    m_plan->forget();
}

} // namespace learnlab::testsupport
