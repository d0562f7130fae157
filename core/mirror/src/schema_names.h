#pragma once

#include "connection.h"

namespace learnlab::mirror {

/// Names are searched in blocks that are read as a whole: no index answers a single letter, and an index of trigrams
/// cost more to write and to keep than all the rest of a row. What is recent is found by the time alone.
inline constexpr const char *namesInBlocks = R"sql(
DROP TABLE file_names;
DROP TABLE folder_names;
ALTER TABLE files DROP COLUMN search_key;
ALTER TABLE folders DROP COLUMN search_key;

CREATE TABLE name_blocks (
    block INTEGER NOT NULL PRIMARY KEY, -- rowid / 256 * 2, and 1 more for those of folders
    changed INTEGER NOT NULL,           -- counts the transactions that changed any
    body BLOB NOT NULL
) STRICT;
CREATE INDEX name_blocks_changed ON name_blocks(changed);

DROP INDEX files_recent;
CREATE INDEX files_recent ON files(updated_at) WHERE trashed = 0;
UPDATE files SET user_id = NULL WHERE user_id IS NOT NULL; -- the account's own; 16 bytes a row
)sql";

// As above; not there while the first pull is under way.
inline constexpr const char *dropRecentIndex = "DROP INDEX IF EXISTS files_recent";
inline constexpr const char *makeRecentIndex =
    "CREATE INDEX IF NOT EXISTS files_recent ON files(updated_at) WHERE trashed = 0";

} // namespace learnlab::mirror
