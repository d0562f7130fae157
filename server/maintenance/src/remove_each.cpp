#include "jobs.h"

namespace learnlab::server::maintenance {

Task<Result<void>> removeEach(Work &work, std::string_view statement, std::int64_t age, std::string_view counted,
                              RemoveOne one)
{
    work.report.count(counted, 0);
    Uuid user;
    Uuid id;
    for (;;) {
        auto rows = co_await work.upkeep.pool.query(statement, age, user, id, stepSize);
        if (!rows)
            co_return fail(std::move(rows.error()));
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const store::Row row = (*rows)[i];
            user = row.uuid("user_id");
            id = row.uuid("id");
            if (work.pass.dryRun) {
                work.report.count(counted, 1);
                continue;
            }
            auto removed = co_await one(user, row);
            if (!removed)
                co_return fail(std::move(removed.error()));
        }
        if (rows->size() < static_cast<std::size_t>(stepSize))
            co_return Result<void>();
    }
}

} // namespace learnlab::server::maintenance
