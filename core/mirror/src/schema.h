#pragma once

#include "connection.h"

namespace learnlab::mirror {

/// "LLab": tells our databases from others'.
inline constexpr qint64 applicationId = 0x4C4C6162;

/// The number of the newest migration that this program knows.
[[nodiscard]] int newestSchema();
/// False: no program will have written this number, it is damage.
[[nodiscard]] bool isPossibleSchema(int schema);
[[nodiscard]] int schemaOf(Connection &connection);
[[nodiscard]] qint64 applicationOf(Connection &connection);

/// Brings the database to `target` (at least its present one), each migration in a transaction of its own, so that a
/// power cut leaves one of the numbered schemas.
[[nodiscard]] domain::Result<void> migrate(Connection &connection, int target = newestSchema());

} // namespace learnlab::mirror
