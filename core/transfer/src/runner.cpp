#include "runner.h"
#include "store_decision.h"

#include <QLoggingCategory>

namespace learnlab::transfer {

Q_LOGGING_CATEGORY(lcTransfer, "learnlab.transfer")

using domain::Error;
using domain::Result;
using domain::Transfer;
using domain::TransferId;
using domain::TransferState;

Runner::Runner(const Parts &parts)
    : m_with(parts),
      m_creations(
          parts.scheduler,
          [this](const QList<api::UploadRequest> &requests, api::Reply<QList<api::UploadAnswer>> reply) {
              return m_with.api.createUploads(requests, std::move(reply));
          },
          [](const api::UploadRequest &request, const api::UploadAnswer &answer) {
              return request.uploadId == answer.uploadId;
          }),
      m_completions(
          parts.scheduler,
          [this](const QList<api::Completion> &requests, api::Reply<QList<api::UploadAnswer>> reply) {
              return m_with.api.completeUploads(requests, std::move(reply));
          },
          [](const api::Completion &request, const api::UploadAnswer &answer) {
              return request.uploadId == answer.uploadId;
          }),
      m_urls(
          parts.scheduler,
          [this](const QList<domain::FileId> &requests, api::Reply<QList<api::DownloadUrl>> reply) {
              return m_with.api.downloads(requests, std::move(reply));
          },
          [](const domain::FileId &request, const api::DownloadUrl &answer) { return request == answer.fileId; })
{
    // Neither can be told to stop listening: what they hear must not reach a runner that is gone.
    parts.store.listen([this, alive = std::weak_ptr<char>(m_alive)](const mirror::Change &change) {
        if (alive.expired())
            return;
        if (change.account || change.everything)
            accountChanged();
        if (!change.operations && !change.everything)
            return;
        m_foldersStale = true;
        wakeSoon();
    });
    parts.session.listen([this, alive = std::weak_ptr<char>(m_alive)](const session::Status &status) {
        if (!alive.expired())
            sessionChanged(status);
    });
}

Runner::~Runner()
{
    if (m_timer)
        m_with.scheduler.cancel(*m_timer);
}

support::Task Runner::guarded(support::Task task) const
{
    return [task = std::move(task), alive = std::weak_ptr<char>(m_alive)] {
        if (!alive.expired())
            task();
    };
}

Circumstances Runner::circumstances(const Entry &entry)
{
    Circumstances at;
    at.now = m_with.clock.now();
    at.freshUploadId = domain::makeId<domain::UploadId>(m_with.clock, m_with.random);
    at.partSize = m_limits.partSize;
    at.partRate = m_partRate;
    at.multipartThreshold = m_limits.multipartThreshold;
    at.rangesFrom = 2 * m_limits.multipartThreshold;
    at.rangeSize = 2 * m_limits.partSize;
    at.jitter = static_cast<double>(m_with.random.below(1000)) / 1000.0;
    at.restarts = entry.restarts;
    at.mismatches = entry.mismatches;
    return at;
}

void Runner::apply(TransferId id, const Event &event)
{
    Entry *entry = m_entries.find(id);
    if (!entry || !m_running)
        return;
    if (entry->writing) {
        entry->events.push_back(event);
        return;
    }
    decideNow(*entry, event);
}

void Runner::decideNow(Entry &entry, const Event &event)
{
    Decision decision = decide(entry.row, event, circumstances(entry));
    const TransferId id = entry.row.id;
    if (decision.work != Work::Keep)
        retire(entry);
    if (!decision.changesDisk(entry.row)) {
        carryOut(id, decision);
        return;
    }
    if (passesUnwritten(entry.row, decision)) {
        entry.unwritten += decision.next.bytesDone - entry.row.bytesDone;
        take(entry, decision);
        carryOut(id, decision);
        changed();
        wakeSoon();
        return;
    }
    entry.writing = true;
    m_with.store.write([decision](mirror::Writer &writer) { return storeDecision(writer, decision); },
                       [this, alive = std::weak_ptr<char>(m_alive), id, decision,
                        generation = m_generation](const Result<void> &result) {
                           if (!alive.expired() && generation == m_generation)
                               stored(id, decision, result);
                       });
}

void Runner::take(Entry &entry, const Decision &decision)
{
    if (decision.next.state != entry.row.state)
        entry.speed = 0;
    if (!isUnderWay(decision.next.state))
        entry.timeLeft.forget();
    m_entries.setRow(entry, decision.next, m_limits.multipartThreshold);
}

void Runner::stored(TransferId id, const Decision &decision, const Result<void> &result)
{
    Entry *entry = m_entries.find(id);
    if (!entry || !m_running)
        return;
    if (!result) {
        qCWarning(lcTransfer) << "a transfer's state could not be stored:" << domain::codeName(result.error().code);
        retire(*entry);
        m_with.scheduler.after(std::chrono::seconds(5), guarded([this, id] { takeUp(id); }));
        return;
    }
    entry->writing = false;
    entry->unwritten = 0;
    take(*entry, decision);
    if (decision.finished)
        tryFullStore();
    if (waitsForRoom(entry->row) && !isRoomFresh())
        askUsage();
    carryOut(id, decision);
    entry = m_entries.find(id);
    while (entry && !entry->writing && !entry->events.empty()) {
        const Event event = std::move(entry->events.front());
        entry->events.pop_front();
        decideNow(*entry, event);
        entry = m_entries.find(id);
    }
    letGo(id);
    changed();
    wakeSoon();
}

void Runner::takeUp(TransferId id)
{
    Entry *entry = m_entries.find(id);
    if (!entry)
        return;
    const auto row = m_with.store.read().transfer(id);
    entry->writing = false;
    if (!row) {
        m_entries.erase(id);
        return;
    }
    m_entries.setRow(*entry, *row, m_limits.multipartThreshold);
    // What the user said meanwhile still holds; what was told of work is void, as after a restart.
    std::deque<Event> events;
    events.swap(entry->events);
    apply(id, event::Interrupted{});
    for (const Event &event : events) {
        if (std::holds_alternative<event::Pause>(event) || std::holds_alternative<event::Cancel>(event) ||
            std::holds_alternative<event::RetryWith>(event))
            apply(id, event);
    }
    changed();
    wakeSoon();
}

void Runner::carryOut(TransferId id, const Decision &decision)
{
    Entry *entry = m_entries.find(id);
    if (!entry)
        return;
    if (decision.abandon)
        abandon(*decision.abandon);
    if (decision.removeTemporary)
        m_with.files.remove(temporaryPath(*decision.removeTemporary, keyOf(id)));
    if (decision.restarted)
        ++entry->restarts;
    if (decision.mismatched)
        ++entry->mismatches;
    if (decision.next.state == TransferState::Waiting && decision.next.error &&
        decision.next.error->code == domain::ErrorCode::BadAnswer)
        m_limitsKnown = false; // perhaps the network's own page: before the next turn the server is asked what it is
    if (decision.work != Work::Keep)
        beginWork(*entry, decision);
    if (decision.remove || decision.next.state == TransferState::Done) {
        retire(*entry);
        m_entries.erase(id);
        changed();
    }
}

void Runner::retire(Entry &entry)
{
    ++entry.workNumber;
    entry.moving = 0;
    m_creations.withdraw(entry.row.id);
    m_completions.withdraw(entry.row.id);
    m_urls.withdraw(entry.row.id);
    for (Lane *lane : {&m_smallPuts, &m_stateCalls, &m_smallGets, &m_largeGets})
        lane->leave(entry.row.position, entry.row.id);
    if (!entry.work)
        return;
    entry.work->halt();
    // Not now: it may be the work itself that is calling.
    m_retired.push_back(std::move(entry.work));
    if (!std::exchange(m_cleaning, true)) {
        m_with.scheduler.post(guarded([this] {
            m_cleaning = false;
            m_retired.clear();
        }));
    }
}

std::unique_ptr<Transfers> makeTransfers(const Parts &parts)
{
    return std::make_unique<Runner>(parts);
}

} // namespace learnlab::transfer
