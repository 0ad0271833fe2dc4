"""The last ear: what is measured on the finished, decoded MP3s before anybody else hears them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .. import mp3frames
from ..errors import StudioError
from ..timing import clock
from .loudness import amplitude
from .timeline import RATE

if TYPE_CHECKING:
    from .loudness import Samples

LOUDNESS_WITHIN = 0.3  # LU
LENGTH_WITHIN = 0.03  # seconds: about one MP3 frame
MOST_SILENCE = 2.0  # seconds
QUIET_BELOW = 34.0  # dB under the bulletin's loudness: what a silence detector takes for silence (-50 dBFS at -16)
_CELL = RATE // 100  # 10 ms


@dataclass(frozen=True)
class Pressing:
    """One finished MP3 with what was measured on it."""

    name: str
    audio: bytes
    planned: float  # seconds
    decoded: float  # seconds
    true_peak_dbtp: float
    clipped: int  # samples at full scale
    silence: tuple[float, float]  # the longest: seconds, and where it begins


def longest_silence(samples: Samples, loudness_lufs: float) -> tuple[float, float]:
    """The longest silence of frames x channels: how many seconds, and at which it begins."""
    cells = len(samples) // _CELL
    if not cells:
        return 0.0, 0.0
    shaped = samples[: cells * _CELL].reshape(cells, -1)
    peaks = np.maximum(shaped.max(axis=1).astype(np.int32), -shaped.min(axis=1).astype(np.int32))
    loud = np.flatnonzero(peaks > 32768 * amplitude(loudness_lufs - QUIET_BELOW))
    edges = np.concatenate([[-1], loud, [cells]])
    gaps = np.diff(edges) - 1
    longest = int(gaps.argmax())
    return float(gaps[longest]) * 0.01, float(edges[longest] + 1) * 0.01


def header_seconds(pressing: Pressing) -> float:
    """The length that a player shows, from the MP3's own header.  Raises StudioError where a frame is damaged."""
    try:
        return mp3frames.walk(pressing.audio).declared
    except mp3frames.Damaged as error:
        raise _failed("frames", pressing, str(error)) from error


def passed(pressings: list[Pressing], loudness_lufs: float, target_lufs: float, most_dbtp: float) -> tuple[str, ...]:
    """What the finished files passed.  Raises StudioError naming the first check that one fails."""
    for pressing in pressings:
        header = header_seconds(pressing)
        if abs(pressing.decoded - pressing.planned) > LENGTH_WITHIN:
            raise _failed("length", pressing, f"it decodes to {pressing.decoded:.2f} s of {pressing.planned:.2f} s")
        if abs(header - pressing.decoded) > LENGTH_WITHIN:
            raise _failed("header", pressing, f"it says {header:.2f} s and lasts {pressing.decoded:.2f} s")
        if pressing.true_peak_dbtp > most_dbtp:
            raise _failed("true peak", pressing, f"{pressing.true_peak_dbtp:.2f} dBTP is above {most_dbtp:g} dBTP")
        if pressing.clipped:
            raise _failed("clipping", pressing, f"{pressing.clipped} samples are at full scale")
        length, at = pressing.silence
        if length > MOST_SILENCE:
            raise _failed(
                "silence", pressing, f"{length:.1f} s of silence at {clock(at)}; listen to that line or sound"
            )
    if abs(loudness_lufs - target_lufs) > LOUDNESS_WITHIN:
        raise _failed("loudness", pressings[0], f"{loudness_lufs:.2f} LUFS, {target_lufs:g} wanted")
    highest = max(pressing.true_peak_dbtp for pressing in pressings)
    quietest = max(pressing.silence[0] for pressing in pressings)
    return (
        f"all {len(pressings)} MP3s decode whole, to the length that was planned",
        "headers tell the length that is heard",
        f"loudness {loudness_lufs:.1f} LUFS ({target_lufs:g} wanted)",
        f"true peak {highest:.1f} dBTP at most ({most_dbtp:g} allowed)",
        "nothing is clipped",
        f"no silence over {MOST_SILENCE:g} s (the longest is {quietest:.1f} s)",
    )


def _failed(check: str, pressing: Pressing, finding: str) -> StudioError:
    return StudioError(f"check failed ({check}): {pressing.name}: {finding}")
