#pragma once
// The jobs of a pass. Each stops at its first failure and says in `report` how far it came.

#include "findings.h"

#include <server/maintenance/maintain.h>

namespace learnlab::server::maintenance {

using support::fail;

struct Work
{
    Upkeep &upkeep;
    const Pass &pass;
    JobReport report;
};

[[nodiscard]] Task<Result<void>> removeSessions(Work &work);
[[nodiscard]] Task<Result<void>> giveUpUploads(Work &work);
[[nodiscard]] Task<Result<void>> emptyTrash(Work &work);
[[nodiscard]] Task<Result<void>> removeUsers(Work &work);
[[nodiscard]] Task<Result<void>> removeRecords(Work &work);
[[nodiscard]] Task<Result<void>> removeObjects(Work &work);
[[nodiscard]] Task<Result<void>> reconcile(Work &work);

// Repeats a statement that removes at most $1 rows until it finds no more.
[[nodiscard]] Task<Result<std::int64_t>> sweep(store::Pool &pool, std::string statement);
// The first column of the only row.
[[nodiscard]] Task<Result<std::int64_t>> countRows(store::Pool &pool, std::string statement);

inline constexpr int stepSize = 500;

} // namespace learnlab::server::maintenance
