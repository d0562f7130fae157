#pragma once
// Whether the other side is too slow to be waited for any longer. Only the time spent waiting for it counts. Pure.

#include <chrono>
#include <cstdint>

namespace learnlab::server::http {

struct Pace
{
    std::uint64_t leastRate = 0;       // bytes per second; 0: any will do
    std::chrono::milliseconds grace{}; // before the rate is looked at
    std::chrono::nanoseconds waited{};
    std::uint64_t bytes = 0;

    void add(std::chrono::nanoseconds time, std::uint64_t count)
    {
        waited += time;
        bytes += count;
    }
    [[nodiscard]] bool tooSlow() const
    {
        const auto seconds = std::chrono::duration<double>(waited).count();
        return leastRate > 0 && waited > grace && static_cast<double>(bytes) < static_cast<double>(leastRate) * seconds;
    }
};

} // namespace learnlab::server::http
