"""bulletin why: why a story was, or was not, in a bulletin."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..playlog import Chosen, Playlog, Told
    from ..station import Station

FEW = 25  # rows of what was left out
STORIES = 5  # that one question may mean


def why(
    what: Annotated[
        str,
        typer.Argument(
            metavar="SLUG|HOUR", help="A story (its slug, address or headline), or an hour.", show_default=False
        ),
    ],
    station: options.StationFile = None,
    as_json: options.Json = False,
    every: Annotated[bool, typer.Option("--all", help="All that was left out, not the first 25.")] = False,
) -> None:
    """Tell why a story was in a bulletin or not, and all that an hour's choice was made from.

    \b
    Examples:
      bulletin why 14:00                       the running order of two o'clock, and what is not in it
      bulletin why "2026-11-22 14:00" --json
      bulletin why harbour-opens-second-berth  each bulletin that it was considered for
      bulletin why "second berth"
    """
    where = options.station(station)
    with options.playlog(where) as log:
        slot = hour(what, where, log)
        if slot:
            _tell_hour(log, where, slot, as_json, every)
        else:
            _tell_stories(log.told(where.slug, what), where, what, as_json)


def hour(what: str, where: Station, log: Playlog) -> datetime | None:
    """An hour that is meant, in the station's zone; None where it is no hour.  The last one with that time.

    That may lie ahead: tonight's bulletin can be there already.
    """
    now = datetime.now(UTC)
    try:
        found = options.air_time(what, where, now)
    except UsageError:
        return None
    ahead = found and len(what.strip()) <= 5 and found > now + timedelta(hours=2)
    if found and ahead and log.bulletin(where.slug, found) is None:
        return found - timedelta(days=1)
    return found


def _tell_hour(log: Playlog, where: Station, slot: datetime, as_json: bool, every: bool) -> None:
    entry, decided = log.bulletin(where.slug, slot), log.choices(where.slug, slot)
    if entry is None:
        raise UsageError(f"there was no bulletin at {slot:%H:%M on %d %B}: `bulletin history` lists them")
    if as_json:
        from .history import of_entry

        rows = [_row(choice) for choice in decided]
        typer.echo(json.dumps({**of_entry(entry), "choices": rows}, ensure_ascii=False, indent=1))
        return
    typer.echo(f"{slot:%A %d %B, %H:%M}: {entry.status}" + (f", {printable(entry.reason)}" if entry.reason else ""))
    told = [choice for choice in decided if choice.place]
    rest = [choice for choice in decided if not choice.place]
    for choice in (*told, *(rest if every else rest[:FEW])):
        typer.echo(printable(f"  {choice.place or '-':>3}  {choice.headline or choice.event}"))
        typer.secho(printable(f"       {choice.reason}"), fg="green" if choice.place else None)
    if len(rest) > FEW and not every:
        typer.echo(f"       ... and {len(rest) - FEW} more: --all")


def _tell_stories(stories: Sequence[Told], where: Station, what: str, as_json: bool) -> None:
    if not stories:
        raise UsageError(f'nothing is known of "{what}": give its slug, its address, or words of its headline')
    if as_json:
        rows = [asdict(told) for told in stories]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=_iso))
        return
    for told in stories[:STORIES]:
        _tell_story(told, where)
    if len(stories) > STORIES:
        typer.echo(f"... and {len(stories) - STORIES} more stories: give more of the headline, or the slug")


def _tell_story(told: Told, where: Station) -> None:
    typer.echo(printable(f"{told.headline}  ({told.slug or told.event})"))
    for seen in told.seen:
        at = seen.first_seen.astimezone(where.zone)
        typer.echo(printable(f"  came in {at:%a %d %b %H:%M} from {seen.source or seen.wire}: {seen.headline}"))
    for choice in told.choices:
        at = choice.slot.astimezone(where.zone)
        place = f"number {choice.place}: " if choice.place else ""
        typer.secho(printable(f"  {at:%a %d %b %H:%M}  {place}{choice.reason}"), fg="green" if choice.place else None)
    if not told.choices:
        typer.echo("  no bulletin was made since it came in")


def _row(choice: Chosen) -> dict[str, Any]:
    return {key: _iso(value) if isinstance(value, datetime) else value for key, value in asdict(choice).items()}


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
