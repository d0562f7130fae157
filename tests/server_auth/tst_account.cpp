// What people do with their account over HTTP, what strangers may not, and what is written down about it.
#include "auth_stage.h"

#include <QFile>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString mePath = QStringLiteral("/auth/me");
const QString passwordPath = QStringLiteral("/auth/password");
const QString goodPassword = QStringLiteral("correct horse");

QJsonObject bodyWith(const char *name, const QJsonValue &value)
{
    return {{QLatin1String(name), value}};
}

QJsonObject confirmed(QJsonObject body, const QString &by = goodPassword)
{
    body[QLatin1String("current_password")] = by;
    return body;
}

} // namespace

class TestAccount : public QObject, private AuthStage
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString tokenOf(const Answer &signedIn) { return signedIn.text("access_token"); }
    QByteArray audited() const
    {
        QFile file(m_folder.filePath(QStringLiteral("audit.log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(start({QStringLiteral("audit.file=") + m_folder.filePath(QStringLiteral("audit.log")),
                        QStringLiteral("trusted_proxies=127.0.0.1")}),
                 qPrintable(error()));
    }

    void init() { setHeader("X-Forwarded-For", ""); }

    void namesChange()
    {
        const QString token = tokenOf(newUser(QStringLiteral("nina")));
        QVERIFY(newUser(QStringLiteral("taken")).status == 200);
        const Answer named = send("PATCH", mePath, bodyWith("full_name", QStringLiteral("Nina Ö")), token);
        QCOMPARE(named.status, 200);
        QCOMPARE(named.text("full_name"), QStringLiteral("Nina Ö"));
        QCOMPARE(named.text("username"), QStringLiteral("nina"));
        QCOMPARE(send("PATCH", mePath, bodyWith("username", QStringLiteral("nina2")), token).text("username"),
                 QStringLiteral("nina2"));
        QVERIFY(
            send("PATCH", mePath, bodyWith("full_name", QString()), token).body[QLatin1String("full_name")].isNull());
        const Answer clash = send("PATCH", mePath, bodyWith("username", QStringLiteral("taken")), token);
        QCOMPARE(clash.status, 409);
        QCOMPARE(clash.code(), QStringLiteral("username_taken"));
        QCOMPARE(send("PATCH", mePath, bodyWith("username", QStringLiteral(" x")), token).status, 400);
        QCOMPARE(send("PATCH", mePath, bodyWith("full_name", QString(101, QLatin1Char('x'))), token).text("field"),
                 QStringLiteral("full_name"));
        QCOMPARE(send("PATCH", mePath, bodyWith("username", 7), token).status, 400);
        QCOMPARE(ask("GET", mePath, {}, token).text("username"), QStringLiteral("nina2"));
        QCOMPARE(send("PATCH", mePath, {{QStringLiteral("username"), QStringLiteral("x")}}).status, 401);
    }

    void aNewEmailNeedsThePassword()
    {
        const QString token = tokenOf(newUser(QStringLiteral("emil")));
        const QJsonObject change = bodyWith("email", QStringLiteral("Emil.New@Example.org"));
        const Answer without = send("PATCH", mePath, change, token);
        QCOMPARE(without.status, 400);
        QCOMPARE(without.text("field"), QStringLiteral("current_password"));
        const Answer wrong = send("PATCH", mePath, confirmed(change, QStringLiteral("wrong horse")), token);
        QCOMPARE(wrong.status, 403);
        QCOMPARE(wrong.code(), QStringLiteral("bad_credentials"));
        const Answer taken =
            send("PATCH", mePath, confirmed(bodyWith("email", QStringLiteral("NINA@example.org"))), token);
        QCOMPARE(taken.code(), QStringLiteral("email_taken"));
        const Answer done = send("PATCH", mePath, confirmed(change), token);
        QCOMPARE(done.status, 200);
        QCOMPARE(done.text("email"), QStringLiteral("emil.new@example.org"));
        QCOMPARE(login(QStringLiteral("emil@example.org")).status, 401);
        QCOMPARE(login(QStringLiteral("emil.new@example.org")).status, 200);
    }

    void aNewPasswordEndsTheOtherSessions()
    {
        const QString token = tokenOf(newUser(QStringLiteral("paul")));
        const QString other = tokenOf(login(QStringLiteral("paul@example.org")));
        QJsonObject change = confirmed(bodyWith("new_password", QStringLiteral("new horse 1")));
        QCOMPARE(post(passwordPath, confirmed(change, QStringLiteral("wrong horse")), token).status, 403);
        const Answer weak = post(passwordPath, confirmed(bodyWith("new_password", QStringLiteral("short"))), token);
        QCOMPARE(weak.code(), QStringLiteral("weak_password"));
        QCOMPARE(weak.text("field"), QStringLiteral("new_password"));
        QCOMPARE(ask("GET", mePath, {}, other).status, 200);
        QCOMPARE(post(passwordPath, change, token).status, 204);
        QCOMPARE(ask("GET", mePath, {}, token).status, 200);
        QCOMPARE(ask("GET", mePath, {}, other).code(), QStringLiteral("token_revoked"));
        QCOMPARE(login(QStringLiteral("paul@example.org")).status, 401);
        const Answer again = login(QStringLiteral("paul@example.org"), QStringLiteral("new horse 1"));
        QCOMPARE(again.status, 200);
        change = confirmed(bodyWith("new_password", QStringLiteral("new horse 2")), QStringLiteral("new horse 1"));
        change[QLatin1String("keep_other_sessions")] = true;
        QCOMPARE(post(passwordPath, change, token).status, 204);
        QCOMPARE(ask("GET", mePath, {}, tokenOf(again)).status, 200);
        change[QLatin1String("keep_other_sessions")] = 1;
        QCOMPARE(post(passwordPath, change, token).status, 400);
    }

    void confirmingIsLimitedLikeSigningIn()
    {
        const QString token = tokenOf(newUser(QStringLiteral("greta")));
        const QJsonObject guess = confirmed({}, QStringLiteral("guess guess"));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(send("DELETE", mePath, guess, token).status, 403);
        const Answer limited = send("DELETE", mePath, confirmed({}), token);
        QCOMPARE(limited.status, 429);
        QCOMPARE(limited.code(), QStringLiteral("rate_limited"));
        QVERIFY(limited.body[QLatin1String("retry_after")].toInt() >= 1);
        QCOMPARE(ask("GET", mePath, {}, token).status, 200);
        QCOMPARE(login(QStringLiteral("greta@example.org")).status, 200);
    }

    void guessersDoNotDisturbLiveSessions()
    {
        const Answer in = newUser(QStringLiteral("live"));
        Answer last;
        for (int i = 0; i < 8 && last.status != 429; ++i)
            last = login(QStringLiteral("live@example.org"), QStringLiteral("guess guess"));
        QCOMPARE(last.status, 429);
        QCOMPARE(login(QStringLiteral("live@example.org")).status, 429); // even with the right one
        const Answer next =
            post(QStringLiteral("/auth/refresh-token"), bodyWith("refresh_token", in.text("refresh_token")));
        QCOMPARE(next.status, 200);
        QCOMPARE(ask("GET", mePath, {}, tokenOf(next)).status, 200);
        const QJsonObject change = confirmed(bodyWith("new_password", QStringLiteral("new horse 1")));
        QCOMPARE(post(passwordPath, change, tokenOf(next)).status, 204);
        setHeader("X-Forwarded-For", "9.9.9.9"); // from elsewhere the owner can still sign in
        QCOMPARE(login(QStringLiteral("live@example.org"), QStringLiteral("new horse 1")).status, 200);
    }

    void deletionTakesEffectAtOnceAndLeavesTheRow()
    {
        const QString token = tokenOf(newUser(QStringLiteral("dora")));
        const QString other = tokenOf(login(QStringLiteral("dora@example.org")));
        QCOMPARE(ask("DELETE", mePath, {}, token).status, 400);
        QCOMPARE(send("DELETE", mePath, confirmed({}, QStringLiteral("wrong horse")), token).status, 403);
        QCOMPARE(send("DELETE", mePath, confirmed({}), token).status, 204);
        QCOMPARE(ask("GET", mePath, {}, token).status, 401);
        QCOMPARE(ask("GET", mePath, {}, other).status, 401);
        const Answer in = login(QStringLiteral("dora@example.org"));
        QCOMPARE(in.status, 401);
        QCOMPARE(in.body, login(QStringLiteral("nobody@example.org")).body);
        QCOMPARE(sql("SELECT count(*) AS answer FROM users WHERE username = 'dora' AND NOT is_active "
                     "AND deletion_requested_at IS NOT NULL"),
                 QByteArray("1"));
    }

    void tokensAreGoodForWhatTheyWereMadeFor()
    {
        const Answer in = newUser(QStringLiteral("tim"));
        const QString access = tokenOf(in);
        const QString refresh = in.text("refresh_token");
        const auto code = [&](const QString &token) { return ask("GET", mePath, {}, token).code(); };
        QCOMPARE(code(refresh), QStringLiteral("token_revoked"));
        QCOMPARE(post(QStringLiteral("/auth/refresh-token"), bodyWith("refresh_token", access)).code(),
                 QStringLiteral("token_revoked"));
        for (const auto place :
             {2, static_cast<int>(access.indexOf(QLatin1Char('.'))) + 3, static_cast<int>(access.size()) - 3}) {
            QString tampered = access;
            tampered[place] = tampered[place] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
            QCOMPARE(code(tampered), QStringLiteral("token_revoked"));
        }
        QCOMPARE(code(access), QString());
        sql("UPDATE users SET is_active = false WHERE username = 'tim'");
        QCOMPARE(code(access), QStringLiteral("token_revoked"));
        QCOMPARE(post(QStringLiteral("/auth/refresh-token"), bodyWith("refresh_token", refresh)).status, 401);
        sql("UPDATE users SET is_active = true WHERE username = 'tim'");
        QCOMPARE(code(access), QString());
        sql("DELETE FROM user_sessions");
        QCOMPARE(code(access), QStringLiteral("token_revoked"));
        QCOMPARE(post(QStringLiteral("/auth/refresh-token"), bodyWith("refresh_token", refresh)).code(),
                 QStringLiteral("token_revoked"));
    }

    void numbersAreForThoseWhoWatchOver()
    {
        const Answer numbers = ask("GET", QStringLiteral("/metrics"));
        QCOMPARE(numbers.status, 200);
        for (const char *line :
             {"learnlab_http_requests_total{method=\"PATCH\",route=\"/auth/me\",status=\"403\"} 1\n",
              "learnlab_http_request_seconds_bucket{route=\"/auth/me\",le=\"+Inf\"}", "learnlab_bcrypt_queue 0\n",
              "learnlab_database_connections{state=\"idle\"}", "learnlab_uploads{state=\"open\"} 0\n",
              "learnlab_sign_ins_total{result=\"throttled\"}", "learnlab_http_connections ",
              "learnlab_database_up 1\n"})
            QVERIFY2(numbers.raw.contains(line), line + numbers.raw);
        setHeader("X-Forwarded-For", "9.9.9.9");
        QCOMPARE(ask("GET", QStringLiteral("/metrics")).status, 404);
    }

    void whatHappenedIsWrittenDownWithoutSecrets()
    {
        const QByteArray lines = audited();
        for (const char *what : {"registered", "signed_in", "sign_in_refused", "sign_in_throttled", "account_changed",
                                 "password_changed", "password_confirmation_refused", "deletion_requested"})
            QVERIFY2(lines.contains(QByteArray("\"what\":\"") + what + '"'), what);
        for (const char *secret : {"horse", "guess", "eyJ", "example.org"})
            QVERIFY2(!lines.contains(secret), secret);
        const QString path = m_folder.filePath(QStringLiteral("audit.log"));
        QVERIFY((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QVERIFY(QFile::rename(path, path + QStringLiteral(".1")));
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-HUP"), QString::number(server().pid())});
        QTRY_VERIFY(QFile::exists(path));
        QCOMPARE(login(QStringLiteral("nina@example.org")).status, 200);
        QVERIFY(audited().contains("signed_in"));
        QVERIFY(server().addUser(QStringLiteral("adam@example.org"), QStringLiteral("adam"), "correct horse"));
        QVERIFY(audited().contains("\"what\":\"user add\""));
    }

    void registrationByDomain()
    {
        server().set(QStringLiteral("registration.domains=school.example, Uni.example"));
        QVERIFY2(restartWith(QStringLiteral("registration=domains")), qPrintable(error()));
        QCOMPARE(ask("GET", QStringLiteral("/api/v2/capabilities")).text("registration"), QStringLiteral("domains"));
        const auto add = [this](const QString &email, const QString &name) {
            return post(QStringLiteral("/auth/register"), account(email, name)).status;
        };
        QCOMPARE(add(QStringLiteral("a@school.example"), QStringLiteral("d1")), 200);
        QCOMPARE(add(QStringLiteral("a@UNI.example"), QStringLiteral("d2")), 200);
        QCOMPARE(add(QStringLiteral("a@evil.school.example"), QStringLiteral("d3")), 403);
        QCOMPARE(add(QStringLiteral("a@example.org"), QStringLiteral("d4")), 403);
        QCOMPARE(add(QStringLiteral("school.example"), QStringLiteral("d5")), 400);
        const QString token = tokenOf(login(QStringLiteral("a@school.example")));
        QCOMPARE(send("PATCH", mePath, confirmed(bodyWith("email", QStringLiteral("a@example.org"))), token).status,
                 403);
    }

    void registrationByInvitation()
    {
        QFile file(m_folder.filePath(QStringLiteral("codes")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.write("# of this term\nspring-2027\n");
        file.close();
        server().set(QStringLiteral("registration.invitation_file=") + file.fileName());
        QVERIFY2(restartWith(QStringLiteral("registration=invitation")), qPrintable(error()));
        const auto add = [this](const QString &name, const QString &code) {
            QJsonObject body = account(name + QStringLiteral("@example.org"), name);
            if (!code.isEmpty())
                body[QLatin1String("invitation_code")] = code;
            return post(QStringLiteral("/auth/register"), body);
        };
        QCOMPARE(add(QStringLiteral("i1"), QStringLiteral("spring-2027")).status, 200);
        QCOMPARE(add(QStringLiteral("i2"), QString()).text("field"), QStringLiteral("invitation_code"));
        QCOMPARE(add(QStringLiteral("i2"), QStringLiteral("# of this term")).code(),
                 QStringLiteral("invitation_invalid"));
        Answer last;
        for (int i = 0; i < 30 && last.status != 429; ++i)
            last = add(QStringLiteral("i2"), QStringLiteral("guess"));
        QCOMPARE(last.status, 429);
    }

    void aLoginStormIsTurnedAwayAndDisturbsNobody()
    {
        server().set(QStringLiteral("auth.bcrypt_cost=11"));
        server().set(QStringLiteral("auth.bcrypt_threads=1"));
        QVERIFY2(restartWith(QStringLiteral("auth.bcrypt_queue=1")), qPrintable(error()));
        const QString token = tokenOf(login(QStringLiteral("nina@example.org")));
        sql("DELETE FROM login_failures");
        QList<QNetworkReply *> storm;
        for (int i = 0; i < 4; ++i)
            storm.append(begin("POST", QStringLiteral("/auth/login"),
                               "username=storm" + QByteArray::number(i) + "&password=storm+storm", {},
                               "application/x-www-form-urlencoded"));
        QCOMPARE(ask("GET", mePath, {}, token).status, 200);
        QList<int> statuses;
        for (QNetworkReply *reply : storm) {
            const Answer answer = finished(reply);
            statuses.append(answer.status);
            if (answer.status == 503)
                QVERIFY(answer.body[QLatin1String("retry_after")].toInt() >= 1);
        }
        QVERIFY(statuses.contains(503));
        QVERIFY(statuses.contains(401));
        QCOMPARE(statuses.count(401) + statuses.count(503), 4);
        // Who was turned away has not failed.
        const QByteArray failed = sql("SELECT sum(failures) AS answer FROM login_failures WHERE longest_wait = 60");
        QCOMPARE(failed.toInt(), statuses.count(401));
    }
};

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
