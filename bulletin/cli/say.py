"""bulletin say: hear a voice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from . import options


def say(
    text: Annotated[str, typer.Argument(help="What to say.")],
    station: options.StationFile = None,
    voice: options.Voice = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="An MP3 to write.  [default: say.mp3 in the audio folder]"),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show how figures, symbols and initials are said.")] = False,
    as_json: options.Json = False,
) -> None:
    """Say some words, levelled as on air.

    \b
    Examples:
      bulletin say "The Senate approved N2.5trn for the 2025 budget."
      bulletin say "Good evening." --voice piper --out evening.mp3
      bulletin say "INEC met the EFCC on 3 Sept." --why
    """
    from .. import newsroom
    from .. import voice as voices
    from ..timing import clock

    where = options.station(station, voice=voice)
    made = newsroom.say(text, where, out)
    if as_json:
        typer.echo(json.dumps(made, ensure_ascii=False, indent=1))
        return
    if why:
        given, edits = voices.said(text, where.voice, where.language, where)
        typer.echo(given)
        for edit in edits:
            typer.echo(f"  {edit.rule}: {edit.before!r} -> {edit.after!r}")
    typer.echo(made["audio"])
    typer.echo(f"  {clock(made['duration_seconds'])}, {made['voice']}", err=True)
