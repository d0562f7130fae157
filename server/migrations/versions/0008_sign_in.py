"""Failed sign-ins, counted for all servers of a database, and accounts whose owner wants them deleted.

Revision ID: 0008
Revises: 0007
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# What is counted is named by a digest: people type passwords where the e-mail address belongs.
FAILURES = """
CREATE TABLE login_failures (
    subject CHAR(64) PRIMARY KEY,
    failures INTEGER NOT NULL,
    free_failures INTEGER NOT NULL,
    longest_wait INTEGER NOT NULL,
    last_failure TIMESTAMP WITH TIME ZONE NOT NULL,
    free_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX idx_login_failures_last_failure ON login_failures (last_failure);
COMMENT ON COLUMN login_failures.subject IS 'SHA-256 of a scope with an account, an address prefix or both';
COMMENT ON COLUMN login_failures.free_failures IS 'how many cost no waiting';
COMMENT ON COLUMN login_failures.longest_wait IS 'in seconds';
COMMENT ON COLUMN login_failures.free_at IS 'no attempt is made before';
"""

DELETION = """
ALTER TABLE users ADD COLUMN deletion_requested_at TIMESTAMP WITH TIME ZONE;
CREATE INDEX idx_users_deletion_requested_at ON users (deletion_requested_at) WHERE deletion_requested_at IS NOT NULL;
"""

REMOVE = """
ALTER TABLE users DROP COLUMN deletion_requested_at;
DROP TABLE login_failures;
"""


def upgrade():
    op.execute(FAILURES)
    op.execute(DELETION)


def downgrade():
    op.execute(REMOVE)
