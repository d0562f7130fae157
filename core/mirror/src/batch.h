#pragma once

#include "mirror/store.h"

namespace learnlab::mirror {

/// Runs jobs in one commit. If one of them fails, all are run once more, each in a step of its own; where the whole
/// cannot be committed even so (a full disk, say), once more one by one: one job's misfortune is not all others'. One
/// result for each job.
[[nodiscard]] QList<domain::Result<void>> runBatch(Writer &writer, const QList<Store::Job> &jobs);

} // namespace learnlab::mirror
