"""What came in on the wires is written down, once: the playlog knows when it saw an article first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import bindparam, select, text, update
from sqlalchemy.engine import Connection, Engine

from ..model import Article
from ..station import slug_of
from .opening import reading, writing
from .tables import seen, tellings, unless_there
from .text import ADDRESS, HEADLINE, ID, NAME, WORD, cut, dated, folded, item_of, link_of, utc
from .values import Seen

AT_ONCE = 500  # rows in one statement
STILL_THERE = timedelta(days=1)  # so often is it written down that an article is still on its wire
LOCK = 0x7365656E  # PostgreSQL's advisory lock for writing here: "seen"

Key = tuple[str, str]  # article, item
T = TypeVar("T")


def see(engine: Engine, articles: Sequence[Article], now: datetime) -> dict[str, datetime]:
    """Write down articles that are new; when each was first seen, by its id.  Raises PlaylogError."""
    now = utc(now)
    asked = {key_of(article): article for article in articles}
    with reading(engine) as connection:
        known = _known(connection, asked)
    if any(key not in known or now - known[key][1] > STILL_THERE for key in asked):
        with writing(engine) as connection:
            known = remember(connection, asked, now)
    first: dict[str, datetime] = {}
    for (article, _), (moment, _) in known.items():
        first[article] = min(moment, first.get(article, moment))
    return {article.id: first[key[0]] for key, article in asked.items()}


def remember(connection: Connection, asked: dict[Key, Article], now: datetime) -> dict[Key, tuple[datetime, datetime]]:
    """Write down what is new among `asked`, in the caller's transaction; when each was first and last seen."""
    one_at_a_time(connection)
    known = _known(connection, asked)
    new = {key: article for key, article in asked.items() if key not in known}
    for some in portions(new.items()):
        connection.execute(unless_there(connection, seen), [_row(key, article, now) for key, article in some])
    still = [
        {"an_article": article, "an_item": item}
        for article, item in asked
        if (article, item) in known and now - known[article, item][1] > STILL_THERE
    ]
    renewed = (
        update(seen)
        .where(seen.c.article == bindparam("an_article"), seen.c.item == bindparam("an_item"))
        .values(last_seen=now)
    )
    for moved in portions(still):
        connection.execute(renewed, moved)
    return known | dict.fromkeys(new, (now, now))


def relate(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Write down which articles told which event."""
    for some in portions(sorted(set(pairs))):
        connection.execute(unless_there(connection, tellings), [{"event": e, "article": a} for e, a in some])


def key_of(article: Article) -> Key:
    """What an article is known by: its id, and what stays the same while its text changes."""
    return cut(article.id, ID), item_of(article.wire, article.guid, article.url, article.id)


def one_at_a_time(connection: Connection) -> None:
    """Only one process writes down what was seen: two that write the same rows in two orders would wait for ever."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def portions(rows: Iterable[T]) -> Iterator[list[T]]:
    """Rows in lists of at most AT_ONCE."""
    all_of_them = list(rows)
    for start in range(0, len(all_of_them), AT_ONCE):
        yield all_of_them[start : start + AT_ONCE]


def seen_of(row: Any) -> Seen:
    """A row as a value."""
    return Seen(**{name: getattr(row, name) for name in Seen.__dataclass_fields__})


def _known(connection: Connection, asked: Iterable[Key]) -> dict[Key, tuple[datetime, datetime]]:
    found: dict[Key, tuple[datetime, datetime]] = {}
    columns = select(seen.c.article, seen.c.item, seen.c.first_seen, seen.c.last_seen)
    for some in portions(dict.fromkeys(article for article, _ in asked)):
        for row in connection.execute(columns.where(seen.c.article.in_(some))):
            found[row.article, row.item] = row.first_seen, row.last_seen
    return found


def _row(key: Key, article: Article, now: datetime) -> dict[str, Any]:
    headline = cut(article.headline, HEADLINE)
    return {
        "article": key[0],
        "item": key[1],
        "wire": cut(article.wire, HEADLINE),
        "guid": cut(article.guid, HEADLINE),
        "url": cut(article.url, ADDRESS),
        "link": link_of(article.url),
        "source": cut(article.source, NAME),
        "headline": headline,
        "words": folded(headline),
        "slug": slug_of(headline),
        "category": cut(article.category, WORD),
        "language": cut(article.language, WORD),
        "published": dated(article.published),
        "first_seen": now,
        "last_seen": now,
    }
