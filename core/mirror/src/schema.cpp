#include "schema.h"

#include "kept_schema.h"
#include "link_rows.h"

#include "name_blocks.h"
#include "order_keys.h"
#include "schema_names.h"

namespace learnlab::mirror {

namespace {

// users, user_sessions and files carry the server's columns by their names, less its two secrets; what follows in each
// table is the client's. Ids are 16 bytes, the root folder 16 zero bytes; times are microseconds UTC.
constexpr const char *tables = R"sql(
CREATE TABLE users (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    username TEXT NOT NULL,
    full_name TEXT,
    created_at INTEGER,
    updated_at INTEGER,
    is_active INTEGER NOT NULL DEFAULT 1,
    last_login INTEGER
) STRICT;

CREATE TABLE user_sessions (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB,
    expires_at INTEGER,
    created_at INTEGER,
    device_info TEXT,
    is_current INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE files (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    user_id BLOB,
    filename TEXT NOT NULL,
    s3_key TEXT,
    file_size INTEGER NOT NULL,
    mime_type TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0,
    folder_id BLOB NOT NULL,
    content_sha256 BLOB,
    content_modified_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    trash_root BLOB,
    trashed INTEGER NOT NULL DEFAULT 0, -- by itself, not with a folder
    seen INTEGER NOT NULL,              -- the pull (meta 'generation') that brought it last
    sort_key BLOB NOT NULL,
    search_key TEXT NOT NULL
) STRICT;
-- `trashed` is in these only so that they answer alone, without the row.
CREATE INDEX files_listed ON files(folder_id, sort_key, id, trashed) WHERE trashed = 0;
CREATE INDEX files_recent ON files(updated_at, id, folder_id, trashed) WHERE trashed = 0;
CREATE INDEX files_trashed ON files(deleted_at) WHERE trashed = 1;
CREATE INDEX files_trash_root ON files(trash_root) WHERE trash_root IS NOT NULL;

CREATE TABLE folders (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    parent_id BLOB NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    trashed INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER,
    seen INTEGER NOT NULL,
    sort_key BLOB NOT NULL,
    search_key TEXT NOT NULL
) STRICT;
CREATE INDEX folders_listed ON folders(parent_id, sort_key, id, trashed) WHERE trashed = 0;
CREATE INDEX folders_trashed ON folders(deleted_at) WHERE trashed = 1;

-- What the server says of a row that the user sees changed: of what an operation can change.
CREATE TABLE base_rows (
    kind INTEGER NOT NULL,
    id BLOB NOT NULL,
    parent_id BLOB NOT NULL,
    name TEXT NOT NULL,
    is_deleted INTEGER NOT NULL,
    trash_root BLOB,
    deleted_at INTEGER,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pending_operations (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    target_kind INTEGER NOT NULL,
    target_id BLOB NOT NULL,
    parent_id BLOB NOT NULL,
    name TEXT NOT NULL,
    use_existing INTEGER NOT NULL,
    if_revision INTEGER,
    if_after BLOB,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT,
    error_detail TEXT,
    error_field TEXT,
    error_retry_after INTEGER
) STRICT;
CREATE INDEX pending_operations_target ON pending_operations(target_id);

CREATE TABLE transfers (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    state TEXT NOT NULL,
    local_path BLOB NOT NULL,
    file_id BLOB NOT NULL,
    folder_id BLOB NOT NULL,
    filename TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    stamp_size INTEGER NOT NULL,
    stamp_mtime_ns INTEGER NOT NULL,
    stamp_inode INTEGER NOT NULL,
    stamp_device INTEGER NOT NULL,
    sha256 BLOB,
    upload_id BLOB NOT NULL,
    part_size INTEGER NOT NULL,
    bytes_total INTEGER NOT NULL,
    bytes_done INTEGER NOT NULL,
    on_conflict INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    retry_at INTEGER,
    position INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    pinned INTEGER NOT NULL,
    error_code TEXT,
    error_detail TEXT,
    error_field TEXT,
    error_retry_after INTEGER,
    unfinished INTEGER NOT NULL,
    shown INTEGER -- the status that its file shows because of it
) STRICT;
CREATE INDEX transfers_queue ON transfers(position, id);
CREATE INDEX transfers_unfinished ON transfers(position, id) WHERE unfinished = 1;
CREATE INDEX transfers_file ON transfers(file_id);
CREATE INDEX transfers_shown ON transfers(folder_id, shown) WHERE shown IS NOT NULL;

CREATE TABLE parts (
    transfer_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sha256 BLOB,
    etag TEXT NOT NULL,
    PRIMARY KEY (transfer_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
    file_id BLOB NOT NULL PRIMARY KEY,
    sha256 BLOB,
    size INTEGER NOT NULL,
    pinned INTEGER NOT NULL,
    present INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value ANY
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', 1);
)sql";

// External content: the text is in files and folders already. detail=none holds less than half of what positions would
// take; a candidate is compared with the words themselves anyway. Kept by NameIndex.
constexpr const char *search = R"sql(
CREATE VIRTUAL TABLE file_names USING fts5(search_key, content='files', content_rowid='n', tokenize='trigram', detail=none);
CREATE VIRTUAL TABLE folder_names USING fts5(search_key, content='folders', content_rowid='n', tokenize='trigram', detail=none);

INSERT INTO file_names(file_names) VALUES ('rebuild');
INSERT INTO folder_names(folder_names) VALUES ('rebuild');
)sql";

// A queue of a million is never read as a whole: who goes next, what a group comes to and how far everything is are
// answered by an index or a handful of rows.
constexpr const char *longQueues = R"sql(
CREATE TABLE transfer_groups (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    folder_id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer_totals (
    group_id BLOB NOT NULL,
    state TEXT NOT NULL,
    count INTEGER NOT NULL,
    bytes_total INTEGER NOT NULL,
    bytes_done INTEGER NOT NULL,
    PRIMARY KEY (group_id, state)
) STRICT, WITHOUT ROWID;
INSERT INTO transfer_totals
    SELECT group_id, state, count(*), sum(bytes_total), sum(bytes_done) FROM transfers GROUP BY group_id, state;

CREATE TRIGGER transfers_counted_in AFTER INSERT ON transfers BEGIN
    INSERT INTO transfer_totals VALUES (new.group_id, new.state, 1, new.bytes_total, new.bytes_done)
        ON CONFLICT(group_id, state) DO UPDATE SET count = count + 1, bytes_total = bytes_total + excluded.bytes_total,
            bytes_done = bytes_done + excluded.bytes_done;
END;
CREATE TRIGGER transfers_counted_out AFTER DELETE ON transfers BEGIN
    UPDATE transfer_totals SET count = count - 1, bytes_total = bytes_total - old.bytes_total,
        bytes_done = bytes_done - old.bytes_done WHERE group_id = old.group_id AND state = old.state;
    DELETE FROM transfer_totals WHERE group_id = old.group_id AND state = old.state AND count = 0;
    DELETE FROM transfer_groups WHERE id = old.group_id
        AND NOT EXISTS (SELECT 1 FROM transfer_totals WHERE group_id = old.group_id);
END;
CREATE TRIGGER transfers_counted_on AFTER UPDATE ON transfers WHEN old.state = new.state
    AND (old.bytes_total <> new.bytes_total OR old.bytes_done <> new.bytes_done) BEGIN
    UPDATE transfer_totals SET bytes_total = bytes_total + new.bytes_total - old.bytes_total,
        bytes_done = bytes_done + new.bytes_done - old.bytes_done WHERE group_id = new.group_id AND state = new.state;
END;
CREATE TRIGGER transfers_counted_over AFTER UPDATE ON transfers WHEN old.state <> new.state BEGIN
    UPDATE transfer_totals SET count = count - 1, bytes_total = bytes_total - old.bytes_total,
        bytes_done = bytes_done - old.bytes_done WHERE group_id = old.group_id AND state = old.state;
    DELETE FROM transfer_totals WHERE group_id = old.group_id AND state = old.state AND count = 0;
    INSERT INTO transfer_totals VALUES (new.group_id, new.state, 1, new.bytes_total, new.bytes_done)
        ON CONFLICT(group_id, state) DO UPDATE SET count = count + 1, bytes_total = bytes_total + excluded.bytes_total,
            bytes_done = bytes_done + excluded.bytes_done;
END;

CREATE INDEX transfers_turns ON transfers(state, kind, position, id, bytes_total) WHERE unfinished = 1;
CREATE INDEX transfers_group ON transfers(group_id, position, id);
CREATE INDEX transfers_place ON transfers(folder_id, filename) WHERE unfinished = 1 AND kind = 0;
)sql";

// Counted by the writer, once for each commit (TotalsChange): a trigger for every row cost more than the row.
constexpr const char *countedTogether = R"sql(
DROP TRIGGER transfers_counted_in;
DROP TRIGGER transfers_counted_out;
DROP TRIGGER transfers_counted_on;
DROP TRIGGER transfers_counted_over;
)sql";

// What the user did, with what it takes to take it back. How many things an action was about, how many of its steps wait
// and how many stand is kept by triggers. `sent`: the server may have carried the operation out, so that leaving it out
// does not undo it.
constexpr const char *history = R"sql(
CREATE TABLE history (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    to_name TEXT NOT NULL,
    folder_id BLOB NOT NULL,
    count INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    waiting INTEGER NOT NULL DEFAULT 0,
    standing INTEGER NOT NULL DEFAULT 0,
    undoes INTEGER,   -- the action that this one takes back
    undone_by INTEGER -- the action that took this one back
) STRICT;
CREATE INDEX history_undone ON history(undone_by) WHERE undone_by IS NOT NULL;

CREATE TABLE history_steps (
    entry INTEGER NOT NULL,
    target_kind INTEGER NOT NULL,
    target_id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    state INTEGER NOT NULL,
    operation_id BLOB,
    from_parent BLOB NOT NULL,
    from_name TEXT NOT NULL,
    to_parent BLOB NOT NULL,
    to_name TEXT NOT NULL,
    content BLOB,     -- the digest of what the file held before
    revision INTEGER, -- that the server gave the row for this
    PRIMARY KEY (entry, target_kind, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_steps_operation ON history_steps(operation_id) WHERE operation_id IS NOT NULL;
CREATE INDEX history_steps_target ON history_steps(target_id);

CREATE TRIGGER history_steps_in AFTER INSERT ON history_steps BEGIN
    UPDATE history SET waiting = waiting + (new.state = 0), standing = standing + (new.state <= 1),
        count = count + (new.kind <> 0 OR kind = 0) WHERE n = new.entry; -- of a drop the files count, not the folders
END;
CREATE TRIGGER history_steps_on AFTER UPDATE OF state ON history_steps WHEN old.state <> new.state BEGIN
    UPDATE history SET waiting = waiting + (new.state = 0) - (old.state = 0),
        standing = standing + (new.state <= 1) - (old.state <= 1) WHERE n = new.entry;
END;

ALTER TABLE pending_operations ADD COLUMN sent INTEGER NOT NULL DEFAULT 1;
ALTER TABLE pending_operations ADD COLUMN asked INTEGER NOT NULL DEFAULT 0; -- refused, and only the user can say what now
CREATE INDEX pending_operations_refused ON pending_operations(n) WHERE error_code IS NOT NULL AND asked = 0;
CREATE INDEX pending_operations_open ON pending_operations(n) WHERE error_code IS NULL;
)sql";

struct Migration
{
    const char *sql;
    void (*then)(Connection &) = nullptr; ///< what SQL cannot do
};

// Never changed once released; what comes later is added at the end. The place in the list is the schema's number.
constexpr Migration migrations[] = {
    {tables},
    {search},
    {longQueues},
    {history},
    {countedTogether},
    {namesInBlocks, &NameBlocks::rebuild},
    {keptTables},
    {linkTables},
    {orderByLanguage},
};

} // namespace

int newestSchema()
{
    return static_cast<int>(std::size(migrations));
}

bool isPossibleSchema(int schema)
{
    constexpr int mostToCome = 1000;
    return schema >= 0 && schema <= newestSchema() + mostToCome;
}

int schemaOf(Connection &connection)
{
    return static_cast<int>(numberFrom(connection, "PRAGMA user_version"));
}

qint64 applicationOf(Connection &connection)
{
    return numberFrom(connection, "PRAGMA application_id");
}

domain::Result<void> migrate(Connection &connection, int target)
{
    for (int number = schemaOf(connection); number < target; ++number) {
        Transaction transaction(connection);
        const Migration &migration = migrations[number];
        connection.execute(migration.sql);
        if (migration.then)
            migration.then(connection);
        connection.execute("PRAGMA application_id=1280074082");
        // A pragma takes no parameter.
        const QByteArray mark = "PRAGMA user_version=" + QByteArray::number(number + 1);
        connection.execute(mark.constData());
        if (const auto done = transaction.commit(); !done)
            return done;
    }
    return connection.takeFailure();
}

} // namespace learnlab::mirror
