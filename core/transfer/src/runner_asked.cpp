#include "runner.h"
#include "store_decision.h"

namespace learnlab::transfer {

using domain::Result;
using domain::TransferId;

namespace {

constexpr int toldAtOnce = 32; // of those that only wait
constexpr int sweptAtOnce = 500;
constexpr int clearedAtOnce = 2000;

} // namespace

void Runner::command(TransferId id, const Event &event)
{
    Entry *entry = m_entries.find(id);
    if (!entry && (m_toldNow >= toldAtOnce || !m_sweeps.empty())) // behind what was said before
        return tellLater(id, event);
    if (!entry)
        entry = load(id);
    if (std::holds_alternative<event::Retry>(event)) {
        m_usageHeard.reset();
        if (entry)
            entry->restarts = entry->mismatches = 0;
    }
    apply(id, event);
    letGo(id); // if nothing came of it
    wakeSoon();
}

void Runner::pauseAll()
{
    toAll({}, event::Pause{});
}

void Runner::resumeAll()
{
    toAll({}, event::Resume{});
}

/// What is in memory hears it now, the rest as the mirror is gone through, some hundreds at a time: what is said to a
/// million neither holds up anything else nor takes memory.
void Runner::toAll(TransferId group, const Event &event)
{
    if (!m_running)
        return;
    const QList<TransferId> ids = m_entries.ids();
    for (const TransferId &id : ids) {
        Entry *entry = m_entries.find(id);
        if (!entry || (!group.isNull() && entry->row.groupId != group))
            continue;
        if (std::holds_alternative<event::Retry>(event))
            entry->restarts = entry->mismatches = 0;
        apply(id, event);
    }
    m_sweeps.push_back({.group = group, .event = event});
    sweepOn();
}

/// What the user speaks of is taken into memory.
Entry *Runner::load(TransferId id)
{
    const auto row = m_with.store.read().transfer(id);
    if (!row || domain::isFinal(row->state) || !m_running)
        return nullptr;
    if (m_toldNow++ == 0)
        m_with.scheduler.post(guarded([this] { m_toldNow = 0; }));
    return &m_entries.insert(*row, m_limits.multipartThreshold);
}

/// Thousands that are told the same one after the other share the writes.
void Runner::tellLater(TransferId id, const Event &event)
{
    if (!m_running)
        return;
    Sweep *last = m_sweeps.empty() ? nullptr : &m_sweeps.back();
    const bool same = last && !last->ids.isEmpty() && last->event.index() == event.index() &&
                      !std::holds_alternative<event::RetryWith>(event);
    if (same)
        last->ids.append(id);
    else
        m_sweeps.push_back({.group = {}, .event = event, .ids = {id}});
    if (!same && !m_sweeping)
        m_with.scheduler.post(guarded([this] { sweepOn(); }));
}

/// The next rows that are to hear of it; none: the end.
QList<domain::Transfer> Runner::nextOf(Sweep &sweep) const
{
    QList<domain::Transfer> rows;
    if (sweep.ids.isEmpty()) {
        rows = m_with.store.read().unfinishedAfter(sweep.place, sweptAtOnce, sweep.group);
        if (!rows.isEmpty())
            sweep.place = {rows.last().position, rows.last().id};
        return rows;
    }
    while (rows.isEmpty() && sweep.told < sweep.ids.size()) { // those taken out meanwhile are none
        rows = m_with.store.read().transfers(sweep.ids.mid(sweep.told, sweptAtOnce));
        sweep.told = std::min<qsizetype>(sweep.ids.size(), sweep.told + sweptAtOnce);
    }
    return rows;
}

QList<Decision> Runner::decideAll(const QList<domain::Transfer> &rows, const Sweep &sweep)
{
    QList<Decision> decisions;
    for (const domain::Transfer &row : rows) {
        if (m_entries.find(row.id)) {
            if (!sweep.ids.isEmpty()) // it came into memory meanwhile; a group's heard it before the sweep began
                apply(row.id, sweep.event);
            continue;
        }
        Entry entry;
        entry.row = row;
        Decision decision = decide(row, sweep.event, circumstances(entry));
        if (decision.changesDisk(row))
            decisions.append(std::move(decision));
    }
    return decisions;
}

void Runner::sweepOn()
{
    if (m_sweeping || m_sweeps.empty() || !m_running)
        return;
    const QList<domain::Transfer> rows = nextOf(m_sweeps.front());
    if (rows.isEmpty()) {
        m_sweeps.pop_front();
        refresh();
        wakeSoon();
        sweepOn();
        return;
    }
    const QList<Decision> decisions = decideAll(rows, m_sweeps.front());
    m_sweeping = true;
    m_with.store.write(
        [decisions](mirror::Writer &writer) -> Result<void> {
            for (const Decision &decision : decisions) {
                const auto done = storeDecision(writer, decision);
                if (!done && done.error().code != domain::ErrorCode::NotFound) // taken out meanwhile
                    return done;
            }
            return {};
        },
        [this, alive = std::weak_ptr<char>(m_alive), decisions, generation = m_generation](const Result<void> &result) {
            if (!alive.expired() && generation == m_generation)
                swept(decisions, result);
        });
}

void Runner::swept(const QList<Decision> &decisions, const Result<void> &result)
{
    m_sweeping = false;
    if (result) {
        for (const Decision &decision : decisions) {
            if (decision.abandon)
                abandon(*decision.abandon);
            if (decision.removeTemporary)
                m_with.files.remove(temporaryPath(*decision.removeTemporary, keyOf(decision.next.id)));
        }
    }
    changed();
    sweepOn();
}

void Runner::reorder(std::function<Result<void>(mirror::Writer &)> change)
{
    m_with.store.write(std::move(change), [this, alive = std::weak_ptr<char>(m_alive)](const Result<void> &) {
        if (alive.expired())
            return;
        reread();
        wakeSoon();
    });
}

void Runner::first(TransferId id)
{
    m_first.insert(id);
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

void Runner::clearFinished()
{
    clearFinishedFrom(0);
}

void Runner::clearFinishedFrom(qint64 row)
{
    auto last = std::make_shared<qint64>(row);
    m_with.store.write(
        [last, row](mirror::Writer &writer) -> Result<void> {
            const auto reached = writer.removeFinishedTransfers(row, clearedAtOnce);
            if (!reached)
                return tl::make_unexpected(reached.error());
            *last = *reached;
            return {};
        },
        [this, alive = std::weak_ptr<char>(m_alive), last, row](const Result<void> &done) {
            if (alive.expired())
                return;
            changed();
            if (done && *last != row)
                clearFinishedFrom(*last);
        });
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
    if (m_running && m_network.metered && !m_network.meteredAllowed) {
        const QList<TransferId> ids = m_entries.ids(); // what is under way stops, and waits with the others
        for (const TransferId &id : ids)
            apply(id, event::Interrupted{});
    }
    networkChanged();
}

void Runner::networkChanged()
{
    if (!m_running)
        return;
    m_probes = 0;
    m_with.wire.dropConnections();
    if (m_with.session.status().state == session::State::Offline)
        askLimits();
    nudge();
}

} // namespace learnlab::transfer
