#include "jobs.h"

#include <server/files/upkeep.h>
#include <server/store/transaction.h>

namespace learnlab::server::maintenance {

namespace {

using files::Purged;

// What was trashed by itself; the files that went along with a folder go with it.
constexpr std::string_view expired =
    "SELECT user_id, id, is_folder FROM ("
    "(SELECT user_id, id, true AS is_folder FROM folders WHERE trashed "
    "AND deleted_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' AND (user_id, id) > ($2, $3) "
    "ORDER BY user_id, id LIMIT $4) UNION ALL "
    "(SELECT user_id, id, false FROM files WHERE is_deleted AND trash_root IS NULL "
    "AND deleted_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' AND (user_id, id) > ($2, $3) "
    "ORDER BY user_id, id LIMIT $4)) AS trash ORDER BY user_id, id LIMIT $4";

Task<Result<void>> purgeOne(Work &work, Uuid user, files::Trashed target)
{
    const int days = work.upkeep.config.trashRetentionDays;
    const auto body = [user, target, days](store::Connection &db) {
        return files::purgeExpired(db, user, target, days);
    };
    for (;;) {
        auto purged = co_await store::transact(work.upkeep.pool, body);
        if (!purged)
            co_return fail(std::move(purged.error()));
        if (*purged == Purged::Partly)
            continue;
        if (*purged == Purged::Gone)
            work.report.count("removed", 1);
        work.upkeep.changed(user);
        co_return Result<void>();
    }
}

} // namespace

Task<Result<void>> emptyTrash(Work &work)
{
    const RemoveOne one = [&work](Uuid user, const store::Row &row) {
        return purgeOne(work, user, {row.uuid("id"), row.boolean("is_folder")});
    };
    co_return co_await removeEach(work, expired, work.upkeep.config.trashRetentionDays, "removed", one);
}

} // namespace learnlab::server::maintenance
