"""All that is known of a story, by whatever name a person has for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, false, or_, select
from sqlalchemy.engine import Connection, Engine

from .opening import reading
from .recalling import aired_of, chosen
from .seeing import seen_of
from .tables import airings, choices, seen, tellings
from .text import ID, NAME, SLUG, cut, folded, link_of
from .values import Seen, Told

STORIES = 20  # at most: a name that fits more is too common to tell of
VERSIONS = 50  # of one item on one wire


def told(engine: Engine, station: str, name: str) -> tuple[Told, ...]:
    """What is known of the stories that are called `name`, those seen last first.

    A name is a story's slug, an event's or an article's id or an address; where it is none of these, words that all
    stand in the headline.  Raises PlaylogError.
    """
    name = cut(name.strip(), NAME * 10)
    if not name:
        return ()
    with reading(engine) as connection:
        found = _exactly(connection, station, name) or _by_words(connection, station, name)
        events = list(dict.fromkeys(event for _, event in found if event))[:STORIES]
        stories = [_story(connection, station, event) for event in events]
        known = {one.article for story in stories for one in story.seen}
        alone = dict.fromkeys(article for article, event in found if article and not event and article not in known)
        stories += [_only_seen(connection, article) for article in list(alone)[: STORIES - len(stories)]]
    return tuple(sorted(stories, key=_last, reverse=True))


def _exactly(connection: Connection, station: str, name: str) -> list[tuple[str, str]]:
    short = name[:ID]
    return _found(
        connection,
        station,
        or_(seen.c.article == short, seen.c.slug == name[:SLUG], _linked(name)),
        or_(airings.c.event == short, airings.c.slug == name[:SLUG]),
        tellings.c.event == short,
    )


def _linked(name: str) -> ColumnElement[bool]:
    return seen.c.link == link_of(name) if "/" in name else false()


def _by_words(connection: Connection, station: str, name: str) -> list[tuple[str, str]]:
    """Stories with words in their headlines that begin so; a slug that is not known is taken as words too."""
    words = folded(name).split()[:12]
    if not words:
        return []
    return _found(connection, station, _has(seen.c.words, words), _has(airings.c.words, words), false())


def _has(column: Column[str], words: list[str]) -> ColumnElement[bool]:
    return and_(*((" " + column).contains(f" {word}", autoescape=True) for word in words))


def _found(
    connection: Connection,
    station: str,
    in_seen: ColumnElement[bool],
    in_airings: ColumnElement[bool],
    in_tellings: ColumnElement[bool],
) -> list[tuple[str, str]]:
    """(article, event) of all that fits, the latest first; the event is "" where there is none."""
    ours = select(choices.c.event).where(choices.c.station == station, choices.c.event == tellings.c.event).exists()
    rows = connection.execute(
        select(seen.c.article, tellings.c.event)
        .select_from(seen)
        .outerjoin(tellings, and_(tellings.c.article == seen.c.article, ours))
        .where(in_seen)
        .order_by(seen.c.first_seen.desc(), seen.c.article)
        .limit(STORIES * VERSIONS)
    )
    found = [(row.article, row.event or "") for row in rows]
    heard = connection.execute(
        select(airings.c.article, airings.c.event)
        .where(airings.c.station == station, in_airings)
        .order_by(airings.c.slot.desc())
        .limit(STORIES * VERSIONS)
    )
    found += [(row.article, row.event) for row in heard]
    found += [
        ("", event) for (event,) in connection.execute(select(tellings.c.event).where(in_tellings, ours).limit(1))
    ]
    return found


def _story(connection: Connection, station: str, event: str) -> Told:
    decided = chosen(connection, choices.c.station == station, choices.c.event == event)
    aired = aired_of(connection, station, [event])
    articles = select(tellings.c.article).where(tellings.c.event == event)
    versions = _versions(connection, seen.c.article.in_(articles))
    named: Any = (aired or decided or versions)[-1]
    return Told(event, named.headline, named.slug, versions, tuple(decided), tuple(aired))


def _only_seen(connection: Connection, article: str) -> Told:
    versions = _versions(connection, seen.c.article == article)
    last = versions[-1]
    return Told("", last.headline, last.slug, versions, (), ())


def _versions(connection: Connection, which: ColumnElement[bool]) -> tuple[Seen, ...]:
    """Those articles, and what else stood under the same guid on the same wire; oldest first."""
    items = select(seen.c.item).where(which)
    asked = select(seen).where(seen.c.item.in_(items)).order_by(seen.c.first_seen.desc(), seen.c.article)
    return tuple(seen_of(row) for row in connection.execute(asked.limit(VERSIONS)))[::-1]


def _last(story: Told) -> datetime:
    times = [one.first_seen for one in story.seen]
    times += [one.slot for one in story.choices] + [one.slot for one in story.airings]
    return max(times)
