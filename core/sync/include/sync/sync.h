#pragma once

#include "api/api.h"
#include "mirror/store.h"
#include "session/session.h"

#include <functional>

namespace learnlab::sync {

struct Status
{
    bool running = false;  ///< a pull or a replay is under way
    bool upToDate = false; ///< the feed was read to its end since the server was last reached
    int pendingOperations = 0;
    std::optional<support::Timestamp> lastSync;
    std::optional<domain::Error> error;
};

/// Keeps the mirror true: pulls the feed when the event channel says so (a long poll where there is none) and replays
/// pending operations in order. Engine thread.
class Sync
{
public:
    virtual ~Sync() = default;
    [[nodiscard]] virtual const Status &status() const = 0;
    virtual void listen(std::function<void(const Status &)> listener) = 0;
    virtual void start() = 0; ///< and goes on by itself, also after errors, until stop()
    virtual void stop() = 0;
    /// Replays what is pending, then reads the feed to its end once; replies when both are done or cannot be.
    virtual void drain(std::function<void(domain::Result<void>)> reply) = 0;
    virtual void nudge() = 0; ///< something was queued, or the network is back
};

/// Everything it is given outlives it. `batch`: so many operations are sent together at most, of the 500 that the
/// server takes.
[[nodiscard]] std::unique_ptr<Sync> makeSync(api::Api &api, mirror::Store &store, session::Session &session,
                                             support::Scheduler &scheduler, support::Clock &clock,
                                             support::Random &random, int batch = 500);

} // namespace learnlab::sync
