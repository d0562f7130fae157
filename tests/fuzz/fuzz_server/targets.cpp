#include "side.h"

#include <array>

namespace learnlab::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array<Target, 11> all{{{"head", head},
                                                 {"query", query},
                                                 {"json", json},
                                                 {"calls", calls},
                                                 {"token", token},
                                                 {"signature", signature},
                                                 {"store_answer", store_answer},
                                                 {"words", words},
                                                 {"form", form},
                                                 {"receipt", receipt},
                                                 {"link", link}}};
    return all;
}

} // namespace learnlab::fuzz
