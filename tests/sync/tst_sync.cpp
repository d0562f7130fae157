#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;
using namespace std::chrono_literals;

class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pullsPagesThenListens();
    void replaysBeforePulling();
    void nudgeInterruptsListening();
    void whatIsSentIsMarkedFirst();
    void newsWhileListening();
    void operationQueuedWhileBusy();
    void operationBetweenPages();
    void largeQueuesGoInBatches();
    void lostAnswerIsAskedForAgain();
    void refusedOperationIsKept();
    void passingRefusalIsRepeated();
    void unreadableOperationDoesNotBlock();
    void unknownCursor();
    void cursorUnknownForEver();
    void backsOff();
    void serverSaysWhen();
    void nudgeEndsTheWait();
    void cutListeningIsNoNews();
    void serverThatDoesNotHold();
    void waitsForSignIn();
    void drains();
    void drainFails();
    void drainWhileListening();
    void drainWhileBusyMeansAnotherRound();
    void stops_data();
    void stops();
    void restarts();
    void destroyedInReply();
};

void TestSync::pullsPagesThenListens()
{
    Stage s;
    s.sync->start();
    QVERIFY(s.sync->status().running);
    s.run();
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray(" 0"));
    const auto id = domain::makeId<domain::FolderId>(s.clock, s.random);
    api::Changes first;
    first.cursor = "c1";
    first.more = true;
    first.folders = {makeFolder(id, QStringLiteral("A"), 1)};
    QVERIFY(s.api.changesLine.answer(first));
    s.run();
    QVERIFY(!s.sync->status().upToDate);
    QVERIFY(!s.store->read().firstSyncDone());
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
    QVERIFY(s.answerEmpty("c2"));
    QVERIFY(s.sync->status().upToDate && !s.sync->status().running && s.sync->status().lastSync);
    QVERIFY(s.store->read().firstSyncDone());
    QVERIFY(s.store->read().folder(id));
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c2 50"));
    s.scheduler.advance(45s);
    QCOMPARE(s.api.changesLine.asked(), 3); // it waits at the server
}

void TestSync::replaysBeforePulling()
{
    Stage s;
    const auto id = s.queueFolder(QStringLiteral("A"));
    s.sync->start();
    s.run();
    QCOMPARE(s.pending(), 1);
    QCOMPARE(s.api.operationsLine.waiting(), 1);
    QCOMPARE(s.api.changesLine.asked(), 0);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
    QCOMPARE(s.store->read().folder(id)->revision, 1);
    QCOMPARE(s.api.changesLine.waiting(), 1);
}

void TestSync::nudgeInterruptsListening()
{
    Stage s;
    s.settle();
    (void)s.queueFolder(QStringLiteral("A"));
    QCOMPARE(s.api.changesLine.waiting(), 1);
    s.sync->nudge();
    QCOMPARE(s.api.changesLine.waiting(), 0);
    s.run();
    QCOMPARE(s.api.operationsLine.waiting(), 1);
    QVERIFY(s.answerOperations());
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
}

/// What is sent is marked as sent first, so that whoever withdraws it knows. Withdrawn before that, it never goes.
void TestSync::whatIsSentIsMarkedFirst()
{
    Stage s;
    (void)s.queueFolder(QStringLiteral("A"));
    const domain::OperationId id = s.store->read().pendingOperations().constFirst().operation.id;
    QVERIFY(!s.store->read().wasSent(id));
    s.sync->start();
    QCOMPARE(s.api.operationsLine.asked(), 0);
    s.run();
    QCOMPARE(s.api.operationsLine.waiting(), 1);
    QVERIFY(s.store->read().wasSent(id));
    // Stopped between the mark and the sending: not sent after all.
    QVERIFY(s.answerOperations());
    QVERIFY(s.answerEmpty());
    (void)s.queueFolder(QStringLiteral("B"));
    s.sync->nudge();
    s.sync->stop();
    s.run();
    QCOMPARE(s.api.operationsLine.asked(), 1);
}

void TestSync::newsWhileListening()
{
    Stage s;
    s.settle();
    const auto id = domain::makeId<domain::FolderId>(s.clock, s.random);
    s.clock.advance(30s);
    api::Changes changes;
    changes.cursor = "c2";
    changes.folders = {makeFolder(id, QStringLiteral("A"), 1)};
    QVERIFY(s.api.changesLine.answer(changes));
    s.run();
    QVERIFY(s.store->read().folder(id));
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c2 50"));
}

void TestSync::operationQueuedWhileBusy()
{
    Stage s;
    s.sync->start();
    s.run();
    (void)s.queueFolder(QStringLiteral("A"));
    s.sync->nudge();
    QCOMPARE(s.api.operationsLine.asked(), 0); // a pull is under way: one after the other
    QVERIFY(s.answerEmpty());
    QCOMPARE(s.api.operationsLine.waiting(), 1);
}

void TestSync::operationBetweenPages()
{
    Stage s;
    s.sync->start();
    s.run();
    (void)s.queueFolder(QStringLiteral("A"));
    s.sync->nudge();
    api::Changes first;
    first.cursor = "c1";
    first.more = true;
    QVERIFY(s.api.changesLine.answer(first));
    s.run();
    QCOMPARE(s.api.operationsLine.waiting(), 1); // before the rest of a long first pull
    QVERIFY(s.answerOperations());
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
}

void TestSync::largeQueuesGoInBatches()
{
    Stage s;
    for (int i = 0; i < 501; ++i)
        (void)s.queueFolder(QString::number(i));
    s.sync->start();
    s.run();
    QCOMPARE(s.api.lastOperations.size(), 500);
    QCOMPARE(s.api.lastOperations.first().name, QStringLiteral("0"));
    QVERIFY(s.answerOperations());
    QCOMPARE(s.api.lastOperations.size(), 1);
    QCOMPARE(s.api.lastOperations.first().name, QStringLiteral("500"));
    QVERIFY(s.answerOperations());
    QCOMPARE(s.pending(), 0);
}

void TestSync::lostAnswerIsAskedForAgain()
{
    Stage s;
    (void)s.queueFolder(QStringLiteral("A"));
    s.sync->start();
    s.run();
    const auto sent = s.api.lastOperations;
    QVERIFY(s.api.operationsLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QCOMPARE(s.session.status().state, session::State::Offline);
    QVERIFY(s.scheduler.advanceToNextTimer());
    s.run();
    QCOMPARE(s.api.operationsLine.asked(), 2);
    QCOMPARE(s.api.lastOperations, sent); // the same id: done once
    QVERIFY(s.answerOperations());
    QCOMPARE(s.session.status().state, session::State::Online);
}

void TestSync::refusedOperationIsKept()
{
    Stage s;
    const auto id = s.queueFolder(QStringLiteral("A"));
    s.sync->start();
    s.run();
    QVERIFY(s.api.operationsLine.answer(QList<domain::OperationResult>{
        {s.api.lastOperations.first().id, {}, {}, domain::Error{ErrorCode::NameTaken, {}}}}));
    s.run();
    QCOMPARE(s.pending(), 0);                                // nothing more to be sent
    QCOMPARE(s.store->read().pendingOperations().size(), 1); // but the user is told
    QVERIFY(!s.store->read().folder(id));
    QCOMPARE(s.api.operationsLine.asked(), 1);
    QVERIFY(s.answerEmpty());
}

void TestSync::passingRefusalIsRepeated()
{
    Stage s;
    (void)s.queueFolder(QStringLiteral("A"));
    s.sync->start();
    s.run();
    QVERIFY(s.api.operationsLine.answer(QList<domain::OperationResult>{
        {s.api.lastOperations.first().id, {}, {}, domain::Error{ErrorCode::Unavailable, {}}}}));
    s.run();
    QCOMPARE(s.pending(), 1);
    QCOMPARE(s.api.operationsLine.asked(), 1); // not at once
    QVERIFY(s.scheduler.advanceToNextTimer());
    s.run();
    QCOMPARE(s.api.operationsLine.asked(), 2);
}

void TestSync::unreadableOperationDoesNotBlock()
{
    Stage s;
    for (int i = 0; i < 5; ++i)
        (void)s.queueFolder(QString::number(i));
    s.sync->start();
    s.run();
    for (int requests = 0; requests < 50 && s.api.operationsLine.waiting() == 1; ++requests) {
        const bool holdsBad = std::any_of(s.api.lastOperations.begin(), s.api.lastOperations.end(),
                                          [](const domain::Operation &one) { return one.name == QLatin1String("3"); });
        if (holdsBad)
            QVERIFY(s.api.operationsLine.answer(domain::fail(ErrorCode::Malformed)));
        else
            QVERIFY(s.answerOperations());
        s.run();
    }
    QCOMPARE(s.pending(), 0);
    const auto kept = s.store->read().pendingOperations();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().operation.name, QStringLiteral("3"));
    QCOMPARE(kept.first().error->code, ErrorCode::Malformed);
    QCOMPARE(s.api.changesLine.waiting(), 1);
}

void TestSync::unknownCursor()
{
    Stage s;
    s.settle();
    const auto id = domain::makeId<domain::FolderId>(s.clock, s.random);
    api::Changes changes;
    changes.cursor = "c2";
    changes.folders = {makeFolder(id, QStringLiteral("A"), 1)};
    QVERIFY(s.api.changesLine.answer(changes));
    s.run();
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::CursorUnknown)));
    s.run();
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray(" 0")); // from the beginning
    QVERIFY(s.store->read().folder(id));                      // while the rows stay
    QVERIFY(s.answerEmpty("d1"));
    QVERIFY(!s.store->read().folder(id)); // until the whole feed did not bring it
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("d1 50"));
}

void TestSync::cursorUnknownForEver()
{
    Stage s;
    s.settle();
    for (int i = 0; i < 5; ++i) {
        (void)s.api.changesLine.answer(domain::fail(ErrorCode::CursorUnknown));
        s.run();
    }
    QCOMPARE(s.errorCode(), ErrorCode::CursorUnknown);
    QVERIFY(s.api.changesLine.asked() <= 4);
    QVERIFY(s.scheduler.hasTimers());
}

void TestSync::backsOff()
{
    Stage s;
    s.sync->start();
    s.run();
    auto last = 0ms;
    for (int i = 0; i < 12; ++i) {
        QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::ServerError)));
        s.run();
        const auto before = s.clock.monotonic();
        while (s.api.changesLine.waiting() == 0) {
            QVERIFY(s.scheduler.advanceToNextTimer());
            s.run();
        }
        const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(s.clock.monotonic() - before);
        QVERIFY(waited >= 500ms && waited <= 300s);
        if (i >= 9)
            QVERIFY(waited >= 150s);
        last = waited;
    }
    QVERIFY(last > 0ms);
    QVERIFY(s.answerEmpty());
    QVERIFY(!s.sync->status().error);
}

void TestSync::serverSaysWhen()
{
    Stage s;
    s.sync->start();
    s.run();
    QVERIFY(s.api.changesLine.answer(tl::make_unexpected(domain::Error{ErrorCode::RateLimited, {}, {}, 120s})));
    s.run();
    s.sync->nudge(); // does not shorten it
    s.scheduler.advance(119s);
    QCOMPARE(s.api.changesLine.asked(), 1);
    s.scheduler.advance(60s);
    QCOMPARE(s.api.changesLine.asked(), 2);
}

void TestSync::nudgeEndsTheWait()
{
    Stage s;
    s.sync->start();
    s.run();
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QVERIFY(s.scheduler.hasTimers());
    s.sync->nudge();
    s.run();
    QCOMPARE(s.api.changesLine.waiting(), 1);
}

void TestSync::cutListeningIsNoNews()
{
    Stage s;
    s.settle();
    s.clock.advance(40s);
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QCOMPARE(s.session.status().state, session::State::Online); // perhaps a proxy's time limit
    QVERIFY(!s.sync->status().error);
    QVERIFY(s.scheduler.advanceToNextTimer());
    s.run();
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QCOMPARE(s.session.status().state, session::State::Offline);
    QCOMPARE(s.errorCode(), ErrorCode::Offline);
}

void TestSync::serverThatDoesNotHold()
{
    Stage s;
    s.settle();
    for (int i = 0; i < 3; ++i) {
        const int asked = s.api.changesLine.asked();
        QVERIFY(s.answerEmpty("c1"));               // at once, though asked to wait
        QCOMPARE(s.api.changesLine.asked(), asked); // so a pause is made
        QVERIFY(s.scheduler.advanceToNextTimer());
        s.run();
        QVERIFY(s.answerEmpty("c1"));
    }
}

void TestSync::waitsForSignIn()
{
    Stage s;
    s.sync->start();
    s.run();
    s.session.become(session::State::Expired);
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::SessionEnded)));
    s.run();
    s.scheduler.advance(1h);
    s.sync->nudge();
    QCOMPARE(s.api.changesLine.asked(), 1);
    s.session.become(session::State::Online);
    s.run();
    QCOMPARE(s.api.changesLine.asked(), 2);
}

void TestSync::drains()
{
    Stage s;
    (void)s.queueFolder(QStringLiteral("A"));
    std::optional<domain::Result<void>> drained;
    s.sync->drain([&](domain::Result<void> result) { drained = std::move(result); });
    s.run();
    QVERIFY(s.answerOperations());
    QVERIFY(!drained);
    QVERIFY(s.answerEmpty());
    QVERIFY(drained && *drained);
    QCOMPARE(s.api.changesLine.asked(), 1); // not started: nobody listens afterwards
    QVERIFY(!s.sync->status().running);
}

void TestSync::drainFails()
{
    Stage s;
    std::optional<domain::Result<void>> drained;
    s.sync->drain([&](domain::Result<void> result) { drained = std::move(result); });
    s.run();
    QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::Offline)));
    s.run();
    QVERIFY(drained && !*drained);
    QCOMPARE(drained->error().code, ErrorCode::Offline);
    QVERIFY(!s.scheduler.hasTimers());
}

void TestSync::drainWhileListening()
{
    Stage s;
    s.settle();
    bool drained = false;
    s.sync->drain([&](const domain::Result<void> &) { drained = true; });
    s.run();
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
    QVERIFY(s.answerEmpty());
    QVERIFY(drained);
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 50"));
}

void TestSync::drainWhileBusyMeansAnotherRound()
{
    Stage s;
    s.sync->start();
    s.run();
    bool drained = false;
    s.sync->drain([&](const domain::Result<void> &) { drained = true; });
    QVERIFY(s.answerEmpty("c1")); // this page may have left the server before the drain was asked for
    QVERIFY(!drained);
    QVERIFY(s.answerEmpty("c2"));
    QVERIFY(drained);
}

void TestSync::stops_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"sending", "storing results", "pulling", "storing a page", "listening", "waiting"})
        QTest::newRow(when) << QString::fromLatin1(when);
}

void TestSync::stops()
{
    Stage s;
    QFETCH(const QString, when);
    if (when == QLatin1String("sending") || when == QLatin1String("storing results"))
        (void)s.queueFolder(QStringLiteral("A"));
    s.sync->start();
    s.run();
    if (when == QLatin1String("storing results"))
        QVERIFY(s.api.operationsLine.answer(QList<domain::OperationResult>{
            {s.api.lastOperations.first().id,
             makeFolder(s.api.lastOperations.first().target.folderId(), QStringLiteral("A"), 1),
             {},
             {}}}));
    if (when == QLatin1String("storing a page"))
        QVERIFY(s.api.changesLine.answer(api::Changes{"c1", true, {}, {}, {}, {}, {}}));
    if (when == QLatin1String("listening"))
        QVERIFY(s.answerEmpty());
    if (when == QLatin1String("waiting"))
        QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::Offline)));
    bool drained = false;
    s.sync->drain(
        [&](const domain::Result<void> &result) { drained = !result && result.error().code == ErrorCode::Cancelled; });
    s.sync->stop();
    s.run();
    QVERIFY(drained);
    QCOMPARE(s.api.changesLine.waiting() + s.api.operationsLine.waiting(), 0);
    QVERIFY(!s.scheduler.hasTimers());
    QVERIFY(!s.sync->status().running);
    // And it can be started again.
    s.sync->start();
    s.run();
    QCOMPARE(s.api.changesLine.waiting() + s.api.operationsLine.waiting(), 1);
}

void TestSync::restarts()
{
    Stage s;
    s.settle();
    s.sync.reset();
    QCOMPARE(s.api.changesLine.waiting(), 0);
    s.sync = sync::makeSync(s.api, *s.store, s.session, s.scheduler, s.clock, s.random);
    s.sync->start();
    s.run();
    QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0")); // from where it was
    s.session.become(session::State::Offline);                  // the old one's listener is gone quietly
    s.session.become(session::State::Online);
}

void TestSync::destroyedInReply()
{
    Stage s;
    s.sync->drain([&](const domain::Result<void> &) { s.sync.reset(); });
    s.run();
    (void)s.api.changesLine.answer(api::Changes{"c1", false, {}, {}, {}, {}, {}});
    s.run();
    QVERIFY(!s.sync);
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
