"""How a station stands, seen from outside: what is on air, what is next, what failed; and whether that is well.

`look` reads the playlog and the heartbeat; judging.py says whether what it found is well, and touches nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from .. import script
from ..playlog import Delivery, Entry, Happening, Playlog
from ..station import Approval, OnAir, Station
from .hiding import Hide, hider
from .looking import BEHIND, FLASH, heartbeat

LATELY = timedelta(hours=24)
AT_ONCE = timedelta(minutes=1)  # after its slot a bulletin is being delivered
FURTHER = 500  # bulletins that are looked through for the last that was heard, when there was none lately


@dataclass(frozen=True)
class Standing:
    """How one station stands at `now`.  Times are UTC; there is no secret in it."""

    station: str  # its slug
    name: str
    now: datetime
    zone: tzinfo
    onair: OnAir
    approval: Approval
    targets: tuple[str, ...]
    due: datetime | None  # the slot whose bulletin ought to be heard now; None: the clock asks for none
    owed: datetime | None  # the same, of slots that came AT_ONCE ago or earlier: there is no excuse any more
    next: datetime
    form: str  # the template of the next
    entries: tuple[Entry, ...] = ()  # of the last day and to come, the latest first
    deliveries: Mapping[datetime, tuple[Delivery, ...]] = field(default_factory=dict)
    last: Entry | None = None  # the newest bulletin that was heard, fresh or not, flashes apart
    since: datetime | None = None  # it is on air since then
    making_seconds: float | None = None  # how long the newest bulletin took to make
    wires: int = 0
    silent: tuple[str, ...] = ()  # wires that gave nothing for the newest bulletin, each with its reason
    alive: datetime | None = None  # when the loop last went round
    readable: bool = True  # False: the playlog cannot be read now, and this is how it last was

    def entry(self, slot: datetime | None) -> Entry | None:
        """What the playlog has of a slot."""
        return next((entry for entry in self.entries if entry.slot == slot), None)

    @property
    def on_air(self) -> Entry | None:
        """The bulletin that is on air and fresh; None where there is none."""
        last = self.last
        if last is None or self.now >= last.slot + timedelta(minutes=self.onair.fresh_minutes):
            return None
        return last if any(of.state == "delivered" for of in self.deliveries.get(last.slot, ())) else None

    @property
    def lately(self) -> tuple[Entry, ...]:
        """The bulletins of the last 24 hours, the latest first."""
        return tuple(entry for entry in self.entries if self.now - LATELY < entry.slot <= self.now)


def look(station: Station, log: Playlog, now: datetime) -> Standing:
    """How a station stands.  Raises PlaylogError."""
    now, hide = now.astimezone(UTC), hider(station)
    entries = tuple(_clean(entry, hide) for entry in log.history(station.slug, now - BEHIND, now + BEHIND, 2000))
    finished = [entry for entry in entries if stands(entry) in ("made", "aired")]
    deliveries = {entry.slot: _deliveries(entry, log, hide) for entry in finished}
    heard = [entry for entry in finished if _heard(entry, deliveries[entry.slot], now)]
    last = heard[0] if heard else _further_back(station, log, now, hide)
    if last and last.slot not in deliveries:
        deliveries[last.slot] = _deliveries(last, log, hide)
    told = log.happenings(station.slug, last.slot) if last else ()
    newest = next((entry for entry in finished if entry.template != FLASH), None)
    coming = script.next_slot(station, now)
    return Standing(
        station=station.slug,
        name=hide(station.name),
        now=now,
        zone=station.zone,
        onair=station.onair,
        approval=station.approval,
        targets=tuple(row.name or row.kind for row in station.targets),
        due=_due(station, now, timedelta()),
        owed=_due(station, now, AT_ONCE),
        next=coming.astimezone(UTC),
        form=script.station_at(station, coming).template,
        entries=entries,
        deliveries=deliveries,
        last=last,
        since=next((one.at for one in reversed(told) if one.what == "aired"), None),
        making_seconds=_making_seconds(log.happenings(station.slug, newest.slot)) if newest else None,
        wires=len(station.wires),
        silent=_silent(station, newest, hide),
        alive=alive(heartbeat(station)),
    )


def stands(entry: Entry) -> str:
    """The status of a bulletin; of the finished one, while it is made anew."""
    return entry.kept or entry.status


def held(entry: Entry, now: datetime) -> bool:
    """Is somebody at it?"""
    return entry.status in ("making", "scripted", "approved") and entry.until is not None and entry.until > now


def _due(station: Station, now: datetime, ago: timedelta) -> datetime | None:
    """The latest slot that came so long ago, or earlier, and is not stale yet."""
    at, found = script.next_slot(station, now - timedelta(minutes=station.onair.fresh_minutes)), None
    while at <= now - ago:
        found, at = at.astimezone(UTC), script.next_slot(station, at)
    return found


def _heard(entry: Entry, deliveries: tuple[Delivery, ...], now: datetime) -> bool:
    there = stands(entry) == "aired" or any(of.state == "delivered" for of in deliveries)
    return there and entry.slot <= now and entry.template != FLASH


def _further_back(station: Station, log: Playlog, now: datetime, hide: Hide) -> Entry | None:
    before = log.history(station.slug, None, now - BEHIND, FURTHER)
    heard = (entry for entry in before if stands(entry) == "aired" and entry.template != FLASH)
    return next((_clean(entry, hide) for entry in heard), None)


def _deliveries(entry: Entry, log: Playlog, hide: Hide) -> tuple[Delivery, ...]:
    found = log.deliveries(entry.station, entry.slot)
    return tuple(replace(of, note=hide(of.note), identity=hide(of.identity)) for of in found)


def _clean(entry: Entry, hide: Hide) -> Entry:
    return replace(entry, reason=hide(entry.reason), headlines=tuple(map(hide, entry.headlines)), by=hide(entry.by))


def _making_seconds(told: tuple[Happening, ...]) -> float | None:
    """From the last claim to the bulletin."""
    made = next((one.at for one in reversed(told) if one.what == "made"), None)
    begun = [one.at for one in told if one.what in ("claimed", "taken over") and made and one.at <= made]
    return (made - begun[-1]).total_seconds() if made and begun else None


def _silent(station: Station, newest: Entry | None, hide: Hide) -> tuple[str, ...]:
    """The wires that gave nothing for a bulletin, as its manifest tells."""
    try:
        manifest: Any = json.loads((Path(newest.folder) / "manifest.json").read_bytes()) if newest else {}
        warnings = [str(one) for one in manifest.get("warnings", ())]
    except (OSError, ValueError, AttributeError, TypeError):
        return ()
    found = []
    for wire in station.wires:
        beginning = f"not used: {wire.url}: "
        why = next((one.removeprefix(beginning) for one in warnings if one.startswith(beginning)), "")
        found += [hide(f"{wire.name or wire.url}: {why}")] if why else []
    return tuple(found)


def alive(file: Path) -> datetime | None:
    """When the loop wrote down that it goes round."""
    try:
        found = datetime.fromisoformat(file.read_text(encoding="ascii").strip())
        return found.astimezone(UTC) if found.tzinfo else None
    except (OSError, ValueError):
        return None
