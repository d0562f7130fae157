#include "fakes/step_scheduler.h"
#include "support/qt_scheduler.h"
#include "support/worker.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace learnlab;
using namespace std::chrono_literals;

class TestSchedulers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qtRunsInOrderOnItsThread()
    {
        support::QtScheduler scheduler;
        QList<int> seen;
        const std::thread::id here = std::this_thread::get_id();
        bool otherThread = false;
        scheduler.post([&] { seen.append(1); });
        std::thread([&] {
            scheduler.post([&] {
                otherThread = std::this_thread::get_id() != here;
                seen.append(2);
            });
        }).join();
        QVERIFY(seen.isEmpty());
        QTRY_COMPARE(seen, (QList<int>{1, 2}));
        QVERIFY(!otherThread);
    }

    void qtTimersFireOnceAndCanBeCancelled()
    {
        support::QtScheduler scheduler;
        int fired = 0;
        int cancelled = 0;
        const auto timer = scheduler.after(1ms, [&] { ++cancelled; });
        scheduler.after(2ms, [&] { ++fired; });
        scheduler.cancel(timer);
        scheduler.cancel(timer);
        bool later = false;
        scheduler.after(30ms, [&] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(fired, 1);
        QCOMPARE(cancelled, 0);
    }

    void qtTimerMaySetAnother()
    {
        support::QtScheduler scheduler;
        int count = 0;
        std::function<void()> again = [&] {
            if (++count < 5)
                scheduler.after(0ms, again);
        };
        scheduler.after(0ms, again);
        QTRY_COMPARE(count, 5);
    }

    void qtForgetsWhatWaits()
    {
        bool ran = false;
        {
            support::QtScheduler scheduler;
            scheduler.post([&] { ran = true; });
            scheduler.after(0ms, [&] { ran = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void stepsRunInTheOrderOfTime()
    {
        fakes::FakeClock clock;
        fakes::StepScheduler scheduler(clock);
        const auto start = clock.now();
        QStringList seen;
        scheduler.after(20ms, [&] { seen.append(QStringLiteral("late")); });
        scheduler.after(10ms, [&] {
            seen.append(QStringLiteral("early"));
            scheduler.post([&] { seen.append(QStringLiteral("follows")); });
        });
        scheduler.post([&] { seen.append(QStringLiteral("now")); });
        QVERIFY(scheduler.runUntilIdle());
        QCOMPARE(seen, QStringList{QStringLiteral("now")});
        scheduler.advance(15ms);
        QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("now early follows"));
        QCOMPARE(clock.now() - start, support::Timestamp::duration(15ms));
        scheduler.advance(5ms);
        QCOMPARE(seen.constLast(), QStringLiteral("late"));
        QVERIFY(!scheduler.advanceToNextTimer());
    }

    void stepsEndAndForget()
    {
        fakes::FakeClock clock;
        fakes::StepScheduler scheduler(clock);
        std::function<void()> forever = [&] { scheduler.post(forever); };
        scheduler.post(forever);
        QVERIFY(!scheduler.runUntilIdle(100));
        scheduler.clear();
        QVERIFY(scheduler.runUntilIdle());
    }

    void workerKeepsOrderAndFinishes()
    {
        QList<int> seen;
        {
            support::Worker worker("test", 4);
            for (int i = 0; i < 100; ++i)
                worker.post([&seen, i] { seen.append(i); });
        }
        QCOMPARE(seen.size(), 100);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void workerRefusesWhenFull()
    {
        std::mutex gate;
        std::atomic<bool> entered = false;
        gate.lock();
        {
            support::Worker worker("test", 1);
            worker.post([&] {
                entered = true;
                const std::lock_guard lock(gate);
            });
            QTRY_VERIFY(entered);
            QVERIFY(worker.tryPost([] {}));
            QVERIFY(!worker.tryPost([] {}));
            gate.unlock();
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedulers)
#include "tst_schedulers.moc"
