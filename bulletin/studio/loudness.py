"""Loudness and true peak, measured and set: one gain for the whole mix, and a limiter for its few high peaks.

Loudness is ITU-R BS.1770-4 integrated loudness and EBU R128 short-term loudness, by FFmpeg's own meter inside
PyAV.  True peak is Annex 2 of BS.1770: the signal at four times its rate through the standard's own 48-tap filter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from .timeline import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]  # frames x channels

BLOCK = 0.4  # seconds: the gating block of BS.1770
SILENCE = -70.0  # LUFS: the absolute gate; what is below it has no loudness
_CELL = 64  # frames that are looked at as one when peaks are sought
_LOOK_AHEAD = 441  # frames, 10 ms: the limiter's gain bends this long before and after a peak
_CHUNK = 1 << 19  # frames that are turned to floats at a time

# ITU-R BS.1770-4, Annex 2, table of the order 48, 4-phase FIR interpolating filter
_PHASE_0 = (0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875, 0.1373291015625,
            0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250, 0.0148925781250, -0.0083007812500)  # fmt: skip
_PHASE_1 = (-0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500, 0.4650878906250,
            0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625, 0.0330810546875, -0.0189208984375)  # fmt: skip
_PHASES = np.array([_PHASE_0, _PHASE_1, _PHASE_1[::-1], _PHASE_0[::-1]], dtype=np.float32)
_TAPS = _PHASES.shape[1]
_MOST_RISE = float(np.abs(_PHASES).sum(axis=1).max())  # no true peak is further above its samples than this


def decibels(ratio: float) -> float:
    """An amplitude ratio in dB."""
    return 20 * float(np.log10(max(ratio, 1e-10)))


def amplitude(db: float) -> float:
    """dB as an amplitude ratio."""
    return float(10 ** (db / 20))


@dataclass(frozen=True)
class Metered:
    """What the loudness meter shows."""

    lufs: float  # integrated; -inf for silence
    short_term: tuple[float, ...]  # LUFS over the last three seconds, ten times a second
    momentary: tuple[float, ...]  # ... and over the last 0.4 seconds: the blocks that are gated


def loudness(samples: npt.NDArray[np.int16] | npt.NDArray[np.float32], rate: int = RATE) -> float:
    """Integrated loudness in LUFS of frames x channels (int16, or float32 in -1..1); -inf for silence."""
    return metered(samples, rate=rate).lufs


def metered(*portions: npt.NDArray[np.int16] | npt.NDArray[np.float32], rate: int = RATE) -> Metered:
    """The loudness meter's reading of frames x channels (one or two), int16 or float32 in -1..1, end to end.

    What is shorter than one gating block is measured as if it went on and on.
    """
    from av import AudioFrame
    from av.filter import Graph

    least, length = math.ceil(BLOCK * rate) + 1, sum(map(len, portions))
    if 0 < length < least:
        portions = (np.concatenate(portions * -(-least // length)),)  # type: ignore[assignment] # numpy forgets which
    form = "s16" if portions[0].dtype == np.int16 else "flt"
    layout = "mono" if portions[0].shape[1] == 1 else "stereo"
    tick = Fraction(1, rate)
    graph = Graph()
    source = graph.add_abuffer(format=form, sample_rate=rate, layout=layout, time_base=tick)
    meter, sink = graph.add("ebur128", "metadata=1:framelog=quiet"), graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    lufs, at = -np.inf, 0
    short_term: list[float] = []
    momentary: list[float] = []
    for second in (portion[start : start + rate] for portion in portions for start in range(0, len(portion), rate)):
        frame = AudioFrame.from_ndarray(_interleaved(second), format=form, layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, at, tick
        at += len(second)
        source.push(frame)
        while True:
            try:
                reading = sink.pull().metadata
            except (BlockingIOError, EOFError):  # nothing more for now
                break
            if "lavfi.r128.I" in reading:
                lufs = float(reading["lavfi.r128.I"])
                short_term.append(float(reading["lavfi.r128.S"]))
                momentary.append(float(reading["lavfi.r128.M"]))
    return Metered(lufs if lufs > SILENCE else -np.inf, tuple(short_term), tuple(momentary))


def end_to_end(pieces: Sequence[tuple[int, Sequence[float]]]) -> Metered:
    """The reading of a whole from the momentary loudness of its pieces, each with the sample at which it begins.

    Short-term loudness is the mean power of momentary ones over three seconds.  Pieces end in silence, so that what
    lies over their edges is below the gate: it is within 0.05 LU of the reading of three minutes as a whole.
    """
    length = max((start * 10 // RATE + len(momentary) for start, momentary in pieces), default=0)
    levels = np.full(length, -120.0)
    for start, momentary in pieces:  # of digital silence FFmpeg's meter tells nan, which a sum would carry to its end
        levels[start * 10 // RATE : start * 10 // RATE + len(momentary)] = np.nan_to_num(momentary, nan=-120.0)
    powers = np.concatenate([np.full(26, 1e-12), 10 ** (np.maximum(levels, -120.0) / 10)])
    sums = np.cumsum(np.concatenate([[0.0], powers]))
    means = (sums[27:] - sums[:-27]) / 27
    return Metered(gated(levels.tolist()), tuple((10 * np.log10(means)).tolist()), tuple(levels.tolist()))


def gated(momentary: Sequence[float]) -> float:
    """The integrated loudness of momentary ones, as BS.1770-4 gates them: above -70 LUFS, then within 10 LU."""
    blocks = np.asarray(momentary, dtype=float)
    powers = 10 ** (blocks[blocks > SILENCE] / 10)
    if not powers.size:
        return -np.inf
    return float(10 * np.log10(powers[powers > powers.mean() / 10].mean()))


def _interleaved(samples: Any) -> Any:  # PyAV's own types cannot tell int16 from float32 here
    return np.ascontiguousarray(samples).reshape(1, -1)


def true_peak(samples: Samples) -> float:
    """The true peak in dBTP of frames x channels."""
    if not len(samples):
        return -np.inf
    highest = int(_cell_peaks(samples).max())
    _, peaks = _peaks_above(samples, highest / _MOST_RISE)
    return decibels(max(highest, peaks.max(initial=0)) / 32768)


def master(samples: Samples, gain_db: float, ceiling_dbtp: float) -> Samples:
    """`samples` with one gain, and turned down around the peaks that would then be above the ceiling.

    The limiter is linear but for a dip of its gain around each peak: look-ahead 10 ms, Hann-shaped.
    """
    gain = amplitude(gain_db)
    out = np.empty_like(samples)
    for start in range(0, len(samples), _CHUNK):
        chunk = samples[start : start + _CHUNK] * np.float32(gain)
        out[start : start + _CHUNK] = np.clip(np.rint(chunk), -32768, 32767)
    limit = amplitude(ceiling_dbtp) * 32768 / gain  # in units of the input
    frames, peaks = _peaks_above(samples, limit / _MOST_RISE)
    over = peaks > limit
    for first, last, dips in _dips(frames[over], limit / peaks[over], len(samples)):
        passage = samples[first:last] * (dips * np.float32(gain))[:, None]
        out[first:last] = np.clip(np.rint(passage), -32768, 32767)
    return out


def _dips(
    frames: npt.NDArray[np.int64], gains: npt.NDArray[np.float32], length: int
) -> Iterator[tuple[int, int, npt.NDArray[np.float32]]]:
    """(first, last, gain of each frame) for every passage around the `frames` that need `gains`."""
    if not len(frames):
        return
    reach = 2 * _LOOK_AHEAD
    hann = np.hanning(2 * _LOOK_AHEAD + 3)[1:-1].astype(np.float32)
    hann /= hann.sum()
    for group in np.split(np.arange(len(frames)), np.flatnonzero(np.diff(frames) > 2 * reach) + 1):
        first, last = int(frames[group[0]]) - reach, int(frames[group[-1]]) + reach + 1
        needed = np.ones(last - first + 2 * _LOOK_AHEAD, dtype=np.float32)
        np.minimum.at(needed, frames[group] - first + _LOOK_AHEAD, gains[group])
        held = _lowest(needed, 2 * _LOOK_AHEAD + 1)
        held = np.pad(held, _LOOK_AHEAD, constant_values=1)
        dips = np.convolve(held, hann, mode="valid")
        inside = slice(max(0, -first), len(dips) - max(0, last - length))
        yield max(0, first), min(last, length), dips[inside]


def _lowest(values: npt.NDArray[np.float32], width: int) -> npt.NDArray[np.float32]:
    """The lowest of each `width` neighbours, in log2(width) steps."""
    have = 1
    while have < width:
        step = min(have, width - have)
        values = np.minimum(values[:-step], values[step:])
        have += step
    return values


def _cell_peaks(samples: Samples) -> npt.NDArray[np.int32]:
    """The highest absolute sample of every cell of 64 frames."""
    starts = np.arange(0, len(samples), _CELL)
    flat = samples.reshape(-1)
    width = samples.shape[1]
    high = np.maximum.reduceat(flat, starts * width).astype(np.int32)
    low = np.minimum.reduceat(flat, starts * width).astype(np.int32)
    return np.maximum(high, -low)


def _peaks_above(samples: Samples, floor: float) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """Frames near any sample above `floor`, and the true peak around each (in units of the samples).

    A filter cannot give more than the sum of its absolute taps times the highest sample it sees, so that cells
    of low samples need no filtering: this finds the same peak as filtering everything, in a tenth of the time.
    """
    hot = _cell_peaks(samples) >= max(floor, 1.0)
    near = hot.copy()
    near[1:] |= hot[:-1]  # the filter reaches over the edge of a cell
    near[:-1] |= hot[1:]
    cells = np.flatnonzero(near)
    if not len(cells):
        return np.empty(0, np.int64), np.empty(0, np.float32)
    parts = [_cell_envelopes(samples, cells[start : start + 4096]) for start in range(0, len(cells), 4096)]
    frames = (cells[:, None] * _CELL + np.arange(_CELL)).reshape(-1)
    peaks = np.concatenate(parts)
    real = frames < len(samples)
    return frames[real], peaks[real]


def _cell_envelopes(samples: Samples, cells: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """The true peak at every frame of some cells: the highest of its own sample and of those between."""
    half = _TAPS // 2
    at = cells[:, None] * _CELL + np.arange(-half, _CELL + half)
    outside = (at < 0) | (at >= len(samples))
    window = samples[np.clip(at, 0, len(samples) - 1)].astype(np.float32)
    window[outside] = 0
    window = window.swapaxes(1, 2)  # cells x channels x frames
    between = np.abs(window @ _interpolator()).reshape(len(cells), -1, 4 * (_CELL + 1)).max(axis=1)
    between = between.reshape(-1, _CELL + 1, 4).max(axis=2)  # at p: what the filter finds around frames p - 1 and p
    own = np.abs(window[:, :, half : half + _CELL]).max(axis=1)
    return np.asarray(np.maximum(own, np.maximum(between[:, :-1], between[:, 1:])).reshape(-1))


@cache
def _interpolator() -> npt.NDArray[np.float32]:
    """The filter as a matrix, from the frames of a cell and its surroundings to the four phases at each."""
    matrix = np.zeros((_CELL + _TAPS, _CELL + 1, 4), dtype=np.float32)
    for place in range(_CELL + 1):
        matrix[place : place + _TAPS, place] = _PHASES.T
    return matrix.reshape(_CELL + _TAPS, -1)
