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

private Q_SLOTS:
    void seeds();
};

void TransfersSimulation::seeds()
{
    bool one = false;
    const quint64 wanted = qEnvironmentVariable("LEARNLAB_SEED").toULongLong(&one);
    bool counted = false;
    const int count = qEnvironmentVariableIntValue("LEARNLAB_SEEDS", &counted);
    const quint64 first = one ? wanted : 1;
    const quint64 last = one ? wanted : static_cast<quint64>(counted ? count : 150);
    int restarts = 0;
    for (quint64 seed = first; seed <= last; ++seed) {
        // In memory where there is such a folder: it is the process that dies here, not the machine.
        const bool inMemory = QFileInfo(QStringLiteral("/dev/shm")).isWritable();
        const QTemporaryDir folder((inMemory ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
                                   QStringLiteral("/learnlab-simulation-XXXXXX"));
        QVERIFY(folder.isValid());
        Scenario scenario(seed, folder.path());
        const QStringList wrong = scenario.run();
        restarts += scenario.restarts();
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("LEARNLAB_SEED=%1: %2").arg(seed).arg(wrong.join(u'\n'))));
    }
    std::fprintf(stderr, "%llu seeds, the process died %d times\n", static_cast<unsigned long long>(last - first + 1),
                 restarts);
}

QTEST_GUILESS_MAIN(TransfersSimulation)
#include "tst_transfers.moc"
