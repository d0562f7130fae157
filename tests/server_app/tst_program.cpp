// The program from outside: its commands, what it refuses to start with, and how it ends.
#include <testsupport/private_postgres.h>
#include <testsupport/server_process.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace learnlab::testsupport;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;
    QTemporaryDir m_folder;

    Outcome run(const QStringList &arguments, const QByteArray &databaseUrl = {}, const QByteArray &input = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("LEARNLAB_DATABASE_URL"));
        if (!databaseUrl.isEmpty())
            environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(databaseUrl));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(programPath(QStringLiteral("learnlab-server")), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QStringList serveArguments(const QStringList &more = {})
    {
        return QStringList{QStringLiteral("serve"), QStringLiteral("--listen=127.0.0.1:0"),
                           QStringLiteral("--objects.directory=") + m_folder.filePath(QStringLiteral("objects")),
                           QStringLiteral("--auth.bcrypt_cost=4"),
                           QStringLiteral("--auth.key_file=") + m_folder.filePath(QStringLiteral("auth.key"))} +
               more;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_postgres.start(), qPrintable(m_postgres.error())); }

    void explainsItself()
    {
        const Outcome help = run({QStringLiteral("--help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("serve") && help.out.contains("limits.body_bytes"));
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith("learnlab-server "));
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({QStringLiteral("dance")}).code, 2);
        QCOMPARE(run({QStringLiteral("serve"), QStringLiteral("now")}).code, 2);
    }

    void refusesToStart_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("unknown setting") << QStringList{QStringLiteral("--no.such=1")} << QByteArray("no.such");
        QTest::newRow("senseless value") << QStringList{QStringLiteral("--limits.idle_seconds=soon")}
                                         << QByteArray("limits.idle_seconds");
        QTest::newRow("not an address") << QStringList{QStringLiteral("--listen=example.org:80")}
                                        << QByteArray("listen");
        QTest::newRow("beyond loopback without a name")
            << QStringList{QStringLiteral("--listen=0.0.0.0:0")} << QByteArray("public_url");
        QTest::newRow("key file in nowhere")
            << QStringList{QStringLiteral("--auth.key_file=/no/such/folder/key")} << QByteArray("auth.key_file");
        QTest::newRow("a folder for a configuration")
            << QStringList{QStringLiteral("--config"), QStringLiteral("/usr")} << QByteArray("configuration file /usr");
        QTest::newRow("objects in nowhere")
            << QStringList{QStringLiteral("--objects.directory=/proc/no/objects")} << QByteArray("objects");
    }

    void refusesToStart()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QByteArray, named);
        const QByteArray url = m_postgres.createDatabase("refuse" + QByteArray::number(qHash(named)));
        QCOMPARE(run({QStringLiteral("migrate")}, url).code, 0);
        const Outcome refused = run(serveArguments(more), url);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(named), refused.err.constData());
        QVERIFY(!refused.out.contains("listening"));
    }

    void refusesWithoutTheDatabaseOrItsSchema()
    {
        const Outcome without = run(serveArguments());
        QCOMPARE(without.code, 2);
        QVERIFY(without.err.contains("database_url"));
        const Outcome unreachable = run(serveArguments(), "postgresql://u:secret-password@127.0.0.1:1/none");
        QCOMPARE(unreachable.code, 1); // it may come back: systemd shall try again
        QVERIFY2(!unreachable.err.contains("secret-password"), unreachable.err.constData());
        QVERIFY2(unreachable.err.contains("port 1"), unreachable.err.constData()); // not only that, but why
        QByteArray otherPassword = m_postgres.url();
        otherPassword.replace(otherPassword.indexOf('@'), 1, "x@");
        const Outcome unknown = run(serveArguments(), otherPassword);
        QCOMPARE(unknown.code, 1);
        QVERIFY2(unknown.err.contains("learnlab") && unknown.err.count('\n') == 1, unknown.err.constData());
        const QByteArray url = m_postgres.createDatabase("unmigrated");
        const Outcome old = run(serveArguments(), url);
        QCOMPARE(old.code, 1);
        QVERIFY2(old.err.contains("learnlab-server migrate"), old.err.constData());
    }

    void migratesTwiceAndAddsUsers()
    {
        const QByteArray url = m_postgres.createDatabase("users");
        QCOMPARE(run({QStringLiteral("migrate")}, url).code, 0);
        QCOMPARE(run({QStringLiteral("migrate")}, url).code, 0);
        QCOMPARE(run({QStringLiteral("migrate")}).code, 2);
        const QStringList add{QStringLiteral("user"),
                              QStringLiteral("add"),
                              QStringLiteral("--email"),
                              QStringLiteral("a@b.org"),
                              QStringLiteral("--username=anna"),
                              QStringLiteral("--full-name"),
                              QStringLiteral("Anna B"),
                              QStringLiteral("--auth.bcrypt_cost=4")};
        QCOMPARE(run(add, url).code, 2); // no password
        const QStringList withPassword = add + QStringList{QStringLiteral("--password-stdin")};
        QCOMPARE(run(withPassword, url, "short\n").code, 1);
        const Outcome added = run(withPassword, url, "long enough\n");
        QCOMPARE(added.code, 0);
        QCOMPARE(added.out.trimmed().size(), 36);
        const Outcome twice = run(withPassword, url, "long enough\n");
        QCOMPARE(twice.code, 1);
        QVERIFY(twice.err.contains("e-mail"));
    }

    void readsAFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("server.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# ours\nlisten = 127.0.0.1:0\nlog.level = loud\n");
        file.close();
        const Outcome refused = run({QStringLiteral("serve"), QStringLiteral("--config"), path});
        QCOMPARE(refused.code, 2);
        QVERIFY(refused.err.contains("server.conf:3") && refused.err.contains("log.level"));
    }

    // Every number that the dashboard and the alerts ask for is one that a server tells.
    void tellsWhatIsWatched()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(postgres.error()));
        ServerProcess server(postgres);
        QVERIFY2(server.start(), qPrintable(server.error()));
        const auto told = [&server] {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
            socket.write("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            QByteArray text;
            while (socket.waitForReadyRead(20000))
                text += socket.readAll();
            return text;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told().contains("learnlab_maintenance_jobs_total{"), 30000); // begun at the start
        const QByteArray text = told();
        int looked = 0;
        for (const auto *name : {"alerts.yml", "dashboard.json"}) {
            QFile file(sourcePath(QStringLiteral("packaging/monitoring/") + QLatin1String(name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            static const QRegularExpression metric(QStringLiteral("\\b(?:learnlab|process)_[a-z_]+"));
            for (auto found = metric.globalMatch(QString::fromUtf8(file.readAll())); found.hasNext(); ++looked) {
                const QByteArray asked = found.next().captured().toUtf8();
                QVERIFY2(text.contains('\n' + asked + ' ') || text.contains('\n' + asked + '{'), asked.constData());
            }
        }
        QVERIFY(looked > 30);
    }

    // What is wrong with a certificate is said before a client finds it.
    void checksTheCertificate()
    {
        const QString library = QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");
        if (!QFile::exists(library))
            QSKIP("libfaketime is not installed");
        const QByteArray url = m_postgres.createDatabase("certificates");
        QCOMPARE(run({QStringLiteral("migrate")}, url).code, 0);
        const auto certificate = [&](const QString &days) {
            QProcess openssl;
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("LD_PRELOAD"), library);
            environment.insert(QStringLiteral("FAKETIME"), days);
            openssl.setProcessEnvironment(environment);
            openssl.start(QStringLiteral("openssl"),
                          {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                           QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                           m_folder.filePath(QStringLiteral("tls.key")), QStringLiteral("-out"),
                           m_folder.filePath(QStringLiteral("tls.pem")), QStringLiteral("-days"), QStringLiteral("3"),
                           QStringLiteral("-subj"), QStringLiteral("/CN=localhost")});
            return openssl.waitForFinished(60000) && openssl.exitCode() == 0;
        };
        QStringList check =
            serveArguments({QStringLiteral("--tls.certificate_file=") + m_folder.filePath(QStringLiteral("tls.pem")),
                            QStringLiteral("--tls.key_file=") + m_folder.filePath(QStringLiteral("tls.key"))});
        check.first() = QStringLiteral("check");
        QVERIFY(certificate(QStringLiteral("+0d")));
        QVERIFY(run(check, url).out.contains("good until"));
        QVERIFY(certificate(QStringLiteral("-10d")));
        const Outcome expired = run(check, url);
        QCOMPARE(expired.code, 1);
        QVERIFY2(expired.out.contains("has expired"), expired.out.constData());
    }

    void drainsOnASignal()
    {
        PrivatePostgres postgres;
        QVERIFY2(postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(postgres.error()));
        ServerProcess server(postgres);
        QVERIFY2(server.start(), qPrintable(server.error()));
        QTcpSocket running;
        running.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        QVERIFY(running.waitForConnected());
        running.write("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
        QVERIFY(running.waitForReadyRead());
        QVERIFY(running.readAll().startsWith("HTTP/1.1 100"));
        QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-TERM"), QString::number(server.pid())});
        QTRY_VERIFY(server.log().contains("draining"));
        QVERIFY(server.running());
        running.write("{}{}");
        QVERIFY(running.waitForReadyRead());
        QVERIFY(running.readAll().startsWith("HTTP/1.1 400"));
        running.disconnectFromHost();
        QTRY_VERIFY(!server.running());
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.log().contains("drained"));
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
