#pragma once

#include "mirror/writer.h"
#include "transfer/decide.h"

namespace learnlab::transfer {

/// Everything that a decision changes on disk, in one transaction.
[[nodiscard]] domain::Result<void> storeDecision(mirror::Writer &writer, const Decision &decision);

} // namespace learnlab::transfer
