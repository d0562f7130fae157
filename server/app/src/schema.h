#pragma once
// Whether the database has the schema that this build was made for.

#include <server/store/pool.h>

namespace learnlab::server::app {

// What an administrator is told of a database that does not answer: why, in PostgreSQL's words, which never quote a
// password. Not for clients.
[[nodiscard]] support::Problem toldPlainly(support::Problem problem);

// 503 with a sentence that says what to do.
[[nodiscard]] support::Task<support::Result<void>> checkSchema(store::Pool &pool);

} // namespace learnlab::server::app
