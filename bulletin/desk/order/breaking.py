"""What is breaking: a wire that is believed says so, or many tell it at once; and not for long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from bulletin.station.tables import Wire

from .telling import Hour, Telling, wire_of

AT_ONCE = 3  # stories of one wire that can be breaking; one that has more of them calls everything so


def doubted(tellings: Sequence[Telling], hour: Hour, wires: Iterable[Wire]) -> frozenset[str]:
    """The wires that are not believed: by the station's word, or because they call everything breaking.

    That is more than three stories within `breaking_minutes`, or more than three of which most of its copy consists.
    """
    lately: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for telling in tellings:
        every.update({wire_of(article) for article in telling.articles})
        flagged.update(telling.flags.keys())
        lately.update(wire for wire, told in telling.flags.items() if hour.at - told <= _window(hour))
    crying = {
        wire
        for wire, count in flagged.items()
        if lately[wire] > AT_ONCE or (count > AT_ONCE and 2 * count > every[wire])
    }
    return frozenset(crying | {wire.url for wire in wires if not wire.breaking})


def is_breaking(telling: Telling, hour: Hour, doubted_wires: frozenset[str]) -> bool:
    """Whether an event is breaking: never longer than `breaking_minutes` after it was first told."""
    if telling.first is None or hour.at - telling.first > _window(hour):
        return False
    return telling.own_words >= hour.order.breaking_sources or not doubted_wires.issuperset(telling.flags)


def _window(hour: Hour) -> timedelta:
    return timedelta(minutes=hour.order.breaking_minutes)
