#include "sync_engine.h"

#include "changes_page.h"

#include <algorithm>

namespace learnlab::sync {
namespace {

constexpr int pageSize = 1000;
constexpr std::chrono::seconds longPoll{50};
/// How often the clocks are compared, and how far apart they must drift to mean that the computer slept.
constexpr std::chrono::seconds watchInterval{15};
constexpr std::chrono::seconds sleptFor{20};

/// Refused for now, not for good: to be sent again with the same id.
bool isPassing(const domain::Error &error)
{
    switch (domain::consequenceOf(error.code)) {
    case domain::Consequence::RetryLater:
    case domain::Consequence::WaitNetwork:
    case domain::Consequence::RenewToken:
    case domain::Consequence::SignIn:
        return true;
    default:
        return false;
    }
}

std::optional<domain::Error> firstPassing(const QList<domain::OperationResult> &results)
{
    for (const domain::OperationResult &result : results) {
        if (result.error && isPassing(*result.error))
            return result.error;
    }
    return std::nullopt;
}

/// Operations with a passing error stay pending; the mirror sees to that.
domain::Result<void> finishAll(mirror::Writer &writer, const QList<domain::OperationResult> &results)
{
    for (const domain::OperationResult &result : results) {
        if (auto finished = writer.finishOperation(result); !finished)
            return finished;
    }
    return {};
}

} // namespace

SyncEngine::SyncEngine(const Collaborators &with, int batch) : m_with(with)
{
    m_machine.mostTogether = batch;
    m_machine.batchLimit = batch;
    m_with.session.listen([this, alive = std::weak_ptr(m_alive)](const session::Status &status) {
        if (alive.expired())
            return;
        if (status.state == session::State::Online)
            handle(event::SignedIn{});
        else if (status.state == session::State::Offline)
            handle(event::Doubted{});
    });
    countPending();
}

SyncEngine::~SyncEngine()
{
    for (const auto timer : {m_timer, m_channelTimer, m_watchTimer}) {
        if (timer)
            m_with.scheduler.cancel(timer);
    }
}

void SyncEngine::listen(std::function<void(const Status &)> listener)
{
    m_listeners.push_back(std::move(listener));
}

void SyncEngine::start()
{
    countPending();
    handle(event::Start{});
}

void SyncEngine::stop()
{
    handle(event::Stop{});
}

void SyncEngine::drain(std::function<void(domain::Result<void>)> reply)
{
    m_drains.push_back(std::move(reply));
    countPending();
    handle(event::Drain{});
}

void SyncEngine::nudge()
{
    countPending();
    handle(event::Nudge{});
}

void SyncEngine::handle(Event event)
{
    m_queue.push_back(std::move(event));
    if (m_handling)
        return;
    m_handling = true;
    const std::weak_ptr<bool> alive = m_alive;
    while (!m_queue.empty()) {
        const Event next = std::move(m_queue.front());
        m_queue.pop_front();
        Decision decision = decide(std::move(m_machine), next);
        m_machine = std::move(decision.machine);
        for (const Effect &effect : decision.effects) {
            std::visit([this](const auto &one) { carryOut(one); }, effect);
            if (alive.expired())
                return; // a reply ended this object's owner
        }
    }
    m_handling = false;
    watchClock();
}

std::chrono::nanoseconds SyncEngine::clockOffset() const
{
    return m_with.clock.now().time_since_epoch() - m_with.clock.monotonic();
}

/// While started: a connection that was up before the computer slept looks alive for minutes, and is not.
void SyncEngine::watchClock()
{
    if (!m_machine.started && m_watchTimer)
        m_with.scheduler.cancel(std::exchange(m_watchTimer, 0));
    if (!m_machine.started || m_watchTimer)
        return;
    m_clockOffset = clockOffset();
    m_watchTimer = m_with.scheduler.after(watchInterval, [this] {
        m_watchTimer = 0;
        if (clockOffset() - m_clockOffset > sleptFor)
            handle(event::Woke{});
        else
            watchClock();
    });
}

std::chrono::milliseconds SyncEngine::chosen(std::chrono::milliseconds least, std::chrono::milliseconds most)
{
    const auto span = static_cast<quint64>((most - least).count()) + 1;
    return least + std::chrono::milliseconds(static_cast<qint64>(m_with.random.below(span)));
}

void SyncEngine::countPending()
{
    handle(event::PendingCounted{m_with.store.read().openOperations()});
}

void SyncEngine::write(mirror::Store::Job job, std::function<Event(domain::Result<void>)> done)
{
    m_with.store.write(std::move(job),
                       [this, done = std::move(done), alive = std::weak_ptr(m_alive)](domain::Result<void> result) {
                           if (alive.expired())
                               return;
                           countPending();
                           handle(done(std::move(result)));
                       });
}

/// What is sent is marked first, in the write that reads it: from then on leaving it out does not undo it.
void SyncEngine::take(int limit, const QList<domain::OperationId> &behind, Taken taken)
{
    const quint64 turn = ++m_sending;
    auto list = std::make_shared<QList<domain::Operation>>();
    m_with.store.write(
        [list, limit, behind](mirror::Writer &writer) -> domain::Result<void> {
            auto oldest = writer.takeOperations(limit, behind);
            if (!oldest)
                return tl::make_unexpected(oldest.error());
            *list = std::move(*oldest);
            return {};
        },
        [this, list, turn, taken = std::move(taken),
         alive = std::weak_ptr(m_alive)](const domain::Result<void> &marked) {
            if (!alive.expired() && turn == m_sending)
                taken(marked, *list);
        });
}

void SyncEngine::carryOut(const effect::SendOperations &effect)
{
    m_sent.clear();
    if (m_with.store.read().openOperations() == 0)
        return handle(event::NothingPending{});
    take(effect.limit, {}, [this](const domain::Result<void> &marked, const QList<domain::Operation> &operations) {
        send(marked, operations);
    });
}

void SyncEngine::carryOut(const effect::SendAhead &effect)
{
    m_earlierResults = std::exchange(m_results, {});
    QList<domain::OperationId> earlier;
    for (const domain::Operation &operation : std::as_const(m_sent))
        earlier.append(operation.id);
    take(effect.limit, earlier, [this](const domain::Result<void> &marked, const QList<domain::Operation> &operations) {
        sendAhead(marked, operations);
    });
}

void SyncEngine::send(const domain::Result<void> &marked, const QList<domain::Operation> &operations)
{
    if (!marked)
        return handle(event::OperationsAnswered{{marked.error()}});
    if (operations.isEmpty()) // withdrawn meanwhile
        return handle(event::NothingPending{});
    handle(event::Sent{static_cast<int>(operations.size())});
    call(operations);
}

/// A mirror that cannot be written says so again when the results are stored.
void SyncEngine::sendAhead(const domain::Result<void> &marked, const QList<domain::Operation> &operations)
{
    if (!marked || operations.isEmpty())
        return handle(event::AheadSent{});
    call(operations);
    handle(event::AheadSent{static_cast<int>(operations.size())});
}

void SyncEngine::call(const QList<domain::Operation> &operations)
{
    m_sent = operations;
    m_call = m_with.api.operations(m_sent, [this](domain::Result<QList<domain::OperationResult>> results) {
        if (!results)
            return handle(event::OperationsAnswered{{results.error()}});
        m_results = std::move(*results);
        handle(event::OperationsAnswered{{{}, wentAsAsked()}});
    });
}

bool SyncEngine::wentAsAsked() const
{
    const auto asAsked = [](const domain::Operation &operation, const domain::OperationResult &result) {
        const bool elsewhere = operation.kind == domain::OperationKind::CreateFolder && result.folder &&
                               result.folder->id != operation.target.folderId();
        return result.id == operation.id && !result.error && !elsewhere;
    };
    return std::equal(m_sent.begin(), m_sent.end(), m_results.begin(), m_results.end(), asAsked);
}

void SyncEngine::carryOut(const effect::StoreResults &)
{
    QList<domain::OperationResult> results;
    if (m_earlierResults)
        results = *std::exchange(m_earlierResults, {});
    else
        results = std::exchange(m_results, {});
    const std::optional<domain::Error> passing = firstPassing(results);
    write([results](mirror::Writer &writer) { return finishAll(writer, results); },
          [passing](domain::Result<void> result) {
              return event::ResultsStored{std::move(result), passing};
          });
}

void SyncEngine::carryOut(const effect::RefuseOperation &effect)
{
    if (m_sent.isEmpty())
        return handle(event::ResultsStored{});
    const QList<domain::OperationResult> refused{{m_sent.first().id, {}, {}, effect.error}};
    write([refused](mirror::Writer &writer) { return finishAll(writer, refused); },
          [](domain::Result<void> result) {
              return event::ResultsStored{std::move(result), {}};
          });
}

void SyncEngine::carryOut(const effect::Pull &effect)
{
    const bool wait = effect.wait;
    const support::Monotonic asked = m_with.clock.monotonic();
    m_cursor = m_with.store.read().cursor();
    m_call = m_with.api.changes(
        m_cursor, pageSize, wait ? longPoll : std::chrono::seconds(0),
        [this, wait, asked](domain::Result<api::Changes> changes) { pageCame(wait, asked, std::move(changes)); });
}

void SyncEngine::pageCame(bool waited, support::Monotonic asked, domain::Result<api::Changes> changes)
{
    if (!changes)
        return handle(event::PageAnswered{changes.error()});
    m_page = pageOf(std::move(*changes));
    const bool atOnce = waited && m_with.clock.monotonic() - asked < std::chrono::seconds(1);
    handle(event::PageAnswered{{}, m_page.more, bringsNothing(m_page), atOnce});
}

void SyncEngine::carryOut(const effect::StorePage &)
{
    const auto stored = [this](domain::Result<void> result) {
        return event::PageStored{std::move(result), m_with.clock.now()};
    };
    const mirror::ChangesPage page = std::exchange(m_page, {});
    // Most long polls end with nothing: not worth a write. The end of a first pull is, whatever it brings.
    if (bringsNothing(page) && page.cursor == m_cursor && !page.more && m_with.store.read().firstSyncDone())
        return handle(stored({}));
    write([page](mirror::Writer &writer) { return writer.applyPage(page); }, stored);
}

void SyncEngine::carryOut(const effect::BeginResync &)
{
    write([](mirror::Writer &writer) { return writer.beginResync(); },
          [](domain::Result<void> result) { return event::Resynced{std::move(result)}; });
}

void SyncEngine::carryOut(const effect::CancelCall &)
{
    ++m_sending;
    m_call.reset();
}

void SyncEngine::carryOut(const effect::Wait &effect)
{
    m_timer = m_with.scheduler.after(chosen(effect.least, effect.most), [this] {
        m_timer = 0;
        handle(event::TimeIsUp{});
    });
}

void SyncEngine::carryOut(const effect::CancelWait &)
{
    if (m_timer)
        m_with.scheduler.cancel(std::exchange(m_timer, 0));
}

void SyncEngine::carryOut(const effect::OpenChannel &)
{
    m_channel = m_with.api.events({
        [this] { handle(event::ChannelOpened{}); },
        [this] { handle(event::ChannelChanged{}); },
        [this](const domain::Error &error) { handle(event::ChannelClosed{error}); },
    });
    if (!m_channel)
        handle(event::ChannelMissing{});
}

void SyncEngine::carryOut(const effect::CloseChannel &)
{
    m_channel.reset();
}

void SyncEngine::carryOut(const effect::WaitForChannel &effect)
{
    m_channelTimer = m_with.scheduler.after(chosen(effect.least, effect.most), [this] {
        m_channelTimer = 0;
        handle(event::ChannelTimeIsUp{});
    });
}

void SyncEngine::carryOut(const effect::CancelChannelWait &)
{
    if (m_channelTimer)
        m_with.scheduler.cancel(std::exchange(m_channelTimer, 0));
}

void SyncEngine::carryOut(const effect::ReportReachable &)
{
    m_with.session.reportReachable();
}

void SyncEngine::carryOut(const effect::ReportUnreachable &effect)
{
    m_with.session.reportUnreachable(effect.error);
}

void SyncEngine::carryOut(const effect::AnswerDrains &effect)
{
    const std::weak_ptr<bool> alive = m_alive;
    const domain::Result<void> result = effect.result;
    for (int i = 0; i < effect.count && !alive.expired() && !m_drains.empty(); ++i) {
        const auto reply = std::move(m_drains.front());
        m_drains.pop_front();
        reply(result);
    }
}

void SyncEngine::carryOut(const effect::Notify &)
{
    const Status status = m_machine.status;
    const auto listeners = m_listeners;
    for (const auto &listener : listeners)
        listener(status);
}

std::unique_ptr<Sync> makeSync(api::Api &api, mirror::Store &store, session::Session &session,
                               support::Scheduler &scheduler, support::Clock &clock, support::Random &random, int batch)
{
    return std::make_unique<SyncEngine>(Collaborators{api, store, session, scheduler, clock, random}, batch);
}

} // namespace learnlab::sync
