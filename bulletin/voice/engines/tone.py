"""The shipped fake: each distinct line is a tone of its own pitch, as long as its words would take."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

from ...cores import cores
from ...station import Station
from ...timing import seconds
from ..engine import Card, Reader, Sound

SAMPLE_RATE = 24_000
LEVEL = 0.14  # peak: -17 dBFS, about a voice's
SHORTEST_SECONDS = 0.25
SLOWER = 0.02  # share that each further attempt is longer
LOWEST, HIGHEST = 220.0, 1760.0  # hertz


def pitch(text: str, voice: str = "plain") -> float:
    """The pitch in hertz of the words `text`; "low" is two octaves down."""
    share = int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / 2**48
    hertz = LOWEST * math.pow(HIGHEST / LOWEST, share)
    return hertz / 4 if voice == "low" else hertz


@dataclass(frozen=True)
class Tone:
    """For dry runs and tests: no weights, no network, the same samples everywhere."""

    card = Card(
        name="tone",
        summary="Tones in place of words, for dry runs and tests",
        voices=("plain", "low"),
        licence="Apache-2.0",
        max_chars=5000,
        speed_range=(1.0, 1.0),
        deterministic=True,
        readings=4,
    )

    def version(self) -> str:
        """One of its own: it changes when the tones do."""
        return "1"

    def fingerprint(self, voice: str, station: Station) -> str:
        """Nothing but the voice's name decides."""
        return voice

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """There is nothing to load."""
        return _Reader(voice, cores())


@dataclass(frozen=True)
class _Reader:
    voice: str
    hands: int

    def read(self, text: str, attempt: int = 0) -> Sound:
        import numpy as np

        lasts = max(SHORTEST_SECONDS, seconds(text, Tone.card.letters_per_second)) * (1 + SLOWER * attempt)
        time = np.arange(round(lasts * SAMPLE_RATE)) / SAMPLE_RATE
        samples = LEVEL * np.sin(2 * math.pi * pitch(text, self.voice) * time)
        return Sound(samples.astype(np.float32), SAMPLE_RATE)

    def close(self) -> None:
        pass


engine = Tone()
