#include "gathered_writes.h"

#include "objects_on_disk.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <deque>

namespace learnlab::server::objects {

using support::fail;

namespace {

constexpr std::size_t mostTogether = 64;
constexpr std::size_t mostWaiting = 512; // beyond it the disk is too slow for what comes
constexpr std::size_t small = 256 << 10; // what is larger takes longer than its flush, and goes beside others

struct Waiting
{
    NewObject object;
    boost::asio::steady_timer told; // cancelled when there is a result
    std::optional<Result<StoredObject>> result;
};

} // namespace

struct GatheredWrites::State
{
    Layout layout;
    support::Workers &disk;
    std::deque<std::shared_ptr<Waiting>> waiting;
    bool writing = false;

    static Task<void> workOff(std::shared_ptr<State> state);
    static Task<Result<std::vector<Result<StoredObject>>>> write(std::shared_ptr<State> state,
                                                                 std::vector<NewObject> objects);
};

GatheredWrites::GatheredWrites(Layout layout, support::Workers &disk)
    : m_state(std::make_shared<State>(State{std::move(layout), disk, {}, false}))
{}

Task<Result<std::vector<Result<StoredObject>>>> GatheredWrites::State::write(std::shared_ptr<State> state,
                                                                             std::vector<NewObject> objects)
{
    std::function<std::vector<Result<StoredObject>>()> work = [layout = state->layout, objects = std::move(objects)] {
        return writeObjects(layout, objects);
    };
    co_return co_await state->disk.run(std::move(work));
}

Task<void> GatheredWrites::State::workOff(std::shared_ptr<State> state)
{
    while (!state->waiting.empty()) {
        std::vector<std::shared_ptr<Waiting>> taken;
        std::vector<NewObject> objects;
        while (!state->waiting.empty() && taken.size() < mostTogether) {
            taken.push_back(std::move(state->waiting.front()));
            state->waiting.pop_front();
            objects.push_back(std::move(taken.back()->object));
        }
        auto written = co_await write(state, std::move(objects));
        for (std::size_t i = 0; i < taken.size(); ++i) {
            taken[i]->result = written ? std::move((*written)[i]) : fail(written.error());
            taken[i]->told.cancel();
        }
    }
    state->writing = false;
}

Task<Result<StoredObject>> GatheredWrites::add(std::string key, std::string bytes)
{
    const auto state = m_state;
    if (bytes.size() > small) {
        std::vector<NewObject> alone(1, NewObject{std::move(key), std::move(bytes)});
        auto written = co_await State::write(state, std::move(alone));
        if (!written)
            co_return fail(std::move(written.error()));
        co_return std::move(written->front());
    }
    if (state->waiting.size() >= mostWaiting)
        co_return fail(support::unavailable("The server is busy."));
    const auto executor = co_await boost::asio::this_coro::executor;
    const auto waiting = std::make_shared<Waiting>(
        Waiting{{std::move(key), std::move(bytes)},
                boost::asio::steady_timer(executor, boost::asio::steady_timer::time_point::max()),
                {}});
    state->waiting.push_back(waiting);
    if (!std::exchange(state->writing, true))
        boost::asio::co_spawn(executor, State::workOff(state), boost::asio::detached);
    while (!waiting->result)
        co_await waiting->told.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    co_return std::move(*waiting->result);
}

} // namespace learnlab::server::objects
