#include "places.h"

#include <server/domain/names.h>

namespace learnlab::server::files {

Task<Result<void>> lockFeed(store::Connection &db, Uuid user)
{
    auto locked = co_await db.query("SELECT 1 FROM user_feed WHERE user_id = $1 FOR UPDATE", user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    co_return Result<void>();
}

Task<Result<Place>> findPlace(store::Connection &db, Uuid user, std::optional<Uuid> folder,
                              std::optional<Uuid> ancestor)
{
    if (!folder)
        co_return Place{true, true, std::nullopt, false};
    auto rows = co_await db.query(
        "WITH RECURSIVE up AS (SELECT id, parent_id, trashed, 1 AS depth FROM folders WHERE user_id = $1 AND id = $2 "
        "UNION ALL "
        "SELECT f.id, f.parent_id, f.trashed, up.depth + 1 FROM up JOIN folders f ON f.user_id = $1 AND f.id = "
        "up.parent_id "
        "WHERE up.depth < 100000) "
        "SELECT count(*) AS n, (array_agg(id ORDER BY depth) FILTER (WHERE trashed))[1] AS trashed_folder, "
        "coalesce(bool_or(id = $3), false) AS below FROM up",
        user, *folder, ancestor);
    if (!rows)
        co_return fail(std::move(rows.error()));
    const auto row = rows->front();
    Place place;
    place.exists = row.integer("n") > 0;
    place.trashedFolder = row.optionalUuid("trashed_folder");
    place.live = place.exists && !place.trashedFolder;
    place.below = row.boolean("below");
    co_return place;
}

Task<Result<Places>> findPlaces(store::Connection &db, Uuid user, std::set<std::optional<Uuid>> folders)
{
    Places places;
    for (const auto &folder : folders) {
        auto place = co_await findPlace(db, user, folder);
        if (!place)
            co_return fail(std::move(place.error()));
        places.emplace(folder, *place);
    }
    co_return places;
}

bool NameOwner::is(Uuid id) const
{
    return (folder && folder->front().uuid("id") == id) || (file && file->front().uuid("id") == id);
}

Task<Result<NameOwner>> findOwner(store::Connection &db, Uuid user, std::optional<Uuid> folder, std::string name)
{
    // Two texts, because `IS NOT DISTINCT FROM` does not use an index. Most names are free: one small question first.
    static constexpr std::string_view below =
        "SELECT id, true AS is_folder FROM folders WHERE user_id = $1 AND parent_id = $3 AND name COLLATE \"C\" = $2 "
        "AND NOT trashed "
        "UNION ALL SELECT id, false FROM files WHERE user_id = $1 AND folder_id = $3 AND filename COLLATE \"C\" = $2 "
        "AND is_deleted = false LIMIT 1";
    static constexpr std::string_view inRoot =
        "SELECT id, true AS is_folder FROM folders WHERE user_id = $1 AND parent_id IS NULL AND $3::uuid IS NULL "
        "AND name COLLATE \"C\" = $2 AND NOT trashed "
        "UNION ALL SELECT id, false FROM files WHERE user_id = $1 AND folder_id IS NULL AND filename COLLATE \"C\" = "
        "$2 "
        "AND is_deleted = false LIMIT 1";
    static const std::string folderSql = sql({"SELECT ", folderColumns, " FROM folders WHERE id = $1"});
    static const std::string fileSql = sql({"SELECT ", fileColumns, " FROM files WHERE id = $1"});
    auto found = co_await db.query(folder ? below : inRoot, user, name, folder);
    if (!found)
        co_return fail(std::move(found.error()));
    NameOwner owner;
    if (found->empty())
        co_return owner;
    const bool isFolder = found->front().boolean("is_folder");
    auto rows = co_await db.query(isFolder ? folderSql : fileSql, found->front().uuid("id"));
    if (!rows)
        co_return fail(std::move(rows.error()));
    (isFolder ? owner.folder : owner.file) = std::move(*rows);
    co_return owner;
}

Task<Result<std::set<NameIn>>> findTaken(store::Connection &db, Uuid user, std::vector<NameIn> names)
{
    // LATERAL with LIMIT: each name by index, however many files the user has. Planned anew each time: a plan that was
    // kept from when the tables were nearly empty goes through all that the user has for each name, until they are
    // analysed.
    static constexpr std::string_view below =
        "SELECT wanted.folder, wanted.name FROM unnest($2::uuid[], $3::text[]) AS wanted (folder, name) "
        "CROSS JOIN LATERAL (SELECT 1 FROM folders WHERE user_id = $1 AND parent_id = wanted.folder "
        "AND folders.name COLLATE \"C\" = wanted.name AND NOT trashed "
        "UNION ALL SELECT 1 FROM files WHERE user_id = $1 AND folder_id = wanted.folder "
        "AND filename COLLATE \"C\" = wanted.name AND is_deleted = false LIMIT 1) AS owner";
    static constexpr std::string_view inRoot =
        "SELECT NULL AS folder, wanted.name FROM unnest($2::text[]) AS wanted (name) "
        "CROSS JOIN LATERAL (SELECT 1 FROM folders WHERE user_id = $1 AND parent_id IS NULL "
        "AND folders.name COLLATE \"C\" = wanted.name AND NOT trashed "
        "UNION ALL SELECT 1 FROM files WHERE user_id = $1 AND folder_id IS NULL "
        "AND filename COLLATE \"C\" = wanted.name AND is_deleted = false LIMIT 1) AS owner";
    store::Columns inFolders;
    store::Columns inTheRoot;
    for (const auto &[folder, name] : names) {
        if (folder)
            inFolders.add(*folder, name);
        else
            inTheRoot.add(name);
    }
    std::set<NameIn> taken;
    for (const auto *wanted : {&inFolders, &inTheRoot}) {
        if (wanted->empty())
            continue;
        store::Params params;
        params.emplace_back(user);
        wanted->appendTo(params);
        std::string question(wanted == &inFolders ? below : inRoot);
        auto rows = co_await db.runAnew(std::move(question), std::move(params));
        if (!rows)
            co_return fail(std::move(rows.error()));
        for (std::size_t i = 0; i < rows->size(); ++i)
            taken.emplace((*rows)[i].optionalUuid("folder"), (*rows)[i].text("name"));
    }
    co_return taken;
}

Task<Result<std::string>> findFreeName(store::Connection &db, Uuid user, std::optional<Uuid> folder, std::string name,
                                       bool isFolder)
{
    static constexpr std::string_view below =
        "SELECT name FROM folders WHERE user_id = $1 AND parent_id = $4 AND NOT trashed AND (name = $2 OR name LIKE "
        "$3) "
        "UNION ALL SELECT filename FROM files WHERE user_id = $1 AND folder_id = $4 AND is_deleted = false "
        "AND (filename = $2 OR filename LIKE $3)";
    static constexpr std::string_view inRoot =
        "SELECT name FROM folders WHERE user_id = $1 AND parent_id IS NULL AND $4::uuid IS NULL AND NOT trashed "
        "AND (name = $2 OR name LIKE $3) "
        "UNION ALL SELECT filename FROM files WHERE user_id = $1 AND folder_id IS NULL AND is_deleted = false "
        "AND (filename = $2 OR filename LIKE $3)";
    const auto pattern = domain::likeNumbered(name, isFolder);
    auto rows = co_await db.query(folder ? below : inRoot, user, name, pattern, folder);
    if (!rows)
        co_return fail(std::move(rows.error()));
    std::set<std::string, std::less<>> taken;
    for (std::size_t i = 0; i < rows->size(); ++i)
        taken.insert((*rows)[i].text("name"));
    co_return domain::freeName(name, isFolder, [&](std::string_view candidate) { return taken.contains(candidate); });
}

} // namespace learnlab::server::files
