#include "api/api.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxyFactory>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace learnlab;
using domain::ErrorCode;
using namespace std::chrono_literals;

namespace {

/// Gives what it was last told to give.
class SteeredTokens : public api::TokenSource
{
public:
    void accessToken(const QByteArray &, std::function<void(domain::Result<QByteArray>)> reply) override
    {
        reply(token);
    }
    std::optional<std::chrono::milliseconds> tokenLasts() const override { return lasts; }
    domain::Result<QByteArray> token = QByteArray("first");
    std::optional<std::chrono::milliseconds> lasts;
};

/// As an environment with nothing but https_proxy: a proxy for URLs of https, none for anything else.
class ProxyForPages : public QNetworkProxyFactory
{
public:
    explicit ProxyForPages(quint16 port) : m_port(port) {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (query.protocolTag() != QLatin1String("https"))
            return {QNetworkProxy::NoProxy};
        return {{QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_port}};
    }

private:
    quint16 m_port;
};

} // namespace

/// The event channel against a server that says what the test wants it to.
class TestEventChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<QWebSocketServer>(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_api = api::makeHttpApi(QUrl(QStringLiteral("http://127.0.0.1:%1/under").arg(m_server->serverPort())));
        m_tokens = SteeredTokens();
        m_api->setTokenSource(&m_tokens);
        m_opened = m_changed = 0;
        m_closed.reset();
    }
    void cleanup()
    {
        m_channel.reset();
        m_other.reset();
        m_api.reset();
        m_server.reset();
    }

    void asksWithItsToken()
    {
        QVERIFY(connectBoth());
        QCOMPARE(m_other->request().url().path(), QStringLiteral("/under/api/v2/events"));
        QVERIFY(!m_other->request().url().hasQuery());
        QCOMPARE(m_other->request().rawHeader("Authorization"), QByteArray("Bearer first"));
    }

    void tellsAfterTheGreeting()
    {
        QVERIFY(connectBoth());
        say(R"({"type":"changed"})"); // before it: means nothing
        say(R"({"type":"hello"})");
        say(R"({"type":"hello"})");
        say(R"({"type":"of tomorrow"})");
        say("no JSON");
        say(R"({"type":"changed"})");
        QTRY_COMPARE(m_changed, 1);
        QCOMPARE(m_opened, 1);
        QVERIFY(!m_closed);
    }

    void renewsItsToken()
    {
        m_tokens.lasts = 0ms;
        QVERIFY(connectBoth());
        QStringList heard;
        connect(m_other.get(), &QWebSocket::textMessageReceived, this,
                [&](const QString &text) { heard.append(text); });
        say(R"({"type":"hello"})");
        QTRY_COMPARE(m_opened, 1);
        m_tokens.token = QByteArray("second");
        QTRY_COMPARE(heard.size(), 1);
        const QJsonObject message = QJsonDocument::fromJson(heard.constFirst().toUtf8()).object();
        QCOMPARE(message[QLatin1String("type")].toString(), QStringLiteral("token"));
        QCOMPARE(message[QLatin1String("access_token")].toString(), QStringLiteral("second"));
        m_tokens.token = domain::fail(ErrorCode::Offline); // passes: the channel stays
        say(R"({"type":"changed"})");
        QTRY_COMPARE(m_changed, 1);
        QCOMPARE(heard.size(), 1);
    }

    void closes_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("error");
        QTest::newRow("session ended") << 4401 << QStringLiteral("token_expired");
        QTest::newRow("too many") << 4429 << QStringLiteral("rate_limited");
        QTest::newRow("going away") << 1001 << QStringLiteral("unavailable");
        QTest::newRow("another") << 4000 << QStringLiteral("offline");
        QTest::newRow("cut") << 0 << QStringLiteral("offline");
    }
    void closes()
    {
        QFETCH(int, code);
        QFETCH(QString, error);
        QVERIFY(connectBoth());
        say(R"({"type":"hello"})");
        QTRY_COMPARE(m_opened, 1);
        if (code)
            m_other->close(static_cast<QWebSocketProtocol::CloseCode>(code));
        else
            m_other->abort();
        QTRY_VERIFY(m_closed);
        QCOMPARE(QString(domain::codeName(m_closed->code)), error);
    }

    void neverOpens()
    {
        m_server->close();
        ask();
        QTRY_VERIFY(m_closed);
        QCOMPARE(m_closed->code, ErrorCode::Offline);
        QCOMPARE(m_opened, 0);
    }

    void withoutAToken()
    {
        m_tokens.token = domain::fail(ErrorCode::SessionEnded);
        ask();
        QVERIFY(!m_closed); // never from inside the call
        QTRY_VERIFY(m_closed);
        QCOMPARE(m_closed->code, ErrorCode::SessionEnded);
    }

    // A campus whose proxy is for pages alone: the channel goes through it as the calls do.
    void goesThroughTheProxyOfTheCalls()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        QNetworkProxyFactory::setApplicationProxyFactory(new ProxyForPages(proxy.serverPort()));
        const auto reset = qScopeGuard([] { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); });
        m_api = api::makeHttpApi(QUrl(QStringLiteral("https://learnlab.test/under")));
        m_api->setTokenSource(&m_tokens);
        ask();
        QTRY_VERIFY(proxy.hasPendingConnections());
        QTcpSocket *asked = proxy.nextPendingConnection();
        QTRY_VERIFY(asked->canReadLine());
        QCOMPARE(asked->readLine().trimmed(), QByteArray("CONNECT learnlab.test:443 HTTP/1.1"));
    }

    void aFloodEndsIt()
    {
        QVERIFY(connectBoth());
        say(R"({"type":"hello"})");
        QTRY_COMPARE(m_opened, 1);
        say(QByteArray(20'000, ' '));
        QTRY_VERIFY(m_closed);
    }

    void destroyedWhenever()
    {
        QVERIFY(connectBoth());
        m_whenChanged = [this] { m_channel.reset(); };
        say(R"({"type":"hello"})");
        say(R"({"type":"changed"})");
        say(R"({"type":"changed"})");
        QTRY_COMPARE(m_changed, 1);
        QTRY_COMPARE(m_other->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_changed, 1);
        QVERIFY(!m_closed);
        ask();
        m_channel.reset(); // before there is anything
    }

private:
    void ask()
    {
        m_channel = m_api->events({[this] { ++m_opened; },
                                   [this] {
                                       ++m_changed;
                                       if (m_whenChanged)
                                           m_whenChanged();
                                   },
                                   [this](const domain::Error &error) { m_closed = error; }});
    }
    bool connectBoth()
    {
        m_whenChanged = nullptr;
        ask();
        if (!QTest::qWaitFor([this] { return m_server->hasPendingConnections(); }, 10'000))
            return false;
        m_other.reset(m_server->nextPendingConnection());
        return m_other != nullptr;
    }
    void say(const QByteArray &text) { m_other->sendTextMessage(QString::fromUtf8(text)); }

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_other;
    std::unique_ptr<api::HttpApi> m_api;
    SteeredTokens m_tokens;
    api::CallHandle m_channel;
    int m_opened = 0;
    int m_changed = 0;
    std::optional<domain::Error> m_closed;
    std::function<void()> m_whenChanged;
};

QTEST_GUILESS_MAIN(TestEventChannel)
#include "tst_events.moc"
