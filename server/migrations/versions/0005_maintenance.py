"""What looking after the server needs: the backups that are kept, and leftovers of uploads in the deletion queue.

An object that was committed goes only when no kept backup can name it. A backup names what its dump's snapshot refers
to, so one row per backup decides that for every object: those queued before it began are not in it, nor are those made
after its dump. An hour is added to the first, because a queue's time is that of its transaction's beginning.

Revision ID: 0005
Revises: 0004
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BACKUPS = """
CREATE TABLE backups (
    id UUID PRIMARY KEY,
    repository UUID NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    dumped_at TIMESTAMP WITH TIME ZONE,
    finished_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX idx_backups_repository ON backups (repository);
COMMENT ON COLUMN backups.dumped_at IS 'the dump holds nothing that came after; null while that is not known';

ALTER TABLE object_deletions ADD COLUMN never_committed BOOLEAN NOT NULL DEFAULT false;
COMMENT ON COLUMN object_deletions.never_committed IS 'left by an upload that came to nothing: no backup names it';

CREATE FUNCTION backup_may_name(queued TIMESTAMP WITH TIME ZONE, made TIMESTAMP WITH TIME ZONE) RETURNS BOOLEAN
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM backups WHERE started_at < queued + INTERVAL '1 hour'
                   AND (dumped_at IS NULL OR made IS NULL OR made <= dumped_at));
$$;
"""

# An address that was handed out is good for an hour: what arrives late lies under a key that no row has.
LEFTOVERS = """
CREATE FUNCTION uploads_queue_leftovers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM files WHERE s3_key = OLD.object_key)
       AND NOT EXISTS (SELECT 1 FROM objects WHERE key = OLD.object_key) THEN
        INSERT INTO object_deletions (key, due_at, never_committed)
            VALUES (OLD.object_key, CURRENT_TIMESTAMP + INTERVAL '1 day', true) ON CONFLICT (key) DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER uploads_abandoned AFTER UPDATE OF state ON uploads FOR EACH ROW
    WHEN (NEW.state = 'abandoned' AND OLD.state <> 'abandoned' AND OLD.method <> 'present')
    EXECUTE FUNCTION uploads_queue_leftovers();
CREATE TRIGGER uploads_gone AFTER DELETE ON uploads FOR EACH ROW
    WHEN (OLD.state IN ('open', 'completing') AND OLD.method <> 'present')
    EXECUTE FUNCTION uploads_queue_leftovers();
"""

REMOVE = """
DROP TRIGGER uploads_gone ON uploads;
DROP TRIGGER uploads_abandoned ON uploads;
DROP FUNCTION uploads_queue_leftovers();
DROP FUNCTION backup_may_name(TIMESTAMP WITH TIME ZONE, TIMESTAMP WITH TIME ZONE);
ALTER TABLE object_deletions DROP COLUMN never_committed;
DROP TABLE backups;
"""


def upgrade():
    op.execute(BACKUPS)
    op.execute(LEFTOVERS)


def downgrade():
    op.execute(REMOVE)
