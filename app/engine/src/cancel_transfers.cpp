#include "cancel_transfers.h"

namespace learnlab::engine {

void cancelTransfers(Services &services, const QList<domain::TransferId> &ids)
{
    if (services.transfersRun) {
        for (const domain::TransferId id : ids)
            services.transfers.cancel(id);
        return;
    }
    // What was begun on the server ends there by its own time limit.
    services.store.write(
        [ids](mirror::Writer &writer) -> domain::Result<void> {
            for (const domain::TransferId id : ids) {
                const auto transfer = writer.read().transfer(id);
                if (!transfer || domain::isFinal(transfer->state))
                    continue;
                if (auto removed = writer.removeTransfer(id); !removed)
                    return removed;
            }
            return {};
        },
        [](const domain::Result<void> &) {});
}

} // namespace learnlab::engine
