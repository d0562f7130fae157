#include "scenario.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <cstdio>

using learnlab::simulation::Scenario;

/// The queue of transfers with a real mirror, and everything around it made from a seed.
class TransfersSimulation : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // as many seeds as asked for, however long they take
        qputenv("QT_LOGGING_RULES", "learnlab.transfer.warning=false"); // of full disks there are thousands
    }

private Q_SLOTS:
    void namedSeeds_data();
    void namedSeeds();
    void seeds();
};

namespace {

/// What was found wrong in the world of this seed; empty: nothing.
QStringList wrongIn(quint64 seed, int *restarts)
{
    // In memory where there is such a folder: it is the process that dies here, not the machine.
    const bool inMemory = QFileInfo(QStringLiteral("/dev/shm")).isWritable();
    const QTemporaryDir folder((inMemory ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
                               QStringLiteral("/learnlab-simulation-XXXXXX"));
    if (!folder.isValid())
        return {QStringLiteral("no folder to work in")};
    Scenario scenario(seed, folder.path());
    const QStringList wrong = scenario.run();
    *restarts += scenario.restarts();
    return wrong;
}

} // namespace

/// Each found a fault once.
void TransfersSimulation::namedSeeds_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("other errors counted as digests that do not fit") << quint64{224};
    QTest::newRow("a completion came after that of a newer version") << quint64{8607};
    QTest::newRow("a last look that failed counted as one that found no change") << quint64{18409};
    QTest::newRow("an empty temporary file stayed beside what was there already") << quint64{49247};
    QTest::newRow("a request that came late began a forgotten upload anew") << quint64{56803};
    QTest::newRow("a completion of an older version reached a server that was restored meanwhile") << quint64{70923};
    QTest::newRow("a part was begun in the moment of a pause") << quint64{1449};
}

void TransfersSimulation::namedSeeds()
{
    QFETCH(const quint64, seed);
    int restarts = 0;
    const QStringList wrong = wrongIn(seed, &restarts);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// LEARNLAB_SEEDS=N tries so many, LEARNLAB_SEED=N that one alone, both so many from there on.
void TransfersSimulation::seeds()
{
    constexpr int mostFindings = 20;
    bool one = false;
    const quint64 first = qEnvironmentVariable("LEARNLAB_SEED", QStringLiteral("1")).toULongLong(&one);
    bool counted = false;
    const int wanted = qEnvironmentVariableIntValue("LEARNLAB_SEEDS", &counted);
    const int alone = qEnvironmentVariableIsSet("LEARNLAB_SEED") ? 1 : 300;
    const auto count = static_cast<quint64>(counted ? wanted : alone);
    QVERIFY(one && count > 0);
    int restarts = 0;
    QStringList findings;
    for (quint64 done = 0; done < count && findings.size() < mostFindings;) {
        const QStringList wrong = wrongIn(first + done, &restarts);
        if (!wrong.isEmpty()) {
            findings.append(QStringLiteral("LEARNLAB_SEED=%1: %2").arg(first + done).arg(wrong.join(u'\n')));
            std::fprintf(stderr, "%s\n", qPrintable(findings.last()));
        }
        if (++done % 1000 == 0)
            std::fprintf(stderr, "%llu seeds so far\n", static_cast<unsigned long long>(done));
    }
    std::fprintf(stderr, "the process died %d times\n", restarts);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TransfersSimulation)

#include "tst_transfers.moc"
