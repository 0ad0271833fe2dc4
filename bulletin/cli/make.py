"""bulletin make: sources -> a bulletin on disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import BulletinError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..newsroom import Made
    from ..playlog import Taken
    from ..station import Station

    Outcome = tuple[Made | Taken, Station]


def make(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    sources: options.Sources = None,
    station: options.StationFile = None,
    at: options.At = None,
    template: options.Template = None,
    length: options.Length = None,
    fit: options.Fitting = None,
    voice: options.Voice = None,
    out: options.Out = None,
    again: Annotated[
        bool, typer.Option("--again", help="From the wires: make it anew though this slot has its bulletin.")
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help="From the wires: for each station in stations/, one after another.")
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Make a bulletin from the station's wires, from articles, or from a script.

    Condenses, scripts, reads aloud, mixes, levels and tags; puts the bulletin in its folder, whole.
    From the wires a slot has one bulletin, whoever makes it: a second run says so and is done.

    \b
    Examples:
      bulletin make                                  the next hour's, from the station's wires
      bulletin make --template flash --at now        what is breaking, if anything is
      bulletin make --all                            for each station in stations/
      bulletin make article.txt
      bulletin make news/ --at 14:00 --length 3m
      bulletin make news/ --template headlines --voice gtts
      bulletin make scripts/234radio/2026-11-22/1400-hourly.md      a script, as you edited it
      cat article.txt | bulletin make - --json | jq -r .audio
    """
    from .. import newsroom

    now = datetime.now(UTC)

    def made_for(file: Path | None) -> Outcome:
        where = options.station(file, template=template, length=length, voice=voice, out=out, fit=fit)
        from_wires = options.from_wires(sources, where)
        asked: newsroom.Asked = {
            "now": now, "at": options.slot(at, where, now, template if from_wires else None),
            "template": template, "voice": voice, "length": length,
        }  # fmt: skip
        with _progress() as progress:
            if from_wires:
                return newsroom.make_slot(where, **asked, again=again, progress=progress), where
            draft = newsroom.draft(sources or (), where, **asked, stdin=sys.stdin.buffer)
            if draft.path:
                return newsroom.make_script(draft, where, now=now, progress=progress), where
            return newsroom.make(draft, where, progress=progress), where

    if not every:
        made, where = made_for(station)
        _told(made, where) if not as_json else _print(_object(made))
    elif sources or station:
        raise UsageError("--all is for the stations in stations/, from their wires: leave SOURCE and --station out")
    else:
        _all(made_for, as_json)


def _all(made_for: Callable[[Path], Outcome], as_json: bool) -> None:
    """Each station's bulletin; one that fails never stops the others.  The first failure gives the exit code."""
    from .. import station as stations

    files = stations.stations_in(Path())
    if not files:
        raise UsageError("there is no station in stations/: put their files there, one NAME.toml for each")
    wrong: list[BulletinError] = []
    objects: list[dict[str, Any]] = []
    for file in files:
        try:
            made, where = made_for(file)
        except BulletinError as error:
            typer.echo(f"bulletin: {file.stem}: {printable(str(error))}", err=True)
            wrong.append(error)
            objects.append({"station": file.stem, "error": str(error)})
            continue
        objects.append(_object(made))
        if not as_json:
            _told(made, where)
    if as_json:
        _print(objects)
    if wrong:
        raise typer.Exit(wrong[0].exit_code)


def _object(made: Made | Taken) -> dict[str, Any]:
    """What was made, or that it was made before, as an object."""
    from .. import newsroom
    from .history import of_entry

    return made.manifest if isinstance(made, newsroom.Made) else {"taken": made.reason, **of_entry(made.entry)}


def _print(what: dict[str, Any] | list[dict[str, Any]]) -> None:
    typer.echo(json.dumps(what, ensure_ascii=False, indent=1))


def _told(made: Made | Taken, where: Station) -> None:
    """Say what was made, or that it was made before."""
    from .. import newsroom, timing

    if not isinstance(made, newsroom.Made):
        entry, at = made.entry, made.entry.slot.astimezone(where.zone)
        being, then = f"{entry.status} already", "--again makes it anew"
        if entry.until and entry.status not in ("made", "aired"):  # a script is written, or not even that
            being = f"being made by {entry.by}"
            then = f"wait for it, or until {entry.until.astimezone(where.zone):%H:%M} where that has died"
        typer.echo(printable(f"bulletin: the bulletin of {at:%H:%M on %d %B} is {being}; {then}"), err=True)
        return
    for warning in made.bulletin.warnings:
        typer.secho(f"bulletin: {printable(warning)}", fg="yellow", err=True)
    found = made.manifest
    stories = len(found["stories"])
    level = f"{found['loudness_lufs']:.1f} LUFS, peak {found['true_peak_dbtp']:.1f} dBTP"
    typer.echo(found["audio"])
    typer.echo(
        f"  {timing.clock(found['duration_seconds'])}, {stories} {'story' if stories == 1 else 'stories'}, {level}",
        err=True,
    )
    typer.echo(f"  script: {found['script']}", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    names = {"voice": "reading", "studio": "mixing"}
    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description:8}"), BarColumn(), TextColumn("{task.completed:.0f}/{task.total:.0f}"),
        TimeElapsedColumn(), console=console, transient=True,
    ) as bar:  # fmt: skip
        tasks: dict[str, int] = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(names.get(stage, stage), total=of)
            bar.update(tasks[stage], completed=done, total=of)  # type: ignore[arg-type] # rich's own TaskID is an int

        yield tell
