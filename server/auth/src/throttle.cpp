#include <server/auth/throttle.h>

#include <server/support/address.h>
#include <server/support/bytes.h>

#include <algorithm>

namespace learnlab::server::auth {

struct LoginThrottle::Scope
{
    std::string name;
    int freeFailures;
    int longestWait; // seconds
};

namespace {

// 1, 2, 4 … seconds from the first failure on that is not free. The row decides, locked: of several attempts at once
// that find no waiting time, the first sets it for the others. Who need not wait has 'epoch': now() is when a
// transaction began, and one that began earlier may come to the row later and would take such a time for one to wait
// for.
constexpr std::string_view countSql = R"(
INSERT INTO login_failures AS f (subject, failures, free_failures, longest_wait, last_failure, free_at)
SELECT subject, 1, free_failures, longest_wait, now(), 'epoch'
FROM unnest($1::text[], $2::int[], $3::int[]) WITH ORDINALITY AS given(subject, free_failures, longest_wait, place)
WHERE NOT EXISTS (SELECT 1 FROM login_failures WHERE subject = ANY($1::text[]) AND free_at > now())
ORDER BY place
ON CONFLICT (subject) DO UPDATE SET
    failures = CASE WHEN f.last_failure < now() - interval '15 minutes' THEN 1 ELSE f.failures + 1 END,
    last_failure = now(),
    free_at = CASE WHEN f.last_failure < now() - interval '15 minutes' OR f.failures + 1 < EXCLUDED.free_failures
              THEN 'epoch'
              ELSE now() + least(EXCLUDED.longest_wait, power(2, least(f.failures + 1 - EXCLUDED.free_failures, 20)))
                           * interval '1 second' END
WHERE f.free_at <= now()
RETURNING subject)";

std::string subjectOf(std::string_view name)
{
    return support::toHex(support::sha256(name));
}

support::Problem wait(int seconds)
{
    return support::problem(429, "rate_limited", "Too many attempts. Try again later.")
        .withRetryAfter(std::max(1, seconds));
}

} // namespace

std::string accountDigest(std::string_view email)
{
    return subjectOf("account " + support::asciiLower(email)).substr(0, 16);
}

Task<Result<Attempt>> LoginThrottle::beginSignIn(std::string email, std::string address)
{
    const std::string account = support::asciiLower(email);
    const std::string prefix = support::addressPrefix(address);
    std::vector<Scope> scopes;
    scopes.push_back({"both " + prefix + " " + account, 5, 300});
    scopes.push_back({"account " + account, 50, 60});
    scopes.push_back({"prefix " + prefix, 200, 30});
    co_return co_await begin(std::move(scopes));
}

Task<Result<Attempt>> LoginThrottle::beginConfirmation(Uuid user)
{
    std::vector<Scope> scopes;
    scopes.push_back({"confirmation " + user.text(), 5, 300});
    co_return co_await begin(std::move(scopes));
}

Task<Result<Attempt>> LoginThrottle::beginInvitation(std::string address)
{
    std::vector<Scope> scopes;
    scopes.push_back({"invitation " + support::addressPrefix(address), 20, 300});
    co_return co_await begin(std::move(scopes));
}

Task<Result<Attempt>> LoginThrottle::beginLink(Uuid link, std::string address)
{
    const std::string prefix = support::addressPrefix(address);
    std::vector<Scope> scopes;
    scopes.push_back({"link both " + prefix + " " + link.text(), 5, 300});
    scopes.push_back({"link " + link.text(), 50, 60});
    scopes.push_back({"link prefix " + prefix, 200, 30});
    co_return co_await begin(std::move(scopes));
}

Task<Result<Attempt>> LoginThrottle::begin(std::vector<Scope> scopes)
{
    Attempt attempt;
    std::vector<std::string> freeFailures;
    std::vector<std::string> longestWaits;
    for (const Scope &scope : scopes) {
        attempt.subjects.push_back(subjectOf(scope.name));
        freeFailures.push_back(std::to_string(scope.freeFailures));
        longestWaits.push_back(std::to_string(scope.longestWait));
    }
    const std::string subjects = store::arrayLiteral(attempt.subjects);
    auto counted =
        co_await m_pool.query(countSql, subjects, store::arrayLiteral(freeFailures), store::arrayLiteral(longestWaits));
    if (!counted)
        co_return support::fail(std::move(counted.error()));
    if (counted->size() == scopes.size())
        co_return attempt;
    auto left = co_await secondsLeft(subjects);
    if (!left)
        co_return support::fail(std::move(left.error()));
    co_return support::fail(wait(*left));
}

Task<Result<int>> LoginThrottle::secondsLeft(std::string subjects)
{
    auto rows = co_await m_pool.query(
        "SELECT COALESCE(ceil(extract(epoch FROM max(free_at) - now())), 1)::int AS seconds FROM login_failures "
        "WHERE subject = ANY($1::text[])",
        subjects);
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return static_cast<int>(rows->front().integer("seconds"));
}

Task<void> LoginThrottle::succeeded(Attempt attempt)
{
    const std::string strictest = attempt.subjects.front();
    auto forgotten = co_await m_pool.query("DELETE FROM login_failures WHERE subject = $1", strictest);
    attempt.subjects.erase(attempt.subjects.begin());
    if (forgotten && !attempt.subjects.empty())
        co_await takeBack(std::move(attempt));
}

Task<void> LoginThrottle::takeBack(Attempt attempt)
{
    auto undone = co_await m_pool.query("UPDATE login_failures SET failures = greatest(failures - 1, 0), "
                                        "free_at = 'epoch' WHERE subject = ANY($1::text[])",
                                        store::arrayLiteral(attempt.subjects));
    static_cast<void>(undone);
}

Task<Result<void>> LoginThrottle::forgetOld()
{
    auto rows = co_await m_pool.query(
        "DELETE FROM login_failures WHERE last_failure < now() - interval '15 minutes' AND free_at < now()");
    if (!rows)
        co_return support::fail(std::move(rows.error()));
    co_return Result<void>();
}

} // namespace learnlab::server::auth
