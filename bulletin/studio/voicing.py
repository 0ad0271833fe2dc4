"""A take on its way to the mix: clicks mended, brought to the mix's level and rate, gently compressed."""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soxr

from .. import store
from ..errors import StudioError
from .loudness import decibels, loudness
from .timeline import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    from ..model import Take

    Mono = npt.NDArray[np.int16]

LEVEL = -24.0  # LUFS while mixing: speech at this level peaks near -6 dBFS
HIGHEST = -1.0  # dBFS: nothing is raised above this to reach LEVEL
SILENT = -60.0  # dBFS: a take that never gets above this has nobody in it
STEP = 0.5  # dB: a voice's gain is a whole number of these, so that one new line does not change all the others
COMPRESSOR = "threshold=-20dB:ratio=2:attack=8:release=160:knee=2:detection=rms"
CLICK = 12.0  # times what is usual around it: how far a sample that clicks stands out
HEARD = 6000  # of 65,535: a smaller step out and back is not heard
_LUFS = struct.Struct("<d")
_NEAR = 32  # samples before and after, whose own bends a click is held against
_AROUND = np.concatenate([np.arange(-_NEAR, -2), np.arange(3, _NEAR + 1)])


def gains(takes: Sequence[Take], levels: Sequence[tuple[float, int]]) -> dict[tuple[str, str], float]:
    """The dB for each voice (engine, voice): what brings the middle one of its lines, by length, to LEVEL."""
    found = {}
    for voice in {(take.engine, take.voice) for take in takes}:
        own = sorted(
            (lufs, take.seconds, peak)
            for take, (lufs, peak) in zip(takes, levels, strict=True)
            if (take.engine, take.voice) == voice
        )
        half = sum(seconds for _, seconds, _ in own) / 2
        middle, spent = own[-1][0], 0.0
        for lufs, seconds, _ in own:
            spent += seconds
            if spent >= half:
                middle = lufs
                break
        wanted = LEVEL - decibels(2**0.5) - middle  # the same sound from two speakers: 3 dB more
        room = HIGHEST - decibels(max(peak for *_, peak in own) / 32768)
        found[voice] = STEP * round(min(wanted, room) / STEP) if math.isfinite(wanted) else min(0.0, room)
    return found


def length(take: Take) -> int:
    """How many samples at 44.1 kHz a take has."""
    return math.ceil(len(take.pcm) // 2 * RATE / take.sample_rate)


def voiced(take: Take, gain_db: float) -> Mono:
    """A take as mono at 44.1 kHz: clicks mended, with that gain, compressed, its edges faded."""
    mono = mended(np.frombuffer(take.pcm, dtype="<i2"))
    levelled = _compressed(mono, take.sample_rate, gain_db)
    whole = soxr.resample(levelled, take.sample_rate, RATE)
    return edged(np.rint(np.clip(whole, -1, 1) * 32767).astype(np.int16), 5, 10)


def mended(mono: Mono) -> Mono:
    """Mono samples without clicks: a single sample that leaps away from both neighbours is put between them.

    Speech bends, and its steps grow and shrink over many samples; a click is one step out and one back.
    """
    if len(mono) < 4 * _NEAR:
        return mono
    wide = mono.astype(np.int32)
    bend = np.abs(wide[1:-1] * 2 - wide[:-2] - wide[2:])
    suspects = np.flatnonzero(bend[_NEAR:-_NEAR] > HEARD) + _NEAR
    around = bend[suspects[:, None] + _AROUND].max(axis=1, initial=0)
    beside = np.maximum(bend[suspects - 1], bend[suspects + 1])
    clicks = suspects[(bend[suspects] > CLICK * np.maximum(around, 60)) & (bend[suspects] >= beside)] + 1
    if not clicks.size:
        return mono
    out = mono.copy()
    out[clicks] = (wide[clicks - 1] + wide[clicks + 1]) // 2
    return out


def level(take: Take, folder: Path) -> tuple[float, int]:
    """How loud a take is in LUFS, and its highest sample; measured once and kept in `folder`.  Raises StudioError."""
    if not 4000 <= take.sample_rate <= 192_000 or len(take.pcm) % 2 or not take.pcm:
        raise StudioError(f'the take of "{take.text[:60]}" is damaged; delete the cache and read it again')
    mono = np.frombuffer(take.pcm, dtype="<i2")
    peak = max(int(mono.max()), -int(mono.min()))
    if decibels(peak / 32768) < SILENT:
        raise StudioError(f'{take.engine} gave silence for "{take.text[:60]}"; try another voice or other words')
    key = store.key(take=hashlib.sha256(take.pcm).hexdigest(), rate=take.sample_rate)
    if (kept := store.fetch(folder, key)) and len(kept) == _LUFS.size:
        return _LUFS.unpack(kept)[0], peak
    lufs = loudness(mono[:, None], take.sample_rate)
    store.keep(folder, key, _LUFS.pack(lufs))
    return lufs, peak


def _compressed(mono: Mono, rate: int, gain_db: float) -> npt.NDArray[np.float32]:
    """Mono samples with a gain and FFmpeg's compressor, as float32, of the same length."""
    from av import AudioFrame
    from av.filter import Graph

    graph, tick = Graph(), Fraction(1, rate)
    source = graph.add_abuffer(format="s16", sample_rate=rate, layout="mono", time_base=tick)
    steps: list[Any] = [
        source,
        graph.add("volume", f"{gain_db:.1f}dB:precision=float"),
        graph.add("acompressor", COMPRESSOR),
        graph.add("aformat", "sample_fmts=flt:channel_layouts=mono"),
        graph.add("abuffersink"),
    ]
    for one, other in pairwise(steps):
        one.link_to(other)
    graph.configure()
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(mono).reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, tick
    source.push(frame)
    source.push(None)
    out = []
    while True:
        try:
            out.append(steps[-1].pull().to_ndarray().reshape(-1))
        except (BlockingIOError, EOFError):
            return np.concatenate(out)


def edged(samples: npt.NDArray[np.int16], rise_ms: int, fall_ms: int) -> npt.NDArray[np.int16]:
    """Samples (frames, or frames x channels) that begin and end in silence, so that nothing clicks."""
    out = samples.copy()
    for part, ms in ((out, rise_ms), (out[::-1], fall_ms)):
        frames = min(ms * RATE // 1000, len(out) // 2)
        slope = np.arange(frames, dtype=np.float32) / max(1, frames)
        part[:frames] = part[:frames] * (slope if out.ndim == 1 else slope[:, None])
    return out
