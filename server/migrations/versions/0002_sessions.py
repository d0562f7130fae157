"""What token rotation needs beside the documented columns of user_sessions, and e-mail compared in lower case.

refresh_token holds the SHA-256 (hex) of the current refresh token. The previous token's hash stays good until its
successor, or an access token of the current generation, is first used. (A row written by the documented INSERT alone has generation
0 and no previous token.)

Revision ID: 0002
Revises: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        """
        ALTER TABLE user_sessions
            ADD COLUMN generation BIGINT NOT NULL DEFAULT 0,
            ADD COLUMN previous_hash VARCHAR(64),
            ADD COLUMN last_used_at TIMESTAMP WITH TIME ZONE;
        CREATE INDEX idx_user_sessions_expires_at ON user_sessions(expires_at);
        CREATE INDEX idx_users_email_lower ON users(lower(email));
        """
    )


def downgrade():
    op.execute(
        """
        DROP INDEX idx_users_email_lower;
        DROP INDEX idx_user_sessions_expires_at;
        ALTER TABLE user_sessions DROP COLUMN last_used_at, DROP COLUMN previous_hash, DROP COLUMN generation;
        """
    )
