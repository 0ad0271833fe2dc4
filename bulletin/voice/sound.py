"""What an engine gave is looked at, trimmed and made into 16-bit samples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..errors import VoiceError
from ..timing import seconds
from .engine import Sound

LEAD_SECONDS = 0.015  # kept before the first word
TAIL_SECONDS = 0.040  # and after the last: a final consonant dies away in it
FADE_IN_SECONDS = 0.003
FADE_OUT_SECONDS = 0.010
WINDOW_SECONDS = 0.005
SPEECH_DB = -50.0  # under the loudest window: hibari's soft first and last consonants stay above it
SILENT_PEAK = 0.003  # -50 dBFS: no voice is so quiet
SLOWEST = 5.0  # times what the words should take, and 5 s: a voice that ran away
FASTEST = 0.15  # of what the words should take: words are missing


def checked(sound: Sound, text: str, letters_per_second: float) -> Sound:
    """`sound` with its padding trimmed, when it can be `text` read aloud.  Raises VoiceError when it cannot."""
    samples, rate = np.asarray(sound.samples, dtype=np.float32).reshape(-1), sound.sample_rate
    if not 8000 <= rate <= 192_000:
        raise VoiceError(f"it gave sound with a sample rate of {rate} hertz")
    if not samples.size:
        raise VoiceError("it gave no sound")
    if not np.isfinite(samples).all():
        raise VoiceError("it gave broken sound (samples that are not numbers)")
    peak = float(np.abs(samples).max())
    if peak < SILENT_PEAK:
        raise VoiceError("it gave silence")
    if peak > 1.0:  # turned down, not clipped
        samples = samples / peak
    samples = trimmed(samples, rate)
    lasts, expected = samples.size / rate, seconds(text, letters_per_second)
    if lasts < FASTEST * expected:
        raise VoiceError(f"it gave {lasts:.1f} s of sound for words that take about {expected:.0f} s: some are missing")
    if lasts > SLOWEST * expected + 5:
        raise VoiceError(f"it gave {lasts:.0f} s of sound for words that take about {expected:.0f} s")
    return Sound(samples, rate)


def trimmed(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """`samples` from just before the first sound to just after the last, faded so that no edge clicks."""
    window = max(1, int(WINDOW_SECONDS * rate))
    padded = np.pad(samples, (0, -samples.size % window)).reshape(-1, window)
    power = np.mean(np.square(padded, dtype=np.float64), axis=1)
    loud = np.flatnonzero(power >= power.max() * 10 ** (SPEECH_DB / 10))
    start = max(0, int(loud[0]) * window - int(LEAD_SECONDS * rate))
    end = min(samples.size, (int(loud[-1]) + 1) * window + int(TAIL_SECONDS * rate))
    kept = samples[start:end].copy()
    _fade(kept, int(FADE_IN_SECONDS * rate))
    _fade(kept[::-1], int(FADE_OUT_SECONDS * rate))
    return kept


def joined(parts: Sequence[tuple[Sound, float]]) -> Sound:
    """Sounds in a row, each followed by its silence in seconds.  Raises VoiceError when their rates differ."""
    rate = parts[0][0].sample_rate
    if any(sound.sample_rate != rate for sound, _ in parts):
        raise VoiceError("it gave sound with more than one sample rate")
    pieces = [piece for sound, silence in parts for piece in (sound.samples, np.zeros(int(silence * rate), np.float32))]
    return Sound(np.concatenate(pieces), rate)


def pcm(samples: NDArray[np.float32]) -> bytes:
    """Samples of -1.0 to 1.0 as 16-bit little-endian integers, at the level they have."""
    return np.rint(np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes()


def _fade(edge: NDArray[np.float32], length: int) -> None:
    """Raise the first `length` samples of `edge` from nothing, in place, on a quarter of a sine squared."""
    length = min(length, edge.size)
    edge[:length] *= np.sin(np.linspace(0, np.pi / 2, length, endpoint=False, dtype=np.float32)) ** 2
