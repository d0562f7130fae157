#include "parallel.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>
#include <memory>

namespace learnlab::server::objects {

namespace {

struct Gathering
{
    Gathering(const boost::asio::any_io_executor &executor, std::size_t all,
              std::function<support::Task<void>(std::size_t)> call)
        : count(all), one(std::move(call)), over(executor, boost::asio::steady_timer::time_point::max())
    {}
    std::size_t count;
    std::size_t next = 0;
    std::size_t running = 0;
    std::function<support::Task<void>(std::size_t)> one;
    boost::asio::steady_timer over; // cancelled by the last
};

support::Task<void> runSome(std::shared_ptr<Gathering> gathering)
{
    while (gathering->next < gathering->count)
        co_await gathering->one(gathering->next++);
    if (--gathering->running == 0)
        gathering->over.cancel();
}

} // namespace

support::Task<void> inParallel(std::size_t count, std::size_t most, std::function<support::Task<void>(std::size_t)> one)
{
    if (count == 0)
        co_return;
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto gathering = std::make_shared<Gathering>(executor, count, std::move(one));
    gathering->running = std::min(count, most);
    for (std::size_t i = 0; i < std::min(count, most); ++i)
        boost::asio::co_spawn(executor, runSome(gathering), boost::asio::detached);
    while (gathering->running > 0)
        co_await gathering->over.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

} // namespace learnlab::server::objects
