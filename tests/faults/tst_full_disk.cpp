#include "small_disk.h"

#include <testsupport/stage.h>

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace learnlab::testsupport;

// Real disks that are full: of the store, of a download, of the mirror, of the profile. The program says so, loses
// nothing, and goes on when there is room again.
class FullDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QTemporaryDir folder;
        SmallDisk probe;
        if (!probe.mount(folder.filePath(QStringLiteral("disk")), 1)) {
            QSKIP(qPrintable(probe.error()));
        }
    }

    void theStore()
    {
        const QTemporaryDir local;
        SmallDisk disk;
        QVERIFY2(disk.mount(local.filePath(QStringLiteral("store")), 16), qPrintable(disk.error()));
        Stage stage;
        stage.server.set(QStringLiteral("objects.directory=") + local.filePath(QStringLiteral("store/objects")));
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        if (stage.server.contentsPort() != 0)
            QSKIP("of the directory store; S3 says by itself that it is full");
        CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        const auto digest = makeFile(local.filePath(QStringLiteral("f.bin")), 4 << 20, 1);
        disk.fill(1 << 20);
        const auto put = cli.start({QStringLiteral("put"), local.filePath(QStringLiteral("f.bin"))});
        QVERIFY(waitUntil([&] { return stage.proxy.requests().size() > 0 && !errorOf(cli).isEmpty(); }));
        QVERIFY2(put->running(), put->out() + put->err());
        QCOMPARE(stage.tree(), TreeDigests());
        disk.free();
        if (!isDeep()) { // left alone it tries again after a minute
            const auto retry = cli.run({QStringLiteral("transfers"), QStringLiteral("retry"), firstOf(cli, "id")});
            QVERIFY2(retry.exitCode == 0, retry.text());
        }
        QVERIFY2(put->waitForExit(180000) && put->exitCode() == 0, put->out() + put->err());
        QCOMPARE(stage.tree().value("f.bin"), digest);
    }

    void aDownload()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const QTemporaryDir local;
        const auto digest = makeFile(local.filePath(QStringLiteral("f.bin")), 6 << 20, 1);
        CliRunner cli(stage.keyring);
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        QCOMPARE(cli.run({QStringLiteral("put"), local.filePath(QStringLiteral("f.bin"))}).exitCode, 0);
        SmallDisk disk;
        const auto target = local.filePath(QStringLiteral("target"));
        QVERIFY2(disk.mount(target, 8), qPrintable(disk.error()));
        disk.fill(3 << 20);
        const auto get = cli.start({QStringLiteral("get"), QStringLiteral("/f.bin"), QStringLiteral("--to"), target});
        QVERIFY(waitUntil([&] { return !get->running() || errorOf(cli) == QStringLiteral("local_disk_full"); }));
        QVERIFY(!QFile::exists(target + QStringLiteral("/f.bin")));
        disk.free();
        QVERIFY2(get->waitForExit(120000), get->err());
        if (get->exitCode() != 0) {
            QVERIFY2(get->err().contains("disk"), get->err());
            const auto again =
                cli.run({QStringLiteral("get"), QStringLiteral("/f.bin"), QStringLiteral("--to"), target});
            QVERIFY2(again.exitCode == 0, again.text());
        }
        QCOMPARE(digestOf(target + QStringLiteral("/f.bin")), digest);
    }

    void theMirrorDuringSync()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        CliRunner cli(stage.keyring);
        SmallDisk disk;
        QVERIFY2(disk.mount(cli.profile(), 24), qPrintable(disk.error()));
        QCOMPARE(stage.signIn(cli).exitCode, 0);
        constexpr int rows = 5000;
        QCOMPARE(stage.sql(QStringLiteral("INSERT INTO files (user_id, filename, s3_key, file_size, mime_type) "
                                          "SELECT id, 'row ' || n, 'made/up/' || n, n, 'text/plain' "
                                          "FROM users, generate_series(1, %1) n")
                               .arg(rows)),
                 QByteArray());
        disk.fill(256 << 10);
        const auto full = cli.json({QStringLiteral("sync")});
        QVERIFY2(full.exitCode == 1, full.text());
        QCOMPARE(codeOf(full), QStringLiteral("local_disk_full"));
        disk.free();
        const auto again = cli.json({QStringLiteral("sync")});
        QVERIFY2(again.exitCode == 0, again.text());
        QCOMPARE(again.json().value(QStringLiteral("files")).toInt(), rows);
    }

    void theProfileAtSignIn()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const CliRunner cli(stage.keyring);
        SmallDisk disk;
        QVERIFY2(disk.mount(cli.profile(), 24), qPrintable(disk.error()));
        disk.fill();
        const auto full = stage.signIn(cli);
        QVERIFY2(full.exitCode == 1, full.text());
        QVERIFY2(full.err.contains("disk"), full.text());
        disk.free();
        const auto again = stage.signIn(cli);
        QVERIFY2(again.exitCode == 0, again.text());
        QCOMPARE(cli.run({QStringLiteral("ls")}).exitCode, 0);
    }

private:
    static QString codeOf(const CliResult &result)
    {
        const auto errors = result.json().value(QStringLiteral("errors")).toArray();
        return errors.isEmpty() ? QString() : errors.first().toObject().value(QStringLiteral("code")).toString();
    }

    // Why the first of the queue waits.
    static QString errorOf(const CliRunner &cli) { return firstOf(cli, "error"); }

    static QString firstOf(const CliRunner &cli, const char *field)
    {
        const auto queue = cli.json({QStringLiteral("transfers")}).json().value(QStringLiteral("transfers")).toArray();
        return queue.isEmpty() ? QString() : queue.first().toObject().value(QLatin1String(field)).toString();
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "tst_full_disk.moc"
