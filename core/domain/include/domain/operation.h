#pragma once

#include "domain/entities.h"
#include "domain/error.h"

#include <optional>

namespace learnlab::domain {

enum class OperationKind { CreateFolder, Rename, Move, Trash, Restore };

/// A change that the user made here and that the server is to repeat. Its id makes it safe to send again.
struct Operation
{
    OperationId id;
    OperationKind kind = OperationKind::Rename;
    ItemRef target;                     ///< for CreateFolder the new folder's id
    FolderId parentId;                  ///< CreateFolder and Move: the new parent
    QString name;                       ///< CreateFolder and Rename; Move: empty keeps the name
    bool useExisting = false;           ///< CreateFolder: an existing folder of that name will do
    std::optional<qint64> ifRevision;   ///< the row's revision when the user acted on it
    std::optional<OperationId> ifAfter; ///< instead of a revision: it stands on this earlier operation
    Timestamp createdAt;
    friend bool operator==(const Operation &, const Operation &) = default;
};

/// What the server answered to one operation: the row as it now is, or why not.
struct OperationResult
{
    OperationId id;
    std::optional<Folder> folder;
    std::optional<File> file;
    std::optional<Error> error;
};

} // namespace learnlab::domain
