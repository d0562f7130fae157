#include <testsupport/stage.h>

#include <QTest>

using namespace learnlab::testsupport;

// The four situations that a keychain can be in, and what the command line makes of them.
class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY2(m_stage->start(), qPrintable(m_stage->error()));
    }

    void aSignInOutlivesTheProcess()
    {
        const CliRunner cli(m_stage->keyring);
        QCOMPARE(m_stage->signIn(cli).exitCode, 0);
        const auto result = cli.run({QStringLiteral("sync")});
        QVERIFY2(result.exitCode == 0, result.text());
    }

    void withoutAKeychainNothingIsRemembered_data()
    {
        QTest::addColumn<KeyringSession::State>("state");
        QTest::newRow("a bus without one") << KeyringSession::State::Missing;
        QTest::newRow("no bus") << KeyringSession::State::NoBus;
    }

    void withoutAKeychainNothingIsRemembered()
    {
        QFETCH(KeyringSession::State, state);
        KeyringSession session;
        QVERIFY2(session.start(state), qPrintable(session.error()));
        const CliRunner cli(session);
        const auto result = m_stage->signIn(cli);
        QVERIFY2(result.exitCode == 1, result.text());
        QVERIFY2(!result.err.isEmpty(), "it says why");
    }

    void aLockedKeychainSignsNobodyOut()
    {
        const CliRunner cli(m_stage->keyring);
        QCOMPARE(m_stage->signIn(cli).exitCode, 0);
        const QTemporaryDir local;
        makeFile(local.filePath(QStringLiteral("a.bin")), 100, 1);
        QCOMPARE(cli.run({QStringLiteral("put"), local.filePath(QStringLiteral("a.bin"))}).exitCode, 0);

        QVERIFY(m_stage->keyring.lock());
        // What is here is here, and nothing of it goes.
        const auto list = cli.run({QStringLiteral("ls")});
        QVERIFY2(list.exitCode == 0 && list.out.contains("a.bin"), list.text());
        const auto sync = cli.run({QStringLiteral("sync")});
        QVERIFY2(sync.exitCode != 0, sync.text());

        QVERIFY(m_stage->keyring.unlock());
        const auto again = cli.run({QStringLiteral("sync")});
        QVERIFY2(again.exitCode == 0, again.text());
    }

    void profilesOfOneDesktopAreSignedInEachForItself()
    {
        const CliRunner one(m_stage->keyring);
        const CliRunner other(m_stage->keyring);
        QCOMPARE(m_stage->signIn(one).exitCode, 0);
        QCOMPARE(m_stage->signIn(other).exitCode, 0);
        QCOMPARE(other.run({QStringLiteral("logout")}).exitCode, 0);
        const auto result = one.run({QStringLiteral("sync")});
        QVERIFY2(result.exitCode == 0, result.text());
    }

    void aKilledClientIsStillSignedIn()
    {
        // Each start takes a new refresh token: the kill may fall between the server's answer and the keychain.
        CliRunner cli(m_stage->keyring);
        QCOMPARE(m_stage->signIn(cli).exitCode, 0);
        for (int round = 0; round < 5; ++round) {
            m_stage->proxy.forget();
            auto running = cli.start({QStringLiteral("sync")});
            QVERIFY(running);
            QVERIFY(
                waitUntil([&] { return !running->running() || m_stage->proxy.answers().contains("refresh_token"); }));
            running->kill();
        }
        m_stage->proxy.add({.path = "/auth/refresh-token", .fault = Fault::LoseAnswer});
        const auto lost = cli.run({QStringLiteral("sync")});
        QVERIFY2(lost.exitCode == 0 || lost.exitCode == 4, lost.text());
        const auto again = cli.run({QStringLiteral("sync")});
        QVERIFY2(again.exitCode == 0, again.text());
    }

private:
    std::unique_ptr<Stage> m_stage;
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
