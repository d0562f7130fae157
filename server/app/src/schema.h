#pragma once
// Whether the database has the schema that this build was made for.

#include <server/store/pool.h>

namespace learnlab::server::app {

// 503 with a sentence that says what to do.
[[nodiscard]] support::Task<support::Result<void>> checkSchema(store::Pool &pool);

} // namespace learnlab::server::app
