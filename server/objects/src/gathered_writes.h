#pragma once
// Small objects on their way to the disk: those that come while others are being written wait, and are written
// together, so that a flush serves them all (group commit). Loop thread.

#include "layout.h"

#include <server/support/workers.h>

namespace learnlab::server::objects {

class GatheredWrites
{
public:
    GatheredWrites(Layout layout, support::Workers &disk);

    // Durable on return. 503 when too many wait already.
    [[nodiscard]] Task<Result<StoredObject>> add(std::string key, std::string bytes);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace learnlab::server::objects
