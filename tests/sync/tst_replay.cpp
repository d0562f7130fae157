// More operations than go into one batch: the next is on its way while the answers to the last are stored.

#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;

namespace {

constexpr int together = 2;

QList<domain::OperationResult> allDone(const Stage &s)
{
    QList<domain::OperationResult> results;
    for (const domain::Operation &operation : s.api.lastOperations)
        results.append({operation.id, makeFolder(operation.target.folderId(), operation.name, 1), {}, {}});
    return results;
}

/// How many batches were sent when the first answer was on disk.
struct Watch
{
    explicit Watch(Stage &s)
    {
        s.store->listen([this, &s, open = s.store->read().openOperations()](const mirror::Change &) {
            if (!sent && s.store->read().openOperations() < open)
                sent = s.api.operationsLine.asked();
        });
    }
    std::optional<int> sent;
};

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextGoesWhileAnswersAreStored();
    void answerThatComesFirstWaits();
    void nothingGoesAheadOfARefusal();
    void nothingGoesAheadOfAnotherFolder();
    void nothingGoesAheadWhereTheOrderChanged();
    void lostAheadIsSentAgain();
    void unreadableAheadIsHalved();
    void stopsWhileAhead_data();
    void stopsWhileAhead();
};

void TestReplay::nextGoesWhileAnswersAreStored()
{
    Stage s(together);
    for (const char *name : {"A", "B", "C"})
        (void)s.queueFolder(QLatin1String(name));
    Watch watch(s);
    s.sync->start();
    s.run();
    QVERIFY(s.answerOperations());
    QCOMPARE(watch.sent, 2);
    QCOMPARE(s.pending(), 1);
    QCOMPARE(s.api.lastOperations.size(), 1);
    QCOMPARE(s.api.changesLine.asked(), 0);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
    QCOMPARE(s.api.operationsLine.asked(), 2);
    QVERIFY(s.answerEmpty());
    QVERIFY(s.sync->status().upToDate);
}

/// The server may be faster than the disk.
void TestReplay::answerThatComesFirstWaits()
{
    Stage s(together);
    QList<domain::FolderId> folders;
    for (const char *name : {"A", "B", "C", "D", "E"})
        folders.append(s.queueFolder(QLatin1String(name)));
    s.sync->start();
    s.run();
    QVERIFY(s.api.operationsLine.answer(allDone(s)));
    while (s.api.operationsLine.asked() < 2)
        QVERIFY(s.scheduler.runOne());
    QVERIFY(s.api.operationsLine.answer(allDone(s)));
    s.run();
    QCOMPARE(s.api.operationsLine.asked(), 3);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
    for (const domain::FolderId folder : std::as_const(folders))
        QCOMPARE(s.store->read().folder(folder)->revision, 1);
}

/// What is behind may stand on what was refused: it is read again when that is known.
void TestReplay::nothingGoesAheadOfARefusal()
{
    Stage s(together);
    for (const char *name : {"A", "B", "C"})
        (void)s.queueFolder(QLatin1String(name));
    Watch watch(s);
    s.sync->start();
    s.run();
    auto results = allDone(s);
    results[1] = {results.at(1).id, {}, {}, domain::Error{ErrorCode::NameTaken, {}}};
    QVERIFY(s.api.operationsLine.answer(results));
    s.run();
    QCOMPARE(watch.sent, 1);
    QCOMPARE(s.api.operationsLine.asked(), 2);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
}

/// The server had such a folder: what is behind is to go into that one.
void TestReplay::nothingGoesAheadOfAnotherFolder()
{
    Stage s(together);
    const auto ours = s.queueFolder(QStringLiteral("A"));
    (void)s.queueFolder(QStringLiteral("B"));
    (void)s.queueFolder(QStringLiteral("C"), ours);
    s.sync->start();
    s.run();
    const auto theirs = domain::makeId<domain::FolderId>(s.clock, s.random);
    auto results = allDone(s);
    results[0].folder->id = theirs;
    QVERIFY(s.api.operationsLine.answer(results));
    s.run();
    QCOMPARE(s.api.operationsLine.asked(), 2);
    QCOMPARE(s.api.lastOperations.constFirst().parentId, theirs);
}

/// What was on its way was left out meanwhile: the queue is not what it was.
void TestReplay::nothingGoesAheadWhereTheOrderChanged()
{
    Stage s(together);
    for (const char *name : {"A", "B", "C"})
        (void)s.queueFolder(QLatin1String(name));
    s.sync->start();
    s.run();
    const auto results = allDone(s);
    s.store->write([id = results.constFirst().id](mirror::Writer &writer) { return writer.forgetOperation(id); },
                   [](const domain::Result<void> &) {});
    s.run();
    Watch watch(s);
    QVERIFY(s.api.operationsLine.answer(results));
    s.run();
    QCOMPARE(watch.sent, 1);
    QCOMPARE(s.api.operationsLine.asked(), 2);
    QCOMPARE(s.api.lastOperations.constFirst().name, QStringLiteral("C"));
}

void TestReplay::lostAheadIsSentAgain()
{
    Stage s(together);
    for (const char *name : {"A", "B", "C"})
        (void)s.queueFolder(QLatin1String(name));
    s.sync->start();
    s.run();
    QVERIFY(s.api.operationsLine.answer(allDone(s)));
    while (s.api.operationsLine.asked() < 2)
        QVERIFY(s.scheduler.runOne());
    const auto sent = s.api.lastOperations;
    QVERIFY(s.api.operationsLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QCOMPARE(s.pending(), 1); // what was answered before is stored
    QCOMPARE(s.errorCode(), ErrorCode::Offline);
    QVERIFY(s.scheduler.advanceToNextTimer());
    s.run();
    QCOMPARE(s.api.lastOperations, sent);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
}

void TestReplay::unreadableAheadIsHalved()
{
    Stage s(together);
    for (const char *name : {"A", "B", "C", "D"})
        (void)s.queueFolder(QLatin1String(name));
    s.sync->start();
    s.run();
    QVERIFY(s.answerOperations());
    QCOMPARE(s.api.lastOperations.size(), 2);
    QVERIFY(s.api.operationsLine.answer(domain::fail(ErrorCode::Malformed)));
    s.run();
    QCOMPARE(s.api.lastOperations.size(), 1);
    QVERIFY(s.api.operationsLine.answer(domain::fail(ErrorCode::Malformed)));
    s.run();
    QCOMPARE(s.pending(), 1); // C was refused
    QCOMPARE(s.api.lastOperations.constFirst().name, QStringLiteral("D"));
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
}

void TestReplay::stopsWhileAhead_data()
{
    QTest::addColumn<int>("sent");
    QTest::newRow("while the next are read") << 1;
    QTest::newRow("while they are on their way") << 2;
}

void TestReplay::stopsWhileAhead()
{
    QFETCH(const int, sent);
    Stage s(together);
    for (const char *name : {"A", "B", "C"})
        (void)s.queueFolder(QLatin1String(name));
    s.sync->start();
    s.run();
    QVERIFY(s.api.operationsLine.answer(allDone(s)));
    while (s.api.operationsLine.asked() < sent)
        QVERIFY(s.scheduler.runOne());
    s.sync->stop();
    s.run();
    QCOMPARE(s.api.operationsLine.waiting(), 0);
    QCOMPARE(s.store->read().openOperations(), 1); // the answers at hand are stored all the same
    QVERIFY(!s.sync->status().running);
    QVERIFY(!s.scheduler.hasTimers());
    s.sync->start();
    s.run();
    QCOMPARE(s.api.lastOperations.size(), 1);
    QVERIFY(s.answerOperations());
    QVERIFY(s.answerEmpty());
    QVERIFY(s.sync->status().upToDate);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
