// Into the trash, back, and gone. A folder takes along what is live below it: those files get its id as trash_root and
// no revision of their own, because the folder's row tells it. What was trashed before keeps its own place in the
// trash.

#include "target_row.h"

namespace learnlab::server::files {

namespace {

// The folder and the folders below that were not trashed by themselves.
constexpr std::string_view down = "WITH RECURSIVE down AS (SELECT $2::uuid AS id UNION SELECT f.id FROM down "
                                  "JOIN folders f ON f.user_id = $1 AND f.parent_id = down.id AND NOT f.trashed) ";

Task<Result<TargetRow>> markTarget(store::Connection &db, Uuid user, const TargetRow &target, bool trashed)
{
    static const std::string folderSql =
        sql({"UPDATE folders SET trashed = $3 WHERE user_id = $1 AND id = $2 RETURNING ", folderColumns});
    static const std::string fileSql =
        sql({"UPDATE files SET is_deleted = $3 WHERE user_id = $1 AND id = $2 RETURNING ", fileColumns});
    auto rows = co_await db.query(target.isFolder ? folderSql : fileSql, user, target.id(), trashed);
    if (!rows)
        co_return fail(std::move(rows.error()));
    co_return TargetRow{std::move(*rows), target.isFolder};
}

// Where a thing comes back to: its folder if that lives, else the root; with a name that is free there.
Task<Result<TargetRow>> placeAgain(store::Connection &db, Uuid user, const TargetRow &target)
{
    auto parent = target.parent();
    auto place = co_await findPlace(db, user, parent);
    if (!place)
        co_return fail(std::move(place.error()));
    if (!place->live)
        parent = std::nullopt;
    auto name = co_await findFreeName(db, user, parent, target.name(), target.isFolder);
    if (!name)
        co_return fail(std::move(name.error()));
    if (parent == target.parent() && *name == target.name())
        co_return target;
    co_return co_await placeTarget(db, user, target, parent, *name);
}

// A folder that lies below a trashed one comes out of it, with the files that went along. No row of a folder tells that
// of them, so each gets a revision (the trigger clears trash_root).
Task<Result<Outcome>> takeOut(store::Connection &db, Uuid user, TargetRow target, Uuid trashedFolder)
{
    static const std::string wakeFiles =
        sql({down, "UPDATE files SET is_deleted = false FROM down WHERE files.user_id = $1 "
                   "AND files.folder_id = down.id AND files.trash_root = $3"});
    auto files = co_await db.query(wakeFiles, user, target.id(), trashedFolder);
    if (!files)
        co_return fail(std::move(files.error()));
    auto placed = co_await placeAgain(db, user, target);
    if (!placed)
        co_return fail(std::move(placed.error()));
    co_return placed->outcome();
}

} // namespace

Task<Result<Outcome>> trashTarget(store::Connection &db, Uuid user, TargetRow target)
{
    auto place = co_await findPlace(db, user, target.parent());
    if (!place)
        co_return fail(std::move(place.error()));
    if (target.trashed() || !place->live)
        co_return target.outcome(); // it is there already, by itself or with a folder
    auto marked = co_await markTarget(db, user, target, true);
    if (!marked)
        co_return fail(std::move(marked.error()));
    if (target.isFolder) {
        static const std::string takeAlong =
            sql({down, "UPDATE files SET is_deleted = true, trash_root = $2 FROM down WHERE files.user_id = $1 "
                       "AND files.folder_id = down.id AND files.is_deleted = false"});
        auto files = co_await db.query(takeAlong, user, target.id());
        if (!files)
            co_return fail(std::move(files.error()));
    }
    co_return marked->outcome();
}

Task<Result<Outcome>> restoreTarget(store::Connection &db, Uuid user, TargetRow target)
{
    auto place = co_await findPlace(db, user, target.parent());
    if (!place)
        co_return fail(std::move(place.error()));
    if (!target.trashed()) {
        if (place->live)
            co_return target.outcome();
        if (target.isFolder && place->trashedFolder)
            co_return co_await takeOut(db, user, std::move(target), *place->trashedFolder);
    }
    auto placed = co_await placeAgain(db, user, target); // while it is in the trash, so that it is not in its own way
    if (!placed)
        co_return fail(std::move(placed.error()));
    auto marked = co_await markTarget(db, user, *placed, false);
    if (!marked)
        co_return fail(std::move(marked.error()));
    if (target.isFolder) {
        auto files = co_await db.query(
            "UPDATE files SET is_deleted = false, trash_root = NULL WHERE user_id = $1 AND trash_root = $2", user,
            target.id());
        if (!files)
            co_return fail(std::move(files.error()));
    }
    co_return marked->outcome();
}

Task<Result<Outcome>> purgeTarget(store::Connection &db, Uuid user, TargetRow target)
{
    static const std::string purgeFiles = sql({down, "DELETE FROM files USING down WHERE files.user_id = $1 "
                                                     "AND files.folder_id = down.id AND files.trash_root IS NOT NULL"});
    static const std::string purgeFolders =
        sql({down, "DELETE FROM folders USING down WHERE folders.user_id = $1 AND folders.id = down.id"});
    auto place = co_await findPlace(db, user, target.parent());
    if (!place)
        co_return fail(std::move(place.error()));
    if (!target.trashed() && place->live)
        co_return fail(conflict(target, "Only what is in the trash can be removed for good."));
    if (target.isFolder) {
        auto files = co_await db.query(purgeFiles, user, target.id());
        if (!files)
            co_return fail(std::move(files.error()));
    }
    static constexpr std::string_view purgeFile = "DELETE FROM files WHERE user_id = $1 AND id = $2";
    auto gone = co_await db.query(target.isFolder ? std::string_view(purgeFolders) : purgeFile, user, target.id());
    if (!gone)
        co_return fail(std::move(gone.error()));
    co_return Outcome{{}, target.id(), target.revision()};
}

} // namespace learnlab::server::files
