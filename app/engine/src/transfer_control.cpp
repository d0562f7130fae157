#include "transfer_control.h"

#include "transfer/decide.h"

#include <algorithm>

namespace learnlab::engine {

namespace {

using domain::TransferId;

void tellQueue(transfer::Transfers &queue, Control what, TransferId id)
{
    switch (what) {
    case Control::Pause:
        queue.pause(id);
        break;
    case Control::Resume:
        queue.resume(id);
        break;
    case Control::Cancel:
        queue.cancel(id);
        break;
    case Control::Retry:
        queue.retry(id);
        break;
    case Control::First:
        queue.first(id);
        break;
    }
}

transfer::Event eventOf(Control what)
{
    switch (what) {
    case Control::Pause:
        return transfer::event::Pause{};
    case Control::Resume:
        return transfer::event::Resume{};
    case Control::Cancel:
        return transfer::event::Cancel{};
    case Control::Retry:
    case Control::First:
        break;
    }
    return transfer::event::Retry{};
}

domain::Result<void> decideAtRest(mirror::Writer &writer, const domain::Transfer &transfer,
                                  const transfer::Event &event, const transfer::Circumstances &at)
{
    const transfer::Decision decision = transfer::decide(transfer, event, at);
    if (decision.forgetParts) {
        if (auto forgotten = writer.forgetParts(transfer.id); !forgotten)
            return forgotten;
    }
    return decision.next == transfer ? domain::Result<void>() : writer.updateTransfer(decision.next);
}

/// What the queue would store, without what it would do: there is no network, and what was begun on the server ends
/// there by its own time limit.
domain::Result<void> changeAtRest(mirror::Writer &writer, TransferId id, Control what,
                                  const transfer::Circumstances &at)
{
    const auto transfer = writer.read().transfer(id);
    if (!transfer || domain::isFinal(transfer->state))
        return {};
    if (what == Control::Cancel)
        return writer.removeTransfer(id);
    if (what == Control::First)
        return writer.moveTransferFirst(id);
    return decideAtRest(writer, *transfer, eventOf(what), at);
}

using AtRest =
    std::function<domain::Result<void>(mirror::Writer &, TransferId, const transfer::Circumstances &)>;

void writeAtRest(Services &services, const QList<TransferId> &ids, AtRest change)
{
    transfer::Circumstances at;
    at.now = services.clock.now();
    services.store.write(
        [ids, change = std::move(change), at](mirror::Writer &writer) -> domain::Result<void> {
            for (const TransferId id : ids) {
                if (auto changed = change(writer, id, at); !changed)
                    return changed;
            }
            return {};
        },
        [](const domain::Result<void> &) {});
}

} // namespace

void control(Services &services, Control what, QList<TransferId> ids)
{
    // The last that is put first is the first.
    if (what == Control::First)
        std::reverse(ids.begin(), ids.end());
    if (services.transfersRun) {
        for (const TransferId id : ids)
            tellQueue(services.transfers, what, id);
        return;
    }
    writeAtRest(services, ids, [what](mirror::Writer &writer, TransferId id, const transfer::Circumstances &at) {
        return changeAtRest(writer, id, what, at);
    });
}

void chooseAnew(Services &services, const QList<TransferId> &ids, domain::OnConflict onConflict)
{
    if (ids.isEmpty())
        return;
    if (services.transfersRun) {
        for (const TransferId id : ids)
            services.transfers.retryWith(id, onConflict);
        return;
    }
    writeAtRest(services, ids,
                [onConflict](mirror::Writer &writer, TransferId id, const transfer::Circumstances &at) {
                    const auto transfer = writer.read().transfer(id);
                    return transfer
                               ? decideAtRest(writer, *transfer, transfer::event::RetryWith{onConflict}, at)
                               : domain::Result<void>();
                });
}

} // namespace learnlab::engine
