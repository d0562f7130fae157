#pragma once

#include "decide.h"

#include <deque>

namespace learnlab::sync {

struct Collaborators
{
    api::Api &api;
    mirror::Store &store;
    session::Session &session;
    support::Scheduler &scheduler;
    support::Clock &clock;
    support::Random &random;
};

/// Carries out what decide() decides. Events that arrive while effects are carried out wait their turn.
class SyncEngine final : public Sync
{
public:
    SyncEngine(const Collaborators &with, int batch);
    ~SyncEngine() override;

    const Status &status() const override { return m_machine.status; }
    void listen(std::function<void(const Status &)> listener) override;
    void start() override;
    void stop() override;
    void drain(std::function<void(domain::Result<void>)> reply) override;
    void nudge() override;

private:
    void handle(Event event);
    void countPending();
    void carryOut(const effect::SendOperations &effect);
    void carryOut(const effect::SendAhead &effect);
    void carryOut(const effect::StoreResults &effect);
    void carryOut(const effect::RefuseOperation &effect);
    void carryOut(const effect::Pull &effect);
    void carryOut(const effect::StorePage &effect);
    void carryOut(const effect::BeginResync &effect);
    void carryOut(const effect::CancelCall &effect);
    void carryOut(const effect::Wait &effect);
    void carryOut(const effect::CancelWait &effect);
    void carryOut(const effect::OpenChannel &effect);
    void carryOut(const effect::CloseChannel &effect);
    void carryOut(const effect::WaitForChannel &effect);
    void carryOut(const effect::CancelChannelWait &effect);
    void carryOut(const effect::ReportReachable &effect);
    void carryOut(const effect::ReportUnreachable &effect);
    void carryOut(const effect::AnswerDrains &effect);
    void carryOut(const effect::Notify &effect);
    using Taken = std::function<void(const domain::Result<void> &, const QList<domain::Operation> &)>;
    void take(int limit, const QList<domain::OperationId> &behind, Taken taken);
    void send(const domain::Result<void> &marked, const QList<domain::Operation> &operations);
    void sendAhead(const domain::Result<void> &marked, const QList<domain::Operation> &operations);
    void call(const QList<domain::Operation> &operations);
    [[nodiscard]] bool wentAsAsked() const;
    void pageCame(bool waited, support::Monotonic asked, domain::Result<api::Changes> changes);
    [[nodiscard]] std::chrono::milliseconds chosen(std::chrono::milliseconds least, std::chrono::milliseconds most);
    void watchClock();
    [[nodiscard]] std::chrono::nanoseconds clockOffset() const;
    void write(mirror::Store::Job job, std::function<Event(domain::Result<void>)> done);

    Collaborators m_with;
    Machine m_machine;
    std::deque<Event> m_queue;
    bool m_handling = false;
    api::CallHandle m_call;
    support::Scheduler::TimerId m_timer = 0;
    api::CallHandle m_channel;
    support::Scheduler::TimerId m_channelTimer = 0;
    support::Scheduler::TimerId m_watchTimer = 0;
    std::chrono::nanoseconds m_clockOffset{0}; ///< of the wall clock against the one that stands still in sleep
    QList<domain::Operation> m_sent;
    quint64 m_sending = 0; ///< counts the batches, so that one that was called off is not sent after all
    QList<domain::OperationResult> m_results;
    std::optional<QList<domain::OperationResult>> m_earlierResults; ///< while the next operations are sent ahead
    mirror::ChangesPage m_page;
    QByteArray m_cursor; ///< that the page at hand was asked after
    std::deque<std::function<void(domain::Result<void>)>> m_drains;
    std::vector<std::function<void(const Status &)>> m_listeners;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< store and session outlive this object
};

} // namespace learnlab::sync
