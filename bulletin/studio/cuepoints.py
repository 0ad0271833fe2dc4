"""Where playout comes in and goes out, and the last words that tell a presenter so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..model import Script

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

UNDER = 48.0  # dB under the programme: what is softer is not missed; Liquidsoap's autocue cuts at 42
WINDOW = 0.01  # seconds over which a level is taken
OUT_WORDS = 5


def cue_points(samples: npt.NDArray[np.int16], rate: int, loudness_lufs: float) -> tuple[float, float]:
    """Where the first sound of frames x channels begins and where the last has died away, in seconds.

    The whole length where nothing is louder than UNDER dB below the programme.
    """
    step = max(1, round(rate * WINDOW))
    length = len(samples)
    starts = range(0, length, step)
    floor = 10 ** ((loudness_lufs - UNDER) / 10) * 32768.0**2
    first = _first_loud(samples, starts, step, floor)
    if first is None:
        return 0.0, length / rate
    last = _first_loud(samples, reversed(starts), step, floor) or 0
    return first / rate, min(last + step, length) / rate


def out_cue(script: Script) -> str:
    """The last words that are said; "" where nothing is."""
    said = [line.text for cue in script.cues for line in cue.lines]
    return last_words(said[-1]) if said else ""


def last_words(text: str) -> str:
    """The last few words of a text."""
    return " ".join(text.split()[-OUT_WORDS:])


def _first_loud(samples: npt.NDArray[np.int16], starts: Iterable[int], step: int, floor: float) -> int | None:
    """The first of those windows whose mean square, over the louder channel, is above `floor`."""
    for start in starts:
        window = samples[start : start + step].astype("float32")
        if float((window * window).mean(axis=0).max()) > floor:
            return start
    return None
