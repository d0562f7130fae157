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
    QTest::newRow("a part was begun in the moment of a pause") << quint64{1449};
}

void TransfersSimulation::namedSeeds()
{
    QFETCH(const quint64, seed);
    int restarts = 0;
    const QStringList wrong = wrongIn(seed, &restarts);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TransfersSimulation::seeds()
{
    bool one = false;
    const quint64 wanted = qEnvironmentVariable("LEARNLAB_SEED").toULongLong(&one);
    bool counted = false;
    const int count = qEnvironmentVariableIntValue("LEARNLAB_SEEDS", &counted);
    const quint64 first = one ? wanted : 1;
    const quint64 last = one ? wanted : static_cast<quint64>(counted ? count : 300);
    int restarts = 0;
    for (quint64 seed = first; seed <= last; ++seed) {
        const QStringList wrong = wrongIn(seed, &restarts);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("LEARNLAB_SEED=%1: %2").arg(seed).arg(wrong.join(u'\n'))));
        if ((seed - first + 1) % 1000 == 0)
            std::fprintf(stderr, "%llu seeds so far\n", static_cast<unsigned long long>(seed - first + 1));
    }
    std::fprintf(stderr, "%llu seeds, the process died %d times\n", static_cast<unsigned long long>(last - first + 1),
                 restarts);
}

QTEST_GUILESS_MAIN(TransfersSimulation)

#include "tst_transfers.moc"
