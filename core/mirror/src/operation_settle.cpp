#include "operation_rows.h"

#include <QCryptographicHash>

namespace learnlab::mirror {

namespace {

/// Somebody who changes the same thing again and again must not keep this going for ever.
constexpr int mostTries = 5;

/// The same whenever it is worked out: a write may be run twice.
OperationId successorOf(OperationId id)
{
    const QByteArray hash = QCryptographicHash::hash(domain::toBlob(id), QCryptographicHash::Sha256);
    OperationId::Bytes bytes = id.bytes();
    std::copy_n(hash.begin(), 8, bytes.end() - 8); // the time stays in front
    return OperationId(bytes);
}

bool canSettle(ErrorCode code)
{
    return code == ErrorCode::RevisionConflict || code == ErrorCode::DependencyFailed || code == ErrorCode::NotFound ||
           code == ErrorCode::ParentGone;
}

} // namespace

/// What is lost is decided by what both sides changed, not by the number of a revision: a rename here and a move there
/// go together, two renames do not.
OperationRows::Verdict OperationRows::verdict(const PendingOperation &pending, bool onEarlier) const
{
    const Operation &operation = pending.operation;
    const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
    // It went out together with the making of a folder that the server had already, and that has another id.
    const bool parentIsThere = m_context.reader.isLive(ItemRef::of(operation.parentId)) && isComing(operation.parentId);
    if (pending.error->code == ErrorCode::ParentGone && !parentIsThere)
        return Verdict::Ask;
    if (operation.kind == OperationKind::CreateFolder)
        return pending.error->code == ErrorCode::ParentGone ? Verdict::Again : Verdict::Ask;
    if (!known || known->revision == 0)
        return operation.kind == OperationKind::Trash ? Verdict::AlreadySo : Verdict::Ask;
    const std::optional<ActionStep> step = m_context.reader.stepOf(operation.id);
    // Behind another one that goes again, what that one makes of the thing counts as its state.
    const Placement now = onEarlier ? known->placement : m_tree.base(operation.target).value_or(known->placement);
    const bool live = !now.deleted && m_context.reader.isLive(ItemRef::of(now.parent));
    if (!step)
        return Verdict::Ask;
    const auto wished = [](bool already, bool untouched) {
        return already ? Verdict::AlreadySo : untouched ? Verdict::Again : Verdict::Ask;
    };
    switch (operation.kind) {
    case OperationKind::Rename:
        return live ? wished(now.name == operation.name, now.name == step->from.name) : Verdict::Ask;
    case OperationKind::Move: {
        const QString name = operation.name.isEmpty() ? now.name : operation.name;
        const bool untouched =
            now.parent == step->from.parent && (operation.name.isEmpty() || now.name == step->from.name);
        return live ? wished(now.parent == operation.parentId && now.name == name, untouched) : Verdict::Ask;
    }
    case OperationKind::Trash: {
        const std::optional<File> file =
            operation.target.kind == ItemKind::File ? m_context.reader.file(operation.target.fileId()) : std::nullopt;
        return wished(!live, !file || file->contentSha256 == step->content);
    }
    case OperationKind::Restore:
        return wished(live, !live);
    case OperationKind::CreateFolder:
        break;
    }
    return Verdict::Ask;
}

bool OperationRows::isComing(FolderId folder) const
{
    const std::optional<TreeRows::Known> known = m_tree.known(ItemRef::of(folder));
    return folder.isNull() || (known && known->revision > 0) || !effective(ItemRef::of(folder)).isEmpty();
}

void OperationRows::settleRefused()
{
    QList<PendingOperation> refused;
    {
        Query query(m_context.connection, "SELECT " LEARNLAB_OPERATION_COLUMNS
                                          " FROM pending_operations WHERE error_code IS NOT NULL AND asked = 0 "
                                          "ORDER BY n");
        while (query.next())
            refused.append(readOperation(query));
    }
    QHash<OperationId, OperationId> renewed; // null: it is so already
    for (const PendingOperation &pending : std::as_const(refused)) {
        const Operation &operation = pending.operation;
        const bool onEarlier = operation.ifAfter && renewed.contains(*operation.ifAfter);
        const bool dangling = pending.error->code == ErrorCode::DependencyFailed && !onEarlier;
        const Verdict now = canSettle(pending.error->code) && !dangling && pending.attempts < mostTries
                                ? verdict(pending, onEarlier)
                                : Verdict::Ask;
        if (now == Verdict::Again) {
            renewed.insert(operation.id, successorOf(operation.id));
            goAgain(pending, renewed, renewed.value(operation.id));
        } else if (now == Verdict::AlreadySo) {
            renewed.insert(operation.id, {});
            withdraw(operation.id, StepState::Withdrawn);
            rebase(operation.target);
        } else {
            Query(m_context.connection, "UPDATE pending_operations SET asked = 1 WHERE id = ?", operation.id).run();
        }
    }
}

/// In its old place in the queue, standing on what there is now.
void OperationRows::goAgain(const PendingOperation &pending, const QHash<OperationId, OperationId> &renewed,
                            OperationId as)
{
    const Operation &operation = pending.operation;
    const std::optional<TreeRows::Known> known = m_tree.known(operation.target);
    const OperationId after = operation.ifAfter ? renewed.value(*operation.ifAfter) : OperationId();
    const qint64 standsOn = known && after.isNull() ? known->revision : 0;
    if (operation.kind == OperationKind::CreateFolder && !known)
        createFolder(operation);
    else if (known && known->revision > 0 && !m_tree.base(operation.target))
        m_tree.setBase(operation.target, known->placement);
    Query(m_context.connection,
          "UPDATE pending_operations SET id = ?, if_revision = NULLIF(?, 0), if_after = ?, attempts = attempts + 1, "
          "sent = 0, "
          "error_code = NULL, error_detail = NULL, error_field = NULL, error_retry_after = NULL WHERE id = ?",
          as, standsOn, nullIfNull(after), operation.id)
        .run();
    m_history.again(operation.id, as);
    m_context.notes.operations();
    m_context.notes.item(operation.target);
    rebase(operation.target);
}

} // namespace learnlab::mirror
