#pragma once
// Slows guessing down: after some failures each further one makes the next attempt wait longer. Kept in memory, by
// account and address, by account and by address; forgotten after a while. Loop thread only.

#include <server/support/result.h>

#include <chrono>
#include <functional>
#include <unordered_map>

namespace learnlab::server::auth {

class LoginLimiter
{
public:
    using Clock = std::chrono::steady_clock;
    explicit LoginLimiter(std::function<Clock::time_point()> now = Clock::now) : m_now(std::move(now)) {}

    [[nodiscard]] support::Result<void> check(const std::string &account, const std::string &address); // 429
    void failed(const std::string &account, const std::string &address);
    void succeeded(const std::string &account, const std::string &address);

private:
    struct Entry
    {
        int failures = 0;
        Clock::time_point free; // the next attempt is allowed then
        Clock::time_point last;
    };
    void forgetOld();

    std::function<Clock::time_point()> m_now;
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace learnlab::server::auth
