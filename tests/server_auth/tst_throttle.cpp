// How guessing is slowed down, on a real PostgreSQL. Time passes by moving the rows into the past.
#include "../server_store/run_task.h"

#include <server/auth/throttle.h>

#include <testsupport/private_postgres.h>

#include <boost/asio/detached.hpp>

#include <QTest>

using namespace learnlab::server;
using auth::Attempt;
using auth::LoginThrottle;
using learnlab::testsupport::PrivatePostgres;

class TestThrottle : public QObject
{
    Q_OBJECT

private:
    PrivatePostgres m_postgres;
    boost::asio::io_context m_loop{1};
    std::unique_ptr<store::Pool> m_pool;
    std::unique_ptr<store::Pool> m_otherPool;
    std::unique_ptr<LoginThrottle> m_throttle;
    std::unique_ptr<LoginThrottle> m_otherServer;

    std::unique_ptr<store::Pool> newPool()
    {
        store::PoolOptions options;
        options.url = m_postgres.url().toStdString();
        options.connections = 20;
        return std::make_unique<store::Pool>(m_loop.get_executor(), options);
    }

    // 0 when the attempt may be made (it then counts as a failure), else the seconds to wait.
    int attempt(const std::string &account, const std::string &address, LoginThrottle *by = nullptr)
    {
        auto begun = runTask(m_loop, (by == nullptr ? *m_throttle : *by).beginSignIn(account, address));
        if (begun)
            return 0;
        return begun.error().status == 429 && begun.error().code == "rate_limited"
                   ? begun.error().retryAfter.value_or(-1)
                   : -1;
    }

    void succeed(const std::string &account, const std::string &address)
    {
        auto begun = runTask(m_loop, m_throttle->beginSignIn(account, address));
        QVERIFY(begun.has_value());
        run(m_throttle->succeeded(std::move(*begun)));
    }

    void run(support::Task<void> task)
    {
        const auto wrapped = [](support::Task<void> inner) -> support::Task<bool> {
            co_await std::move(inner);
            co_return true;
        };
        QVERIFY(runTask(m_loop, wrapped(std::move(task))));
    }

    void pass(int seconds)
    {
        const auto moved = runTask(m_loop, m_pool->query("UPDATE login_failures SET "
                                                         "free_at = free_at - $1 * interval '1 second', "
                                                         "last_failure = last_failure - $1 * interval '1 second'",
                                                         seconds));
        QVERIFY(moved.has_value());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_postgres.start(PrivatePostgres::Schema::Migrated), qPrintable(m_postgres.error()));
        m_pool = newPool();
        m_otherPool = newPool();
        m_throttle = std::make_unique<LoginThrottle>(*m_pool);
        m_otherServer = std::make_unique<LoginThrottle>(*m_otherPool);
    }

    void init() { QVERIFY(runTask(m_loop, m_pool->query("DELETE FROM login_failures")).has_value()); }

    void cleanupTestCase()
    {
        m_pool->close();
        m_otherPool->close();
        m_loop.restart();
        m_loop.run();
    }

    void waitsGrowUpToABound()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        for (const int expected : {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            const int seconds = attempt("a@b.org", "1.2.3.4");
            QCOMPARE(seconds, expected);
            QCOMPARE(attempt("A@B.org", "1.2.3.4"), expected); // asking again does not lengthen it
            pass(expected);
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        }
    }

    void severalServersCountTogether()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4", i % 2 == 0 ? m_throttle.get() : m_otherServer.get()), 0);
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 1);
        QCOMPARE(attempt("a@b.org", "1.2.3.4", m_otherServer.get()), 1);
    }

    void manyAtOnceDoNotSlipThrough()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        pass(2);
        int allowed = 0;
        int left = 16;
        const auto once = [&](LoginThrottle &throttle) -> support::Task<void> {
            auto begun = co_await throttle.beginSignIn("a@b.org", "1.2.3.4");
            allowed += begun ? 1 : 0;
            --left;
        };
        m_loop.restart();
        for (int i = 0; i < 16; ++i)
            boost::asio::co_spawn(m_loop, once(i % 2 == 0 ? *m_throttle : *m_otherServer),
                                  [](std::exception_ptr thrown) {
                                      if (thrown)
                                          std::rethrow_exception(thrown);
                                  });
        while (left > 0 && m_loop.run_one() > 0) {
        }
        QCOMPARE(left, 0);
        QCOMPARE(allowed, 1);
    }

    // Whose turn at a shared row comes after somebody's who began later is not held up by them.
    void anOlderAttemptThatHadToWaitIsNotRefused()
    {
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        bool done = false;
        std::optional<bool> allowed;
        const auto slow = [&]() -> support::Task<void> {
            auto begun = co_await m_throttle->beginSignIn("a@b.org", "1.2.3.4");
            allowed = begun.has_value();
        };
        const auto scene = [&]() -> support::Task<void> {
            auto holder = co_await m_otherPool->acquire();
            auto locked =
                co_await (*holder)->execute("BEGIN; SELECT 1 FROM login_failures WHERE longest_wait = 60 FOR UPDATE");
            boost::asio::co_spawn(m_loop, slow(), boost::asio::detached);
            bool waits = false;
            while (!waits) {
                auto rows = co_await m_pool->query("SELECT 1 FROM pg_locks WHERE NOT granted");
                waits = !rows->empty();
            }
            auto younger = co_await m_otherServer->beginSignIn("c@d.org", "1.2.3.4");
            auto released = co_await (*holder)->execute("COMMIT");
            done = locked && younger && released;
        };
        m_loop.restart();
        boost::asio::co_spawn(m_loop, scene(), boost::asio::detached);
        while ((!done || !allowed) && m_loop.run_one() > 0) {
        }
        QCOMPARE(allowed, std::optional(true));
    }

    void othersAreNotHeldUp()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 1);
        QCOMPARE(attempt("a@b.org", "5.6.7.8"), 0);
        QCOMPARE(attempt("b@b.org", "1.2.3.4"), 0);
    }

    void addressesOfOneNetworkCountTogether()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "2001:db8:1:2::" + std::to_string(i + 1)), 0);
        QCOMPARE(attempt("a@b.org", "2001:db8:1:2:ffff::9"), 1);
        QCOMPARE(attempt("a@b.org", "2001:db8:1:3::1"), 0);
    }

    void manyAddressesAgainstOneAccountAreSlowedDownALittle()
    {
        for (int i = 0; i < 50; ++i)
            QCOMPARE(attempt("a@b.org", "10.0.0." + std::to_string(i)), 0);
        for (int i = 0; i < 10; ++i) {
            pass(60);
            QCOMPARE(attempt("a@b.org", "10.0.1." + std::to_string(i)), 0);
        }
        const int seconds = attempt("a@b.org", "5.6.7.8"); // the owner, at worst
        QVERIFY2(seconds > 0 && seconds <= 60, qPrintable(QString::number(seconds)));
        QCOMPARE(attempt("b@b.org", "5.6.7.8"), 0);
    }

    void manyAccountsFromOneAddressAreSlowedDown()
    {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(attempt("user" + std::to_string(i), "1.2.3.4"), 0);
        QCOMPARE(attempt("someone", "1.2.3.4"), 1);
        QCOMPARE(attempt("someone", "1.2.3.5"), 0);
    }

    void successForgivesThisAccountFromThisAddressOnly()
    {
        for (int i = 0; i < 4; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        succeed("a@b.org", "1.2.3.4");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 1);
        const auto rows = runTask(m_loop, m_pool->query("SELECT max(failures) AS most FROM login_failures"));
        QCOMPARE(rows->front().integer("most"), std::int64_t(9)); // of the address: its success is no failure
    }

    void whatWasNotJudgedIsNoFailure()
    {
        for (int i = 0; i < 20; ++i) {
            auto begun = runTask(m_loop, m_throttle->beginSignIn("a@b.org", "1.2.3.4"));
            QVERIFY(begun.has_value());
            run(m_throttle->takeBack(std::move(*begun)));
        }
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
    }

    void timeForgives()
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        pass(16 * 60);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 1);
    }

    void confirmationsAreCountedByThemselves()
    {
        const support::Uuid user = support::Uuid::random();
        for (int i = 0; i < 30; ++i) {
            pass(300);
            static_cast<void>(attempt("a@b.org", "1.2.3.4"));
        }
        for (int i = 0; i < 5; ++i)
            QVERIFY(runTask(m_loop, m_throttle->beginConfirmation(user)).has_value());
        QCOMPARE(runTask(m_loop, m_throttle->beginConfirmation(user)).error().retryAfter.value_or(-1), 1);
        QVERIFY(runTask(m_loop, m_throttle->beginConfirmation(support::Uuid::random())).has_value());
    }

    void oldRowsGo()
    {
        QCOMPARE(attempt("a@b.org", "1.2.3.4"), 0);
        QVERIFY(runTask(m_loop, m_throttle->forgetOld()).has_value());
        const auto count = [this] { return runTask(m_loop, m_pool->query("SELECT 1 FROM login_failures"))->size(); };
        QCOMPARE(count(), std::size_t(3));
        pass(3600);
        QVERIFY(runTask(m_loop, m_throttle->forgetOld()).has_value());
        QCOMPARE(count(), std::size_t(0));
    }

    void nothingTypedIsStored()
    {
        QCOMPARE(attempt("a-password-typed-here", "1.2.3.4"), 0);
        const auto rows =
            runTask(m_loop, m_pool->query("SELECT string_agg(f::text, ' ') AS all FROM login_failures f"));
        QVERIFY(rows->front().text("all").find("typed") == std::string::npos);
        QVERIFY(rows->front().text("all").find("1.2.3.4") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
