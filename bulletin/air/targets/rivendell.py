"""rivendell: the bulletin in one cart, whose dates keep old news off the air.

By a dropbox, a folder that Rivendell watches; or by rdimport, where Rivendell runs on this machine.  What is in a cart
cannot be asked from outside; but rdcatchd deletes what it has imported, and rdimport says that it is done.
"""

from __future__ import annotations

import re
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Meta

from ... import publish
from ...errors import TargetError, TargetUnavailable
from ...station import Station, zone_of
from .. import disk
from ..deadline import Deadline
from ..parcels import audio_of, bytes_told
from ..target import Card, Parcel, Receipt

OVERHEAD = 0.3  # seconds: so much before its end a wait is given up
LOOK = 0.1  # seconds between two looks


@dataclass(frozen=True)
class Settings:
    """What a rivendell target is told."""

    by: Literal["dropbox", "rdimport"] = "dropbox"
    folder: Annotated[str, Meta(max_length=1000)] = ""  # of the dropbox, counted from the station file
    wait: bool = True  # until rdcatchd has taken it, which it shows by deleting it
    cart: Annotated[int, Meta(ge=0, le=999_999)] = 0  # for rdimport: the number, in the range of the group
    group: Annotated[str, Meta(pattern=r"^$|^[A-Za-z0-9][A-Za-z0-9_]{0,9}$")] = ""  # for rdimport
    command: Annotated[str, Meta(pattern=r"^[^\x00-\x1f-][^\x00-\x1f]{0,500}$")] = "rdimport"  # its name or its path
    timezone: str = ""  # of the machine that plays; empty: the station's


class InCart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What we brought last: no more than a memory, for nobody can ask the cart."""

    sha256: str = ""  # of the bulletin that was taken; empty: none, or one that is never aired
    waiting: str = ""  # of the one that lies in the dropbox, or lay there when we last looked


class _Target:
    """The plug-in."""

    card = Card(
        name="rivendell",
        summary="One cart in Rivendell, by a dropbox or by rdimport",
        settings=Settings,
        packages=("numpy", "soundfile"),
        install="pip install bulletin-radio",
    )

    def open(self, settings: Settings, station: Station) -> _Dropbox | _Importer:
        """Touches nothing.  Raises TargetError."""
        from .. import cart  # noqa: F401  # NumPy here, and not for the first time in the thread that delivers

        zone = zone_of(settings.timezone) if settings.timezone else station.zone
        if settings.by == "dropbox":
            if not settings.folder:
                raise TargetError("a rivendell target with a dropbox needs its folder")
            return _Dropbox(station.path(settings.folder), station.slug, settings.wait, zone)
        if not (settings.cart and settings.group):
            raise TargetError("a rivendell target with rdimport needs a cart and a group")
        memory = station.path(station.folders.audio) / station.slug / f".rivendell-{settings.cart}.json"
        return _Importer(settings, station.path(settings.command) if "/" in settings.command else None, memory, zone)


@dataclass(frozen=True)
class _Dropbox:
    """A folder that rdcatchd watches.  A name is never used for two bulletins: rdcatchd remembers one that it refused."""

    folder: Path
    slug: str
    wait: bool
    zone: ZoneInfo

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        from .. import cart

        content = cart.of(parcel, audio_of(parcel), self.zone)
        return disk.on_time(self.folder, seconds, lambda deadline: self._bring(parcel, content, deadline))

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        from .. import cart

        content = cart.never(parcel)
        return disk.on_time(self.folder, seconds, lambda deadline: self._take_away(parcel, content, now, deadline))

    def check(self, *, seconds: float) -> str:
        def attempt(_: Deadline) -> str:
            self._present()
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=publish.PART):  # hidden: no dropbox takes it
                return f"{self.folder} can be written; whether rdcatchd watches it shows when a bulletin is brought"

        return disk.on_time(self.folder, seconds, attempt)

    @property
    def identity(self) -> str:
        """The dropbox: what it makes of it is its own business."""
        return f"the dropbox {self.folder}"

    @property
    def memory(self) -> Path:
        return self.folder / f".bulletin-{self.slug}.json"

    def _bring(self, parcel: Parcel, content: bytes, deadline: Deadline) -> Receipt:
        self._present()
        path, known = self._path(parcel, parcel.sha256[:8]), _remembered(self.memory)
        if known.waiting != parcel.sha256 or path.exists():  # else it was taken after we had given up waiting
            self._drop(path, content, deadline)
            _remember(self.memory, replace_waiting(known, parcel.sha256))
            self._wait(path, deadline)
        _remember(self.memory, InCart(sha256=parcel.sha256))
        size = bytes_told(len(content))
        if self.wait:
            return Receipt(self.identity, f"rdcatchd has taken {size} from {self.folder}")
        return Receipt(self.identity, f"{size} lie in {self.folder}; rdcatchd takes them within half a minute")

    def _take_away(self, parcel: Parcel, content: bytes, now: datetime, deadline: Deadline) -> Receipt:
        self._present()
        known, path = _remembered(self.memory), self._path(parcel, parcel.sha256[:8])
        lay_there = path.exists()
        path.unlink(missing_ok=True)
        if known.waiting == parcel.sha256:
            known = InCart(known.sha256 if lay_there else parcel.sha256)
        if known.sha256 != parcel.sha256:
            _remember(self.memory, known)
            return Receipt(self.identity, f"{parcel.name} is not in the cart that {self.folder} leads to")
        expired = self._path(parcel, "withdrawn")
        self._drop(expired, content, deadline)
        self._wait(expired, deadline)
        _remember(self.memory, InCart())
        return Receipt(self.identity, f"a cut that is never aired took the place of {parcel.name}")

    def _present(self) -> None:
        if not self.folder.is_dir():
            raise TargetUnavailable(f"there is no folder {self.folder}: make it, or mount its disk")

    def _path(self, parcel: Parcel, mark: str) -> Path:
        return self.folder / f"{self.slug}-{parcel.name}-{mark}.wav"

    def _drop(self, path: Path, content: bytes, deadline: Deadline) -> None:
        """Put it there whole, and nothing else of ours: what nobody took is older."""
        deadline.left()
        ours = re.compile(re.escape(self.slug) + r"-\d{8}t\d{6}z-[a-z0-9-]+-([0-9a-f]{8}|withdrawn)\.wav")
        for other in self.folder.iterdir():
            if ours.fullmatch(other.name) and other != path:
                other.unlink(missing_ok=True)
        if path.exists() and path.read_bytes() == content:
            return  # it would begin anew to watch whether it grows
        publish.file(path, content)
        try:
            if path.read_bytes() != content:
                raise TargetError(f"{path} has other bytes than were written: check its disk")
        except FileNotFoundError:
            return  # taken already

    def _wait(self, path: Path, deadline: Deadline) -> None:
        while self.wait and path.exists():
            if deadline.left() < OVERHEAD + LOOK:
                raise TargetUnavailable(
                    f"nobody took {path.name} from {self.folder} yet: is rdcatchd up, and has RDAdmin a dropbox for "
                    f"{self.folder}/*.wav that deletes source files?"
                )
            time.sleep(LOOK)


@dataclass(frozen=True)
class _Importer:
    """Rivendell on this machine."""

    settings: Settings
    path: Path | None  # of rdimport, where the settings give one
    memory: Path
    zone: ZoneInfo

    @property
    def command(self) -> str:
        return str(self.path or self.settings.command)

    @property
    def identity(self) -> str:
        """The cart."""
        return f"cart {self.settings.cart:06}"

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        from ... import wav
        from .. import cart

        until = time.monotonic() + seconds
        content = cart.of(parcel, audio_of(parcel), self.zone)
        _remember(self.memory, InCart())  # from now on nobody knows, until it is done
        self._bring(parcel, content, wav.airable(parcel.slot.astimezone(self.zone), parcel.expires), until)
        _remember(self.memory, InCart(sha256=parcel.sha256))
        return Receipt(self.identity, f"rdimport has {bytes_told(len(content))} done, in {self.identity}")

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        from ... import wav
        from .. import cart

        if _remembered(self.memory).sha256 != parcel.sha256:
            return Receipt(self.identity, f"{parcel.name} is not in {self.identity}")
        dates = wav.airable(cart.LONG_AGO, cart.LONG_AGO + cart.BRIEFLY)
        self._bring(parcel, cart.never(parcel), dates, time.monotonic() + seconds)
        _remember(self.memory, InCart())
        return Receipt(self.identity, f"a cut that is never aired took the place of {parcel.name} in {self.identity}")

    def check(self, *, seconds: float) -> str:
        from .. import rdimport
        from ..asking import one_line

        said = rdimport.run([self.command, "--version"], self.memory.parent.parent, seconds)
        return f"{self.command} runs here: {one_line(said, 60) or 'it says nothing'}"
