#include <testsupport/stage.h>

#include <QTest>

#include <vector>

using namespace learnlab::testsupport;

// What clients work with goes away under load and comes back: the queue goes on, and nothing is lost or doubled.
class RestartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->server.set(QStringLiteral("limits.part_size=1048576"));
        m_stage->server.set(QStringLiteral("limits.multipart_threshold=2097152"));
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        for (int i = 0; i < clients; ++i) {
            m_clients.push_back(std::make_unique<CliRunner>(m_stage->keyring));
            QCOMPARE(m_stage->signIn(*m_clients.back()).exitCode, 0);
        }
    }

    void cleanupTestCase()
    {
        m_clients.clear();
        m_stage.reset();
    }

    void theServerIsKilled()
    {
        survive([this] {
            m_stage->server.kill();
            return m_stage->restartServer();
        });
    }

    void theDatabaseIsKilled()
    {
        survive([this] {
            m_stage->postgres.kill();
            return m_stage->postgres.restart();
        });
    }

    void theDatabaseIsStopped()
    {
        survive([this] {
            m_stage->postgres.stop();
            return m_stage->postgres.restart();
        });
    }

    void whatIsFetchedComesThroughIt()
    {
        QVERIFY(!m_expected.isEmpty());
        const QTemporaryDir target;
        m_stage->proxy.forget();
        const auto get = m_clients[0]->start({QStringLiteral("get"), QStringLiteral("/round 1 client 1"),
                                              QStringLiteral("/round 1 client 2"), QStringLiteral("--wait"),
                                              QStringLiteral("240"), QStringLiteral("--to"), target.path()});
        QVERIFY(waitUntil([&] { return !get->running() || m_stage->proxy.requests().size() >= 12; }, 120000));
        QVERIFY2(get->running(), "the blow falls into the work, not after it");
        m_stage->server.kill();
        QVERIFY2(m_stage->restartServer(), qPrintable(m_stage->error()));
        QVERIFY2(get->waitForExit(300000), get->err());
        QVERIFY2(get->exitCode() == 0, get->out() + get->err());
        TreeDigests wanted;
        for (auto it = m_expected.cbegin(); it != m_expected.cend(); ++it) {
            if (it.key().startsWith("round 1 client 1") || it.key().startsWith("round 1 client 2"))
                wanted.insert(it.key(), it.value());
        }
        QCOMPARE(difference(wanted, readTree(target.path())), QByteArray());
    }

private:
    static constexpr int clients = 3;

    void survive(const std::function<bool()> &blow)
    {
        ++m_round;
        const int blows = isDeep() ? 10 : 2;
        std::vector<std::unique_ptr<ChildProcess>> running;
        m_stage->proxy.forget();
        for (int i = 0; i < clients; ++i) {
            const auto name = QStringLiteral("round %1 client %2").arg(m_round).arg(i);
            const auto seed = quint32(m_round * 100 + i);
            auto tree = makeTree(m_local.filePath(name), seed, {.files = 30, .folders = 4});
            tree.insert("large.bin", makeFile(m_local.filePath(name) + QStringLiteral("/large.bin"), 6 << 20, seed));
            m_expected.insert(name.toUtf8(), "/");
            for (auto it = tree.begin(); it != tree.end(); ++it) {
                m_expected.insert(name.toUtf8() + '/' + it.key(), it.value());
            }
            // A database that was killed may need more than a minute on a busy machine.
            running.push_back(m_clients[size_t(i)]->start(
                {QStringLiteral("put"), QStringLiteral("--wait"), QStringLiteral("240"), m_local.filePath(name)}));
        }
        const auto working = [&] {
            return std::any_of(running.begin(), running.end(), [](const auto &put) { return put->running(); });
        };
        int fell = 0;
        for (int i = 1; i <= blows; ++i) {
            QVERIFY(waitUntil([&] { return !working() || m_stage->proxy.requests().size() >= 25 * i; }, 120000));
            fell += working() ? 1 : 0;
            QVERIFY2(blow(), qPrintable(m_stage->error() + m_stage->postgres.error()));
        }
        QVERIFY2(fell > 0, "the blows fell into the work, not after it");
        for (size_t i = 0; i < running.size(); ++i) {
            QVERIFY2(running[i]->waitForExit(300000), running[i]->err());
            // The command stays through it.
            QVERIFY2(running[i]->exitCode() == 0, running[i]->out() + running[i]->err());
            CliResult synced;
            for (int again = 0; again < 5 && synced.exitCode != 0; ++again) {
                synced = m_clients[i]->run({QStringLiteral("sync")});
            }
            QVERIFY2(synced.exitCode == 0, synced.text());
        }
        QCOMPARE(difference(m_expected, m_stage->tree()), QByteArray());
        QCOMPARE(m_stage->faultsOfTheServersState(), QByteArray());
    }

    std::unique_ptr<Stage> m_stage;
    std::vector<std::unique_ptr<CliRunner>> m_clients;
    QTemporaryDir m_local;
    TreeDigests m_expected;
    int m_round = 0;
};

QTEST_GUILESS_MAIN(RestartsTest)
#include "tst_restarts.moc"
