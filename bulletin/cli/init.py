"""bulletin init: a station file to begin with, and what its player needs."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import PublishError, StationError, UsageError

if TYPE_CHECKING:
    from ..station import Station, Target


class Playout(StrEnum):
    """What plays the station's programme."""

    liquidsoap = "liquidsoap"
    azuracast = "azuracast"
    libretime = "libretime"
    rivendell = "rivendell"


NEXT = {
    Playout.liquidsoap: "put music into {folder}/music, then: icecast2 -c icecast.xml, and with the password of "
    "playout.env in its environment: liquidsoap {piece}",
    Playout.azuracast: "{piece} says what to click; then put the address into {file} and the key into AZURACAST_KEY",
    Playout.libretime: "{piece} says what to click; then put the address into {file} and the key into LIBRETIME_KEY",
    Playout.rivendell: "{piece} says what to set up; then put the dropbox's folder into {file}",
}


def init(
    name: Annotated[str, typer.Argument(help="The station's name.", show_default=False)] = "",
    timezone: Annotated[str, typer.Option("--timezone", metavar="ZONE", help="Such as Africa/Lagos.")] = "local",
    playout: Annotated[
        Playout | None,
        typer.Option("--playout", help="What plays the programme: what it needs is written too.", show_default=False),
    ] = None,
    file: Annotated[Path, typer.Option("--file", help="Where to write it.")] = Path("station.toml"),
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Write a commented station.toml.

    With every setting and its default: name, clock, voice, sounds, loudness, folders.  With --playout the station is
    ready to deliver to that player, and beside the file stands what the player needs: a script for Liquidsoap and an
    Icecast to be heard by, what to click or to set up for the others.

    \b
    Examples:
      bulletin init
      bulletin init 234Radio --timezone Africa/Lagos
      bulletin init 234Radio --playout liquidsoap           and station.liq: music, and the news while it is fresh
      bulletin init 234Radio --playout azuracast            and azuracast.md: what to click
    """
    from .. import station as stations

    name = name.strip() or stations.Station().name
    if not name.isprintable():
        raise UsageError("a station's name is one line of printable letters")
    stations.zone_of(timezone)
    text, folder = stations.commented(name, timezone), file.absolute().parent
    files: dict[Path, str | bytes] = {}
    if playout:
        text, folder, pieces = _for_player(playout, text, file)
        files |= {folder / piece: words for piece, words in pieces.items()}
    _read(text, file)
    files[file] = text
    if there := [path for path in files if path.exists() and not force]:
        raise UsageError(f"{there[0]} is there already; use --force to replace it, or --file for another name")
    secret = _secrets(Path(_read(text, file).home)) if playout is Playout.liquidsoap else []
    _written(files)
    if playout is Playout.liquidsoap:
        (folder / "music").mkdir(exist_ok=True)
    for path in [*reversed(files), *secret]:
        typer.echo(str(path))
    if playout:
        first = next(iter(files))
        typer.echo(f"  {NEXT[playout].format(folder=folder, piece=first, file=file)}", err=True)
        typer.echo(f"  and: bulletin wires add https://HOST/feed.xml --station {file}, then bulletin onair", err=True)
    else:
        typer.echo(f"  edit it, then: bulletin make SOURCE... --station {file}", err=True)


def _for_player(playout: Playout, text: str, file: Path) -> tuple[str, Path, dict[str, str | bytes]]:
    """The station file with the player as its target, the folder for what the player has, and its files by name."""
    from ..air import playout as players

    if playout is Playout.rivendell:  # its cart chunk is one of WAV
        text = text.replace('format = "mp3"', 'format = "wav"', 1)
    station = _read(text, file)
    # several stations of one installation share its folder
    under = f"{station.slug}/" if file.absolute().parent.name == "stations" else ""
    folder = Path(station.home) / under
    row = players.row(playout, station, under)
    pieces: dict[str, str | bytes] = {**players.rendered(playout, station, folder)}
    if playout is Playout.liquidsoap:
        from ..studio import carts

        pieces[players.SAFE] = carts.path_of("bed", replace(station, sound=type(station.sound)())).read_bytes()
    return f"{text.rstrip()}\n\n{_toml(row)}", folder, pieces


def _secrets(folder: Path) -> list[Path]:
    """Icecast's settings and the password, for this user only; what is there already stays.  Raises PublishError."""
    import os
    import secrets

    from ..air import playout as players

    paths = [folder / name for name in players.SECRETS]
    if any(path.exists() for path in paths):
        return []  # the Icecast of another station here, or one that runs with that password
    try:
        for path, text in zip(paths, players.secrets(folder, secrets.token_hex(16)).values(), strict=True):
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
                out.write(text)
    except OSError as error:
        for path in paths:
            path.unlink(missing_ok=True)
        raise PublishError(
            f"{paths[0]} cannot be written ({error.strerror}); make room or choose another folder"
        ) from error
    return paths


def _toml(row: Target) -> str:
    settings = ", ".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in row.settings.items())
    return f'# Its player: docs/targets.md\n[[targets]]\nkind = "{row.kind}"\nsettings = {{ {settings} }}\n'


def _read(text: str, file: Path) -> Station:
    """The station that the text makes, as if it were in its file.  Raises StationError."""
    from .. import station as stations

    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "station.toml"
        trial.write_text(text, encoding="utf-8")
        try:
            found = stations.load(trial)
        except StationError as error:
            raise StationError(str(error).replace(str(trial), str(file))) from None
    above = file.absolute().parent
    return replace(found, home=str(above.parent if above.name == "stations" else above))


def _written(files: dict[Path, str | bytes]) -> None:
    """All of them, or all as before.  Raises PublishError."""
    from .. import publish

    before = {path: path.read_bytes() if path.exists() else None for path in files}
    done: list[Path] = []
    try:
        for path, text in files.items():
            publish.file(path, text)
            done.append(path)
    except PublishError:
        for path in done:
            old = before[path]
            path.unlink() if old is None else publish.file(path, old)
        raise
