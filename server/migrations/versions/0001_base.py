"""The documented schema, exactly: users, user_sessions and files of docs/database.md.

What the product needs beyond it comes as later, additive revisions.

Revision ID: 0001
Revises:
"""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.execute('CREATE EXTENSION IF NOT EXISTS "uuid-ossp"')
    op.execute(
        """
        CREATE TABLE users (
            id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
            email VARCHAR(255) UNIQUE NOT NULL,
            username VARCHAR(50) UNIQUE NOT NULL,
            password_hash VARCHAR(255) NOT NULL,
            full_name VARCHAR(100),
            created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
            updated_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
            is_active BOOLEAN DEFAULT true,
            last_login TIMESTAMP WITH TIME ZONE
        );
        CREATE INDEX idx_users_email ON users(email);
        CREATE INDEX idx_users_username ON users(username);

        CREATE TABLE user_sessions (
            id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
            user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            refresh_token VARCHAR(255) NOT NULL,
            expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
            device_info VARCHAR(255),
            UNIQUE(user_id, refresh_token)
        );
        CREATE INDEX idx_user_sessions_user_id ON user_sessions(user_id);
        CREATE INDEX idx_user_sessions_token ON user_sessions(refresh_token);

        CREATE TABLE files (
            id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
            user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            filename VARCHAR(255) NOT NULL,
            s3_key VARCHAR(512) NOT NULL,
            file_size BIGINT NOT NULL,
            mime_type VARCHAR(127),
            created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
            updated_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
            is_deleted BOOLEAN DEFAULT false
        );
        CREATE INDEX idx_files_user_id ON files(user_id);
        CREATE INDEX idx_files_user_id_deleted ON files(user_id, is_deleted);
        """
    )
    # "Automatic timestamp updates on record modification"
    op.execute(
        """
        CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.updated_at := CURRENT_TIMESTAMP;
            RETURN NEW;
        END
        $$;
        CREATE TRIGGER users_set_updated_at BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at();
        CREATE TRIGGER files_set_updated_at BEFORE UPDATE ON files FOR EACH ROW EXECUTE FUNCTION set_updated_at();
        """
    )


def downgrade():
    op.execute("DROP TABLE files; DROP TABLE user_sessions; DROP TABLE users; DROP FUNCTION set_updated_at();")
    op.execute('DROP EXTENSION IF EXISTS "uuid-ossp"')
