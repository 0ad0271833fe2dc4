"""bulletin pin, bulletin kill: what an editor wants of a story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

import typer

from ..errors import UsageError
from . import options
from .printable import printable

Story = Annotated[
    str, typer.Argument(metavar="STORY", help="Its slug, its address, or words of its headline.", show_default=False)
]
Off = Annotated[bool, typer.Option("--off", help="Take it back.")]
Until = Annotated[
    str | None, typer.Option("--until", metavar="TIME", help="18:00 or '2026-11-23 06:00', by the station's clock.")
]
Note = Annotated[str, typer.Option("--note", help="Why: it is shown by `bulletin why`.")]


def pin(
    story: Story, station: options.StationFile = None, until: Until = None, note: Note = "", off: Off = False
) -> None:
    """Put a story into every bulletin until a time; it is never aired past its embargo, expiry or a kill.

    \b
    Examples:
      bulletin pin harbour-opens-second-berth --until 18:00
      bulletin pin harbour-opens-second-berth --off
    """
    _mark("pin", story, station, until, note, off)


def kill(
    story: Story, station: options.StationFile = None, until: Until = None, note: Note = "", off: Off = False
) -> None:
    """Keep a story out of every bulletin: it is wrong, or may not be aired.

    \b
    Examples:
      bulletin kill harbour-opens-second-berth --note "wrong name"
      bulletin kill harbour-opens-second-berth --off
    """
    _mark("kill", story, station, until, note, off)


def _mark(
    kind: Literal["pin", "kill"], story: str, station: options.StationFile, until: str | None, note: str, off: bool
) -> None:
    from ..model import Mark

    where = options.station(station)
    now = datetime.now(UTC)
    end = options.air_time(until, where, now, "--until")
    if end and end <= now and until and len(until.strip()) <= 5:
        end += timedelta(days=1)
    if end and end <= now:
        raise UsageError(f'--until: "{until}" is over; --off takes a mark back')
    with options.playlog(where) as log:
        known = log.told(where.slug, story)
        if not known:
            raise UsageError(f'nothing is known of "{story}": `bulletin why HOUR` lists what came in')
        if len(known) > 1:
            slugs = ", ".join(one.slug or one.event for one in known[:5])
            raise UsageError(f'"{story}" may be {len(known)} stories: give the slug of one, such as {slugs}')
        told = known[0]
        event = told.event or told.seen[0].article
        if off:
            log.unmark(where.slug, event, kind)
        else:
            log.mark(where.slug, Mark(event, kind, end, note), now)
    done = {"pin": "pinned", "kill": "killed"}[kind]
    words = f"not {done} any more" if off else f"{done}{f' until {end:%H:%M, %d %B}' if end else ''}"
    typer.echo(printable(f"{told.headline}: {words}"))
