// Sessions on a real PostgreSQL: rotation, lost answers, theft, restored databases, accounts that are switched off.
#include "../server_store/run_task.h"

#include <server/auth/accounts.h>
#include <server/auth/passwords.h>
#include <server/auth/sessions.h>
#include <server/support/bytes.h>

#include <testsupport/private_postgres.h>

#include <boost/json/array.hpp>

#include <QTest>

using namespace learnlab::server;
using namespace learnlab::server::auth;
using learnlab::testsupport::PrivatePostgres;

class TestRotation : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivatePostgres> m_postgres;
    boost::asio::io_context m_loop{1};
    std::unique_ptr<store::Pool> m_pool;
    Tokens m_tokens{KeyRing({SigningKey{"k1", std::string(32, 'a')}})};
    support::Time m_now = support::systemNow();
    std::unique_ptr<Sessions> m_sessions;
    Passwords m_passwords{4};
    std::unique_ptr<Accounts> m_accounts;
    Uuid m_user;

    IssuedTokens begin() { return *runTask(m_loop, m_sessions->begin(m_user, std::string("test"))); }
    Result<IssuedTokens> rotate(const std::string &token) { return runTask(m_loop, m_sessions->rotate(token)); }
    Result<Principal> use(const std::string &token) { return runTask(m_loop, m_sessions->authenticateToken(token)); }
    bool run(const std::string &sql) { return runTask(m_loop, m_pool->query(sql)).has_value(); }

    std::string codeOfRotation(const std::string &token)
    {
        const auto answer = rotate(token);
        return answer ? std::string("accepted") : answer.error().code;
    }

    std::string codeOfUse(const std::string &token)
    {
        const auto answer = use(token);
        return answer ? std::string("accepted") : answer.error().code;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_postgres = std::make_unique<PrivatePostgres>();
        QVERIFY2(m_postgres->start(PrivatePostgres::Schema::Migrated), qPrintable(m_postgres->error()));
        store::PoolOptions options;
        options.url = m_postgres->url().toStdString();
        m_pool = std::make_unique<store::Pool>(m_loop.get_executor(), options);
        m_sessions = std::make_unique<Sessions>(*m_pool, m_tokens, SessionTimes{900, 3600}, [this] { return m_now; });
        m_accounts = std::make_unique<Accounts>(*m_pool, m_passwords);
        const NewAccount account{"Someone@Example.ORG", "someone", "correct horse", std::nullopt};
        const auto user = runTask(m_loop, m_accounts->add(account));
        QVERIFY2(user.has_value(), user ? "" : user.error().cause.text.c_str());
        m_user = *Uuid::parse(std::string(user->at("id").as_string()));
    }

    void init()
    {
        m_now = support::systemNow();
        QVERIFY(run("UPDATE users SET is_active = true"));
        QVERIFY(run("DELETE FROM user_sessions"));
    }

    void cleanupTestCase()
    {
        m_pool->close();
        m_loop.restart();
        m_loop.run();
    }

    void onlyHashesAreStored()
    {
        const auto issued = begin();
        const auto rows = runTask(m_loop, m_pool->query("SELECT refresh_token, device_info FROM user_sessions"));
        QCOMPARE(rows->front().text("refresh_token"), support::toHex(support::sha256(issued.refresh)));
        QCOMPARE(rows->front().text("device_info"), std::string("test"));
    }

    void goesOnForManyGenerations()
    {
        auto issued = begin();
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(codeOfUse(issued.access), std::string("accepted"));
            m_now += std::chrono::minutes(20);
            QCOMPARE(codeOfUse(issued.access), std::string("token_expired"));
            auto next = rotate(issued.refresh);
            QVERIFY(next.has_value());
            QCOMPARE(next->claims.generation, issued.claims.generation + 1);
            issued = std::move(*next);
        }
    }

    void aLostAnswerIsRepeatedIdentically()
    {
        const auto first = begin();
        const auto lost = rotate(first.refresh);
        m_now += std::chrono::minutes(5);
        const auto again = rotate(first.refresh);
        QVERIFY(lost && again);
        QCOMPARE(again->refresh, lost->refresh);
        QCOMPARE(again->claims.expiresAt, lost->claims.expiresAt);
        QCOMPARE(codeOfRotation(first.refresh), std::string("accepted"));
        QCOMPARE(codeOfRotation(lost->refresh), std::string("accepted"));
    }

    void aLostAnswerIsRepeatedAfterTheKeysChanged()
    {
        const auto first = begin();
        const auto lost = rotate(first.refresh);
        const Tokens newer(KeyRing({SigningKey{"k2", std::string(32, 'b')}, SigningKey{"k1", std::string(32, 'a')}}));
        Sessions sessions(*m_pool, newer, SessionTimes{900, 3600}, [this] { return m_now; });
        const auto again = runTask(m_loop, sessions.rotate(first.refresh));
        QVERIFY(again.has_value());
        QCOMPARE(again->refresh, lost->refresh);
    }

    void reuseAfterTheSuccessorWasExchangedEndsTheSession()
    {
        const auto first = begin();
        const auto second = rotate(first.refresh);
        const auto third = rotate(second->refresh);
        QVERIFY(third.has_value());
        QCOMPARE(codeOfRotation(first.refresh), std::string("token_reused"));
        QCOMPARE(codeOfRotation(third->refresh), std::string("token_revoked"));
        QCOMPARE(codeOfUse(third->access), std::string("token_revoked"));
    }

    void reuseAfterTheNewAccessTokenWasUsedEndsTheSession()
    {
        const auto first = begin();
        const auto second = rotate(first.refresh);
        QCOMPARE(codeOfUse(second->access), std::string("accepted"));
        QCOMPARE(codeOfRotation(first.refresh), std::string("token_reused"));
        QCOMPARE(codeOfUse(second->access), std::string("token_revoked"));
    }

    void theOldAccessTokenDoesNotEndThePreviousRefreshToken()
    {
        const auto first = begin();
        const auto second = rotate(first.refresh);
        QCOMPARE(codeOfUse(first.access), std::string("accepted"));
        QCOMPARE(codeOfRotation(first.refresh), std::string("accepted"));
        QCOMPARE(codeOfRotation(second->refresh), std::string("accepted"));
    }

    void twoAtOnceGetTheSameSuccessor()
    {
        const auto first = begin();
        std::optional<Result<IssuedTokens>> one;
        std::optional<Result<IssuedTokens>> two;
        const auto into = [this, &first](std::optional<Result<IssuedTokens>> &answer) -> support::Task<void> {
            answer.emplace(co_await m_sessions->rotate(first.refresh));
        };
        const auto rethrow = [](std::exception_ptr thrown) {
            if (thrown)
                std::rethrow_exception(thrown);
        };
        m_loop.restart();
        boost::asio::co_spawn(m_loop, into(one), rethrow);
        boost::asio::co_spawn(m_loop, into(two), rethrow);
        while ((!one || !two) && m_loop.run_one() > 0) {
        }
        QVERIFY(one->has_value() && two->has_value());
        QCOMPARE((*one)->refresh, (*two)->refresh);
    }

    void aTokenNewerThanTheRestoredRowIsAccepted()
    {
        const auto first = begin();
        QVERIFY(run("CREATE TABLE backup AS SELECT * FROM user_sessions"));
        const auto second = rotate(first.refresh);
        const auto third = rotate(second->refresh);
        QVERIFY(run("DELETE FROM user_sessions"));
        QVERIFY(run("INSERT INTO user_sessions SELECT * FROM backup"));
        QVERIFY(run("DROP TABLE backup"));
        QCOMPARE(codeOfUse(third->access), std::string("accepted"));
        const auto fourth = rotate(third->refresh);
        QVERIFY2(fourth.has_value(), fourth ? "" : fourth.error().code.c_str());
        QCOMPARE(fourth->claims.generation, third->claims.generation + 1);
        QCOMPARE(rotate(third->refresh)->refresh, fourth->refresh);
        QCOMPARE(codeOfRotation(second->refresh), std::string("token_reused"));
    }

    void aRowOfTheDocumentedInsertIsReplacedAtTheFirstExchange()
    {
        const auto issued = begin();
        QVERIFY(run("UPDATE user_sessions SET generation = 0, refresh_token = 'as the older program wrote it'"));
        QCOMPARE(codeOfRotation(issued.refresh), std::string("accepted"));
    }

    void sessionsExpire()
    {
        const auto issued = begin();
        m_now += std::chrono::hours(2);
        QCOMPARE(codeOfRotation(issued.refresh), std::string("token_expired"));
        m_now -= std::chrono::hours(2);
        QVERIFY(run("UPDATE user_sessions SET expires_at = now() - interval '1 second'"));
        QCOMPARE(codeOfUse(issued.access), std::string("token_revoked"));
        QCOMPARE(codeOfRotation(issued.refresh), std::string("token_revoked"));
    }

    void switchedOffAccountsAreOutAtOnce()
    {
        const auto issued = begin();
        QVERIFY(run("UPDATE users SET is_active = false"));
        QCOMPARE(codeOfUse(issued.access), std::string("token_revoked"));
        QCOMPARE(codeOfRotation(issued.refresh), std::string("token_revoked"));
        QVERIFY(run("UPDATE users SET is_active = NULL"));
        QCOMPARE(codeOfUse(issued.access), std::string("token_revoked"));
        QVERIFY(run("UPDATE users SET is_active = true"));
        QCOMPARE(codeOfUse(issued.access), std::string("accepted"));
    }

    void sessionsEndOneByOneAndTogether()
    {
        const auto one = begin();
        const auto two = begin();
        const auto three = begin();
        const Principal who{m_user, one.claims.sessionId, 1};
        const auto all = runTask(m_loop, m_sessions->list(who));
        QCOMPARE(all->size(), std::size_t(3));
        QVERIFY(*runTask(m_loop, m_sessions->end(m_user, two.claims.sessionId)));
        QVERIFY(!*runTask(m_loop, m_sessions->end(m_user, two.claims.sessionId)));
        QVERIFY(!*runTask(m_loop, m_sessions->end(Uuid::random(), three.claims.sessionId)));
        QCOMPARE(codeOfUse(two.access), std::string("token_revoked"));
        QVERIFY(runTask(m_loop, m_sessions->endOthers(who)).has_value());
        QCOMPARE(codeOfUse(three.access), std::string("token_revoked"));
        QCOMPARE(codeOfUse(one.access), std::string("accepted"));
    }

    void passwordsAreCheckedTheSameWayForEverybody()
    {
        const auto verify = [this](const std::string &email, const std::string &password) {
            const auto answer = runTask(m_loop, m_accounts->verify(email, password));
            return answer && answer->has_value();
        };
        QVERIFY(verify("SOMEONE@example.org", "correct horse"));
        QVERIFY(!verify("someone@example.org", "wrong horse"));
        QVERIFY(!verify("nobody@example.org", "correct horse"));
        QVERIFY(run("UPDATE users SET is_active = false"));
        QVERIFY(!verify("someone@example.org", "correct horse"));
    }

    void passwordsAreCutAt72BytesWhenChecked()
    {
        const std::string longest(72, 'p');
        QVERIFY(!Passwords::checkRules(longest + "q").has_value());
        QVERIFY(!Passwords::checkRules("1234567").has_value());
        QVERIFY(Passwords::checkRules(longest).has_value());
        const auto hash = runTask(m_loop, m_passwords.hash(longest));
        QVERIFY(hash->starts_with("$2b$04$"));
        const std::optional<std::string> stored(*hash);
        QVERIFY(*runTask(m_loop, m_passwords.matches(longest, stored)));
        QVERIFY(*runTask(m_loop, m_passwords.matches(longest + "q", stored)));
        QVERIFY(!*runTask(m_loop, m_passwords.matches("p", stored)));
        QVERIFY(!*runTask(m_loop, m_passwords.matches(longest, std::nullopt)));
        QVERIFY(!*runTask(m_loop, m_passwords.matches(longest, std::optional<std::string>("not a hash"))));
    }

    void passwordChecksBeyondTheBoundAreRefused()
    {
        Passwords narrow(10, 1, 1);
        int refused = 0;
        int done = 0;
        const auto check = [&]() -> support::Task<void> {
            auto answer = co_await narrow.matches("password", std::nullopt);
            if (answer)
                ++done;
            else
                refused += answer.error().status == 503 ? 1 : 100;
        };
        m_loop.restart();
        for (int i = 0; i < 5; ++i)
            boost::asio::co_spawn(m_loop, check(), [](std::exception_ptr) {});
        while (refused + done < 5 && m_loop.run_one() > 0) {
        }
        QCOMPARE(done, 2);
        QCOMPARE(refused, 3);
    }
};

QTEST_GUILESS_MAIN(TestRotation)
#include "tst_rotation.moc"
