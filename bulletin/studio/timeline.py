"""When everything is heard: a pure plan, made from lengths before any sound is touched.

All times are whole samples at 44.1 kHz.  Each segment is a whole number of MP3 frames and ends in two frames of
silence, so that a segment pressed by itself is, frame for frame, its piece of the whole bulletin (pressing.py).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Cue
from ..plain import plain
from ..station import slug_of

RATE = 44_100  # samples a second, of everything that the studio makes
FRAME = 1152  # samples in a frame of MPEG-1 Layer III
TAIL = 2 * FRAME  # silence at the end of each segment but the last: what an encoder's delay pushes over the edge
MOST_SILENCE = RATE * 18 // 10  # a player's silence detector trips at 2 s, and sounds fade before they end
FADED = RATE * 6 // 10  # before its end a sound is already so soft that it counts as silence; 0.4 s in our closing
BED_LEAD = RATE * 3 // 2  # the bed is heard this long before the first words over it, where nobody speaks
LAP = RATE * 3 // 10  # a sound's last notes ring on under what follows it
LAPPED = 2 * RATE  # ... where the sound is at least so long
EXACT = ("pips",)  # sounds that nothing is laid over: they tell the time


@dataclass(frozen=True)
class Heard:
    """A sound or a line in its place; `line` is -1 for the sound of a cue."""

    cue: int
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Bedding:
    """Music under a run of cues; `speech` are the spans over which it goes down."""

    name: str
    start: int
    end: int
    speech: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Part:
    """A segment to be cut out: opening, a story with the sting that leads it, closing."""

    slug: str
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class Timeline:
    """The plan of a bulletin, in samples."""

    length: int
    heard: tuple[Heard, ...]  # in order; only a sound may ring on under what follows it
    beds: tuple[Bedding, ...]
    parts: tuple[Part, ...]
    joints: tuple[int, ...]  # where a new pressing begins: the starts of segments with silence before them
    warnings: tuple[str, ...] = ()


def plan(cues: Sequence[Cue], takes: Sequence[Sequence[int]], sounds: dict[str, int]) -> Timeline:
    """Lay out cues: `takes` are the lengths of their lines and `sounds` of the named sounds, in samples.

    No silence is longer than MOST_SILENCE: longer ones are cut, with a warning, where no bed plays.
    """
    heard: list[Heard] = []
    starts: list[int] = []
    warnings: list[str] = []
    now = silent_since = 0
    joints: list[int] = []
    parts_at = _first_cues(cues)

    def play(cue: int, line: int, length: int) -> None:
        nonlocal now, silent_since
        heard.append(Heard(cue, line, now, now + length))
        now += length
        silent_since = now - (FADED if line < 0 else 0)

    def wait(seconds: float, cue: int) -> None:
        nonlocal now, silent_since
        wanted = samples_of(seconds)
        if cues[cue].bed:
            silent_since = now + wanted
        given = min(wanted, max(0, silent_since + MOST_SILENCE - now))
        if given < wanted:
            told = f"{wanted / RATE:g} s of silence cut to {given / RATE:g} s"
            warnings.append(f"cue {cue + 1}: {told} (dead air)")
        now += given

    for number, cue in enumerate(cues):
        if number in parts_at and not _over_the_edge(cues, number):
            now = _closed(now, heard) if number else 0
            joints.append(now)
        starts.append(now)
        if cue.sound:
            play(number, -1, sounds[cue.sound])
            if takes[number] and sounds[cue.sound] >= LAPPED and cue.sound not in EXACT:
                now -= LAP
        for line, length in enumerate(takes[number]):
            if line:
                wait(cue.breath, number)
            play(number, line, length)
        wait(cue.pause, number)
    now = max([now, *(one.end for one in heard)])  # a sound may ring on over short last words
    ends = [*starts[1:], now]
    parts = _parts(cues, parts_at, starts, now)
    beds = _beds(cues, ends, heard, joints, sounds)
    return Timeline(now, tuple(heard), beds, parts, tuple(joints), tuple(warnings))


def samples_of(seconds: float) -> int:
    """Seconds as samples; what is no length is none."""
    return round(max(0.0, min(seconds, 3600.0)) * RATE) if math.isfinite(seconds) else 0


def rests(cues: Sequence[Cue]) -> frozenset[int]:
    """The cues whose pause is a silence between two segments: however long it is, it changes neither of them."""
    return frozenset(
        number - 1
        for number in _first_cues(cues)
        if number and not cues[number - 1].bed and not _over_the_edge(cues, number)
    )


def _over_the_edge(cues: Sequence[Cue], number: int) -> bool:
    """Whether music goes on from the cue before into that one."""
    return bool(number and cues[number].bed and cues[number].bed == cues[number - 1].bed)


def _closed(now: int, heard: Sequence[Heard]) -> int:
    """Where a segment ends that would end `now`: after its last sound and its tail, on a whole frame."""
    last = max((one.end for one in heard), default=0)
    return -(-max(now, last + TAIL) // FRAME) * FRAME


def _first_cues(cues: Sequence[Cue]) -> dict[int, tuple[str, str]]:
    """The segments by their first cue, which may be the sting that leads a story: slug and title."""
    begun: dict[int, tuple[str, str]] = {}
    closing = False
    for number, cue in enumerate(cues):
        first = number
        while first and cues[first - 1].kind == "sting":
            first -= 1
        if cue.kind == "story":
            title = plain(cue.title) or plain(cue.slug) or "Story"
            begun[first] = slug_of(cue.slug) or slug_of(title) or "story", title
            closing = False
        elif (cue.kind in ("back", "closing") and not closing) or (
            number == len(cues) - 1 and cue.kind == "sting" and begun and not closing
        ):
            begun[first] = "closing", "Closing"
            closing = True
    return begun if 0 in begun else {0: ("opening", "Opening"), **begun}


def _parts(
    cues: Sequence[Cue], begun: dict[int, tuple[str, str]], starts: Sequence[int], length: int
) -> tuple[Part, ...]:
    """The segments, one after the other without a gap."""
    if not cues:
        return ()
    ends = [*(starts[first] for first in list(begun)[1:]), length]
    tiles = (Part(*named, starts[first], end) for (first, named), end in zip(begun.items(), ends, strict=True))
    return tuple(part for part in tiles if part.end > part.start)


def _beds(
    cues: Sequence[Cue], ends: list[int], heard: list[Heard], joints: list[int], sounds: dict[str, int]
) -> tuple[Bedding, ...]:
    """One bed a run of cues that name it: from before its first words, out under the sound that ends the run."""
    beds = []
    first = 0
    while first < len(cues):
        last = first
        while last + 1 < len(cues) and cues[last + 1].bed == cues[first].bed:
            last += 1
        if name := cues[first].bed:
            # what leads the run in is played over the swelling bed; all that follows sends it down
            over = [h for h in heard if first <= h.cue <= last and (h.line >= 0 or h.cue > first)]
            speech = tuple((h.start, h.end) for h in over)
            begin = speech[0][0] if speech else (ends[first - 1] if first else 0)
            spoken = max((h.end for h in heard if h.line >= 0 and h.end <= begin), default=0)
            edge = max((joint for joint in joints if joint <= begin), default=0)
            start, end = max(spoken, edge, begin - BED_LEAD), ends[last]
            if last + 1 < len(cues):
                crossed = min(RATE, sounds[cues[last + 1].sound] // 2) if cues[last + 1].sound else 0
                end += -TAIL if end in joints else crossed
            if end > start:
                beds.append(Bedding(name, start, end, speech))
        first = last + 1
    return tuple(beds)
