#pragma once

#include "domain/error.h"

namespace learnlab::transfer {

/// Errors of one part of a file, while others are under way: most pass, and do not end the whole.

/// Is it worth sending or asking for this part once more, after so many errors in a row?
[[nodiscard]] bool passesByItself(const domain::Error &error, int troubles);
[[nodiscard]] std::chrono::milliseconds pauseAfter(const domain::Error &error, int troubles);

} // namespace learnlab::transfer
