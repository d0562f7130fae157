#include "mirror/reader.h"

#include "history_rows.h"

namespace learnlab::mirror {

namespace {

#define LEARNLAB_ACTION_COLUMNS "id, kind, name, to_name, folder_id, count, created_at, waiting, standing, undone_by"

Action readAction(const Query &query)
{
    Action action;
    action.id = query.id<ActionId>(0);
    action.kind = static_cast<ActionKind>(query.integer(1));
    action.name = query.text(2);
    action.toName = query.text(3);
    action.folder = query.id<FolderId>(4);
    action.count = static_cast<int>(query.integer(5));
    action.at = query.time(6);
    if (!query.isNull(9))
        action.state = ActionState::Undone;
    else if (query.integer(8) == 0)
        action.state = ActionState::Refused;
    else
        action.state = query.integer(7) > 0 ? ActionState::Waiting : ActionState::Done;
    return action;
}

template <class... Values>
std::optional<Action> actionFrom(Connection &connection, const char *sql, const Values &...values)
{
    Query query(connection, sql, values...);
    return query.next() ? std::optional(readAction(query)) : std::nullopt;
}

} // namespace

int Reader::openOperations() const
{
    return static_cast<int>(
        numberFrom(*m_connection, "SELECT count(*) FROM pending_operations WHERE error_code IS NULL"));
}

int Reader::refusedOperations() const
{
    return static_cast<int>(
        numberFrom(*m_connection, "SELECT count(*) FROM pending_operations WHERE error_code IS NOT NULL"));
}

QList<PendingOperation> Reader::firstOperations(int limit) const
{
    QList<PendingOperation> operations;
    Query query(
        *m_connection,
        "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations WHERE error_code IS NOT NULL OR n < "
        "coalesce((SELECT n FROM pending_operations ORDER BY n LIMIT 1 OFFSET ?), 9223372036854775807) ORDER BY "
        "n",
        limit);
    while (query.next())
        operations.append(readOperation(query));
    return operations;
}

std::optional<PendingOperation> Reader::pendingOperation(OperationId id) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_OPERATION_COLUMNS " FROM pending_operations WHERE id = ?", id);
    return query.next() ? std::optional(readOperation(query)) : std::nullopt;
}

bool Reader::wasSent(OperationId id) const
{
    return numberFrom(*m_connection, "SELECT sent FROM pending_operations WHERE id = ?", id) != 0;
}

QList<Action> Reader::actions(int limit) const
{
    QList<Action> actions;
    Query query(*m_connection,
                "SELECT " LEARNLAB_ACTION_COLUMNS " FROM history WHERE undoes IS NULL ORDER BY n DESC LIMIT ?", limit);
    while (query.next())
        actions.append(readAction(query));
    return actions;
}

std::optional<Action> Reader::action(ActionId id) const
{
    return actionFrom(*m_connection, "SELECT " LEARNLAB_ACTION_COLUMNS " FROM history WHERE id = ? AND undoes IS NULL",
                      id);
}

std::optional<Action> Reader::lastUndoable() const
{
    return actionFrom(*m_connection, "SELECT " LEARNLAB_ACTION_COLUMNS
                                     " FROM history WHERE undoes IS NULL AND undone_by IS NULL AND standing > 0 "
                                     "ORDER BY n DESC LIMIT 1");
}

std::optional<Action> Reader::lastRedoable() const
{
    return actionFrom(*m_connection, "SELECT " LEARNLAB_ACTION_COLUMNS
                                     " FROM history WHERE undone_by = (SELECT max(undone_by) FROM history) "
                                     "AND undone_by > (SELECT max(n) FROM history WHERE undoes IS NULL) AND kind <> 6");
}

QList<ActionStep> Reader::steps(ActionId action) const
{
    QList<ActionStep> steps;
    Query query(*m_connection,
                "SELECT " LEARNLAB_STEP_COLUMNS
                " FROM history_steps WHERE entry = (SELECT n FROM history WHERE id = ?) ORDER BY target_kind DESC, "
                "target_id",
                action);
    while (query.next())
        steps.append(readStep(query));
    return steps;
}

std::optional<ActionStep> Reader::stepOf(OperationId operation) const
{
    Query query(*m_connection, "SELECT " LEARNLAB_STEP_COLUMNS " FROM history_steps WHERE operation_id = ?", operation);
    return query.next() ? std::optional(readStep(query)) : std::nullopt;
}

ActionId Reader::actionOf(OperationId operation) const
{
    Query query(*m_connection,
                "SELECT id FROM history WHERE n = (SELECT entry FROM history_steps WHERE operation_id = ?)", operation);
    return query.next() ? query.id<ActionId>(0) : ActionId();
}

qint64 Reader::ownRevision(ItemRef item) const
{
    return numberFrom(*m_connection, "SELECT max(revision) FROM history_steps WHERE target_id = ? AND target_kind = ?",
                      item.id, static_cast<int>(item.kind));
}

std::optional<FileId> Reader::formerContent(FolderId folder, const QString &name, const QByteArray &sha256) const
{
    Query query(*m_connection,
                "SELECT id FROM files WHERE trashed = 1 AND folder_id = ? AND filename = ? AND content_sha256 = ? "
                "ORDER BY deleted_at DESC LIMIT 1",
                folder, name, sha256);
    return query.next() ? std::optional(query.id<FileId>(0)) : std::nullopt;
}

} // namespace learnlab::mirror
