"""Uploads on their way, the objects that hold contents, and the queue of objects to be removed.

Revision ID: 0004
Revises: 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

UPLOADS = """
CREATE TABLE uploads (
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    id UUID NOT NULL,
    request_hash CHAR(64) NOT NULL,
    batch_id UUID NOT NULL,
    object_key VARCHAR(512) NOT NULL,
    file_id UUID NOT NULL,
    folder_id UUID,
    filename VARCHAR(255) NOT NULL,
    file_size BIGINT NOT NULL CHECK (file_size >= 0),
    mime_type VARCHAR(127),
    content_modified_at TIMESTAMP WITH TIME ZONE,
    if_exists VARCHAR(9) NOT NULL CHECK (if_exists IN ('fail', 'keep_both', 'replace')),
    if_revision BIGINT,
    sha256 CHAR(64),
    method VARCHAR(9) NOT NULL CHECK (method IN ('single', 'multipart', 'present')),
    part_size BIGINT NOT NULL,
    state VARCHAR(10) NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'completing', 'done', 'abandoned')),
    lease UUID,
    lease_until TIMESTAMP WITH TIME ZONE,
    result_file_id UUID,
    relocated BOOLEAN NOT NULL DEFAULT false,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX idx_uploads_unfinished ON uploads (user_id) INCLUDE (file_size) WHERE state IN ('open', 'completing');
CREATE INDEX idx_uploads_state_updated_at ON uploads (state, updated_at);
CREATE INDEX idx_uploads_present ON uploads (object_key) WHERE method = 'present' AND state IN ('open', 'completing');
COMMENT ON COLUMN uploads.object_key IS 'where the bytes go; with method present, the object that has them already';
"""

# No foreign key to users: objects outlive their user until the queue has removed them.
OBJECTS = """
CREATE TABLE objects (
    key VARCHAR(512) PRIMARY KEY,
    user_id UUID NOT NULL,
    size BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    verified_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_objects_user_id_sha256 ON objects (user_id, sha256);
COMMENT ON COLUMN objects.verified_at IS 'when the store enforced or the server read this digest';

CREATE TABLE object_deletions (
    key VARCHAR(512) PRIMARY KEY,
    queued_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP + INTERVAL '7 days'
);
CREATE INDEX idx_object_deletions_due_at ON object_deletions (due_at);
CREATE INDEX idx_files_s3_key ON files (s3_key);

CREATE FUNCTION files_queue_object() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM files WHERE s3_key = OLD.s3_key)
       AND NOT EXISTS (SELECT 1 FROM uploads WHERE object_key = OLD.s3_key AND method = 'present'
                       AND state IN ('open', 'completing')) THEN
        INSERT INTO object_deletions (key) VALUES (OLD.s3_key) ON CONFLICT (key) DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER files_queue_object_gone AFTER DELETE ON files FOR EACH ROW EXECUTE FUNCTION files_queue_object();
CREATE TRIGGER files_queue_object_replaced AFTER UPDATE OF s3_key ON files FOR EACH ROW
    WHEN (OLD.s3_key <> NEW.s3_key) EXECUTE FUNCTION files_queue_object();

CREATE FUNCTION files_keep_object() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM object_deletions WHERE key = NEW.s3_key;
    RETURN NULL;
END $$;
CREATE TRIGGER files_keep_object AFTER INSERT OR UPDATE OF s3_key ON files FOR EACH ROW
    EXECUTE FUNCTION files_keep_object();
"""

REMOVE = """
DROP TRIGGER files_keep_object ON files;
DROP TRIGGER files_queue_object_replaced ON files;
DROP TRIGGER files_queue_object_gone ON files;
DROP INDEX idx_files_s3_key;
DROP TABLE object_deletions;
DROP TABLE objects;
DROP TABLE uploads;
DROP FUNCTION files_keep_object();
DROP FUNCTION files_queue_object();
"""


def upgrade():
    op.execute(UPLOADS)
    op.execute(OBJECTS)


def downgrade():
    op.execute(REMOVE)
