#include "sync/undo.h"

#include "undo_steps.h"

namespace learnlab::sync {

namespace {

using domain::ErrorCode;
using domain::Result;
using mirror::Action;
using mirror::ActionStep;

/// Does each step; the whole fails only if none could be done.
template <class Do>
Result<Undone> eachStep(const Action &action, const QList<ActionStep> &steps, Do doStep)
{
    Undone undone;
    undone.action = action;
    for (const ActionStep &step : steps) {
        if (Result<void> done = doStep(step, &undone); done)
            continue;
        else if (isRefusal(done.error()))
            undone.refused.append({step.to.name, done.error()});
        else
            return tl::make_unexpected(done.error());
    }
    const bool sends = action.kind == mirror::ActionKind::Upload || action.kind == mirror::ActionKind::Replace;
    const bool nothing = undone.items.isEmpty() && !undone.uploads;
    if (nothing)
        return tl::make_unexpected(undone.refused.isEmpty() ? domain::Error{ErrorCode::NotFound, {}}
                                                            : undone.refused.constFirst().error);
    undone.uploads = undone.uploads || sends;
    return undone;
}

} // namespace

Result<Undone> undo(mirror::Writer &writer, domain::ActionId id, support::Clock &clock, support::Random &random)
{
    const std::optional<Action> action = id.isNull() ? writer.read().lastUndoable() : writer.read().action(id);
    if (!action || !action->canUndo())
        return domain::fail(ErrorCode::NotFound, QStringLiteral("action"));
    const auto undoId = domain::makeId<domain::ActionId>(clock, random);
    if (const Result<void> begun = writer.beginUndo(action->id, undoId, clock.now()); !begun)
        return tl::make_unexpected(begun.error());
    UndoSteps steps(writer, clock, random, undoId, action->kind);
    return eachStep(*action, writer.read().steps(action->id),
                    [&steps](const ActionStep &step, Undone *undone) { return steps.takeBack(step, undone); });
}

Result<Undone> redo(mirror::Writer &writer, domain::ActionId id, support::Clock &clock, support::Random &random)
{
    const std::optional<Action> action = id.isNull() ? writer.read().lastRedoable() : writer.read().action(id);
    if (!action || action->state != mirror::ActionState::Undone)
        return domain::fail(ErrorCode::NotFound, QStringLiteral("action"));
    if (const Result<void> begun = writer.beginRedo(action->id); !begun)
        return tl::make_unexpected(begun.error());
    UndoSteps steps(writer, clock, random, action->id, action->kind);
    return eachStep(*action, writer.read().steps(action->id),
                    [&steps](const ActionStep &step, Undone *undone) { return steps.doAgain(step, undone); });
}

Result<void> withdraw(mirror::Writer &writer, domain::OperationId operation, support::Clock &clock,
                      support::Random &random)
{
    const auto pending = writer.read().pendingOperation(operation);
    const auto step = writer.read().stepOf(operation);
    if (!pending || pending->error || !step || !writer.read().wasSent(operation))
        return writer.forgetOperation(operation);
    const auto action = writer.read().action(writer.read().actionOf(operation));
    if (action && action->count == 1)
        return undo(writer, action->id, clock, random).map([](const Undone &) {});
    const auto own = domain::makeId<domain::ActionId>(clock, random);
    Undone undone;
    return UndoSteps(writer, clock, random, own, step->kind).takeBack(*step, &undone);
}

} // namespace learnlab::sync
