#pragma once
// The jobs of a pass. Each stops at its first failure and says in `report` how far it came.

#include "findings.h"

#include <server/maintenance/maintain.h>

#include <functional>

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

// What a job removes one by one. The statement finds user_id, id and what `one` reads, in their order: what is older
// than $1, after ($2, $3), at most $4. Each is looked at once, so what cannot be removed does not stop the rest for
// ever. A dry run counts them as `counted`.
using RemoveOne = std::function<Task<Result<void>>(Uuid user, const store::Row &row)>;
[[nodiscard]] Task<Result<void>> removeEach(Work &work, std::string_view statement, std::int64_t age,
                                            std::string_view counted, RemoveOne one);

} // namespace learnlab::server::maintenance
