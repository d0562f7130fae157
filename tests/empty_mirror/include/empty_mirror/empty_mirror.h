#pragma once

#include <QString>

namespace learnlab::tests {

/// Puts a mirror as the programs make it, migrated and without rows, where there is none. False: it cannot be written.
/// One thread at a time.
[[nodiscard]] bool putEmptyMirror(const QString &path);

} // namespace learnlab::tests
