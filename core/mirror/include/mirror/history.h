#pragma once

#include "domain/entities.h"

#include <optional>

namespace learnlab::mirror {

// What the user did on this computer, newest first, with what it takes to take it back. Values; any thread.

enum class ActionKind { CreateFolder, Rename, Move, Trash, Restore, Upload, Replace };

enum class ActionState {
    Waiting, ///< not all of it has reached the server
    Done,
    Undone,
    Refused, ///< nothing of it stands: refused by the server, or withdrawn
};

/// One thing that the user did: a rename, a move of 500, a drop.
struct Action
{
    domain::ActionId id;
    ActionKind kind = ActionKind::Rename;
    QString name;            ///< of the first thing, as it was called
    QString toName;          ///< Rename: what it is called since
    domain::FolderId folder; ///< where it is since; null: the root
    int count = 0;           ///< of the things; Upload and Replace: of the files
    domain::Timestamp at;
    ActionState state = ActionState::Waiting;

    /// Whether it makes sense to ask for it; what became of the things meanwhile is seen then.
    [[nodiscard]] bool canUndo() const { return state == ActionState::Waiting || state == ActionState::Done; }
};

enum class StepState {
    Waiting,   ///< for the server
    Done,      ///< the server has it
    Refused,   ///< by the server
    Withdrawn, ///< by the user, before the server had it
    TakenBack, ///< the same, by undoing the action
};

/// Where a thing lies under which name.
struct Spot
{
    domain::FolderId parent;
    QString name;
    friend bool operator==(const Spot &, const Spot &) = default;
};

/// What an action did to one thing. Of a folder that was uploaded only the folder itself is a step.
struct ActionStep
{
    ActionKind kind = ActionKind::Rename;
    domain::ItemRef target;
    StepState state = StepState::Waiting;
    std::optional<domain::OperationId> operation; ///< none: an upload, or a change of one that waits
    Spot from;
    Spot to;
    QByteArray content;             ///< of a file that was trashed or replaced: the digest of what it held
    std::optional<qint64> revision; ///< that the server gave the thing for this
};

/// Stable lower_snake_case, for --json and between processes.
[[nodiscard]] QLatin1String kindName(ActionKind kind);
[[nodiscard]] std::optional<ActionKind> kindFromName(QStringView name);
[[nodiscard]] QLatin1String stateName(ActionState state);

} // namespace learnlab::mirror
