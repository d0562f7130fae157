#pragma once

#include "engine/engine.h"

namespace learnlab::engine {

/// A question to the server that no room owns: keeps the call alive until its answer has come, or the account is
/// closed.
template <class T>
void callServer(Services &services, const std::function<api::CallHandle(api::Api &, api::Reply<T>)> &call,
                std::function<void(Services &, domain::Result<T>)> done)
{
    const quint64 number = services.calls.empty() ? 1 : services.calls.rbegin()->first + 1;
    services.calls[number] = call(
        services.api, whileOpen(services, [number, done = std::move(done)](Services &open, domain::Result<T> result) {
            // Let go after the reply, which the call itself is making.
            open.scheduler.post(whileOpen(open, [number](Services &later) { later.calls.erase(number); }));
            done(open, std::move(result));
        }));
}

} // namespace learnlab::engine
