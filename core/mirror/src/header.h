#pragma once

#include <QString>

namespace learnlab::mirror {

// The first bytes of a database file, as far as they are the same in every mirror: SQLite believes them without a
// checksum. Places and values: https://www.sqlite.org/fileformat2.html, section 1.3.

/// False: this cannot be a mirror as it is. An empty file is one that is about to be made.
[[nodiscard]] bool isPossibleHeader(const QString &path);

/// Writes what those bytes have to be, so that the rest can be read. The file is damaged already, and will be set aside.
void mendHeader(const QString &path);

} // namespace learnlab::mirror
