"""Alembic's way in: the connection, and its transaction, are the caller's (playlog/migrating.py)."""

from alembic import context

from bulletin.playlog.migrating import VERSION
from bulletin.playlog.tables import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables,
    version_table=VERSION,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
