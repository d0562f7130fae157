#include "undo_steps.h"

namespace learnlab::sync {

using domain::ErrorCode;
using domain::ItemKind;
using domain::ItemRef;
using domain::Operation;
using domain::OperationKind;
using domain::Result;
using mirror::ActionKind;
using mirror::ActionStep;
using mirror::Spot;
using mirror::StepState;

bool isRefusal(const domain::Error &error)
{
    return domain::consequenceOf(error.code) == domain::Consequence::AskUser || error.code == ErrorCode::UploadState;
}

std::optional<UndoSteps::Now> UndoSteps::now(const ItemRef &item) const
{
    const mirror::Reader &reader = m_writer.read();
    if (item.kind == ItemKind::File) {
        const auto file = reader.file(item.fileId());
        return file ? std::optional(Now{{file->folderId, file->filename}, file->revision, reader.isLive(item)})
                    : std::nullopt;
    }
    const auto folder = reader.folder(item.folderId());
    return folder ? std::optional(Now{{folder->parentId, folder->name}, folder->revision, reader.isLive(item)})
                  : std::nullopt;
}

Result<void> UndoSteps::takeBack(const ActionStep &step, Undone *undone)
{
    if (step.state != StepState::Waiting && step.state != StepState::Done)
        return {};
    const auto here = now(step.target);
    if (!here)
        return domain::fail(ErrorCode::NotFound);
    switch (step.kind) {
    case ActionKind::CreateFolder:
        return unmake(step, *here, undone);
    case ActionKind::Upload:
        return unupload(step, *here, undone);
    case ActionKind::Replace:
        return unreplace(step, *here, undone);
    case ActionKind::Restore:
        return discard(step, *here, undone);
    default:
        return putBack(step, *here, undone);
    }
}

/// A folder that was made goes to trash, if it is as it was made; of a drop all that came with it goes along.
Result<void> UndoSteps::unmake(const ActionStep &step, const Now &now, Undone *undone)
{
    if (m_kind == ActionKind::CreateFolder && now.live && holdsAnything(step.target.folderId()))
        return domain::fail(ErrorCode::FolderNotEmpty);
    return discard(step, now, undone);
}

Result<void> UndoSteps::unupload(const ActionStep &step, const Now &now, Undone *undone)
{
    if (now.revision > 0)
        return discard(step, now, undone);
    undone->uploads = true;
    undone->items.append(step.target);
    return {};
}

/// The content that was there is in trash as a file of its own: it comes back, and the new one goes there.
Result<void> UndoSteps::unreplace(const ActionStep &step, const Now &now, Undone *undone)
{
    if (step.state == StepState::Waiting) {
        undone->uploads = true;
        undone->items.append(step.target);
        return {};
    }
    const auto former = step.content.isEmpty()
                            ? std::nullopt
                            : m_writer.read().formerContent(step.to.parent, step.to.name, step.content);
    if (!former)
        return domain::fail(ErrorCode::FormerContentGone);
    if (const Result<void> discarded = discard(step, now, undone); !discarded)
        return discarded;
    Operation restore = operation(OperationKind::Restore, ItemRef::of(*former));
    restore.ifAfter = undone->operations.constLast();
    return queue(restore, undone).map([](domain::OperationId) {});
}

/// To trash, unless somebody else did something to it since.
Result<void> UndoSteps::discard(const ActionStep &step, const Now &now, Undone *undone)
{
    if (!now.live)
        return domain::fail(ErrorCode::NotFound);
    if (leaveOut(step)) {
        undone->items.append(step.target);
        return m_writer.forgetOperation(*step.operation, StepState::TakenBack);
    }
    const bool confirmed = step.state == StepState::Done && step.revision;
    if (confirmed && now.revision > std::max(*step.revision, m_writer.read().ownRevision(step.target)))
        return domain::fail(ErrorCode::RevisionConflict);
    return change(OperationKind::Trash, step, {}, undone);
}

/// What was renamed, moved or trashed goes back to where it was, if it is where it was put.
Result<void> UndoSteps::putBack(const ActionStep &step, const Now &now, Undone *undone)
{
    const bool trashed = step.kind == ActionKind::Trash;
    const bool renamed = step.from.name != step.to.name;
    if (now.live == trashed)
        return domain::fail(trashed ? ErrorCode::RevisionConflict : ErrorCode::NotFound);
    if (!trashed && renamed && now.spot.name != step.to.name)
        return domain::fail(ErrorCode::RevisionConflict);
    if (step.kind == ActionKind::Move && now.spot.parent != step.to.parent)
        return domain::fail(ErrorCode::RevisionConflict);
    if (step.kind == ActionKind::Move && !m_writer.read().isLive(ItemRef::of(step.from.parent)))
        return domain::fail(ErrorCode::ParentGone);
    if (leaveOut(step)) {
        undone->items.append(step.target);
        return m_writer.forgetOperation(*step.operation, StepState::TakenBack);
    }
    if (trashed)
        return change(OperationKind::Restore, step, {}, undone);
    if (step.kind == ActionKind::Rename)
        return change(OperationKind::Rename, step, step.from, undone);
    return change(OperationKind::Move, step, {step.from.parent, renamed ? step.from.name : QString()}, undone);
}

Result<void> UndoSteps::doAgain(const ActionStep &step, Undone *undone)
{
    if (step.state == StepState::Refused || step.state == StepState::Withdrawn)
        return {};
    const auto here = now(step.target);
    if (step.kind == ActionKind::CreateFolder && (!here || !here->live))
        return makeAgain(step, undone);
    if (!here)
        return domain::fail(ErrorCode::NotFound);
    const bool renamed = step.from.name != step.to.name;
    switch (step.kind) {
    case ActionKind::Rename:
        return here->spot.name == step.from.name ? change(OperationKind::Rename, step, step.to, undone)
                                                 : domain::fail(ErrorCode::RevisionConflict);
    case ActionKind::Move:
        if (here->spot.parent != step.from.parent)
            return domain::fail(ErrorCode::RevisionConflict);
        return change(OperationKind::Move, step, {step.to.parent, renamed ? step.to.name : QString()}, undone);
    case ActionKind::Trash:
        return here->live ? change(OperationKind::Trash, step, {}, undone) : domain::fail(ErrorCode::NotFound);
    case ActionKind::Restore:
    case ActionKind::Upload:
        return here->live ? domain::fail(ErrorCode::RevisionConflict)
                          : change(OperationKind::Restore, step, {}, undone);
    default:
        return domain::fail(ErrorCode::NotFound);
    }
}

Result<void> UndoSteps::makeAgain(const ActionStep &step, Undone *undone)
{
    if (now(step.target))
        return change(OperationKind::Restore, step, {}, undone);
    if (m_kind != ActionKind::CreateFolder)
        return domain::fail(ErrorCode::NotFound); // what was in it is not here any more
    return change(OperationKind::CreateFolder, step, step.to, undone);
}

bool UndoSteps::holdsAnything(domain::FolderId folder) const
{
    return !m_writer.read().childIds(folder, {}).isEmpty();
}

/// Nobody has seen it yet.
bool UndoSteps::leaveOut(const ActionStep &step) const
{
    if (!step.operation || step.state != StepState::Waiting)
        return false;
    const auto pending = m_writer.read().pendingOperation(*step.operation);
    return pending && !pending->error && !m_writer.read().wasSent(*step.operation);
}

Operation UndoSteps::operation(OperationKind kind, ItemRef target) const
{
    Operation operation;
    operation.id = domain::makeId<domain::OperationId>(m_clock, m_random);
    operation.kind = kind;
    operation.target = target;
    operation.createdAt = m_clock.now();
    return operation;
}

Result<domain::OperationId> UndoSteps::queue(Operation operation, Undone *undone)
{
    if (Result<void> queued = m_writer.queueOperation(operation, m_as); !queued)
        return tl::make_unexpected(queued.error());
    undone->operations.append(operation.id);
    undone->items.append(operation.target);
    return operation.id;
}

Result<void> UndoSteps::change(OperationKind kind, const ActionStep &step, const Spot &to, Undone *undone)
{
    Operation changed = operation(kind, step.target);
    changed.parentId = to.parent;
    changed.name = to.name;
    if (const auto here = now(step.target); here && here->revision > 0)
        changed.ifRevision = here->revision;
    return queue(changed, undone).map([](domain::OperationId) {});
}

} // namespace learnlab::sync
