#include "cancel_transfers.h"
#include "plan_queue.h"

namespace learnlab::engine {

namespace {

using domain::Result;
using domain::TransferId;

/// Tells the transfers something about each of these.
void tellEach(Engine &engine, const QList<TransferId> &ids, void (transfer::Transfers::*message)(TransferId))
{
    engine.tell([ids, message](Services &services) {
        for (const TransferId id : ids)
            (services.transfers.*message)(id);
    });
}

/// Walks the disk with a reader of its own: called on the background thread.
Result<transfer::Plan> planFrom(const QString &mirrorPath, const QList<QByteArray> &paths, domain::FolderId target,
                                domain::OnConflict onConflict, const support::Clock &clock, support::Random &random)
{
    const auto reader = mirror::openReader(mirrorPath);
    if (!reader)
        return tl::make_unexpected(reader.error());
    auto existing = [&reader](domain::FolderId folder, const QString &name) -> std::optional<domain::FolderId> {
        const auto child = (*reader)->childByName(folder, name);
        return child && child->kind == domain::ItemKind::Folder ? std::optional(child->folderId()) : std::nullopt;
    };
    return transfer::planUpload(paths, target, onConflict, existing, clock, random);
}

void queuePlan(Services &services, const transfer::Plan &plan, domain::OnConflict onConflict,
               const std::function<void(Result<Uploads>)> &reply)
{
    auto queue = std::make_shared<PlanQueue>(plan);
    services.store.write(
        [queue, &clock = services.clock, &random = services.random](mirror::Writer &writer) {
            return queue->write(writer, clock, random);
        },
        whileOpen(services, [queue, onConflict, reply](Services &open, const Result<void> &result) {
            if (!result) {
                reply(tl::make_unexpected(result.error()));
                return;
            }
            for (const TransferId id : queue->stopped())
                open.transfers.retryWith(id, onConflict);
            for (const TransferId id : queue->paused())
                open.transfers.resume(id);
            open.sync.nudge();
            open.transfers.nudge();
            reply(queue->uploads());
        }));
}

} // namespace

void Commands::upload(const QList<QByteArray> &localPaths, domain::FolderId target, domain::OnConflict onConflict,
                      QObject *context, Answer<Uploads> answer)
{
    m_engine.ask<Uploads>(
        context,
        [=](Services &services, const Answer<Uploads> &reply) {
            auto plan = std::make_shared<Result<transfer::Plan>>();
            services.inBackground(
                [=, mirrorPath = services.place.mirrorPath, &clock = services.clock, &random = services.random] {
                    *plan = planFrom(mirrorPath, localPaths, target, onConflict, clock, random);
                },
                [weak = services.weak_from_this(), plan, onConflict, reply] {
                    const auto open = weak.lock();
                    if (!open)
                        return;
                    if (*plan)
                        queuePlan(*open, **plan, onConflict, reply);
                    else
                        reply(tl::make_unexpected(plan->error()));
                });
        },
        std::move(answer));
}

void Commands::pause(const QList<TransferId> &ids)
{
    tellEach(m_engine, ids, &transfer::Transfers::pause);
}

void Commands::resume(const QList<TransferId> &ids)
{
    tellEach(m_engine, ids, &transfer::Transfers::resume);
}

void Commands::cancel(const QList<TransferId> &ids)
{
    m_engine.tell([ids](Services &services) { cancelTransfers(services, ids); });
}

void Commands::retry(const QList<TransferId> &ids)
{
    tellEach(m_engine, ids, &transfer::Transfers::retry);
}

void Commands::retryWith(TransferId id, domain::OnConflict onConflict)
{
    m_engine.tell([=](Services &services) { services.transfers.retryWith(id, onConflict); });
}

void Commands::pauseAll()
{
    m_engine.tell([](Services &services) { services.transfers.pauseAll(); });
}

void Commands::resumeAll()
{
    m_engine.tell([](Services &services) { services.transfers.resumeAll(); });
}

void Commands::clearFinished()
{
    m_engine.tell([](Services &services) { services.transfers.clearFinished(); });
}

void Commands::live(const QList<TransferId> &ids, QObject *context,
                    Answer<QList<std::pair<TransferId, transfer::Live>>> answer)
{
    using Numbers = QList<std::pair<TransferId, transfer::Live>>;
    m_engine.ask<Numbers>(
        context,
        [ids](Services &services, const Answer<Numbers> &reply) {
            Numbers numbers;
            for (const TransferId id : ids) {
                if (const auto live = services.transfers.live(id))
                    numbers.append({id, *live});
            }
            reply(numbers);
        },
        std::move(answer));
}

void Commands::whenSettled(const QList<TransferId> &ids, QObject *context, Answer<void> answer)
{
    m_engine.ask<void>(
        context,
        [ids](Services &services, const Answer<void> &reply) { services.transfers.whenSettled(ids, [reply] { reply({}); }); },
        std::move(answer));
}

} // namespace learnlab::engine
