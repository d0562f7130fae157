#include "feed_hub.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace learnlab::server::files {

using support::Task;
using support::Uuid;

struct FeedHub::State
{
    boost::asio::any_io_executor executor;
    store::Pool *pool;
    std::multimap<Uuid, Waiter *> waiters;
    boost::asio::steady_timer pause;
    bool looking = false;
    bool ended = false;
};

FeedHub::FeedHub(boost::asio::any_io_executor executor, store::Pool &pool)
    : m_state(std::make_shared<State>(State{executor, &pool, {}, boost::asio::steady_timer(executor), false, false}))
{}

FeedHub::~FeedHub()
{
    m_state->ended = true;
    m_state->pause.cancel();
}

void FeedHub::wake(const Uuid &user)
{
    const auto [first, last] = m_state->waiters.equal_range(user);
    for (auto at = first; at != last; ++at)
        at->second->wakeUp();
}

// Runs while somebody waits.
Task<void> FeedHub::lookAround(std::shared_ptr<State> state)
{
    while (!state->ended && !state->waiters.empty()) {
        state->pause.expires_after(std::chrono::seconds(1));
        co_await state->pause.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        if (state->ended || state->waiters.empty())
            break;
        std::vector<Uuid> users;
        for (auto at = state->waiters.begin(); at != state->waiters.end(); at = state->waiters.upper_bound(at->first))
            users.push_back(at->first);
        auto heads = co_await state->pool->query("SELECT user_id, head FROM user_feed WHERE user_id = ANY($1::uuid[])",
                                                 store::arrayLiteral(users));
        if (!heads)
            continue; // the waiters' own reading will tell
        for (std::size_t i = 0; i < heads->size(); ++i) {
            const auto row = (*heads)[i];
            const auto [first, last] = state->waiters.equal_range(row.uuid("user_id"));
            for (auto at = first; at != last; ++at) {
                if (at->second->m_seenHead != row.integer("head"))
                    at->second->wakeUp();
            }
        }
    }
    state->looking = false;
}

FeedHub::Waiter::Waiter(FeedHub &hub, Uuid user, std::stop_token stop)
    : m_hub(hub.m_state), m_user(user), m_stop(std::move(stop)), m_timer(m_hub->executor)
{
    m_hub->waiters.emplace(m_user, this);
}

FeedHub::Waiter::~Waiter()
{
    const auto [first, last] = m_hub->waiters.equal_range(m_user);
    for (auto at = first; at != last; ++at) {
        if (at->second == this) {
            m_hub->waiters.erase(at);
            break;
        }
    }
    if (m_hub->waiters.empty())
        m_hub->pause.cancel();
}

void FeedHub::Waiter::wakeUp()
{
    m_woken = true;
    m_timer.cancel();
}

Task<void> FeedHub::Waiter::sleep(std::chrono::steady_clock::time_point until)
{
    if (!m_hub->looking) {
        m_hub->looking = true;
        boost::asio::co_spawn(m_hub->executor, lookAround(m_hub), boost::asio::detached);
    }
    if (m_woken || m_stop.stop_requested())
        co_return;
    m_timer.expires_at(until);
    const std::stop_callback onStop(m_stop, [this] { m_timer.cancel(); });
    co_await m_timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

} // namespace learnlab::server::files
