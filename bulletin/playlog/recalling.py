"""What the playlog knows of bulletins: what was aired, the history, and what was decided for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select, tuple_
from sqlalchemy.engine import Connection, Engine

from ..model import Airing
from .claiming import FINISHED
from .opening import reading
from .rows import entry_of, row_of
from .seeing import portions
from .tables import airings, bulletins, choices, happenings, seen, tellings
from .text import utc
from .values import Chosen, Entry, Happening


def aired(engine: Engine, station: str, since: datetime) -> tuple[Airing, ...]:
    """What was in bulletins that were made or aired, of slots from `since` on, oldest first.

    What is being made anew counts as it was, until the new one is finished.
    """
    asked = _airings().where(airings.c.station == station, airings.c.slot >= utc(since))
    with reading(engine) as connection:
        rows = connection.execute(asked).all()
        items = _items(connection, {row.event for row in rows})
    return tuple(replace(airing_of(row), items=items.get(row.event, ())) for row in rows)


def _items(connection: Connection, events: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Wire and guid of all articles that told each event, whatever was written there since."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    asked = select(tellings.c.event, seen.c.wire, seen.c.guid).join(seen, seen.c.article == tellings.c.article)
    for some in portions(sorted(events)):
        for row in connection.execute(asked.where(tellings.c.event.in_(some), seen.c.guid != "")):
            found[row.event].add((row.wire, row.guid))
    return {event: tuple(sorted(items)) for event, items in found.items()}


def _airings() -> Select[Any]:
    stands = or_(bulletins.c.status.in_(FINISHED), bulletins.c.kept.in_(FINISHED))
    joined = select(airings).join(
        bulletins, and_(bulletins.c.station == airings.c.station, bulletins.c.slot == airings.c.slot)
    )
    return joined.where(stands).order_by(airings.c.slot, airings.c.number)


def aired_of(connection: Connection, station: str, events: Iterable[str]) -> list[Airing]:
    """The same of these events, at any time."""
    asked = _airings().where(airings.c.station == station, airings.c.event.in_(list(events)))
    return [airing_of(row) for row in connection.execute(asked)]


def history(
    engine: Engine, station: str | None, since: datetime | None, until: datetime | None, limit: int
) -> tuple[Entry, ...]:
    """The latest `limit` bulletins with slots from `since` up to and without `until`, the latest first."""
    asked = select(bulletins).order_by(bulletins.c.slot.desc(), bulletins.c.station).limit(limit)
    if station is not None:
        asked = asked.where(bulletins.c.station == station)
    if since is not None:
        asked = asked.where(bulletins.c.slot >= utc(since))
    if until is not None:
        asked = asked.where(bulletins.c.slot < utc(until))
    with reading(engine) as connection:
        return _entries(connection, connection.execute(asked).all())


def entry(engine: Engine, station: str, slot: datetime) -> Entry | None:
    """One bulletin; None where the playlog has none."""
    with reading(engine) as connection:
        row = row_of(connection, station, utc(slot))
        return _entries(connection, [row])[0] if row is not None else None


def _entries(connection: Connection, rows: Iterable[Row[Any]]) -> tuple[Entry, ...]:
    told: defaultdict[tuple[str, datetime], list[str]] = defaultdict(list)
    wanted = [(row.station, row.slot) for row in rows]
    asked = select(airings.c.station, airings.c.slot, airings.c.headline).order_by(airings.c.number)
    for some in portions(wanted):
        for row in connection.execute(asked.where(tuple_(airings.c.station, airings.c.slot).in_(some))):
            told[row.station, row.slot].append(row.headline)
    return tuple(entry_of(row, tuple(told[row.station, row.slot])) for row in rows)


def happened_to(engine: Engine, station: str, slot: datetime) -> tuple[Happening, ...]:
    """All that happened to a bulletin, oldest first."""
    asked = select(happenings).where(happenings.c.station == station, happenings.c.slot == utc(slot))
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(happenings.c.id)).all()
    return tuple(Happening(row.station, row.slot, row.at, row.what, row.by, row.note) for row in rows)


def decided(engine: Engine, station: str, slot: datetime) -> tuple[Chosen, ...]:
    """What was decided for a bulletin: the running order, then what was left out, in the order in which it came."""
    with reading(engine) as connection:
        found = chosen(connection, choices.c.station == station, choices.c.slot == utc(slot))
    return tuple(sorted(found, key=lambda one: one.place if one.place is not None else len(found) + 1))


def chosen(connection: Connection, *where: ColumnElement[bool]) -> list[Chosen]:
    """Choices with their bulletins' status and their articles, by slot and the order in which they came."""
    asked = (
        select(
            choices,
            bulletins.c.status,
            *(seen.c[name] for name in ("headline", "slug", "url", "source", "category", "published")),
        )
        .join(bulletins, and_(bulletins.c.station == choices.c.station, bulletins.c.slot == choices.c.slot))
        .outerjoin(seen, and_(seen.c.article == choices.c.article, seen.c.item == choices.c.item))
        .where(*where)
        .order_by(choices.c.slot, choices.c.number)
    )
    return [
        Chosen(
            station=row.station,
            slot=row.slot,
            event=row.event,
            article=row.article,
            place=row.place,
            reason=row.reason,
            score=row.score,
            breaking=row.breaking,
            update=row.is_update,
            status=row.status,
            headline=row.headline or "",
            slug=row.slug or "",
            url=row.url or "",
            source=row.source or "",
            category=row.category or "",
            published=row.published,
        )
        for row in connection.execute(asked)
    ]


def airing_of(row: Row[Any]) -> Airing:
    """A row as a value."""
    return Airing(**{name: getattr(row, name) for name in Airing.__dataclass_fields__ if name != "items"})
