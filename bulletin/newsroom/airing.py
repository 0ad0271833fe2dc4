"""Made -> on air: a finished bulletin is brought to a target, taken back, and both are written down."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from .. import air
from ..errors import PublishError, TargetError
from ..playlog import Delivery, Entry, Playlog
from ..station import Station, slug_of
from ..station import Target as Row

SECONDS = 60.0  # for one delivery to one target
BACK = timedelta(days=7)  # how far back the identity is looked for that a target keeps


def parcel_of(entry: Entry, station: Station, identity: str = "") -> air.Parcel:
    """A bulletin of the playlog as its targets are given it, read from its own folder.

    Raises PublishError where its files are not there, or are not those that were made.
    """
    folder = Path(entry.folder)
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
        parcel = _parcel(entry, station, identity, manifest)
        digest = hashlib.sha256(parcel.audio.read_bytes()).hexdigest()
        if digest != manifest.get("sha256", digest):  # one of an older release tells none
            raise ValueError(f"{parcel.audio.name} is not what was made: it was cut short, or another was put there")
        return replace(parcel, sha256=digest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(f"{folder}: the bulletin's files are not whole ({error}); make it again") from error


def refuse_stale(parcel: air.Parcel, station: Station, now: datetime) -> None:
    """Raises TargetError for a bulletin that must not be heard any more: whatever the target thinks of it."""
    if parcel.expires <= now:
        stale = parcel.expires.astimezone(station.zone)
        raise TargetError(f"the bulletin {parcel.name} is stale since {stale:%H:%M on %d %B}: it is not aired")


def taken_back(entry: Entry, station: Station, identity: str) -> air.Parcel:
    """The same for taking it back, which needs none of its files: they may be lost, and it must be off the air."""
    known = {
        "audio": "bulletin.mp3", "title": "", "duration_seconds": 0, "cue_in_seconds": 0, "cue_out_seconds": 0,
        "replay_gain_db": 0, "sha256": "",
    }  # fmt: skip
    try:
        return _parcel(
            entry, station, identity, known | json.loads((Path(entry.folder) / "manifest.json").read_bytes())
        )
    except (OSError, ValueError, TypeError):
        return _parcel(entry, station, identity, known)


def _parcel(entry: Entry, station: Station, identity: str, manifest: dict[str, Any]) -> air.Parcel:
    folder, slot = Path(entry.folder), entry.slot.astimezone(UTC)
    return air.Parcel(
        station=entry.station,
        slot=slot,
        name=f"{slot:%Y%m%dt%H%M%Sz}-{slug_of(entry.template) or 'bulletin'}",
        audio=folder / Path(str(manifest["audio"])).name,
        folder=folder,
        title=" ".join(str(manifest["title"]).split()),
        artist=" ".join(station.name.split()),
        duration_seconds=float(manifest["duration_seconds"]),
        cue_in_seconds=float(manifest["cue_in_seconds"]),
        cue_out_seconds=float(manifest["cue_out_seconds"]),
        gain_db=float(manifest["replay_gain_db"]),
        expires=slot + timedelta(minutes=station.onair.fresh_minutes),
        sha256=str(manifest.get("sha256", "")),
        identity=identity,
        manifest=manifest,
    )


def deliver(entry: Entry, row: Row, station: Station, log: Playlog, *, by: str, now: datetime) -> Delivery | None:
    """Bring a bulletin to one target; None where it is there already, or another process is at it.

    What became of it is in the playlog.  Raises TargetError (TargetUnavailable where a later try may succeed),
    PublishError, PlaylogError.
    """
    name = row.name or row.kind
    begun = log.begin_delivery(entry.station, entry.slot, name, by=by, now=now, lease_seconds=2 * SECONDS)
    if begun is None:
        return None
    try:
        parcel = parcel_of(entry, station, begun.identity or identity_of(log, entry, name))
        refuse_stale(parcel, station, now)
        receipt = air.opened(row, station).deliver(parcel, now=now, seconds=SECONDS)
    except (TargetError, PublishError) as error:
        log.deliver(entry.station, entry.slot, _state(begun, "failed", str(error)), by=by, now=now)
        raise
    done = Delivery(name, "delivered", receipt.identity, begun.tries, receipt.note)
    log.deliver(entry.station, entry.slot, done, by=by, now=now)
    return done


def withdraw(entry: Entry, row: Row, station: Station, log: Playlog, *, by: str, now: datetime) -> Delivery:
    """Take a bulletin back from one target: it is stale.  Raises TargetError, PlaylogError."""
    name = row.name or row.kind
    of = next((d for d in log.deliveries(entry.station, entry.slot) if d.target == name), Delivery(name, "trying"))
    try:
        receipt = air.opened(row, station).withdraw(taken_back(entry, station, of.identity), now=now, seconds=SECONDS)
    except TargetError as error:
        log.deliver(entry.station, entry.slot, _state(of, "delivered", str(error), of.tries + 1), by=by, now=now)
        raise
    done = Delivery(name, "withdrawn", receipt.identity, of.tries, receipt.note)
    log.deliver(entry.station, entry.slot, done, by=by, now=now)
    return done


def identity_of(log: Playlog, entry: Entry, target: str) -> str:
    """What the target called the last bulletin that it took of this station."""
    for before in log.history(entry.station, entry.slot - BACK, entry.slot, 50):
        if before.slot != entry.slot and before.status in ("made", "aired"):
            for of in log.deliveries(before.station, before.slot):
                if of.target == target and of.identity:
                    return of.identity
    return ""


def _state(of: Delivery, state: Any, note: str, tries: int = 0) -> Delivery:
    return Delivery(of.target, state, of.identity, tries or of.tries, note)
