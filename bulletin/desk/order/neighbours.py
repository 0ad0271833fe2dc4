"""Who stands beside whom: never a light story after a sensitive one, nor before one where that can be helped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal, TypeVar

Tone = Literal["sensitive", "light", ""]
T = TypeVar("T")

HARD = frozenset({("sensitive", "light")})
ALL = HARD | {("light", "sensitive")}


def apart(stories: Sequence[T], tone: Callable[[T], Tone], before: Tone = "", after: Tone = "") -> list[T] | None:
    """Stories in as much of the given order as leaves no sensitive one beside a light one; None where none does.

    `before` and `after` are the tones of what stands at either end.  Where only a light story before a sensitive one
    is left, that is borne.
    """
    for clashes in (ALL, HARD):
        if _possible(before, Counter(map(tone, stories)), after, clashes):
            return _laid(list(stories), tone, before, after, clashes)
    return None


def _laid(
    left: list[T], tone: Callable[[T], Tone], before: Tone, after: Tone, clashes: Iterable[tuple[str, str]]
) -> list[T]:
    """At each place the first story that does not clash and leaves the others a way to be placed."""
    tones = Counter(map(tone, left))
    placed: list[T] = []
    while left:
        fits = (story for story in left if _fits(tone(story), before, tones, after, clashes))
        story = next(fits)
        before = tone(story)
        tones[before] -= 1
        placed.append(story)
        left.remove(story)
    return placed


def _fits(here: Tone, before: Tone, tones: Counter[Tone], after: Tone, clashes: Iterable[tuple[str, str]]) -> bool:
    """Whether a story of this tone can come next."""
    return (before, here) not in clashes and _possible(here, tones - Counter([here]), after, clashes)


def _possible(before: Tone, tones: Counter[Tone], after: Tone, clashes: Iterable[tuple[str, str]]) -> bool:
    """Whether there are enough everyday stories to part the sensitive ones from the light ones.

    All of one tone can stand together, so that an everyday story is needed only where the tone changes.
    """
    both: list[Tone] = [tone for tone in ("sensitive", "light") if tones[tone] > 0]
    needed = min(
        sum(pair in clashes for pair in pairwise(tone for tone in (before, *middle, after) if tone))
        for middle in (both, both[::-1])
    )
    return needed <= tones[""]
