// Sign-in over HTTP, with the program as it is delivered: what each call answers and refuses.
#include "auth_stage.h"

#include <QJsonArray>
#include <QTest>

class TestSignIn : public QObject, private AuthStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(start(), qPrintable(error())); }

    void saysWhatItIs()
    {
        const Answer about = ask("GET", QStringLiteral("/api/v2/capabilities"));
        QCOMPARE(about.status, 200);
        QCOMPARE(about.body[QLatin1String("api")].toInt(), 2);
        QCOMPARE(about.text("registration"), QStringLiteral("open"));
        QCOMPARE(about.body[QLatin1String("object_hosts")].toArray().first().toString(), server().url().toString());
        QCOMPARE(ask("GET", QStringLiteral("/healthz")).status, 200);
        QCOMPARE(ask("GET", QStringLiteral("/readyz")).status, 200);
    }

    void registers()
    {
        const Answer made =
            post(QStringLiteral("/auth/register"), account(QStringLiteral("Ann@Example.org"), QStringLiteral("ann")));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.text("email"), QStringLiteral("ann@example.org"));
        QVERIFY(made.body[QLatin1String("full_name")].isNull());
        QVERIFY(made.body[QLatin1String("last_login")].isNull());
        QVERIFY(!made.body.contains(QLatin1String("password_hash")));
        const Answer twin =
            post(QStringLiteral("/auth/register"), account(QStringLiteral("ANN@example.org"), QStringLiteral("other")));
        QCOMPARE(twin.status, 409);
        QCOMPARE(twin.code(), QStringLiteral("email_taken"));
        const Answer name =
            post(QStringLiteral("/auth/register"), account(QStringLiteral("bob@example.org"), QStringLiteral("ann")));
        QCOMPARE(name.code(), QStringLiteral("username_taken"));
        QCOMPARE(name.text("field"), QStringLiteral("username"));
    }

    void refusesRegistrations_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const QString malformed = QStringLiteral("malformed");
        const QString mail = QStringLiteral("x@example.org");
        const QString name = QStringLiteral("x");
        QTest::newRow("nothing") << QJsonObject{{QStringLiteral("a"), 1}} << malformed << QStringLiteral("email");
        QTest::newRow("no at") << account(QStringLiteral("example.org"), name) << malformed << QStringLiteral("email");
        QTest::newRow("long mail") << account(QString(300, QLatin1Char('a')) + mail, name) << malformed
                                   << QStringLiteral("email");
        QTest::newRow("empty name") << account(mail, QString()) << malformed << QStringLiteral("username");
        QTest::newRow("long name") << account(mail, QString(51, QChar(0xe4))) << malformed
                                   << QStringLiteral("username");
        QTest::newRow("control") << account(mail, QStringLiteral("a\nb")) << malformed << QStringLiteral("username");
        QTest::newRow("short") << account(mail, name, QStringLiteral("1234567")) << QStringLiteral("weak_password")
                               << QStringLiteral("password");
        QTest::newRow("long") << account(mail, name, QString(37, QChar(0xe4))) << QStringLiteral("weak_password")
                              << QStringLiteral("password");
    }

    void refusesRegistrations()
    {
        QFETCH(const QJsonObject, body);
        const Answer answer = post(QStringLiteral("/auth/register"), body);
        QTEST(answer.code(), "code");
        QTEST(answer.text("field"), "field");
    }

    void signsInRefreshesAndOut()
    {
        const Answer in = login(QStringLiteral("ANN@EXAMPLE.ORG"));
        QCOMPARE(in.status, 200);
        QCOMPARE(in.text("token_type"), QStringLiteral("bearer"));
        QCOMPARE(in.body[QLatin1String("expires_in")].toInt(), 900);
        QVERIFY(in.text("refresh_token").size() <= 255);
        const QString access = in.text("access_token");
        QCOMPARE(ask("GET", QStringLiteral("/auth/me"), {}, access).text("username"), QStringLiteral("ann"));
        const Answer next =
            post(QStringLiteral("/auth/refresh-token"), {{QStringLiteral("refresh_token"), in.text("refresh_token")}});
        QCOMPARE(next.status, 200);
        QCOMPARE(next.text("session_id"), in.text("session_id"));
        QCOMPARE(ask("POST", QStringLiteral("/auth/logout"), "{}", next.text("access_token")).status, 204);
        QCOMPARE(ask("GET", QStringLiteral("/auth/me"), {}, access).code(), QStringLiteral("token_revoked"));
        QCOMPARE(ask("GET", QStringLiteral("/auth/me")).code(), QStringLiteral("token_missing"));
        QCOMPARE(ask("GET", QStringLiteral("/auth/me"), {}, QStringLiteral("garbage")).code(),
                 QStringLiteral("token_revoked"));
    }

    void takesTheFormOfTheOlderDialect()
    {
        const Answer in = ask("POST", QStringLiteral("/auth/login"),
                              "username=ann%40example.org&password=correct+horse&grant_type=password", {},
                              "application/x-www-form-urlencoded");
        QCOMPARE(in.status, 200);
        QVERIFY(!in.text("access_token").isEmpty());
    }

    void signsOutByTheRefreshTokenAlone()
    {
        const Answer in = login(QStringLiteral("ann@example.org"));
        const QJsonObject body{{QStringLiteral("refresh_token"), in.text("refresh_token")}};
        QCOMPARE(post(QStringLiteral("/auth/logout"), body).status, 204);
        QCOMPARE(post(QStringLiteral("/auth/refresh-token"), body).code(), QStringLiteral("token_revoked"));
        QCOMPARE(ask("POST", QStringLiteral("/auth/logout")).code(), QStringLiteral("token_missing"));
    }

    void listsAndEndsSessions()
    {
        const Answer one = login(QStringLiteral("ann@example.org"));
        const Answer two = login(QStringLiteral("ann@example.org"));
        const QString token = one.text("access_token");
        const QString sessions = QStringLiteral("/api/v2/sessions");
        const QJsonArray all = ask("GET", sessions, {}, token).body[QLatin1String("sessions")].toArray();
        int current = 0;
        for (const QJsonValue &item : all) {
            if (item[QLatin1String("current")].toBool()) {
                ++current;
                QCOMPARE(item[QLatin1String("id")].toString(), one.text("session_id"));
                QCOMPARE(item[QLatin1String("device_info")].toString(), QStringLiteral("test"));
            }
        }
        QCOMPARE(current, 1);
        QCOMPARE(ask("DELETE", sessions + QLatin1Char('/') + two.text("session_id"), {}, token).status, 204);
        QCOMPARE(ask("DELETE", sessions + QLatin1Char('/') + two.text("session_id"), {}, token).status, 404);
        QCOMPARE(ask("DELETE", sessions + QStringLiteral("/nonsense"), {}, token).status, 404);
        QCOMPARE(ask("GET", QStringLiteral("/auth/me"), {}, two.text("access_token")).status, 401);
        QCOMPARE(ask("DELETE", sessions, {}, token).status, 400);
        QCOMPARE(ask("DELETE", sessions + QStringLiteral("?except=current"), {}, token).status, 204);
        QCOMPARE(ask("GET", sessions, {}, token).body[QLatin1String("sessions")].toArray().size(), 1);
    }

    void wrongPasswordsAndUnknownAddressesGetTheSameAnswer()
    {
        const Answer wrong = login(QStringLiteral("ann@example.org"), QStringLiteral("wrong horse"));
        const Answer unknown = login(QStringLiteral("nobody@example.org"), QStringLiteral("wrong horse"));
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.code(), QStringLiteral("bad_credentials"));
        QCOMPARE(wrong.body, unknown.body);
    }

    void guessingIsSlowedDown()
    {
        Answer last;
        for (int i = 0; i < 6; ++i)
            last = login(QStringLiteral("victim@example.org"), QStringLiteral("guess number"));
        QCOMPARE(last.status, 429);
        QCOMPARE(last.code(), QStringLiteral("rate_limited"));
        QVERIFY(last.body[QLatin1String("retry_after")].toInt() > 0);
    }

    void bodiesThatAreTooLargeAreRefused()
    {
        const QByteArray large = "{\"email\":\"" + QByteArray(100000, 'a') + "\"}";
        QCOMPARE(ask("POST", QStringLiteral("/auth/login"), large).status, 413);
    }

    void notReadyWithoutItsDatabase()
    {
        postgres().stop();
        const Answer ready = ask("GET", QStringLiteral("/readyz"));
        QCOMPARE(ready.status, 503);
        QCOMPARE(ready.code(), QStringLiteral("unavailable"));
        QCOMPARE(ask("GET", QStringLiteral("/healthz")).status, 200);
        QVERIFY2(postgres().restart(), qPrintable(postgres().error()));
        QCOMPARE(ask("GET", QStringLiteral("/readyz")).status, 200);
    }

    void logsNoSecret()
    {
        const Answer in = login(QStringLiteral("ann@example.org"));
        QCOMPARE(in.status, 200);
        QCOMPARE(server().stop(), 0);
        const QByteArray log = server().log();
        QVERIFY(log.contains("/auth/login"));
        for (const char *secret : {"correct horse", "wrong horse", "eyJ", "Bearer", "ann@"})
            QVERIFY2(!log.contains(secret), secret);
        QVERIFY2(server().restart(), qPrintable(server().error()));
    }

    void registrationCanBeClosed()
    {
        QVERIFY2(restartWith(QStringLiteral("registration=closed")), qPrintable(error()));
        const Answer refused =
            post(QStringLiteral("/auth/register"), account(QStringLiteral("zoe@example.org"), QStringLiteral("zoe")));
        QCOMPARE(refused.status, 403);
        QCOMPARE(ask("GET", QStringLiteral("/api/v2/capabilities")).text("registration"), QStringLiteral("closed"));
        QVERIFY2(server().addUser(QStringLiteral("zoe@example.org"), QStringLiteral("zoe"), "correct horse"),
                 qPrintable(server().error()));
        QCOMPARE(login(QStringLiteral("zoe@example.org")).status, 200);
        QVERIFY(!server().addUser(QStringLiteral("zoe@example.org"), QStringLiteral("zoe"), "correct horse"));
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
