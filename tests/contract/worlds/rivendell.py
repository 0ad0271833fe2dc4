"""Rivendell as far as a target meets it: a dropbox with its watcher, and an rdimport; both fill carts of cuts.

Both behave as utils/rdimport/rdimport.cpp does; only the watcher's five seconds are fewer.
"""

from __future__ import annotations

import io
import json
import shutil
import struct
import threading
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from parcels import NOON

from bulletin.air import Parcel

from . import World

SCAN = 0.03  # seconds; rdcatchd's are 5
PASSES = 3
ZONE = ZoneInfo("Africa/Lagos")  # of the machine that plays, and of the tests' station
CART, GROUP = 10_042, "NEWS"
DOUBLE = Path(__file__).with_name("rdimport")


@dataclass(frozen=True)
class Cut:
    """One piece of audio in a cart, and from when to when it may be aired, on the wall's clock."""

    wav: bytes
    starts: datetime
    ends: datetime
    chunk: bytes  # the cart chunk

    def field(self, at: int, size: int = 64) -> str:
        return self.chunk[at : at + size].split(b"\0")[0].decode("ascii")

    def airable(self, moment: datetime) -> bool:
        return self.starts <= moment.astimezone(ZONE).replace(tzinfo=None) <= self.ends


def cut_of(wav: bytes) -> Cut:
    """A cut as Rivendell reads it: the whole WAV, and the dates of its cart chunk.  Raises ValueError."""
    if wav[:4] != b"RIFF" or wav[8:12] != b"WAVE" or struct.unpack("<I", wav[4:8])[0] != len(wav) - 8:
        raise ValueError("not a whole WAV")
    with wave.open(io.BytesIO(wav)) as sound:
        assert (sound.getsampwidth(), sound.getframerate()) in {(2, 44_100), (2, 48_000)}
        assert sound.getnframes() > 0
    chunks, at = {}, 12
    while at + 8 <= len(wav):
        name, size = struct.unpack("<4sI", wav[at : at + 8])
        chunks[name] = wav[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    chunk = chunks[b"cart"]
    dates = chunk[452:488].decode("ascii")
    starts, ends = (datetime.strptime(part, "%Y-%m-%d%H:%M:%S") for part in (dates[:18], dates[18:]))  # noqa: DTZ007
    if starts >= ends:
        raise ValueError("it ends before it starts")
    return Cut(wav, starts, ends, chunk)


@dataclass
class Watcher:
    """rdcatchd over one dropbox: to a cart, deleting its cuts and the source files."""

    folder: Path
    refuses: bool = False
    deletes: bool = True
    cuts: list[Cut] = field(default_factory=list)
    _seen: dict[str, tuple[int, int]] = field(default_factory=dict)  # size, passes
    _failed: dict[str, int] = field(default_factory=dict)  # size
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        self._stop.clear()
        self._seen, self._failed = {}, {}  # it forgets when it is started anew
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(SCAN):
            with suppress(OSError):
                self._scan()

    def _scan(self) -> None:
        found = sorted(self.folder.glob("[!.]*.wav"))  # as the C library's glob: no hidden files
        self._seen = {name: seen for name, seen in self._seen.items() if self.folder / name in found}
        self._failed = {name: size for name, size in self._failed.items() if self.folder / name in found}
        for path in found:
            size = path.stat().st_size
            last, passes = self._seen.get(path.name, (-1, 0))
            self._seen[path.name] = (size, passes + 1 if size == last else 0)
            if self._failed.get(path.name) == size or self._seen[path.name][1] < PASSES:
                continue
            try:
                if self.refuses:
                    raise ValueError("the audio store is full")
                self.cuts[:] = [cut_of(path.read_bytes())]
            except (ValueError, KeyError):
                self._failed[path.name] = size
                continue
            if self.deletes:
                path.unlink()
            else:
                self._failed[path.name] = size  # it remembers what it has


def played(cuts: list[Cut], parcel: Parcel) -> bytes | None:
    """What the cart plays at the parcel's slot, if that is this bulletin."""
    return next((cut.wav for cut in cuts if cut.airable(parcel.slot) and cut.field(132) == parcel.name), None)


def living(cuts: list[Cut]) -> int:
    """How many of them may be aired since the tests' first slot."""
    return len([cut for cut in cuts if cut.ends > NOON.astimezone(ZONE).replace(tzinfo=None)])


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """The dropbox."""
    box, away = folder / "dropbox", folder / "not mounted"
    box.mkdir()
    watcher = Watcher(box)
    watcher.start()

    def unmounted() -> None:
        watcher.stop()
        box.rename(away)

    def a_file() -> None:
        unmounted()
        box.write_text("no folder")

    def refusing() -> None:
        watcher.refuses = True

    def mend() -> None:
        watcher.stop()
        watcher.refuses = False
        if away.exists():
            box.unlink(missing_ok=True)
            away.rename(box)
        watcher.start()

    try:
        yield World(
            settings={"folder": str(box)},
            has=lambda parcel: played(watcher.cuts, parcel),
            playable=lambda: living(watcher.cuts),
            faults={"down": watcher.stop, "refusing": refusing, "not mounted": unmounted, "a file": a_file},
            mend=mend,
        )
    finally:
        watcher.stop()


@dataclass(frozen=True)
class Carts:
    """Rivendell on this machine, with its rdimport."""

    folder: Path

    @property
    def settings(self) -> dict[str, Any]:
        return {"by": "rdimport", "cart": CART, "group": GROUP, "command": str(self.folder / "rdimport")}

    @property
    def called(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads((self.folder / "called.json").read_text())
        return told

    def cuts(self) -> list[Cut]:
        """The cuts of the cart, with the dates that rdimport was told."""
        found = []
        for path in sorted((self.folder / "carts" / f"{CART:06}").glob("*.wav")):
            starts, ends = (datetime.strptime(words, "%Y%m%d-%H%M%S") for words in path.name.split(",")[:2])  # noqa: DTZ007
            cut = cut_of(path.read_bytes())
            assert (cut.starts, cut.ends) == (starts, ends)
            found.append(cut)
        return found

    def becomes(self, mood: str) -> Callable[[], None]:
        setup = {"mood": mood, "group": GROUP, "range": [10_000, 10_999], "carts": str(self.folder / "carts")}
        return lambda: (self.folder / "rivendell.json").write_text(json.dumps(setup)) and None


@contextmanager
def carts(folder: Path) -> Iterator[tuple[World, Carts]]:
    """The same through rdimport."""
    home = folder / "rivendell"
    home.mkdir()
    shutil.copy(DOUBLE, home / "rdimport")
    there = Carts(home)
    there.becomes("")()
    moods = ("slow", "killed", "no database", "no group", "full", "2.x without a database", "same title")
    yield (
        World(
            settings=there.settings,
            has=lambda parcel: played(there.cuts(), parcel),
            playable=lambda: living(there.cuts()),
            faults={mood: there.becomes(mood) for mood in moods},
            mend=there.becomes(""),
        ),
        there,
    )
