"""bulletin deliver and withdraw: by hand, what `bulletin onair` does by the clock."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import BulletinError, UsageError
from . import options
from .targets import Which, refuse, rows, tell

if TYPE_CHECKING:
    from ..air import Receipt
    from ..playlog import Entry, Playlog
    from ..station import Station

What = Annotated[
    str | None, typer.Argument(metavar="[HOUR|FOLDER]", help="A bulletin.  [default: the newest that is due]")
]


def deliver(
    what: What = None, target: Which = None, station: options.StationFile = None, as_json: options.Json = False
) -> None:
    """Bring a finished bulletin to the station's targets now.

    For one that was made by hand, or again, or a target that was away.  One that is stale is refused; a target that
    plays at once plays it at once.  Exits with 12 where a target does not have it then.

    \b
    Examples:
      bulletin make article.txt && bulletin deliver audio_out/234radio/2026-11-22/1400-hourly
      bulletin deliver                          the newest one
      bulletin deliver 14:00 --target azuracast
    """
    from .. import newsroom

    _each(what, target, station, as_json, newsroom.by_hand.deliver_now, "has it not")


def withdraw(
    what: What = None, target: Which = None, station: options.StationFile = None, as_json: options.Json = False
) -> None:
    """Take a bulletin off the air now, at all targets.

    `bulletin onair` does not bring it again; what is made anew for that hour it does.

    \b
    Examples:
      bulletin withdraw                         what is on air
      bulletin withdraw 14:00 --target folder
    """
    from .. import newsroom

    _each(what, target, station, as_json, newsroom.by_hand.withdraw_now, "may have it still")


def _each(
    what: str | None,
    target: list[str] | None,
    station: Path | None,
    as_json: bool,
    do: Callable[..., Receipt],
    bad: str,
) -> None:
    from ..newsroom.approving import person

    now, where = datetime.now(UTC), options.station(station)
    chosen, told = rows(target, where), []
    with options.playlog(where) as log:
        entry = _entry(what, where, log, now)
        if not as_json:
            typer.echo(f"{entry.slot.astimezone(where.zone):%a %d %b %H:%M}  {entry.folder}")
        for row in chosen:
            name, note, reason = row.name or row.kind, "", ""
            try:
                note = do(entry, row, where, log, by=person(), now=now).note
            except BulletinError as error:
                reason = str(error)
            told.append({"name": name, "note": note, "reason": reason})
            if not as_json:
                tell(name, note, reason)
    if as_json:
        slot = entry.slot.isoformat()
        typer.echo(json.dumps({"slot": slot, "folder": entry.folder, "targets": told}, ensure_ascii=False, indent=1))
    refuse([one["name"] for one in told if one["reason"]], bad)


def _entry(what: str | None, where: Station, log: Playlog, now: datetime) -> Entry:
    from ..newsroom import by_hand
    from .why import hour

    if what is None:
        return by_hand.newest(where, log, now)
    if Path(what).exists():
        return by_hand.entry_in(Path(what) if Path(what).is_dir() else Path(what).parent, where, log)
    slot = hour(what, where, log)
    if slot is None:
        raise UsageError(f'"{what}" is no hour and no bulletin\'s folder: `bulletin history` lists them')
    entry = log.bulletin(where.slug, slot)
    if entry is None or (entry.kept or entry.status) not in ("made", "aired"):
        raise UsageError(f"there is no finished bulletin of {slot:%H:%M on %d %B}: `bulletin history` lists them")
    return entry
