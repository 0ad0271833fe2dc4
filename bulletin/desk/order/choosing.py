"""Which candidates are in: breaking, pins, a lead, the least of each quota, then the best that there is room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.station.tables import Quota, RunningOrder

from .weighing import Candidate, in_table
from .wording import nth

NEAR = 0.9  # of the best score in a group: who has so much is as good, and who was not aired for longest goes first
WORTH = 0.25  # of the best story's score: so much makes a story of a lead category worth leading with

Why = Literal["breaking", "pin", "lead", "least", "best"]


@dataclass(frozen=True, slots=True)
class Pick:
    """A candidate that is in, and what brought it in."""

    candidate: Candidate
    why: Why
    rank: int  # among all that could be in, from 1


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The best first; among near equals the one that was aired longest ago, or never."""
    by_score = sorted(candidates, key=lambda one: (-one.score, one.given.id))
    order: list[Candidate] = []
    group: list[Candidate] = []
    for one in by_score:
        if group and one.score < NEAR * group[0].score:
            order += _longest_rested(group)
            group = []
        group.append(one)
    return order + _longest_rested(group)


def _longest_rested(group: list[Candidate]) -> list[Candidate]:
    return sorted(group, key=lambda one: (one.last_aired, -one.score, one.given.id))


def chosen(order: Sequence[Candidate], rules: RunningOrder, most: int, *, quotas: bool) -> list[Pick]:
    """At most `most` of the candidates, best first as `ranked` gives them: in the order in which they were chosen.

    `quotas`: whether those of the station hold.  What is breaking or pinned counts in them and is never held back.
    """
    picks: list[Pick] = []
    taken: set[int] = set()
    count: Counter[str] = Counter()
    rank = {id(one): place for place, one in enumerate(order, 1)}

    def take(one: Candidate, why: Why) -> None:
        picks.append(Pick(one, why, rank[id(one)]))
        taken.add(id(one))
        count[one.category] += 1

    def wanted(one: Candidate, below: int) -> bool:
        return len(picks) < most and id(one) not in taken and (not quotas or count[one.category] < below)

    for why in ("breaking", "pin"):
        for one in order:
            if len(picks) < most and id(one) not in taken and (one.breaking if why == "breaking" else one.pin):
                take(one, "breaking" if why == "breaking" else "pin")
    others = [one for one in order if id(one) not in taken]
    best = max((one.score for one in others), default=0.0)
    for one in others:
        leads = one.category in rules.lead and one.category != rules.last and one.score >= WORTH * best
        if leads and wanted(one, quota(one.category, rules).most):
            take(one, "lead")
            break
    for one in others if quotas else ():
        if wanted(one, min(quota(one.category, rules).least, quota(one.category, rules).most)):
            take(one, "least")
    for one in others:
        if wanted(one, quota(one.category, rules).most):
            take(one, "best")
    return picks


def quota(category: str, rules: RunningOrder) -> Quota:
    """How many stories of a category a bulletin has."""
    return in_table(rules.quotas, category, Quota())


def left_out(order: Sequence[Candidate], picks: Sequence[Pick], rules: RunningOrder, *, quotas: bool) -> dict[int, str]:
    """Why each of the candidates that could have been in is not, by its `id()`."""
    taken = {id(pick.candidate) for pick in picks}
    count = Counter(pick.candidate.category for pick in picks)
    reasons = {}
    for place, one in enumerate(order, 1):
        if id(one) in taken:
            continue
        full = quotas and count[one.category] >= quota(one.category, rules).most
        if one.breaking or one.pin:
            what = "breaking" if one.breaking else "pinned"
            reasons[id(one)] = f"no room, though {what}, it came {nth(place)}"
        elif full:
            reasons[id(one)] = f"the quota of {one.category} is full"
        else:
            reasons[id(one)] = f"no room, it came {nth(place)}"
    return reasons
