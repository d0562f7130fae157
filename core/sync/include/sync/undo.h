#pragma once

#include "mirror/writer.h"

namespace learnlab::sync {

/// What became of taking back an action, or of doing it again.
struct Undone
{
    struct Refused
    {
        QString name;
        domain::Error error;
    };

    mirror::Action action;                 ///< as it was before
    QList<domain::OperationId> operations; ///< that carry it to the server; none where it was enough to withdraw
    QList<domain::ItemRef> items;          ///< whose changes were taken back (made again)
    QList<Refused> refused;                ///< what stays as it is, and why; the rest goes on without it
    /// Some of it is still being uploaded: whoever runs the queue cancels what belongs to the action. What comes
    /// through all the same goes to trash.
    bool uploads = false;
};

// Inside a job of the store; all in its transaction. Nothing is taken back that would hide what somebody else did
// since: such a thing is refused with RevisionConflict. If nothing can be done at all the call fails with the first
// refusal: RevisionConflict, NotFound, NameTaken, ParentGone (the folder where it was is not there any more),
// FolderNotEmpty (something is in it by now), FormerContentGone.

/// The action, or (null) the last that can be taken back. NotFound when there is none.
[[nodiscard]] domain::Result<Undone> undo(mirror::Writer &writer, domain::ActionId action, support::Clock &clock,
                                          support::Random &random);
/// What was taken back last, or this action. NotFound when there is none.
[[nodiscard]] domain::Result<Undone> redo(mirror::Writer &writer, domain::ActionId action, support::Clock &clock,
                                          support::Random &random);
/// Undoes one operation that waits: leaves it out if nobody has seen it, else queues its opposite.
[[nodiscard]] domain::Result<void> withdraw(mirror::Writer &writer, domain::OperationId operation,
                                            support::Clock &clock, support::Random &random);

} // namespace learnlab::sync
