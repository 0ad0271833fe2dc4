"""The running order of what is chosen: breaking, pins, the lead, the others by what they weigh, the kicker at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bulletin.station.tables import RunningOrder

from .choosing import Pick, chosen, left_out
from .filing import is_sensitive
from .neighbours import Tone, apart
from .weighing import Candidate

NO_NEIGHBOUR = "no place for it: it is light, and only a sensitive story could stand beside it"
NO_KICKER = "no place for it: it is sensitive, and what ends the bulletin never is"
TWICE = "the same copy is in another story already"


def running_order(
    order: Sequence[Candidate], rules: RunningOrder, room: int, *, asked: bool
) -> tuple[list[Pick], dict[int, str]]:
    """Who is in, in running order, and why each of the others is not, by `id()`; `order` is the best first.

    What a person asked for is never left out for its neighbours.
    """
    barred = _twice(order)
    if not asked:
        barred |= _sensitive_kickers(order, rules)
    while True:
        left = [one for one in order if id(one) not in barred]
        picks = chosen(left, rules, room, quotas=not asked)
        placed = _placed(picks, rules, always=asked)
        if placed is not None:
            return placed, barred | left_out(left, picks, rules, quotas=not asked)
        tone = tones(rules)
        barred |= {id(one): NO_NEIGHBOUR for one in left if tone(one) == "light"}


def tones(rules: RunningOrder) -> Callable[[Candidate], Tone]:
    """Whether a candidate is sensitive, light or neither: the kicker's category is light, and so is "light" itself."""
    known: dict[int, Tone] = {}

    def tone(one: Candidate) -> Tone:
        if id(one) not in known:
            light = one.category in (rules.last, "light") and not one.breaking
            sensitive = is_sensitive(one.articles[0])
            known[id(one)] = "sensitive" if sensitive else "light" if light else ""
        return known[id(one)]

    return tone


def _placed(picks: Sequence[Pick], rules: RunningOrder, *, always: bool) -> list[Pick] | None:
    """Picks in running order; None where a light story cannot be kept from a sensitive one, unless `always`."""
    candidate_tone = tones(rules)

    def tone(pick: Pick) -> Tone:
        return candidate_tone(pick.candidate)

    def end_of(placed: list[Pick]) -> Tone:
        return tone(placed[-1]) if placed else ""

    last = [pick for pick in picks if pick.candidate.category == rules.last and not pick.candidate.breaking]
    others = [pick for pick in picks if pick not in last]
    placed = [pick for pick in others if pick.why == "breaking"]
    pins = [pick for pick in others if pick.why == "pin"]
    lead = [pick for pick in others if pick.why == "lead"]
    body = sorted((pick for pick in others if pick.why in ("least", "best")), key=lambda pick: pick.rank)
    for group, after in ((pins, end_of(lead)), (lead, ""), (body, end_of(last[:1]))):
        laid = apart(group, tone, end_of(placed), after)
        if laid is None and not always:
            return None
        placed += group if laid is None else laid
    return placed + last


def _twice(order: Sequence[Candidate]) -> dict[int, str]:
    """Candidates that tell what a better one tells already: the same event, or the same article in another event."""
    told: set[str] = set()
    again: dict[int, str] = {}
    for one in order:
        names = {one.given.id, one.articles[0].id}
        if told.isdisjoint(names):
            told |= names
        else:
            again[id(one)] = TWICE
    return again


def _sensitive_kickers(order: Sequence[Candidate], rules: RunningOrder) -> dict[int, str]:
    """Sensitive stories of the category that ends the bulletin."""
    return {
        id(one): NO_KICKER
        for one in order
        if one.category == rules.last and not one.breaking and is_sensitive(one.articles[0])
    }
