#include "window_script.h"

#include <QTest>

using namespace learnlab::testsupport;

// Everything that a screen reader needs, read from outside: see read_window.py.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScreenCanBeRead()
    {
        Stage stage;
        QVERIFY2(stage.start(), qPrintable(stage.error()));
        const ScriptResult result = runWindowScript(stage, QStringLiteral("read_window.py"));
        QVERIFY2(result.exitCode == 0, result.said);
    }
};

QTEST_GUILESS_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
