"""A person brings a finished bulletin to a target, or takes it off the air, now: with the loop or without one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from .. import air
from ..errors import PlaylogError, SourceError, TargetError
from ..playlog import Delivery, Entry, Playlog
from ..station import Station, slug_of
from ..station import Target as Row
from .airing import SECONDS, identity_of, parcel_of, refuse_stale, taken_back


def entry_in(folder: Path, station: Station, log: Playlog) -> Entry:
    """The bulletin that a folder holds; as the playlog has it, if it is that one.  Raises SourceError."""
    try:
        told = json.loads((folder / "manifest.json").read_bytes())
        slot, template = datetime.fromisoformat(told["air_time"]).astimezone(UTC), str(told["template"])
        owner = slug_of(str(told["station"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        why = error.strerror if isinstance(error, OSError) else f"{error}"
        raise SourceError(f"{folder}: no finished bulletin is there ({why}); `bulletin history` lists them") from None
    if owner != station.slug:
        raise SourceError(f"{folder}: it is a bulletin of {owner}, not of {station.name}: use --station")
    known = log.bulletin(station.slug, slot)
    if known and known.folder and Path(known.folder).resolve() == folder.resolve():
        return known
    return Entry(station.slug, slot, "made", "", 0, slot, slot, template=template, folder=str(folder))


def newest(station: Station, log: Playlog, now: datetime) -> Entry:
    """The newest finished bulletin whose slot has begun; else the next one, which is made already.

    Raises PlaylogError where there is none.
    """
    every = [entry for entry in log.history(station.slug, limit=200) if _stands(entry) in ("made", "aired")]
    due = [entry for entry in every if entry.slot <= now]
    if not every:
        raise PlaylogError("no bulletin was made yet: `bulletin make`, or name a bulletin's folder")
    return max(due, key=lambda entry: entry.slot) if due else min(every, key=lambda entry: entry.slot)


def deliver_now(entry: Entry, row: Row, station: Station, log: Playlog, *, by: str, now: datetime) -> air.Receipt:
    """Bring it there, whatever the playlog has of it.  Raises TargetError, also for one that is stale, PublishError."""
    name = row.name or row.kind
    parcel = parcel_of(entry, station, identity_of(log, entry, name))
    refuse_stale(parcel, station, now)
    receipt = air.opened(row, station).deliver(parcel, now=now, seconds=SECONDS)
    _note(entry, Delivery(name, "delivered", receipt.identity, note=receipt.note), log, by, now)
    return receipt


def withdraw_now(entry: Entry, row: Row, station: Station, log: Playlog, *, by: str, now: datetime) -> air.Receipt:
    """Take it off the air there, for good: the loop does not bring it again.  Raises TargetError."""
    name = row.name or row.kind
    before = next((of for of in log.deliveries(entry.station, entry.slot) if of.target == name), None)
    identity = before.identity if before else identity_of(log, entry, name)
    _note(
        entry, Delivery(name, "withdrawn", identity, note=by), log, by, now
    )  # first: the loop may be about to bring it
    try:
        return air.opened(row, station).withdraw(taken_back(entry, station, identity), now=now, seconds=SECONDS)
    except TargetError as error:
        _note(entry, Delivery(name, "delivered", identity, note=str(error)), log, by, now)
        raise


def _note(entry: Entry, delivery: Delivery, log: Playlog, by: str, now: datetime) -> None:
    """Write it down, where the playlog has that bulletin."""
    known = log.bulletin(entry.station, entry.slot)
    if known and known.folder == entry.folder:
        log.deliver(entry.station, entry.slot, replace(delivery, tries=1), by=by, now=now)


def _stands(entry: Entry) -> str:
    return entry.kept or entry.status
