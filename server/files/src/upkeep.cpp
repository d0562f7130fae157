#include <server/files/upkeep.h>

#include "target_row.h"
#include "upload.h"

namespace learnlab::server::files {

namespace {

// So many rows of a large folder in one step: within the time that a statement may take, and soon through for others.
constexpr int filesOfOneStep = 2000;

Task<Result<store::Rows>> findExpired(store::Connection &db, Uuid user, Trashed target, int days)
{
    static const std::string folderSql = sql({"SELECT ", folderColumns,
                                              " FROM folders WHERE user_id = $1 AND id = $2 AND trashed "
                                              "AND deleted_at < CURRENT_TIMESTAMP - $3 * INTERVAL '1 day'"});
    static const std::string fileSql =
        sql({"SELECT ", fileColumns,
             " FROM files WHERE user_id = $1 AND id = $2 AND is_deleted "
             "AND trash_root IS NULL AND deleted_at < CURRENT_TIMESTAMP - $3 * INTERVAL '1 day'"});
    co_return co_await db.query(target.isFolder ? folderSql : fileSql, user, target.id, days);
}

} // namespace

Task<Result<Purged>> purgeExpired(store::Connection &db, Uuid user, Trashed target, int days)
{
    auto locked = co_await lockFeed(db, user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto rows = co_await findExpired(db, user, target, days);
    if (!rows)
        co_return fail(std::move(rows.error()));
    if (rows->empty())
        co_return Purged::Stays;
    if (target.isFolder) {
        auto some = co_await db.query("DELETE FROM files WHERE id IN (SELECT id FROM files WHERE user_id = $1 "
                                      "AND trash_root = $2 LIMIT $3)",
                                      user, target.id, filesOfOneStep);
        if (!some)
            co_return fail(std::move(some.error()));
        if (some->affected() == filesOfOneStep)
            co_return Purged::Partly;
    }
    TargetRow row{std::move(*rows), target.isFolder};
    auto gone = co_await purgeTarget(db, user, std::move(row));
    if (!gone)
        co_return fail(std::move(gone.error()));
    co_return Purged::Gone;
}

Task<Result<GivenUp>> giveUpUpload(store::Connection &db, Uuid user, Uuid id)
{
    const std::vector<Uuid> ids(1, id);
    auto uploads = co_await loadUploads(db, user, ids);
    if (!uploads)
        co_return fail(std::move(uploads.error()));
    if (uploads->empty())
        co_return GivenUp();
    const Upload &upload = uploads->front();
    auto unused = co_await abandon(db, user, upload);
    if (!unused)
        co_return fail(std::move(unused.error()));
    GivenUp given;
    given.done = unused->has_value();
    if (given.done && **unused && upload.method != domain::UploadMethod::Present)
        given.leftover = upload.key();
    co_return given;
}

} // namespace learnlab::server::files
