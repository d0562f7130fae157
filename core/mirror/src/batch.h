#pragma once

#include "mirror/store.h"

namespace learnlab::mirror {

/// Runs jobs in one commit, each in a step of its own. Where the whole cannot be committed (a full disk, say), they are
/// run once more one by one, so that one job's misfortune is not all others'. One result for each job.
[[nodiscard]] QList<domain::Result<void>> runBatch(Writer &writer, const QList<Store::Job> &jobs);

} // namespace learnlab::mirror
