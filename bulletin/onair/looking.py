"""What the loop looks at: its station, which must be right, the slots that matter now, and the file that it leaves its sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .. import air, newsroom, playlog, script
from .. import station as stations
from ..errors import StationError
from ..playlog import Entry, Playlog
from ..station import Station
from ..station import Target as Row
from .deciding import Place, Slot

BEHIND = timedelta(hours=26)  # how far back bulletins are looked at: one that is stale must be off the air
FLASH = "flash"
MONDAY = datetime(2024, 1, 1, tzinfo=UTC)  # any: a schedule goes by the week


def ready(file: Path | None) -> tuple[Station, dict[Place, Row]]:
    """A station whose every part is known to be right, and its targets.  Raises StationError, TargetError."""
    station = stations.load(file)
    newsroom.switched_off(station)
    script.check_schedule(station)
    if not station.wires:
        raise StationError("a station on air needs wires: `bulletin wires add https://HOST/feed.xml`")
    if not station.targets:
        raise StationError("a station on air needs [[targets]]: docs/targets.md says which there are")
    _check_gaps(station)
    places = {}
    for row in station.targets:
        target = air.opened(row, station)
        places[Place(row.name or row.kind, bool(getattr(target, "at_slot", False)))] = row
    return station, places


def _check_gaps(station: Station) -> None:
    """Raises StationError where a bulletin would be begun before the one before it had its time."""
    at = script.next_slot(station, MONDAY)
    while at < MONDAY + timedelta(days=7):
        following = script.next_slot(station, at)
        if following - at <= timedelta(minutes=station.onair.make_minutes):
            raise StationError(
                f"bulletins at {at:%H:%M} and {following:%H:%M}, and each is made {station.onair.make_minutes:g} minutes "
                "ahead: make [onair] make_minutes less, or every_minutes more"
            )
        at = following


def known(station: Station, log: Playlog, now: datetime) -> tuple[Slot, ...]:
    """The slots that matter at `now`: those of the last day that the playlog has, and those that are due soon."""
    ahead = timedelta(minutes=max(station.onair.make_minutes, station.approval.draft_minutes) + 1)
    found = {entry.slot: entry for entry in log.history(station.slug, now - BEHIND, now + ahead + BEHIND, 500)}
    slots = {
        at: Slot(at, entry, {of.target: of for of in _deliveries(entry, log)}, _is_flash(entry, station))
        for at, entry in found.items()
    }
    at = script.next_slot(station, now - timedelta(minutes=station.onair.late_minutes))
    while at <= now + ahead:
        utc = at.astimezone(stations.zone_of("UTC"))
        slots.setdefault(utc, Slot(utc))
        at = script.next_slot(station, at)
    return tuple(slots[at] for at in sorted(slots))


def heartbeat(station: Station) -> Path:
    """The file that shows that the loop goes round."""
    return station.path(station.onair.heartbeat or f"{station.slug}.alive")


def _is_flash(entry: Entry, station: Station) -> bool:
    """Whether it stands between the slots; one whose process died before it had a script has no template yet."""
    if entry.template:
        return entry.template == FLASH
    return script.next_slot(station, entry.slot - timedelta(seconds=1)) != entry.slot


def _deliveries(entry: Entry, log: Playlog) -> Sequence[playlog.Delivery]:
    return log.deliveries(entry.station, entry.slot) if (entry.kept or entry.status) in ("made", "aired") else ()
