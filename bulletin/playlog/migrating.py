"""A playlog is made, or brought up to date: by one process, however many ask, in one transaction.

Alembic is read in only when there is something to do.
"""

from __future__ import annotations

import io
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import Connection, Engine

from ..errors import PlaylogError
from .opening import in_memory, place_of, reading, write_ahead, writing
from .tables import tables

NEWEST = "0002"  # the last of migrations/versions: a test holds them together
VERSION = (
    "playlog_version"  # the table that says which one the database has; not Alembic's usual name, which others use
)
LOCK = 0x706C61796C6F67  # PostgreSQL's advisory lock for it: "playlog"
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    "postgresql": "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()",
}


def bring_up_to_date(engine: Engine) -> None:
    """Make the tables, or change them to what this version of the program knows.  Raises PlaylogError.

    The rows are kept.  A database of another program, or of a newer version of ours, is left as it is.
    """
    if in_memory(engine):
        tables.create_all(engine)
        return
    with reading(engine) as connection:
        current = _version(connection, engine) == NEWEST
    if not current:
        with writing(engine) as connection:
            _change(connection, engine)
    write_ahead(engine)


def _change(connection: Connection, engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    found = _version(connection, engine)  # another process may have been first
    if not found and engine.dialect.name == "postgresql":
        _check_encoding(connection, engine)
    if found != NEWEST:
        _upgrade(connection)


def _version(connection: Connection, engine: Engine) -> str:
    """The version that a database has; "" for an empty one.  Raises PlaylogError for one that is not ours to change."""
    there = {str(name) for (name,) in connection.execute(text(TABLES[engine.dialect.name]))}
    if VERSION not in there:
        if there:
            some = ", ".join(sorted(there)[:3])
            raise PlaylogError(
                f"{place_of(engine)} is another program's database (its tables: {some}); name one of its own in [playlog] url"
            )
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar()  # noqa: S608 -- a constant
    if not isinstance(found, str) or not found.isdigit():
        raise PlaylogError(f"the playlog {place_of(engine)} does not say which version it has; put its backup there")
    if found > NEWEST:
        raise PlaylogError(
            f"the playlog {place_of(engine)} was written by a newer bulletin (version {found}, this one knows {NEWEST}):"
            " pip install --upgrade bulletin-radio"
        )
    return found


def _check_encoding(connection: Connection, engine: Engine) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise PlaylogError(
            f"the database {place_of(engine)} is in {encoding}, which has not all letters: createdb --encoding=UTF8 --template=template0"
        )


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, NEWEST)
