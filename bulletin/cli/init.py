"""bulletin init: a station file to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError


def init(
    name: Annotated[str, typer.Argument(help="The station's name.", show_default=False)] = "",
    timezone: Annotated[str, typer.Option("--timezone", metavar="ZONE", help="Such as Africa/Lagos.")] = "local",
    file: Annotated[Path, typer.Option("--file", help="Where to write it.")] = Path("station.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write a commented station.toml.

    With every setting and its default: name, clock, voice, sounds, loudness, folders.

    \b
    Examples:
      bulletin init
      bulletin init 234Radio --timezone Africa/Lagos
    """
    from .. import publish, station

    if file.exists() and not force:
        raise UsageError(f"{file} is there already; use --force to replace it, or --file for another name")
    station.zone_of(timezone)
    publish.file(file, station.commented(name.strip() or station.Station().name, timezone))
    station.load(file)
    typer.echo(str(file))
    typer.echo(f"  edit it, then: bulletin make SOURCE... --station {file}", err=True)
