#pragma once
// Who waits for which feed. Changes made by this process wake waiters at once; those made elsewhere (another server, a
// plain UPDATE) are found by looking at the heads of the waited-for feeds every second, in one query for all of them.
// Loop thread only. No waiter holds a database connection.

#include <server/store/pool.h>

#include <boost/asio/steady_timer.hpp>

#include <map>
#include <memory>
#include <stop_token>

namespace learnlab::server::files {

class FeedHub
{
    struct State;

public:
    FeedHub(boost::asio::any_io_executor executor, store::Pool &pool);
    ~FeedHub();
    FeedHub(const FeedHub &) = delete;
    FeedHub &operator=(const FeedHub &) = delete;

    void wake(const support::Uuid &user);

    // One client's wait. Made before the feed is read, so that nothing falls between reading and sleeping.
    class Waiter
    {
    public:
        Waiter(FeedHub &hub, support::Uuid user, std::stop_token stop);
        ~Waiter();
        Waiter(const Waiter &) = delete;
        Waiter &operator=(const Waiter &) = delete;
        void reset() { m_woken = false; }                   // before the feed is read
        void seen(std::int64_t head) { m_seenHead = head; } // what the reading found
        // Until woken, stopped or the time is over; at once when woken since reset().
        [[nodiscard]] support::Task<void> sleep(std::chrono::steady_clock::time_point until);
        [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }

    private:
        friend class FeedHub;
        void wakeUp();
        std::shared_ptr<State> m_hub;
        support::Uuid m_user;
        std::stop_token m_stop;
        boost::asio::steady_timer m_timer;
        std::int64_t m_seenHead = 0;
        bool m_woken = false;
    };

private:
    static support::Task<void> lookAround(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::files
