"""An event is weighed: its category, its age, its score, and what speaks against it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bulletin.model import Article, Event, Mark

from .telling import Hour, Telling, spoken_in
from .wording import FIRST, exact, one_line, span, stale, utc

DAY = timedelta(hours=24)
PINNED = 2  # times its category's latest_hours: so long an editor's pin keeps a story alive, and no longer
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event, weighed."""

    given: Event
    articles: tuple[Article, ...]  # the one to be read first, then those that can stand in for it, then the others
    category: str
    score: float
    age: timedelta | None  # since its latest real news; None: nobody knows
    sources: int
    breaking: bool
    pin: Mark | None
    against: str  # why it cannot be in; "" where it can

    @property
    def event(self) -> Event:
        """The event with its articles in the order in which they are to be read."""
        return replace(self.given, articles=self.articles)

    @property
    def last_aired(self) -> datetime:
        """When this station aired it last; the beginning of time where it never did."""
        return utc(self.given.aired[-1].slot) if self.given.aired else FIRST


def in_table(table: Mapping[str, T], category: str, otherwise: T) -> T:
    """What a table of the running order says of a category: its own value, or that of "other"."""
    return table.get(category, table.get("other", otherwise))


def latest(category: str, hour: Hour) -> timedelta:
    """After so long a story of a category is never aired."""
    return timedelta(hours=in_table(hour.order.latest_hours, category, 24.0))


def weighed(
    given: Event, telling: Telling, hour: Hour, *, filed: Callable[[Article], str], breaking: bool,
    pin: Mark | None, kill: Mark | None, without: str | None, elsewhere: str,
) -> Candidate:  # fmt: skip
    """One event as a candidate.  `without` is why its text could not be had, None where it could; `elsewhere` is why it
    belongs into another bulletin, "" where it does not.
    """
    articles, category, age = _readable(telling, hour, filed, breaking, pin is not None)
    against = _killed(kill, hour) or telling.against or (f"another kind: {one_line(elsewhere)}" if elsewhere else "")
    if not against and without is not None:
        against = f"its text could not be had: {one_line(without) or 'nobody knows why'}"
    if not against and not hour.asked:
        against = _too_old(category, age, hour, breaking, pin is not None)
        against = against or (_no_flash(given, hour, breaking) if hour.flash else "")
        against = against or ("" if pin else _aired_enough(given, hour, breaking))
    return Candidate(
        given=given,
        articles=articles,
        category=category,
        score=0.0 if telling.against else _score(telling, category, age, hour, breaking),
        age=age,
        sources=telling.sources,
        breaking=breaking,
        pin=pin,
        against=against,
    )


def _readable(
    telling: Telling, hour: Hour, filed: Callable[[Article], str], breaking: bool, pinned: bool
) -> tuple[tuple[Article, ...], str, timedelta | None]:
    """The articles, the one to read first; its category; and how old the latest real news is that can be read.

    The first is the best one, as the desk gave them, that is in the station's language and not stale by itself.
    """
    articles = telling.articles
    ages = {name: max(hour.at - when, timedelta()) for name, when in telling.news.items()}
    spoken = [article for article in articles if spoken_in(article, hour.language)] or list(articles)
    if not spoken:
        return articles, "world", None

    def fresh(article: Article, category: str) -> bool:
        age = ages.get(article.id)
        return age is not None and age <= _most(category, hour, breaking, pinned)

    for article in () if hour.asked else spoken:
        category = filed(article) if article.id in ages else ""
        if category and fresh(article, category):
            front = [article, *(other for other in spoken if other is not article and fresh(other, category))]
            taken = {id(one) for one in front}
            rest = (other for other in articles if id(other) not in taken)
            return (*front, *rest), category, min(ages[one.id] for one in front)
    return articles, filed(spoken[0]), min((ages[one.id] for one in spoken if one.id in ages), default=None)


def _most(category: str, hour: Hour, breaking: bool, pinned: bool) -> timedelta:
    return latest("breaking" if breaking else category, hour) * (PINNED if pinned else 1)


def _killed(kill: Mark | None, hour: Hour) -> str:
    if kill is None:
        return ""
    until = f" until {hour.clock(utc(kill.until))}" if kill.until else ""
    note = one_line(kill.note)
    return f"an editor killed it{until}" + (f": {note}" if note else "")


def _too_old(category: str, age: timedelta | None, hour: Hour, breaking: bool, pinned: bool) -> str:
    most = _most(category, hour, breaking, pinned)
    if age is None or age <= most:
        return ""
    return stale(age, most, "breaking" if breaking else category) + (", even with a pin" if pinned else "")


def _no_flash(event: Event, hour: Hour, breaking: bool) -> str:
    if not breaking:
        return "a flash is for breaking news only"
    if event.aired:
        return f"a flash tells what is new, and this was aired at {hour.clock(utc(event.aired[-1].slot))}"
    return ""


def _aired_enough(event: Event, hour: Hour, breaking: bool) -> str:
    """Rotation.  The airings that count are those before this hour: the same hour, made again, comes out the same."""
    before = {slot for airing in event.aired if (slot := utc(airing.slot)) < hour.at}
    times = sum(hour.at - slot <= DAY for slot in before)
    if times >= hour.order.most_airings:
        return f"aired {'once' if times == 1 else f'{times} times'} in 24 hours, which is the most"
    rest = timedelta(minutes=hour.order.rest_minutes)
    if before and not breaking and not event.update and hour.at - max(before) < rest:
        return f"aired at {hour.clock(max(before))}, {span(hour.at - max(before))} ago, with no news since: it rests {exact(rest)}"
    return ""


def _score(telling: Telling, category: str, age: timedelta | None, hour: Hour, breaking: bool) -> float:
    """What a story weighs: category x wire x freshness x sources; four sources count twice as much as one."""
    half = in_table(hour.order.half_life_hours, "breaking" if breaking else category, 6.0)
    hours = age.total_seconds() / 3600 if age is not None else 0.0
    wire = max((article.weight for article in telling.articles), default=1.0)
    sources = 1 + 0.5 * math.log2(max(telling.sources, 1))
    return in_table(hour.order.weights, category, 1.0) * wire * math.exp2(-min(hours / half, 1000.0)) * sources
