#include <testsupport/keyring_session.h>

#include <QProcess>
#include <QTest>

using learnlab::testsupport::KeyringSession;

namespace {

// What secret-tool says in that session: its exit code and output.
std::pair<int, QByteArray> secretTool(const KeyringSession &session, const QString &verb, const QByteArray &secret = {})
{
    QProcess tool;
    tool.setProcessEnvironment(session.environment());
    QStringList arguments{verb};
    if (verb == QLatin1String("store")) {
        arguments.append(QStringLiteral("--label=a test"));
    }
    arguments += {QStringLiteral("for"), QStringLiteral("a-test")};
    tool.start(QStringLiteral("secret-tool"), arguments);
    tool.waitForStarted();
    tool.write(secret);
    tool.closeWriteChannel();
    // Where it would ask for a password it waits for ever: nobody can answer here.
    if (!tool.waitForFinished(3000)) {
        tool.kill();
        tool.waitForFinished();
        return {-1, {}};
    }
    return {tool.exitCode(), tool.readAllStandardOutput()};
}

} // namespace

class KeyringSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsASecretOverAnEnd()
    {
        KeyringSession session;
        QVERIFY2(session.start(), qPrintable(session.error()));
        QCOMPARE(secretTool(session, QStringLiteral("store"), "word").first, 0);
        session.stop();
        QVERIFY2(session.start(), qPrintable(session.error()));
        QCOMPARE(secretTool(session, QStringLiteral("lookup")).second, "word");
    }

    void locksAndUnlocks()
    {
        KeyringSession session;
        QVERIFY2(session.start(), qPrintable(session.error()));
        QCOMPARE(secretTool(session, QStringLiteral("store"), "word").first, 0);
        QVERIFY2(session.lock(), qPrintable(session.error()));
        QCOMPARE(secretTool(session, QStringLiteral("lookup")).second, "");
        QVERIFY2(session.unlock(), qPrintable(session.error()));
        QCOMPARE(secretTool(session, QStringLiteral("lookup")).second, "word");
    }

    void canBeWithoutOne()
    {
        KeyringSession session;
        QVERIFY2(session.start(KeyringSession::State::Missing), qPrintable(session.error()));
        QVERIFY(secretTool(session, QStringLiteral("store"), "word").first != 0);
        QVERIFY2(session.start(KeyringSession::State::NoBus), qPrintable(session.error()));
        QVERIFY(secretTool(session, QStringLiteral("store"), "word").first != 0);
    }
};

QTEST_GUILESS_MAIN(KeyringSessionTest)
#include "tst_keyring_session.moc"
