#pragma once
// The row that an operation is about, file or folder alike.

#include "operation.h"
#include "places.h"

namespace learnlab::server::files {

struct TargetRow
{
    store::Rows rows;
    bool isFolder = false;

    [[nodiscard]] store::Row row() const { return rows.front(); }
    [[nodiscard]] Uuid id() const { return row().uuid("id"); }
    [[nodiscard]] std::optional<Uuid> parent() const
    {
        return row().optionalUuid(isFolder ? "parent_id" : "folder_id");
    }
    [[nodiscard]] std::string name() const { return row().text(isFolder ? "name" : "filename"); }
    [[nodiscard]] bool trashed() const
    {
        return row().boolean(isFolder ? "trashed" : "is_deleted");
    } // by itself or, a file, with a folder
    [[nodiscard]] std::int64_t revision() const { return row().integer("revision"); }
    [[nodiscard]] Outcome outcome() const;
};

// 404 for what is not there or another user's; 409 revision_conflict, dependency_failed by the operation's condition.
[[nodiscard]] Task<Result<TargetRow>> loadTarget(store::Connection &db, Uuid user, const Operation &operation);

// The row, with the place and name it shall have.
[[nodiscard]] Task<Result<TargetRow>> placeTarget(store::Connection &db, Uuid user, const TargetRow &target,
                                                  std::optional<Uuid> parent, std::string name);

[[nodiscard]] Task<Result<Outcome>> trashTarget(store::Connection &db, Uuid user, TargetRow target);
[[nodiscard]] Task<Result<Outcome>> restoreTarget(store::Connection &db, Uuid user, TargetRow target);
[[nodiscard]] Task<Result<Outcome>> purgeTarget(store::Connection &db, Uuid user, TargetRow target);

[[nodiscard]] Problem nameTaken();
[[nodiscard]] Problem conflict(const TargetRow &target, std::string detail);

} // namespace learnlab::server::files
