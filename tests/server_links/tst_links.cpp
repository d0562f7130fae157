// Links against the real server: what their owner asks, what a stranger meets behind one, and what ends one.

#include "stage_server.h"

#include <QTest>
#include <QUrlQuery>

namespace {

QString text(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

QString inDays(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days).toString(Qt::ISODateWithMs);
}

// Somebody with a browser: follows nothing by itself, so that every answer is seen.
class Visitor
{
public:
    Answer get(const QString &url, const QByteArray &language = "en") { return send("GET", url, {}, language); }
    Answer post(const QString &url, const QString &password = {})
    {
        QUrlQuery form;
        if (!password.isEmpty())
            form.addQueryItem(QStringLiteral("password"), QString::fromLatin1(QUrl::toPercentEncoding(password)));
        return send("POST", url, form.query(QUrl::FullyEncoded).toLatin1(), "en");
    }
    Answer send(const QByteArray &method, const QString &url, const QByteArray &body, const QByteArray &language)
    {
        QNetworkRequest request(QUrl::fromEncoded(url.toUtf8()));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setRawHeader("Accept-Language", language);
        return Client::finished(method == "HEAD" ? m_network.head(request)
                                                 : m_network.sendCustomRequest(request, method, body));
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.start({QStringLiteral("server.name=Lab & Learn")}));
        m_owner = m_stage.newUser();
        m_email = m_stage.lastEmail();
        m_other = m_stage.newUser();
        QVERIFY(m_owner && m_other);
        m_file = newFile(QStringLiteral("Assignment 3.pdf"), content);
        m_link = newLink(m_file);
    }

    void aLinkIsMadeListedAndInTheFeed()
    {
        const auto before = text(m_owner->changes(), "cursor");
        const auto id = newId();
        const auto made =
            m_owner->post(links(), {{QStringLiteral("id"), id},
                                    {QStringLiteral("file_id"), m_file},
                                    {QStringLiteral("expires_at"), QStringLiteral("2099-01-02T03:04:05Z")},
                                    {QStringLiteral("password"), QStringLiteral("open sesame")}});
        QCOMPARE(made.status, 201);
        const auto link = made.json();
        QCOMPARE(text(link, "id"), id);
        QCOMPARE(text(link, "file_id"), m_file);
        QCOMPARE(text(link, "expires_at"), QStringLiteral("2099-01-02T03:04:05.000000Z"));
        QCOMPARE(link[QLatin1String("has_password")].toBool(), true);
        QCOMPARE(link[QLatin1String("revoked")].toBool(true), false);
        QCOMPARE(link[QLatin1String("opened")].toInt(-1), 0);
        QVERIFY(text(link, "url").startsWith(m_stage.server().url().toString() + QStringLiteral("/s/")));
        QVERIFY(listed().contains(link));
        QCOMPARE(m_owner->changes(before)[QLatin1String("links")].toArray(), QJsonArray{link});
        QVERIFY(m_owner->changes()[QLatin1String("links")].toArray().contains(link));
        // Nothing that is stored opens it.
        const auto token = text(link, "url").section(QLatin1Char('/'), -1).toLatin1();
        QVERIFY(!m_stage.sql("SELECT string_agg(links::text, ' ') FROM links").contains(token));
        QVERIFY(!m_stage.sql("SELECT string_agg(links::text, ' ') FROM links").contains("sesame"));
        QCOMPARE(m_owner->send("DELETE", links() + QLatin1Char('/') + id).status, 204);
    }

    void aRepeatedRequestAnswersTheSameLink()
    {
        const QJsonObject wish{{QStringLiteral("id"), newId()}, {QStringLiteral("file_id"), m_file}};
        const auto first = m_owner->post(links(), wish);
        const auto count = listed().size();
        const auto second = m_owner->post(links(), wish);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.json(), first.json());
        QCOMPARE(listed().size(), count);
        auto other = wish;
        other[QLatin1String("expires_at")] = inDays(1);
        QCOMPARE(m_owner->post(links(), other).code(), QStringLiteral("operation_id_reused"));
    }

    void whatIsNoLinkIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *member, const QJsonValue &value, int status) {
            QTest::newRow(name) << QJsonObject{{QLatin1String(member), value}} << status << QString::fromLatin1(member);
        };
        row("no such file", "file_id", newId(), 404);
        row("no file id", "file_id", QStringLiteral("x"), 400);
        row("no id", "id", QStringLiteral("x"), 400);
        row("in the past", "expires_at", inDays(-1), 400);
        row("no time", "expires_at", QStringLiteral("tomorrow"), 400);
        row("no text", "expires_at", 5, 400);
        row("short password", "password", QStringLiteral("short"), 422);
        row("long password", "password", QString(73, QLatin1Char('x')), 422);
    }
    void whatIsNoLinkIsRefused()
    {
        QFETCH(QJsonObject, more);
        QFETCH(int, status);
        QFETCH(QString, field);
        QJsonObject wish{{QStringLiteral("file_id"), m_file}};
        for (auto member = more.constBegin(); member != more.constEnd(); ++member)
            wish[member.key()] = member.value();
        const auto answer = m_owner->post(links(), wish);
        QCOMPARE(answer.status, status);
        if (status != 404)
            QCOMPARE(text(answer.json(), "field"), field);
    }

    void aLinkIsChangedAndKeepsItsAddress()
    {
        const auto link = newLink(m_file);
        const auto path = links() + QLatin1Char('/') + text(link, "id");
        const auto patch = [&](const QByteArray &body) { return m_owner->send("PATCH", path, body); };
        auto changed = patch("{\"password\":\"open sesame\"}");
        QCOMPARE(changed.status, 200);
        QCOMPARE(text(changed.json(), "url"), text(link, "url"));
        QCOMPARE(changed.json()[QLatin1String("has_password")].toBool(), true);
        QVERIFY(m_visitor.get(text(link, "url")).body.contains("type=\"password\""));
        changed = patch("{\"expires_at\":\"2099-01-02T03:04:05Z\"}");
        QCOMPARE(changed.json()[QLatin1String("has_password")].toBool(), true);
        changed = patch("{\"expires_at\":null,\"password\":null}");
        QCOMPARE(changed.json()[QLatin1String("has_password")].toBool(true), false);
        QVERIFY(changed.json()[QLatin1String("expires_at")].isNull());
        QVERIFY(m_visitor.get(text(link, "url")).body.contains("Assignment 3.pdf"));
        QCOMPARE(patch("{\"expires_at\":\"2001-01-01T00:00:00Z\"}").status, 400);
    }

    void thePageNamesTheFileAndHandsItOut()
    {
        const auto url = text(m_link, "url");
        const auto page = m_visitor.get(url);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(page.body.contains("Assignment 3.pdf"));
        QVERIFY(page.body.contains("Lab &amp; Learn"));
        QVERIFY(page.body.contains(digestOf(content).toLatin1()));
        QVERIFY2(!page.body.contains("/objects/") && !page.body.contains("signature"), "an address without a POST");
        QCOMPARE(page.headers.value("referrer-policy"), QByteArray("no-referrer"));
        QCOMPARE(page.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(page.headers.value("cache-control"), QByteArray("no-store"));
        QVERIFY(page.headers.value("x-robots-tag").contains("noindex"));
        QVERIFY(page.headers.value("content-security-policy").startsWith("default-src 'none'; style-src 'sha256-"));
        QVERIFY(!page.headers.contains("set-cookie"));
        QVERIFY(m_visitor.get(url, "ar").body.contains("dir=\"rtl\""));
        QVERIFY(m_visitor.get(url, "de-DE,de").body.contains("Herunterladen"));
        QCOMPARE(m_visitor.send("HEAD", url, {}, "en").status, 200);

        const auto led = m_visitor.post(url);
        QCOMPARE(led.status, 303);
        QCOMPARE(led.headers.value("cache-control"), QByteArray("no-store"));
        QCOMPARE(led.headers.value("referrer-policy"), QByteArray("no-referrer"));
        const auto file = m_visitor.get(QString::fromLatin1(led.headers.value("location")));
        QCOMPARE(file.body, content);
        QVERIFY(
            file.headers.value("content-disposition").startsWith("attachment; filename*=UTF-8''Assignment%203.pdf"));
        QCOMPARE(file.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(file.headers.value("content-security-policy").contains("sandbox"));
    }

    void downloadsAreCountedAndDoNotMoveTheFeed()
    {
        const auto link = newLink(m_file);
        const auto cursor = text(m_owner->changes(), "cursor");
        static_cast<void>(m_visitor.get(text(link, "url")));
        QCOMPARE(m_visitor.post(text(link, "url")).status, 303);
        QCOMPARE(m_visitor.post(text(link, "url")).status, 303);
        QCOMPARE(find(text(link, "id"))[QLatin1String("opened")].toInt(), 2);
        QCOMPARE(text(m_owner->changes(cursor), "cursor"), cursor);
    }

    void whatIsHtmlStaysAnAttachment()
    {
        for (const auto &name :
             {QStringLiteral("page.html"), QStringLiteral("picture.svg"), QStringLiteral("x.xhtml")}) {
            const auto link = newLink(newFile(name, "<script>document.title='ran'</script>" + name.toUtf8()));
            const auto led = m_visitor.post(text(link, "url"));
            const auto file = m_visitor.get(QString::fromLatin1(led.headers.value("location")));
            QCOMPARE(file.headers.value("content-type"), QByteArray("application/octet-stream"));
            QVERIFY(file.headers.value("content-disposition").startsWith("attachment"));
        }
    }

    void aPasswordComesFirst()
    {
        const auto link = newLink(m_file, {{QStringLiteral("password"), QStringLiteral("open sesame & <é>")}});
        const auto url = text(link, "url");
        const auto page = m_visitor.get(url);
        QCOMPARE(page.status, 200);
        QVERIFY2(!page.body.contains("Assignment"), "tells the name before the password");
        QVERIFY(!page.body.contains(digestOf(content).toLatin1()));
        QCOMPARE(m_visitor.post(url).status, 403);
        const auto wrong = m_visitor.post(url, QStringLiteral("open sesame"));
        QCOMPARE(wrong.status, 403);
        QVERIFY(wrong.body.contains("aria-invalid") && !wrong.body.contains("Assignment"));
        const auto led = m_visitor.post(url, QStringLiteral("open sesame & <é>"));
        QCOMPARE(led.status, 303);
        QCOMPARE(m_visitor.get(QString::fromLatin1(led.headers.value("location"))).body, content);
    }

    void passwordsAreNotGuessed()
    {
        const auto link = newLink(m_file, {{QStringLiteral("password"), QStringLiteral("open sesame")}});
        const auto other = newLink(m_file, {{QStringLiteral("password"), QStringLiteral("open sesame")}});
        int status = 0;
        for (int i = 0; i < 30 && status != 429; ++i)
            status = m_visitor.post(text(link, "url"), QStringLiteral("guess %1").arg(i)).status;
        QCOMPARE(status, 429);
        // However slow this machine is, the wait is not over yet.
        m_stage.sql("UPDATE login_failures SET free_at = now() + interval '1 hour' WHERE free_at > last_failure");
        const auto answer = m_visitor.post(text(link, "url"), QStringLiteral("open sesame"));
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.headers.value("retry-after").toInt() > 0);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(m_visitor.post(text(other, "url"), QStringLiteral("open sesame")).status, 303);
        m_stage.sql("DELETE FROM login_failures");
        QCOMPARE(m_visitor.post(text(link, "url"), QStringLiteral("open sesame")).status, 303);
    }

    void whatIsNotOpenLooksLikeWhatNeverWas()
    {
        const auto never = m_visitor.get(m_stage.server().url().toString() + QStringLiteral("/s/never"));
        QCOMPARE(never.status, 404);
        QVERIFY(never.body.contains("This link does not open anything"));
        const auto revoked = newLink(m_file);
        const auto expired = newLink(m_file, {{QStringLiteral("password"), QStringLiteral("open sesame")}});
        m_stage.sql("UPDATE links SET expires_at = now() - interval '1 second' WHERE id = '" +
                    text(expired, "id").toLatin1() + "'");
        QCOMPARE(m_owner->send("DELETE", links() + QLatin1Char('/') + text(revoked, "id")).status, 204);
        for (const auto &link : {revoked, expired}) {
            const auto closed = m_visitor.get(text(link, "url"));
            QCOMPARE(closed.status, never.status);
            QCOMPARE(closed.body, never.body);
            QCOMPARE(m_visitor.post(text(link, "url"), QStringLiteral("open sesame")).body, never.body);
        }
        QVERIFY(!listed().contains(revoked));
    }

    void aWithdrawnLinkLeavesTheFeed()
    {
        const auto link = newLink(m_file);
        const auto cursor = text(m_owner->changes(), "cursor");
        QCOMPARE(m_owner->send("DELETE", links() + QLatin1Char('/') + text(link, "id")).status, 204);
        const auto told = m_owner->changes(cursor)[QLatin1String("links")].toArray();
        QCOMPARE(told.size(), 1);
        QCOMPARE(text(told.first().toObject(), "id"), text(link, "id"));
        QCOMPARE(told.first().toObject()[QLatin1String("revoked")].toBool(), true);
        for (const auto &each : m_owner->changes()[QLatin1String("links")].toArray())
            QVERIFY(text(each.toObject(), "id") != text(link, "id"));
        // And cannot come back.
        const auto path = links() + QLatin1Char('/') + text(link, "id");
        QCOMPARE(m_owner->send("PATCH", path, "{\"expires_at\":null}").status, 404);
        QCOMPARE(m_owner->send("DELETE", path).status, 204);
    }

    void trashAndPurgeCloseIt()
    {
        const auto folder = m_owner->createFolder(QStringLiteral("to trash"));
        const auto file = newFile(QStringLiteral("inside.txt"), "inside", text(folder, "id"));
        const auto link = newLink(file);
        const auto status = [&] { return m_visitor.get(text(link, "url")).status; };
        const auto operate = [&](const char *kind, const char *target, const QString &id) {
            return text(m_owner->operate({{QStringLiteral("kind"), QLatin1String(kind)},
                                          {QStringLiteral("target"), QLatin1String(target)},
                                          {QStringLiteral("target_id"), id}}),
                        "status");
        };
        QCOMPARE(status(), 200);
        QCOMPARE(operate("trash", "folder", text(folder, "id")), QStringLiteral("done"));
        QCOMPARE(status(), 404);
        QCOMPARE(m_visitor.post(text(link, "url")).status, 404);
        QCOMPARE(m_owner->post(links(), {{QStringLiteral("file_id"), file}}).status, 404);
        QCOMPARE(operate("restore", "folder", text(folder, "id")), QStringLiteral("done"));
        QCOMPARE(status(), 200);
        QCOMPARE(operate("trash", "file", file), QStringLiteral("done"));
        QCOMPARE(status(), 404);
        QCOMPARE(operate("purge", "file", file), QStringLiteral("done"));
        QCOMPARE(status(), 404);
        QVERIFY(find(text(link, "id")).isEmpty());
    }

    void aLinkFollowsItsFile()
    {
        const auto file = newFile(QStringLiteral("draft.txt"), "first");
        const auto link = newLink(file);
        const auto replaced = m_owner->upload(QStringLiteral("draft.txt"), "second",
                                              {{QStringLiteral("if_exists"), QStringLiteral("replace")}});
        QCOMPARE(text(replaced[QLatin1String("file")].toObject(), "id"), file);
        const auto led = m_visitor.post(text(link, "url"));
        QCOMPARE(m_visitor.get(QString::fromLatin1(led.headers.value("location"))).body, QByteArray("second"));
    }

    void aUserWhoMayNotSignInSharesNothing()
    {
        const auto set = [&](const char *active) {
            m_stage.sql(QByteArray("UPDATE users SET is_active = ") + active + " WHERE email = '" + m_email.toLatin1() +
                        "'");
        };
        set("false");
        const auto closed = m_visitor.get(text(m_link, "url"));
        const auto refused = m_visitor.post(text(m_link, "url"));
        set("true");
        QCOMPARE(closed.status, 404);
        QCOMPARE(refused.status, 404);
        QCOMPARE(m_visitor.get(text(m_link, "url")).status, 200);
    }

    void strangersReachNothing()
    {
        const auto id = text(m_link, "id");
        const auto before = listed();
        for (const auto &[method, path, body] :
             {std::tuple(QByteArray("DELETE"), links() + QLatin1Char('/') + id, QByteArray()),
              std::tuple(QByteArray("PATCH"), links() + QLatin1Char('/') + id, QByteArray("{\"expires_at\":null}")),
              std::tuple(QByteArray("POST"), links(), QByteArray("{\"file_id\":\"" + m_file.toLatin1() + "\"}"))}) {
            Client nobody(m_stage.server().url());
            QCOMPARE(nobody.send(method, path, body).code(), QStringLiteral("token_missing"));
            QCOMPARE(m_other->send(method, path, body).status, 404);
        }
        // Somebody else's link id is as good as a used one of one's own.
        const auto theirs = m_other->upload(QStringLiteral("theirs.txt"), "theirs");
        const auto reused =
            m_other->post(links(), {{QStringLiteral("id"), id},
                                    {QStringLiteral("file_id"), text(theirs[QLatin1String("file")].toObject(), "id")}});
        QCOMPARE(reused.code(), QStringLiteral("operation_id_reused"));
        QCOMPARE(m_other->get(links()).json()[QLatin1String("links")].toArray(), QJsonArray());
        QCOMPARE(listed(), before);
    }

    void pathsThatTryTheirLuck_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/s/", "/s//", "/s/%2e", "/s/%2e%2e%2fhealthz", "/s/%00", "/s/%ff", "/s/a/b",
                                 "/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/s/%3Cscript%3E",
                                 "/s/'%20OR%20'1'='1", "/s/?token=x", "/s/\xc3\xa9"})
            QTest::newRow(path) << QString::fromUtf8(path);
    }
    void pathsThatTryTheirLuck()
    {
        QFETCH(QString, path);
        for (const char *method : {"GET", "POST"}) {
            const auto answer = m_visitor.send(method, m_stage.server().url().toString() + path, {}, "en");
            QVERIFY2(answer.status >= 400 && answer.status < 500, QByteArray::number(answer.status).constData());
            QVERIFY(!answer.body.contains("script&gt;") && !answer.body.contains("<script"));
        }
    }

    void oddBodiesAreNoPasswords()
    {
        const auto link = newLink(m_file, {{QStringLiteral("password"), QStringLiteral("open sesame")}});
        for (const QByteArray &body : {QByteArray("password"), QByteArray("password=%00"), QByteArray("password=%zz"),
                                       QByteArray("{\"password\":\"open sesame\"}")})
            QCOMPARE(m_visitor.send("POST", text(link, "url"), body, "en").status, 403);
        QCOMPARE(m_visitor.send("POST", text(link, "url"), QByteArray(1 << 20, 'x'), "en").status, 413);
        QCOMPARE(m_visitor.send("PUT", text(link, "url"), {}, "en").status, 405);
        m_stage.sql("DELETE FROM login_failures");
    }

    void anotherServerOfTheDatabaseKnowsNoToken()
    {
        // Its keys are its own: the table alone opens nothing.
        const auto other = m_stage.startAnother();
        QVERIFY(other);
        const auto token = text(m_link, "url").section(QLatin1Char('/'), -1);
        QCOMPARE(m_visitor.get(other->url().toString() + QStringLiteral("/s/") + token).status, 404);
        QCOMPARE(m_visitor.get(text(m_link, "url")).status, 200);
    }

    void whatHappensIsCountedAndNotedWithoutTheToken()
    {
        const auto metrics = Client(m_stage.server().url()).get(QStringLiteral("/metrics")).body;
        for (const char *what : {"created", "revoked", "shown", "download", "unknown", "wrong_password", "throttled"})
            QVERIFY2(metrics.contains(QByteArray("learnlab_links_total{what=\"") + what), what);
        const auto log = m_stage.server().log();
        for (const char *what : {"link_created", "link_changed", "link_revoked", "link_password_refused"})
            QVERIFY2(log.contains(what), what);
        QVERIFY(log.contains("/s/{token}"));
        for (const auto &each : listed()) {
            const auto token = text(each.toObject(), "url").section(QLatin1Char('/'), -1).toLatin1();
            QVERIFY(!log.contains(token));
        }
        QVERIFY(!log.contains("signature=") && !log.contains("sesame"));
    }

private:
    static QString links() { return QStringLiteral("/api/v2/links"); }

    QString newFile(const QString &name, const QByteArray &bytes, const QString &folder = {})
    {
        QJsonObject more;
        if (!folder.isEmpty())
            more[QLatin1String("folder_id")] = folder;
        return text(m_owner->upload(name, bytes, more)[QLatin1String("file")].toObject(), "id");
    }

    QJsonObject newLink(const QString &file, QJsonObject more = {})
    {
        more[QLatin1String("file_id")] = file;
        return m_owner->post(links(), more).json();
    }

    QJsonArray listed() { return m_owner->get(links()).json()[QLatin1String("links")].toArray(); }

    QJsonObject find(const QString &id)
    {
        for (const auto &each : listed()) {
            if (text(each.toObject(), "id") == id)
                return each.toObject();
        }
        return {};
    }

    const QByteArray content = "what was shared";
    StageServer m_stage;
    std::unique_ptr<Client> m_owner;
    std::unique_ptr<Client> m_other;
    Visitor m_visitor;
    QString m_email;
    QString m_file;
    QJsonObject m_link;
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
