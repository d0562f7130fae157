#pragma once

#include "engine/engine.h"

namespace learnlab::engine {

/// Takes these out of the queue: through the transfers while they are at work, else out of the mirror itself.
void cancelTransfers(Services &services, const QList<domain::TransferId> &ids);

} // namespace learnlab::engine
