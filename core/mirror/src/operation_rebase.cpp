#include "operation_rows.h"

#include "folder_walk.h"

#include <algorithm>

namespace learnlab::mirror {

std::optional<PendingOperation> OperationRows::find(OperationId id) const
{
    Query query(m_context.connection, "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations WHERE id = ?", id);
    return query.next() ? std::optional(readOperation(query)) : std::nullopt;
}

bool OperationRows::holdsUnseen(OperationId id) const
{
    const std::optional<PendingOperation> pending = find(id);
    if (!pending || pending->error)
        return false;
    const auto unseen = [this](const ItemRef &ref) {
        const std::optional<TreeRows::Known> known = m_tree.known(ref);
        return known && known->revision > 0 && known->seen < m_tree.generation();
    };
    return unseen(pending->operation.target) || unseen(ItemRef::of(pending->operation.parentId));
}

QList<Operation> OperationRows::effective(const ItemRef &ref) const
{
    QList<Operation> operations;
    Query query(m_context.connection,
                "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations "
                "WHERE target_id = ? AND target_kind = ? AND error_code IS NULL ORDER BY n",
                ref.id, static_cast<int>(ref.kind));
    while (query.next())
        operations.append(readOperation(query).operation);
    return operations;
}

bool OperationRows::isStale(const ItemRef &ref, qint64 revision) const
{
    // Under a new generation the server may be a restored one, with smaller revisions that are the truth all the same.
    const std::optional<TreeRows::Known> known = m_tree.known(ref);
    return known && known->seen == m_tree.generation() && revision < known->revision;
}

Placement OperationRows::rebased(const ItemRef &ref, Placement placement, const QList<Operation> &operations) const
{
    for (const Operation &operation : operations) {
        // The folder it was moved to is gone meanwhile: shown where the server has it, until the server says so.
        const bool lost = operation.kind == OperationKind::Move && !operation.parentId.isNull() &&
                          !m_tree.known(ItemRef::of(operation.parentId));
        if (lost)
            continue;
        placement = applied(std::move(placement), operation);
        if (operation.kind != OperationKind::Restore)
            continue;
        // As the server will do: to the root if its folder is not there, under a free name.
        if (!m_context.reader.isLive(ItemRef::of(placement.parent)))
            placement.parent = domain::rootFolder;
        placement.name = m_tree.freeNameIn(placement.parent, placement.name, ref);
    }
    return placement;
}

/// What is only here: uploads that wait, and folders that the server does not have.
bool OperationRows::holdsOwn(FolderId folder) const
{
    Query query(m_context.connection,
                "SELECT EXISTS(SELECT 1 FROM transfers WHERE folder_id = ?1 AND unfinished = 1 AND kind = 0) "
                "OR EXISTS(SELECT 1 FROM folders WHERE parent_id = ?1 AND revision = 0)",
                folder);
    return query.next() && query.boolean(0);
}

void OperationRows::rebase(const ItemRef &ref)
{
    const QList<Operation> operations = effective(ref);
    const std::optional<TreeRows::Known> known = m_tree.known(ref);
    if (!known)
        return;
    const bool creates = std::any_of(operations.begin(), operations.end(), [](const Operation &operation) {
        return operation.kind == OperationKind::CreateFolder;
    });
    if (ref.kind == ItemKind::Folder && known->revision == 0 && !creates) {
        // Refused with something of the user's in it: it stays in sight, as the place where that is to be found.
        if (holdsOwn(ref.folderId()))
            return;
        m_tree.erase(ref);
        left(known->placement.parent);
        return;
    }
    const std::optional<Placement> base = m_tree.base(ref);
    const Placement now = rebased(ref, base.value_or(known->placement), operations);
    m_tree.place(ref, now);
    if (operations.isEmpty())
        m_tree.dropBase(ref);
    if (now.parent != known->placement.parent)
        left(known->placement.parent);
}

/// What left may have been all that kept the folder in sight.
void OperationRows::left(FolderId folder)
{
    const ItemRef ref = ItemRef::of(folder);
    const std::optional<TreeRows::Known> known = m_tree.known(ref);
    if (known && known->revision == 0)
        rebase(ref);
}

void OperationRows::take(const File &file)
{
    const ItemRef ref = ItemRef::of(file.id);
    if (isStale(ref, file.revision))
        return;
    const QList<Operation> operations = effective(ref);
    const std::optional<TreeRows::Known> before = m_tree.known(ref);
    File shown = file;
    if (!operations.isEmpty()) {
        m_tree.setBase(ref, placementOf(file));
        setPlacement(&shown, rebased(ref, placementOf(file), operations));
    } else {
        m_tree.dropBase(ref);
    }
    m_tree.put(shown);
    if (before && before->placement.parent != shown.folderId)
        left(before->placement.parent);
}

void OperationRows::take(const Folder &folder)
{
    const ItemRef ref = ItemRef::of(folder.id);
    if (isStale(ref, folder.revision))
        return;
    const QList<Operation> operations = effective(ref);
    const std::optional<TreeRows::Known> before = m_tree.known(ref);
    Folder shown = folder;
    if (!operations.isEmpty()) {
        m_tree.setBase(ref, placementOf(folder));
        setPlacement(&shown, rebased(ref, placementOf(folder), operations));
    } else {
        m_tree.dropBase(ref);
    }
    m_tree.put(shown);
    if (!folder.trashed)
        m_tree.clearTrashRoot(folder.id);
    if (before && before->placement.parent != shown.parentId)
        left(before->placement.parent);
}

} // namespace learnlab::mirror
