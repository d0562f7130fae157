#include <server/store/pool.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <list>

namespace learnlab::server::store {

struct Pool::Inner
{
    // Somebody who waits; woken by cancelling the timer, with or without a connection.
    struct Waiter
    {
        explicit Waiter(const boost::asio::any_io_executor &executor) : timer(executor) {}
        boost::asio::steady_timer timer;
        bool mayOpen = false; // a place became free: open a connection yourself
        std::unique_ptr<Connection> given;
    };

    Inner(boost::asio::any_io_executor loop, PoolOptions chosen) : executor(std::move(loop)), options(std::move(chosen))
    {}

    // Takes a lent connection back and hands it, or its place, to who waits longest.
    void giveBack(std::unique_ptr<Connection> connection)
    {
        const bool good = connection->usable() && !closed;
        // The others are likely to lead to the same host; each would cost somebody the same time to find out.
        if (connection->fellSilent()) {
            places -= idle.size();
            idle.clear();
        }
        if (!waiters.empty() && !closed) {
            const auto waiter = waiters.front();
            waiters.pop_front();
            waiter->mayOpen = !good;
            if (good)
                waiter->given = std::move(connection);
            waiter->timer.cancel();
            return; // its place goes with it
        }
        if (good)
            idle.push_back(std::move(connection));
        else
            --places;
    }

    void releasePlace()
    {
        if (waiters.empty() || closed) {
            --places;
            return;
        }
        const auto waiter = waiters.front();
        waiters.pop_front();
        waiter->mayOpen = true;
        waiter->timer.cancel();
    }

    // A kept connection that still lives, if any; dead ones go.
    std::unique_ptr<Connection> takeIdle()
    {
        while (!idle.empty()) {
            auto connection = std::move(idle.back());
            idle.pop_back();
            if (connection->alive())
                return connection;
            --places;
        }
        return nullptr;
    }

    boost::asio::any_io_executor executor;
    PoolOptions options;
    std::vector<std::unique_ptr<Connection>> idle;
    std::list<std::shared_ptr<Waiter>> waiters;
    std::size_t places = 0; // connections that exist or are being opened
    bool closed = false;
};

Lease::~Lease()
{
    if (m_connection)
        std::static_pointer_cast<Pool::Inner>(m_pool)->giveBack(std::move(m_connection));
}

Pool::Pool(boost::asio::any_io_executor executor, PoolOptions options)
    : m_inner(std::make_shared<Inner>(std::move(executor), std::move(options)))
{}

Pool::~Pool()
{
    close();
}

PoolUse Pool::use() const
{
    return {m_inner->places - m_inner->idle.size(), m_inner->idle.size(), m_inner->waiters.size()};
}

void Pool::close()
{
    m_inner->closed = true;
    m_inner->places -= m_inner->idle.size();
    m_inner->idle.clear();
    for (const auto &waiter : m_inner->waiters)
        waiter->timer.cancel();
    m_inner->waiters.clear();
}

Task<Result<std::unique_ptr<Connection>>> Pool::openPlace(std::shared_ptr<Inner> inner)
{
    // However this coroutine ends, a place without a connection is given on.
    struct Place
    {
        std::shared_ptr<Inner> inner;
        ~Place()
        {
            if (inner)
                inner->releasePlace();
        }
    } place{inner};
    auto connection = std::make_unique<Connection>(inner->executor);
    auto opened = co_await connection->open(inner->options.url, inner->options.connectTime, inner->options.silenceTime);
    if (!opened)
        co_return support::fail(std::move(opened.error()));
    place.inner = nullptr;
    co_return connection;
}

Task<Result<Lease>> Pool::acquire()
{
    const std::shared_ptr<Inner> inner = m_inner;
    if (inner->closed)
        co_return support::fail(support::unavailable("The server is stopping."));
    if (auto kept = inner->takeIdle())
        co_return Lease(inner, std::move(kept));
    if (inner->places >= inner->options.connections) {
        if (inner->waiters.size() >= inner->options.mostWaiting)
            co_return support::fail(support::unavailable("The server is busy."));
        const auto waiter = std::make_shared<Inner::Waiter>(inner->executor);
        inner->waiters.push_back(waiter);
        waiter->timer.expires_after(inner->options.waitTime);
        co_await waiter->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
        if (waiter->given)
            co_return Lease(inner, std::move(waiter->given));
        inner->waiters.remove(waiter);
        if (!waiter->mayOpen)
            co_return support::fail(support::unavailable("The database is busy."));
    } else {
        ++inner->places;
    }
    auto connection = co_await openPlace(inner);
    if (!connection)
        co_return support::fail(std::move(connection.error()));
    co_return Lease(inner, std::move(*connection));
}

Task<Result<Rows>> Pool::run(std::string sql, Params params)
{
    for (bool again = true;; again = false) {
        auto lease = co_await acquire();
        if (!lease)
            co_return support::fail(std::move(lease.error()));
        auto rows = co_await (*lease)->run(sql, params);
        const bool lost = !rows && rows.error().cause.state == "08006";
        if (!lost || !again || !sql.starts_with("SELECT"))
            co_return rows;
    }
}

} // namespace learnlab::server::store
