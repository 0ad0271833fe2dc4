"""The row of one bulletin: found, held fast, and as a value; and what happened to it, line by line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select
from sqlalchemy.engine import Connection

from ..errors import PlaylogError
from .tables import bulletins, happenings
from .text import NAME, NOTE, WORD, cut
from .values import Entry


def name_of(station: str) -> str:
    """A station's slug as it is kept.  Raises PlaylogError for none: two stations must not become one."""
    if not station or station != cut(station, NAME):
        raise PlaylogError(f'"{cut(station, 40)}" is no name of a station; it has 1 to {NAME} characters')
    return station


def called(station: str, slot: datetime) -> str:
    """A bulletin as an error names it."""
    return f"of {station} at {slot:%Y-%m-%d %H:%M} UTC"


def same(station: str, slot: datetime) -> tuple[ColumnElement[bool], ...]:
    """The condition for its row."""
    return bulletins.c.station == station, bulletins.c.slot == slot


def row_of(connection: Connection, station: str, slot: datetime, *, lock: bool = False) -> Row[Any] | None:
    """A bulletin's row; `lock` keeps others from changing it until the transaction ends."""
    asked = select(bulletins).where(*same(station, slot))
    return connection.execute(asked.with_for_update() if lock else asked).one_or_none()


def entry_of(row: Row[Any], headlines: tuple[str, ...] = ()) -> Entry:
    """A bulletin's row as a value."""
    ours = {name: getattr(row, name) for name in Entry.__dataclass_fields__ if name not in ("by", "headlines")}
    return Entry(**ours, by=row.holder, headlines=headlines)


def note_down(
    connection: Connection, station: str, slot: datetime, what: str, by: str, note: str, now: datetime
) -> None:
    """One more line in a bulletin's history."""
    line = {"at": now, "what": cut(what, WORD), "by": cut(by, NAME), "note": cut(note, NOTE)}
    connection.execute(insert(happenings), {"station": station, "slot": slot, **line})
