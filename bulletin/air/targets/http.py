"""A folder laid out for a web server, from which players fetch: STATION/latest.mp3 and STATION/latest.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from ...station import Station
from ..shelf import Shelf, root_of
from ..target import Card


@dataclass(frozen=True)
class Settings:
    """The keys of the station file."""

    path: Annotated[str, Meta(min_length=1, max_length=1000)]  # what the server serves
    wav: bool = False  # latest.wav beside latest.mp3
    keep: Annotated[int, Meta(ge=1, le=100)] = 2  # dated files: one who reads the last latest.json still finds its file


@dataclass(frozen=True)
class Http:
    """Files for whoever fetches."""

    card = Card(
        name="http",
        summary="A folder for a web server: STATION/latest.mp3 to fetch, and latest.json that says until when",
        settings=Settings,
    )

    def open(self, settings: Settings, station: Station) -> Shelf:
        """The station's folder under the one that is served."""
        if settings.wav:
            import soundfile  # noqa: F401  # here, not for the first time in a second thread
        root = root_of(settings.path, station)
        return Shelf(
            root=root,
            folder=root / station.slug,
            station=station.slug,
            wav=settings.wav,
            keep=settings.keep,
            keep_hours=0.0,
            archive=False,
        )


target = Http()
