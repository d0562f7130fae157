// Creating, renaming, moving; the trash has a file of its own.

#include "target_row.h"

#include <server/domain/names.h>

namespace learnlab::server::files {

namespace {

Problem parentGone()
{
    return problem(409, "parent_gone", "The folder is gone.");
}

Task<Result<Outcome>> createFolder(store::Connection &db, Uuid user, const Operation &operation)
{
    auto name = domain::checkName(*operation.name);
    if (!name)
        co_return fail(std::move(name.error()));
    auto place = co_await findPlace(db, user, operation.parent);
    if (!place)
        co_return fail(std::move(place.error()));
    if (!place->live)
        co_return fail(parentGone());
    auto owner = co_await findOwner(db, user, operation.parent, *name);
    if (!owner)
        co_return fail(std::move(owner.error()));
    if (owner->folder && (operation.useExisting || owner->is(operation.target)))
        co_return TargetRow{std::move(*owner->folder), true}.outcome();
    if (owner->taken())
        co_return fail(nameTaken());
    static const std::string insert = sql({"INSERT INTO folders (id, user_id, parent_id, name) VALUES ($1, $2, $3, $4) "
                                           "ON CONFLICT (id) DO NOTHING RETURNING ",
                                           folderColumns});
    auto rows = co_await db.query(insert, operation.target, user, operation.parent, *name);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(problem(422, "operation_id_reused", "This folder id was used before."));
    co_return TargetRow{std::move(*rows), true}.outcome();
}

Task<Result<Outcome>> rename(store::Connection &db, Uuid user, TargetRow target, std::string asked)
{
    auto name = domain::checkName(asked);
    if (!name)
        co_return fail(std::move(name.error()));
    if (*name == target.name())
        co_return target.outcome();
    if (!target.trashed()) {
        auto owner = co_await findOwner(db, user, target.parent(), *name);
        if (!owner)
            co_return fail(std::move(owner.error()));
        if (owner->taken())
            co_return fail(nameTaken());
    }
    auto placed = co_await placeTarget(db, user, target, target.parent(), *name);
    if (!placed)
        co_return fail(std::move(placed.error()));
    co_return placed->outcome();
}

Task<Result<void>> checkMove(store::Connection &db, Uuid user, const TargetRow &target, std::optional<Uuid> parent)
{
    std::optional<Uuid> self;
    if (target.isFolder)
        self = target.id();
    auto to = co_await findPlace(db, user, parent, self);
    if (!to)
        co_return fail(std::move(to.error()));
    if (to->below)
        co_return fail(problem(409, "folder_cycle", "A folder cannot be put into itself."));
    if (!to->live)
        co_return fail(parentGone());
    auto from = co_await findPlace(db, user, target.parent());
    if (!from)
        co_return fail(std::move(from.error()));
    if (target.trashed() || !from->live)
        co_return fail(conflict(target, "It was put into the trash meanwhile."));
    co_return Result<void>();
}

Task<Result<Outcome>> move(store::Connection &db, Uuid user, TargetRow target, const Operation &operation)
{
    auto name = domain::checkName(operation.name.value_or(target.name()));
    if (!name && operation.name)
        co_return fail(std::move(name.error()));
    const auto wanted = name ? *name : target.name(); // a name from API 1 may stay what it is
    auto allowed = co_await checkMove(db, user, target, operation.parent);
    if (!allowed)
        co_return fail(std::move(allowed.error()));
    if (operation.parent == target.parent() && wanted == target.name())
        co_return target.outcome();
    auto owner = co_await findOwner(db, user, operation.parent, wanted);
    if (!owner)
        co_return fail(std::move(owner.error()));
    if (owner->taken() && !owner->is(target.id()))
        co_return fail(nameTaken());
    auto placed = co_await placeTarget(db, user, target, operation.parent, wanted);
    if (!placed)
        co_return fail(std::move(placed.error()));
    co_return placed->outcome();
}

} // namespace

Task<Result<Outcome>> applyOperation(store::Connection &db, Uuid user, Operation operation)
{
    if (operation.kind == OperationKind::CreateFolder)
        co_return co_await createFolder(db, user, operation);
    auto target = co_await loadTarget(db, user, operation);
    if (!target)
        co_return fail(std::move(target.error()));
    switch (operation.kind) {
    case OperationKind::Rename:
        co_return co_await rename(db, user, std::move(*target), *operation.name);
    case OperationKind::Move:
        co_return co_await move(db, user, std::move(*target), operation);
    case OperationKind::Trash:
        co_return co_await trashTarget(db, user, std::move(*target));
    case OperationKind::Restore:
        co_return co_await restoreTarget(db, user, std::move(*target));
    case OperationKind::Purge:
        co_return co_await purgeTarget(db, user, std::move(*target));
    case OperationKind::CreateFolder:
        break;
    }
    co_return fail(support::internal("an operation without a way to do it"));
}

} // namespace learnlab::server::files
