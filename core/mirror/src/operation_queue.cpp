#include "operation_rows.h"

#include "domain/names.h"
#include "folder_walk.h"

#include <algorithm>

namespace learnlab::mirror {

Result<void> OperationRows::queue(Operation operation, ActionId action)
{
    if (operation.kind != OperationKind::CreateFolder) {
        const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
        if (known && known->revision == 0 && operation.target.kind == ItemKind::File) {
            const Result<void> fine = check(&operation);
            return fine ? changeUpload(operation, action) : fine;
        }
    }
    if (const Result<void> fine = check(&operation); !fine)
        return fine;
    // A revision read before an earlier operation of ours is carried out would be refused after it.
    const QList<Operation> earlier = effective(operation.target);
    if (!earlier.isEmpty()) {
        operation.ifAfter = earlier.constLast().id;
        operation.ifRevision.reset();
    }
    if (operation.kind == OperationKind::CreateFolder) {
        createFolder(operation);
    } else if (!m_tree.base(operation.target)) {
        const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
        if (known && known->revision > 0)
            m_tree.setBase(operation.target, known->placement);
    }
    insert({operation, std::nullopt, 0}, false);
    const Placement before = m_tree.known(operation.target).value_or(TreeRows::Known()).placement;
    rebase(operation.target);
    const std::optional<TreeRows::Known> after = m_tree.known(operation.target);
    m_history.note(operation, action, before, after ? after->placement : before);
    return {};
}

bool OperationRows::areOldest(const QList<OperationId> &ids) const
{
    Query query(m_context.connection, "SELECT id FROM pending_operations WHERE error_code IS NULL ORDER BY n LIMIT ?",
                static_cast<int>(ids.size()));
    return std::all_of(ids.begin(), ids.end(),
                       [&query](OperationId id) { return query.next() && query.id<OperationId>(0) == id; });
}

QList<Operation> OperationRows::takeOldest(int limit, const QList<OperationId> &behind)
{
    if (!areOldest(behind))
        return {};
    QList<Operation> oldest;
    {
        Query query(m_context.connection,
                    "SELECT " LEARNLAB_OPERATION_COLUMNS
                    " FROM pending_operations WHERE error_code IS NULL ORDER BY n LIMIT ? OFFSET ?",
                    limit, static_cast<int>(behind.size()));
        while (query.next())
            oldest.append(readOperation(query).operation);
    }
    // Not one by one: they are the first there are.
    Query(m_context.connection,
          "UPDATE pending_operations SET sent = 1 WHERE sent = 0 AND n <= (SELECT max(n) FROM (SELECT n FROM "
          "pending_operations WHERE error_code IS NULL ORDER BY n LIMIT ?))",
          limit + static_cast<int>(behind.size()))
        .run();
    return oldest;
}

Result<void> OperationRows::check(Operation *operation) const
{
    if (operation->kind == OperationKind::CreateFolder || operation->kind == OperationKind::Rename ||
        !operation->name.isEmpty()) {
        const Result<QString> name = domain::normalName(operation->name);
        if (!name)
            return tl::make_unexpected(name.error());
        operation->name = *name;
    }
    if (const Result<void> fine = checkTarget(*operation); !fine)
        return fine;
    return checkPlace(*operation);
}

Result<void> OperationRows::checkTarget(const Operation &operation) const
{
    const bool known = m_tree.known(operation.target).has_value();
    if (operation.kind == OperationKind::CreateFolder)
        return known ? domain::fail(ErrorCode::OperationIdReused) : Result<void>();
    if (!known)
        return domain::fail(ErrorCode::NotFound, QStringLiteral("target"));
    // Restore wants what is in trash, everything else what is not.
    const bool wanted = operation.kind != OperationKind::Restore;
    return m_context.reader.isLive(operation.target) == wanted
               ? Result<void>()
               : domain::fail(ErrorCode::NotFound, QStringLiteral("target"));
}

Result<void> OperationRows::checkPlace(const Operation &operation) const
{
    if (operation.kind == OperationKind::Trash || operation.kind == OperationKind::Restore)
        return {};
    FolderId parent = operation.parentId;
    QString name = operation.name;
    const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
    if (operation.kind == OperationKind::Rename)
        parent = known->placement.parent;
    if (name.isEmpty())
        name = known->placement.name;
    if (!m_context.reader.isLive(ItemRef::of(parent)))
        return domain::fail(ErrorCode::NotFound, QStringLiteral("parent"));
    if (operation.kind == OperationKind::Move && operation.target.kind == ItemKind::Folder) {
        const QList<Folder> above = chainAbove(m_context.connection, parent);
        const FolderId self = operation.target.folderId();
        if (std::any_of(above.begin(), above.end(), [self](const Folder &folder) { return folder.id == self; }))
            return domain::fail(ErrorCode::FolderCycle);
    }
    const std::optional<ItemRef> other = m_tree.namesake(parent, name, operation.target);
    // With useExisting the server will answer with that folder, and ours becomes it.
    const bool willDo = operation.useExisting && other && other->kind == ItemKind::Folder;
    return other && !willDo ? domain::fail(ErrorCode::NameTaken) : Result<void>();
}

/// The server does not know the file yet: as long as it was not asked for an upload, the transfer itself can change.
Result<void> OperationRows::changeUpload(const Operation &operation, ActionId action)
{
    Query query(
        m_context.connection,
        "SELECT id FROM transfers WHERE file_id = ? AND kind = 0 AND unfinished = 1 AND upload_id = zeroblob(16)",
        operation.target.id);
    const bool changeable = operation.kind == OperationKind::Rename || operation.kind == OperationKind::Move;
    if (!changeable || !query.next())
        return domain::fail(ErrorCode::UploadState, QStringLiteral("upload under way"));
    const Placement before = m_tree.known(operation.target)->placement;
    const Placement placement = applied(before, operation);
    Query(m_context.connection, "UPDATE transfers SET folder_id = ?, filename = ? WHERE id = ?", placement.parent,
          placement.name, query.id<TransferId>(0))
        .run();
    m_tree.place(operation.target, placement);
    m_history.note(operation, action, before, placement, true);
    m_context.notes.transfers();
    return {};
}

void OperationRows::createFolder(const Operation &operation)
{
    Folder folder;
    folder.id = operation.target.folderId();
    folder.parentId = operation.parentId;
    folder.name = operation.name;
    folder.createdAt = operation.createdAt;
    folder.updatedAt = operation.createdAt;
    m_tree.put(folder);
}

void OperationRows::insert(const PendingOperation &pending, bool sent)
{
    const Operation &operation = pending.operation;
    Query query(
        m_context.connection,
        "INSERT OR REPLACE INTO pending_operations(id, kind, target_kind, target_id, parent_id, name, use_existing, "
        "if_revision, if_after, created_at, attempts, sent, error_code, error_detail, error_field, error_retry_after) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        operation.id, static_cast<int>(operation.kind), static_cast<int>(operation.target.kind), operation.target.id,
        operation.parentId, operation.name, operation.useExisting, operation.ifRevision, operation.ifAfter,
        operation.createdAt, pending.attempts, sent);
    bindError(query, pending.error);
    query.run();
    m_context.notes.operations();
    m_context.notes.item(operation.target);
}

void OperationRows::carry(const PendingOperation &pending)
{
    insert(pending, true); // who knows
    const bool create = pending.operation.kind == OperationKind::CreateFolder && !pending.error;
    if (create && !m_tree.known(pending.operation.target))
        createFolder(pending.operation);
}

} // namespace learnlab::mirror
