#include "window_script.h"

#include <QTest>

using namespace learnlab::testsupport;

namespace {

/// The files that the script no longer found.
QByteArrayList goneIn(const QByteArray &said)
{
    static const QByteArray mark = "\ngone:";
    const qsizetype begin = said.indexOf(mark);
    if (begin < 0)
        return {};
    const QByteArray line = said.mid(begin + mark.size(), said.indexOf('\n', begin + 1) - begin - mark.size()).trimmed();
    return line.isEmpty() ? QByteArrayList() : line.split(' ');
}

/// Whether somebody asked for it: the answer to a purge alone names neither a file nor a folder, and it is kept in the
/// transaction that removes the rows.
bool wasPurged(const Stage &stage, const QByteArray &file)
{
    const auto asked = QStringLiteral(
        "SELECT count(*) > 0 FROM tombstones t JOIN operation_results o ON o.user_id = t.user_id AND o.created_at = t.removed_at "
        "WHERE t.kind = 'file' AND t.id = '%1' AND o.result->>'status' = 'done' AND o.result->>'file' IS NULL AND "
        "o.result->>'folder' IS NULL");
    return stage.sql(asked.arg(QString::fromLatin1(file))).trimmed() == "t";
}

} // namespace

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
        for (const QByteArray &file : goneIn(result.said))
            QVERIFY2(wasPurged(stage, file), "nobody deleted the file " + file + " permanently");
        QCOMPARE(stage.faultsOfTheServersState(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(MonkeyTest)
#include "tst_monkey.moc"
