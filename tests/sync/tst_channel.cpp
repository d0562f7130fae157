#include "fixture.h"

#include <QTest>

using namespace learnlab;
using namespace learnlab::tests;
using domain::ErrorCode;
using namespace std::chrono_literals;

/// A stage with an event channel.
struct ChannelStage : Stage
{
    ChannelStage() { api.hasEvents = true; }

    /// To where nothing is asked for: the channel is up and the feed read.
    bool rest()
    {
        settle(); // the long poll and the channel are under way
        if (!api.channel())
            return false;
        api.channel()->opened();
        run();
        return answerEmpty() && api.changesLine.waiting() == 0;
    }
    void close(ErrorCode code)
    {
        api.channel()->closed({code, {}});
        run();
    }
};

/// The event channel: when it is asked for, what it saves, and that nothing but time is lost without it.
class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longPollsUntilItIsUp()
    {
        ChannelStage s;
        s.sync->start();
        s.run();
        QCOMPARE(s.api.eventsAsked, 0); // the server first
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.eventsAsked, 1);
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 50"));
        s.api.channel()->opened();
        s.run();
        // What moved before the greeting was told to nobody.
        QCOMPARE(s.api.changesLine.waiting(), 1);
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.changesLine.waiting(), 0);
        QVERIFY(s.sync->status().upToDate && !s.sync->status().running);
        s.scheduler.advance(4min);
        QCOMPARE(s.api.changesLine.asked(), 3);
    }

    void newsArePulled()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.api.channel()->changed();
        s.run();
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 0"));
        s.api.channel()->changed(); // while it is being read: once more afterwards
        s.api.channel()->changed();
        s.run();
        QVERIFY(s.answerEmpty("c2"));
        QVERIFY(s.answerEmpty("c2"));
        QCOMPARE(s.api.changesLine.waiting(), 0);
    }

    void lostNewsAreFoundInTime()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.scheduler.advance(11min);
        QCOMPARE(s.api.changesLine.waiting(), 1);
        QCOMPARE(s.api.eventsAsked, 1);
    }

    void nudgedWhileResting()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        (void)s.queueFolder(QStringLiteral("A"));
        s.sync->nudge();
        s.run(); // marked as sent first
        QCOMPARE(s.api.operationsLine.waiting(), 1);
        QVERIFY(s.answerOperations());
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.changesLine.waiting(), 0);
    }

    void fallsBackAndComesBack()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.close(ErrorCode::Unavailable);
        QVERIFY(!s.api.channel());
        s.scheduler.advance(2s);
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 50"));
        s.scheduler.advance(5s);
        QCOMPARE(s.api.eventsAsked, 2);
        QCOMPARE(s.api.changesLine.waiting(), 1); // the long poll stays until the channel is up
    }

    void comesBackEverMoreSlowly()
    {
        ChannelStage s;
        s.settle();
        auto last = 0ns;
        for (int i = 0; i < 9; ++i) {
            s.close(ErrorCode::Offline);
            const auto before = s.clock.monotonic();
            while (!s.api.channel()) {
                QVERIFY(s.scheduler.advanceToNextTimer());
                s.run();
                QCOMPARE(s.api.changesLine.waiting(), 1);
            }
            last = s.clock.monotonic() - before;
            QVERIFY(last >= 1s && last <= 600s);
        }
        QVERIFY(last >= 150s);
        QVERIFY(!s.sync->status().error); // nobody needs to know
    }

    void waitsAsLongAsItIsTold()
    {
        ChannelStage s;
        s.settle();
        s.api.channel()->closed({ErrorCode::RateLimited, {}, {}, 300s});
        s.scheduler.advance(299s);
        QCOMPARE(s.api.eventsAsked, 1);
    }

    void aServerWithoutOne()
    {
        Stage s;
        s.settle();
        QCOMPARE(s.api.eventsAsked, 1);
        s.scheduler.advance(1h);
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.eventsAsked, 1);
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray("c1 50"));
    }

    void afterSleepEverythingIsNew_data()
    {
        QTest::addColumn<bool>("up");
        QTest::newRow("channel") << true;
        QTest::newRow("long poll") << false;
    }
    void afterSleepEverythingIsNew()
    {
        QFETCH(bool, up);
        ChannelStage s;
        s.api.hasEvents = up;
        if (up)
            QVERIFY(s.rest());
        else
            s.settle();
        const int asked = s.api.changesLine.asked();
        s.clock.jumpWallClock(1h); // the computer slept; the connection is dead and looks alive
        s.scheduler.advance(15s);
        QCOMPARE(s.api.changesLine.asked(), asked + 1);
        QCOMPARE(s.api.changesLine.waiting(), 1);
        QVERIFY(!s.api.channel());
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.eventsAsked, 2 - (up ? 0 : 1));
    }

    void afterSleepInTheMiddle()
    {
        ChannelStage s;
        (void)s.queueFolder(QStringLiteral("A"));
        s.sync->start();
        s.run();
        const auto sent = s.api.lastOperations;
        s.clock.jumpWallClock(1h);
        s.scheduler.advance(15s);
        QCOMPARE(s.api.operationsLine.asked(), 2);
        QCOMPARE(s.api.operationsLine.waiting(), 1);
        QCOMPARE(s.api.lastOperations.first().id, sent.first().id);
    }

    void othersFindTheServerAway()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.session.become(session::State::Offline);
        s.run();
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.session.status().state, session::State::Online);
        QCOMPARE(s.api.changesLine.waiting(), 0);
    }

    void endsWithTheSession()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.close(ErrorCode::TokenExpired);
        s.scheduler.advance(2s);
        QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::SessionEnded)));
        s.run();
        s.scheduler.advance(1h);
        QVERIFY(!s.api.channel());
        QCOMPARE(s.api.eventsAsked, 1);
    }

    void stops()
    {
        ChannelStage s;
        QVERIFY(s.rest());
        s.sync->stop();
        s.run();
        QVERIFY(!s.api.channel());
        QVERIFY(!s.scheduler.hasTimers());
        s.sync->start();
        s.run();
        QVERIFY(s.answerEmpty());
        QCOMPARE(s.api.eventsAsked, 2);
    }

    /// A server that knows no cursor of its own making must not be asked in a circle.
    void unknownCursorsInTheMiddleForEver()
    {
        ChannelStage s;
        s.sync->start();
        s.run();
        int answered = 0;
        for (int i = 0; i < 20; ++i) {
            api::Changes page;
            page.cursor = "c" + QByteArray::number(i);
            page.more = true;
            answered += s.api.changesLine.answer(page) ? 1 : 0;
            s.run();
            answered += s.api.changesLine.answer(domain::fail(ErrorCode::CursorUnknown)) ? 1 : 0;
            s.run();
        }
        QCOMPARE(answered, 4);
        QCOMPARE(s.errorCode(), ErrorCode::CursorUnknown);
        s.scheduler.advance(2s);
        QCOMPARE(s.api.changesLine.waiting(), 1); // and yet it goes on
        QVERIFY(s.api.changesLine.answer(domain::fail(ErrorCode::CursorUnknown)));
        s.run();
        QCOMPARE(s.api.changesLine.lastWhat(), QByteArray(" 0"));
        QVERIFY(s.answerEmpty("d1"));
        QVERIFY(!s.sync->status().error);
    }
};

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
