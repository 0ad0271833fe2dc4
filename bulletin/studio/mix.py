"""The mix: takes and sounds laid on the timeline with pydub, the bed under them, a piece at a time.

All is 16-bit stereo at 44.1 kHz, speech and sounds at one working level well below full scale; the one gain to
the station's loudness comes after (loudness.py).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .looping import looped
from .pieces import Board, Piece
from .tempo import stretched
from .timeline import RATE, TAIL, Bedding
from .voicing import edged, voiced

os.environ.setdefault("PATH", os.defpath)  # pydub looks for programs along it, and service managers may give none
with warnings.catch_warnings():  # pydub looks for ffmpeg, which we never ask it to use, and has old escapes
    warnings.filterwarnings("ignore", "Couldn't find ff", RuntimeWarning)
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    warnings.filterwarnings("ignore", "invalid escape sequence", SyntaxWarning)
    warnings.filterwarnings("ignore", '"\\\\.* is an invalid escape sequence', SyntaxWarning)  # its words in 3.14
    from pydub import AudioSegment

if TYPE_CHECKING:
    import numpy.typing as npt

    Frames = npt.NDArray[np.int16]  # frames x 2
    Mono = npt.NDArray[np.int16]

DUCK = RATE * 30 // 100  # in which the bed goes down before speech
HOLD = RATE * 7 // 100  # ... in which it stays down after it: the voice rings on, and the air-check listens there
RISE = RATE * 38 // 100  # ... and comes up then, where there is room
IN, OUT = 400, 1500  # milliseconds in which a bed begins and ends
RINGS_OUT = 600  # ... and a sound that something is laid over
_PORTION = 10 * RATE  # frames that are turned to floats at a time
_EVEN = RATE // 100  # samples that are whole milliseconds: 441 are ten
_WIDTH = {"sample_width": 2, "frame_rate": RATE}


def mixed(piece: Piece, board: Board) -> Frames:
    """A piece as it sounds at working level: frames x channels."""
    whole = _in_a_row(piece)
    for one in piece.played:
        sound = board.sounds[one.name]
        whole = _over(whole, _segment(edged(sound, 0, RINGS_OUT) if one.rings_out else sound), one.start)
    for bedding in piece.beds:
        whole = _over(whole, _bed(bedding, board.sounds[bedding.name], board.under_db), bedding.start)
    samples = np.frombuffer(whole.raw_data, "<i2").reshape(-1, 2)
    if not piece.last:  # what is pressed apart must end in silence
        samples = np.pad(edged(samples[:-TAIL], 3, 5), [(0, TAIL), (0, 0)])
    out = edged(samples[slice(*piece.cut)], 3, 5)
    return out if board.channels == 2 else np.rint(out.mean(axis=1, keepdims=True)).astype(np.int16)


def _in_a_row(piece: Piece) -> AudioSegment:
    """Lines in their places, with silence between them, as stereo."""
    parts, now = [], 0
    for one in piece.said:
        mono = voiced(one.take, one.gain_db)
        if piece.tempo != 1.0:
            mono = stretched(mono, RATE, piece.tempo)
        parts += [_silence(one.start - now), _segment(_of_length(mono, one.length)).set_channels(2)]
        now = one.start + one.length
    return _joined([*parts, _silence(piece.length - now)])


def _of_length(mono: Mono, length: int) -> Mono:
    """The resampler may give a sample more or less than was planned."""
    return np.pad(mono[:length], (0, max(0, length - len(mono))))


def _over(whole: AudioSegment, sound: AudioSegment, at: int) -> AudioSegment:
    """`sound` laid over `whole` from that sample on; of the same length to the sample.

    pydub lays over in whole milliseconds and drops what is left, so that both go in with silence after them.
    """
    end = min(at + _length(sound), _length(whole))
    under = _joined([whole.get_sample_slice(at, end), _silence(-(end - at) % _EVEN)])
    both = under.overlay(_joined([sound, _silence(-_length(sound) % _EVEN)]))
    passage = both.get_sample_slice(0, end - at)
    return _joined([whole.get_sample_slice(0, at), passage, whole.get_sample_slice(end, _length(whole))])


def _length(segment: AudioSegment) -> int:
    return int(segment.frame_count())


def _segment(samples: npt.NDArray[np.int16]) -> AudioSegment:
    return AudioSegment(data=samples.tobytes(), channels=samples.ndim, **_WIDTH)


def _silence(length: int) -> AudioSegment:
    return AudioSegment(data=bytes(length * 4), channels=2, **_WIDTH)


def _joined(pieces: Sequence[AudioSegment]) -> AudioSegment:
    """Pieces end to end; one copy, where adding them up would copy the whole for each."""
    return AudioSegment(data=b"".join(piece.raw_data for piece in pieces), channels=2, **_WIDTH)


def _bed(bedding: Bedding, samples: Frames, under_db: float) -> AudioSegment:
    """The bed for one passage: looped, down under speech and up where nobody speaks for long, faded at its ends."""
    length = bedding.end - bedding.start
    spans = [(start - bedding.start, end - bedding.start) for start, end in bedding.speech]
    times, levels = zip(*curve(spans, length, under_db), strict=True)
    heard = np.array(looped(samples, length))
    for first in range(0, length, _PORTION):
        at = np.arange(first, min(first + _PORTION, length))
        gains = (10 ** (np.interp(at, times, levels) / 20)).astype(np.float32)
        heard[at[0] : at[-1] + 1] = np.rint(heard[at[0] : at[-1] + 1] * gains[:, None])
    return _segment(edged(heard, IN, OUT))


def curve(speech: Sequence[tuple[int, int]], length: int, under_db: float) -> list[tuple[int, float]]:
    """The bed's level in dB at points in time (samples); between two points it slides.

    Gaps too short to come up and go down again in stay down: a bed that pumps between headlines tires the ear.
    """
    spans: list[tuple[int, int]] = []
    for start, end in speech:
        if spans and start - spans[-1][1] < DUCK + HOLD + RISE:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    points: list[tuple[int, float]] = []
    for start, end in spans:
        points += [(max(0, start - DUCK), 0.0), (max(0, start), under_db)]
        points += [(end + HOLD, under_db), (end + HOLD + RISE, 0.0)]
    if not points:
        return [(0, 0.0), (length, 0.0)]
    if points[0][0] > 0:
        points.insert(0, (0, 0.0))
    inside = [(time, level) for time, level in points if time < length]
    return [*inside, (length, inside[-1][1])]
