"""The seam between the newsroom and whatever plays: Parcel, Receipt, Card, Target.

A target is an object of the entry point group `bulletin.targets`.  Its card can be read without its packages, keys or
a network; heavy packages are imported in `open`, not before.  How to add one: docs/add-a-target.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from ..station import Station


@dataclass(frozen=True)
class Parcel:
    """A finished bulletin as a target is given it.  Everything in it was made here: no name of a file comes from copy."""

    station: str  # the station's slug
    slot: datetime  # when it is to be heard, UTC
    name: str  # safe anywhere (a-z, 0-9, hyphens): "20261122t130000z-hourly"; the same for the same slot and form
    audio: Path  # the whole bulletin, MP3 or WAV
    folder: Path  # where its segments, transcript, chapters and manifest are
    title: str  # one line of printable text; still hostile to a command language: a target escapes it
    artist: str  # the station's name as it is said
    duration_seconds: float
    cue_in_seconds: float
    cue_out_seconds: float
    gain_db: float  # ReplayGain, to -18 LUFS
    expires: datetime  # never aired after that, UTC
    sha256: str  # of the audio, in hex
    identity: str = ""  # what this target called the station's bulletin when it last took one; "" the first time
    manifest: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """What the other side has, as it was asked after the delivery, not as it promised."""

    identity: str  # what it calls the bulletin: kept, and given again with the next, so that replacing keeps it
    note: str = ""  # one line: "playing as request 7", "it has 2,880,044 bytes, 3:00"


@dataclass(frozen=True)
class Card:
    """What a target is, told without loading it."""

    name: str
    summary: str
    settings: type  # a frozen dataclass: the keys of the station file's `settings`, with types, bounds and defaults
    packages: tuple[str, ...] = ()  # the importable packages that it works with
    install: str = ""  # the command that brings them
    needs_network: bool = False

    def missing(self) -> str:
        """Empty when the target can be used here; else one line that says what to install."""
        absent = [package for package in self.packages if find_spec(package) is None]
        verb = "is" if len(absent) == 1 else "are"
        return f"{' and '.join(absent)} {verb} not installed: {self.install}" if absent else ""


class Opened(Protocol):
    """A target that is ready for one station.  Its calls end within `seconds`, whatever the other side does.

    One that plays at once what it is given has a true attribute `at_slot`: it is given a bulletin at its time, and all
    others as soon as it is made.
    """

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Bring it there, ask whether it is there, and tell.  Twice is as good as once; the same identity is kept.

        Raises TargetUnavailable where a later try may succeed, TargetError where it will not.
        """

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Make sure that it is not heard (again): it is stale.  Not being there is as good.  Raises as `deliver`."""

    def check(self, *, seconds: float) -> str:
        """Ask the other side whether it would take a bulletin, without leaving one; one line.  Raises as `deliver`."""


class Target(Protocol):
    """A target plug-in."""

    @property
    def card(self) -> Card:
        """What it is."""

    def open(self, settings: Any, station: Station) -> Opened:
        """Ready it; `settings` is an object of the card's type.  Touches no network.  Raises TargetError."""
