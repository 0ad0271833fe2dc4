"""One event, one story: articles that tell of the same event stand together, the best version first.

events(articles, aired, now=...)     articles -> Events; those that were aired are known again
news_first(article, said)            an update with what is new in front
credits_of(event)                    who else reports it
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime

from bulletin.model import Airing, Article, Event

from .best import credits_of, first_told, ranked
from .clustering import Unit, grouped
from .telling import Telling, telling, told
from .updates import is_update, news_first

__all__ = ["credits_of", "events", "news_first"]

VERSIONS = 4  # of one guid that are believed to be one item; a feed that calls all its items the same is not believed
AIRINGS = 3  # the latest of an event, that articles are compared with


def events(
    articles: Sequence[Article], aired: Sequence[Airing] = (), *, now: datetime, language: str = "en"
) -> tuple[Event, ...]:
    """Every article in exactly one event, in the order in which the events were first told.

    `aired` is what the station said lately: an article joins its event where it is the same article, a version of the
    same item, or tells the same.  Airings after `now` are ignored.  `language` is the station's: an article in
    another one is read only where there is none in that.  The order of the articles does not matter.
    """
    articles = sorted(
        articles, key=lambda article: (first_told(article), article.guid, article.headline, repr(article))
    )
    by_event: dict[str, list[Airing]] = {}
    for airing in sorted(aired, key=lambda airing: (airing.slot, airing.event, airing.article)):
        if airing.slot <= now:
            by_event.setdefault(airing.event, []).append(airing)
    believed = _believed(articles, by_event)
    units = [unit for event, airings in by_event.items() for unit in _aired_units(event, airings, believed)]
    heard = len(units)
    seen: dict[tuple[str, tuple[str, ...]], Telling] = {}
    for article in articles:
        copy = article.headline, article.paragraphs
        if copy not in seen:
            seen[copy] = telling(article)
        keys: list[Hashable] = [("article", article.id), ("copy", copy)]
        if (article.wire, article.guid) in believed:
            keys.append(("item", article.wire, article.guid))
        units.append(Unit(seen[copy], tuple(keys)))
    found = []
    for group in grouped(units):
        versions = [articles[place - heard] for place in group if place >= heard]
        if versions:
            event = next((units[place].aired for place in group if place < heard), "")
            found.append(_event(versions, event, by_event.get(event, []), language))
    return tuple(sorted(found, key=lambda event: (min(map(first_told, event.articles)), event.id)))


def _aired_units(event: str, airings: Sequence[Airing], believed: set[tuple[str, str]]) -> list[Unit]:
    """What was said of an event, its articles' ids and their items; the first of these ids is often the event's own."""
    keys = {("article", name) for name in (event, *(airing.article for airing in airings))}
    items = {("item", *item) for airing in airings for item in airing.items if item in believed}
    same: tuple[Hashable, ...] = (("event", event), *sorted(keys), *sorted(items))
    said = {(airing.headline, airing.copy): airing for airing in airings}
    return [
        Unit(told(airing.headline, airing.copy, "", airing.slot.timestamp() / 3600), same, event)
        for airing in list(said.values())[-AIRINGS:]
    ]


def _believed(articles: Sequence[Article], by_event: Mapping[str, Sequence[Airing]]) -> set[tuple[str, str]]:
    """Wire and guid of items that stand there in a few versions, those aired among them, and in one aired event only."""
    versions: dict[tuple[str, str], set[str]] = {}
    for article in articles:
        if article.guid:
            versions.setdefault((article.wire, article.guid), set()).add(article.id)
    events: dict[tuple[str, str], set[str]] = {}
    for event, airings in by_event.items():
        for airing in airings:
            for item in airing.items:
                if item in versions:
                    events.setdefault(item, set()).add(event)
                    versions[item].add(airing.article)
    return {
        item
        for item, ids in versions.items()
        if (len(ids) > 1 or item in events) and len(ids) <= VERSIONS and len(events.get(item, ())) <= 1
    }


def _event(versions: Sequence[Article], event: str, airings: Sequence[Airing], language: str) -> Event:
    """One event of its articles, the first told first."""
    told_of = {airing.article for airing in airings}
    fresh = (
        [article for article in versions if is_update(article, airings, _known_of(versions, told_of))]
        if airings
        else []
    )
    developing = bool(airings) or any(article.breaking for article in versions)
    best = ranked(versions, language, developing=developing)
    if fresh:  # what is new comes before what was aired
        new = {id(article) for article in fresh}
        best = tuple(sorted(best, key=lambda article: id(article) not in new))
    return Event(
        id=event or min(versions, key=first_told).id,
        articles=best,
        aired=tuple(airings),
        update=bool(fresh),
    )


def _known_of(versions: Sequence[Article], told_of: set[str]) -> list[Article]:
    return [article for article in versions if article.id in told_of]
