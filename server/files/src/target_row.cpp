#include "target_row.h"

namespace learnlab::server::files {

namespace {

// What an earlier operation gave: its target and that row's revision then. Nothing when it was refused or never came.
Task<Result<std::optional<std::pair<Uuid, std::int64_t>>>> given(store::Connection &db, Uuid user, Uuid operation)
{
    auto rows = co_await db.query("SELECT target_id, revision FROM operation_results WHERE user_id = $1 AND id = $2",
                                  user, operation);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty() || rows->front().isNull("revision"))
        co_return std::nullopt;
    co_return std::pair(rows->front().uuid("target_id"), rows->front().integer("revision"));
}

} // namespace

Problem nameTaken()
{
    return problem(409, "name_taken", "This name is taken in that folder.");
}

Problem conflict(const TargetRow &target, std::string detail)
{
    return problem(409, "revision_conflict", std::move(detail)).withRevision(target.revision());
}

Outcome TargetRow::outcome() const
{
    Outcome out;
    if (isFolder)
        out.row["folder"] = folderJson(row());
    else
        out.row["file"] = fileJson(row());
    out.target = id();
    out.revision = revision();
    return out;
}

Task<Result<TargetRow>> loadTarget(store::Connection &db, Uuid user, const Operation &operation)
{
    static const std::string folderSql =
        sql({"SELECT ", folderColumns, " FROM folders WHERE user_id = $1 AND id = $2"});
    static const std::string fileSql = sql({"SELECT ", fileColumns, " FROM files WHERE user_id = $1 AND id = $2"});
    auto expected = operation.ifRevision;
    if (operation.after) {
        auto earlier = co_await given(db, user, *operation.after);
        if (!earlier)
            co_return fail(std::move(earlier.error()));
        if (!*earlier)
            co_return fail(problem(409, "dependency_failed", "The operation before this one was not done."));
        if ((*earlier)->first == operation.target)
            expected = (*earlier)->second;
    }
    auto rows = co_await db.query(operation.onFolder ? folderSql : fileSql, user, operation.target);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return fail(support::notFound());
    TargetRow target{std::move(*rows), operation.onFolder};
    if (expected && *expected != target.revision())
        co_return fail(conflict(target, "It was changed meanwhile."));
    co_return target;
}

Task<Result<TargetRow>> placeTarget(store::Connection &db, Uuid user, const TargetRow &target,
                                    std::optional<Uuid> parent, std::string name)
{
    static const std::string folderSql =
        sql({"UPDATE folders SET parent_id = $3, name = $4 WHERE user_id = $1 AND id = $2 RETURNING ", folderColumns});
    static const std::string fileSql =
        sql({"UPDATE files SET folder_id = $3, filename = $4 WHERE user_id = $1 AND id = $2 RETURNING ", fileColumns});
    auto rows = co_await db.query(target.isFolder ? folderSql : fileSql, user, target.id(), parent, name);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return TargetRow{std::move(*rows), target.isFolder};
}

} // namespace learnlab::server::files
