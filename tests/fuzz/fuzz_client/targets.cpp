#include "side.h"

#include <array>

namespace learnlab::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array<Target, 3> all{
        {{"answer", answer}, {"local_name", local_name}, {"mirror", mirror}}};
    return all;
}

} // namespace learnlab::fuzz
