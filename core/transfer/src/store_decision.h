#pragma once

#include "mirror/writer.h"
#include "transfer/decide.h"

namespace learnlab::transfer {

/// Everything that a decision changes on disk, in one transaction.
[[nodiscard]] domain::Result<void> storeDecision(mirror::Writer &writer, const Decision &decision);
/// May the decision be carried out without being on disk? A small file is over in a moment: that it passed from one
/// stage of its way to the next is nothing that a restart goes on from, and writing it costs more than sending it. Its
/// upload's id, its digest, its end and whatever stops it are written as those of all others. Pure.
[[nodiscard]] bool passesUnwritten(const domain::Transfer &before, const Decision &decision);

} // namespace learnlab::transfer
