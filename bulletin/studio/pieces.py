"""The bulletin in pieces, each told completely: what is not told anew need not be mixed or pressed anew.

A piece reaches from one joint of the timeline to the next.  A segment is a piece, but where music plays on over its
edge: then it is cut out of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import store
from ..model import Cue, Take
from .timeline import FRAME, LAPPED, TAIL, Bedding, Heard, Timeline

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FORMAT = 2  # raise it when voicing or mixing changes


@dataclass(frozen=True)
class Said:
    """A line in its place: samples from the start of the piece."""

    take: Take
    gain_db: float
    start: int
    length: int


@dataclass(frozen=True)
class Played:
    """A sound in its place; one that something is laid over rings out."""

    name: str
    start: int
    rings_out: bool


@dataclass(frozen=True)
class Piece:
    """All that is heard between two joints; `cut` is the part of it that is wanted."""

    length: int  # to the end of what sounds, in whole frames; the last one's to its own end
    rest: int  # the silence after it, up to the next joint: no part of what is pressed
    cut: tuple[int, int]
    last: bool  # it ends the bulletin; the others end in silence
    said: tuple[Said, ...]
    played: tuple[Played, ...]
    beds: tuple[Bedding, ...]
    tempo: float


@dataclass(frozen=True)
class Board:
    """What every piece is mixed with: the sounds by name (frames x 2), how far a bed goes down, and the channels."""

    sounds: Mapping[str, npt.NDArray[np.int16]]
    under_db: float
    channels: int


def pieces(
    timeline: Timeline,
    cues: Sequence[Cue],
    takes: Sequence[Sequence[Take]],
    gains: Mapping[tuple[str, str], float],
    tempo: float,
) -> dict[tuple[int, int], Piece]:
    """The pieces by their first and last sample: from joint to joint in order, then the segments that are no such."""
    ends = [*timeline.joints[1:], timeline.length]
    told = {
        (start, end): _piece(start, end, timeline, cues, takes, gains, tempo)
        for start, end in zip(timeline.joints, ends, strict=True)
    }
    whole = list(told.items())
    for part in timeline.parts:
        (start, _), piece = next(item for item in reversed(whole) if item[0][0] <= part.start)
        if (part.start, part.end) not in told:
            full = replace(piece, length=piece.length + piece.rest, rest=0)
            told[part.start, part.end] = replace(full, cut=(part.start - start, part.end - start))
    return told


def recipe(piece: Piece, board: Board) -> str:
    """The name of what a piece sounds like, before it is mastered: a hash of all that makes it."""
    used = sorted({one.name for one in piece.played} | {bed.name for bed in piece.beds})
    told = replace(piece, said=(), rest=0)
    said = [(_mark(s.take.pcm), s.take.sample_rate, s.gain_db, s.start, s.length) for s in piece.said]
    sounds = [(name, _mark(board.sounds[name].data)) for name in used]
    return store.key(piece=repr((told, said, sounds, board.under_db, board.channels)), format=FORMAT)


def _piece(
    start: int,
    end: int,
    timeline: Timeline,
    cues: Sequence[Cue],
    takes: Sequence[Sequence[Take]],
    gains: Mapping[tuple[str, str], float],
    tempo: float,
) -> Piece:
    here = [one for one in timeline.heard if start <= one.start < end]
    said = [(one, takes[one.cue][one.line]) for one in here if one.line >= 0]
    beds = [bed for bed in timeline.beds if start <= bed.start < end]
    last = end == timeline.length
    sounds = max([start, *(one.end for one in here), *(bed.end for bed in beds)]) - start + TAIL
    length = end - start if last else min(end - start, -(-sounds // FRAME) * FRAME)
    return Piece(
        length=length,
        rest=end - start - length,
        cut=(0, length),
        last=last,
        said=tuple(
            Said(take, gains[take.engine, take.voice], one.start - start, one.end - one.start) for one, take in said
        ),
        played=tuple(
            Played(cues[one.cue].sound, one.start - start, _lapped(one, after))
            for one, after in zip(here, [*here[1:], None], strict=False)  # nothing is heard in a piece of music alone
            if one.line < 0
        ),
        beds=tuple(_moved(bed, -start) for bed in beds),
        tempo=tempo,
    )


def _lapped(one: Heard, after: Heard | None) -> bool:
    return after is not None and after.start < one.end and one.end - one.start >= LAPPED


def _moved(bed: Bedding, by: int) -> Bedding:
    speech = tuple((start + by, end + by) for start, end in bed.speech)
    return Bedding(bed.name, bed.start + by, bed.end + by, speech)


def _mark(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()
