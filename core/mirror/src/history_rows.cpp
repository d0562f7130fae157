#include "history_rows.h"

namespace learnlab::mirror {

namespace {

/// So many actions are remembered; of those before them the steps go a slice at a time.
constexpr qint64 mostActions = 10000;
constexpr int slice = 5000;

ActionKind kindOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::CreateFolder:
        return ActionKind::CreateFolder;
    case OperationKind::Rename:
        return ActionKind::Rename;
    case OperationKind::Move:
        return ActionKind::Move;
    case OperationKind::Trash:
        return ActionKind::Trash;
    case OperationKind::Restore:
        break;
    }
    return ActionKind::Restore;
}

Spot spotOf(const Placement &placement)
{
    return {placement.parent, placement.name};
}

/// A drop is one action, and what was queued alone is one too.
ActionId actionOf(TransferId transfer, TransferId group)
{
    return ActionId(group.isNull() ? transfer.bytes() : group.bytes());
}

} // namespace

ActionStep readStep(const Query &query)
{
    ActionStep step;
    step.kind = static_cast<ActionKind>(query.integer(0));
    step.target = {static_cast<ItemKind>(query.integer(1)), query.idBytes(2)};
    step.state = static_cast<StepState>(query.integer(3));
    if (!query.isNull(4))
        step.operation = query.id<OperationId>(4);
    step.from = {query.id<FolderId>(5), query.text(6)};
    step.to = {query.id<FolderId>(7), query.text(8)};
    step.content = query.blob(9);
    if (!query.isNull(10))
        step.revision = query.integer(10);
    return step;
}

void HistoryRows::note(const Operation &operation, ActionId action, const Placement &before, const Placement &after,
                       bool applied)
{
    // What is put into a folder that came with the same action goes as it goes.
    if (operation.kind == OperationKind::CreateFolder && !action.isNull() &&
        isInside(entryOf(action), operation.parentId))
        return;
    const ActionId id = action.isNull() ? ActionId(operation.id.bytes()) : action;
    ActionStep step;
    step.kind = kindOf(operation.kind);
    step.target = operation.target;
    step.state = applied ? StepState::Done : StepState::Waiting;
    if (!applied)
        step.operation = operation.id;
    step.from = spotOf(before);
    step.to = spotOf(after);
    if (operation.kind == OperationKind::Trash && operation.target.kind == ItemKind::File) {
        Query query(m_context.connection, "SELECT content_sha256 FROM files WHERE id = ?", operation.target.id);
        if (query.next())
            step.content = query.blob(0);
    }
    put(entryFor(id, step.kind, step.from, step.to, operation.createdAt), step);
    m_context.notes.history();
}

void HistoryRows::noteUpload(const Transfer &transfer, const std::optional<File> &replaced)
{
    ActionStep step;
    step.kind = replaced ? ActionKind::Replace : ActionKind::Upload;
    step.target = ItemRef::of(transfer.fileId);
    step.from = step.to = {transfer.folderId, transfer.filename};
    if (replaced)
        step.content = replaced->contentSha256;
    const qint64 entry = dropOf(transfer, step);
    if (!isInside(entry, transfer.folderId))
        put(entry, step);
    else
        Query(m_context.connection, "UPDATE history SET count = count + 1 WHERE n = ?", entry).run();
}

/// The entry of the drop that a transfer belongs to, looked up once for all of them.
qint64 HistoryRows::dropOf(const Transfer &transfer, const ActionStep &step)
{
    const ActionId action = actionOf(transfer.id, transfer.groupId);
    if (action == m_drop.first)
        return m_drop.second;
    const qint64 entry = entryFor(action, step.kind, step.from, step.to, transfer.createdAt);
    // The folders of a drop come first, and make it look like no more than that.
    Query(m_context.connection, "UPDATE history SET kind = ?, count = 0 WHERE n = ? AND kind = ?",
          static_cast<int>(step.kind), entry, static_cast<int>(ActionKind::CreateFolder))
        .run();
    m_context.notes.history();
    m_drop = {action, entry};
    return entry;
}

qint64 HistoryRows::entryOf(ActionId action) const
{
    return numberFrom(m_context.connection, "SELECT n FROM history WHERE id = ?", action);
}

qint64 HistoryRows::entryFor(ActionId action, ActionKind kind, const Spot &from, const Spot &to, Timestamp at)
{
    if (const qint64 entry = entryOf(action))
        return entry;
    Query(m_context.connection,
          "INSERT INTO history(id, kind, name, to_name, folder_id, created_at) VALUES (?,?,?,?,?,?)", action,
          static_cast<int>(kind), from.name.isEmpty() ? to.name : from.name, to.name, to.parent, at)
        .run();
    const qint64 entry = m_context.connection.lastRow();
    trim(entry);
    return entry;
}

/// A folder that the entry itself made, or one below such a folder.
bool HistoryRows::isInside(qint64 entry, FolderId folder)
{
    if (entry == 0 || folder.isNull())
        return false;
    const QPair<qint64, FolderId> key(entry, folder);
    if (const auto known = m_inside.constFind(key); known != m_inside.cend())
        return *known;
    m_inside.insert(key, false); // should the data hold a cycle
    const bool own = numberFrom(m_context.connection,
                                "SELECT count(*) FROM history_steps WHERE entry = ? AND target_kind = 1 AND target_id "
                                "= ? AND kind = 0",
                                entry, folder) > 0;
    const std::optional<TreeRows::Known> row = own ? std::nullopt : m_tree.known(ItemRef::of(folder));
    const bool inside = own || (row && isInside(entry, row->placement.parent));
    m_inside.insert(key, inside);
    return inside;
}

void HistoryRows::put(qint64 entry, const ActionStep &step)
{
    Query(m_context.connection,
          "INSERT INTO history_steps(entry, kind, target_kind, target_id, state, operation_id, from_parent, from_name, "
          "to_parent, to_name, content, revision) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) "
          "ON CONFLICT(entry, target_kind, target_id) DO UPDATE SET state = excluded.state, operation_id = "
          "excluded.operation_id, from_parent = excluded.from_parent, from_name = excluded.from_name, to_parent = "
          "excluded.to_parent, to_name = excluded.to_name, content = excluded.content, revision = NULL",
          entry, static_cast<int>(step.kind), static_cast<int>(step.target.kind), step.target.id,
          static_cast<int>(step.state), step.operation, step.from.parent, step.from.name, step.to.parent, step.to.name,
          nullIfEmpty(step.content), step.revision)
        .run();
}

void HistoryRows::done(OperationId operation, qint64 revision, const Placement &now)
{
    Query(m_context.connection,
          "UPDATE history_steps SET state = 1, revision = ?, to_parent = ?, to_name = ? WHERE operation_id = ? AND "
          "state = 0",
          revision, now.parent, now.name, operation)
        .run();
    m_context.notes.history();
}

void HistoryRows::end(OperationId operation, StepState state)
{
    const qint64 entry =
        numberFrom(m_context.connection, "SELECT entry FROM history_steps WHERE operation_id = ?", operation);
    if (entry == 0)
        return;
    Query(m_context.connection, "UPDATE history_steps SET state = ? WHERE operation_id = ? AND state <> 4",
          static_cast<int>(state), operation)
        .run();
    afterEnd(entry);
}

/// An undoing of which nothing stands has undone nothing.
void HistoryRows::afterEnd(qint64 entry)
{
    Query(
        m_context.connection,
        "UPDATE history SET undone_by = NULL WHERE undone_by = ?1 AND (SELECT standing FROM history WHERE n = ?1) = 0",
        entry)
        .run();
    m_context.notes.history();
}

void HistoryRows::again(OperationId operation, OperationId as)
{
    Query(m_context.connection, "UPDATE history_steps SET operation_id = ?, state = 0 WHERE operation_id = ?", as,
          operation)
        .run();
    m_context.notes.history();
}

std::optional<Operation> HistoryRows::uploadDone(const Transfer &transfer, const File &file, ActionId *undo)
{
    const qint64 entry = entryOf(actionOf(transfer.id, transfer.groupId));
    if (entry == 0)
        return std::nullopt;
    const bool another = file.id != transfer.fileId;
    if (another && transfer.onConflict != domain::OnConflict::Replace) {
        // These very bytes were there under this name: nothing was made that could be taken back.
        uploadEnded(transfer.id, transfer.groupId, transfer.fileId);
        return std::nullopt;
    }
    // What was to replace a file makes a new one if that is gone; what was not may have been told to since.
    const std::optional<File> before = m_context.reader.file(file.id);
    const bool other = before && before->revision > 0 && before->contentSha256 != file.contentSha256;
    const bool meantTo =
        numberFrom(m_context.connection,
                   "SELECT kind FROM history_steps WHERE entry = ? AND target_kind = 0 AND target_id = ?", entry,
                   transfer.fileId) == static_cast<int>(ActionKind::Replace);
    const bool replaced = meantTo ? !another : another || other;
    Query(m_context.connection,
          "UPDATE OR REPLACE history_steps SET state = 1, target_id = ?, revision = ?, to_parent = ?, to_name = ?, "
          "kind = ?, content = coalesce(content, ?) WHERE entry = ? AND target_kind = 0 AND target_id = ?",
          file.id, file.revision, file.folderId, file.filename,
          static_cast<int>(replaced ? ActionKind::Replace : ActionKind::Upload),
          other ? nullIfEmpty(before->contentSha256) : std::nullopt, entry, transfer.fileId)
        .run();
    noteIfThrough(entry);
    return afterUndo(entry, file, replaced, transfer, undo);
}

std::optional<Operation> HistoryRows::afterUndo(qint64 entry, const File &file, bool replaced, const Transfer &transfer,
                                                ActionId *undo)
{
    Query by(m_context.connection, "SELECT id FROM history WHERE n = (SELECT undone_by FROM history WHERE n = ?)",
             entry);
    if (!by.next())
        return std::nullopt;
    if (replaced) { // it came too late; what was there is in trash, and can be had by undoing once more
        Query(m_context.connection, "UPDATE history SET undone_by = NULL WHERE n = ?", entry).run();
        return std::nullopt;
    }
    *undo = by.id<ActionId>(0);
    Operation trash;
    trash.id = OperationId(transfer.id.bytes()); // the same, should this be run again
    trash.kind = OperationKind::Trash;
    trash.target = ItemRef::of(file.id);
    trash.ifRevision = file.revision;
    trash.createdAt = transfer.finishedAt.value_or(file.updatedAt);
    return trash;
}

void HistoryRows::uploadEnded(TransferId transfer, TransferId group, FileId file)
{
    Query(m_context.connection,
          "UPDATE history_steps SET state = iif((SELECT undone_by FROM history WHERE n = entry) IS NULL, 3, 4) "
          "WHERE entry = (SELECT n FROM history WHERE id = ?) AND target_kind = 0 AND target_id = ? AND state = 0",
          actionOf(transfer, group), file)
        .run();
    noteIfThrough(entryOf(actionOf(transfer, group)));
}

/// Of thousands of files nobody wants to hear one by one.
void HistoryRows::noteIfThrough(qint64 entry)
{
    if (numberFrom(m_context.connection, "SELECT waiting FROM history WHERE n = ?", entry) == 0)
        m_context.notes.history();
}

void HistoryRows::folderBecame(FolderId from, FolderId to)
{
    const qint64 entry =
        numberFrom(m_context.connection,
                   "SELECT min(entry) FROM history_steps WHERE target_id = ? AND target_kind = 1 AND kind = 0", from);
    if (entry == 0)
        return;
    Query(m_context.connection,
          "UPDATE history_steps SET state = 3 WHERE target_id = ? AND target_kind = 1 AND kind = 0", from)
        .run();
    // Only what came later can speak of it.
    static constexpr const char *statements[] = {
        "UPDATE OR IGNORE history_steps SET target_id = ?1 WHERE target_id = ?2 AND target_kind = 1 AND kind <> 0 AND "
        "entry >= ?3",
        "UPDATE history_steps SET from_parent = ?1 WHERE entry >= ?3 AND from_parent = ?2",
        "UPDATE history_steps SET to_parent = ?1 WHERE entry >= ?3 AND to_parent = ?2",
        "UPDATE history SET folder_id = ?1 WHERE n >= ?3 AND folder_id = ?2",
    };
    for (const char *statement : statements)
        Query(m_context.connection, statement, to, from, entry).run();
    m_context.notes.history();
}

Result<void> HistoryRows::beginUndo(ActionId action, ActionId undo, Timestamp at)
{
    Query query(
        m_context.connection,
        "SELECT n, kind, name, to_name, folder_id FROM history WHERE id = ? AND undoes IS NULL AND undone_by IS "
        "NULL",
        action);
    if (!query.next())
        return domain::fail(ErrorCode::NotFound, QStringLiteral("action"));
    const qint64 undone = query.integer(0);
    Query(m_context.connection,
          "INSERT INTO history(id, kind, name, to_name, folder_id, created_at, undoes) VALUES (?,?,?,?,?,?,?)", undo,
          query.integer(1), query.text(2), query.text(3), query.id<FolderId>(4), at, undone)
        .run();
    Query(m_context.connection, "UPDATE history SET undone_by = ? WHERE n = ?", m_context.connection.lastRow(), undone)
        .run();
    m_context.notes.history();
    return {};
}

Result<void> HistoryRows::beginRedo(ActionId action)
{
    Query query(m_context.connection, "SELECT n, undone_by FROM history WHERE id = ? AND undone_by IS NOT NULL",
                action);
    if (!query.next())
        return domain::fail(ErrorCode::NotFound, QStringLiteral("action"));
    Query(m_context.connection, "DELETE FROM history_steps WHERE entry = ?", query.integer(1)).run();
    Query(m_context.connection, "DELETE FROM history WHERE n = ?", query.integer(1)).run();
    Query(m_context.connection, "UPDATE history SET undone_by = NULL WHERE n = ?", query.integer(0)).run();
    m_context.notes.history();
    return {};
}

void HistoryRows::trim(qint64 newest)
{
    const qint64 last = newest - mostActions;
    if (last <= 0)
        return;
    Query(m_context.connection,
          "DELETE FROM history_steps WHERE (entry, target_kind, target_id) IN (SELECT entry, target_kind, target_id "
          "FROM history_steps WHERE entry <= ? LIMIT ?)",
          last, slice)
        .run();
    Query(m_context.connection,
          "DELETE FROM history WHERE n <= ? AND NOT EXISTS (SELECT 1 FROM history_steps WHERE entry = history.n)", last)
        .run();
}

} // namespace learnlab::mirror
