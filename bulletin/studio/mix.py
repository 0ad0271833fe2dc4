"""The mix: takes and sounds laid on the timeline with pydub, the bed under them.

All is 16-bit stereo at 44.1 kHz, speech and sounds at one working level well below full scale; the one gain to
the station's loudness comes after (loudness.py).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import soxr

from ..errors import StudioError
from ..model import Cue, Take
from .carts import load
from .loudness import RATE, amplitude, decibels, loudness
from .timeline import BED_OUT, GRID, Bedding, Timeline

with warnings.catch_warnings():  # pydub looks for ffmpeg, which we never ask it to use, and has old escapes
    warnings.filterwarnings("ignore", "Couldn't find ff", RuntimeWarning)
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    warnings.filterwarnings("ignore", "invalid escape sequence", SyntaxWarning)
    warnings.filterwarnings("ignore", '"\\\\.* is an invalid escape sequence', SyntaxWarning)  # its words in 3.14
    from pydub import AudioSegment

if TYPE_CHECKING:
    import numpy.typing as npt

    from ..station import Station

LEVEL = -24.0  # LUFS while mixing: speech at this level peaks near -6 dBFS
HIGHEST = -1.0  # dBFS: nothing is raised above this to reach LEVEL
SILENT = -60.0  # dBFS: a take that never gets above this has nobody in it
SAMPLE = 30.0  # seconds of a voice that are enough to know its level
LOOP = 1000  # milliseconds that a bed's end and beginning share
DUCK = 350  # milliseconds in which the bed goes down before speech
RISE = 900  # ... and comes up after it, where there is room
_WIDTH = {"sample_width": 2, "frame_rate": RATE}


def voices(takes: Sequence[Sequence[Take]]) -> tuple[tuple[AudioSegment, ...], ...]:
    """Takes as mono segments at 44.1 kHz on the grid, each voice at LEVEL.

    Raises StudioError for a take that is damaged or silent.
    """
    heard = [[_resampled(take) for take in row] for row in takes]
    by_voice: dict[tuple[str, str], list[npt.NDArray[np.int16]]] = {}
    for row, samples in zip(takes, heard, strict=True):
        for take, mono in zip(row, samples, strict=True):
            by_voice.setdefault((take.engine, take.voice), []).append(mono)
    gains = {voice: _gain(said) for voice, said in by_voice.items()}
    return tuple(
        tuple(
            _segment(_on_grid(edged(mono, 5, 10))).apply_gain(gains[take.engine, take.voice])
            for take, mono in zip(row, samples, strict=True)
        )
        for row, samples in zip(takes, heard, strict=True)
    )


def sound(name: str, station: Station) -> AudioSegment:
    """A named sound as a stereo segment at LEVEL, on the grid.  Raises StudioError."""
    samples, rate = load(name, station)
    if rate != RATE:
        samples = soxr.resample(samples, rate, RATE).astype(np.float32)
    peak = float(np.abs(samples).max())
    gain = min(amplitude(LEVEL - loudness(samples)), amplitude(HIGHEST) / peak)
    whole = np.rint(np.clip(samples * np.float32(gain), -1, 1) * 32767).astype(np.int16)
    return _segment(_on_grid(edged(whole, 3, 10)))


def mix(
    timeline: Timeline,
    cues: Sequence[Cue],
    lines: Sequence[Sequence[AudioSegment]],
    sounds: Mapping[str, AudioSegment],
    under_db: float,
) -> AudioSegment:
    """Everything in its place; `under_db` is how far a bed goes down under speech."""
    pieces = []
    now = 0
    for heard in timeline.heard:
        pieces.append(_silence(heard.start - now))
        pieces.append(sounds[cues[heard.cue].sound] if heard.line < 0 else lines[heard.cue][heard.line].set_channels(2))
        now = heard.end
    pieces.append(_silence(timeline.length - now))
    whole = _joined(pieces)
    for bedding in timeline.beds:
        passage = cut(whole, bedding.start, bedding.end).overlay(_bed(bedding, sounds[bedding.name], under_db))
        whole = _joined([cut(whole, 0, bedding.start), passage, cut(whole, bedding.end, timeline.length)])
    return whole


def edged(samples: npt.NDArray[np.int16], rise_ms: int, fall_ms: int) -> npt.NDArray[np.int16]:
    """Samples that begin and end in silence, so that nothing clicks; pydub's short fades may lose a frame."""
    out = samples.copy()
    for part, ms in ((out, rise_ms), (out[::-1], fall_ms)):
        frames = min(ms * RATE // 1000, len(out) // 2)
        slope = np.arange(frames, dtype=np.float32) / max(1, frames)
        part[:frames] = part[:frames] * (slope if out.ndim == 1 else slope[:, None])
    return out


def cut(whole: AudioSegment, start: int, end: int) -> AudioSegment:
    """The part from `start` to `end`, in ms on the grid: to the frame, where pydub's own slices may lose one."""
    return whole.get_sample_slice(start * RATE // 1000, end * RATE // 1000)


def _resampled(take: Take) -> npt.NDArray[np.int16]:
    if not 4000 <= take.sample_rate <= 192_000 or len(take.pcm) % 2 or not take.pcm:
        raise StudioError(f'the take of "{take.text[:60]}" is damaged; delete the cache and read it again')
    mono = np.frombuffer(take.pcm, dtype="<i2")
    if decibels(max(int(mono.max()), -int(mono.min())) / 32768) < SILENT:
        raise StudioError(f'{take.engine} gave silence for "{take.text[:60]}"; try another voice or other words')
    return np.asarray(soxr.resample(mono, take.sample_rate, RATE), dtype=np.int16)


def _gain(said: list[npt.NDArray[np.int16]]) -> float:
    """The dB that bring a voice to LEVEL, judged by what it says first; less where a peak would be too high."""
    total, some = 0, []
    for mono in said:
        if total >= SAMPLE * RATE:
            break
        some.append(mono)
        total += len(mono)
    measured = loudness(np.concatenate(some)) + decibels(2**0.5)  # the same sound from two speakers: 3 dB more
    peak = max(max(int(mono.max()), -int(mono.min())) for mono in said)
    room = HIGHEST - decibels(peak / 32768)
    return min(LEVEL - measured, room) if np.isfinite(measured) else min(0.0, room)


def _on_grid(samples: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Silence added at the end, up to the next 10 ms."""
    cell = RATE * GRID // 1000
    return np.pad(samples, [(0, -len(samples) % cell), *[(0, 0)] * (samples.ndim - 1)])


def _segment(samples: npt.NDArray[np.int16]) -> AudioSegment:
    return AudioSegment(data=samples.tobytes(), channels=samples.ndim, **_WIDTH)


def _silence(ms: int) -> AudioSegment:
    return AudioSegment(data=bytes(RATE * ms // 1000 * 4), channels=2, **_WIDTH)


def _joined(pieces: Sequence[AudioSegment]) -> AudioSegment:
    """Pieces end to end; one copy, where adding them up would copy the whole for each."""
    return AudioSegment(data=b"".join(piece.raw_data for piece in pieces), channels=2, **_WIDTH)


def _bed(bedding: Bedding, music: AudioSegment, under_db: float) -> AudioSegment:
    """The bed for one passage: looped, down under speech and up where nobody speaks for long, faded at its ends."""
    length = bedding.end - bedding.start
    looped = music[:length]
    while len(looped) < length:
        looped = looped.append(music, crossfade=min(LOOP, len(music) // 2, len(looped) // 2))
    spans = [(start - bedding.start, end - bedding.start) for start, end in bedding.speech]
    times, levels = zip(*_levels(spans, length, under_db), strict=True)
    samples = np.frombuffer(cut(looped, 0, length).raw_data, "<i2").reshape(-1, 2)
    curve = np.interp(np.arange(len(samples)) * 1000 / RATE, times, levels).astype(np.float32)
    ducked = np.rint(samples * (10 ** (curve / 20))[:, None]).astype(np.int16)
    return _segment(ducked).fade_in(min(400, length)).fade_out(min(BED_OUT, length))


def _levels(speech: Sequence[tuple[int, int]], length: int, under_db: float) -> list[tuple[int, float]]:
    """The bed's level in dB at points in time (ms); between two points it slides.

    Gaps too short to come up and go down again in stay down: a bed that pumps between headlines tires the ear.
    """
    spans: list[tuple[int, int]] = []
    for start, end in speech:
        if spans and start - spans[-1][1] < DUCK + RISE + 300:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    points: list[tuple[int, float]] = []
    for start, end in spans:
        points += [(max(0, start - DUCK), 0.0), (start, under_db), (end, under_db), (end + RISE, 0.0)]
    if not points:
        return [(0, 0.0), (length, 0.0)]
    if points[0][0] > 0:
        points.insert(0, (0, 0.0))
    inside = [(time, level) for time, level in points if time < length]
    return [*inside, (length, inside[-1][1])]
