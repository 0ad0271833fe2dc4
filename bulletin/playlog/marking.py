"""What an editor wants of an event: pins and kills."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.engine import Engine

from ..model import Mark
from .opening import reading, writing
from .rows import name_of
from .tables import in_place, marks
from .text import ID, NOTE, STATE, cut, utc


def mark(engine: Engine, station: str, wanted: Mark, now: datetime) -> None:
    """Mark an event; a mark of the same kind is replaced.  Raises PlaylogError."""
    row = {
        "station": name_of(station),
        "event": cut(wanted.event, ID),
        "kind": cut(wanted.kind, STATE),
        "until": wanted.until,
        "made": utc(now),
        "note": cut(wanted.note, NOTE),
    }
    with writing(engine) as connection:
        connection.execute(in_place(connection, marks, row))


def unmark(engine: Engine, station: str, event: str, kind: str) -> bool:
    """Take a mark away; False where there was none.  Raises PlaylogError."""
    ours = marks.c.station == station, marks.c.event == cut(event, ID), marks.c.kind == kind
    with writing(engine) as connection:
        return connection.execute(delete(marks).where(*ours)).rowcount > 0


def marks_at(engine: Engine, station: str, now: datetime) -> tuple[Mark, ...]:
    """The marks that hold at `now`, in the order in which they were made.  Raises PlaylogError."""
    asked = select(marks).where(marks.c.station == station, or_(marks.c.until.is_(None), marks.c.until > utc(now)))
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(marks.c.made, marks.c.event, marks.c.kind)).all()
    return tuple(Mark(row.event, row.kind, row.until, row.note) for row in rows)
