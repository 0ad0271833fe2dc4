"""A bulletin as a WAV file that playout systems know at once: PCM, a cart chunk, a mark for each story.

Sources: Microsoft's "Multimedia Programming Interface and Data Specifications 1.0" (RIFF, `cue `, `adtl`, `INFO`) and
AES46-2002 (`cart`), which Rivendell, AudioVault, Zetta and others read.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from . import __version__
from .plain import ascii_of, plain

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

PCM = 1
FIELD = 64  # bytes of each of the cart's texts
FULL_SCALE = 32768  # the cart's level reference: the sample that is 0 dBFS
CATEGORY = "NEWS"
EARLY = timedelta(minutes=15)  # playout refuses a cart before its start, and loads what it airs a while before


class Mark(Protocol):
    """A place in the file, in samples, and its name."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def start(self) -> int:
        """The place."""


@dataclass(frozen=True)
class Cart:
    """What stands on the cart.  `cue_in`, `cue_out` and `first_words` are places in samples of the file.

    It may be aired from EARLY before `at` to `until`: a playout system that reads these dates airs no old news.
    """

    title: str
    artist: str  # the station
    cut_id: str  # the bulletin's id
    at: datetime  # air time, in the station's zone: the cart's dates have none
    until: datetime  # when it is old
    out_cue: str
    cue_in: int
    cue_out: int
    first_words: int  # what comes before them may be talked over
    text: str = ""  # what is said, for whoever looks at the cart
    chapters: Sequence[Mark] = ()


def wav(samples: npt.NDArray[np.int16], rate: int, cart: Cart) -> bytes:
    """16-bit frames x channels as a whole WAV file with its cart chunk, a named mark for each chapter, and names."""
    import numpy as np

    channels = samples.shape[1]
    form = struct.pack("<HHIIHH", PCM, channels, rate, rate * channels * 2, channels * 2, 16)
    sound = np.ascontiguousarray(samples, dtype="<i2").reshape(-1).view(np.uint8).data  # copied once, at the end
    before = b"WAVE" + _chunk(b"fmt ", form) + _chunk(b"cart", cart_chunk(cart))
    after = _marks(cart.chapters) + _names(cart)
    size = len(before) + 8 + len(sound) + len(after)
    return b"".join((b"RIFF", struct.pack("<I", size), before, b"data", struct.pack("<I", len(sound)), sound, after))


def cart_chunk(cart: Cart) -> bytes:
    """The 2048 bytes that AES46 lays out, all text in ASCII, and the words that are said after them."""
    starts, ends = airable(cart.at, cart.until)
    fields = (
        b"0101",
        _words(cart.title), _words(cart.artist), _words(cart.cut_id),
        _words(""),  # client
        _words(CATEGORY),
        _words(""),  # class
        _words(_ending(cart.out_cue)),
        f"{starts:%Y-%m-%d%H:%M:%S}{ends:%Y-%m-%d%H:%M:%S}".encode("ascii"),
        _words("bulletin"), _words(__version__),
        _words(""),  # the user's own
        struct.pack("<i", FULL_SCALE),
        b"".join(struct.pack("<4sI", name, place) for name, place in _timers(cart)),
    )  # fmt: skip
    text = "\r\n".join(ascii_of(line, 10_000) for line in cart.text.splitlines())
    ended = text.encode("ascii") + (
        b"\x00" if len(text) % 2 else b"\x00\x00"
    )  # even: some readers step over no padding
    return b"".join(fields).ljust(2048, b"\x00") + ended


def airable(at: datetime, until: datetime) -> tuple[datetime, datetime]:
    """From when to when a cart may be aired, on the clock of `at`.

    Where that clock is put back in between, its end would read as before its start, which playout refuses: then the
    end is as long after the start as it really is.
    """
    starts = (at.astimezone(UTC) - EARLY).astimezone(at.tzinfo)
    ends = until.astimezone(at.tzinfo)
    if ends.replace(tzinfo=None) <= starts.replace(tzinfo=None):
        ends = starts + (until.astimezone(UTC) - starts.astimezone(UTC))  # on the wall clock
    return starts, ends


def _timers(cart: Cart) -> list[tuple[bytes, int]]:
    """Where audio, intro and segue begin and end, of the eight timers that there are.

    The segue is told, and is the very end: a system that looks for it itself would fade a closing sound.
    """
    intro = max(cart.cue_in, cart.first_words)
    return [
        (b"AUDs", cart.cue_in), (b"AUDe", cart.cue_out), (b"INTs", cart.cue_in), (b"INTe", intro),
        (b"SEGs", cart.cue_out), (b"SEGe", cart.cue_out),
    ]  # fmt: skip


def _marks(chapters: Sequence[Mark]) -> bytes:
    """A cue point a story and its label."""
    if not chapters:
        return b""
    points = [
        struct.pack("<II4sIII", number, part.start, b"data", 0, 0, part.start)
        for number, part in enumerate(chapters, 1)
    ]
    labels = [
        _chunk(b"labl", struct.pack("<I", number) + plain(part.title).encode() + b"\x00")
        for number, part in enumerate(chapters, 1)
    ]
    cue = _chunk(b"cue ", struct.pack("<I", len(points)) + b"".join(points))
    return cue + _chunk(b"LIST", b"adtl" + b"".join(labels))


def _names(cart: Cart) -> bytes:
    """Title, artist, day and kind, as ordinary players show them."""
    named = ((b"INAM", cart.title), (b"IART", cart.artist), (b"ICRD", f"{cart.at:%Y-%m-%d}"), (b"IGNR", "News"))
    return _chunk(b"LIST", b"INFO" + b"".join(_chunk(name, plain(words).encode() + b"\x00") for name, words in named))


def _ending(words: str) -> str:
    """The last words, as many as a field holds."""
    words = ascii_of(words)
    return words if len(words) < FIELD else words[-FIELD:].partition(" ")[2] or words[1 - FIELD :]


def _words(text: str) -> bytes:
    """A field of ASCII, ended and filled with zeros."""
    return ascii_of(text).encode("ascii")[: FIELD - 1].ljust(FIELD, b"\x00")


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)
