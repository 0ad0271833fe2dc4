"""What happens to a bulletin after its script is written: corrected, approved, delivered, aired, withdrawn."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.engine import Connection, Engine

from ..errors import PlaylogError
from .opening import reading, writing
from .rows import called, name_of, note_down, row_of, same
from .tables import bulletins, deliveries, in_place
from .text import ID, NAME, NOTE, cut, utc
from .values import Delivery

# What may happen, to a bulletin of which status, and the status that it has then; None: as before.
MAY: dict[str, tuple[tuple[str, ...], str | None]] = {
    "corrected": (("scripted", "approved", "failed"), "scripted"),
    "approved": (("scripted", "approved"), "approved"),
    "rejected": (("scripted", "approved"), "none"),
    "delivered": (("made", "aired"), None),
    "aired": (("made", "aired"), "aired"),
    "withdrawn": (("made", "aired"), None),
}


def happened(
    engine: Engine, station: str, slot: datetime, what: str, by: str, note: str, now: datetime, script_hash: str
) -> None:
    """Write down that something happened to a bulletin.  Raises PlaylogError where it cannot have."""
    station, slot, now = name_of(station), utc(slot), utc(now)
    with writing(engine) as connection:
        row = _row(connection, station, slot, what)
        if what == "approved" and script_hash != row.script_hash:
            raise PlaylogError(f"the script {called(station, slot)} was changed since it was read; read it again")
        if what == "corrected" and row.until and now < row.until:
            raise PlaylogError(f"the bulletin {called(station, slot)} is being made by {row.holder} as it was")
        if becomes := MAY[what][1]:
            values = _becoming(row, what, becomes, note, cut(script_hash, ID)) | {"changed": now}
            connection.execute(update(bulletins).where(*same(station, slot)).values(**values))
        note_down(connection, station, slot, what, by, note, now)


def deliver(engine: Engine, station: str, slot: datetime, of: Delivery, by: str, now: datetime) -> None:
    """Write down what a target has of a bulletin; the history is told when that changes.  Raises PlaylogError."""
    station, slot, now = name_of(station), utc(slot), utc(now)
    row = {
        "station": station,
        "slot": slot,
        "target": cut(of.target, NAME),
        "state": of.state,
        "identity": cut(of.identity, NOTE),
        "tries": of.tries,
        "note": cut(of.note, NOTE),
        "changed": now,
    }
    with writing(engine) as connection:
        _row(connection, station, slot, "delivered")
        ours = deliveries.c.station == station, deliveries.c.slot == slot, deliveries.c.target == row["target"]
        before = connection.execute(select(deliveries.c.state).where(*ours)).scalar()
        connection.execute(in_place(connection, deliveries, row))
        if of.state not in ("trying", before):
            what = "delivery failed" if of.state == "failed" else of.state
            note_down(connection, station, slot, what, by, f"{of.target}: {of.note}" if of.note else of.target, now)


def begin(
    engine: Engine, station: str, slot: datetime, target: str, by: str, now: datetime, lease_seconds: float
) -> Delivery | None:
    """The right to bring a bulletin to a target, for one process; None where it is there, or another is at it.

    Raises PlaylogError.
    """
    station, slot, now, target = name_of(station), utc(slot), utc(now), cut(target, NAME)
    with writing(engine) as connection:
        _row(connection, station, slot, "delivered")
        ours = deliveries.c.station == station, deliveries.c.slot == slot, deliveries.c.target == target
        row = connection.execute(select(deliveries).where(*ours)).one_or_none()
        if row is not None and row.state in ("delivered", "withdrawn"):
            return None
        if (
            row is not None
            and row.state == "trying"
            and row.tries
            and now < row.changed + timedelta(seconds=lease_seconds)
        ):
            return None
        identity = row.identity if row is not None else ""
        tries = row.tries + 1 if row is not None else 1
        values = {"station": station, "slot": slot, "target": target, "state": "trying", "identity": identity}
        connection.execute(in_place(connection, deliveries, values | {"tries": tries, "note": by, "changed": now}))
        return Delivery(target, "trying", identity, tries, by, now)


def delivered(engine: Engine, station: str, slot: datetime) -> tuple[Delivery, ...]:
    """What the targets have of a bulletin, by their names."""
    asked = select(deliveries).where(deliveries.c.station == station, deliveries.c.slot == utc(slot))
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(deliveries.c.target)).all()
    return tuple(Delivery(row.target, row.state, row.identity, row.tries, row.note, row.changed) for row in rows)


def _becoming(row: Row[Any], what: str, becomes: str, note: str, script_hash: str) -> dict[str, Any]:
    if what == "corrected":  # other words: nobody has said yes to them, and what failed may be tried again
        return {"status": becomes, "script_hash": script_hash, "approved_hash": "", "reason": ""}
    if what == "approved":
        return {"status": becomes, "approved_hash": row.script_hash}
    if what == "rejected":  # who holds a claim on it finds that it is over
        return {"status": row.kept or becomes, "reason": cut(note, NOTE), "until": None, "kept": ""}
    return {"kept": becomes} if row.kept else {"status": becomes}


def _row(connection: Connection, station: str, slot: datetime, what: str) -> Row[Any]:
    """A bulletin's row, held fast.  Raises PlaylogError where that cannot happen to it."""
    if what not in MAY:
        raise PlaylogError(f'a bulletin cannot be "{cut(what, 40)}"; it is {", ".join(MAY)}')
    row = row_of(connection, station, slot, lock=True)
    if row is None:
        raise PlaylogError(f"there is no bulletin {called(station, slot)}")
    of_finished = "made" in MAY[what][0]  # and the finished one stands while it is made anew
    status = (row.kept if of_finished else "") or row.status
    if status not in MAY[what][0]:
        raise PlaylogError(f"the bulletin {called(station, slot)} cannot be {what}: it is {status}")
    return row
