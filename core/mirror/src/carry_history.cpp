#include "history_rows.h"
#include "salvage.h"

#include <QHash>

#include <functional>

namespace learnlab::mirror {

namespace {

/// As far as it can be read from its beginning, and the rest from its end.
void eachRow(Connection &connection, std::initializer_list<const char *> bothWays,
             const std::function<void(const Query &)> &take)
{
    for (const char *sql : bothWays) {
        Query query(connection, sql);
        while (query.next())
            take(query);
        if (connection.takeFailure())
            return;
    }
}

bool isLawful(const ActionStep &step)
{
    return step.kind >= ActionKind::CreateFolder && step.kind <= ActionKind::Replace &&
           step.state >= StepState::Waiting && step.state <= StepState::TakenBack &&
           (step.target.kind == ItemKind::File || step.target.kind == ItemKind::Folder);
}

/// Whether what a step waits for is still to come: its operation, or the upload of its file.
bool canStillHappen(Connection &connection, const ActionStep &step)
{
    if (step.state != StepState::Waiting)
        return true;
    if (step.operation)
        return numberFrom(connection, "SELECT count(*) FROM pending_operations WHERE id = ?", *step.operation) > 0;
    return numberFrom(connection, "SELECT count(*) FROM transfers WHERE file_id = ? AND unfinished = 1 AND kind = 0",
                      step.target.id) > 0;
}

#define LEARNLAB_ENTRIES                                                                                               \
    "SELECT n, id, kind, name, to_name, folder_id, created_at, undoes, undone_by, count FROM history NOT INDEXED "     \
    "ORDER BY n"
#define LEARNLAB_STEPS "SELECT " LEARNLAB_STEP_COLUMNS ", entry FROM history_steps NOT INDEXED ORDER BY "

/// The entries by number, with how many things each was about.
QHash<qint64, qint64> carryEntries(Connection &from, Connection &to)
{
    QHash<qint64, qint64> counts;
    eachRow(from, {LEARNLAB_ENTRIES, LEARNLAB_ENTRIES " DESC"}, [&](const Query &row) {
        const qint64 kind = row.integer(2);
        const qint64 number = row.integer(0);
        const bool lawful = number > 0 && !row.id<ActionId>(1).isNull() && kind >= 0 &&
                            kind <= static_cast<qint64>(ActionKind::Replace);
        if (!lawful || counts.contains(number))
            return;
        counts.insert(number, row.integer(9));
        const auto other = [&row](int column) {
            return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
        };
        Query(to,
              "INSERT OR IGNORE INTO history(n, id, kind, name, to_name, folder_id, created_at, undoes, undone_by) "
              "VALUES (?,?,?,?,?,?,?,?,?)",
              number, row.id<ActionId>(1), kind, row.text(3), row.text(4), row.id<FolderId>(5), row.integer(6),
              other(7), other(8))
            .run();
    });
    return counts;
}

} // namespace

void carryHistory(Connection &from, Connection &to)
{
    const QHash<qint64, qint64> counts = carryEntries(from, to);
    eachRow(
        from,
        {LEARNLAB_STEPS "entry, target_kind, target_id", LEARNLAB_STEPS "entry DESC, target_kind DESC, target_id DESC"},
        [&](const Query &row) {
            const ActionStep step = readStep(row);
            const qint64 entry = row.integer(11);
            if (!counts.contains(entry) || !isLawful(step) || !canStillHappen(to, step))
                return;
            Query(to,
                  "INSERT OR IGNORE INTO history_steps(entry, kind, target_kind, target_id, state, operation_id, "
                  "from_parent, from_name, to_parent, to_name, content, revision) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                  entry, static_cast<int>(step.kind), static_cast<int>(step.target.kind), step.target.id,
                  static_cast<int>(step.state), step.operation, step.from.parent, step.from.name, step.to.parent,
                  step.to.name, nullIfEmpty(step.content), step.revision)
                .run();
        });
    // The steps were counted as they came in; of a drop more things count than have steps.
    for (auto it = counts.begin(); it != counts.end(); ++it)
        Query(to, "UPDATE history SET count = ? WHERE n = ?", it.value(), it.key()).run();
    to.execute("DELETE FROM history WHERE undoes IS NULL AND NOT EXISTS "
               "(SELECT 1 FROM history_steps WHERE entry = history.n)");
}

} // namespace learnlab::mirror
