"""What the store called a content when it was completed, for stores whose tags are not made from our digest.

Revision ID: 0007
Revises: 0006
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE objects ADD COLUMN etag VARCHAR(128)")
    op.execute("COMMENT ON COLUMN objects.etag IS 'as the store told it, quotes included; empty: made from the digest'")


def downgrade():
    op.execute("ALTER TABLE objects DROP COLUMN etag")
