#include <testsupport/private_ceph.h>
#include <testsupport/stage.h>

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace learnlab::testsupport;

/// The main job with contents on a real S3 service: bytes go between client and service, the server only signs and
/// asks.
class OnS3Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("LEARNLAB_TEST_STORE"); // here it is S3 anyway, without a proxy before it
        QVERIFY2(PrivateCeph::available(), "install ceph-mon ceph-osd radosgw ceph-common");
        QVERIFY2(m_ceph.start(), qPrintable(m_ceph.error()));
        m_stage = std::make_unique<Stage>();
        for (const auto &setting : m_ceph.serverSettings(QStringLiteral("contents")))
            m_stage->server.set(setting);
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
    }
    void cleanupTestCase()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void filesGoUpAndComeBack()
    {
        const auto expected = makeTree(m_local.filePath(QStringLiteral("D")), 7,
                                       {.files = 40, .folders = 6, .largest = 100000, .unusualNames = true});
        put(QStringLiteral("D"));
        const auto got = m_cli->run({QStringLiteral("get"), QStringLiteral("/D"), QStringLiteral("--to"), copies()});
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(difference(expected, readTree(copies() + QStringLiteral("/D"))), QByteArray());
        QVERIFY(!QDir(m_stage->server.objectsFolder()).exists()); // nothing came by way of the server
    }

    void aFileInPartsGoesUpAndComesBack()
    {
        const auto digest = write(QStringLiteral("large.bin"), 20'000'001, 1);
        put(QStringLiteral("large.bin"));
        QCOMPARE(fetch(QStringLiteral("large.bin")), digest);
        // Of an upload in parts nobody has read the whole yet: `present` is for digests that are proved.
        QCOMPARE(
            m_stage->sql(QStringLiteral("SELECT count(*) FROM objects WHERE size > 16777216 AND verified_at IS NULL")),
            QByteArray("1"));
        QCOMPARE(m_stage->sql(QStringLiteral("SELECT count(*) FROM objects WHERE coalesce(etag, '') = ''")),
                 QByteArray("0"));
    }

    void aFileInPartsIsProved()
    {
        (void)write(QStringLiteral("proved.bin"), 20'000'001, 4);
        put(QStringLiteral("proved.bin"));
        const QString receipt = m_local.filePath(QStringLiteral("receipt.json"));
        const QString keys = m_local.filePath(QStringLiteral("keys.json"));
        const auto got = m_cli->run({QStringLiteral("receipt"), QStringLiteral("/proved.bin"), QStringLiteral("--to"),
                                     receipt, QStringLiteral("--keys"), keys});
        QVERIFY2(got.exitCode == 0, got.text());
        const QStringList verify{QStringLiteral("verify-receipt"), receipt, QStringLiteral("--keys"), keys,
                                 QStringLiteral("--file")};
        const auto checked = m_cli->run(verify + QStringList{m_local.filePath(QStringLiteral("proved.bin"))});
        QVERIFY2(checked.exitCode == 0, checked.text());
        (void)write(QStringLiteral("proved.bin"), 20'000'001, 5);
        QCOMPARE(m_cli->run(verify + QStringList{m_local.filePath(QStringLiteral("proved.bin"))}).exitCode, 1);
    }

    void aReplacedFileKeepsWhatItWas()
    {
        for (const quint32 seed : {2U, 3U}) {
            const auto digest = write(QStringLiteral("paper.txt"), 70'000, seed);
            put(QStringLiteral("paper.txt"), {QStringLiteral("--on-conflict"), QStringLiteral("replace")});
            QCOMPARE(fetch(QStringLiteral("paper.txt")), digest);
        }
        QCOMPARE(m_stage->sql(QStringLiteral("SELECT count(*) FROM files WHERE filename = 'paper.txt'")),
                 QByteArray("2"));
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    void noSecretIsWrittenDown()
    {
        const auto log = m_stage->server.log();
        QVERIFY(log.contains("object_store"));
        QVERIFY(!log.contains(m_ceph.secretKey()));
        QVERIFY(!log.contains("X-Amz-Signature"));
    }

    void aStoreThatHangsEndsInAWait()
    {
        const auto digest = write(QStringLiteral("later.txt"), 1000, 4);
        m_ceph.freeze();
        const auto running = m_cli->start({QStringLiteral("put"), m_local.filePath(QStringLiteral("later.txt"))});
        QVERIFY(running);
        QVERIFY(waitUntil([this] {
            return m_stage->sql(QStringLiteral("SELECT count(*) FROM uploads WHERE state = 'open'")) != "0";
        }));
        m_ceph.thaw();
        QVERIFY(running->waitForExit(90000));
        QCOMPARE(running->exitCode(), 0);
        QCOMPARE(fetch(QStringLiteral("later.txt")), digest);
    }

    // Backups in a bucket of the same service; database, contents and keys are lost; all of it comes back, into a
    // bucket that was not there before.
    void everythingComesBackFromABucket()
    {
        const auto digest = write(QStringLiteral("kept.bin"), 90'000, 5);
        put(QStringLiteral("kept.bin"));
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                                   {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                    QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                                    at("backup.key"), QStringLiteral("-out"), at("backup.pem"), QStringLiteral("-days"),
                                    QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=backups")}),
                 0);
        const auto place = QStringLiteral("s3://backups/of/learnlab");
        const auto contents = QStringLiteral("contents");
        for (int i = 0; i < 2; ++i) // the second finds all contents there already
            succeeds(contents,
                     {QStringLiteral("backup"), QStringLiteral("--to"), place, QStringLiteral("--certificate"),
                      at("backup.pem"), QStringLiteral("--spool"), m_local.path()});
        succeeds(contents, {QStringLiteral("verify-backup"), place, QStringLiteral("--spool"), m_local.path()});
        const auto files = m_stage->sql(QStringLiteral("SELECT id, filename, content_sha256 FROM files ORDER BY id"));

        m_stage->server.kill();
        const auto url = QString::fromUtf8(m_stage->postgres.url());
        const auto maintenance = url.left(url.lastIndexOf(QLatin1Char('/'))) + QStringLiteral("/postgres");
        for (const auto *statement : {"DROP DATABASE learnlab WITH (FORCE)", "CREATE DATABASE learnlab"})
            QCOMPARE(QProcess::execute(QStringLiteral("psql"), {QStringLiteral("--quiet"), QStringLiteral("--command"),
                                                                QString::fromLatin1(statement), maintenance}),
                     0);
        QVERIFY(QFile::remove(ofServer("auth.key")));
        const auto anew = QStringLiteral("anew");
        succeeds(anew, {QStringLiteral("restore"), QStringLiteral("--from"), place, QStringLiteral("--keys-key"),
                        at("backup.key"), QStringLiteral("--spool"), m_local.path()});
        succeeds(anew, {QStringLiteral("migrate")});
        succeeds(anew, {QStringLiteral("check")});
        succeeds(anew, {QStringLiteral("maintain"), QStringLiteral("reconcile")});
        QCOMPARE(m_stage->sql(QStringLiteral("SELECT id, filename, content_sha256 FROM files ORDER BY id")), files);

        // Nobody signs in again, and the bytes come from the new bucket.
        m_stage->server.set(QStringLiteral("s3.bucket=anew"));
        QVERIFY2(m_stage->restartServer(), qPrintable(m_stage->error()));
        const auto sync = m_cli->run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode == 0, sync.text());
        QCOMPARE(fetch(QStringLiteral("kept.bin")), digest);
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    void aWrongKeyIsSaidAtTheStart()
    {
        Stage other;
        for (const auto &setting : m_ceph.serverSettings(QStringLiteral("contents")))
            other.server.set(setting);
        other.server.set(QStringLiteral("s3.access_key=nobody"));
        QVERIFY(!other.start());
        QVERIFY2(other.error().contains(QLatin1String("does not know s3.access_key")), qPrintable(other.error()));
    }

private:
    QString at(const char *name) const { return m_local.filePath(QString::fromLatin1(name)); }
    // What the server keeps lies side by side.
    QString ofServer(const char *name) const
    {
        return QFileInfo(m_stage->server.objectsFolder()).dir().filePath(QString::fromLatin1(name));
    }
    // A command of the server's program, its contents in `bucket`.
    void succeeds(const QString &bucket, const QStringList &words)
    {
        QStringList all = words;
        for (const auto &setting : m_ceph.serverSettings(bucket))
            all.append(QStringLiteral("--") + setting);
        all.append(QStringLiteral("--auth.key_file=") + ofServer("auth.key"));
        ChildProcess process(programPath(QStringLiteral("learnlab-server")), all,
                             m_local.filePath(QStringLiteral("command%1").arg(++m_commands)));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(m_stage->postgres.url()));
        process.setEnvironment(environment);
        QVERIFY(process.start() && process.waitForExit(120000));
        QVERIFY2(process.exitCode() == 0, (process.out() + process.err()).constData());
    }
    QString copies() const { return m_local.filePath(QStringLiteral("copies")); }
    QByteArray write(const QString &name, int size, quint32 seed) const
    {
        return makeFile(m_local.filePath(name), size, seed);
    }
    void put(const QString &name, const QStringList &more = {}) const
    {
        const auto result = m_cli->run(QStringList{QStringLiteral("put"), m_local.filePath(name)} + more);
        QVERIFY2(result.exitCode == 0, result.text() + m_stage->server.log());
    }
    QByteArray fetch(const QString &name) const
    {
        QFile::remove(copies() + QLatin1Char('/') + name);
        const auto result =
            m_cli->run({QStringLiteral("get"), QLatin1Char('/') + name, QStringLiteral("--to"), copies()});
        if (result.exitCode != 0)
            qWarning("%s", result.text().constData());
        return digestOf(copies() + QLatin1Char('/') + name);
    }

    const QTemporaryDir m_local;
    PrivateCeph m_ceph;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CliRunner> m_cli;
    int m_commands = 0;
};

QTEST_GUILESS_MAIN(OnS3Test)
#include "tst_on_s3.moc"
