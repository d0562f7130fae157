#pragma once
// The links of a page of the feed. A withdrawn one is told once, as a removed file is; a pull from the start leaves it
// out.

#include "cursor.h"

#include <server/files/files.h>
#include <server/store/connection.h>

namespace learnlab::server::files {

[[nodiscard]] support::Task<support::Result<store::Rows>> readLinks(store::Connection &db, const LinkRows &links,
                                                                    support::Uuid user, Cursor after,
                                                                    std::int64_t limit);
// "links":[…] with the first `count` rows.
void appendLinks(std::string &text, const store::Rows &rows, std::size_t count, const LinkRows &links);

} // namespace learnlab::server::files
