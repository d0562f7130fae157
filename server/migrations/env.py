"""Runs the revisions against the database named by LEARNLAB_DATABASE_URL, each in a transaction of its own."""

import os
import sys
from logging.config import fileConfig

import psycopg2
from alembic import context
from sqlalchemy import create_engine, pool, text

if context.config.config_file_name is not None:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)

# Two programs that migrate at once take turns: any number, the same in every release.
MIGRATION_LOCK = 0x6C6561726E6C6162


def database_url():
    url = os.environ.get("LEARNLAB_DATABASE_URL", "")
    if not url:
        sys.exit("LEARNLAB_DATABASE_URL is not set: it names the database to migrate, as postgresql://…")
    return url


def run_offline():
    context.configure(url=database_url(), literal_binds=True, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()


def run_online():
    url = database_url()
    # By libpq's own reading of the address: SQLAlchemy's knows neither several hosts nor all spellings.
    engine = create_engine("postgresql://", creator=lambda: psycopg2.connect(url), poolclass=pool.NullPool)
    with engine.connect() as lock, engine.connect() as connection:
        lock.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATION_LOCK})
        context.configure(connection=connection, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
