#pragma once

#include "mirror/links.h"
#include "mirror/rows.h"
#include "query.h"

namespace learnlab::mirror {

/// Public links, as the server last told them. Never changed here but with its answers.
inline constexpr const char *linkTables = R"sql(
CREATE TABLE links (
    id BLOB NOT NULL PRIMARY KEY,
    file_id BLOB NOT NULL,
    url TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    has_password INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    seen INTEGER NOT NULL -- the pull (meta 'generation') that brought it last
) STRICT, WITHOUT ROWID;
CREATE INDEX links_file ON links(file_id);
)sql";

/// A revoked one is forgotten.
void putLink(Connection &connection, const domain::Link &link, qint64 generation);
void forgetLink(Connection &connection, domain::LinkId id);
/// A page of the feed: removed files take their links along.
void applyLinks(Connection &connection, const ChangesPage &page, qint64 generation);
/// What a whole pull did not bring.
void sweepLinks(Connection &connection, qint64 generation);

} // namespace learnlab::mirror
