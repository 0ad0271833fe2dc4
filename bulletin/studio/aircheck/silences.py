"""Where nothing is heard that should be, and where a bed is heard too well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from ...model import Span
from .values import Finding, Wanted

if TYPE_CHECKING:
    import numpy.typing as npt

    Cells = npt.NDArray[np.float64]  # the level of each 10 ms in dBFS

MOST_SILENCE = 2.0  # seconds: what trips a player's silence detector
QUIET_BELOW = 34.0  # dB under the bulletin's loudness: what such a detector takes for silence (-50 dBFS at -16)
CELL = 0.01  # seconds
UNHEARD_BELOW = 8.0  # dB: a line so far under the others is hardly there; in 30 good bulletins all kept within 2
PAUSED_BELOW = 14.0  # dB: what is so far under the lines is no speech, though a bed may play
LONGEST_PAUSE = 1.2  # seconds within a line; between two sentences of one line 0.8 was measured
LONGEST_EDGE = 0.6  # seconds: a take begins and ends with speech
EDGE = 0.06  # seconds beside a line in which its bed is down and the voice is silent
HOT = 7.0  # dB above what the station asks of the bed: within 1 was measured, and 5 where a beat falls on an only edge


def levels(samples: npt.NDArray[np.int16], sample_rate: int) -> Cells:
    """The level of each 10 ms of frames x channels, in dBFS; opposite channels do not cancel."""
    size = sample_rate // 100
    count = len(samples) // size
    powers = np.empty(count)
    for start in range(0, count, 1000):
        portion = samples[start * size : min(count, start + 1000) * size].astype(np.float32) / 32768
        powers[start : start + 1000] = np.square(portion).reshape(-1, size * samples.shape[1]).mean(axis=1)
    return np.asarray(10 * np.log10(powers + 1e-12))


def silent(cells: Cells, wanted: Wanted) -> Iterator[Finding]:
    """Silences over 2 s."""
    for first, last in _runs(cells <= (wanted.loudness_lufs or -16.0) - QUIET_BELOW - 3):
        if (length := (last - first) * CELL) > MOST_SILENCE:
            why = f"{length:.1f} s of silence: dead air"
            yield Finding("silence", "error", why, first * CELL, last * CELL)


def unheard(cells: Cells, spans: Sequence[Span]) -> Iterator[Finding]:
    """Lines, or parts of them, that nobody speaks where the plan says so."""
    lines = [s for s in spans if s.kind == "voice" and len(_within(cells, s)) > 5]
    if not lines:
        return
    heard = [_mean(_within(cells, s)) for s in lines]
    typical = float(np.median(heard))
    for span, level in zip(lines, heard, strict=True):
        if level < typical - UNHEARD_BELOW:
            told = "nobody speaks" if level < typical - 20 else "hardly heard"
            why = f"{told}: it is {typical - level:.0f} dB under the other lines"
            yield Finding("voice", "error", why, span.start_seconds, span.end_seconds, span.words)
            continue
        here = _within(cells, span)
        for first, last in _runs(here < typical - PAUSED_BELOW):
            most = LONGEST_PAUSE if first and last < len(here) else LONGEST_EDGE
            if (length := (last - first) * CELL) > most:
                at = span.start_seconds + first * CELL
                yield Finding("voice", "error", f"{length:.1f} s of the line are silent", at, at + length, span.words)


def hot(cells: Cells, wanted: Wanted) -> Iterator[Finding]:
    """Beds that stay up under a voice.

    Measured in the 60 ms before and after each line, where the bed is down already, or still, and nobody speaks.
    """
    lines = [s for s in wanted.spans if s.kind == "voice"]
    others = [s for s in wanted.spans if s.kind != "bed"]
    for bed in (s for s in wanted.spans if s.kind == "bed"):
        over = [s for s in lines if bed.start_seconds <= s.start_seconds and s.end_seconds <= bed.end_seconds]
        edges = [
            _mean(cells[round(start / CELL) : round(end / CELL)])
            for line in over
            for start, end in (
                (line.start_seconds - EDGE, line.start_seconds),
                (line.end_seconds, line.end_seconds + EDGE),
            )
            if bed.start_seconds + 0.5 <= start and end <= bed.end_seconds - 0.5
            and not any(s is not line and s.start_seconds < end and start < s.end_seconds for s in others)
        ]  # fmt: skip
        if not edges:
            continue
        under = float(np.median(edges)) - _mean(np.concatenate([_within(cells, s) for s in over]))
        if under > wanted.bed_under_speech_db + HOT:
            told = f"{-under:.0f} dB under" if under < -0.5 else "as loud as"
            why = f"the bed is {told} the voice and should be {-wanted.bed_under_speech_db:g} dB under it"
            yield Finding("bed", "error", why, bed.start_seconds, bed.end_seconds)


def _within(cells: Cells, span: Span) -> Cells:
    return cells[round(span.start_seconds / CELL) : round(span.end_seconds / CELL)]


def _mean(cells: Cells) -> float:
    """The mean power in dBFS."""
    return float(10 * np.log10(np.mean(10 ** (cells / 10)))) if len(cells) else -120.0


def _runs(quiet: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of cells that are quiet; `last` is the first that is not."""
    at = 0
    for still, run in groupby(quiet.tolist()):
        length = len(list(run))
        if still:
            yield at, at + length
        at += length
