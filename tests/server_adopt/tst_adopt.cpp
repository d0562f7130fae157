// Existing databases move in: no row is lost, the old passwords sign in, and a second run changes nothing.

#include "stage_server.h"

#include <testsupport/private_ceph.h>

#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <libpq-fe.h>

using namespace learnlab::testsupport;

namespace {

// "an old password" with a cost of 4, as libraries of three ages write it.
const QByteArray hashed("04$abcdefghijklmnopqrstuuT3Sk3nxm7zGO9HawtOFdMehp4wZKzES");
const QString password = QStringLiteral("an old password");

QByteArray idOf(int number)
{
    return "00000000-0000-4000-8000-" + QByteArray::number(number).rightJustified(12, '0');
}

struct Shape
{
    QByteArray text;   // the type of names
    QByteArray time;   // the type of times
    QByteArray id;     // the type of ids
    bool whole = true; // with the columns that the oldest revisions lack
};

} // namespace
Q_DECLARE_METATYPE(Shape)

class TestAdopt : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_old;
    StageServer m_stage;

    QByteArray old(const QByteArray &statement)
    {
        const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(m_old.url().constData()), PQfinish);
        const std::unique_ptr<PGresult, void (*)(PGresult *)> result(PQexec(connection.get(), statement.constData()),
                                                                     PQclear);
        const auto status = PQresultStatus(result.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            qFatal("%s: %s", statement.constData(), PQerrorMessage(connection.get()));
        return PQntuples(result.get()) > 0 ? QByteArray(PQgetvalue(result.get(), 0, 0)) : QByteArray();
    }

    void makeOld(const Shape &shape)
    {
        old("DROP TABLE IF EXISTS files, user_sessions, users CASCADE");
        const auto more = [&](const QByteArray &columns) { return shape.whole ? columns : QByteArray(); };
        old("CREATE TABLE users (id " + shape.id + " PRIMARY KEY, email " + shape.text + " UNIQUE, username " +
            shape.text + ", password_hash " + shape.text + ", created_at " + shape.time + ", is_active BOOLEAN" +
            more(", full_name " + shape.text + ", updated_at " + shape.time + ", last_login " + shape.time) + ")");
        old("CREATE TABLE user_sessions (id " + shape.id + " PRIMARY KEY, user_id " + shape.id + ", refresh_token " +
            shape.text + ", expires_at " + shape.time +
            more(", created_at " + shape.time + ", device_info " + shape.text) + ")");
        old("CREATE TABLE files (id " + shape.id + " PRIMARY KEY, user_id " + shape.id + ", filename " + shape.text +
            ", s3_key " + shape.text + ", file_size BIGINT, created_at " + shape.time + ", is_deleted BOOLEAN" +
            more(", mime_type " + shape.text + ", updated_at " + shape.time) + ")");
    }

    void addUser(int number, const QByteArray &email, const QByteArray &name, const QByteArray &variant = "$2b$")
    {
        old("INSERT INTO users (id, email, username, password_hash, created_at, is_active) VALUES ('" + idOf(number) +
            "', '" + email + "', '" + name + "', '" + variant + hashed + "', '2024-05-0" +
            QByteArray::number(number % 9 + 1) + " 10:00:00', true)");
    }
    void addFile(int number, int user, const QByteArray &name, const QByteArray &key, bool deleted = false)
    {
        old("INSERT INTO files (id, user_id, filename, s3_key, file_size, created_at, is_deleted) VALUES ('" +
            idOf(number) + "', '" + idOf(user) + "', '" + name + "', '" + key + "', 5, '2024-06-01 12:30:00', " +
            (deleted ? "true" : "false") + ")");
    }
    void addSession(int number, int user, const QByteArray &token)
    {
        old("INSERT INTO user_sessions (id, user_id, refresh_token, expires_at) VALUES ('" + idOf(number) + "', '" +
            idOf(user) + "', '" + token + "', now() + interval '3 days')");
    }

    QJsonObject adopt(const QStringList &more, int expected)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromLatin1(m_stage.databaseUrl()));
        process.setProcessEnvironment(environment);
        process.start(programPath(QStringLiteral("learnlab-server")),
                      QStringList{QStringLiteral("adopt"), QStringLiteral("--from"), QString::fromLatin1(m_old.url()),
                                  QStringLiteral("--json")} +
                          more);
        if (!process.waitForFinished(60000) || process.exitCode() != expected)
            qWarning("adopt: %d %s", process.exitCode(), process.readAllStandardError().constData());
        m_said = process.readAllStandardOutput();
        return QJsonDocument::fromJson(m_said).object();
    }
    static int count(const QJsonObject &report, const char *table, const char *what)
    {
        return report[QLatin1String(table)].toObject()[QLatin1String(what)].toInt();
    }
    static int finding(const QJsonObject &report, const char *what)
    {
        return report[QLatin1String("findings")]
            .toObject()[QLatin1String(what)]
            .toObject()[QLatin1String("count")]
            .toInt();
    }
    // Each shape begins with nothing here.
    void clear()
    {
        m_stage.sql("DELETE FROM users");
        m_stage.sql("DELETE FROM object_deletions");
    }
    int signIn(const QString &email, const QString &word = password)
    {
        Client client(m_stage.server().url());
        return client.signIn(email, word.toUtf8()) ? 200 : 401;
    }

    QByteArray m_said;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_old.start(PrivatePostgres::Schema::Empty), qPrintable(m_old.error()));
        QVERIFY(m_stage.start());
    }

    void everyShapeMovesIn_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::newRow("as documented") << Shape{"VARCHAR(255)", "TIMESTAMP WITH TIME ZONE", "UUID"};
        QTest::newRow("without zones") << Shape{"VARCHAR(255)", "TIMESTAMP WITHOUT TIME ZONE", "UUID"};
        QTest::newRow("unbounded text") << Shape{"TEXT", "TIMESTAMP WITHOUT TIME ZONE", "UUID"};
        QTest::newRow("ids as text") << Shape{"VARCHAR", "TIMESTAMP WITH TIME ZONE", "VARCHAR(36)"};
        QTest::newRow("fewer columns") << Shape{"TEXT", "TIMESTAMP WITH TIME ZONE", "UUID", false};
    }
    void everyShapeMovesIn()
    {
        QFETCH(Shape, shape);
        clear();
        makeOld(shape);
        addUser(1, "amal@example.org", "amal", "$2a$");
        addUser(2, "Berta@Example.org", "berta", "$2b$");
        addUser(3, "chen@example.org", "chen", "$2y$");
        addSession(11, 1, "a-clear-token");
        addSession(12, 1, "another-clear-token");
        addFile(21, 1, "essay.pdf", "uploads/1/essay.pdf");
        addFile(22, 1, "old.pdf", "uploads/1/old one.pdf", true);
        addFile(23, 2, "essay.pdf", "uploads/2/essay.pdf");

        // A rehearsal changes nothing and says the same.
        auto report = adopt({}, 0);
        QCOMPARE(count(report, "files", "adopted"), 3);
        QCOMPARE(m_stage.sql("SELECT count(*) FROM users"), QByteArray("0"));
        report = adopt({QStringLiteral("--apply")}, 0);
        QVERIFY2(report[QLatin1String("complete")].toBool(), m_said.constData());
        QCOMPARE(count(report, "users", "adopted"), 3);
        QCOMPARE(count(report, "user_sessions", "adopted"), 2);
        QCOMPARE(count(report, "files", "adopted"), 3);
        QVERIFY(!m_said.contains("clear-token") && !m_said.contains("example.org"));

        for (const char *email : {"amal@example.org", "berta@example.org", "chen@example.org"})
            QCOMPARE(signIn(QLatin1String(email)), 200);
        QCOMPARE(signIn(QStringLiteral("amal@example.org"), QStringLiteral("not the old one")), 401);
        QCOMPARE(m_stage.sql(
                     "SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') FROM files WHERE id = '" +
                     idOf(21) + "'"),
                 shape.time.contains("WITHOUT")
                     ? QByteArray("2024-06-01 12:30:00")
                     : old("SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') "
                           "FROM files WHERE filename = 'old.pdf'"));
        QCOMPARE(m_stage.sql("SELECT s3_key FROM files WHERE id = '" + idOf(22) + "' AND is_deleted"),
                 QByteArray("uploads/1/old one.pdf"));
        // No old file goes before its owner has had the whole time to take it out of the trash.
        QCOMPARE(m_stage.sql("SELECT deleted_at > now() - interval '1 hour' FROM files WHERE id = '" + idOf(22) + "'"),
                 QByteArray("t"));
        QCOMPARE(m_stage.sql("SELECT count(*) FROM user_sessions WHERE refresh_token LIKE '%clear%'"), QByteArray("0"));
        QCOMPARE(m_stage.sql("SELECT bytes_used FROM user_feed WHERE user_id = '" + idOf(1) + "'"), QByteArray("10"));
        Client client(m_stage.server().url());
        QVERIFY(client.signIn(QStringLiteral("amal@example.org"), password.toUtf8()));
        QCOMPARE(client.changes()[QLatin1String("files")].toArray().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(client.get(QStringLiteral("/api/files")).body).array().size(), 1);

        // Again: nothing is doubled, and what came meanwhile follows.
        addFile(24, 1, "late.pdf", "uploads/1/late.pdf");
        report = adopt({QStringLiteral("--apply")}, 0);
        QCOMPARE(count(report, "users", "there"), 3);
        QCOMPARE(count(report, "user_sessions", "there"), 2);
        QCOMPARE(count(report, "files", "there"), 3);
        QCOMPARE(count(report, "files", "adopted"), 1);
    }

    void twinsLoseNothing()
    {
        clear();
        makeOld({"TEXT", "TIMESTAMP WITHOUT TIME ZONE", "UUID"});
        addUser(1, "twin@example.org", "twin");
        addUser(2, "Twin@example.org", "twin", "$2y$");
        addUser(3, "long@example.org", QByteArray(80, 'n'));
        addUser(4, "Younger@Example.org", "older"); // the later one has the spelling in small letters
        addUser(5, "younger@example.org", "younger");
        for (int i = 21; i < 24; ++i)
            addFile(i, 1, "same.txt", "k/" + QByteArray::number(i));
        addFile(24, 1, "same.txt", "k/24", true);
        addFile(25, 2, "../" + QByteArray(400, 'x') + ".pdf", "k/25");
        addSession(11, 1, "t");
        addSession(12, 1, "t");
        const auto report = adopt({QStringLiteral("--apply")}, 0);
        QVERIFY2(report[QLatin1String("complete")].toBool(), m_said.constData());
        QCOMPARE(finding(report, "email_twin"), 2);
        QCOMPARE(finding(report, "username_changed"), 2);
        QCOMPARE(finding(report, "name_changed"), 3);
        QCOMPARE(count(report, "user_sessions", "adopted"), 2);
        QCOMPARE(
            m_stage.sql("SELECT string_agg(filename, ',' ORDER BY id) FROM files WHERE user_id = '" + idOf(1) + "'"),
            QByteArray("same.txt,same (2).txt,same (3).txt,same.txt"));
        QCOMPARE(m_stage.sql("SELECT filename FROM files WHERE id = '" + idOf(25) + "'"),
                 "..%2F" + QByteArray(246, 'x') + ".pdf");
        // Each by the spelling that is theirs; any other spelling is the older account's.
        for (const auto &[email, id] : {std::pair("twin@example.org", 1),
                                        {"TWIN@example.org", 1},
                                        {"Younger@Example.org", 4},
                                        {"younger@example.org", 5},
                                        {"YOUNGER@example.org", 4}}) {
            Client client(m_stage.server().url());
            QVERIFY(client.signIn(QLatin1String(email), password.toUtf8()));
            QCOMPARE(client.get(QStringLiteral("/auth/me")).json()[QLatin1String("id")].toString().toLatin1(),
                     idOf(id));
        }
        QCOMPARE(m_stage.sql("SELECT email FROM users WHERE id = '" + idOf(2) + "'"), QByteArray("Twin@example.org"));
        Client second(m_stage.server().url());
        QVERIFY(second.signIn(QStringLiteral("Twin@example.org"), password.toUtf8()));
        QCOMPARE(second.get(QStringLiteral("/auth/me")).json()[QLatin1String("id")].toString().toLatin1(), idOf(2));
    }

    void whatCannotBeKeptIsSaid()
    {
        clear();
        makeOld({"TEXT", "TIMESTAMP WITHOUT TIME ZONE", "TEXT"});
        addUser(1, "one@example.org", "one");
        old("INSERT INTO users (id, email, username, password_hash) VALUES ('17', 'x@example.org', 'x', 'plain')");
        old("UPDATE users SET password_hash = '$argon2id$v=19$x' WHERE username = 'one'");
        addFile(21, 1, "a", QByteArray(600, 'k'));
        addFile(22, 9, "b", "k/22");
        addFile(23, 1, "c", "k/23");
        addSession(11, 9, "t");
        const auto report = adopt({QStringLiteral("--apply")}, 1);
        QVERIFY(!report[QLatin1String("complete")].toBool());
        QCOMPARE(finding(report, "id_is_no_uuid"), 1);
        QCOMPARE(finding(report, "object_key_too_long"), 1);
        QCOMPARE(finding(report, "user_is_missing"), 2);
        QCOMPARE(finding(report, "password_must_be_reset"), 1);
        QCOMPARE(count(report, "files", "refused"), 2);
        QCOMPARE(count(report, "files", "adopted"), 1);
    }

    void contentsStayWhereTheyAre()
    {
        if (!PrivateCeph::available())
            QSKIP("Ceph is not installed");
        PrivateCeph ceph;
        QVERIFY2(ceph.start(), qPrintable(ceph.error()));
        const auto settings = ceph.serverSettings(QStringLiteral("moved"));
        const auto server = m_stage.startAnother(settings); // makes the bucket
        QVERIFY(server != nullptr);
        clear();
        makeOld({"TEXT", "TIMESTAMP WITHOUT TIME ZONE", "UUID"});
        addUser(1, "amal@example.org", "amal");
        addFile(21, 1, "essay.txt", "uploads/1/my \u00e9ssay+1.txt");
        addFile(22, 1, "gone.txt", "uploads/1/gone.txt");
        QProcess put;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("S3_ACCESS_KEY"), ceph.accessKey());
        environment.insert(QStringLiteral("S3_SECRET_KEY"), QString::fromLatin1(ceph.secretKey().trimmed()));
        put.setProcessEnvironment(environment);
        put.start(QStringLiteral("/usr/bin/python3"),
                  {QStringLiteral(LEARNLAB_SOURCE_DIR "/tests/server_adopt/put_object.py"), ceph.endpoint(),
                   QStringLiteral("moved"), QStringLiteral("uploads/1/my \u00e9ssay+1.txt")});
        put.write("their essay");
        put.closeWriteChannel();
        QVERIFY2(put.waitForFinished(60000) && put.exitCode() == 0, put.readAllStandardError().constData());

        QStringList flags{QStringLiteral("--apply"), QStringLiteral("--read-contents")};
        for (const auto &setting : settings)
            flags << QStringLiteral("--") + setting;
        auto report = adopt(flags, 0);
        QCOMPARE(count(report, "contents", "adopted"), 1);
        QCOMPARE(finding(report, "object_missing"), 1);
        QCOMPARE(finding(report, "size_differs"), 1); // their row said 5
        Client client(server->url());
        QVERIFY(client.signIn(QStringLiteral("amal@example.org"), password.toUtf8()));
        Client nobody(server->url());
        const auto listed = QJsonDocument::fromJson(client.get(QStringLiteral("/api/files")).body).array();
        QCOMPARE(listed.size(), 2);
        const auto old = client.get(QStringLiteral("/api/files/") + QString::fromLatin1(idOf(21))).json();
        QCOMPARE(nobody.get(old[QLatin1String("download_url")].toString()).body, QByteArray("their essay"));
        QCOMPARE(client.download(QString::fromLatin1(idOf(21))), QByteArray("their essay"));
        // The same bytes again are known: they need not be sent.
        QCOMPARE(client.announce(QStringLiteral("copy.txt"), "their essay")[QLatin1String("status")].toString(),
                 QStringLiteral("present"));
        report = adopt(flags, 0);
        QCOMPARE(count(report, "contents", "found"), 1);
    }

    void anotherDatabaseIsRefused()
    {
        old("DROP TABLE files");
        static_cast<void>(adopt({}, 2));
        QCOMPARE(m_said, QByteArray());
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromLatin1(m_stage.databaseUrl()));
        process.setProcessEnvironment(environment);
        process.start(programPath(QStringLiteral("learnlab-server")),
                      {QStringLiteral("adopt"), QStringLiteral("--from"), QString::fromLatin1(m_stage.databaseUrl())});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("backup and restore"));
    }
};

QTEST_GUILESS_MAIN(TestAdopt)
#include "tst_adopt.moc"
