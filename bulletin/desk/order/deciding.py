"""The decider, told top to bottom: what is known of each event, what it weighs, who is in, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bulletin.model import Choice, Event, Mark
from bulletin.station.tables import RunningOrder, Wire

from .breaking import doubted, is_breaking
from .choosing import Pick, ranked
from .filing import filing
from .placing import running_order
from .telling import Hour, telling_of
from .weighing import Candidate, weighed
from .wording import NOT_IN, nth, one_line, span, utc

REASON = 300  # characters, the most of one
_NONE: Mapping[str, str] = MappingProxyType({})
_NEVER_SEEN: Mapping[str, datetime] = MappingProxyType({})


def decide(  # noqa: PLR0913 - one bulletin's circumstances, each a value of its own
    events: Sequence[Event],
    order: RunningOrder,
    *,
    at: datetime,
    most: int,
    marks: Sequence[Mark] = (),
    first_seen: Mapping[str, datetime] = _NEVER_SEEN,
    wires: Sequence[Wire] = (),
    language: str = "en",
    flash: bool = False,
    without: Mapping[str, str] = _NONE,
    elsewhere: Mapping[str, str] = _NONE,
    asked: bool = False,
) -> tuple[Choice, ...]:
    """What the bulletin at `at` (aware, in the station's zone) tells, and why each event is in it or not.

    One Choice for every event: first those that are in, in running order, then the others, the best score first.
    `first_seen`: article id -> when its copy was first seen.  `without`: event id -> why its text cannot be had; `elsewhere`: why
    it belongs into another bulletin.
    `asked`: a person named these sources: age, airings and quotas do not count.  `flash`: only what is breaking and
    was never aired, one story.  The events of the Choices that are in have the article to be read first, and none that
    is under embargo or expired.  Raises ValueError where `at` has no zone.
    """
    if at.tzinfo is None:
        raise ValueError("at is an aware datetime, in the station's zone")
    undated = frozenset(wire.url for wire in wires if wire.undated == "seen")
    main = language.split("-", maxsplit=1)[0].lower()
    hour = Hour(order, utc(at), at.tzinfo, main, first_seen, undated, asked, flash)
    candidates = _candidates(_in_one_order(events), hour, marks, wires, without, elsewhere)
    open_to_choice = ranked(one for one in candidates if not one.against)
    room = max(0, min(most, 1) if flash else most)
    picks, reasons = running_order(open_to_choice, order, room, asked=asked)
    inside = tuple(
        Choice(
            pick.candidate.event,
            place,
            _why_in(pick, place, len(picks), hour),
            pick.candidate.score,
            pick.candidate.breaking,
        )
        for place, pick in enumerate(picks, 1)
    )
    taken = {id(pick.candidate) for pick in picks}
    outside = sorted((one for one in candidates if id(one) not in taken), key=lambda one: (-one.score, one.given.id))
    return inside + tuple(
        Choice(one.given, None, one_line(NOT_IN + (one.against or reasons[id(one)]), REASON), one.score, one.breaking)
        for one in outside
    )


def _in_one_order(events: Sequence[Event]) -> list[Event]:
    """The events in an order that does not depend on how they came, so that equals are told apart alike each time."""
    count = Counter(event.id for event in events)
    return sorted(events, key=lambda event: (event.id, repr(event) if count[event.id] > 1 else ""))


def _candidates(
    events: Sequence[Event],
    hour: Hour,
    marks: Sequence[Mark],
    wires: Sequence[Wire],
    without: Mapping[str, str],
    elsewhere: Mapping[str, str],
) -> list[Candidate]:
    """Every event, weighed."""
    pins = {} if hour.flash else _marks(marks, "pin", hour)
    kills = _marks(marks, "kill", hour)
    pinned = [_mark_of(event, pins) for event in events]
    tellings = [telling_of(event, hour, pin is not None) for event, pin in zip(events, pinned, strict=True)]
    doubted_wires = doubted(tellings, hour, wires)
    filed = filing(hour.order)
    return [
        weighed(
            event, telling, hour, filed=filed, breaking=is_breaking(telling, hour, doubted_wires),
            pin=pin, kill=_mark_of(event, kills), without=without.get(event.id),
            elsewhere=elsewhere.get(event.id, ""),
        )
        for event, telling, pin in zip(events, tellings, pinned, strict=True)
    ]  # fmt: skip


def _marks(marks: Sequence[Mark], kind: str, hour: Hour) -> dict[str, Mark]:
    """The marks of a kind that hold at this hour, by event; of several for one event the one that holds longest."""
    found = [mark for mark in marks if mark.kind == kind and (mark.until is None or utc(mark.until) > hour.at)]
    found.sort(key=lambda mark: (mark.until is None, utc(mark.until) if mark.until else hour.at, mark.note))
    return {mark.event: mark for mark in found}


def _mark_of(event: Event, marks: Mapping[str, Mark]) -> Mark | None:
    """An event's mark, also where the mark calls it by one of its articles, or by the event that was aired."""
    if not marks:
        return None
    names = [event.id, *(article.id for article in event.articles), *(airing.event for airing in event.aired)]
    return next((marks[name] for name in names if name in marks), None)


def _why_in(pick: Pick, place: int, of: int, hour: Hour) -> str:
    """Such as "leads: breaking, 12 min old, from 4 sources", "3rd: local, 2 h old"."""
    one = pick.candidate
    said = ["breaking" if one.breaking else one.category]
    if one.pin and not one.breaking:
        note = one_line(one.pin.note)
        until = f" until {hour.clock(utc(one.pin.until))}" if one.pin.until else ""
        said.insert(0, f"pinned{until}" + (f" ({note})" if note else ""))
    old = "without a date" if one.age is None else f"{span(one.age)} old"
    if one.given.update and one.given.aired:
        old = f"has news since it was aired at {hour.clock(one.last_aired)}, {old}"
    said.append(old)
    if one.sources > 1:
        said.append(f"from {one.sources} sources")
    if pick.why == "least" and pick.rank > of:
        said.append(f"for the quota of {one.category}")
    if one.category == hour.order.last and not one.breaking and place > 1:
        said.append("ends the bulletin")
    return one_line(f"{'leads' if place == 1 else nth(place)}: {', '.join(said)}", REASON)
