#pragma once
// Who waits for which feed. Changes made by this process wake waiters at once and are called out to the other servers
// of the database, merged for a moment; those made elsewhere come as such a call. Neither is relied on: the heads of
// the waited-for feeds are looked at every second or so, in one query for all of them, which also finds a plain UPDATE.
// Loop thread only. No waiter holds a database connection.

#include <server/store/notices.h>
#include <server/store/pool.h>

#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <set>
#include <stop_token>

namespace learnlab::server::files {

class FeedHub
{
    struct State;

public:
    // databaseUrl: for the connection that calls and listens; empty: none.
    FeedHub(boost::asio::any_io_executor executor, store::Pool &pool, const std::string &databaseUrl);
    ~FeedHub();
    FeedHub(const FeedHub &) = delete;
    FeedHub &operator=(const FeedHub &) = delete;

    void start(); // begins to listen to the other servers
    void stop();  // the loop may end

    // The user's feed moved, or one of their sessions ended. Only after the commit.
    void wake(const support::Uuid &user);

    // Who wants to know of one user's feed, for as long as it lives.
    class Watcher
    {
    public:
        Watcher(FeedHub &hub, support::Uuid user);
        virtual ~Watcher();
        Watcher(const Watcher &) = delete;
        Watcher &operator=(const Watcher &) = delete;
        void seen(std::int64_t head) { m_seenHead = head; } // what is known to whoever watches
        [[nodiscard]] const support::Uuid &user() const { return m_user; }

    private:
        friend class FeedHub;
        virtual void wakeUp() = 0;                 // at once, at each wake(): there may be something
        virtual void moved(std::int64_t head) = 0; // for sure, merged: the head is not the one that was seen
        std::weak_ptr<State> m_hub;
        support::Uuid m_user;
        std::int64_t m_seenHead = 0;
    };

    // One long poll. Made before the feed is read, so that nothing falls between reading and sleeping.
    class Waiter final : public Watcher
    {
    public:
        Waiter(FeedHub &hub, support::Uuid user, std::stop_token stop);
        void reset() { m_woken = false; } // before the feed is read
        // Until woken, stopped or the time is over; at once when woken since reset().
        [[nodiscard]] support::Task<void> sleep(std::chrono::steady_clock::time_point until);
        [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

    private:
        void wakeUp() override;
        void moved(std::int64_t) override { wakeUp(); }
        std::stop_token m_stop;
        boost::asio::steady_timer m_timer;
        bool m_woken = false;
    };

private:
    static void noteMoved(State &state, const support::Uuid &user);
    static void startMerging(const std::shared_ptr<State> &state);
    static support::Task<void> merge(std::shared_ptr<State> state);
    static support::Task<void> lookAround(std::shared_ptr<State> state);
    static support::Task<bool> lookAt(std::shared_ptr<State> state, std::vector<support::Uuid> users);
    void startLooking();
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::files
