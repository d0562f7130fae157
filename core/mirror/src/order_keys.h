#pragma once

#include "keys.h"
#include "name_blocks.h"

namespace learnlab::mirror {

// In which order the mirror's names stand. All rows have the keys of it but while they are being renewed.

inline constexpr QLatin1String metaFirstScript("first_script");
/// The next row whose key may be another order's; not there: none.
inline constexpr QLatin1String metaFoldersToOrder("folders_to_order");
inline constexpr QLatin1String metaFilesToOrder("files_to_order");

/// Keys of an earlier form, in a mirror that an earlier program made.
inline constexpr const char *orderByLanguage = R"sql(
INSERT INTO meta SELECT 'folders_to_order', 0 WHERE EXISTS (SELECT 1 FROM folders);
INSERT INTO meta SELECT 'files_to_order', 0 WHERE EXISTS (SELECT 1 FROM files);
)sql";

[[nodiscard]] FirstScript firstScriptOf(Connection &connection);
/// Whether a name is found by its key. Where not, all that is in a folder has to be looked at.
[[nodiscard]] bool hasOrder(Connection &connection);

/// Has all rows put in another order, from now on; nothing where they have it. In a transaction, as renewKeys().
void changeOrder(Connection &connection, FirstScript first);
/// Brings up to so many rows of each kind into the order.
void renewKeys(Connection &connection, NameBlocks &names, int rows);

} // namespace learnlab::mirror
