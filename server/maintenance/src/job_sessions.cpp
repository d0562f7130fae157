// docs/database.md: "Clean expired sessions", daily, in steps.

#include "jobs.h"

namespace learnlab::server::maintenance {

Task<Result<void>> removeSessions(Work &work)
{
    std::string count = "SELECT count(*) AS n FROM user_sessions WHERE expires_at < CURRENT_TIMESTAMP";
    std::string remove = "DELETE FROM user_sessions WHERE id IN "
                         "(SELECT id FROM user_sessions WHERE expires_at < CURRENT_TIMESTAMP LIMIT $1)";
    auto ended =
        work.pass.dryRun ? countRows(work.upkeep.pool, std::move(count)) : sweep(work.upkeep.pool, std::move(remove));
    auto removed = co_await std::move(ended);
    if (!removed)
        co_return fail(std::move(removed.error()));
    work.report.count("removed", *removed);
    co_return Result<void>();
}

} // namespace learnlab::server::maintenance
