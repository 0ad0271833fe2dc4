"""A folder that a player reads: latest.mp3, dated files and playlists, on this machine or on a share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from ...errors import TargetError
from ...station import Station
from ..playlists import FORMS, Entry
from ..shelf import OnAir, Shelf, root_of
from ..target import Card

XSPF = "news.xspf"  # its entries are relative wherever they can be: Liquidsoap undoes no %20
_SEEN = re.compile(r"(/|[A-Za-z]:[\\/]|\\\\|https?://)[^\x00-\x1f\x7f]*")


@dataclass(frozen=True)
class Settings:
    """The keys of the station file."""

    path: Annotated[str, Meta(min_length=1, max_length=1000)]
    wav: bool = False  # latest.wav beside latest.mp3
    entries: Literal["absolute", "relative"] = "absolute"  # of the playlists
    seen_as: Annotated[str, Meta(max_length=1000)] = ""  # where the player sees the folder, if not where we do
    keep: Annotated[int, Meta(ge=0, le=10_000)] = 24  # dated files; 0: only what is on air
    keep_hours: Annotated[float, Meta(ge=0, le=100_000)] = 0.0  # and none older, but for the newest; 0: by number only


@dataclass(frozen=True)
class Folder:
    """Files and playlists for any player."""

    card = Card(
        name="folder",
        summary="A folder with latest.mp3, dated files and playlists (M3U, M3U8, PLS, XSPF)",
        settings=Settings,
    )

    def open(self, settings: Settings, station: Station) -> Shelf:
        """The folder; what is on air in it is one bulletin."""
        if settings.seen_as and not _SEEN.fullmatch(settings.seen_as):
            raise TargetError(
                f'seen_as is the folder\'s whole path or address for the player, not "{settings.seen_as[:60]}"'
            )
        from lxml import etree  # noqa: F401  # here, not for the first time in a second thread

        if settings.wav:
            import soundfile  # noqa: F401
        root = root_of(settings.path, station)
        return Shelf(
            root=root,
            folder=root,
            station=station.slug,
            wav=settings.wav,
            keep=settings.keep,
            keep_hours=settings.keep_hours,
            archive=settings.keep > 0,
            playlists=partial(playlists, root, settings),
        )


def playlists(folder: Path, settings: Settings, on_air: OnAir | None) -> dict[str, bytes]:
    """Every playlist by its name, with the one bulletin that is on air, or none."""
    bare = [Entry(on_air.file, on_air.title, on_air.artist, on_air.duration_seconds)] if on_air else []
    full = [replace(entry, location=_place(settings.seen_as or str(folder), entry.location)) for entry in bare]
    entries = full if settings.entries == "absolute" else bare
    told = {name: form(entries) for name, form in FORMS.items()}
    return told if settings.seen_as else {**told, XSPF: FORMS[XSPF](bare)}


def _place(folder: str, name: str) -> str:
    r"""The file in the folder, as the player's system writes it: with \ where the folder has it."""
    slash = "\\" if "\\" in folder and not folder.startswith("/") else "/"
    return f"{folder.rstrip(slash)}{slash}{name}"


target = Folder()
