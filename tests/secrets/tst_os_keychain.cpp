#include <testsupport/child_process.h>
#include <testsupport/keyring_session.h>

#include <QProcess>
#include <QTest>

using namespace learnlab;
using testsupport::KeyringSession;

/// The real thing: QtKeychain with a real gnome-keyring on a bus of its own.
class TestOsKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writeReadRemove();
    void absent();
    void locked();
    void missing();
    void noBus();
    void ownTimeLimit();
    void keptAcrossSessions();

private:
    static QByteArray ask(const KeyringSession &session, const QStringList &arguments);
};

QByteArray TestOsKeychain::ask(const KeyringSession &session, const QStringList &arguments)
{
    QProcess probe;
    probe.setProcessEnvironment(session.environment());
    probe.start(QStringLiteral(LEARNLAB_BINARY_DIR "/tests/secrets_probe"), arguments);
    if (!probe.waitForFinished(60'000))
        return "no end";
    if (probe.exitStatus() != QProcess::NormalExit || probe.exitCode() != 0)
        return "ended badly: " + probe.readAllStandardError();
    return probe.readAllStandardOutput().trimmed();
}

void TestOsKeychain::writeReadRemove()
{
    KeyringSession session;
    QVERIFY2(session.start(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("s3cret")}),
             QByteArray("done"));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-b"), QStringLiteral("other")}),
             QByteArray("done"));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value s3cret"));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("newer")}),
             QByteArray("done"));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value newer"));
    QCOMPARE(ask(session, {QStringLiteral("remove"), QStringLiteral("host-a")}), QByteArray("done"));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value"));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-b")}), QByteArray("value other"));
}

void TestOsKeychain::absent()
{
    KeyringSession session;
    QVERIFY2(session.start(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("nobody")}), QByteArray("value"));
    QCOMPARE(ask(session, {QStringLiteral("remove"), QStringLiteral("nobody")}), QByteArray("done"));
}

void TestOsKeychain::locked()
{
    KeyringSession session;
    QVERIFY2(session.start(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("s3cret")}),
             QByteArray("done"));
    QVERIFY2(session.lock(), qPrintable(session.error()));
    // Not to be told from absent: this is why an empty value never means "signed out".
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value"));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("x")}),
             QByteArray("keychain_locked"));
    QVERIFY2(session.unlock(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value s3cret"));
}

void TestOsKeychain::missing()
{
    KeyringSession session;
    QVERIFY2(session.start(KeyringSession::State::Missing), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("keychain_unavailable"));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("x")}),
             QByteArray("keychain_unavailable"));
}

void TestOsKeychain::noBus()
{
    KeyringSession session;
    QVERIFY2(session.start(KeyringSession::State::NoBus), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("keychain_unavailable"));
    QCOMPARE(ask(session, {QStringLiteral("remove"), QStringLiteral("host-a")}), QByteArray("keychain_unavailable"));
}

void TestOsKeychain::ownTimeLimit()
{
    KeyringSession session;
    QVERIFY2(session.start(), qPrintable(session.error()));
    // No keychain answers within no time at all: the limit does.
    const QByteArray answer =
        ask(session, {QStringLiteral("read"), QStringLiteral("host-a"), QString(), QStringLiteral("0")});
    QCOMPARE(answer, QByteArray("keychain_unavailable"));
}

void TestOsKeychain::keptAcrossSessions()
{
    KeyringSession session;
    QVERIFY2(session.start(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("write"), QStringLiteral("host-a"), QStringLiteral("s3cret")}),
             QByteArray("done"));
    session.stop();
    QVERIFY2(session.start(), qPrintable(session.error()));
    QCOMPARE(ask(session, {QStringLiteral("read"), QStringLiteral("host-a")}), QByteArray("value s3cret"));
}

QTEST_GUILESS_MAIN(TestOsKeychain)
#include "tst_os_keychain.moc"
