"""The tables, as they are in a playlog that is up to date; how they came to be so: migrations/versions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Insert,
    Integer,
    MetaData,
    String,
    Table,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.types import TypeDecorator

from .text import ADDRESS, COPY, HEADLINE, ID, ITEM, NAME, NOTE, SLUG, STATE, WORD, utc


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC: SQLite knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        return utc(value) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        found: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return found.astimezone(UTC)


def _text(name: str, most: int) -> Column[str]:
    return Column(name, String(most), nullable=False, server_default="")


def _slot() -> tuple[Column[str], Column[datetime]]:
    return (
        Column("station", String(NAME), primary_key=True),
        Column("slot", Moment, primary_key=True),
    )


def _of_bulletin() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["station", "slot"], ["bulletins.station", "bulletins.slot"], ondelete="CASCADE")


tables = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

seen = Table(
    "seen",  # an article on a wire; the same copy on two wires is two rows
    tables,
    Column("article", String(ID), primary_key=True),
    Column("item", String(ITEM), primary_key=True),  # the same for all versions of it on its wire
    _text("wire", HEADLINE),
    _text("guid", HEADLINE),
    _text("url", ADDRESS),
    _text("link", ITEM),  # what `url` is looked up by
    _text("source", NAME),
    _text("headline", HEADLINE),
    _text("words", HEADLINE),  # the headline, as it is searched
    _text("slug", SLUG),
    _text("category", WORD),
    _text("language", WORD),
    Column("published", Moment),
    Column("first_seen", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Index(None, "item"),
    Index(None, "link"),
    Index(None, "slug"),
    Index(None, "last_seen"),
    sqlite_with_rowid=False,
)

tellings = Table(
    "tellings",  # which articles told an event
    tables,
    Column("event", String(ID), primary_key=True),
    Column("article", String(ID), primary_key=True),
    Index(None, "article"),
    sqlite_with_rowid=False,
)

bulletins = Table(
    "bulletins",
    tables,
    *_slot(),
    Column("status", String(STATE), nullable=False),
    Column("token", String(ID), nullable=False),  # of the claim that may write
    Column("holder", String(NAME), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("began", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("until", Moment),
    _text("template", NAME),
    _text("script", ADDRESS),
    _text("script_hash", ID),
    _text("approved_hash", ID),
    _text("name", NAME),
    _text("title", HEADLINE),
    _text("voice", NAME),
    _text("folder", ADDRESS),
    _text("audio", ADDRESS),
    Column("duration_seconds", Float(53)),
    Column("loudness_lufs", Float(53)),
    Column("true_peak_dbtp", Float(53)),
    _text("reason", NOTE),
    _text("kept", STATE),
    Column("considered", Integer, nullable=False, server_default="0"),
    Index(None, "slot"),
)

choices = Table(
    "choices",
    tables,
    *_slot(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", String(ID), nullable=False),
    Column("article", String(ID), nullable=False),
    Column("item", String(ITEM), nullable=False),
    Column("place", Integer),
    Column("score", Float(53), nullable=False),
    Column("breaking", Boolean, nullable=False),
    Column("is_update", Boolean, nullable=False),
    _text("reason", NOTE),
    _of_bulletin(),
    Index(None, "event", "station", "slot"),
    Index(None, "slot"),
    sqlite_with_rowid=False,
)

airings = Table(
    "airings",
    tables,
    *_slot(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event", String(ID), nullable=False),
    Column("article", String(ID), nullable=False),
    _text("slug", SLUG),
    _text("headline", HEADLINE),
    _text("words", HEADLINE),
    _text("copy", COPY),
    _text("category", WORD),
    _of_bulletin(),
    Index(None, "event"),
    Index(None, "slug"),
)

marks = Table(
    "marks",
    tables,
    Column("station", String(NAME), primary_key=True),
    Column("event", String(ID), primary_key=True),
    Column("kind", String(STATE), primary_key=True),
    Column("until", Moment),
    Column("made", Moment, nullable=False),
    _text("note", NOTE),
)

happenings = Table(
    "happenings",
    tables,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("station", String(NAME), nullable=False),
    Column("slot", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    Column("what", String(WORD), nullable=False),
    _text("by", NAME),
    _text("note", NOTE),
    _of_bulletin(),
    Index(None, "station", "slot"),
)

deliveries = Table(
    "deliveries",  # since 0002
    tables,
    *_slot(),
    Column("target", String(NAME), primary_key=True),
    Column("state", String(STATE), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("changed", Moment, nullable=False),
    _text("identity", NOTE),
    _text("note", NOTE),
    _of_bulletin(),
    Index(None, "state"),
)


def unless_there(connection: Connection, table: Table) -> Insert:
    """An insert that leaves a row alone which is there already; its `rowcount` says how many were not."""
    made: Insert = _dialect(connection).insert(table).on_conflict_do_nothing()
    return made.execution_options(preserve_rowcount=True)


def in_place(connection: Connection, table: Table, values: dict[str, Any]) -> Insert:
    """An insert of one row, or a change of the one that is there under the same key."""
    key = [column.name for column in table.primary_key]
    change = {name: value for name, value in values.items() if name not in key}
    made: Insert = (
        _dialect(connection).insert(table).values(**values).on_conflict_do_update(index_elements=key, set_=change)
    )
    return made


def _dialect(connection: Connection) -> Any:
    return sqlite if connection.dialect.name == "sqlite" else postgresql
