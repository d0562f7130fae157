#pragma once

namespace learnlab::mirror {

/// What the user keeps here, and the copies that programs of this computer work on. Until then a kept folder was each
/// of its files.
inline constexpr const char *keptTables = R"sql(
CREATE TABLE kept_items (
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_items SELECT 0, file_id FROM content WHERE pinned = 1;

CREATE TABLE opened_copies (
    place TEXT NOT NULL PRIMARY KEY,
    name BLOB NOT NULL,
    file_id BLOB NOT NULL,
    sha256 BLOB NOT NULL,
    base_sha256 BLOB NOT NULL,
    base_revision INTEGER NOT NULL,
    earlier BLOB NOT NULL, -- digests, one behind the other
    stamp_size INTEGER NOT NULL,
    stamp_mtime_ns INTEGER NOT NULL,
    stamp_inode INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    transfer_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX opened_copies_file ON opened_copies(file_id);

CREATE INDEX content_missing ON content(file_id) WHERE pinned = 1 AND present = 0;
CREATE INDEX transfers_kept ON transfers(file_id, id) WHERE unfinished = 1 AND pinned = 1;
)sql";

} // namespace learnlab::mirror
