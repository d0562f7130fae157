#pragma once

#include "mirror/history.h"
#include "tree_rows.h"

namespace learnlab::mirror {

using domain::ActionId;

/// What the user did, written in the same transaction as the doing. Lives for one transaction.
class HistoryRows
{
public:
    HistoryRows(WriteContext &context, TreeRows &tree) : m_context(context), m_tree(tree) {}

    /// An operation that was queued (or `applied` to an upload in the queue, with no operation left to do).
    void note(const Operation &operation, ActionId action, const Placement &before, const Placement &after,
              bool applied = false);
    /// An upload that was queued; `replaced`: the file whose content it is to replace.
    void noteUpload(const Transfer &transfer, const std::optional<File> &replaced);

    void done(OperationId operation, qint64 revision, const Placement &now);
    /// The operation will not be: state is Refused, Withdrawn or TakenBack.
    void end(OperationId operation, StepState state);
    /// Goes on as another operation.
    void again(OperationId operation, OperationId as);

    /// An upload is through. Answers what is left to do when what it belongs to was taken back meanwhile, and the
    /// undoing that this is part of.
    [[nodiscard]] std::optional<Operation> uploadDone(const Transfer &transfer, const File &file, ActionId *undo);
    /// It will not be.
    void uploadEnded(TransferId transfer, TransferId group, FileId file);
    /// The server had such a folder: what was made is that one, and making it is nothing to be taken back.
    void folderBecame(FolderId from, FolderId to);

    /// Begins an action that takes another one back; its operations are noted as part of it.
    [[nodiscard]] Result<void> beginUndo(ActionId action, ActionId undo, Timestamp at);
    /// Begins to do it again.
    [[nodiscard]] Result<void> beginRedo(ActionId action);

private:
    [[nodiscard]] qint64 entryOf(ActionId action) const; ///< 0: none
    [[nodiscard]] qint64 entryFor(ActionId action, ActionKind kind, const Spot &from, const Spot &to, Timestamp at);
    [[nodiscard]] bool isInside(qint64 entry, FolderId folder);
    [[nodiscard]] qint64 dropOf(const Transfer &transfer, const ActionStep &step);
    void put(qint64 entry, const ActionStep &step);
    void noteIfThrough(qint64 entry);
    void afterEnd(qint64 entry);
    [[nodiscard]] std::optional<Operation> afterUndo(qint64 entry, const File &file, bool replaced,
                                                     const Transfer &transfer, ActionId *undo);
    void trim(qint64 newest);

    WriteContext &m_context;
    TreeRows &m_tree;
    std::pair<ActionId, qint64> m_drop;            ///< looked up last
    QHash<QPair<qint64, FolderId>, bool> m_inside; ///< whether a folder came with an entry
};

/// Reads the columns of LEARNLAB_STEP_COLUMNS.
#define LEARNLAB_STEP_COLUMNS                                                                                          \
    "kind, target_kind, target_id, state, operation_id, from_parent, from_name, to_parent, to_name, content, revision"
[[nodiscard]] ActionStep readStep(const Query &query);

} // namespace learnlab::mirror
