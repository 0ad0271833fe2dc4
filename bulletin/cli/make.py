"""bulletin make: sources -> a bulletin on disk."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import typer

from . import options
from .printable import printable


def make(
    sources: options.Sources,
    station: options.StationFile = None,
    at: options.At = None,
    template: options.Template = None,
    length: options.Length = None,
    fit: options.Fitting = None,
    voice: options.Voice = None,
    out: options.Out = None,
    as_json: options.Json = False,
) -> None:
    """Make a bulletin from articles, or from a script.

    Condenses, scripts, reads aloud, mixes, levels and tags; puts the bulletin in its folder, whole.

    \b
    Examples:
      bulletin make article.txt
      bulletin make news/ --at 14:00 --length 3m
      bulletin make news/ --template headlines --voice gtts
      bulletin make scripts/234radio/2026-11-22/1400-hourly.md      a script, as you edited it
      cat article.txt | bulletin make - --json | jq -r .audio
    """
    from .. import newsroom, timing

    where = options.station(station, template=template, length=length, voice=voice, out=out, fit=fit)
    now = datetime.now(UTC)
    when = options.air_time(at, where, now)
    draft = newsroom.draft(
        sources, where, now=now, at=when, template=template, voice=voice, length=length, stdin=sys.stdin.buffer
    )
    with _progress() as progress:
        made = newsroom.make(draft, where, progress=progress)
    if as_json:
        typer.echo(json.dumps(made.manifest, ensure_ascii=False, indent=1))
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
