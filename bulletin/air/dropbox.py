"""A dropbox of Rivendell: a folder that rdcatchd watches, importing what lies there and does not grow.

rdcatchd looks every five seconds, imports what has had the same size four times, and deletes it; what it cannot import
it remembers by name and size and does not try again.  So no name is used twice, and what lies too long is given another.
Source: utils/rdimport/rdimport.cpp of Rivendell (RunDropBox, VerifyFile).
"""

from __future__ import annotations

import contextlib
import re
import tempfile
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .. import publish
from ..errors import TargetError, TargetUnavailable
from ..leash import Deadline
from . import cart, disk
from .parcels import audio_of, bytes_told
from .target import Parcel, Receipt

LOOK = 0.1  # seconds between two looks
TOO_LONG = 60.0  # seconds that a file lies there: what is not taken by then was refused
LAST_LOOK = 0.4  # seconds before its end a wait is given up, with words of its own


@dataclass(frozen=True)
class Dropbox:
    """The folder, and the one cart that it leads to."""

    folder: Path
    slug: str  # of the station
    wait: bool  # until it was taken
    zone: ZoneInfo

    @property
    def identity(self) -> str:
        """The dropbox: what cart it leads to stands in RDAdmin."""
        return f"dropbox {self.folder}"

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Put it there, and wait until it was taken."""
        content = cart.of(parcel, audio_of(parcel), self.zone)
        return disk.on_time(self.folder, seconds, lambda deadline: self._bring(parcel, content, now, deadline))

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Replace it by what is never aired; where another is in the cart, or on its way, that one stays."""
        content = cart.never(parcel)
        return disk.on_time(self.folder, seconds, lambda deadline: self._take_away(parcel, content, now, deadline))

    def check(self, *, seconds: float) -> str:
        """Whether it can be written."""

        def attempt(_: Deadline) -> str:
            self._present()
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix=publish.PART):  # hidden: no dropbox takes it
                return f"{self.folder} can be written; that rdcatchd watches it is seen when a bulletin is brought"

        return disk.on_time(self.folder, seconds, attempt)

    @property
    def _memory(self) -> Path:
        return self.folder / f".bulletin-{self.slug}.json"

    def _bring(self, parcel: Parcel, content: bytes, now: datetime, deadline: Deadline) -> Receipt:
        self._present()
        lying, known = self._lying(parcel.name), cart.known(self._memory)
        if known.later(parcel, now):
            return Receipt(self.identity, f"{known.name} is later and stays")
        if lying or known.coming != parcel.sha256:  # else it was taken after we had given up waiting
            path = self._drop(parcel, content, lying, now, deadline)
            cart.remember(self._memory, cart.Known(known.sha256, parcel.sha256, parcel.name))
            self._wait(path, deadline)
        cart.remember(self._memory, cart.Known(parcel.sha256, name=parcel.name))
        size = bytes_told(len(content))
        if self.wait:
            return Receipt(self.identity, f"rdcatchd has taken {size} from {self.folder}")
        return Receipt(self.identity, f"{size} lie in {self.folder}; rdcatchd takes them within half a minute")

    def _take_away(self, parcel: Parcel, content: bytes, now: datetime, deadline: Deadline) -> Receipt:
        self._present()
        known, lying = cart.known(self._memory), self._lying(parcel.name)
        another = known.name != parcel.name and known.coming not in ("", parcel.sha256)
        if another or not known.has(parcel):
            for path in lying:
                path.unlink(missing_ok=True)
            return Receipt(self.identity, f"{parcel.name} is not in the cart that {self.folder} leads to")
        self._wait(self._drop(parcel, content, lying, now, deadline), deadline)
        cart.remember(self._memory, cart.Known())
        return Receipt(self.identity, f"a cut that is never aired took the place of {parcel.name}")

    def _present(self) -> None:
        if not self.folder.is_dir():
            raise TargetUnavailable(f"there is no folder {self.folder}: make it, or mount its disk")

    def _lying(self, name: str = r"\d{8}t\d{6}z-[a-z0-9-]+") -> list[Path]:
        """What lies there of that bulletin, or of all of ours."""
        ours = re.compile(rf"{re.escape(self.slug)}-{name}-[0-9a-f]{{8}}\.wav")
        return [path for path in self.folder.iterdir() if ours.fullmatch(path.name)]

    def _drop(self, parcel: Parcel, content: bytes, lying: list[Path], now: datetime, deadline: Deadline) -> Path:
        """Put it there whole, and leave nothing else of ours: what nobody took is older, or was refused.

        Where it lies there already, and not too long, it stays: anew it would be watched from the beginning.
        """
        path = self.folder / f"{self.slug}-{parcel.name}-{uuid.uuid4().hex[:8]}.wav"
        for other in lying:
            with contextlib.suppress(FileNotFoundError):  # taken meanwhile
                if now.timestamp() - other.stat().st_mtime < TOO_LONG and other.read_bytes() == content:
                    path = other
        killed = self.folder.glob(f"{publish.PART}{self.slug}-*")  # what runs that were killed had begun
        old = [part for part in killed if now.timestamp() - part.stat().st_mtime > publish.HOUR]
        for other in [*self._lying(), *old]:
            if other != path:
                other.unlink(missing_ok=True)
        if path in lying:
            return path
        deadline.left()
        publish.file(path, content)
        with contextlib.suppress(FileNotFoundError):  # taken already
            if path.read_bytes() != content:
                raise TargetError(f"{path} has other bytes than were written: check its disk")
        return path

    def _wait(self, path: Path, deadline: Deadline) -> None:
        while self.wait and path.exists():
            if deadline.left() < LAST_LOOK:
                raise TargetUnavailable(
                    f"nobody has taken {path.name} from {self.folder} yet: is rdcatchd up, and has RDAdmin a dropbox "
                    f"for {self.folder}/*.wav that deletes its source files?"
                )
            time.sleep(LOOK)
