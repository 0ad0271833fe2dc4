"""Articles -> groups that tell one event each: candidates by rare terms, pairs by likeness, groups by their mean likeness.

Every step is capped, so that ten times the articles take some ten times as long, whatever is in them: a term leads to
the last few articles that have it, an article is compared with the most promising of those, and two groups are
joined by the mean over a few of each, so that a day of stories from one place does not hang together as a chain.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .likeness import contradict, likeness
from .telling import Telling

LEAST_BITS = 6.0  # that a candidate shares


class Caps(NamedTuple):
    """How far is looked for others."""

    terms: int  # of an article that lead to others: its rarest
    latest: int  # articles that one term leads to
    looked_at: int  # candidates that are held against an article in haste
    compared: int  # and in full


FEW, MANY = Caps(24, 60, 60, 16), Caps(12, 16, 16, 6)
MANY_UNITS = 2_000  # from so many on it is time that counts


SAME = 0.5  # likeness of two tellings of one event
MEAN = 0.46  # likeness of two groups that tell one event
SAMPLED = 4  # members of a group, when two groups are compared


@dataclass(frozen=True, slots=True)
class Unit:
    """What is grouped: one telling and what it must stand with or apart from."""

    telling: Telling
    same: tuple[Hashable, ...] = ()  # units that share one of these are of one event, whatever they say
    aired: str = ""  # the event that it was aired as: two such events stay two


def grouped(units: Sequence[Unit]) -> list[list[int]]:
    """The places of the units, in groups; the units' order decides between equals, so it must be a settled one."""
    groups = _Groups(units)
    firsts: dict[Hashable, int] = {}
    for place, unit in enumerate(units):
        for key in unit.same:
            groups.join(firsts.setdefault(key, place), place)
    edges = sorted(_edges(units, groups), key=lambda edge: (-edge[0], edge[1], edge[2]))
    for _, one, other in edges:
        if groups.close(one, other):
            groups.join(one, other)
    return groups.all()


def _edges(units: Sequence[Unit], groups: _Groups) -> Iterable[tuple[float, int, int]]:
    """Pairs of units that are alike, each once."""
    caps = FEW if len(units) < MANY_UNITS else MANY
    latest: dict[str, deque[int]] = {}
    for place, unit in enumerate(units):
        terms = _leading(unit.telling, caps.terms)
        shared: dict[int, float] = {}
        for name, bits in terms:
            others = latest.get(name)
            if others is None:
                latest[name] = deque((place,), caps.latest)
                continue
            for other in others:
                shared[other] = shared.get(other, 0.0) + bits
            others.append(place)
        promising = [(bits, other) for other, bits in shared.items() if bits >= LEAST_BITS]
        promising.sort(reverse=True)
        compared = 0
        for _, other in promising[: caps.looked_at]:
            if groups.root(other) == groups.root(place) or contradict(units[other].telling, unit.telling):
                continue
            if (score := groups.score(other, place)) >= SAME:
                yield score, other, place
            compared += 1
            if compared == caps.compared:
                break


def _leading(telling: Telling, most: int) -> list[tuple[str, float]]:
    """The terms by which others are found: the headline's before the lead's, the rare before the common."""
    head = telling.head
    terms = [(bits if name in head else bits - 1.5, name) for name, bits in telling.gist.items() if bits >= 2.0]
    terms.sort(reverse=True)
    return [(name, telling.gist[name]) for _, name in terms[:most]]


@dataclass
class _Groups:
    """Which units stand together (union-find), and what was compared so far."""

    units: Sequence[Unit]
    parent: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    aired: dict[int, str] = field(init=False)
    scores: dict[tuple[int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parent = list(range(len(self.units)))
        self.members = {place: [place] for place in self.parent}
        self.aired = {place: unit.aired for place, unit in enumerate(self.units) if unit.aired}

    def root(self, place: int) -> int:
        while self.parent[place] != place:
            self.parent[place] = place = self.parent[self.parent[place]]
        return place

    def score(self, one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if (found := self.scores.get(pair)) is None:
            found = self.scores[pair] = likeness(self.units[one].telling, self.units[other].telling)
        return found

    def close(self, one: int, other: int) -> bool:
        """Whether the groups of two units that are alike are alike on the whole."""
        one, other = self.root(one), self.root(other)
        if one == other or self._two_aired(one, other):
            return False
        firsts, seconds = _sample(self.members[one]), _sample(self.members[other])
        if len(firsts) == len(seconds) == 1:
            return True
        scores = [self.score(first, second) for first in firsts for second in seconds]
        return sum(scores) >= MEAN * len(scores)

    def join(self, one: int, other: int) -> None:
        """Put two groups together, unless they were aired as two events."""
        one, other = sorted((self.root(one), self.root(other)))
        if one == other or self._two_aired(one, other):
            return
        small, large = (other, one) if len(self.members[one]) >= len(self.members[other]) else (one, other)
        self.parent[small] = large
        self.members[large] += self.members.pop(small)
        if name := self.aired.pop(small, ""):
            self.aired[large] = name

    def _two_aired(self, one: int, other: int) -> bool:
        """Whether two groups, by their roots, were aired as two events."""
        return one in self.aired and other in self.aired and self.aired[one] != self.aired[other]

    def all(self) -> list[list[int]]:
        return [sorted(group) for group in self.members.values()]


def _sample(members: Sequence[int]) -> Sequence[int]:
    """A few members from all over a group, the first and the last among them."""
    if len(members) <= SAMPLED:
        return members
    ordered = sorted(members) if len(members) <= 64 else members
    step = (len(ordered) - 1) / (SAMPLED - 1)
    return [ordered[round(step * number)] for number in range(SAMPLED)]
