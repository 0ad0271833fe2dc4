"""When everything is heard: a pure plan, made from lengths before any sound is touched.

All times are whole milliseconds on a grid of ten: 10 ms at 44.1 kHz are exactly 441 frames, so that every
cut, chapter and caption falls on a whole frame and the segments tile the bulletin exactly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Cue
from ..station import slug_of
from .words import plain

GRID = 10  # milliseconds
MOST_SILENCE = 1800  # milliseconds: a player's silence detector trips at 2 s, and sounds fade before they end
BED_LEAD = 1500  # the bed is heard this long before the first words over it, where nobody speaks
BED_OUT = 1500  # its fade at the end


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
    """The plan of a bulletin, in milliseconds."""

    length: int
    heard: tuple[Heard, ...]  # in order, never overlapping
    beds: tuple[Bedding, ...]
    parts: tuple[Part, ...]
    warnings: tuple[str, ...] = ()


def plan(cues: Sequence[Cue], takes: Sequence[Sequence[int]], sounds: dict[str, int]) -> Timeline:
    """Lay out cues: `takes` are the lengths of their lines and `sounds` of the named sounds, in ms on the grid.

    No silence is longer than MOST_SILENCE: longer ones are cut, with a warning.
    """
    heard: list[Heard] = []
    starts: list[int] = []
    warnings: list[str] = []
    now = silent_since = 0

    def play(cue: int, line: int, length: int) -> None:
        nonlocal now, silent_since
        heard.append(Heard(cue, line, now, now + length))
        now = silent_since = now + length

    def wait(seconds: float, cue: int) -> None:
        nonlocal now
        wanted = _ms(seconds)
        given = min(wanted, max(0, silent_since + MOST_SILENCE - now))
        if given < wanted:
            warnings.append(f"cue {cue + 1}: {wanted / 1000:g} s of silence cut to {given / 1000:g} s (dead air)")
        now += given

    for number, cue in enumerate(cues):
        starts.append(now)
        if cue.sound:
            play(number, -1, sounds[cue.sound])
        for line, length in enumerate(takes[number]):
            if line:
                wait(cue.breath, number)
            play(number, line, length)
        wait(cue.pause, number)
    ends = [*starts[1:], now]
    parts = _parts(cues, starts, now)
    return Timeline(now, tuple(heard), _beds(cues, ends, heard, parts), parts, tuple(warnings))


def _ms(seconds: float) -> int:
    """Seconds as milliseconds on the grid; what is no length is none."""
    if not math.isfinite(seconds):
        return 0
    return GRID * round(max(0.0, min(seconds, 3600.0)) * 1000 / GRID)


def _parts(cues: Sequence[Cue], starts: Sequence[int], length: int) -> tuple[Part, ...]:
    """The segments: each begins with its first cue or with the stings that lead it, and ends with the next."""
    if not cues:
        return ()
    begun: list[tuple[int, str, str]] = []  # the first cue of each, its slug, its title
    closing = False
    for number, cue in enumerate(cues):
        first = number
        while first and cues[first - 1].kind == "sting":
            first -= 1
        if cue.kind == "story":
            title = plain(cue.title) or plain(cue.slug) or "Story"
            begun.append((first, slug_of(cue.slug) or slug_of(title) or "story", title))
            closing = False
        elif cue.kind in ("back", "closing") and not closing:
            begun.append((first, "closing", "Closing"))
            closing = True
        elif number == len(cues) - 1 and cue.kind == "sting" and begun and not closing:
            begun.append((first, "closing", "Closing"))
    if not begun or begun[0][0]:
        begun.insert(0, (0, "opening", "Opening"))
    ends = [*(starts[first] for first, _, _ in begun[1:]), length]
    tiles = (Part(slug, title, starts[first], end) for (first, slug, title), end in zip(begun, ends, strict=True))
    return tuple(part for part in tiles if part.end > part.start)


def _beds(cues: Sequence[Cue], ends: list[int], heard: list[Heard], parts: tuple[Part, ...]) -> tuple[Bedding, ...]:
    """One bed a run of cues that name it, from before its first words to the end of its last cue."""
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
            edge = max((part.start for part in parts if part.start <= begin), default=0)
            start = max(spoken, edge, begin - BED_LEAD)
            if ends[last] > start:
                beds.append(Bedding(name, start, ends[last], speech))
        first = last + 1
    return tuple(beds)
