#include "window_script.h"

#include <QTest>

using namespace learnlab::testsupport;

// A window that is used at random does not crash and loses nothing: see monkey.py. LEARNLAB_SEED replays.
class MonkeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Qt keeps the event that ends a drag when the program ends with it. What leaks is looked at by the other tests of
    // the window.
    void initTestCase() { qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":detect_leaks=0"); }
    void losesNothing()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        // The same each time where many wait for the outcome; what it does still depends on how fast the machine is.
        const quint32 seed = isDeep() || qEnvironmentVariableIsSet("LEARNLAB_SEED") ? chanceSeed() : 1;
        const int seconds = isDeep() ? 600 : 10;
        const ScriptResult result = runWindowScript(
            stage, QStringLiteral("monkey.py"),
            {QStringLiteral("--seed"), QString::number(seed), QStringLiteral("--seconds"), QString::number(seconds)});
        qInfo("%s", result.said.constData());
        QVERIFY2(result.exitCode == 0, result.said);
        QCOMPARE(stage.faultsOfTheServersState(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(MonkeyTest)
#include "tst_monkey.moc"
