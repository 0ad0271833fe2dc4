"""rivendell: the bulletin in one cart, whose dates keep old news off the air.

By a dropbox, a folder that Rivendell watches; or by rdimport, where Rivendell runs on this machine.  What is in a cart
cannot be asked from outside; but rdcatchd deletes what it has imported, and rdimport says that it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta

from ...errors import TargetError
from ...station import Station, zone_of
from ..target import Card

if TYPE_CHECKING:
    from ..dropbox import Dropbox
    from ..rdimport import Importer


@dataclass(frozen=True)
class Settings:
    """What a rivendell target is told."""

    by: Literal["dropbox", "rdimport"] = "dropbox"
    folder: Annotated[str, Meta(max_length=1000)] = ""  # of the dropbox, counted from the station file
    wait: bool = True  # until rdcatchd has taken it, which it shows by deleting it
    cart: Annotated[int, Meta(ge=0, le=999_999)] = 0  # for rdimport: its number, in the range of the group
    group: Annotated[str, Meta(pattern=r"^$|^[A-Za-z0-9][A-Za-z0-9_]{0,9}$")] = ""  # for rdimport
    command: Annotated[str, Meta(pattern=r"^[A-Za-z0-9~./][!-~]{0,500}$")] = "rdimport"  # its name or its path
    timezone: str = ""  # of the machine that plays, such as Africa/Lagos; empty: the station's


class _Target:
    """The plug-in."""

    card = Card(
        name="rivendell",
        summary="One cart in Rivendell, by a dropbox or by rdimport",
        settings=Settings,
        packages=("numpy", "soundfile"),
        install="pip install bulletin-radio",
    )

    def open(self, settings: Settings, station: Station) -> Dropbox | Importer:
        """Touches nothing.  Raises TargetError."""
        from ..dropbox import Dropbox
        from ..rdimport import Importer

        zone = zone_of(settings.timezone) if settings.timezone else station.zone
        if settings.by == "dropbox":
            if not settings.folder:
                raise TargetError("a rivendell target by dropbox needs its folder")
            return Dropbox(station.path(settings.folder), station.slug, settings.wait, zone)
        if not (settings.cart and settings.group):
            raise TargetError("a rivendell target by rdimport needs a cart and a group")
        command = str(station.path(settings.command)) if "/" in settings.command else settings.command
        memory = station.path(station.folders.audio) / station.slug / f".rivendell-{settings.cart}.json"
        return Importer(command, settings.cart, settings.group, memory, zone)


target = _Target()
