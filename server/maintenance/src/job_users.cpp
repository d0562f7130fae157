// Users who had their account deleted and did not come back. Files first and in steps, so that no transaction grows
// with what a user had; their objects go by the deletion queue.

#include "jobs.h"

#include <server/store/transaction.h>

namespace learnlab::server::maintenance {

namespace {

constexpr std::string_view leaving = "SELECT id AS user_id, id FROM users WHERE is_active = false "
                                     "AND deletion_requested_at < CURRENT_TIMESTAMP - $1 * INTERVAL '1 day' AND (id, "
                                     "id) > ($2, $3) ORDER BY id LIMIT $4";
// Whoever was enabled again meanwhile stays, with whatever is left.
constexpr std::string_view stillGoing =
    "SELECT 1 FROM users WHERE id = $1 AND is_active = false "
    "AND deletion_requested_at < CURRENT_TIMESTAMP - $2 * INTERVAL '1 day' FOR UPDATE";
constexpr std::string_view someFiles =
    "DELETE FROM files WHERE id IN (SELECT id FROM files WHERE user_id = $1 LIMIT $2)";

enum class Step { Goes, Gone, Stays };

Task<Result<Step>> removeSomeOf(store::Connection &db, Uuid user)
{
    auto locked = co_await db.query("SELECT 1 FROM user_feed WHERE user_id = $1 FOR UPDATE", user);
    if (!locked)
        co_return fail(std::move(locked.error()));
    auto going = co_await db.query(stillGoing, user, daysOfGrace);
    if (!going)
        co_return fail(std::move(going.error()));
    if (going->empty())
        co_return Step::Stays;
    auto files = co_await db.query(someFiles, user, 4 * stepSize);
    if (!files)
        co_return fail(std::move(files.error()));
    if (files->affected() > 0)
        co_return Step::Goes;
    auto gone = co_await db.query("DELETE FROM users WHERE id = $1", user); // and all that belongs to them
    if (!gone)
        co_return fail(std::move(gone.error()));
    co_return Step::Gone;
}

Task<Result<void>> removeUser(Work &work, Uuid user)
{
    const auto body = [user](store::Connection &db) { return removeSomeOf(db, user); };
    for (;;) {
        auto step = co_await store::transact(work.upkeep.pool, body);
        if (!step)
            co_return fail(std::move(step.error()));
        if (*step == Step::Goes)
            continue;
        if (*step == Step::Gone)
            work.report.count("removed", 1);
        co_return Result<void>();
    }
}

} // namespace

Task<Result<void>> removeUsers(Work &work)
{
    const RemoveOne one = [&work](Uuid user, const store::Row &) { return removeUser(work, user); };
    co_return co_await removeEach(work, leaving, daysOfGrace, "removed", one);
}

} // namespace learnlab::server::maintenance
