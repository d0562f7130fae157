"""Files of a user, the newest first: how API 1 lists them, and the query of docs/database.md.

Revision ID: 0011
Revises: 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        "CREATE INDEX idx_files_user_id_newest ON files (user_id, created_at DESC, id DESC) WHERE is_deleted = false"
    )


def downgrade():
    op.execute("DROP INDEX idx_files_user_id_newest")
