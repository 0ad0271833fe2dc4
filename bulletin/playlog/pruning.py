"""What is old is forgotten, so that the playlog stays a size."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, select
from sqlalchemy.engine import Engine

from .opening import writing
from .seeing import STILL_THERE, one_at_a_time
from .tables import airings, bulletins, choices, deliveries, happenings, marks, seen, tellings
from .text import utc

LEFT_OUT_DAYS = 14  # so long is it known why a story was not chosen: hundreds of rows for each bulletin


def prune(engine: Engine, now: datetime, keep_days: int) -> int:
    """Forget bulletins that are older than `keep_days`, articles no wire has had since, and marks that ended before.

    What was not chosen goes after 14 days, and its articles stay.  Returns how many rows went.  Raises PlaylogError.
    """
    if keep_days < 1:
        raise ValueError("a playlog keeps a day at least")
    until = utc(now) - timedelta(days=keep_days)
    left_out = max(until, utc(now) - timedelta(days=LEFT_OUT_DAYS))
    with writing(engine) as connection:
        one_at_a_time(connection)

        def without(table: Table, *old: ColumnElement[bool]) -> int:
            return connection.execute(delete(table).where(*old)).rowcount

        gone = without(choices, choices.c.slot < left_out, choices.c.place.is_(None))
        gone += without(marks, marks.c.until < until)
        if connection.execute(select(bulletins.c.slot).where(bulletins.c.slot < until).limit(1)).first():
            for table in (choices, airings, happenings, deliveries, bulletins):
                gone += without(table, table.c.slot < until)
        forgotten = without(seen, seen.c.last_seen < until - STILL_THERE)  # written down once a day, so a day more
        if forgotten:
            there = select(seen.c.article).where(seen.c.article == tellings.c.article).exists()
            gone += without(tellings, ~there)
    return gone + forgotten
