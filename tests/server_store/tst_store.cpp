// The pool, statements and transactions against a real PostgreSQL: values, refusals, lost databases, repeats.
#include "run_task.h"

#include <server/store/notices.h>
#include <server/store/transaction.h>

#include <testsupport/private_postgres.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace learnlab::server;
using namespace learnlab::server::store;
using learnlab::testsupport::PrivatePostgres;
using support::Task;

class TestStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> m_postgres;
    boost::asio::io_context m_loop{1};
    std::unique_ptr<Pool> m_pool;

    std::unique_ptr<Pool> makePool(std::size_t connections, int waitMilliseconds = 10000)
    {
        PoolOptions options;
        options.url = m_postgres->url().toStdString();
        options.connections = connections;
        options.waitTime = std::chrono::milliseconds(waitMilliseconds);
        return std::make_unique<Pool>(m_loop.get_executor(), options);
    }

    template <typename... Values>
    Result<Rows> query(std::string sql, Values... values)
    {
        return runTask(m_loop, m_pool->query(sql, values...));
    }

    std::int64_t number(const std::string &sql)
    {
        const auto rows = query(sql);
        return rows && !rows->empty() ? rows->front().integer("n") : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_postgres = std::make_unique<PrivatePostgres>();
        QVERIFY2(m_postgres->start(), qPrintable(m_postgres->error()));
        m_pool = makePool(4);
        QVERIFY(query(
            "CREATE TABLE t (id INT PRIMARY KEY, n BIGINT NOT NULL DEFAULT 0, CONSTRAINT t_small CHECK (n < 1000))"));
        QVERIFY(query("CREATE TABLE child (id INT, CONSTRAINT child_t_fkey FOREIGN KEY (id) REFERENCES t (id))"));
    }

    void init()
    {
        QVERIFY(query("DELETE FROM child"));
        QVERIFY(query("DELETE FROM t"));
        QVERIFY(query("INSERT INTO t (id) VALUES (1), (2)"));
    }

    void cleanupTestCase()
    {
        m_pool->close();
        m_loop.restart();
        m_loop.run();
    }

    void carriesValues()
    {
        const Uuid id = Uuid::random();
        const auto time = *support::parseTime("2026-11-23T01:02:03.123456Z");
        const auto rows = query(
            "SELECT $1::text AS text, $2::bigint AS big, $3::boolean AS flag, $4::uuid AS id, $5::timestamptz AS time, "
            "$6::text AS nothing, $7::text AS maybe",
            std::string("ä'\"\\\n😀"), std::int64_t(-9007199254740993), true, id, time, std::nullopt,
            std::optional<std::string>("x"));
        QVERIFY(rows.has_value());
        const Row row = rows->front();
        QCOMPARE(row.text("text"), std::string("ä'\"\\\n😀"));
        QCOMPARE(row.integer("big"), std::int64_t(-9007199254740993));
        QVERIFY(row.boolean("flag"));
        QVERIFY(row.uuid("id") == id);
        QCOMPARE(row.wireTime("time"), std::string("2026-11-23T01:02:03.123456Z"));
        QVERIFY(row.isNull("nothing") && !row.optionalText("nothing") && row.wireTime("nothing").empty());
        QCOMPARE(*row.optionalText("maybe"), std::string("x"));
        QVERIFY(row.isNull("no such column"));
    }

    // Whatever the form of the answer, the same values come out of it.
    void carriesValuesInBinary()
    {
        const std::string sql =
            "SELECT v.n, v.small, v.flag, v.id, v.at, v.text, v.digest, NULL::bigint AS nothing, "
            "NULL::uuid AS nobody FROM (VALUES "
            "(9007199254740993::bigint, -3::smallint, true, '019a8f00-0000-7000-8000-0000000000ff'::uuid, "
            "'2026-11-23 01:02:03.000045+00'::timestamptz, 'Übung \"1\"'::varchar, repeat('a', 64)::char(64)), "
            "(-1, 7, false, '00000000-0000-0000-0000-000000000000', '1969-12-31 23:59:59.999999+00', '', ''), "
            "(0, 0, NULL, NULL, 'infinity', NULL, NULL), (1, 1, true, NULL, '4000-01-01 BC', NULL, NULL)) "
            "AS v (n, small, flag, id, at, text, digest)";
        const auto both = [&]() -> Task<Result<std::pair<Rows, Rows>>> {
            auto lease = co_await m_pool->acquire();
            if (!lease)
                co_return learnlab::server::support::fail(std::move(lease.error()));
            auto text = co_await (*lease)->query(sql);
            auto binary = co_await (*lease)->queryBinary(sql);
            if (!text || !binary)
                co_return learnlab::server::support::fail(std::move((text ? binary : text).error()));
            co_return std::pair(*text, *binary);
        };
        const auto answers = runTask(m_loop, both());
        QVERIFY(answers);
        const auto &[text, binary] = *answers;
        QCOMPARE(binary.size(), std::size_t(4));
        for (std::size_t i = 0; i < binary.size(); ++i) {
            QVERIFY(binary[i].isBinary() && !text[i].isBinary());
            QCOMPARE(binary[i].integer("n"), text[i].integer("n"));
            QCOMPARE(binary[i].integer("small"), text[i].integer("small"));
            QCOMPARE(binary[i].boolean("flag"), text[i].boolean("flag"));
            QVERIFY(binary[i].optionalUuid("id") == text[i].optionalUuid("id"));
            QVERIFY(binary[i].time("at") == text[i].time("at"));
            QCOMPARE(binary[i].view("text"), text[i].view("text"));
            QCOMPARE(binary[i].view("digest"), text[i].view("digest"));
            QVERIFY(binary[i].isNull("nothing") && !binary[i].optionalInteger("nothing"));
            QVERIFY(!binary[i].optionalUuid("nobody"));
        }
        QCOMPARE(binary[0].integer("n"), std::int64_t(9007199254740993));
    }

    void carriesArrays()
    {
        const std::vector<std::string> texts{"plain", "", "a,b", "q\"uo\\te", "{brace}", "NULL"};
        const auto rows = query("SELECT unnest($1::text[]) AS text", arrayLiteral(texts));
        QCOMPARE(rows->size(), texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            QCOMPARE((*rows)[i].text("text"), texts[i]);
        const std::vector<Uuid> ids{Uuid::random(), Uuid::random()};
        QCOMPARE(query("SELECT unnest($1::uuid[])", arrayLiteral(ids))->size(), std::size_t(2));
        Columns columns;
        columns.add("q\"uo\\te", std::int64_t(7));
        columns.add(std::nullopt, std::nullopt);
        columns.add("NULL", std::int64_t(-1));
        Params params;
        columns.appendTo(params);
        const auto made = query("SELECT * FROM unnest($1::text[], $2::bigint[]) AS made (name, size)",
                                *params[0].text(), *params[1].text());
        QCOMPARE(made->size(), std::size_t(3));
        QCOMPARE((*made)[0].text("name"), std::string("q\"uo\\te"));
        QCOMPARE((*made)[0].integer("size"), std::int64_t(7));
        QVERIFY((*made)[1].isNull("name") && (*made)[1].isNull("size"));
        QCOMPARE((*made)[2].text("name"), std::string("NULL"));
    }

    // A statement that is planned anew leaves no plan behind that another call could get.
    void plansAnew()
    {
        const auto asked = [&]() -> Task<Result<Rows>> {
            auto lease = co_await m_pool->acquire();
            if (!lease)
                co_return learnlab::server::support::fail(std::move(lease.error()));
            for (int time = 0; time < 3; ++time) {
                Params params;
                params.emplace_back("{1,2,7}");
                params.emplace_back(std::nullopt);
                std::string sql("SELECT count(*) AS n, $2::text AS nothing FROM t WHERE id = ANY ($1::int[])");
                auto rows = co_await (*lease)->runAnew(std::move(sql), std::move(params));
                if (!rows || rows->front().integer("n") != 2 || !rows->front().isNull("nothing"))
                    co_return rows;
            }
            co_return co_await (*lease)->query(
                "SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE '%ANY ($1::int[])%' "
                "AND statement NOT LIKE '%pg_prepared%'");
        };
        const auto kept = runTask(m_loop, asked());
        QVERIFY(kept);
        QCOMPARE(kept->front().integer("n"), std::int64_t(0));
    }

    void carriesLargeAnswers()
    {
        const auto rows = query("SELECT repeat('x', 1000) AS text FROM generate_series(1, 20000)");
        QCOMPARE(rows->size(), std::size_t(20000));
        const std::string large(8 << 20, 'y');
        QCOMPARE(query("SELECT length($1::text) AS n", large)->front().integer("n"), std::int64_t(8 << 20));
    }

    void namesWhatWasRefused()
    {
        const auto twin = query("INSERT INTO t (id) VALUES (1)");
        QVERIFY(!twin && isUniqueViolation(twin.error(), "t_pkey") && !isUniqueViolation(twin.error(), "other"));
        QCOMPARE(twin.error().status, 500);
        const auto orphan = query("INSERT INTO child VALUES (99)");
        QVERIFY(!orphan && orphan.error().cause.object == "child_t_fkey");
        const auto wrong = query("SELECT nonsense");
        QCOMPARE(wrong.error().cause.state, std::string("42703"));
        QCOMPARE(query("UPDATE t SET n = 5")->affected(), std::size_t(2));
    }

    void commitsAndRollsBack()
    {
        const auto done = runTask(m_loop, transact(*m_pool, [](Connection &db) -> Task<Result<int>> {
                                      auto rows = co_await db.query("UPDATE t SET n = n + 1 WHERE id = $1", 1);
                                      if (!rows)
                                          co_return support::fail(rows.error());
                                      co_return 7;
                                  }));
        QCOMPARE(done.value_or(0), 7);
        QCOMPARE(number("SELECT n FROM t WHERE id = 1"), std::int64_t(1));
        const auto refused = runTask(m_loop, transact(*m_pool, [](Connection &db) -> Task<Result<int>> {
                                         auto rows = co_await db.query("UPDATE t SET n = 99 WHERE id = $1", 1);
                                         co_return support::fail(support::problem(409, "name_taken", "No."));
                                     }));
        QCOMPARE(refused.error().code, std::string("name_taken"));
        QCOMPARE(number("SELECT n FROM t WHERE id = 1"), std::int64_t(1));
    }

    void commitsNoFailedTransaction()
    {
        const auto done = runTask(m_loop, transact(*m_pool, [](Connection &db) -> Task<Result<int>> {
                                      auto rows = co_await db.query("UPDATE t SET n = 98 WHERE id = $1", 1);
                                      auto wrong = co_await db.query("UPDATE t SET n = 5000 WHERE id = $1", 1);
                                      co_return 1; // nobody looked at `wrong`
                                  }));
        QVERIFY(!done);
        QCOMPARE(number("SELECT n FROM t WHERE id = 1"), std::int64_t(0));
    }

    void repeatsAfterSerializationFailures()
    {
        int runs = 0;
        Pool &pool = *m_pool;
        const auto body = [&runs, &pool](Connection &db) -> Task<Result<int>> {
            ++runs;
            auto seen = co_await db.query("SELECT n FROM t WHERE id = 1");
            if (runs == 1) { // somebody else is faster
                auto other = co_await pool.query("UPDATE t SET n = n + 10 WHERE id = 1");
            }
            auto rows = co_await db.query("UPDATE t SET n = n + 1 WHERE id = 1");
            if (!rows)
                co_return support::fail(rows.error());
            co_return runs;
        };
        QCOMPARE(runTask(m_loop, transact(pool, body, Isolation::RepeatableRead)).value_or(0), 2);
        QCOMPARE(number("SELECT n FROM t WHERE id = 1"), std::int64_t(11));
    }

    void repeatsAfterDeadlocks()
    {
        Pool &pool = *m_pool;
        int runs = 0;
        int held = 0;
        int finished = 0;
        const auto locking = [&pool, &runs, &held, &finished, this](int first, int second) -> Task<void> {
            const auto body = [first, second, &runs, &held, this](Connection &db) -> Task<Result<int>> {
                ++runs;
                auto one = co_await db.query("UPDATE t SET n = n + 1 WHERE id = $1", first);
                ++held;
                // Both hold their first row before either asks for its second.
                boost::asio::steady_timer poll(m_loop);
                while (held < 2) {
                    poll.expires_after(std::chrono::milliseconds(1));
                    co_await poll.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
                }
                auto two = co_await db.query("UPDATE t SET n = n + 1 WHERE id = $1", second);
                if (!two)
                    co_return support::fail(two.error());
                co_return 1;
            };
            auto done = co_await transact(pool, body);
            finished += done ? 1 : 0;
        };
        m_loop.restart();
        boost::asio::co_spawn(m_loop, locking(1, 2), boost::asio::detached);
        boost::asio::co_spawn(m_loop, locking(2, 1), boost::asio::detached);
        while (finished < 2 && m_loop.run_one() > 0) {
        }
        QCOMPARE(runs, 3);
        QCOMPARE(number("SELECT sum(n) AS n FROM t"), std::int64_t(4));
    }

    void letsOthersWaitForAConnection()
    {
        const auto pool = makePool(1);
        int order = 0;
        int second = 0;
        const auto holding = [&]() -> Task<Result<void>> {
            auto lease = co_await pool->acquire();
            if (!lease)
                co_return support::fail(lease.error());
            boost::asio::co_spawn(
                m_loop,
                [&]() -> Task<void> {
                    auto rows = co_await pool->query("SELECT 1");
                    second = rows ? ++order : -1;
                },
                boost::asio::detached);
            auto rows = co_await (*lease)->query("SELECT pg_sleep(0.05)");
            ++order;
            co_return Result<void>();
        };
        QVERIFY(runTask(m_loop, holding()));
        while (second == 0 && m_loop.run_one() > 0) {
        }
        QCOMPARE(second, 2);
        pool->close();
    }

    void losesPatienceWhenNoConnectionComesFree()
    {
        const auto pool = makePool(1, 20);
        const auto starving = [&]() -> Task<Result<Rows>> {
            auto lease = co_await pool->acquire();
            auto rows = co_await pool->query("SELECT 1");
            co_return rows;
        };
        const auto rows = runTask(m_loop, starving());
        QVERIFY(!rows);
        QCOMPARE(rows.error().status, 503);
        QVERIFY(runTask(m_loop, pool->query("SELECT 1")));
        pool->close();
    }

    void closesConnectionsThatAreLeftInATransaction()
    {
        const auto pool = makePool(1);
        const auto leaving = [&]() -> Task<Result<Rows>> {
            {
                auto lease = co_await pool->acquire();
                auto begun = co_await (*lease)->execute("BEGIN");
                auto rows = co_await (*lease)->query("UPDATE t SET n = 77");
            }
            auto rows = co_await pool->query("SELECT n FROM t WHERE id = 1");
            co_return rows;
        };
        const auto rows = runTask(m_loop, leaving());
        QVERIFY(rows);
        QCOMPARE(rows->front().integer("n"), std::int64_t(0));
        pool->close();
    }

    void replacesConnectionsThatTheDatabaseClosed()
    {
        const auto pool = makePool(1);
        QVERIFY(runTask(m_loop, pool->query("SELECT 1")));
        QVERIFY(query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
                      "backend_type = 'client backend'"));
        QTRY_COMPARE(number("SELECT count(*) AS n FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND "
                            "backend_type = 'client backend'"),
                     std::int64_t(0));
        QVERIFY(runTask(m_loop, pool->query("UPDATE t SET n = 3")));
        pool->close();
    }

    void noticesReachTheOthersAndSurviveALostConnection()
    {
        std::vector<std::string> atFirst;
        std::vector<std::string> atSecond;
        const std::string url = m_postgres->url().toStdString();
        Notices first(m_loop.get_executor(), url, "test_notices",
                      [&](const std::string &text) { atFirst.push_back(text); });
        Notices second(m_loop.get_executor(), url, "test_notices",
                       [&](const std::string &text) { atSecond.push_back(text); });
        first.start();
        second.start();
        const auto heard = [&](const std::string &text) {
            m_loop.restart();
            m_loop.poll();
            return std::ranges::count(atSecond, text) > 0;
        };
        const auto callUntilHeard = [&](const std::string &text) {
            first.call(text);
            return heard(text);
        };
        QTRY_VERIFY(callUntilHeard("one two"));
        QVERIFY(query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                      "AND (query LIKE 'LISTEN %' OR query LIKE 'NOTIFY %')"));
        QTRY_VERIFY_WITH_TIMEOUT(callUntilHeard("three"), 20000);
        QVERIFY(atFirst.empty()); // nobody hears himself
        second.stop();
        const auto before = atSecond.size();
        first.call("four");
        QVERIFY(query("SELECT 1"));
        QVERIFY(!heard("four"));
        QCOMPARE(atSecond.size(), before);
        first.stop();
    }

    // Nobody listens at the first, the second never answers, the third is the database: as after a failover.
    void findsTheOneOfSeveralHostsThatAnswers()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const auto port = gone.serverPort();
        gone.close();
        auto url = m_postgres->url();
        const auto host = QByteArrayLiteral("127.0.0.1:");
        url.replace(host, host + QByteArray::number(port) + "," + host + QByteArray::number(silent.serverPort()) + "," +
                              host);
        PoolOptions options;
        options.url = url.toStdString();
        Pool pool(m_loop.get_executor(), options);
        const auto rows = runTask(m_loop, pool.query("SELECT 7 AS n"));
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().cause.text.c_str());
        QCOMPARE(rows->front().integer("n"), std::int64_t(7));
        pool.close();
    }

    // Of several hosts only one that takes writes is meant.
    void writesGoWhereTheyAreTaken()
    {
        QVERIFY(query("CREATE DATABASE standby"));
        QVERIFY(query("ALTER DATABASE standby SET default_transaction_read_only = on"));
        auto url = m_postgres->url();
        url = url.left(url.lastIndexOf('/') + 1) + "standby";
        const auto at = url.indexOf('@') + 1;
        const auto host = url.mid(at, url.lastIndexOf('/') - at);
        url.insert(at, host + ',');
        PoolOptions options;
        options.url = url.toStdString();
        Pool pool(m_loop.get_executor(), options);
        const auto rows = runTask(m_loop, pool.query("SELECT 1"));
        QVERIFY(!rows);
        QCOMPARE(rows.error().status, 503);
        pool.close();
    }

    // However slow a statement is: the database says meanwhile that it is there.
    void waitsForSlowStatements()
    {
        PoolOptions options;
        options.url = m_postgres->url().toStdString();
        options.connectTime = std::chrono::seconds(30);
        options.silenceTime = std::chrono::milliseconds(20);
        Pool pool(m_loop.get_executor(), options);
        const auto rows = runTask(m_loop, pool.query("SELECT 7 AS n, pg_sleep(0.5)"));
        QVERIFY2(rows.has_value(), rows ? "" : rows.error().cause.text.c_str());
        QCOMPARE(rows->front().integer("n"), std::int64_t(7));
        pool.close();
    }

    // A machine that hangs: its kernel goes on taking connections and bytes, and nobody ever answers.
    void leavesADatabaseThatHangs()
    {
        PrivatePostgres hung;
        QVERIFY2(hung.start(), qPrintable(hung.error()));
        const auto hostOf = [](const QByteArray &url) {
            const auto at = url.indexOf('@') + 1;
            return url.mid(at, url.lastIndexOf('/') - at);
        };
        PoolOptions options;
        options.url =
            hung.url().replace(hostOf(hung.url()), hostOf(hung.url()) + ',' + hostOf(m_postgres->url())).toStdString();
        options.connectTime = std::chrono::seconds(2);
        options.silenceTime = std::chrono::milliseconds(20);
        std::unique_ptr<Pool> pool;
        const auto whose = [&] {
            const auto rows =
                runTask(m_loop, pool->query("SELECT setting::int AS n FROM pg_settings WHERE name = 'port'"));
            return rows ? QByteArray::number(qint64(rows->front().integer("n")))
                        : QByteArray(rows.error().cause.text.c_str());
        };
        // Its share of the time is short, and this machine may be busy.
        const auto whoseAtFirst = [&] {
            pool = std::make_unique<Pool>(m_loop.get_executor(), options);
            return whose();
        };
        QTRY_COMPARE_WITH_TIMEOUT(whoseAtFirst(), hung.url().split(':').last().split('/').first(), 40000);
        hung.freeze();
        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(whose(), m_postgres->url().split(':').last().split('/').first(), 40000);
        QVERIFY2(since.elapsed() < 50000, "only because a statement is given up after a minute");
        pool->close();
    }

    void comesBackWithTheDatabase()
    {
        QVERIFY(query("SELECT 1"));
        m_postgres->kill();
        const auto lost = query("SELECT 1");
        QVERIFY(!lost);
        QCOMPARE(lost.error().status, 503);
        QVERIFY(lost.error().retryAfter.has_value());
        QVERIFY2(m_postgres->restart(), qPrintable(m_postgres->error()));
        QCOMPARE(number("SELECT count(*) AS n FROM t"), std::int64_t(2));
    }

    void repeatsATransactionWhoseConnectionWasLost()
    {
        int runs = 0;
        Pool &pool = *m_pool;
        const auto body = [&runs, &pool](Connection &db) -> Task<Result<int>> {
            auto rows = co_await db.query("UPDATE t SET n = n + 1 WHERE id = 1 RETURNING pg_backend_pid() AS n");
            if (rows && ++runs == 1) {
                auto ended = co_await pool.query("SELECT pg_terminate_backend($1::int)", rows->front().integer("n"));
            }
            auto second = co_await db.query("UPDATE t SET n = n + 1 WHERE id = 1");
            if (!second)
                co_return support::fail(second.error());
            co_return runs;
        };
        const auto done = runTask(m_loop, transact(pool, body));
        QVERIFY2(done.has_value(), done ? "" : done.error().cause.text.c_str());
        QCOMPARE(number("SELECT n FROM t WHERE id = 1"), std::int64_t(2));
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
