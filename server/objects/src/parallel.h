#pragma once
// Several calls at once, but not too many.

#include <server/support/result.h>

#include <functional>

namespace learnlab::server::objects {

// Runs one(0) to one(count - 1) on the caller's executor, `most` of them at a time; over when all are.
[[nodiscard]] support::Task<void> inParallel(std::size_t count, std::size_t most,
                                             std::function<support::Task<void>(std::size_t)> one);

} // namespace learnlab::server::objects
