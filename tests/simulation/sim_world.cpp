#include "sim_world.h"

namespace learnlab::simulation {

support::Scheduler::TimerId World::add(std::chrono::milliseconds delay, support::Task task, bool client)
{
    const TimerId id = ++m_last;
    m_items.emplace(std::pair(clock.monotonic() + delay, id), Item{std::move(task), client});
    return id;
}

void World::cancel(TimerId timer)
{
    std::erase_if(m_items, [timer](const auto &item) { return item.first.second == timer; });
}

bool World::step()
{
    if (m_items.empty())
        return false;
    const auto next = m_items.begin();
    const support::Monotonic due = next->first.first;
    if (due > clock.monotonic())
        clock.advance(std::chrono::ceil<std::chrono::microseconds>(due - clock.monotonic()));
    const support::Task task = std::move(next->second.task);
    m_items.erase(next);
    task();
    return true;
}

void World::forgetClient()
{
    std::erase_if(m_items, [](const auto &item) { return item.second.client; });
}

} // namespace learnlab::simulation
