#include "schema.h"

#include <server/maintenance/restore.h>

namespace learnlab::server::app {

support::Problem toldPlainly(support::Problem problem)
{
    if (!problem.cause.text.empty() && problem.cause.state == "08006") {
        const auto line = problem.cause.text.substr(0, problem.cause.text.find('\n'));
        problem.detail += " (" + line + ")";
    }
    return problem;
}

support::Task<support::Result<void>> checkSchema(store::Pool &pool)
{
    auto restoring = co_await maintenance::isBeingRestored(pool);
    if (!restoring)
        co_return support::fail(toldPlainly(std::move(restoring.error())));
    if (*restoring)
        co_return support::fail(
            support::unavailable("A restore was begun here and is not finished: run learnlab-server restore again."));
    auto rows = co_await pool.query("SELECT version_num FROM alembic_version");
    const bool neverMigrated = !rows && rows.error().cause.state == "42P01";
    if (!rows && !neverMigrated)
        co_return support::fail(toldPlainly(std::move(rows.error())));
    const std::string found = neverMigrated || rows->empty() ? "none" : rows->front().text("version_num");
    if (found == LEARNLAB_SCHEMA_REVISION)
        co_return support::Result<void>();
    co_return support::fail(support::unavailable("The database has schema revision " + found + ", this program needs " +
                                                 LEARNLAB_SCHEMA_REVISION + ": run learnlab-server migrate."));
}

} // namespace learnlab::server::app
