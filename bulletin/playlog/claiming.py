"""One bulletin for one (station, slot), whoever tries: claims and their leases.

The row's token is the fence: who was taken over writes under an old one, and is refused.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, update
from sqlalchemy.engine import Connection, Engine

from ..errors import PlaylogError
from .opening import reading, writing
from .rows import called, entry_of, name_of, note_down, row_of, same
from .tables import bulletins, unless_there
from .text import NAME, cut, utc
from .values import Claim, Taken

OPEN = ("making", "scripted", "approved")  # somebody's, while the lease runs
FINISHED = ("made", "aired")


def claim(
    engine: Engine, station: str, slot: datetime, by: str, now: datetime, lease_seconds: float, again: bool
) -> Claim | Taken:
    """The right to make a bulletin, or who has it.  Raises PlaylogError."""
    station, slot, by, now = name_of(station), utc(slot), cut(by, NAME), utc(now)
    with reading(engine) as connection:  # most that come late need no turn at writing to learn it
        row = row_of(connection, station, slot)
        if row is not None and not _free(row, now, again):
            return _taken(row, now)
    held = Claim(station, slot, by, uuid.uuid4().hex, now + timedelta(seconds=lease_seconds), lease_seconds)
    ours = {"token": held.token, "holder": by, "began": now, "changed": now, "until": held.until}
    with writing(engine) as connection:
        new = {"station": station, "slot": slot, "status": "making", "attempt": 1, **ours}
        if connection.execute(unless_there(connection, bulletins), new).rowcount == 1:
            note_down(connection, station, slot, "claimed", by, "", now)
            return held
        row = row_of(connection, station, slot, lock=True)
        if row is None:
            raise PlaylogError(f"the bulletin {called(station, slot)} was pruned this moment; it is too old to make")
        if not _free(row, now, again):
            return _taken(row, now)
        left = row.status in OPEN and row.until is not None  # by a process that died
        begun = _begun(row, again) | {"attempt": row.attempt + 1, "reason": ""}
        connection.execute(update(bulletins).where(*same(station, slot)).values(**ours, **begun))
        what, note = ("taken over", f"from {row.holder}") if left else ("claimed", f"it was {row.status}")
        note_down(connection, station, slot, what, by, note, now)
        goes_on = begun["status"] != "making"
    return replace(
        held,
        attempt=row.attempt + 1,
        status=begun["status"],
        script=row.script if goes_on else "",
        script_hash=row.script_hash if goes_on else "",
    )


def _free(row: Row[Any], now: datetime, again: bool) -> bool:
    """May this bulletin be claimed?  `again`: also one that is finished."""
    if row.status in OPEN:
        return row.until is None or bool(row.until <= now)
    return again or row.status in ("none", "failed")


def _begun(row: Row[Any], again: bool) -> dict[str, Any]:
    """Where a new claim starts: at the script that is there, but from the beginning where it is made again."""
    if row.status in ("scripted", "approved") and not again:
        return {"status": row.status}
    approved = row.approved_hash if row.status == "failed" and not again else ""  # what a person said yes to stays said
    return {"status": "making", "approved_hash": approved, "kept": row.status if row.status in FINISHED else row.kept}


def _taken(row: Row[Any], now: datetime) -> Taken:
    name = called(row.station, row.slot)
    if row.status in FINISHED:
        return Taken(entry_of(row), f"the bulletin {name} is already {row.status}")
    left = (row.until - now).total_seconds()
    return Taken(entry_of(row), f"the bulletin {name} is being made by {row.holder}, for {left:.0f} s more at most")


def renew(engine: Engine, held: Claim, now: datetime) -> Claim:
    """Hold a claim for another lease, counted from `now`.  Raises PlaylogError where it was lost."""
    until = utc(now) + timedelta(seconds=held.lease_seconds)
    with writing(engine) as connection:
        fence(connection, held)
        change(connection, held, until=until)
    return replace(held, until=until)


def release(engine: Engine, held: Claim, now: datetime) -> None:
    """Let go of a claim, and leave the bulletin as far as it is: a script that waits for a person."""
    with writing(engine) as connection:
        fence(connection, held)
        change(connection, held, until=None, token="")
        note_down(connection, held.station, held.slot, "released", held.by, "", utc(now))


def fence(connection: Connection, held: Claim) -> Row[Any]:
    """The row of a claim that is still ours, held fast to the transaction's end.  Raises PlaylogError where it is not."""
    row = row_of(connection, held.station, held.slot, lock=True)
    name = called(held.station, held.slot)
    if row is None:
        raise PlaylogError(f"the bulletin {name} is no longer in the playlog: it was pruned meanwhile")
    if not row.token:
        raise PlaylogError(f"the bulletin {name} was let go of; claim it again to change it")
    if row.token != held.token:
        raise PlaylogError(
            f"the bulletin {name} was taken over by {row.holder} at {row.began:%H:%M:%S} UTC; what {held.by} made is not used"
        )
    if row.status not in OPEN:
        raise PlaylogError(f"the bulletin {name} is already {row.status}; claim it again to change it")
    return row


def change(connection: Connection, held: Claim, **values: Any) -> None:
    """Change the row of a claim, after `fence`."""
    connection.execute(update(bulletins).where(*same(held.station, held.slot)).values(**values))
