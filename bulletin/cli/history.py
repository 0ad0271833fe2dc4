"""bulletin history: what was made, and what became of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..playlog import Entry

COLOURS = {"made": "green", "aired": "green", "failed": "red", "none": "yellow"}


def history(
    station: options.StationFile = None,
    since: Annotated[
        str, typer.Option("--since", metavar="WHEN", help="48h, 7d, or a date such as 2026-11-22.")
    ] = "24h",
    every: Annotated[bool, typer.Option("--all", help="All stations that share the playlog.")] = False,
    as_json: options.Json = False,
) -> None:
    """Show what was made, what was not and why, the newest last; times are the station's.

    \b
    Examples:
      bulletin history
      bulletin history --since 7d --json
      bulletin history --station 234radio
    """
    where = options.station(station)
    begin = _since(since, datetime.now(UTC), where.zone)
    with options.playlog(where) as log:
        entries = log.history(None if every else where.slug, begin, datetime.now(UTC) + timedelta(days=2), 5000)
    if as_json:
        typer.echo(json.dumps([of_entry(entry) for entry in entries], ensure_ascii=False, indent=1))
        return
    if not entries:
        typer.echo(f"nothing since {begin.astimezone(where.zone):%H:%M, %d %B}", err=True)
    for entry in sorted(entries, key=lambda entry: (entry.slot, entry.station)):
        at = entry.slot.astimezone(where.zone)
        typer.echo(f"{at:%a %d %b %H:%M}  ", nl=False)
        typer.echo(f"{entry.station:20} " if every else "", nl=False)
        typer.secho(f"{entry.status:9}", fg=COLOURS.get(entry.status), nl=False)
        typer.echo(printable(_told(entry)))


def of_entry(entry: Entry) -> dict[str, Any]:
    """One bulletin of the playlog as an object: times as ISO 8601 in UTC."""
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in asdict(entry).items()}


def _told(entry: Entry) -> str:
    from .. import timing

    if entry.status in ("none", "failed"):
        return f"{entry.template or '-':10} {entry.reason}"
    length = timing.clock(entry.duration_seconds) if entry.duration_seconds else "-"
    return f"{entry.template or '-':10} {length:>5}  {'; '.join(entry.headlines) or entry.by}"


def _since(words: str, now: datetime, zone: Any) -> datetime:
    """ "48h", "7d" or a date as a time.  Raises UsageError."""
    units = {"m": 60, "h": 3600, "d": 86400}
    number, unit = words[:-1], words[-1:]
    try:
        if unit in units and number.isascii() and number.isdigit():
            return now - timedelta(seconds=min(int(number) * units[unit], 100 * 365 * 86400))
        found = datetime.fromisoformat(words)
    except (ValueError, OverflowError):
        raise UsageError(f'--since: "{words}" is no time; write 48h, 7d or 2026-11-22') from None
    return found if found.tzinfo else found.replace(tzinfo=zone)
