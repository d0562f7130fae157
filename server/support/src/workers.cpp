#include <server/support/workers.h>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <sys/resource.h>
#include <unistd.h>

namespace learnlab::server::support {

struct Workers::Inner
{
    Inner(std::size_t threads, std::size_t mostWaiting, int priority)
        : pool(threads), most(threads + mostWaiting), nice(priority)
    {}

    void claimLess() const
    {
        static thread_local bool done = false;
        if (nice > 0 && !std::exchange(done, true)) // a thread of Linux has a niceness of its own
            ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
    }

    boost::asio::thread_pool pool;
    std::size_t most;
    int nice;
    std::atomic<std::size_t> taken = 0;
    std::atomic<std::uint64_t> refused = 0;
};

Workers::Workers(std::size_t threads, std::size_t mostWaiting, int nice)
    : m_inner(std::make_unique<Inner>(threads, mostWaiting, nice))
{}

Workers::~Workers()
{
    m_inner->pool.join();
}

std::size_t Workers::taken() const
{
    return m_inner->taken;
}

std::uint64_t Workers::refused() const
{
    return m_inner->refused;
}

Task<Result<void>> Workers::runErased(std::function<void()> work)
{
    Inner &inner = *m_inner;
    if (inner.taken.fetch_add(1) >= inner.most) {
        inner.taken.fetch_sub(1);
        inner.refused.fetch_add(1);
        co_return fail(unavailable("The server is busy."));
    }
    co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void()>(
        [&inner, &work](auto handler) {
            auto home = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
            boost::asio::post(inner.pool, [&inner, work = std::move(work), home = std::move(home),
                                           handler = std::move(handler)]() mutable {
                inner.claimLess();
                work();
                inner.taken.fetch_sub(1);
                boost::asio::post(home.get_executor(), std::move(handler));
            });
        },
        boost::asio::use_awaitable);
    co_return Result<void>();
}

} // namespace learnlab::server::support
