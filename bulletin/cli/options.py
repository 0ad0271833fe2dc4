"""The options that several verbs share, each spelled once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..errors import StationError, UsageError

if TYPE_CHECKING:
    from ..playlog import Playlog
    from ..station import Station  # costs as much as half of Typer: not for `--help`

FLASH = "flash"  # the template of what cannot wait for the hour
SOURCE_HELP = (
    "Articles: text, Markdown, HTML or JSON files, folders of these, feeds, web addresses, or - for standard input; "
    "or one script.  [default: the station's wires]"
)


def _templates(incomplete: str) -> list[str]:
    from .. import station as stations
    from ..script import template_names

    here = stations.Station(home=str(Path.cwd()))
    return [name for name in template_names(here.path(here.folders.templates)) if name.startswith(incomplete)]


def _stations(incomplete: str) -> list[str]:
    from .. import station as stations

    return [path.stem for path in stations.stations_in(Path()) if path.stem.startswith(incomplete)]


def _voices(incomplete: str) -> list[str]:
    from .. import voice

    names = [f"{card.name}:{name}" for card in voice.cards() for name in card.voices]
    return [name for name in (*(card.name for card in voice.cards()), *names) if name.startswith(incomplete)]


Sources = Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help=SOURCE_HELP, show_default=False)]
StationFile = Annotated[
    Path | None,
    typer.Option(
        "--station",
        metavar="FILE",
        help="The station file, or the name of one in stations/.  [default: ./station.toml, if there]",
        autocompletion=_stations,
    ),
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help="Air time: 14:00, '2026-11-22 14:00', or now.  [default: the next slot]"),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="NAME",
        help="hourly, headlines, long, sport, flash or one of yours.",
        autocompletion=_templates,
    ),
]
Length = Annotated[str | None, typer.Option("--length", metavar="3m", help="The slot: 3m, 90s, 2m30s.")]


class Fit(StrEnum):
    """What --fit can be."""

    exactly = "exactly"
    at_most = "at-most"


Fitting = Annotated[
    Fit | None,
    typer.Option(
        "--fit",
        help="Fill the slot to the second, or be no longer.  [default: as the station says]",
        show_default=False,
    ),
]
Voice = Annotated[
    str | None,
    typer.Option(
        "--voice", metavar="NAME", help="An engine, or engine:voice; see `bulletin voices`.", autocompletion=_voices
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Where to put the audio; scripts go to DIR/scripts.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, and nothing else.")]


def station(
    file: Path | None,
    *,
    template: str | None = None,
    length: str | None = None,
    voice: str | None = None,
    out: Path | None = None,
    fit: Fit | None = None,
) -> Station:
    """The station with the command line's wishes laid over it.  Raises StationError, UsageError.

    A voice that is asked for by name reads all of it.  Where nobody has named a slot, in a station file or with
    --length, there is none to fill: the bulletin is as long as its news.
    """
    from .. import station as stations

    file = named(file)
    found = stations.load(file)
    if fit is not None or (length is None and file is None and not Path("station.toml").is_file()):
        wanted: Literal["exactly", "at most"] = "exactly" if fit is Fit.exactly else "at most"
        found = replace(found, clock=replace(found.clock, fit=wanted))
    if length is not None:
        try:
            stations.seconds_of(length)
        except StationError as error:
            raise UsageError(f"--length: {error}") from None
        found = replace(found, length=length)
    if template is not None:
        found = replace(found, template=template)
    if voice is not None:
        found = replace(found, voice=voice, second_voice="")
    if out is not None:
        folders = replace(found.folders, audio=str(out.absolute()), scripts=str(out.absolute() / "scripts"))
        found = replace(found, folders=folders)
    return found


def named(file: Path | None) -> Path | None:
    """What --station says, as a file: a path, or the bare name of a station in stations/."""
    if file is None or file.suffix or len(file.parts) > 1 or file.exists():
        return file
    from .. import station as stations

    known = {path.stem: path for path in stations.stations_in(Path())}
    if str(file) not in known:
        there = f"; there are {', '.join(known)}" if known else ""
        raise StationError(f'there is no station "{file}" in stations/{there}')
    return known[str(file)]


def from_wires(sources: list[str] | None, where: Station) -> bool:
    """Whether the station's wires are what is asked for.  Raises UsageError where it has none."""
    if sources:
        return False
    if not where.wires:
        raise UsageError("name the articles, or give the station wires: `bulletin wires add https://HOST/feed.xml`")
    return True


def slot(at: str | None, where: Station, now: datetime, template: str | None) -> datetime | None:
    """What --at says, for a bulletin from the wires; a flash is for this minute, or the next where this one is a slot.

    Raises UsageError.
    """
    if template != FLASH:
        return air_time(at, where, now)
    from ..script import next_slot

    found = air_time(at or "now", where, now)
    if found is None or next_slot(where, found - timedelta(seconds=1)) != found:
        return found
    if at is None or at.strip().lower() == "now":
        return found + timedelta(minutes=1)
    raise UsageError(f"--at: {found:%H:%M} has a bulletin of its own, which leads with what is breaking; write now")


@contextmanager
def playlog(where: Station) -> Iterator[Playlog]:
    """The station's playlog, to look something up: where there is none yet, none is made, and nothing is in it."""
    from .. import playlog as playlogs

    url = where.playlog_url
    file = url.removeprefix("sqlite:///")
    with playlogs.opened("sqlite://" if file != url and not Path(file).exists() else url) as log:
        yield log


def air_time(at: str | None, where: Station, now: datetime, option: str = "--at") -> datetime | None:
    """What --at (or another option) says, in the station's zone; None when it was not given.  Raises UsageError."""
    if at is None:
        return None
    local = now.astimezone(where.zone)
    if at.strip().lower() == "now":
        return local.replace(second=0, microsecond=0)
    try:
        if len(at.strip()) <= 5:
            hour, _, minute = at.strip().partition(":")
            return local.replace(hour=int(hour), minute=int(minute or 0), second=0, microsecond=0)
        found = datetime.fromisoformat(at.strip())
        if not 1970 < found.year < 9999:  # nearer to the calendar's ends nothing can be counted
            raise ValueError
    except ValueError:
        raise UsageError(f'{option}: "{at}" is not a time; write 14:00, "2026-11-22 14:00" or now') from None
    return found if found.tzinfo else found.replace(tzinfo=where.zone)
