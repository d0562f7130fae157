#pragma once
// Slows guessing down. Failures are counted in PostgreSQL, for all servers of a database together: by account and
// address prefix (strict), by account (loose, so that strangers cannot lock an owner out) and by address prefix (loose,
// because a whole school may stand behind one). After some failures each further one makes the next attempt wait,
// longer each time up to a bound; forgotten after a quarter of an hour without one. Nothing that a live session does
// asks here, except confirming its own password, which is counted by itself. Loop thread only.

#include <server/store/pool.h>

namespace learnlab::server::auth {

using support::Result;
using support::Task;
using support::Uuid;

// One try at a password, counted as a failure before it is judged: many at once cannot slip through together.
struct Attempt
{
    std::vector<std::string> subjects; // the strictest first
};

class LoginThrottle
{
public:
    explicit LoginThrottle(store::Pool &pool) : m_pool(pool) {} // outlives this

    // 429 rate_limited with Retry-After while one of the counts has to wait.
    [[nodiscard]] Task<Result<Attempt>> beginSignIn(std::string email, std::string address);
    [[nodiscard]] Task<Result<Attempt>> beginConfirmation(Uuid user);         // of a signed-in user's own password
    [[nodiscard]] Task<Result<Attempt>> beginInvitation(std::string address); // a code to register with
    [[nodiscard]] Task<Result<Attempt>> beginLink(Uuid link, std::string address); // the password of a public link
    // Each attempt ends in one of these, unless it failed. What the database cannot note is forgiven by time.
    [[nodiscard]] Task<void> succeeded(Attempt attempt); // this account's failures from this address are forgotten
    [[nodiscard]] Task<void> takeBack(Attempt attempt);  // it was not judged

    [[nodiscard]] Task<Result<void>> forgetOld(); // rows that no longer matter; call it every hour or so

private:
    struct Scope;
    [[nodiscard]] Task<Result<Attempt>> begin(std::vector<Scope> scopes);
    [[nodiscard]] Task<Result<int>> secondsLeft(std::string subjects);
    store::Pool &m_pool;
};

// Names an account in the audit log and in the table without showing what was typed.
[[nodiscard]] std::string accountDigest(std::string_view email);

} // namespace learnlab::server::auth
