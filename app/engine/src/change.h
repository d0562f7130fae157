#pragma once

#include "engine/engine.h"

namespace learnlab::engine {

/// Runs `make` in one transaction, answers what it gave after the commit, and wakes those who carry it on.
template <class T>
void change(Services &services, std::function<domain::Result<T>(mirror::Writer &)> make,
            std::function<void(domain::Result<T>)> answer)
{
    auto made = std::make_shared<std::optional<T>>();
    services.store.write(
        [make = std::move(make), made](mirror::Writer &writer) -> domain::Result<void> {
            auto result = make(writer);
            if (!result)
                return tl::make_unexpected(result.error());
            *made = std::move(*result);
            return {};
        },
        whileOpen(services, [made, answer = std::move(answer)](Services &open, const domain::Result<void> &result) {
            if (!result) {
                answer(tl::make_unexpected(result.error()));
                return;
            }
            open.sync.nudge();
            open.transfers.nudge();
            answer(std::move(**made));
        }));
}

} // namespace learnlab::engine
