#pragma once
// bcrypt ($2b$) on threads of its own, which yield to all others: a quarter of a second each would hold everybody up.

#include <server/support/workers.h>

#include <string>

namespace learnlab::server::auth {

using support::Result;
using support::Task;

class Passwords
{
public:
    // Beyond `mostWaiting` checks in the queue: 503.
    Passwords(int cost, std::size_t threads = 2, std::size_t mostWaiting = 64);

    // 422 weak_password unless 8 to 72 bytes: bcrypt reads no more.
    [[nodiscard]] static Result<void> checkRules(const std::string &password);
    [[nodiscard]] Task<Result<std::string>> hash(std::string password);
    // Without a stored hash the same work is done and the answer is no.
    [[nodiscard]] Task<Result<bool>> matches(std::string password, std::optional<std::string> storedHash);

    [[nodiscard]] std::size_t pending() const { return m_workers.taken(); } // running or waiting
    [[nodiscard]] std::uint64_t refused() const { return m_workers.refused(); }

private:
    int m_cost;
    std::string m_decoy; // a hash that nothing matches, of the same cost
    support::Workers m_workers;
};

} // namespace learnlab::server::auth
