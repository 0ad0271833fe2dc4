"""The seam between the newsroom and whatever speaks: Card, Engine, Reader and Sound.

An engine is an object of the entry point group `bulletin.engines`.  Its card can be read without weights,
keys or a network; heavy packages are imported in `open`, not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ..station import Station
from ..timing import LETTERS_PER_SECOND

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Sound(NamedTuple):
    """What an engine hands over: mono float32 samples (1.0 is full scale) and their rate in hertz."""

    samples: NDArray[np.float32]
    sample_rate: int


@dataclass(frozen=True)
class Card:
    """What an engine can do, told without loading it."""

    name: str
    summary: str
    voices: tuple[str, ...] = ()  # the first is the one that the engine's bare name means
    languages: tuple[str, ...] = ()  # codes without a region ("en"); empty: any
    tongues: tuple[tuple[str, str], ...] = ()  # of voices that read one other language, and that alone, by name
    needs_network: bool = False
    licence: str = ""
    max_chars: int = 300  # the most characters given to one Reader.read; a longer line is cut at a clause
    alphabets: tuple[str, ...] = ()  # how a name's sound can be spelled for it: misaki, respelling
    british: tuple[str, ...] = ()  # the voices whose misaki is British
    speed_range: tuple[float, float] = (1.0, 1.0)
    deterministic: bool = False  # the same words give the same samples, byte for byte
    letters_per_second: float = LETTERS_PER_SECOND  # its pace until it is learned from its own takes
    paces: tuple[tuple[str, float], ...] = ()  # of voices whose pace is another, by name
    readings: int = 1  # how many different readings of the same words it can give
    packages: tuple[str, ...] = ()  # the importable packages that it works with
    install: str = ""  # the command that brings them
    fault: str = ""  # why it cannot be used, when that is known already

    def alphabets_of(self, voice: str) -> tuple[str, ...]:
        """How a name's sound can be spelled for one of its voices."""
        return tuple(f"{a}-gb" if a == "misaki" and voice in self.british else a for a in self.alphabets)

    def languages_of(self, voice: str) -> tuple[str, ...]:
        """The languages that one of its voices reads; empty: any."""
        own = dict(self.tongues).get(voice)
        return (own,) if own else self.languages

    def pace(self, voice: str) -> float:
        """How many letters a second one of its voices reads."""
        return dict(self.paces).get(voice, self.letters_per_second)

    def missing(self) -> str:
        """Empty when the engine can be used here; else one line that says what to install."""
        absent = [package for package in self.packages if find_spec(package) is None]
        if not absent:
            return self.fault
        return f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not installed: {self.install}"


class Reader(Protocol):
    """An engine that is open, with its voice loaded.  Threads share it."""

    @property
    def hands(self) -> int:
        """How many lines it may be given at the same time."""

    def read(self, text: str, attempt: int = 0) -> Sound:
        """Say `text`: words, at most the card's `max_chars`.

        `attempt` is given only where the card promises `readings` over 1: 1 up to readings - 1 ask for the same
        words read in another way, because the way before was not understood.  A reader of one way takes `text`.

        Raises VoiceError (VoiceUnavailable where a later try may succeed); OSError, RuntimeError, ValueError,
        LookupError and ArithmeticError are made into one.
        """

    def close(self) -> None:
        """Give up what is under way, soon.  Called once, when the reading is over or was interrupted."""


class Engine(Protocol):
    """A voice plug-in."""

    @property
    def card(self) -> Card:
        """What it can do."""

    def version(self) -> str:
        """The version of the software that makes the sound: part of the cache key."""

    def fingerprint(self, voice: str, station: Station) -> str:
        """What else decides how `voice` sounds: a hash of its model, every option's value.  Cheap.

        Raises VoiceError where the voice is not here.
        """

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """Load `voice`.  Raises VoiceError."""
