#include "runner.h"

namespace learnlab::transfer {

using domain::TransferId;

void Runner::commandGroup(TransferId group, const Event &event)
{
    refresh();
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        Entry *entry = m_entries.find(id);
        if (!entry || entry->row.groupId != group)
            continue;
        if (std::holds_alternative<event::Retry>(event))
            entry->restarts = 0;
        apply(id, event);
    }
    wakeSoon();
}

void Runner::reorder(std::function<domain::Result<void>(mirror::Writer &)> change)
{
    m_with.store.write(std::move(change), [this, alive = std::weak_ptr<char>(m_alive)](const domain::Result<void> &) {
        if (alive.expired())
            return;
        refresh();
        wakeSoon();
    });
}

void Runner::first(TransferId id)
{
    reorder([id](mirror::Writer &writer) { return writer.moveTransferFirst(id); });
}

void Runner::moveBefore(TransferId id, TransferId before)
{
    reorder([=](mirror::Writer &writer) {
        return before.isNull() ? writer.moveTransferLast(id) : writer.moveTransferBefore(id, before);
    });
}

void Runner::firstGroup(TransferId group)
{
    reorder([group](mirror::Writer &writer) { return writer.moveGroupFirst(group); });
}

void Runner::setRateLimits(const RateLimits &limits)
{
    m_rates = limits;
    m_with.wire.setRateLimits(limits.up, limits.down);
}

void Runner::setNetwork(const NetworkCondition &network)
{
    if (m_network == network)
        return;
    m_network = network;
    networkChanged();
}

void Runner::networkChanged()
{
    nudge();
}

} // namespace learnlab::transfer
