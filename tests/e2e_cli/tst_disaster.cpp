#include <testsupport/stage.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace learnlab::testsupport;

/// A server loses database, objects and keys. What was backed up while clients wrote comes back, and clients go on.
class DisasterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        if (m_stage->server.contentsPort() != 0)
            QSKIP("the objects of this server lie in a service of their own");
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                                   {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                    QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                                    at("backup.key"), QStringLiteral("-out"), at("backup.pem"), QStringLiteral("-days"),
                                    QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=backups")}),
                 0);
    }
    void cleanupTestCase() { m_stage.reset(); }

    void everybodyGoesOn()
    {
        const CliRunner first(m_stage->keyring);
        CliRunner second(m_stage->keyring);
        QCOMPARE(m_stage->signIn(first).exitCode, 0);
        QCOMPARE(m_stage->signIn(second).exitCode, 0);
        const auto before = makeTree(at("before"), 1, {.files = 40, .folders = 4, .largest = 40000});
        QCOMPARE(first.run({QStringLiteral("put"), at("before")}).exitCode, 0);

        backUpWhileSomebodyWrites(second);

        // After the backup: one file that the server acknowledged, and one that was never sent.
        const auto late = makeFile(at("late.bin"), 30000, 3);
        QCOMPARE(first.run({QStringLiteral("put"), at("late.bin")}).exitCode, 0);
        QCOMPARE(first.run({QStringLiteral("keep"), QStringLiteral("/late.bin")}).exitCode, 0);
        const auto waiting = makeFile(at("waiting.bin"), 20000, 4);
        QCOMPARE(first.run({QStringLiteral("put"), at("waiting.bin"), QStringLiteral("--offline")}).exitCode, 4);

        destroyEverything();
        restoreEverything();

        // Every row has its bytes, and what was there before the backup is there again.
        const auto tree = m_stage->tree();
        const auto during = readTree(at("during"));
        TreeDigests returned;
        int cameWhileItRan = 0;
        for (auto it = tree.begin(); it != tree.end(); ++it) {
            if (it.key().startsWith("before/"))
                returned.insert(it.key().mid(7), it.value());
            if (it.key().startsWith("during/")) {
                QCOMPARE(it.value(), during.value(it.key().mid(7)));
                ++cameWhileItRan;
            }
        }
        QVERIFY(cameWhileItRan > 0);
        QCOMPARE(difference(before, returned), QByteArray());
        QVERIFY(!tree.contains("late.bin"));

        QVERIFY2(m_stage->restartServer(), qPrintable(m_stage->error()));
        // Nobody signs in again; the cursor of before is refused, and the list is read anew.
        const auto sync = first.run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode == 0, sync.text());
        QCOMPARE(m_stage->tree().value("waiting.bin"), waiting);
        const auto whole =
            first.run({QStringLiteral("get"), QStringLiteral("/before"), QStringLiteral("--to"), at("got")});
        QVERIFY2(whole.exitCode == 0, whole.text());
        QCOMPARE(difference(before, readTree(at("got/before"))), QByteArray());
        // Its bytes are only here now, and stay.
        const auto kept =
            first.run({QStringLiteral("get"), QStringLiteral("/late.bin"), QStringLiteral("--to"), at("got")});
        QVERIFY2(kept.exitCode == 0, kept.text());
        QCOMPARE(digestOf(at("got/late.bin")), late);

        const auto others = second.run({QStringLiteral("sync")});
        QVERIFY2(others.exitCode == 0, others.text());
        const auto again = makeFile(at("again.bin"), 10000, 5);
        QCOMPARE(second.run({QStringLiteral("put"), at("again.bin")}).exitCode, 0);
        QCOMPARE(m_stage->tree().value("again.bin"), again);
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

private:
    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// What the server keeps lies side by side.
    [[nodiscard]] QString ofServer(const char *name) const
    {
        return QFileInfo(m_stage->server.objectsFolder()).dir().filePath(QString::fromLatin1(name));
    }

    [[nodiscard]] std::unique_ptr<ChildProcess> command(const QStringList &words)
    {
        auto process = std::make_unique<ChildProcess>(
            programPath(QStringLiteral("learnlab-server")),
            words + QStringList{QStringLiteral("--objects.directory=") + m_stage->server.objectsFolder(),
                                QStringLiteral("--auth.key_file=") + ofServer("auth.key"),
                                QStringLiteral("--objects.key_file=") + ofServer("objects.key")},
            m_folder.filePath(QStringLiteral("command%1").arg(++m_commands)));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LEARNLAB_DATABASE_URL"), QString::fromUtf8(m_stage->postgres.url()));
        process->setEnvironment(environment);
        return process;
    }

    void succeeds(const QStringList &words)
    {
        const auto process = command(words);
        QVERIFY(process->start() && process->waitForExit(120000));
        QVERIFY2(process->exitCode() == 0, (process->out() + process->err()).constData());
    }

    void backUpWhileSomebodyWrites(CliRunner &writer)
    {
        (void)makeTree(at("during"), 2, {.files = 400, .folders = 4, .largest = 20000});
        const auto running = writer.start({QStringLiteral("put"), at("during")});
        QVERIFY(running);
        QVERIFY(waitUntil([this] { return m_stage->sql(QStringLiteral("SELECT count(*) > 60 FROM files")) == "t"; }));
        succeeds({QStringLiteral("backup"), QStringLiteral("--to"), at("backups"), QStringLiteral("--certificate"),
                  at("backup.pem"), QStringLiteral("--spool"), m_folder.path()});
        QVERIFY(running->waitForExit(60000));
        QCOMPARE(running->exitCode(), 0);
        succeeds({QStringLiteral("verify-backup"), at("backups"), QStringLiteral("--spool"), m_folder.path()});
    }

    void destroyEverything()
    {
        m_stage->server.kill();
        const auto url = QString::fromUtf8(m_stage->postgres.url());
        const auto other = url.left(url.lastIndexOf(QLatin1Char('/'))) + QStringLiteral("/postgres");
        for (const auto *statement : {"DROP DATABASE learnlab WITH (FORCE)", "CREATE DATABASE learnlab"})
            QCOMPARE(QProcess::execute(QStringLiteral("psql"), {QStringLiteral("--quiet"), QStringLiteral("--command"),
                                                                QString::fromLatin1(statement), other}),
                     0);
        QVERIFY(QDir(m_stage->server.objectsFolder()).removeRecursively());
        QVERIFY(QFile::remove(ofServer("auth.key")) && QFile::remove(ofServer("objects.key")));
    }

    void restoreEverything()
    {
        succeeds({QStringLiteral("restore"), QStringLiteral("--from"), at("backups"), QStringLiteral("--keys-key"),
                  at("backup.key"), QStringLiteral("--spool"), m_folder.path()});
        succeeds({QStringLiteral("migrate")});
        succeeds({QStringLiteral("check")});
        succeeds({QStringLiteral("maintain"), QStringLiteral("reconcile")});
    }

    const QTemporaryDir m_folder;
    std::unique_ptr<Stage> m_stage;
    int m_commands = 0;
};

QTEST_GUILESS_MAIN(DisasterTest)
#include "tst_disaster.moc"
