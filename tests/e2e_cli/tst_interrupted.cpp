#include <testsupport/stage.h>

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <csignal>

using namespace learnlab::testsupport;

/// A command that is stopped, or loses its server, leaves a queue that the next one finishes.
class InterruptedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->server.set(QStringLiteral("limits.part_size=1048576"));
        m_stage->server.set(QStringLiteral("limits.multipart_threshold=2097152"));
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
    }
    void cleanupTestCase()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void aSignalEndsItInOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void aSignalEndsItInOrder()
    {
        QFETCH(int, signal);
        const QString name = QStringLiteral("D%1").arg(signal);
        const auto running = putHeldUp(name);
        QVERIFY(running);
        QCOMPARE(running->stop(signal), 1);
        QVERIFY(running->err().contains("Interrupted"));
        m_stage->proxy.clearRules();
        finishes(name);
    }

    void aServerThatGoesAwayIsOffline()
    {
        const QString name = QStringLiteral("gone");
        const auto running = putHeldUp(name, {QStringLiteral("--wait"), QStringLiteral("2")});
        QVERIFY(running);
        m_stage->proxy.setDown(true);
        QVERIFY(running->waitForExit(60000));
        QCOMPARE(running->exitCode(), 4);
        QVERIFY2(running->err().contains("waiting for it for up to 2 s"), running->err());
        m_stage->proxy.clearRules();
        // From the beginning: nobody waits.
        const CliResult begun = m_cli->run({QStringLiteral("sync")});
        QCOMPARE(begun.exitCode, 4);
        QVERIFY2(!begun.err.contains("waiting for it"), begun.err);
        m_stage->proxy.setDown(false);
        finishes(name);
    }

    void aServerThatIsAwayIsWaitedForWhenAskedTo()
    {
        m_stage->proxy.setDown(true);
        const auto running = m_cli->start({QStringLiteral("sync"), QStringLiteral("--wait"), QStringLiteral("240")});
        QVERIFY(waitUntil([&] { return running->err().contains("waiting for it") || !running->running(); }, 60000));
        QVERIFY2(running->running(), running->err());
        m_stage->proxy.setDown(false);
        QVERIFY(running->waitForExit(240000));
        QVERIFY2(running->exitCode() == 0, running->err());
    }

    void aServerThatComesBackIsWaitedFor()
    {
        const QString name = QStringLiteral("back");
        const auto running = putHeldUp(name);
        QVERIFY(running);
        m_stage->proxy.setDown(true);
        QVERIFY(waitUntil([&] { return running->err().contains("waiting for it") || !running->running(); }, 60000));
        QVERIFY2(running->running(), running->err());
        m_stage->proxy.clearRules();
        m_stage->proxy.setDown(false);
        QVERIFY(running->waitForExit(120000));
        QVERIFY2(running->exitCode() == 0, running->err());
        QCOMPARE(difference(m_expected, below(name.toUtf8())), QByteArray());
    }

    void anotherCommandAsksTheOwnerAndFollowsIt()
    {
        const auto first = putHeldUp(QStringLiteral("first"));
        QVERIFY(first);
        // Queues through the owner, and waits for what the owner cannot send.
        const TreeDigests tree = makeTree(m_local.filePath(QStringLiteral("second")), ++m_seed,
                                          {.files = 3, .folders = 1, .largest = 20000, .unusualNames = false});
        const auto second = m_cli->start({QStringLiteral("put"), m_local.filePath(QStringLiteral("second"))});
        QVERIFY(second);
        QVERIFY2(waitUntil([this] { return queuedBelow("/second/") == 3; }), second->err());
        QVERIFY(first->running() && second->running());
        QCOMPARE(m_cli->run({QStringLiteral("mkdir"), QStringLiteral("/beside")}).exitCode, 0);
        const CliResult login = m_stage->signIn(*m_cli);
        QCOMPARE(login.exitCode, 1);
        QVERIFY(login.err.contains("in use by learnlab-cli"));
        first->kill();
        m_stage->proxy.clearRules();
        QVERIFY(second->waitForExit(60000));
        QVERIFY2(second->exitCode() == 0, second->err());
        QCOMPARE(difference(tree, below("second")), QByteArray());
        finishes(QStringLiteral("first"));
    }

    void theWindowTakesOverFromACommand()
    {
        if (!QFile::exists(programPath(QStringLiteral("learnlab"))))
            QSKIP("built without the desktop client");
        const auto put = putHeldUp(QStringLiteral("handed over"));
        QVERIFY(put);
        ChildProcess window(programPath(QStringLiteral("learnlab")), {QStringLiteral("--profile"), m_cli->profile()},
                            m_local.filePath(QStringLiteral("window")));
        QProcessEnvironment environment = m_stage->keyring.environment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        window.setEnvironment(environment);
        QVERIFY(window.start());
        QVERIFY(waitUntil([this] { return owner().startsWith("LearnLab\n"); }));
        QVERIFY(put->running());
        m_stage->proxy.clearRules();
        QVERIFY(put->waitForExit(60000));
        QVERIFY2(put->exitCode() == 0, put->err());
        QVERIFY(window.running());
        QCOMPARE(difference(m_expected, below("handed over")), QByteArray());
        // And beside it everything is done as without it.
        QCOMPARE(m_cli
                     ->run({QStringLiteral("put"), m_local.filePath(QStringLiteral("handed over/")),
                            QStringLiteral("--to"), QStringLiteral("/again")})
                     .exitCode,
                 0);
        QCOMPARE(m_cli->run({QStringLiteral("sync")}).exitCode, 0);
        QCOMPARE(difference(m_expected, below("again/handed over")), QByteArray());
        const QByteArray file = m_stage->sql(QStringLiteral("SELECT id FROM files WHERE NOT is_deleted LIMIT 1"));
        const auto receipt = m_cli->run({QStringLiteral("receipt"), QStringLiteral("id:") + QString::fromLatin1(file)});
        QVERIFY2(receipt.exitCode == 0 && receipt.out.contains("payload"), receipt.text());
        QCOMPARE(window.stop(), 0);
    }

    void noPartIsSentTwiceWhenTheWindowTakesOver()
    {
        if (!QFile::exists(programPath(QStringLiteral("learnlab"))))
            QSKIP("built without the desktop client");
        if (m_stage->server.contentsPort() != 0)
            QSKIP("S3 takes no parts this small");
        constexpr int confirmed = 5;
        const QString local = m_local.filePath(QStringLiteral("parts.bin"));
        const QByteArray digest = makeFile(local, 12 << 20, ++m_seed);
        m_stage->proxy.forget();
        m_stage->proxy.add(
            {.method = "PUT", .path = "/objects/", .fault = Fault::Hang, .skip = confirmed, .times = -1});
        const auto put = m_cli->start({QStringLiteral("put"), local});
        // The store has confirmed these, and the queue knows; others hang.
        QVERIFY(waitUntil(
            [this] { return bytesDoneOf("/parts.bin") == confirmed << 20 && partsSent().size() > confirmed; }));
        const QList<QByteArray> known = partsSent().mid(0, confirmed);
        ChildProcess window(programPath(QStringLiteral("learnlab")), {QStringLiteral("--profile"), m_cli->profile()},
                            m_local.filePath(QStringLiteral("taking")));
        QProcessEnvironment environment = m_stage->keyring.environment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        window.setEnvironment(environment);
        QVERIFY(window.start());
        QVERIFY(waitUntil([this] { return owner().startsWith("LearnLab\n"); }));
        m_stage->proxy.clearRules();
        QVERIFY(put->waitForExit(120000));
        QVERIFY2(put->exitCode() == 0, put->err());
        QCOMPARE(m_stage->tree().value("parts.bin"), digest);
        const QList<QByteArray> sent = partsSent();
        QVERIFY(sent.size() >= 12);
        for (const QByteArray &part : known)
            QVERIFY2(sent.count(part) == 1, part.constData());
        QCOMPARE(window.stop(), 0);
    }

    void manyFilesOutliveKillsAndNoServer()
    {
        const int count = isDeep() ? 1000 : 200;
        m_expected = makeTree(m_local.filePath(QStringLiteral("many")), 7, {.files = count, .folders = count / 20});
        const QStringList put{QStringLiteral("put"), m_local.filePath(QStringLiteral("many"))};
        const auto sent = [this] {
            const auto requests = m_stage->proxy.requests();
            return std::count_if(requests.begin(), requests.end(), [](const auto &one) { return one.method == "PUT"; });
        };
        m_stage->proxy.forget();
        auto running = m_cli->start(put);
        QVERIFY(waitUntil([&] { return sent() > count / 3; }));
        running->kill();
        running = m_cli->start({QStringLiteral("sync")});
        QVERIFY(waitUntil([&] { return sent() > 2 * count / 3 || !running->running(); }));
        running->kill();
        const CliResult again = m_cli->json(put);
        QVERIFY2(again.exitCode == 0, again.text());
        QCOMPARE(difference(m_expected, below("many")), QByteArray());
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());

        QCOMPARE(m_cli->run({QStringLiteral("keep"), QStringLiteral("/many")}).exitCode, 0);
        m_stage->server.kill();
        QCOMPARE(m_cli->run({QStringLiteral("ls"), QStringLiteral("-R"), QStringLiteral("/many")}).exitCode, 0);
        QVERIFY(!m_cli->json({QStringLiteral("search"), QStringLiteral("many")})
                     .json()
                     .value(QStringLiteral("items"))
                     .toArray()
                     .isEmpty());
        const CliResult got = m_cli->run({QStringLiteral("get"), QStringLiteral("/many"), QStringLiteral("--to"),
                                          m_local.filePath(QStringLiteral("back"))});
        QVERIFY2(got.exitCode == 0, got.text());
        QCOMPARE(difference(m_expected, readTree(m_local.filePath(QStringLiteral("back/many")))), QByteArray());
        QVERIFY(m_stage->restartServer());
    }

private:
    [[nodiscard]] int queuedBelow(const char *path) const
    {
        const QJsonObject document = m_cli->json({QStringLiteral("transfers")}).json();
        const QJsonArray transfers = document.value(QStringLiteral("transfers")).toArray();
        return static_cast<int>(std::count_if(transfers.begin(), transfers.end(), [path](const QJsonValue &one) {
            return one[QStringLiteral("path")].toString().startsWith(QLatin1String(path));
        }));
    }
    [[nodiscard]] qint64 bytesDoneOf(const char *path) const
    {
        const QJsonArray transfers =
            m_cli->json({QStringLiteral("transfers")}).json().value(QStringLiteral("transfers")).toArray();
        for (const QJsonValue &one : transfers) {
            if (one[QStringLiteral("path")].toString() == QLatin1String(path))
                return one[QStringLiteral("bytes_done")].toInteger();
        }
        return -1;
    }
    /// Which parts the client began to send, in this order: the path of the upload and the number.
    [[nodiscard]] QList<QByteArray> partsSent() const
    {
        QList<QByteArray> parts;
        for (const auto &request : m_stage->proxy.requests()) {
            const QUrl url = QUrl::fromEncoded(request.target);
            if (request.method == "PUT")
                parts.append(url.path().toLatin1() + ' ' +
                             QUrlQuery(url).queryItemValue(QStringLiteral("part")).toLatin1());
        }
        return parts;
    }
    /// Who owns the profile: the lock without the line of the process.
    [[nodiscard]] QByteArray owner() const
    {
        QFile lock(m_cli->profile() + QStringLiteral("/lock"));
        if (!lock.open(QIODevice::ReadOnly))
            return {};
        lock.readLine();
        return lock.readAll();
    }
    [[nodiscard]] TreeDigests below(const QByteArray &folder) const
    {
        TreeDigests found;
        const auto tree = m_stage->tree();
        for (auto it = tree.begin(); it != tree.end(); ++it) {
            if (it.key().startsWith(folder + '/'))
                found.insert(it.key().mid(folder.size() + 1), it.value());
        }
        return found;
    }
    /// A put of a tree whose first body never arrives.
    [[nodiscard]] std::unique_ptr<ChildProcess> putHeldUp(const QString &name, const QStringList &options = {})
    {
        m_expected = makeTree(m_local.filePath(name), ++m_seed,
                              {.files = 5, .folders = 1, .largest = 20000, .unusualNames = false});
        m_stage->proxy.forget();
        m_stage->proxy.add({.method = "PUT", .path = "/objects/", .fault = Fault::Hang});
        auto running = m_cli->start(QStringList{QStringLiteral("put"), m_local.filePath(name)} + options);
        const bool isUnderWay = running && waitUntil([this] {
                                    const auto requests = m_stage->proxy.requests();
                                    return std::any_of(requests.begin(), requests.end(),
                                                       [](const auto &request) { return request.method == "PUT"; });
                                });
        return isUnderWay ? std::move(running) : nullptr;
    }
    void finishes(const QString &name)
    {
        CliResult sync;
        for (int again = 0; again < 3 && sync.exitCode != 0; ++again)
            sync = m_cli->run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode == 0, sync.text());
        QCOMPARE(difference(m_expected, below(name.toUtf8())), QByteArray());
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    const QTemporaryDir m_local;
    quint32 m_seed = 0;
    TreeDigests m_expected;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CliRunner> m_cli;
};

QTEST_GUILESS_MAIN(InterruptedTest)
#include "tst_interrupted.moc"
