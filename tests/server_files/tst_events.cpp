// The event channel against the real program: what it tells, and when it ends.

#include "stage_server.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

#include <csignal>

#include <libpq-fe.h>

using namespace learnlab;

namespace {

// A socket to /api/v2/events that keeps what it was told.
class Listener
{
public:
    Listener(QUrl server, const QByteArray &token)
    {
        server.setScheme(QStringLiteral("ws"));
        server.setPath(QStringLiteral("/api/v2/events"));
        QNetworkRequest request(server);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, [this](const QString &text) {
            m_types.append(QJsonDocument::fromJson(text.toUtf8()).object()[QLatin1String("type")].toString());
        });
        QObject::connect(&m_socket, &QWebSocket::disconnected, [this] { m_closed = true; });
        QObject::connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error),
                         [this] { m_closed = true; });
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.open(request);
    }
    [[nodiscard]] bool greeted() { return waitFor(QStringLiteral("hello")); }
    [[nodiscard]] bool waitFor(const QString &type)
    {
        return QTest::qWaitFor([&] { return m_types.contains(type) || m_closed; }, 30000) && m_types.contains(type);
    }
    [[nodiscard]] int closeCode()
    {
        return QTest::qWaitFor([this] { return m_closed; }, 30000) ? static_cast<int>(m_socket.closeCode()) : 0;
    }
    [[nodiscard]] qsizetype count(const QString &type) const { return m_types.count(type); }
    void forget() { m_types.clear(); }
    void say(const QByteArray &text) { m_socket.sendTextMessage(QString::fromUtf8(text)); }
    void freshToken(const QByteArray &token) { say(R"({"type":"token","access_token":")" + token + R"("})"); }
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    QWebSocket m_socket;
    QStringList m_types;
    bool m_closed = false;
};

const QString changed = QStringLiteral("changed");

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.start({QStringLiteral("db.connections=3"), QStringLiteral("auth.bcrypt_cost=4")}));
        m_second = m_stage.startAnother({QStringLiteral("auth.access_seconds=3"), QStringLiteral("drain_seconds=5")});
        QVERIFY(m_second);
    }
    void init()
    {
        m_user = m_stage.newUser();
        QVERIFY(m_user);
    }

    void tellsOfChanges()
    {
        Listener first(m_stage.server().url(), m_user->token());
        Listener second(m_stage.server().url(), m_user->token());
        const auto other = m_stage.newUser();
        Listener stranger(m_stage.server().url(), other->token());
        QVERIFY(first.greeted() && second.greeted() && stranger.greeted());
        m_user->createFolder(QStringLiteral("A"));
        QVERIFY(first.waitFor(changed) && second.waitFor(changed));
        QCOMPARE(stranger.count(changed), 0);
    }

    void mergesWhatComesAtOnce()
    {
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        std::vector<QNetworkReply *> running;
        for (int i = 0; i < 60; ++i) {
            const QJsonObject operation{{QStringLiteral("id"), newId()},
                                        {QStringLiteral("kind"), QStringLiteral("create_folder")},
                                        {QStringLiteral("folder_id"), newId()},
                                        {QStringLiteral("parent_id"), QJsonValue()},
                                        {QStringLiteral("name"), QString::number(i)}};
            running.push_back(m_user->start(
                "POST", QStringLiteral("/api/v2/operations"),
                QJsonDocument(QJsonObject{{QStringLiteral("operations"), QJsonArray{operation}}}).toJson()));
        }
        for (auto *reply : running)
            QCOMPARE(Client::finished(reply).status, 200);
        QVERIFY(listener.waitFor(changed));
        QVERIFY(listener.count(changed) < 60);
    }

    void findsWhatNobodyCalledOut()
    {
        const auto folder = m_user->createFolder(QStringLiteral("A"))[QLatin1String("id")].toString().toLatin1();
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        m_stage.sql("UPDATE folders SET name = 'B' WHERE id = '" + folder + "'");
        QVERIFY(listener.waitFor(changed));
    }

    void serversCallEachOther()
    {
        const auto id =
            m_user->changes()[QLatin1String("profile")].toObject()[QLatin1String("id")].toString().toLatin1();
        const std::unique_ptr<PGconn, void (*)(PGconn *)> third(PQconnectdb(m_stage.databaseUrl().constData()),
                                                                PQfinish);
        PQclear(PQexec(third.get(), "LISTEN learnlab_feed"));
        Listener here(m_stage.server().url(), m_user->token());
        QVERIFY(here.greeted());
        Client there(m_second->url());
        QVERIFY(there.signIn(m_stage.lastEmail(), "a good password"));
        there.createFolder(QStringLiteral("A"));
        QVERIFY(here.waitFor(changed));
        QByteArray heard;
        const auto hear = [&] {
            PQconsumeInput(third.get());
            while (PGnotify *notice = PQnotifies(third.get())) {
                heard += notice->extra;
                PQfreemem(notice);
            }
            return heard;
        };
        QTRY_VERIFY(hear().contains(id));
    }

    void endsWithItsSession()
    {
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        QCOMPARE(m_user->post(QStringLiteral("/auth/logout"), {}).status, 204);
        QCOMPARE(listener.closeCode(), 4401);
    }

    void endsWithItsUser()
    {
        const auto id =
            m_user->changes()[QLatin1String("profile")].toObject()[QLatin1String("id")].toString().toLatin1();
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        m_stage.sql("UPDATE users SET is_active = false WHERE id = '" + id + "'");
        QCOMPARE(listener.closeCode(), 4401);
    }

    void endsWithItsTokenUnlessAFreshOneComes()
    {
        Client brief(m_second->url()); // whose tokens last three seconds
        QVERIFY(brief.signIn(m_stage.lastEmail(), "a good password"));
        Listener forgetful(m_second->url(), brief.token());
        Listener careful(m_second->url(), brief.token());
        QVERIFY(forgetful.greeted() && careful.greeted());
        QTRY_COMPARE_WITH_TIMEOUT(brief.get(QStringLiteral("/auth/me")).status, 401, 10000);
        careful.freshToken(brief.refreshed());
        QVERIFY(careful.waitFor(QStringLiteral("token_accepted")));
        m_user->createFolder(QStringLiteral("A"));
        QCOMPARE(forgetful.closeCode(), 4401);
        QVERIFY(careful.waitFor(changed));
        QVERIFY(!careful.closed());
    }

    void tokensOfOthersAreRefused()
    {
        const auto other = m_stage.newUser();
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        listener.freshToken(other->token());
        QCOMPARE(listener.closeCode(), 4401);
        Listener another(m_stage.server().url(), m_user->token());
        QVERIFY(another.greeted());
        another.freshToken("nonsense");
        QCOMPARE(another.closeCode(), 4401);
    }

    void whatIsNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("code");
        QTest::newRow("no JSON") << QByteArray("hello") << 1003;
        QTest::newRow("another type") << QByteArray(R"({"type":"subscribe"})") << 1003;
        QTest::newRow("no token") << QByteArray(R"({"type":"token","access_token":7})") << 1003;
        QTest::newRow("deep") << QByteArray(2000, '[') << 1003;
        QTest::newRow("long") << QByteArray(10000, ' ') << 1009;
    }
    void whatIsNotUnderstood()
    {
        QFETCH(QByteArray, message);
        QFETCH(int, code);
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        listener.say(message);
        QCOMPARE(listener.closeCode(), code);
    }

    void notTooManyOfOneSession()
    {
        std::vector<std::unique_ptr<Listener>> listeners;
        for (int i = 0; i < 4; ++i) {
            listeners.push_back(std::make_unique<Listener>(m_stage.server().url(), m_user->token()));
            QVERIFY(listeners.back()->greeted());
        }
        Listener fifth(m_stage.server().url(), m_user->token());
        QCOMPARE(fifth.closeCode(), 4429);
        listeners.clear();
        // One that went makes room.
        const auto again = [&] { return Listener(m_stage.server().url(), m_user->token()).greeted(); };
        QTRY_VERIFY(again());
    }

    void onlyForWhoIsSignedIn()
    {
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/events")).status, 426);
        Client nobody(m_stage.server().url());
        QCOMPARE(nobody.get(QStringLiteral("/api/v2/events")).status, 401);
        Listener listener(m_stage.server().url(), {});
        QVERIFY(!listener.greeted());
    }

    void whoWaitsHoldsNoDatabaseConnection() // there are three
    {
        const auto cursor = m_user->changes()[QLatin1String("cursor")].toString();
        std::vector<QNetworkReply *> polls;
        Client others[3] = {Client(m_stage.server().url()), Client(m_stage.server().url()),
                            Client(m_stage.server().url())};
        for (auto &client : others) {
            QVERIFY(client.signIn(m_stage.lastEmail(), "a good password"));
            for (int i = 0; i < 5; ++i)
                polls.push_back(client.start("GET", QStringLiteral("/api/v2/changes?wait=50&after=%1").arg(cursor)));
        }
        Listener listener(m_stage.server().url(), m_user->token());
        QVERIFY(listener.greeted());
        QCOMPARE(m_user->get(QStringLiteral("/api/v2/usage")).status, 200);
        m_user->createFolder(QStringLiteral("A"));
        for (auto *poll : polls)
            QCOMPARE(Client::finished(poll).json()[QLatin1String("folders")].toArray().size(), 1);
    }

    void saysWhenTheServerGoes()
    {
        Client there(m_second->url());
        QVERIFY(there.signIn(m_stage.lastEmail(), "a good password"));
        Listener listener(m_second->url(), there.token());
        QVERIFY(listener.greeted());
        ::kill(static_cast<pid_t>(m_second->pid()), SIGTERM);
        QCOMPARE(listener.closeCode(), 1001);
    }

private:
    StageServer m_stage;
    std::unique_ptr<testsupport::ServerProcess> m_second; // another server of the same database
    std::unique_ptr<Client> m_user;
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
