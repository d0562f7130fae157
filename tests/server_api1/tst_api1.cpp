// API 1 as the existing web page and scripts call it, written from its description; and that it is the same files as
// those of API 2.

#include "stage_server.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

namespace {

QByteArray formOf(const QByteArray &name, const QByteArray &content, const QByteArray &type = "text/plain")
{
    return "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: " + type +
           "\r\n\r\n" + content + "\r\n--XX--\r\n";
}

const QMap<QByteArray, QByteArray> formType{{"Content-Type", "multipart/form-data; boundary=XX"}};

QJsonArray listOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).array();
}

QString textOf(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

} // namespace

class TestApi1 : public QObject
{
    Q_OBJECT

private:
    StageServer m_stage;

    static QJsonObject upload(Client &client, const QByteArray &name, const QByteArray &content,
                              const QString &path = QStringLiteral("/api/files/upload"))
    {
        const auto answer = client.send("POST", path, formOf(name, content), formType);
        if (answer.status != 200)
            qWarning("%d %s", answer.status, answer.body.constData());
        return answer.json();
    }
    // As the web page signs in: a form, in which the e-mail address is the username.
    [[nodiscard]] Answer signInByForm(const QString &email, const QByteArray &password)
    {
        Client page(address());
        QUrlQuery form;
        form.addQueryItem(QStringLiteral("username"), email);
        form.addQueryItem(QStringLiteral("password"), QString::fromUtf8(password));
        return page.send("POST", QStringLiteral("/auth/login"), form.toString(QUrl::FullyEncoded).toUtf8(),
                         {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    [[nodiscard]] QUrl address() { return m_stage.server().url(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.start(
            {QStringLiteral("cors.origins=https://learn.example.org"), QStringLiteral("log.level=debug")}));
    }

    void aboutTheServer()
    {
        Client nobody(m_stage.server().url());
        QVERIFY(!textOf(nobody.get(QStringLiteral("/")).json(), "version").isEmpty());
        QCOMPARE(textOf(nobody.get(QStringLiteral("/health")).json(), "status"), QStringLiteral("healthy"));
        const auto paths = nobody.get(QStringLiteral("/openapi.json")).json()[QLatin1String("paths")].toObject();
        for (const char *path : {"/api/files/upload", "/api/files/files", "/api/files/files/{id}", "/api/upload",
                                 "/api/files", "/api/files/{id}", "/auth/login"})
            QVERIFY2(paths.contains(QLatin1String(path)), path);
        QVERIFY(paths[QLatin1String("/api/files/{id}")].toObject().contains(QLatin1String("delete")));
    }

    void accounts()
    {
        Client page(m_stage.server().url());
        const auto made = page.post(QStringLiteral("/auth/register"),
                                    {{QStringLiteral("email"), QStringLiteral("Web@Example.org")},
                                     {QStringLiteral("username"), QStringLiteral("web")},
                                     {QStringLiteral("password"), QStringLiteral("a good password")}});
        QCOMPARE(made.status, 200);
        const QStringList members = made.json().keys();
        QCOMPARE(members, (QStringList{QStringLiteral("created_at"), QStringLiteral("email"),
                                       QStringLiteral("full_name"), QStringLiteral("id"), QStringLiteral("is_active"),
                                       QStringLiteral("last_login"), QStringLiteral("username")}));
        const auto wrong = signInByForm(QStringLiteral("web@example.org"), "not it at all");
        QCOMPARE(wrong.status, 401);
        QVERIFY(wrong.json()[QLatin1String("detail")].isString());
        const auto first = signInByForm(QStringLiteral("web@example.org"), "a good password");
        const auto second = signInByForm(QStringLiteral("WEB@example.org"), "a good password"); // within a second
        QCOMPARE(first.status, 200);
        QCOMPARE(second.status, 200);
        QCOMPARE(textOf(first.json(), "token_type"), QStringLiteral("bearer"));
        QVERIFY(textOf(first.json(), "refresh_token") != textOf(second.json(), "refresh_token"));

        const auto asks = [&](const char *method, const QString &path, const Answer &as) {
            return page.send(method, path, {},
                             {{"Authorization", "Bearer " + textOf(as.json(), "access_token").toLatin1()},
                              {"Content-Type", "text/plain"}});
        };
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), first).json().keys(), members);
        const auto query = [](const Answer &of) {
            return QStringLiteral("?refresh_token=") + textOf(of.json(), "refresh_token");
        };
        const auto renewed = page.send("POST", QStringLiteral("/auth/refresh-token") + query(first));
        QCOMPARE(renewed.status, 200);
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), renewed).status, 200);
        // With the token in the query that session ends, without it all of them.
        const auto ended = asks("POST", QStringLiteral("/auth/logout") + query(second), renewed);
        QCOMPARE(ended.status, 200);
        QVERIFY(ended.json()[QLatin1String("message")].isString());
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), second).status, 401);
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), renewed).status, 200);
        const auto third = signInByForm(QStringLiteral("web@example.org"), "a good password");
        QCOMPARE(asks("POST", QStringLiteral("/auth/logout"), renewed).status, 200);
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), renewed).status, 401);
        QCOMPARE(asks("GET", QStringLiteral("/auth/me"), third).status, 401);
    }

    void nobodyElsesSessionEnds()
    {
        const auto owner = m_stage.newUser();
        const auto theirs = signInByForm(m_stage.lastEmail(), "a good password");
        const auto other = m_stage.newUser();
        const auto said =
            other->send("POST", QStringLiteral("/auth/logout?refresh_token=") + textOf(theirs.json(), "refresh_token"));
        QCOMPARE(said.status, 200);
        Client asking(m_stage.server().url());
        QCOMPARE(asking
                     .send("GET", QStringLiteral("/auth/me"), {},
                           {{"Authorization", "Bearer " + textOf(theirs.json(), "access_token").toLatin1()}})
                     .status,
                 200);
    }

    void aFileFromEndToEnd_data()
    {
        QTest::addColumn<QString>("upload");
        QTest::addColumn<QString>("files");
        QTest::newRow("served") << QStringLiteral("/api/files/upload") << QStringLiteral("/api/files/files");
        QTest::newRow("documented") << QStringLiteral("/api/upload") << QStringLiteral("/api/files");
    }
    void aFileFromEndToEnd()
    {
        QFETCH(QString, upload);
        QFETCH(QString, files);
        const auto client = m_stage.newUser();
        const QByteArray content("<script>alert(1)</script>");
        const auto answer = client->send("POST", upload, formOf("page \xc3\xbc.html", content, "text/html"), formType);
        QCOMPARE(answer.status, 200);
        const auto file = answer.json();
        QCOMPARE(file.keys(),
                 (QStringList{QStringLiteral("created_at"), QStringLiteral("download_url"), QStringLiteral("file_size"),
                              QStringLiteral("filename"), QStringLiteral("id"), QStringLiteral("mime_type"),
                              QStringLiteral("updated_at")}));
        QCOMPARE(textOf(file, "filename"), QStringLiteral("page \u00fc.html"));
        QCOMPARE(file[QLatin1String("file_size")].toInt(), int(content.size()));
        QCOMPARE(textOf(file, "mime_type"), QStringLiteral("text/html"));
        const auto id = textOf(file, "id");
        QCOMPARE(listOf(client->get(files)).size(), 1);
        QCOMPARE(textOf(listOf(client->get(files)).first().toObject(), "id"), id);
        const auto one = client->get(files + QLatin1Char('/') + id);
        QCOMPARE(textOf(one.json(), "id"), id);
        // Fetched without a token, and nothing that a browser would run.
        Client nobody(m_stage.server().url());
        const auto bytes = nobody.get(textOf(one.json(), "download_url"));
        QCOMPARE(bytes.body, content);
        QCOMPARE(bytes.headers.value("content-type"), QByteArray("application/octet-stream"));
        QVERIFY(bytes.headers.value("content-disposition").startsWith("attachment"));

        QCOMPARE(client->send("DELETE", files + QLatin1Char('/') + id).status, 200);
        QCOMPARE(client->get(files + QLatin1Char('/') + id).status, 404);
        QCOMPARE(client->send("DELETE", files + QLatin1Char('/') + id).status, 404);
        QCOMPARE(listOf(client->get(files)).size(), 0);
        QCOMPARE(m_stage.sql("SELECT is_deleted FROM files WHERE id = '" + id.toLatin1() + "'"), QByteArray("t"));
    }

    void theSameFilesInBothApis()
    {
        const auto client = m_stage.newUser();
        const auto cursor = client->changes()[QLatin1String("cursor")].toString();
        const auto one = upload(*client, "one.txt", "1");
        const auto feed = client->changes(cursor)[QLatin1String("files")].toArray();
        QCOMPARE(feed.size(), 1);
        QCOMPARE(textOf(feed.first().toObject(), "id"), textOf(one, "id"));
        QCOMPARE(textOf(feed.first().toObject(), "content_sha256"), digestOf("1"));
        QCOMPARE(client->download(textOf(one, "id")), QByteArray("1"));
        const auto folder = client->createFolder(QStringLiteral("below"));
        client->upload(QStringLiteral("two.txt"), "22", {{QStringLiteral("folder_id"), folder[QLatin1String("id")]}});
        const auto both = listOf(client->get(QStringLiteral("/api/files/files")));
        QCOMPARE(both.size(), 2);
        QCOMPARE(textOf(both.first().toObject(), "filename"), QStringLiteral("two.txt")); // the newest first
        // What goes to the trash there is gone here, and comes back.
        const auto on = [&](const char *kind, const QString &target, const QString &id) {
            return client->operate({{QStringLiteral("kind"), QLatin1String(kind)},
                                    {QStringLiteral("target"), target},
                                    {QStringLiteral("target_id"), id}});
        };
        on("trash", QStringLiteral("folder"), textOf(folder, "id"));
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files"))).size(), 1);
        on("restore", QStringLiteral("folder"), textOf(folder, "id"));
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files"))).size(), 2);
        client->send("DELETE", QStringLiteral("/api/files/") + textOf(one, "id"));
        const auto trashed = client->changes()[QLatin1String("files")].toArray();
        QVERIFY(std::any_of(trashed.begin(), trashed.end(), [&](const QJsonValue &file) {
            return textOf(file.toObject(), "id") == textOf(one, "id") && file[QLatin1String("is_deleted")].toBool();
        }));
        QCOMPARE(client->get(QStringLiteral("/api/v2/usage")).json()[QLatin1String("bytes_used")].toInt(), 3);
    }

    void everyUploadIsANewRow()
    {
        const auto client = m_stage.newUser();
        QStringList names;
        for (int i = 0; i < 3; ++i)
            names << textOf(upload(*client, "same.txt", QByteArray::number(i)), "filename");
        QCOMPARE(names, (QStringList{QStringLiteral("same.txt"), QStringLiteral("same (2).txt"),
                                     QStringLiteral("same (3).txt")}));
        QCOMPARE(textOf(upload(*client, "../../etc/passwd", "x"), "filename"),
                 QStringLiteral("..%2F..%2Fetc%2Fpasswd"));
        QCOMPARE(textOf(upload(*client, "", "x"), "filename"), QStringLiteral("unnamed"));
        // Many at once share transactions and lose nothing.
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 40; ++i)
            replies << client->start("POST", QStringLiteral("/api/files/upload"),
                                     formOf("many.txt", QByteArray::number(i)), formType);
        QSet<QString> taken;
        for (auto *reply : replies)
            taken << textOf(Client::finished(reply).json(), "filename");
        QCOMPARE(taken.size(), 40);
    }

    void pages()
    {
        const auto client = m_stage.newUser();
        for (int i = 0; i < 12; ++i)
            upload(*client, "f" + QByteArray::number(i), "x");
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files/files"))).size(), 10);
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files/files?limit=100"))).size(), 12);
        QSet<QString> seen;
        for (int skip = 0; skip < 12; skip += 5) {
            for (const auto &file : listOf(client->get(QStringLiteral("/api/files/files?limit=5&skip=%1").arg(skip))))
                seen << textOf(file.toObject(), "id");
        }
        QCOMPARE(seen.size(), 12);
        for (const char *bad : {"limit=0", "limit=101", "limit=x", "skip=-1"})
            QCOMPARE(client->get(QStringLiteral("/api/files/files?") + QLatin1String(bad)).status, 422);
    }

    void whatIsNoUpload()
    {
        const auto client = m_stage.newUser();
        const auto path = QStringLiteral("/api/files/upload");
        QCOMPARE(client->send("POST", path, "{}").status, 415);
        QCOMPARE(client->send("POST", path, "no form", formType).status, 400);
        QCOMPARE(client->send("POST", path, formOf("a", "abc").chopped(8), formType).status, 400);
        auto other = formOf("a", "abc");
        QCOMPARE(client->send("POST", path, other.replace("name=\"file\"", "name=\"text\""), formType).status, 422);
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files"))).size(), 0);
        QCOMPARE(m_stage.sql("SELECT count(*) FROM object_deletions"), QByteArray("0"));
    }

    void quotaHolds()
    {
        const auto client = m_stage.newUser();
        m_stage.sql("UPDATE users SET quota_bytes = 10 WHERE email = '" + m_stage.lastEmail().toLatin1() + "'");
        upload(*client, "fits", "12345678");
        const auto answer = client->send("POST", QStringLiteral("/api/files/upload"), formOf("more", "123"), formType);
        QCOMPARE(answer.status, 507);
        QCOMPARE(answer.code(), QStringLiteral("quota_exceeded"));
        QCOMPARE(listOf(client->get(QStringLiteral("/api/files"))).size(), 1);
    }

    void largeOnesComeWholeToo()
    {
        const auto client = m_stage.newUser();
        QByteArray content(9 << 20, 'x');
        for (int i = 0; i < content.size(); i += 999)
            content[i] = char(i);
        const auto file = upload(*client, "large.bin", content);
        Client nobody(m_stage.server().url());
        QCOMPARE(digestOf(nobody.get(textOf(file, "download_url")).body), digestOf(content));
        const QDir folder(m_stage.server().objectsFolder());
        QCOMPARE(folder.entryList({QStringLiteral("learnlab-form-*")}, QDir::Files), QStringList());
        QCOMPARE(m_stage.sql("SELECT content_sha256 FROM files WHERE id = '" + textOf(file, "id").toLatin1() + "'"),
                 digestOf(content).toLatin1());
    }

    void strangers()
    {
        const auto owner = m_stage.newUser();
        const auto other = m_stage.newUser();
        const auto id = textOf(upload(*owner, "mine.txt", "mine"), "id");
        Client nobody(m_stage.server().url());
        for (const auto &base : {QStringLiteral("/api/files/files"), QStringLiteral("/api/files")}) {
            QCOMPARE(nobody.get(base).status, 401);
            QVERIFY(!other->get(base).body.contains("mine"));
            for (const char *method : {"GET", "DELETE"}) {
                QCOMPARE(other->send(method, base + QLatin1Char('/') + id).status, 404);
                QCOMPARE(nobody.send(method, base + QLatin1Char('/') + id).status, 401);
            }
        }
        QCOMPARE(nobody.send("POST", QStringLiteral("/api/files/upload"), formOf("a", "b"), formType).status, 401);
        QCOMPARE(nobody.get(QStringLiteral("/ws?token=garbage")).status, 401);
        QCOMPARE(listOf(owner->get(QStringLiteral("/api/files"))).size(), 1);
    }

    void noticesOfUploads()
    {
        const auto client = m_stage.newUser();
        auto address = m_stage.server().url();
        address.setScheme(QStringLiteral("ws"));
        address.setPath(QStringLiteral("/ws"));
        address.setQuery(QStringLiteral("token=") + QString::fromLatin1(client->token()));
        QWebSocket socket;
        QStringList messages;
        connect(&socket, &QWebSocket::textMessageReceived, this, [&](const QString &text) { messages << text; });
        socket.open(address);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 20000);
        socket.sendTextMessage(QStringLiteral("ping"));
        QTRY_COMPARE_WITH_TIMEOUT(messages, QStringList{QStringLiteral("pong")}, 20000);
        const auto file = upload(*client, "told.txt", "x");
        QTRY_COMPARE_WITH_TIMEOUT(messages.size(), 2, 20000);
        const auto told = QJsonDocument::fromJson(messages.last().toUtf8()).object();
        QCOMPARE(told[QLatin1String("file")].toObject()[QLatin1String("id")], file[QLatin1String("id")]);
        // Nothing is said of a new name, nor of a deletion.
        client->operate({{QStringLiteral("kind"), QStringLiteral("rename")},
                         {QStringLiteral("target"), QStringLiteral("file")},
                         {QStringLiteral("target_id"), textOf(file, "id")},
                         {QStringLiteral("name"), QStringLiteral("renamed.txt")}});
        client->upload(QStringLiteral("other.txt"), "y");
        QTRY_VERIFY_WITH_TIMEOUT(messages.last().contains(QLatin1String("other.txt")), 20000);
        client->send("DELETE", QStringLiteral("/api/files/") + textOf(file, "id"));
        client->upload(QStringLiteral("last.txt"), "z");
        QTRY_VERIFY_WITH_TIMEOUT(messages.last().contains(QLatin1String("last.txt")), 20000);
        QCOMPARE(messages.size(), 4);
        // It ends with the session.
        client->send("POST", QStringLiteral("/auth/logout"));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 20000);
        QCOMPARE(int(socket.closeCode()), 1008);
        // Neither tokens nor signatures in any log.
        const auto log = m_stage.server().log();
        QVERIFY(log.contains("/ws"));
        QVERIFY(!log.contains(client->token()));
        QVERIFY(!log.contains("token=") && !log.contains("signature="));
    }

    void pagesOfOtherAddresses()
    {
        const auto client = m_stage.newUser();
        const auto asks = [&](const char *method, const QByteArray &origin) {
            return client->send(method, QStringLiteral("/api/files"), {},
                                {{"Origin", origin}, {"Access-Control-Request-Method", "GET"}});
        };
        const auto preflight = asks("OPTIONS", "https://learn.example.org");
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.headers.value("access-control-allow-origin"), QByteArray("https://learn.example.org"));
        QVERIFY(preflight.headers.value("access-control-allow-headers").contains("Authorization"));
        QCOMPARE(asks("GET", "https://learn.example.org").headers.value("access-control-allow-origin"),
                 QByteArray("https://learn.example.org"));
        for (const char *origin :
             {"https://evil.example.org", "http://learn.example.org", "null", "https://learn.example.org.evil"}) {
            for (const char *method : {"OPTIONS", "GET"}) {
                const auto answer = asks(method, origin);
                QVERIFY2(!answer.headers.contains("access-control-allow-origin"), origin);
                QVERIFY(!answer.headers.contains("access-control-allow-credentials"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestApi1)
#include "tst_api1.moc"
