#include "feed_hub.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace learnlab::server::files {

using support::Task;
using support::Uuid;

namespace {

constexpr std::chrono::milliseconds mergeTime{50};
constexpr std::size_t mostUsersOfCall = 200; // a notice is at most 8,000 bytes long
constexpr std::size_t usersPerSecond = 2000; // looked at, so that thousands who wait do not busy the database
constexpr auto hubWait = boost::asio::as_tuple(boost::asio::use_awaitable);

} // namespace

struct FeedHub::State
{
    boost::asio::any_io_executor executor;
    store::Pool *pool;
    std::multimap<Uuid, Watcher *> watchers;
    boost::asio::steady_timer pause;
    boost::asio::steady_timer merging;
    std::unique_ptr<store::Notices> notices;
    std::set<Uuid> moved;  // since the last merge, of those that are watched here
    std::set<Uuid> toCall; // since the last merge, by this server
    bool isMerging = false;
    bool looking = false;
    bool ended = false;
};

FeedHub::FeedHub(boost::asio::any_io_executor executor, store::Pool &pool, const std::string &databaseUrl)
    : m_state(std::make_shared<State>(State{executor,
                                            &pool,
                                            {},
                                            boost::asio::steady_timer(executor),
                                            boost::asio::steady_timer(executor),
                                            nullptr,
                                            {},
                                            {},
                                            false,
                                            false,
                                            false}))
{
    if (databaseUrl.empty())
        return;
    const auto heard = [weak = std::weak_ptr(m_state)](const std::string &payload) {
        const auto state = weak.lock();
        for (std::size_t at = 0; state && at < payload.size(); at += 37) {
            if (const auto user = Uuid::parse(std::string_view(payload).substr(at, 36)))
                noteMoved(*state, *user);
        }
        if (state && !state->moved.empty())
            startMerging(state);
    };
    m_state->notices = std::make_unique<store::Notices>(executor, databaseUrl, "learnlab_feed", heard);
}

FeedHub::~FeedHub()
{
    stop();
}

void FeedHub::start()
{
    if (m_state->notices)
        m_state->notices->start();
}

void FeedHub::stop()
{
    m_state->ended = true;
    m_state->pause.cancel();
    m_state->merging.cancel();
    if (m_state->notices)
        m_state->notices->stop();
}

void FeedHub::wake(const Uuid &user)
{
    if (m_state->ended)
        return;
    noteMoved(*m_state, user);
    if (m_state->notices)
        m_state->toCall.insert(user);
    startMerging(m_state);
}

void FeedHub::noteMoved(State &state, const Uuid &user)
{
    const auto [first, last] = state.watchers.equal_range(user);
    if (first != last)
        state.moved.insert(user);
    for (auto at = first; at != last; ++at)
        at->second->wakeUp();
}

void FeedHub::startMerging(const std::shared_ptr<State> &state)
{
    if (state->isMerging || state->ended)
        return;
    state->isMerging = true;
    boost::asio::co_spawn(state->executor, merge(state), boost::asio::detached);
}

Task<void> FeedHub::merge(std::shared_ptr<State> state)
{
    state->merging.expires_after(mergeTime);
    co_await state->merging.async_wait(hubWait);
    state->isMerging = false;
    if (state->ended)
        co_return;
    std::string payload;
    std::size_t users = 0;
    for (const Uuid &user : std::exchange(state->toCall, {})) {
        payload += (payload.empty() ? "" : " ") + user.text();
        if (++users % mostUsersOfCall == 0)
            state->notices->call(std::exchange(payload, {}));
    }
    if (!payload.empty())
        state->notices->call(std::move(payload));
    const auto moved = std::exchange(state->moved, {});
    std::vector<Uuid> watched(moved.begin(), moved.end());
    if (!watched.empty())
        co_await lookAt(state, std::move(watched));
}

Task<bool> FeedHub::lookAt(std::shared_ptr<State> state, std::vector<Uuid> users)
{
    const std::string ids = store::arrayLiteral(users);
    auto heads =
        co_await state->pool->query("SELECT user_id, head FROM user_feed WHERE user_id = ANY($1::uuid[])", ids);
    if (!heads)
        co_return false; // the next look, or the waiters' own reading, will tell
    for (std::size_t i = 0; i < heads->size(); ++i) {
        const auto row = (*heads)[i];
        const auto head = row.integer("head");
        const auto [first, last] = state->watchers.equal_range(row.uuid("user_id"));
        for (auto at = first; at != last; ++at) {
            if (at->second->m_seenHead != head)
                at->second->moved(head);
        }
    }
    co_return true;
}

// Runs while somebody waits.
Task<void> FeedHub::lookAround(std::shared_ptr<State> state)
{
    while (!state->ended && !state->watchers.empty()) {
        const auto seconds = 1 + state->watchers.size() / usersPerSecond;
        state->pause.expires_after(std::chrono::seconds(seconds));
        co_await state->pause.async_wait(hubWait);
        if (state->ended || state->watchers.empty())
            break;
        std::vector<Uuid> users;
        for (auto at = state->watchers.begin(); at != state->watchers.end();
             at = state->watchers.upper_bound(at->first))
            users.push_back(at->first);
        co_await lookAt(state, std::move(users));
    }
    state->looking = false;
}

void FeedHub::startLooking()
{
    if (std::exchange(m_state->looking, true))
        return;
    boost::asio::co_spawn(m_state->executor, lookAround(m_state), boost::asio::detached);
}

FeedHub::Watcher::Watcher(FeedHub &hub, Uuid user) : m_hub(hub.m_state), m_user(user)
{
    hub.m_state->watchers.emplace(m_user, this);
    hub.startLooking();
}

FeedHub::Watcher::~Watcher()
{
    const auto hub = m_hub.lock();
    if (!hub)
        return;
    const auto [first, last] = hub->watchers.equal_range(m_user);
    for (auto at = first; at != last; ++at) {
        if (at->second == this) {
            hub->watchers.erase(at);
            break;
        }
    }
    if (hub->watchers.empty())
        hub->pause.cancel();
}

FeedHub::Waiter::Waiter(FeedHub &hub, Uuid user, std::stop_token stop)
    : Watcher(hub, user), m_stop(std::move(stop)), m_timer(hub.m_state->executor)
{}

void FeedHub::Waiter::wakeUp()
{
    m_woken = true;
    m_timer.cancel();
}

Task<void> FeedHub::Waiter::sleep(std::chrono::steady_clock::time_point until)
{
    if (m_woken || m_stop.stop_requested())
        co_return;
    m_timer.expires_at(until);
    const std::stop_callback onStop(m_stop, [this] { m_timer.cancel(); });
    co_await m_timer.async_wait(hubWait);
}

} // namespace learnlab::server::files
