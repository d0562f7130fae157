#include "engine/commands.h"

#include "call_server.h"
#include "queue_changes.h"

#include "api/trash.h"

#include <algorithm>

namespace learnlab::engine {

namespace {

using domain::ItemRef;
using domain::Result;

constexpr qsizetype mostAtOnce = 500; ///< what every server takes (api::Limits::maxBatch)

/// What is under way: the items are asked for batch by batch.
struct Purging
{
    QList<ItemRef> items;
    qsizetype asked = 0;
    Purged sum;
    Commands::Answer<Purged> reply;
};

QList<api::Purge> nextBatch(Services &services, Purging &purging)
{
    QList<api::Purge> batch;
    const qsizetype end = std::min(purging.items.size(), purging.asked + mostAtOnce);
    for (; purging.asked < end; ++purging.asked) {
        const ItemRef item = purging.items.at(purging.asked);
        batch.append({domain::makeId<domain::OperationId>(services.clock, services.random), item,
                      revisionOf(services.store.read(), item)});
    }
    return batch;
}

void countLeft(Purged &sum, ItemRef item, const domain::Error &error, qsizetype count = 1)
{
    if (!sum.error) {
        sum.firstLeft = item;
        sum.error = error;
    }
    sum.left += count;
}

void countAnswers(Purged &sum, const QList<api::Purge> &batch, const QList<api::Purged> &answers)
{
    QHash<domain::OperationId, std::optional<domain::Error>> errors;
    for (const api::Purged &answer : answers)
        errors.insert(answer.id, answer.error);
    for (const api::Purge &asked : batch) {
        const auto error = errors.value(asked.id);
        if (error && error->code != domain::ErrorCode::NotFound) // somebody else was faster
            countLeft(sum, asked.item, *error);
        else
            ++sum.gone;
    }
}

/// Told when the feed was read: what is gone has left the lists by then.
void finish(Services &services, const std::shared_ptr<Purging> &purging)
{
    services.sync.drain([purging](const Result<void> &) { purging->reply(purging->sum); });
}

void purgeNext(Services &services, const std::shared_ptr<Purging> &purging)
{
    const QList<api::Purge> batch = nextBatch(services, *purging);
    if (batch.isEmpty()) {
        finish(services, purging);
        return;
    }
    callServer<QList<api::Purged>>(
        services,
        [batch](api::Api &api, api::Reply<QList<api::Purged>> done) {
            return api.trashCalls()->purge(batch, std::move(done));
        },
        [batch, purging](Services &open, const Result<QList<api::Purged>> &answers) {
            if (answers) {
                countAnswers(purging->sum, batch, *answers);
                purgeNext(open, purging);
            } else if (purging->sum.gone == 0) {
                purging->reply(tl::make_unexpected(answers.error()));
            } else {
                const qsizetype through = purging->asked - batch.size();
                countLeft(purging->sum, batch.first().item, answers.error(), purging->items.size() - through);
                finish(open, purging);
            }
        });
}

} // namespace

void Commands::purge(const QList<ItemRef> &items, QObject *context, Answer<Purged> answer)
{
    m_asker.ask<Purged>(
        context,
        [items](Services &services, Answer<Purged> reply) {
            if (!services.api.trashCalls()) {
                reply(domain::fail(domain::ErrorCode::NotALearnLabServer));
                return;
            }
            purgeNext(services, std::make_shared<Purging>(Purging{items, 0, {}, std::move(reply)}));
        },
        std::move(answer));
}

} // namespace learnlab::engine
