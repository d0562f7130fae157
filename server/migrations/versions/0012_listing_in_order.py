"""A folder's children in the order of its listing: by the index alone, without sorting what has the same name.

Revision ID: 0012
Revises: 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

OF_FILES = "idx_files_user_id_folder_name ON files (user_id, folder_id, filename COLLATE \"C\""
OF_FOLDERS = "idx_folders_user_id_parent_name ON folders (user_id, parent_id, name COLLATE \"C\""


def replace(end):
    op.execute("DROP INDEX idx_files_user_id_folder_name")
    op.execute("DROP INDEX idx_folders_user_id_parent_name")
    op.execute(f"CREATE INDEX {OF_FILES}{end}")
    op.execute(f"CREATE INDEX {OF_FOLDERS}{end}")


def upgrade():
    replace(", id)")


def downgrade():
    replace(")")
