"""Public links. What opens one is not in the table: only the server's key makes it of the id.

A withdrawn link keeps its row, so that the feed can tell it; a purged file takes its links along, which its tombstone
tells. How often a link was used changes without the feed: strangers must not be able to keep it moving.

Revision ID: 0010
Revises: 0009
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LINKS = """
CREATE TABLE links (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    file_id UUID NOT NULL REFERENCES files(id) ON DELETE CASCADE,
    password_hash VARCHAR(255),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    expires_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    opened BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX idx_links_user_id_revision ON links (user_id, revision);
CREATE INDEX idx_links_file_id ON links (file_id);
COMMENT ON COLUMN links.opened IS 'downloads that were handed out';

CREATE FUNCTION links_enter_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := feed_next(NEW.user_id);
    RETURN NEW;
END $$;
CREATE TRIGGER links_enter_feed BEFORE INSERT OR UPDATE OF expires_at, password_hash, revoked_at ON links
    FOR EACH ROW EXECUTE FUNCTION links_enter_feed();
"""

REMOVE = """
DROP TABLE links;
DROP FUNCTION links_enter_feed();
"""


def upgrade():
    op.execute(LINKS)


def downgrade():
    op.execute(REMOVE)
