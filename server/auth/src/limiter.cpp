#include <server/auth/limiter.h>

#include <algorithm>
#include <array>

namespace learnlab::server::auth {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostEntries = 100000;
constexpr std::chrono::minutes memory{15};

// Strict where one address guesses at one account; loose where many people may stand behind one address, and where
// strangers could otherwise lock an account's owner out.
struct Scope
{
    std::string key;
    int freeFailures;
    std::chrono::seconds longestWait;
};

std::array<Scope, 3> scopesOf(const std::string &account, const std::string &address)
{
    return {Scope{"b " + address + " " + account, 5, 300s}, Scope{"a " + account, 50, 60s},
            Scope{"p " + address, 200, 30s}};
}

} // namespace

support::Result<void> LoginLimiter::check(const std::string &account, const std::string &address)
{
    const auto now = m_now();
    std::chrono::seconds wait{0};
    for (const Scope &scope : scopesOf(account, address)) {
        const auto found = m_entries.find(scope.key);
        if (found != m_entries.end() && found->second.free > now)
            wait = std::max(wait, std::chrono::ceil<std::chrono::seconds>(found->second.free - now));
    }
    if (wait.count() == 0)
        return {};
    return support::fail(support::problem(429, "rate_limited", "Too many attempts. Try again later.")
                             .withRetryAfter(static_cast<int>(wait.count())));
}

void LoginLimiter::failed(const std::string &account, const std::string &address)
{
    forgetOld();
    const auto now = m_now();
    for (const Scope &scope : scopesOf(account, address)) {
        Entry &entry = m_entries[scope.key];
        if (entry.failures > 0 && now - entry.last > memory)
            entry = {};
        ++entry.failures;
        entry.last = now;
        const int beyond = entry.failures - scope.freeFailures;
        if (beyond >= 0)
            entry.free = now + std::min(scope.longestWait, std::chrono::seconds(1LL << std::min(beyond, 20)));
    }
}

void LoginLimiter::succeeded(const std::string &account, const std::string &address)
{
    m_entries.erase(scopesOf(account, address).front().key);
}

void LoginLimiter::forgetOld()
{
    if (m_entries.size() < mostEntries)
        return;
    const auto now = m_now();
    std::erase_if(m_entries, [now](const auto &item) { return now - item.second.last > memory; });
    if (m_entries.size() >= mostEntries)
        m_entries.clear(); // a flood of addresses: memory is worth more than their waits
}

} // namespace learnlab::server::auth
