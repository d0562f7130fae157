#pragma once
// One item of POST /operations, parsed.

#include "room.h"

#include <server/http/json.h>

namespace learnlab::server::files {

enum class OperationKind { CreateFolder, Rename, Move, Trash, Restore, Purge };

struct Operation
{
    Uuid id;
    OperationKind kind = OperationKind::Rename;
    bool onFolder = false;
    Uuid target;                     // create_folder: the new id
    std::optional<Uuid> parent;      // create_folder, move; nothing: the root
    std::optional<std::string> name; // create_folder, rename, move
    bool useExisting = false;        // create_folder
    std::optional<std::int64_t> ifRevision;
    std::optional<Uuid> after; // if_revision: what this operation gave
    std::string hash;          // of all of that
};

[[nodiscard]] Result<Operation> parseOperation(const boost::json::value &item, const std::string &prefix);

// What an operation did.
struct Outcome
{
    boost::json::object row; // {"folder": …}, {"file": …} or nothing
    Uuid target;
    std::int64_t revision = 0;
};

// Inside a transaction that holds the user's feed. Decides everything before it writes: a refusal leaves no trace.
[[nodiscard]] Task<Result<Outcome>> applyOperation(store::Connection &db, Uuid user, Operation operation);

} // namespace learnlab::server::files
