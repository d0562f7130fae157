// How guessing is slowed down. The clock is turned by hand.
#include <server/auth/limiter.h>

#include <QTest>

using namespace learnlab::server::auth;

class TestLimiter : public QObject
{
    Q_OBJECT

private:
    LoginLimiter::Clock::time_point m_now{};
    int waitOf(LoginLimiter &limiter, const std::string &account, const std::string &address)
    {
        const auto allowed = limiter.check(account, address);
        return allowed ? 0 : allowed.error().retryAfter.value_or(-1);
    }

private Q_SLOTS:
    void waitsGrow()
    {
        LoginLimiter limiter([this] { return m_now; });
        QList<int> waits;
        for (int i = 0; i < 9; ++i) {
            limiter.failed("a", "1.2.3.4");
            waits.append(waitOf(limiter, "a", "1.2.3.4"));
        }
        QCOMPARE(waits, (QList<int>{0, 0, 0, 0, 1, 2, 4, 8, 16}));
        QCOMPARE(limiter.check("a", "1.2.3.4").error().status, 429);
        m_now += std::chrono::seconds(15);
        QCOMPARE(waitOf(limiter, "a", "1.2.3.4"), 1);
        m_now += std::chrono::seconds(1);
        QCOMPARE(waitOf(limiter, "a", "1.2.3.4"), 0);
        for (int i = 0; i < 30; ++i)
            limiter.failed("a", "1.2.3.4");
        QCOMPARE(waitOf(limiter, "a", "1.2.3.4"), 300);
    }

    void othersAreNotHeldUp()
    {
        LoginLimiter limiter([this] { return m_now; });
        for (int i = 0; i < 20; ++i)
            limiter.failed("a", "1.2.3.4");
        QVERIFY(waitOf(limiter, "a", "1.2.3.4") > 0);
        QCOMPARE(waitOf(limiter, "a", "5.6.7.8"), 0);
        QCOMPARE(waitOf(limiter, "b", "1.2.3.4"), 0);
    }

    void manyAddressesAgainstOneAccountAreSlowedDown()
    {
        LoginLimiter limiter([this] { return m_now; });
        for (int i = 0; i < 60; ++i)
            limiter.failed("a", "10.0.0." + std::to_string(i));
        QVERIFY(waitOf(limiter, "a", "5.6.7.8") > 0);
        QVERIFY(waitOf(limiter, "a", "5.6.7.8") <= 60);
        QCOMPARE(waitOf(limiter, "b", "5.6.7.8"), 0);
    }

    void manyAccountsFromOneAddressAreSlowedDown()
    {
        LoginLimiter limiter([this] { return m_now; });
        for (int i = 0; i < 210; ++i)
            limiter.failed("user" + std::to_string(i), "1.2.3.4");
        QVERIFY(waitOf(limiter, "someone", "1.2.3.4") > 0);
    }

    void successAndTimeForgive()
    {
        LoginLimiter limiter([this] { return m_now; });
        for (int i = 0; i < 8; ++i)
            limiter.failed("a", "1.2.3.4");
        limiter.succeeded("a", "1.2.3.4");
        QCOMPARE(waitOf(limiter, "a", "1.2.3.4"), 0);
        for (int i = 0; i < 6; ++i)
            limiter.failed("a", "1.2.3.4");
        m_now += std::chrono::minutes(16);
        limiter.failed("a", "1.2.3.4");
        QCOMPARE(waitOf(limiter, "a", "1.2.3.4"), 0);
    }

    void itsMemoryIsBounded()
    {
        LoginLimiter limiter([this] { return m_now; });
        for (int i = 0; i < 120000; ++i)
            limiter.failed("user" + std::to_string(i), "10.0.0." + std::to_string(i));
        QCOMPARE(waitOf(limiter, "fresh", "fresh"), 0);
    }
};

QTEST_GUILESS_MAIN(TestLimiter)
#include "tst_limiter.moc"
