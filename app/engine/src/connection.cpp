#include "connection.h"

#include "request.h"

#include <QCoreApplication>

namespace learnlab::engine {

namespace {

constexpr std::chrono::seconds untilHello{10};
constexpr int mostUnderWay = 256;
constexpr LineSocket::Limits serverLimits{.line = 4 * 1024 * 1024, .unsent = 128 * 1024 * 1024};
/// Who is this far behind hears the next status instead of this one.
constexpr qint64 behind = 64 * 1024;

} // namespace

Connection::Connection(Descriptor socket, Host host)
    : m_host(std::move(host)), m_socket(std::move(socket), serverLimits)
{
    connect(&m_socket, &LineSocket::received, this, &Connection::take);
    connect(&m_socket, &LineSocket::closed, this, &Connection::closed);
    connect(&m_socket, &LineSocket::malformed, this, [this] {
        answer({}, domain::fail(domain::ErrorCode::Malformed));
        m_socket.finish();
    });
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, &m_socket, &LineSocket::finish);
    m_patience.start(untilHello);
}

void Connection::statusChanged()
{
    if (m_helloId && m_host.status().started)
        hello(*std::exchange(m_helloId, std::nullopt));
    else if (m_greeted && m_socket.unsent() < behind)
        m_socket.send(
            {{QStringLiteral("event"), QStringLiteral("status")}, {QStringLiteral("value"), toJson(m_host.status())}});
}

void Connection::take(const QJsonObject &message)
{
    const QJsonValue id = message.value(QStringLiteral("id"));
    const QString command = message.value(QStringLiteral("command")).toString();
    const QJsonObject arguments = message.value(QStringLiteral("arguments")).toObject();
    if (command == QLatin1String("hello")) {
        m_patience.stop();
        if (m_host.status().started)
            hello(id);
        else
            m_helloId = id;
    } else if (command == QLatin1String("window")) {
        m_patience.stop();
        windowWanted(id, arguments);
    } else {
        ask(id, command, arguments);
    }
}

void Connection::hello(const QJsonValue &id)
{
    m_greeted = true;
    answer(id, QJsonValue(QJsonObject{{QStringLiteral("program"), QCoreApplication::applicationName()},
                                      {QStringLiteral("process"), QCoreApplication::applicationPid()},
                                      {QStringLiteral("protocol"), 1},
                                      {QStringLiteral("status"), toJson(m_host.status())}}));
}

void Connection::windowWanted(const QJsonValue &id, const QJsonObject &arguments)
{
    Request request(arguments);
    const QList<QByteArray> paths = request.pathsAndLinks("paths");
    if (request.isGood())
        answer(id, QJsonValue(m_host.windowWanted(paths)));
    else
        answer(id, domain::fail(domain::ErrorCode::Malformed));
}

void Connection::ask(const QJsonValue &id, const QString &command, const QJsonObject &arguments)
{
    Dispatcher *dispatcher = m_host.dispatcher();
    if (!m_greeted || !dispatcher) {
        // An engine that is going answers nothing: what is asked is asked again of the next one.
        if (dispatcher)
            answer(id, domain::fail(domain::ErrorCode::Malformed, QStringLiteral("hello comes first")));
        return;
    }
    if (++m_underWay >= mostUnderWay)
        m_socket.hold(true);
    dispatcher->run(command, arguments, this, [this, id](const domain::Result<QJsonValue> &result) {
        if (m_underWay-- >= mostUnderWay)
            m_socket.hold(false);
        // What an engine that is going leaves undone is asked again of the next one.
        if (result || m_host.dispatcher() || result.error().code != domain::ErrorCode::Cancelled)
            answer(id, result);
    });
}

void Connection::answer(const QJsonValue &id, const domain::Result<QJsonValue> &result)
{
    if (result)
        m_socket.send({{QStringLiteral("id"), id}, {QStringLiteral("result"), *result}});
    else
        m_socket.send({{QStringLiteral("id"), id}, {QStringLiteral("error"), toJson(result.error())}});
}

} // namespace learnlab::engine
