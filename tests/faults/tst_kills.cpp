#include <testsupport/stage.h>

#include <QRandomGenerator>
#include <QTest>

using namespace learnlab::testsupport;

// Uploads during which client or server are killed (SIGKILL) at a random point of what passes between them. Afterwards
// `sync` or the same `put` again: nothing lost, nothing doubled, nothing altered, and what the store had confirmed is
// not sent again.
class KillsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_seed = chanceSeed();
        m_random.seed(m_seed);
        m_stage.server.set(QStringLiteral("limits.part_size=1048576"));
        m_stage.server.set(QStringLiteral("limits.multipart_threshold=2097152"));
        QVERIFY2(m_stage.start(), qPrintable(m_stage.error()));
        m_cli = std::make_unique<CliRunner>(m_stage.keyring);
        QCOMPARE(m_stage.signIn(*m_cli).exitCode, 0);
    }

    void everythingArrivesOnce()
    {
        const int rounds = isDeep() ? 50 : 20;
        for (int round = 0; round < rounds; ++round) {
            const auto name = QStringLiteral("round %1").arg(round);
            const auto folder = m_local.filePath(name);
            auto tree =
                makeTree(folder, m_random.generate(), {.files = 8, .folders = 2, .unusualNames = round % 4 == 0});
            tree.insert("large.bin", makeFile(folder + QStringLiteral("/large.bin"), largeSize, m_random.generate()));
            remember(name, tree);

            const auto victim = killDuring({QStringLiteral("put"), folder});
            // Half of the time the student does nothing, half of the time the same again; what had not been queued
            // when the kill came needs the second.
            if (m_random.bounded(2) == 0) {
                settle({QStringLiteral("sync")}, round, victim);
            }
            settle({QStringLiteral("put"), folder}, round, victim);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QCOMPARE(m_stage.faultsOfTheServersState(), QByteArray());
        QCOMPARE(difference(m_expected, m_stage.tree()), QByteArray());
        QVERIFY2(m_hits > rounds / 2, "most kills fell into the work, not after it");
        theBytesAreThere();
    }

    void confirmedPartsAreNotSentAgain()
    {
        constexpr qint64 parts = 12;
        makeFile(m_local.filePath(QStringLiteral("parts.bin")), parts << 20, 1);
        m_stage.proxy.forget();
        const QStringList put{QStringLiteral("put"), m_local.filePath(QStringLiteral("parts.bin"))};
        auto running = m_cli->start(put);
        QVERIFY(running);
        QVERIFY(waitUntil([&] { return bytesSent() > (parts << 20) / 2; }));
        running->kill();
        settle({QStringLiteral("sync")}, 0, QByteArrayLiteral("the client"));
        // What was on its way when the client died may go twice: one part for each connection.
        QVERIFY2(bytesSent() <= (parts + 8) << 20, QByteArray::number(bytesSent()));
        QVERIFY(m_stage.tree().contains("parts.bin"));
    }

private:
    static constexpr qint64 largeSize = 5 << 20;

    [[nodiscard]] qint64 bytesSent() const
    {
        qint64 bytes = 0;
        for (const auto &request : m_stage.proxy.requests()) {
            bytes += request.method == "PUT" ? request.bodyBytes : 0;
        }
        return bytes;
    }

    // Starts the command and kills one side after so many requests or bytes. Answers whom.
    QByteArray killDuring(const QStringList &command)
    {
        m_stage.proxy.forget();
        const bool byBytes = m_random.bounded(2) == 0;
        const auto bytes = qint64(m_random.bounded(int(largeSize)));
        const auto requests = m_random.bounded(20);
        const bool server = m_random.bounded(2) == 0;
        auto running = m_cli->start(command);
        if (!running) {
            return "nobody";
        }
        const bool came = waitUntil([&] {
            return !running->running() ||
                   (byBytes ? bytesSent() >= bytes : m_stage.proxy.requests().size() >= requests);
        });
        m_hits += running->running() ? 1 : 0;
        const auto victim = server ? QByteArrayLiteral("the server") : QByteArrayLiteral("the client");
        if (server) {
            m_stage.server.kill();
        } else {
            running->kill();
        }
        if (server && !m_stage.restartServer()) {
            return "the server, which did not come back: " + m_stage.error().toUtf8();
        }
        // Left alone it goes on with the server that is back.
        if (server && came && !running->waitForExit(120000)) {
            return "the server, and the client hung";
        }
        return victim + (byBytes ? " after bytes " + QByteArray::number(bytes)
                                 : " after requests " + QByteArray::number(requests));
    }

    void settle(const QStringList &command, int round, const QByteArray &victim)
    {
        CliResult result;
        for (int again = 0; again < 5 && result.exitCode != 0; ++again) {
            result = m_cli->run(command);
        }
        const auto story =
            QStringLiteral("seed %1, round %2, killed %3").arg(m_seed).arg(round).arg(QString::fromUtf8(victim));
        QVERIFY2(result.exitCode == 0, story.toUtf8() + '\n' + result.text());
    }

    void remember(const QString &folder, const TreeDigests &tree)
    {
        m_expected.insert(folder.toUtf8(), "/");
        for (auto it = tree.begin(); it != tree.end(); ++it) {
            m_expected.insert(folder.toUtf8() + '/' + it.key(), it.value());
        }
    }

    // As another device sees it.
    void theBytesAreThere()
    {
        const CliRunner other(m_stage.keyring);
        QCOMPARE(m_stage.signIn(other).exitCode, 0);
        QStringList get{QStringLiteral("get")};
        for (auto it = m_expected.begin(); it != m_expected.end(); ++it) {
            if (!it.key().contains('/')) {
                get.append(QLatin1Char('/') + QString::fromUtf8(it.key()));
            }
        }
        const auto back = m_local.filePath(QStringLiteral("back"));
        constexpr int patience = 30 * 60000; // of fifty rounds it is a thousand files, on a machine that does other things too
        const auto result = other.run(get + QStringList{QStringLiteral("--to"), back}, {}, patience);
        QVERIFY2(result.exitCode == 0, result.text());
        QCOMPARE(difference(m_expected, readTree(back)), QByteArray());
    }

    Stage m_stage;
    std::unique_ptr<CliRunner> m_cli;
    QTemporaryDir m_local;
    TreeDigests m_expected;
    QRandomGenerator m_random;
    quint32 m_seed = 0;
    int m_hits = 0;
};

QTEST_GUILESS_MAIN(KillsTest)
#include "tst_kills.moc"
