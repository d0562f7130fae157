"""Folders, trash and the feed of changes.

Every change of a row of `folders` or `files` gets a revision from its user's counter, by trigger, so that a plain
UPDATE of somebody else enters the feed too. The counter's row is locked until the transaction ends: the order of
revisions is the order of commits.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE user_feed (
    user_id UUID PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
    head BIGINT NOT NULL DEFAULT 0,
    epoch UUID NOT NULL DEFAULT uuid_generate_v4(),
    oldest BIGINT NOT NULL DEFAULT 0,
    profile_revision BIGINT NOT NULL DEFAULT 0,
    bytes_used BIGINT NOT NULL DEFAULT 0,
    file_count BIGINT NOT NULL DEFAULT 0,
    quota BIGINT
);
COMMENT ON COLUMN user_feed.head IS 'the newest revision given; every writing transaction locks this row first';
COMMENT ON COLUMN user_feed.oldest IS 'cursors before this revision are unknown: tombstones up to it have been removed';

CREATE TABLE folders (
    id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    parent_id UUID,
    name VARCHAR(255) NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    revision BIGINT NOT NULL DEFAULT 0,
    trashed BOOLEAN NOT NULL DEFAULT false,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT folders_user_id_id_key UNIQUE (user_id, id),
    CONSTRAINT folders_parent_fkey FOREIGN KEY (user_id, parent_id)
        REFERENCES folders (user_id, id) ON DELETE SET NULL (parent_id),
    CONSTRAINT folders_not_own_parent CHECK (parent_id <> id)
);
CREATE INDEX idx_folders_user_id_revision ON folders (user_id, revision);
CREATE INDEX idx_folders_user_id_parent_name ON folders (user_id, parent_id, name COLLATE "C");
CREATE INDEX idx_folders_deleted_at ON folders (deleted_at) WHERE trashed;

ALTER TABLE files
    ADD COLUMN folder_id UUID,
    ADD COLUMN content_sha256 CHAR(64),
    ADD COLUMN content_modified_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN revision BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN deleted_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN trash_root UUID,
    ADD CONSTRAINT files_folder_fkey FOREIGN KEY (user_id, folder_id)
        REFERENCES folders (user_id, id) ON DELETE SET NULL (folder_id);
CREATE INDEX idx_files_user_id_revision ON files (user_id, revision);
CREATE INDEX idx_files_user_id_folder_name ON files (user_id, folder_id, filename COLLATE "C");
CREATE INDEX idx_files_trash_root ON files (trash_root) WHERE trash_root IS NOT NULL;
CREATE INDEX idx_files_deleted_at ON files (deleted_at) WHERE is_deleted;

CREATE TABLE tombstones (
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    revision BIGINT NOT NULL,
    kind VARCHAR(6) NOT NULL CHECK (kind IN ('file', 'folder')),
    id UUID NOT NULL,
    removed_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, revision)
);
CREATE INDEX idx_tombstones_removed_at ON tombstones (removed_at);

CREATE TABLE operation_results (
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    id UUID NOT NULL,
    request_hash CHAR(64) NOT NULL,
    target_id UUID,
    revision BIGINT,
    result JSON NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX idx_operation_results_created_at ON operation_results (created_at);
COMMENT ON COLUMN operation_results.revision IS 'what the operation gave its target; null when it was refused';
"""

# Revisions are taken from the counter in growing blocks, kept in a setting that ends with the transaction: thousands of
# rows in one statement would otherwise make thousands of versions of the counter's row.
COUNTER = """
CREATE FUNCTION feed_next(owner UUID) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
    kept TEXT[] := string_to_array(current_setting('learnlab.feed_block', true), ' ');
    mine BOOLEAN := coalesce(kept[1] = owner::text, false);
    block BIGINT := 1;
    last BIGINT;
    given BIGINT;
BEGIN
    IF mine AND kept[2]::bigint < kept[3]::bigint THEN
        given := kept[2]::bigint + 1;
        last := kept[3]::bigint;
        block := kept[4]::bigint;
    ELSE
        IF mine THEN
            block := least(kept[4]::bigint * 2, 1024);
        END IF;
        UPDATE user_feed SET head = head + block WHERE user_id = owner RETURNING head INTO last;
        IF NOT FOUND THEN
            INSERT INTO user_feed (user_id, head) SELECT id, block FROM users WHERE id = owner
                ON CONFLICT (user_id) DO UPDATE SET head = user_feed.head + excluded.head
                RETURNING head INTO last;
        END IF;
        IF last IS NULL THEN
            RETURN 0; -- the user is being deleted, and the feed with them
        END IF;
        given := last - block + 1;
    END IF;
    PERFORM set_config('learnlab.feed_block', concat_ws(' ', owner, given, last, block), true);
    RETURN given;
END $$;
"""

USERS = """
CREATE FUNCTION users_make_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO user_feed (user_id) VALUES (NEW.id) ON CONFLICT (user_id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER users_make_feed AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION users_make_feed();

CREATE FUNCTION users_enter_feed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given BIGINT := feed_next(NEW.id);
BEGIN
    UPDATE user_feed SET profile_revision = given WHERE user_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER users_enter_feed AFTER UPDATE OF email, username, full_name, is_active ON users FOR EACH ROW
    WHEN ((OLD.email, OLD.username, OLD.full_name, OLD.is_active)
          IS DISTINCT FROM (NEW.email, NEW.username, NEW.full_name, NEW.is_active))
    EXECUTE FUNCTION users_enter_feed();
"""

# A change of trash_root alone is a folder going to the trash or coming back: the folder's own row tells it.
ROWS = """
CREATE FUNCTION files_enter_feed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told_by_folder BOOLEAN := false;
BEGIN
    NEW.is_deleted := coalesce(NEW.is_deleted, false);
    IF TG_OP = 'UPDATE' THEN
        IF NEW.user_id <> OLD.user_id OR NEW.id <> OLD.id THEN
            RAISE EXCEPTION 'a file keeps its id and its user' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        told_by_folder := NEW.trash_root IS DISTINCT FROM OLD.trash_root
            AND (NEW.folder_id, NEW.filename, NEW.s3_key, NEW.file_size, NEW.mime_type, NEW.content_sha256,
                 NEW.content_modified_at)
                IS NOT DISTINCT FROM
                (OLD.folder_id, OLD.filename, OLD.s3_key, OLD.file_size, OLD.mime_type, OLD.content_sha256,
                 OLD.content_modified_at);
    END IF;
    IF NEW.is_deleted THEN
        NEW.deleted_at := coalesce(NEW.deleted_at, CURRENT_TIMESTAMP);
    ELSE
        NEW.deleted_at := NULL;
        NEW.trash_root := NULL;
    END IF;
    IF NOT told_by_folder THEN
        NEW.revision := feed_next(NEW.user_id);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER files_enter_feed BEFORE INSERT OR UPDATE ON files FOR EACH ROW EXECUTE FUNCTION files_enter_feed();

CREATE FUNCTION folders_enter_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.user_id <> OLD.user_id OR NEW.id <> OLD.id THEN
            RAISE EXCEPTION 'a folder keeps its id and its user' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        NEW.updated_at := CURRENT_TIMESTAMP;
    END IF;
    NEW.deleted_at := CASE WHEN NEW.trashed THEN coalesce(NEW.deleted_at, CURRENT_TIMESTAMP) END;
    NEW.revision := feed_next(NEW.user_id);
    RETURN NEW;
END $$;
CREATE TRIGGER folders_enter_feed BEFORE INSERT OR UPDATE ON folders FOR EACH ROW EXECUTE FUNCTION folders_enter_feed();

CREATE FUNCTION rows_leave_feed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given BIGINT;
BEGIN
    IF EXISTS (SELECT 1 FROM users WHERE id = OLD.user_id) THEN -- else the user goes, and all of theirs
        given := feed_next(OLD.user_id);
        INSERT INTO tombstones (user_id, revision, kind, id) VALUES (OLD.user_id, given, TG_ARGV[0], OLD.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER files_leave_feed AFTER DELETE ON files FOR EACH ROW EXECUTE FUNCTION rows_leave_feed('file');
CREATE TRIGGER folders_leave_feed AFTER DELETE ON folders FOR EACH ROW EXECUTE FUNCTION rows_leave_feed('folder');
"""

USAGE = """
CREATE FUNCTION files_count_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE user_feed AS feed SET bytes_used = bytes_used + sums.bytes, file_count = file_count + sums.files
    FROM (SELECT user_id, sum(file_size) AS bytes, count(*) AS files FROM added GROUP BY user_id) AS sums
    WHERE feed.user_id = sums.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER files_count_added AFTER INSERT ON files REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION files_count_added();

CREATE FUNCTION files_count_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE user_feed AS feed SET bytes_used = bytes_used - sums.bytes, file_count = file_count - sums.files
    FROM (SELECT user_id, sum(file_size) AS bytes, count(*) AS files FROM gone GROUP BY user_id) AS sums
    WHERE feed.user_id = sums.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER files_count_gone AFTER DELETE ON files REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION files_count_gone();

CREATE FUNCTION files_count_resized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE user_feed SET bytes_used = bytes_used + NEW.file_size - OLD.file_size WHERE user_id = NEW.user_id;
    RETURN NULL;
END $$;
CREATE TRIGGER files_count_resized AFTER UPDATE OF file_size ON files FOR EACH ROW
    WHEN (OLD.file_size <> NEW.file_size) EXECUTE FUNCTION files_count_resized();
"""

# What was there before: each user gets a feed, each file a revision, and keeps its times.
EXISTING = """
INSERT INTO user_feed (user_id, head, bytes_used, file_count)
    SELECT users.id, count(files.id), coalesce(sum(files.file_size), 0), count(files.id)
    FROM users LEFT JOIN files ON files.user_id = users.id GROUP BY users.id;
ALTER TABLE files DISABLE TRIGGER USER;
UPDATE files SET revision = numbered.revision
    FROM (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY created_at, id) AS revision FROM files) AS numbered
    WHERE files.id = numbered.id;
UPDATE files SET deleted_at = updated_at WHERE is_deleted;
ALTER TABLE files ENABLE TRIGGER USER;
"""

REMOVE = """
DROP TRIGGER files_count_resized ON files;
DROP TRIGGER files_count_gone ON files;
DROP TRIGGER files_count_added ON files;
DROP TRIGGER files_leave_feed ON files;
DROP TRIGGER files_enter_feed ON files;
DROP TRIGGER users_enter_feed ON users;
DROP TRIGGER users_make_feed ON users;
DROP TABLE operation_results;
DROP TABLE tombstones;
ALTER TABLE files
    DROP CONSTRAINT files_folder_fkey,
    DROP COLUMN folder_id,
    DROP COLUMN content_sha256,
    DROP COLUMN content_modified_at,
    DROP COLUMN revision,
    DROP COLUMN deleted_at,
    DROP COLUMN trash_root;
DROP TABLE folders;
DROP TABLE user_feed;
DROP FUNCTION files_count_resized();
DROP FUNCTION files_count_gone();
DROP FUNCTION files_count_added();
DROP FUNCTION rows_leave_feed();
DROP FUNCTION folders_enter_feed();
DROP FUNCTION files_enter_feed();
DROP FUNCTION users_enter_feed();
DROP FUNCTION users_make_feed();
DROP FUNCTION feed_next(UUID);
"""


def upgrade():
    op.execute(TABLES)
    op.execute(COUNTER)
    op.execute(USERS)
    op.execute(ROWS)
    op.execute(USAGE)
    op.execute(EXISTING)


def downgrade():
    op.execute(REMOVE)
