// What is another user's is not there; what is nobody's needs a sign-in; an address is good for exactly what it was
// made for.

#include "stage_server.h"

#include <QTest>

class TestStrangers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_stage.start());
        m_owner = m_stage.newUser();
        m_other = m_stage.newUser();
        QVERIFY(m_owner && m_other);
        m_folder = m_owner->createFolder(QStringLiteral("mine"))[QLatin1String("id")].toString();
        m_file = m_owner->upload(QStringLiteral("mine.txt"), "mine")[QLatin1String("file")]
                     .toObject()[QLatin1String("id")]
                     .toString();
        m_announced = m_owner->announce(QStringLiteral("open.txt"), "open");
    }

    void everyCallNeedsASignIn_data() { calls(); }
    void everyCallNeedsASignIn()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        Client nobody(m_stage.server().url());
        const auto answer = nobody.send(method, path, body);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), QStringLiteral("token_missing"));
        QCOMPARE(answer.headers.value("content-type").split(';').first(), QByteArray("application/problem+json"));
    }

    void anotherUsersThingsAreNotThere_data() { calls(); }
    void anotherUsersThingsAreNotThere()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        const auto before = ownersFeed();
        const auto answer = m_other->send(method, path, body);
        QVERIFY2(!answer.body.contains("mine"), answer.body.constData());
        if (path.contains(m_folder) || path.contains(uploadId()))
            QCOMPARE(answer.status, 404);
        else
            QCOMPARE(answer.status, 200);
        for (const auto &result : answer.json()[QLatin1String("results")].toArray()) {
            QCOMPARE(result.toObject()[QLatin1String("status")].toString(), QStringLiteral("failed"));
            const auto code = result.toObject()[QLatin1String("problem")].toObject()[QLatin1String("code")].toString();
            QVERIFY2(code == QLatin1String("not_found") || code == QLatin1String("parent_gone") ||
                         code == QLatin1String("operation_id_reused"),
                     qPrintable(code));
        }
        QCOMPARE(ownersFeed(), before);
    }

    void anAddressIsGoodForOneThing()
    {
        const auto put = m_announced[QLatin1String("url")].toString();
        const auto get =
            m_owner->post(QStringLiteral("/api/v2/downloads"), {{QStringLiteral("files"), QJsonArray{m_file}}})
                .result()[QLatin1String("url")]
                .toString();
        Client nobody(m_stage.server().url());
        const auto status = [&](const char *method, QString url, const QString &from, const QString &into) {
            if (!from.isEmpty()) {
                if (!url.contains(from))
                    return -1;
                url.replace(from, into);
            }
            return nobody.send(method, url, qstrcmp(method, "PUT") == 0 ? "open" : "").status;
        };
        QCOMPARE(status("GET", get, {}, {}), 200);
        QCOMPARE(status("HEAD", get, {}, {}), 200);
        QCOMPARE(status("GET", put, {}, {}), 403);
        QCOMPARE(status("PUT", get, {}, {}), 403);
        QCOMPARE(status("GET", get, QStringLiteral("mine.txt"), QStringLiteral("mine.htm")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("&expires="), QStringLiteral("&expires=9")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("?name="), QStringLiteral("?name=x&name=")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("?name="), QStringLiteral("?extra=1&name=")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("&signature="), QStringLiteral("&signature=A")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("&signature="), QStringLiteral("&unsigned=")), 403);
        QCOMPARE(status("GET", get, QStringLiteral("/objects/"), QStringLiteral("/objects/%2e%2e/")), 404);
        QCOMPARE(status("PUT", put, QStringLiteral("&size=4"), QStringLiteral("&size=5")), 403);
        QCOMPARE(status("PUT", put, QStringLiteral("part=1"), QStringLiteral("part=2")), 403);
        QCOMPARE(status("PUT", put, QStringLiteral("part=1"), QStringLiteral("part=01")), 403);
        QCOMPARE(status("PUT", put, uploadId(), newId()), 403);
        QCOMPARE(status("PUT", put, uploadId(), uploadId().toUpper()), 403);
        QCOMPARE(status("DELETE", put, {}, {}), 405);
        QCOMPARE(status("PUT", put, {}, {}), 200);
    }

    void rangesAndWhatABrowserIsTold()
    {
        const auto ready =
            m_owner->post(QStringLiteral("/api/v2/downloads"), {{QStringLiteral("files"), QJsonArray{m_file}}})
                .result();
        const auto url = ready[QLatin1String("url")].toString();
        const auto etag = ready[QLatin1String("etag")].toString().toLatin1();
        const auto whole = m_owner->send("GET", url);
        QCOMPARE(whole.headers.value("etag"), etag);
        QCOMPARE(whole.headers.value("content-type"), QByteArray("application/octet-stream"));
        QVERIFY(whole.headers.value("content-disposition").startsWith("attachment"));
        QCOMPARE(whole.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(whole.headers.value("content-security-policy").contains("sandbox"));
        QCOMPARE(whole.headers.value("referrer-policy"), QByteArray("no-referrer"));
        QVERIFY(whole.headers.value("cache-control").contains("private"));
        const auto part = m_owner->send("GET", url, {}, {{"Range", "bytes=2-"}, {"If-Range", etag}});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.body, QByteArray("ne"));
        QCOMPARE(m_owner->send("GET", url, {}, {{"Range", "bytes=2-"}, {"If-Range", "\"other\""}}).status, 200);
        QCOMPARE(m_owner->send("GET", url, {}, {{"Range", "bytes=9-"}}).status, 416);
        QCOMPARE(m_owner->send("GET", url, {}, {{"If-Match", "\"other\""}}).status, 412);
    }

    void noSecretIsLogged()
    {
        const auto log = m_stage.server().log();
        QVERIFY(log.contains("/objects/"));
        QVERIFY(!log.contains("signature="));
        QVERIFY(!log.contains(m_owner->token()));
    }

private:
    QString uploadId() const { return m_announced[QLatin1String("upload_id")].toString(); }
    QByteArray ownersFeed() { return m_owner->get(QStringLiteral("/api/v2/changes")).body; }

    void calls()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        const auto folder = m_folder.toLatin1();
        const auto file = m_file.toLatin1();
        const QByteArray digest = digestOf("x").toLatin1();
        QTest::newRow("changes") << QByteArray("GET") << QStringLiteral("/api/v2/changes") << QByteArray();
        QTest::newRow("usage") << QByteArray("GET") << QStringLiteral("/api/v2/usage") << QByteArray();
        QTest::newRow("children of root")
            << QByteArray("GET") << QStringLiteral("/api/v2/folders/root/children") << QByteArray();
        QTest::newRow("children") << QByteArray("GET") << QStringLiteral("/api/v2/folders/%1/children").arg(m_folder)
                                  << QByteArray();
        QTest::newRow("downloads") << QByteArray("POST") << QStringLiteral("/api/v2/downloads")
                                   << QByteArray("{\"files\":[\"" + file + "\"]}");
        QTest::newRow("upload") << QByteArray("GET") << QStringLiteral("/api/v2/uploads/") + uploadId() << QByteArray();
        QTest::newRow("give up") << QByteArray("DELETE") << QStringLiteral("/api/v2/uploads/") + uploadId()
                                 << QByteArray();
        QTest::newRow("parts") << QByteArray("POST") << QStringLiteral("/api/v2/uploads/%1/parts").arg(uploadId())
                               << QByteArray("{\"parts\":[{\"number\":1,\"size\":4,\"sha256\":\"" + digest + "\"}]}");
        QTest::newRow("complete") << QByteArray("POST") << QStringLiteral("/api/v2/uploads/complete")
                                  << QByteArray("{\"uploads\":[{\"upload_id\":\"" + uploadId().toLatin1() +
                                                "\",\"sha256\":\"" + digest + "\"}]}");
        const auto upload = [&](const char *name, const QByteArray &fileId, const QByteArray &folderId) {
            QTest::newRow(name) << QByteArray("POST") << QStringLiteral("/api/v2/uploads")
                                << QByteArray("{\"uploads\":[{\"upload_id\":\"" + newId().toLatin1() +
                                              "\",\"file_id\":\"" + fileId + "\",\"folder_id\":" + folderId +
                                              ",\"filename\":\"x\",\"file_size\":1,\"sha256\":\"" + digest + "\"}]}");
        };
        upload("upload into a folder", newId().toLatin1(), "\"" + folder + "\"");
        upload("upload as a file", file, "null");
        const auto operation = [&](const char *name, const QByteArray &members) {
            QTest::newRow(name) << QByteArray("POST") << QStringLiteral("/api/v2/operations")
                                << QByteArray("{\"operations\":[{\"id\":\"" + newId().toLatin1() + "\"," + members +
                                              "}]}");
        };
        operation("create with an id",
                  "\"kind\":\"create_folder\",\"folder_id\":\"" + folder + "\",\"parent_id\":null,\"name\":\"x\"");
        operation("create below", "\"kind\":\"create_folder\",\"folder_id\":\"" + newId().toLatin1() +
                                      "\",\"parent_id\":\"" + folder + "\",\"name\":\"x\"");
        for (const char *kind : {"trash", "restore", "purge"}) {
            operation(QByteArray(kind) + " folder",
                      QByteArray("\"kind\":\"") + kind + "\",\"target\":\"folder\",\"target_id\":\"" + folder + "\"");
            operation(QByteArray(kind) + " file",
                      QByteArray("\"kind\":\"") + kind + "\",\"target\":\"file\",\"target_id\":\"" + file + "\"");
        }
        operation("rename", "\"kind\":\"rename\",\"target\":\"file\",\"target_id\":\"" + file + "\",\"name\":\"x\"");
        operation("move", "\"kind\":\"move\",\"target\":\"file\",\"target_id\":\"" + file + "\",\"parent_id\":null");
    }

    StageServer m_stage;
    std::unique_ptr<Client> m_owner;
    std::unique_ptr<Client> m_other;
    QString m_folder;
    QString m_file;
    QJsonObject m_announced;
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
