#include "engine/commands.h"

#include "change.h"
#include "transfer_control.h"

#include <limits>

namespace learnlab::engine {

namespace {

/// What the action still uploads.
void letGo(Services &services, domain::ActionId action)
{
    const domain::TransferId group(action.bytes()); // or a transfer that was queued alone
    QList<domain::TransferId> ids{group};
    if (services.transfersRun) {
        services.transfers.cancelGroup(group);
    } else {
        for (const domain::Transfer &transfer :
             services.store.read().unfinishedAfter({}, std::numeric_limits<int>::max(), group))
            ids.append(transfer.id);
    }
    control(services, Control::Cancel, ids);
}

} // namespace

void Commands::undo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer)
{
    m_asker.ask<sync::Undone>(
        context,
        [action](Services &services, Answer<sync::Undone> reply) {
            change<sync::Undone>(
                services,
                [action, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                    return sync::undo(writer, action, clock, random);
                },
                whileOpen(services,
                          [reply = std::move(reply)](Services &open, const domain::Result<sync::Undone> &undone) {
                              if (undone && undone->uploads)
                                  letGo(open, undone->action.id);
                              reply(undone);
                          }));
        },
        std::move(answer));
}

void Commands::redo(domain::ActionId action, QObject *context, Answer<sync::Undone> answer)
{
    m_asker.ask<sync::Undone>(
        context,
        [action](Services &services, Answer<sync::Undone> reply) {
            change<sync::Undone>(
                services,
                [action, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
                    return sync::redo(writer, action, clock, random);
                },
                std::move(reply));
        },
        std::move(answer));
}

} // namespace learnlab::engine
