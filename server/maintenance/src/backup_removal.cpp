#include "key_walk.h"
#include "retention.h"
#include "taking.h"

namespace learnlab::server::maintenance {

namespace {

using support::fail;
using support::Uuid;

// Contents that no manifest names any more.
Task<Result<void>> removeContents(Taking &run, std::vector<std::string> kept)
{
    ManifestUnion named(run.repository, kept);
    auto opened = co_await named.open();
    if (!opened)
        co_return fail(std::move(opened.error()));
    KeyWalk walk(run.repository, contentKey({}), contentKey({}));
    std::vector<std::string> unused;
    std::optional<ManifestObject> next;
    bool more = true;
    for (;;) {
        auto content = co_await walk.next();
        if (!content)
            co_return fail(std::move(content.error()));
        while (*content && more && (!next || next->key < (*content)->key)) {
            auto object = co_await named.next();
            if (!object)
                co_return fail(std::move(object.error()));
            more = object->has_value();
            next = std::move(*object);
        }
        if (*content && (!next || next->key != (*content)->key))
            unused.push_back(contentKey((*content)->key));
        if (unused.size() >= 1000 || (!*content && !unused.empty())) {
            run.report.removedObjects += static_cast<std::int64_t>(unused.size());
            auto removed = co_await run.repository.removeMany(std::exchange(unused, {}));
            if (!removed)
                co_return fail(std::move(removed.error()));
        }
        if (!*content)
            co_return Result<void>();
    }
}

} // namespace

Task<Result<std::vector<ManifestHead>>> readHeads(objects::ObjectPile &repository, std::vector<std::string> names)
{
    std::vector<ManifestHead> heads;
    for (const auto &name : names) {
        ManifestReader reader(repository, manifestKey(name));
        auto head = co_await reader.head();
        if (!head)
            co_return fail(std::move(head.error()));
        head->name = name;
        heads.push_back(std::move(*head));
    }
    co_return heads;
}

Task<Result<void>> removeOld(Taking &run)
{
    auto names = co_await backupsIn(run.repository);
    if (!names)
        co_return fail(std::move(names.error()));
    auto heads = co_await readHeads(run.repository, names->whole);
    if (!heads)
        co_return fail(std::move(heads.error()));
    std::vector<TakenBackup> taken;
    for (const auto &head : *heads)
        taken.push_back({head.name, support::parseTime(head.takenAt).value_or(support::Time())});
    run.report.removed = namesToRemove(std::move(taken), run.options.keepDaily, run.options.keepWeekly);
    std::vector<std::string> kept;
    for (const auto &head : *heads) {
        if (std::ranges::find(run.report.removed, head.name) == run.report.removed.end()) {
            kept.push_back(head.name);
            continue;
        }
        auto removed = co_await removeBackup(run.repository, head.name);
        if (!removed)
            co_return fail(std::move(removed.error()));
        auto forgotten = co_await recordRemoved(run.pool, Uuid::parse(head.id).value_or(Uuid()));
        if (!forgotten)
            co_return fail(std::move(forgotten.error()));
    }
    if (run.report.removed.empty())
        co_return Result<void>();
    co_return co_await removeContents(run, std::move(kept));
}

} // namespace learnlab::server::maintenance
