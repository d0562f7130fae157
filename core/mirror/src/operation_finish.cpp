#include "operation_rows.h"

#include "meta.h"

namespace learnlab::mirror {

namespace {

bool passes(ErrorCode code)
{
    switch (domain::consequenceOf(code)) {
    case domain::Consequence::RetryLater:
    case domain::Consequence::WaitNetwork:
    case domain::Consequence::RenewToken:
    case domain::Consequence::SignIn:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<void> OperationRows::finish(const domain::OperationResult &result)
{
    const std::optional<PendingOperation> pending = find(result.id);
    if (pending && result.error) {
        refuse(*pending, *result.error);
        return {};
    }
    if (pending) {
        const Operation &operation = pending->operation;
        remove(operation.id);
        const bool elsewhere = operation.kind == OperationKind::CreateFolder && result.folder &&
                               result.folder->id != operation.target.folderId();
        if (elsewhere)
            replaceFolder(operation.target.folderId(), result.folder->id);
        else if (result.folder)
            m_history.done(operation.id, result.folder->revision, placementOf(*result.folder));
        else if (result.file)
            m_history.done(operation.id, result.file->revision, placementOf(*result.file));
        const std::optional<Placement> base = m_tree.base(operation.target);
        if (base && !result.folder && !result.file)
            m_tree.setBase(operation.target, applied(*base, operation));
    }
    // Also for an operation that is not pending any more: the answer may have come twice, and the row is true anyway.
    if (result.folder)
        takeAnswer(*result.folder);
    if (result.file)
        takeAnswer(*result.file);
    if (pending)
        rebase(pending->operation.target);
    return {};
}

/// A repeated request is answered as it was the first time, be the thing purged meanwhile. A pull from the beginning
/// says nothing of what was purged before it, so until it is through, what only an answer told is swept unless the pull
/// brings it.
template <class Row>
void OperationRows::takeAnswer(const Row &row)
{
    const ItemRef ref = ItemRef::of(row.id);
    const std::optional<TreeRows::Known> before = m_tree.known(ref);
    const bool pulled = before && before->revision > 0 && before->seen == m_tree.generation();
    take(row);
    if (!pulled && pullsFromBeginning(m_context.connection))
        m_tree.doubt(ref);
}

void OperationRows::refuse(const PendingOperation &pending, const Error &error)
{
    if (passes(error.code)) {
        Query(m_context.connection, "UPDATE pending_operations SET attempts = attempts + 1 WHERE id = ?",
              pending.operation.id)
            .run();
        return;
    }
    Query query(
        m_context.connection,
        "UPDATE pending_operations SET error_code=?, error_detail=?, error_field=?, error_retry_after=? WHERE id = ?");
    bindError(query, error);
    query.bind(pending.operation.id);
    query.run();
    m_history.end(pending.operation.id, StepState::Refused);
    m_context.notes.operations();
    m_context.notes.item(pending.operation.target);
    rebase(pending.operation.target);
}

Result<void> OperationRows::forget(OperationId id, StepState as)
{
    const std::optional<PendingOperation> pending = find(id);
    if (!pending)
        return domain::fail(ErrorCode::NotFound);
    const Operation &operation = pending->operation;
    withdraw(id, as);
    // What stood on it now stands on what it stood on.
    Query(m_context.connection, "UPDATE pending_operations SET if_after = ?, if_revision = ? WHERE if_after = ?",
          operation.ifAfter, operation.ifRevision, id)
        .run();
    const FolderId folder = operation.target.folderId();
    const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
    if (operation.kind == OperationKind::CreateFolder && !pending->error)
        withdrawBelow(folder, known ? known->placement.parent : domain::rootFolder);
    if (operation.kind == OperationKind::CreateFolder && known && known->revision == 0)
        moveUploadsOut(folder, known->placement.parent);
    rebase(operation.target);
    return {};
}

/// A folder that will not be: what waits to be sent into it goes to where the folder was.
void OperationRows::moveUploadsOut(FolderId folder, FolderId parent)
{
    QList<std::pair<TransferId, FileId>> uploads;
    {
        Query query(m_context.connection,
                    "SELECT id, file_id FROM transfers WHERE folder_id = ? AND unfinished = 1 AND kind = 0", folder);
        while (query.next())
            uploads.append({query.id<TransferId>(0), query.id<FileId>(1)});
    }
    for (const auto &[transfer, file] : std::as_const(uploads)) {
        const ItemRef ref = ItemRef::of(file);
        const std::optional<TreeRows::Known> row = m_tree.known(ref);
        if (!row)
            continue;
        Placement placement = row->placement;
        placement.parent = parent;
        placement.name = m_tree.freeNameIn(placement.parent, placement.name, ref);
        m_tree.place(ref, placement);
        Query(m_context.connection, "UPDATE transfers SET folder_id = ?, filename = ? WHERE id = ?", placement.parent,
              placement.name, transfer)
            .run();
    }
    if (!uploads.isEmpty())
        m_context.notes.transfers();
}

/// Without the folder, what was to be done to it or in it has no place.
void OperationRows::withdrawBelow(FolderId folder, FolderId out)
{
    QList<Operation> orphans;
    {
        Query query(
            m_context.connection,
            "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations "
            "WHERE error_code IS NULL AND (parent_id = ?1 AND kind IN (0, 2) OR target_id = ?1 AND target_kind = 1)",
            folder);
        while (query.next())
            orphans.append(readOperation(query).operation);
    }
    for (const Operation &operation : std::as_const(orphans)) {
        withdraw(operation.id, StepState::Withdrawn);
        if (operation.kind == OperationKind::CreateFolder) {
            withdrawBelow(operation.target.folderId(), out);
            moveUploadsOut(operation.target.folderId(), out);
        }
        rebase(operation.target);
    }
}

void OperationRows::withdraw(OperationId id, StepState as)
{
    m_history.end(id, as);
    remove(id);
}

void OperationRows::remove(OperationId id)
{
    Query(m_context.connection, "DELETE FROM pending_operations WHERE id = ?", id).run();
    m_context.notes.operations();
}

/// The server had such a folder already: everything that pointed at ours points at it.
void OperationRows::replaceFolder(FolderId from, FolderId to)
{
    static constexpr const char *statements[] = {
        "UPDATE files SET folder_id = ?1 WHERE folder_id = ?2",
        "UPDATE folders SET parent_id = ?1 WHERE parent_id = ?2",
        "UPDATE base_rows SET parent_id = ?1 WHERE parent_id = ?2",
        "UPDATE pending_operations SET parent_id = ?1 WHERE parent_id = ?2",
        "UPDATE pending_operations SET target_id = ?1 WHERE target_id = ?2 AND target_kind = 1",
        "UPDATE transfers SET folder_id = ?1 WHERE folder_id = ?2",
    };
    for (const char *statement : statements)
        Query(m_context.connection, statement, to, from).run();
    m_history.folderBecame(from, to);
    m_tree.renewNamesIn(to);
    m_tree.erase(ItemRef::of(from));
    m_context.notes.folder(from);
    m_context.notes.folder(to);
    m_context.notes.transfers();
}

} // namespace learnlab::mirror
