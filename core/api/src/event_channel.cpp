#include "event_channel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace learnlab::api {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds timeToOpen = 30s;
/// The server pings too, but QWebSocket tells nobody; so this side asks, and counts what it hears.
constexpr std::chrono::milliseconds pingInterval = 25s;
constexpr std::chrono::milliseconds longestSilence = 75s;
constexpr std::chrono::milliseconds renewalUnknown = 60s; ///< where nobody knows how long the token lasts
constexpr quint64 longestMessage = 8 * 1024;

constexpr int closeSessionEnded = 4401;
constexpr int closeTooMany = 4429;

QUrl eventsUrl(const QUrl &server)
{
    QUrl url = server;
    url.setScheme(server.scheme() == QLatin1String("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(server.path() + QStringLiteral("/api/v2/events"));
    return url;
}

/// The proxy that the calls go through. A socket left to itself asks for one for "tcp", which a desktop that names a proxy
/// for https does not have.
QNetworkProxy proxyTo(const QUrl &server, const QNetworkProxy &chosen)
{
    if (chosen.type() != QNetworkProxy::DefaultProxy)
        return chosen;
    const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(server));
    const auto passes = [](const QNetworkProxy &proxy) {
        return proxy.type() == QNetworkProxy::NoProxy || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
    };
    const auto found = std::find_if(proxies.begin(), proxies.end(), passes);
    return found != proxies.end() ? *found : QNetworkProxy(QNetworkProxy::NoProxy);
}

Error errorOfClosing(int code)
{
    const QString detail = QStringLiteral("the event channel was closed with %1").arg(code);
    switch (code) {
    case closeSessionEnded:
        return {domain::ErrorCode::TokenExpired, detail};
    case closeTooMany:
        return {domain::ErrorCode::RateLimited, detail};
    case QWebSocketProtocol::CloseCodeGoingAway:
        return {domain::ErrorCode::Unavailable, detail};
    default:
        return {domain::ErrorCode::Offline, detail};
    }
}

} // namespace

EventChannel::EventChannel(HttpContext &context, EventHandlers handlers)
    : m_context(context), m_handlers(std::move(handlers))
{
    m_silence.setSingleShot(true);
    m_renewal.setSingleShot(true);
    m_ping.setInterval(pingInterval);
    m_socket.setMaxAllowedIncomingFrameSize(longestMessage);
    m_socket.setMaxAllowedIncomingMessageSize(longestMessage);
    connect(&m_silence, &QTimer::timeout, this, &EventChannel::silent);
    connect(&m_ping, &QTimer::timeout, this, [this] { m_socket.ping(); });
    connect(&m_renewal, &QTimer::timeout, this, [this] { askToken(false); });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &EventChannel::heard);
    connect(&m_socket, &QWebSocket::pong, this, &EventChannel::alive);
    connect(&m_socket, &QWebSocket::disconnected, this, &EventChannel::ended);
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &EventChannel::ended);
    m_silence.start(timeToOpen);
    askToken(true);
}

EventChannel::~EventChannel()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void EventChannel::later(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void EventChannel::askToken(bool first)
{
    if (!m_context.tokens)
        return end({domain::ErrorCode::NotSignedIn, {}});
    m_context.tokens->accessToken({}, [this, first, there = std::weak_ptr(m_alive)](const Result<QByteArray> &token) {
        if (!there.expired())
            tokenCame(first, token);
    });
}

void EventChannel::tokenCame(bool first, const Result<QByteArray> &token)
{
    if (m_ended)
        return;
    if (!token && first)
        return end(token.error());
    // One that cannot be had now is asked for again; if it comes too late, the server ends this.
    if (token && *token != m_token) {
        m_token = *token;
        if (first) {
            open();
        } else {
            const QJsonObject message{{QStringLiteral("type"), QStringLiteral("token")},
                                      {QStringLiteral("access_token"), QString::fromLatin1(m_token)}};
            m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
        }
    }
    renewLater();
}

void EventChannel::renewLater()
{
    // A little after the source stopped giving this one out, and never in a tight circle.
    const auto lasts = m_context.tokens->tokenLasts().value_or(renewalUnknown);
    m_renewal.start(std::max<std::chrono::milliseconds>(lasts + 100ms, 1s));
}

void EventChannel::open()
{
    QNetworkRequest request(eventsUrl(m_context.server));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("LearnLab-Desktop"));
    request.setRawHeader("Authorization", "Bearer " + m_token);
    m_socket.setProxy(proxyTo(m_context.server, m_context.network.proxy()));
    if (request.url().scheme() == QLatin1String("wss"))
        m_socket.setSslConfiguration(m_context.tls);
    m_socket.open(request);
}

void EventChannel::heard(const QString &message)
{
    alive();
    const QString type = QJsonDocument::fromJson(message.toUtf8()).object().value(QLatin1String("type")).toString();
    if (type == QLatin1String("hello") && !m_open) {
        m_open = true;
        m_ping.start();
        alive();
        later(m_handlers.opened);
    } else if (type == QLatin1String("changed") && m_open) {
        later(m_handlers.changed);
    }
}

void EventChannel::alive()
{
    if (m_open)
        m_silence.start(longestSilence);
}

void EventChannel::silent()
{
    end({domain::ErrorCode::Timeout, QStringLiteral("nobody answers on the event channel")});
}

void EventChannel::ended()
{
    end(errorOfClosing(m_socket.closeCode()));
}

void EventChannel::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_silence.stop();
    m_ping.stop();
    m_renewal.stop();
    later([closed = m_handlers.closed, error] { closed(error); });
}

} // namespace learnlab::api
