#include <testsupport/stage.h>

#include <QTest>

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
        const auto running = putHeldUp(name);
        QVERIFY(running);
        m_stage->proxy.setDown(true);
        QVERIFY(running->waitForExit(60000));
        QCOMPARE(running->exitCode(), 4);
        m_stage->proxy.clearRules();
        m_stage->proxy.setDown(false);
        finishes(name);
    }

private:
    /// A put of a tree whose first body never arrives.
    [[nodiscard]] std::unique_ptr<ChildProcess> putHeldUp(const QString &name)
    {
        m_expected = makeTree(m_local.filePath(name), ++m_seed, {.files = 5, .folders = 1, .largest = 20000, .unusualNames = false});
        m_stage->proxy.forget();
        m_stage->proxy.add({.method = "PUT", .path = "/objects/", .fault = Fault::Hang});
        auto running = m_cli->start({QStringLiteral("put"), m_local.filePath(name)});
        const bool isUnderWay = running && waitUntil([this] {
            const auto requests = m_stage->proxy.requests();
            return std::any_of(requests.begin(), requests.end(), [](const auto &request) { return request.method == "PUT"; });
        });
        return isUnderWay ? std::move(running) : nullptr;
    }
    void finishes(const QString &name)
    {
        CliResult sync;
        for (int again = 0; again < 3 && sync.exitCode != 0; ++again)
            sync = m_cli->run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode == 0, sync.text());
        TreeDigests arrived;
        const auto tree = m_stage->tree();
        const QByteArray prefix = name.toUtf8() + '/';
        for (auto it = tree.begin(); it != tree.end(); ++it) {
            if (it.key().startsWith(prefix))
                arrived.insert(it.key().mid(prefix.size()), it.value());
        }
        QCOMPARE(difference(m_expected, arrived), QByteArray());
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
