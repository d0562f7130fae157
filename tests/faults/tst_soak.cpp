#include <testsupport/stage.h>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QStorageInfo>
#include <QTest>

#include <vector>

using namespace learnlab::testsupport;

namespace {

constexpr qint64 mebibyte = 1 << 20;

/// A line of /proc/PID/status, in bytes.
qint64 memoryOf(qint64 pid, const char *line)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &each : file.readAll().split('\n')) {
        if (each.startsWith(line))
            return each.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace

// What takes long: ./test --deep.
class SoakTest : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // however many minutes are asked for
        // A sanitizer keeps 256 MiB of what was given back, which would look like growth.
        qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":quarantine_size_mb=16");
    }

private Q_SLOTS:
    void init()
    {
        if (!isDeep())
            QSKIP("only with --deep");
    }
    void oneHugeFile();
    void manyHours();

private:
    void someWork(Stage &stage, std::vector<std::unique_ptr<CliRunner>> &clients, TreeDigests &expected);

    QTemporaryDir m_local;
    QRandomGenerator m_chance{chanceSeed()};
    int m_trees = 0;
};

void SoakTest::oneHugeFile()
{
    constexpr qint64 size = 20LL << 30;
    constexpr qint64 needed = 45'000'000'000;
    if (const qint64 free = QStorageInfo(QDir::tempPath()).bytesAvailable(); free < needed)
        QSKIP(qPrintable(
            QStringLiteral("needs 45 GB in %1, %2 GB free").arg(QDir::tempPath()).arg(free / 1'000'000'000)));
    Stage stage;
    QVERIFY2(stage.start(), qPrintable(stage.error()));
    if (stage.server.contentsPort() != 0)
        QSKIP("a store in memory does not hold this");
    CliRunner cli(stage.keyring);
    QCOMPARE(stage.signIn(cli).exitCode, 0);
    const QString local = m_local.filePath(QStringLiteral("huge.bin"));
    QFile file(local);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size)); // sparse here; the server's copy is not
    file.close();
    auto put = cli.start({QStringLiteral("put"), local});
    QVERIFY(waitUntil([&] { return stage.proxy.requests().size() > 800 || !put->running(); }, 3'600'000));
    QVERIFY2(put->running(), put->err());
    put->kill();
    const auto before = stage.proxy.requests().size();
    put = cli.start({QStringLiteral("put"), local});
    qint64 most = 0;
    QVERIFY(waitUntil(
        [&] {
            most = std::max(most, memoryOf(put->pid(), "VmHWM:"));
            return !put->running();
        },
        3'600'000));
    QVERIFY2(put->exitCode() == 0, put->err());
    qInfo("20 GiB: %lld requests before the kill, %lld after, at most %lld MiB", static_cast<long long>(before),
          static_cast<long long>(stage.proxy.requests().size() - before), static_cast<long long>(most / mebibyte));
    QVERIFY2(most < 300 * mebibyte, QByteArray::number(most).constData());
    QCOMPARE(stage.tree().value("huge.bin"), digestOf(local));
}

void SoakTest::someWork(Stage &stage, std::vector<std::unique_ptr<CliRunner>> &clients, TreeDigests &expected)
{
    std::vector<std::unique_ptr<ChildProcess>> running;
    QList<QStringList> puts;
    for (const auto &client : clients) {
        const auto name = QStringLiteral("tree %1").arg(++m_trees);
        auto tree = makeTree(m_local.filePath(name), m_chance.generate(), {.files = 40, .folders = 4});
        tree.insert("large.bin", makeFile(m_local.filePath(name) + QStringLiteral("/large.bin"), 12 * mebibyte,
                                          m_chance.generate()));
        expected.insert(name.toUtf8(), "/");
        for (auto it = tree.begin(); it != tree.end(); ++it)
            expected.insert(name.toUtf8() + '/' + it.key(), it.value());
        puts.append({QStringLiteral("put"), m_local.filePath(name)});
        running.push_back(client->start(puts.last()));
    }
    // The first client is a window's, which lives on; the others die now and then.
    for (size_t i = 1; i < running.size(); ++i) {
        const auto from = stage.proxy.requests().size();
        const auto more = m_chance.bounded(60);
        (void)waitUntil([&] { return !running[i]->running() || stage.proxy.requests().size() > from + more; }, 20000);
        running[i]->kill();
    }
    QVERIFY(running[0]->waitForExit(300000));
    QVERIFY2(running[0]->exitCode() == 0, running[0]->err());
    // One that died before it had queued anything has left nothing to go on with.
    for (size_t i = 1; i < clients.size(); ++i) {
        CliResult put;
        for (int again = 0; again < 5 && put.exitCode != 0; ++again)
            put = clients[i]->run(puts.at(static_cast<qsizetype>(i)));
        QVERIFY2(put.exitCode == 0, put.text());
    }
    const CliResult synced = clients[0]->run({QStringLiteral("sync")});
    QVERIFY2(synced.exitCode == 0, synced.text());
    const auto got = clients[0]->run({QStringLiteral("get"), QStringLiteral("/tree %1").arg(m_trees),
                                      QStringLiteral("--to"), m_local.filePath(QStringLiteral("back"))});
    QVERIFY2(got.exitCode == 0, got.text());
    QCOMPARE(difference(readTree(m_local.filePath(QStringLiteral("tree %1").arg(m_trees))),
                        readTree(m_local.filePath(QStringLiteral("back/tree %1").arg(m_trees)))),
             QByteArray());
    QCOMPARE(difference(expected, stage.tree()), QByteArray());
    QCOMPARE(stage.faultsOfTheServersState(), QByteArray());
    stage.proxy.forget();
}

/// LEARNLAB_SOAK_MINUTES, by default ten.
void SoakTest::manyHours()
{
    if (!QFile::exists(programPath(QStringLiteral("learnlab"))))
        QSKIP("built without the desktop client");
    bool given = false;
    const int minutes = qEnvironmentVariableIntValue("LEARNLAB_SOAK_MINUTES", &given);
    Stage stage;
    QVERIFY2(stage.start(), qPrintable(stage.error()));
    std::vector<std::unique_ptr<CliRunner>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<CliRunner>(stage.keyring));
        QCOMPARE(stage.signIn(*clients.back()).exitCode, 0);
    }
    ChildProcess window(programPath(QStringLiteral("learnlab")), {QStringLiteral("--profile"), clients[0]->profile()},
                        m_local.filePath(QStringLiteral("window")));
    QProcessEnvironment environment = stage.keyring.environment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    window.setEnvironment(environment);
    QVERIFY(window.start());
    TreeDigests expected;
    QElapsedTimer time;
    time.start();
    qint64 windowAtFirst = 0;
    qint64 serverAtFirst = 0;
    int rounds = 0;
    while (time.elapsed() < (given ? minutes : 10) * 60'000 || rounds < 2) {
        someWork(stage, clients, expected);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(window.running());
        if (++rounds == 2) { // everything was in use once
            windowAtFirst = memoryOf(window.pid(), "VmRSS:");
            serverAtFirst = memoryOf(stage.server.pid(), "VmRSS:");
        }
    }
    const qint64 windowNow = memoryOf(window.pid(), "VmRSS:");
    const qint64 serverNow = memoryOf(stage.server.pid(), "VmRSS:");
    qInfo("%d rounds: the window from %lld to %lld MiB, the server from %lld to %lld MiB", rounds,
          static_cast<long long>(windowAtFirst / mebibyte), static_cast<long long>(windowNow / mebibyte),
          static_cast<long long>(serverAtFirst / mebibyte), static_cast<long long>(serverNow / mebibyte));
    QVERIFY(windowNow < windowAtFirst + windowAtFirst / 2 + 64 * mebibyte);
    QVERIFY(serverNow < serverAtFirst + serverAtFirst / 2 + 64 * mebibyte);
    QCOMPARE(window.stop(), 0);
}

QTEST_GUILESS_MAIN(SoakTest)
#include "tst_soak.moc"
