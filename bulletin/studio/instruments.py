"""The instruments that our sounds are played on, computed: kalimba, marimba, drum, shaker, a soft pad, and a room.

All give float64 samples at 44.1 kHz; one call with the same arguments gives the same samples each time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from .timeline import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    Mono = npt.NDArray[np.float64]  # frames
    Stereo = npt.NDArray[np.float64]  # frames x 2

SCALE = {"D": -7, "E": -5, "F#": -3, "A": 0, "B": 2}  # half-tones from A, within an octave that starts at D


def pitch(note: str) -> float:
    """The frequency in hertz of a note such as "F#5" (A4 is 440)."""
    name, octave = note[:-1], int(note[-1])
    return 440.0 * 2 ** ((SCALE[name] + 12 * (octave - 4)) / 12)


def kalimba(note: str, strength: float = 1.0) -> Mono:
    """A plucked tine: a pure tone that rings, the bright overtones of a clamped bar that do not, and the thumb."""
    t = _time(2.4)
    f = pitch(note)
    ring = np.sin(2 * np.pi * f * t) * np.exp(-t * (1.4 + f / 500))
    ring += 0.22 * np.sin(2 * np.pi * 2 * f * t + 0.3) * np.exp(-t * 7)
    ring += 0.16 * np.sin(2 * np.pi * 6.27 * f * t) * np.exp(-t * 38) * (6.27 * f < 15_000)  # bar: f2/f1 is 6.27
    thumb = t[: RATE // 20]
    ring[: len(thumb)] += noise(len(thumb), 3) * np.exp(-thumb * 420) * 0.10
    return strength * ring * edges(len(t), 0.0015, 0.2)


def marimba(note: str, strength: float = 1.0) -> Mono:
    """A low wooden bar; tuned bars have their overtone two octaves up (4 f)."""
    t = _time(1.8)
    f = pitch(note)
    bar = np.sin(2 * np.pi * f * t) * np.exp(-t * 3.2) + 0.25 * np.sin(2 * np.pi * 4 * f * t) * np.exp(-t * 16)
    bar += 0.35 * np.sin(2 * np.pi * 2 * f * t) * np.exp(-t * 6)
    return strength * bar * edges(len(t), 0.002, 0.2)


def drum(strength: float = 1.0) -> Mono:
    """A large soft drum: a low tone that falls a little as the skin comes to rest."""
    t = _time(0.9)
    turns = 60 * t + 30 * (1 - np.exp(-t * 22)) / 22
    return strength * np.sin(2 * np.pi * turns) * np.exp(-t * 6) * edges(len(t), 0.004, 0.1)


def shaker(strength: float = 1.0) -> Mono:
    """Seeds in a gourd: a breath of high noise."""
    t = _time(0.12)
    treble = np.diff(np.diff(noise(len(t) + 2, 7)))  # two differences: only the treble is left
    return strength * 0.12 * treble * np.exp(-t * 45) * edges(len(t), 0.012, 0.02)


def pad(notes: str, seconds: float, rise: float, fall: float) -> Stereo:
    """A warm chord: a few soft overtones a voice, each ear tuned a hair apart; no longer than the circle it is laid on."""
    t = _time(seconds)
    ears = []
    for cents in (-4.0, 4.0):
        ear = np.zeros(len(t))
        for number, note in enumerate(notes.split()):
            f = pitch(note) * 2 ** (cents * (1 if number % 2 else -1) / 1200)
            for overtone in range(1, 5):
                slow = 1 + 0.15 * np.sin(2 * np.pi * (0.21 + 0.07 * number) * t + overtone)
                ear += slow * np.sin(2 * np.pi * overtone * f * t + number) / overtone**2.1
        ears.append(ear)
    return np.stack(ears, axis=1) * edges(len(t), rise, fall)[:, None] / len(notes.split())


def panned(mono: Mono, place: float) -> Stereo:
    """Mono to stereo; `place` is -1 (left) to 1 (right), at equal power."""
    angle = (place + 1) * np.pi / 4
    return np.asarray(mono[:, None] * np.array([np.cos(angle), np.sin(angle)]))


def added(out: Stereo, part: Stereo, seconds: float, circle: bool = False) -> None:
    """Add `part` to `out` from that second on; on a circle what goes over the end comes in at the beginning."""
    start = round(seconds * RATE)
    if circle:
        turned = (start + np.arange(len(part))) % len(out)
        out[turned] += part
    else:
        part = part[: len(out) - start]
        out[start : start + len(part)] += part


def in_room(dry: Stereo, wet: float, circle: bool = False) -> Stereo:
    """`dry` with a small warm room around it: noise that dies away, a different one for each ear."""
    t = _time(1.3)
    echo = np.stack([noise(len(t), seed) for seed in (11, 12)], axis=1)
    smooth = np.hanning(10)[1:-1] / np.hanning(10).sum()  # walls swallow treble
    echo = np.stack([np.convolve(echo[:, ear], smooth, mode="same") for ear in (0, 1)], axis=1)
    echo *= (np.exp(-t * 5.2) * edges(len(t), 0.012, 0.2))[:, None]
    echo /= np.sqrt((echo**2).sum(axis=0))
    size = len(dry) if circle else len(dry) + len(echo)
    heard = np.fft.irfft(np.fft.rfft(dry, size, axis=0) * np.fft.rfft(echo, size, axis=0), size, axis=0)
    return np.asarray(dry + wet * heard[: len(dry)])


def thinned(sound: Stereo, points: dict[float, float]) -> Stereo:
    """`sound`, which goes round, with its tone set: dB at frequencies in hertz, sliding over octaves between."""
    spectrum = np.fft.rfft(sound, axis=0)
    hertz = np.maximum(1.0, np.fft.rfftfreq(len(sound), 1 / RATE))
    db = np.interp(np.log2(hertz), np.log2(list(points)), list(points.values()))
    return np.asarray(np.fft.irfft(spectrum * (10 ** (db / 20))[:, None], len(sound), axis=0))


def faded(sound: Stereo, seconds: float) -> Stereo:
    """`sound` with so long a fade at its end, and without a click at its start."""
    return sound * edges(len(sound), 0.0005, seconds)[:, None]


def edges(length: int, rise: float, fall: float) -> Mono:
    """A window that rises and falls in so many seconds, as half a cosine."""
    window = np.ones(length)
    for seconds, part in ((rise, window), (fall, window[::-1])):
        size = min(int(seconds * RATE), length)
        part[:size] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(size) / max(size, 1))
    return window


@cache
def noise(length: int, seed: int) -> Mono:
    """White noise in -1..1, the same on every machine (a linear congruential generator of Numerical Recipes)."""
    values = np.empty(length, dtype=np.uint64)
    value = seed
    for number in range(length):
        value = (1664525 * value + 1013904223) & 0xFFFFFFFF
        values[number] = value
    return values.astype(np.float64) / 2**31 - 1


def _time(seconds: float) -> Mono:
    return np.asarray(np.arange(int(seconds * RATE)) / RATE)
