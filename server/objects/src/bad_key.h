#pragma once
// The refusal of a key that isKeyText() does not take.

#include <server/support/result.h>

namespace learnlab::server::objects {

[[nodiscard]] inline support::Problem badKey()
{
    return support::problem(400, "bad_key", "An object cannot have this name.");
}

} // namespace learnlab::server::objects
