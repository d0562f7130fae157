"""A quota of its own for each user, told by the feed when it changes.

users.quota_bytes takes the place of user_feed.quota, which no statement of an administrator should touch: its row is
the lock of the feed. The old column stays, unread, for servers of the version before.

What an unfinished upload had reserved is free again when it is given up. Clients wait for that, so it moves the feed;
a reservation that is made does not: the client that made it knows, and the others are told with the file.

Revision ID: 0006
Revises: 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

QUOTA = """
ALTER TABLE users ADD COLUMN quota_bytes BIGINT CHECK (quota_bytes >= 0);
COMMENT ON COLUMN users.quota_bytes IS 'what all files may take, trash and unfinished uploads too; null: as configured';
UPDATE users SET quota_bytes = user_feed.quota FROM user_feed
    WHERE user_feed.user_id = users.id AND user_feed.quota >= 0;
COMMENT ON COLUMN user_feed.quota IS 'not read any more: users.quota_bytes is';

CREATE FUNCTION users_quota_enters_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM feed_next(NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER users_quota_enters_feed AFTER UPDATE OF quota_bytes ON users FOR EACH ROW
    WHEN (OLD.quota_bytes IS DISTINCT FROM NEW.quota_bytes) EXECUTE FUNCTION users_quota_enters_feed();

CREATE FUNCTION uploads_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM feed_next(NEW.user_id);
    RETURN NULL;
END $$;
CREATE TRIGGER uploads_release AFTER UPDATE OF state ON uploads FOR EACH ROW
    WHEN (OLD.state IN ('open', 'completing') AND NEW.state = 'abandoned') EXECUTE FUNCTION uploads_release();
"""

REMOVE = """
DROP TRIGGER uploads_release ON uploads;
DROP FUNCTION uploads_release();
DROP TRIGGER users_quota_enters_feed ON users;
DROP FUNCTION users_quota_enters_feed();
UPDATE user_feed SET quota = users.quota_bytes FROM users WHERE users.id = user_feed.user_id;
COMMENT ON COLUMN user_feed.quota IS NULL;
ALTER TABLE users DROP COLUMN quota_bytes;
"""


def upgrade():
    op.execute(QUOTA)


def downgrade():
    op.execute(REMOVE)
