"""What the loop looks at: its station, which must be right, the slots that matter now, and the file that it leaves its sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .. import air, newsroom, playlog, script, voice
from .. import station as stations
from ..errors import StationError, VoiceError
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
    _check_voice(station)
    return station, places


def file_of(station: Station) -> tuple[int, int] | None:
    """Which file the playlog is, by device and number; None where it is none, or is not there."""
    name = station.playlog_url.removeprefix("sqlite:///")
    try:
        found = Path(name).stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if name != station.playlog_url else None


def _check_voice(station: Station) -> None:
    """Raises StationError where nobody could ever read: a slip of the pen, mostly."""
    for name in (station.voice, *station.stand_ins):
        try:
            voice.missing(name)
        except VoiceError as error:
            wrong = error
        else:
            return
    raise StationError(f"voice: {wrong}")


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
    killed = _killed(station, log, now)
    slots = {
        at: Slot(at, entry, {of.target: of for of in _deliveries(entry, log)}, _is_flash(entry, station), at in killed)
        for at, entry in found.items()
    }
    at = script.next_slot(station, now - timedelta(minutes=station.onair.late_minutes))
    while at <= now + ahead:
        utc = at.astimezone(stations.zone_of("UTC"))
        slots.setdefault(utc, Slot(utc))
        at = script.next_slot(station, at)
    return tuple(slots[at] for at in sorted(slots))


def _killed(station: Station, log: Playlog, now: datetime) -> set[datetime]:
    """The slots in whose bulletins there is a story that an editor killed."""
    killed = {mark.event for mark in log.marks(station.slug, now) if mark.kind == "kill"}
    said = log.airings(station.slug, now - BEHIND) if killed else ()
    return {one.slot for one in said if one.event in killed or one.article in killed}


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
