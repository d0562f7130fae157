#pragma once

#include "engine/engine.h"

namespace learnlab::engine {

enum class Control { Pause, Resume, Cancel, Retry, First };

/// Does this to each of these transfers: through the queue while it is at work, else in the mirror, where the queue
/// will find it. Those it makes no sense for stay as they are.
void control(Services &services, Control what, QList<domain::TransferId> ids);

/// Lets these go on with another choice for taken names, in the same way.
void chooseAnew(Services &services, const QList<domain::TransferId> &ids, domain::OnConflict onConflict);

} // namespace learnlab::engine
