#include "support/clock.h"
#include "support/random.h"

#include <QTest>

#include <array>

using namespace learnlab;

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seededRepeats()
    {
        support::SeededRandom first(42);
        support::SeededRandom second(42);
        support::SeededRandom other(43);
        QCOMPARE(first.next(), second.next());
        QVERIFY(first.next() != other.next());
    }

    void seededFillsAnyLength()
    {
        support::SeededRandom random(1);
        for (size_t length = 0; length < 20; ++length) {
            std::array<quint8, 24> bytes{};
            random.fill(std::span(bytes).first(length));
            for (size_t i = length; i < bytes.size(); ++i)
                QCOMPARE(bytes.at(i), quint8(0));
        }
    }

    void belowStaysBelowAndReachesAll()
    {
        support::SeededRandom random(7);
        std::array<int, 6> counts{};
        for (int i = 0; i < 6000; ++i)
            ++counts.at(random.below(6));
        for (const int count : counts)
            QVERIFY2(count > 800 && count < 1200, "far from uniform");
        QCOMPARE(random.below(1), quint64(0));
    }

    void systemGivesDifferentBytes()
    {
        support::SystemRandom random;
        std::array<quint8, 19> first{};
        std::array<quint8, 19> second{};
        random.fill(first);
        random.fill(second);
        QVERIFY(first != second);
    }

    void clockGoesForward()
    {
        const support::SystemClock clock;
        const auto before = clock.monotonic();
        QVERIFY(clock.monotonic() >= before);
        QVERIFY(clock.now().time_since_epoch() > std::chrono::hours(24) * 365 * 50);
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
