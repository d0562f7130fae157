#include <testsupport/stage.h>

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace learnlab::testsupport;

// An account that is full: what does not fit says so and waits, and goes when there is room, without anybody's word.
class QuotaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->server.set(QStringLiteral("limits.quota_bytes=3000000"));
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
        m_cli = std::make_unique<CliRunner>(m_stage->keyring);
        QCOMPARE(m_stage->signIn(*m_cli).exitCode, 0);
    }
    void cleanupTestCase()
    {
        m_cli.reset();
        m_stage.reset();
    }

    void waitsForRoom()
    {
        QVERIFY(QDir(m_local.path()).mkdir(QStringLiteral("D")));
        (void)makeFile(m_local.filePath(QStringLiteral("D/1 fits")), 2'000'000, 1);
        (void)makeFile(m_local.filePath(QStringLiteral("D/2 is too much")), 2'000'000, 2);
        (void)makeFile(m_local.filePath(QStringLiteral("D/3 fits again")), 500'000, 3);
        const CliResult put = m_cli->run({QStringLiteral("put"), m_local.filePath(QStringLiteral("D"))});
        QVERIFY2(put.exitCode == 1, put.text());
        QVERIFY2(put.err.contains("No room: needs 2.0 MB"), put.text());
        QCOMPARE(m_stage->tree().keys(), (QList<QByteArray>{"D", "D/1 fits", "D/3 fits again"}));
        const CliResult still = m_cli->run({QStringLiteral("sync")});
        QVERIFY2(still.exitCode == 1 && still.err.contains("No room: needs 2.0 MB, 500.0 kB free"), still.text());
        const QJsonObject waits = waiting();
        QCOMPARE(waits.value(QStringLiteral("state")).toString(), QStringLiteral("waiting"));
        QCOMPARE(waits.value(QStringLiteral("next_step")).toString(), QStringLiteral("free_server_space"));
        QCOMPARE(waits.value(QStringLiteral("needs")).toInteger(), 2'000'000);
        QCOMPARE(waits.value(QStringLiteral("free")).toInteger(), 500'000);
        QVERIFY(!waits.value(QStringLiteral("retry_at")).isNull());

        // The administrator gives more: the feed says so.
        QCOMPARE(m_stage->sql(QStringLiteral("UPDATE users SET quota_bytes = 9000000")), QByteArray());
        const CliResult sync = m_cli->run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode == 0, sync.text());
        QCOMPARE(difference(readTree(m_local.filePath(QStringLiteral("D"))), below("D")), QByteArray());
        QVERIFY(waiting().isEmpty());
    }

private:
    [[nodiscard]] QJsonObject waiting() const
    {
        const QJsonArray queue =
            m_cli->json({QStringLiteral("transfers")}).json().value(QStringLiteral("transfers")).toArray();
        for (const QJsonValue &one : queue) {
            if (one[QStringLiteral("reason")].toString() == QStringLiteral("quota"))
                return one.toObject();
        }
        return {};
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

    const QTemporaryDir m_local;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CliRunner> m_cli;
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "tst_quota.moc"
