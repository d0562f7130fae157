// Uploads that nothing is heard of: open ones, and those whose completion was begun by somebody who is gone.

#include "jobs.h"

#include <server/files/upkeep.h>
#include <server/store/transaction.h>

namespace learnlab::server::maintenance {

namespace {

constexpr std::string_view idle =
    "SELECT user_id, id FROM uploads WHERE state IN ('open', 'completing') "
    "AND updated_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 second' "
    "AND (state = 'open' OR coalesce(lease_until < clock_timestamp(), true)) AND (user_id, id) > ($2, $3) "
    "ORDER BY user_id, id LIMIT $4";

Task<Result<void>> giveUpOne(Work &work, Uuid user, Uuid upload)
{
    const auto body = [user, upload](store::Connection &db) { return files::giveUpUpload(db, user, upload); };
    auto given = co_await store::transact(work.upkeep.pool, body);
    if (!given)
        co_return fail(std::move(given.error()));
    if (!given->done)
        co_return Result<void>();
    work.report.count("given_up", 1);
    if (given->leftover) { // when this fails the deletion queue has the key
        auto removed = co_await work.upkeep.objects.remove(*given->leftover);
        if (!removed)
            co_return fail(std::move(removed.error()));
    }
    co_return Result<void>();
}

} // namespace

Task<Result<void>> giveUpUploads(Work &work)
{
    const RemoveOne one = [&work](Uuid user, const store::Row &row) { return giveUpOne(work, user, row.uuid("id")); };
    auto removed = co_await removeEach(work, idle, files::uploadIdleTime.count(), "given_up", one);
    if (!removed || work.pass.dryRun)
        co_return removed;
    co_return co_await work.upkeep.objects.tidy();
}

} // namespace learnlab::server::maintenance
