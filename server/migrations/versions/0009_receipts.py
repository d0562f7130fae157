"""Receipts: one for each content that is committed, begun by trigger in the transaction that commits it, signed later
when the server has read the object. Rename, replace and purge leave them as they are; they go with their user.

Contents whose digest nobody knows (rows of other programs) get none, nor do the rows that keep a replaced content in the
trash: theirs was made when they were committed.

Revision ID: 0009
Revises: 0008
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE receipt_keys (
    id VARCHAR(16) PRIMARY KEY,
    public_key CHAR(44) NOT NULL UNIQUE,
    valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
    valid_until TIMESTAMP WITH TIME ZONE
);
COMMENT ON TABLE receipt_keys IS 'every key that ever signed receipts; the one in use has no end';

CREATE TABLE receipts (
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    file_id UUID NOT NULL,
    revision BIGINT NOT NULL,
    object_key VARCHAR(512) NOT NULL,
    name VARCHAR(255) NOT NULL,
    size BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    committed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    state VARCHAR(7) NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'signed', 'refused')),
    refused VARCHAR(32),
    lease_until TIMESTAMP WITH TIME ZONE,
    payload TEXT,
    signature CHAR(88),
    key_id VARCHAR(16) REFERENCES receipt_keys(id),
    PRIMARY KEY (user_id, file_id, revision),
    CHECK ((state = 'signed') = (payload IS NOT NULL AND signature IS NOT NULL AND key_id IS NOT NULL))
);
CREATE INDEX idx_receipts_pending ON receipts (committed_at) WHERE state = 'pending';
COMMENT ON COLUMN receipts.refused IS 'why there is none: object_missing, digest_mismatch';
"""

TRIGGERS = """
CREATE FUNCTION files_begin_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO receipts (user_id, file_id, revision, object_key, name, size, sha256, committed_at)
        SELECT user_id, id, revision, s3_key, filename, file_size, content_sha256, CURRENT_TIMESTAMP FROM made
        WHERE content_sha256 IS NOT NULL AND NOT is_deleted ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER files_begin_receipts AFTER INSERT ON files REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION files_begin_receipts();

CREATE FUNCTION files_begin_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO receipts (user_id, file_id, revision, object_key, name, size, sha256, committed_at)
        VALUES (NEW.user_id, NEW.id, NEW.revision, NEW.s3_key, NEW.filename, NEW.file_size, NEW.content_sha256,
                CURRENT_TIMESTAMP) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER files_begin_receipt AFTER UPDATE OF s3_key ON files FOR EACH ROW
    WHEN (OLD.s3_key <> NEW.s3_key AND NEW.content_sha256 IS NOT NULL AND NOT NEW.is_deleted)
    EXECUTE FUNCTION files_begin_receipt();
"""

REMOVE = """
DROP TRIGGER files_begin_receipt ON files;
DROP TRIGGER files_begin_receipts ON files;
DROP FUNCTION files_begin_receipt();
DROP FUNCTION files_begin_receipts();
DROP TABLE receipts;
DROP TABLE receipt_keys;
"""


def upgrade():
    op.execute(TABLES)
    op.execute(TRIGGERS)


def downgrade():
    op.execute(REMOVE)
