"""What becomes of a claim: a script, a finished bulletin, none with its reason, or a failure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, insert, update
from sqlalchemy.engine import Connection, Engine

from ..model import Airing, Bulletin, Choice
from .claiming import OPEN, change, fence
from .opening import writing
from .rows import name_of, note_down, row_of, same
from .seeing import key_of, one_at_a_time, portions, relate, remember
from .tables import airings, bulletins, choices, deliveries
from .text import ADDRESS, COPY, HEADLINE, ID, NAME, NOTE, SLUG, WORD, cut, folded, number, utc
from .values import Claim


def scripted(
    engine: Engine, held: Claim, path: str, script_hash: str, template: str, decided: Sequence[Choice], now: datetime
) -> None:
    """The script is written.  One that was approved stays so if it is still the same.

    Without choices, those that were made before stand: a person corrected the script.
    """
    now, script_hash = utc(now), cut(script_hash, ID)
    with writing(engine) as connection:
        one_at_a_time(connection)
        row = fence(connection, held)
        approved = bool(script_hash) and row.approved_hash == script_hash
        change(
            connection,
            held,
            status="approved" if approved else "scripted",
            changed=now,
            approved_hash=script_hash if approved else "",
            script=cut(path, ADDRESS),
            script_hash=script_hash,
            template=cut(template, NAME),
        )
        if decided:
            _decided(connection, held, decided, now)
        note_down(connection, held.station, held.slot, "scripted", held.by, path, now)


def finished(engine: Engine, held: Claim, bulletin: Bulletin, told: Sequence[Airing], now: datetime) -> None:
    """The bulletin is made, and this is what is said in it."""
    now = utc(now)
    with writing(engine) as connection:
        fence(connection, held)
        change(
            connection,
            held,
            status="made",
            changed=now,
            until=None,
            kept="",
            name=cut(bulletin.id, NAME),
            title=cut(bulletin.title, HEADLINE),
            template=cut(bulletin.template, NAME),
            voice=cut(bulletin.voice, NAME),
            folder=cut(bulletin.folder, ADDRESS),
            audio=cut(bulletin.audio, ADDRESS),
            duration_seconds=number(bulletin.duration_seconds),
            loudness_lufs=number(bulletin.loudness_lufs),
            true_peak_dbtp=number(bulletin.true_peak_dbtp),
        )
        connection.execute(delete(airings).where(airings.c.station == held.station, airings.c.slot == held.slot))
        for some in portions(_airing(held, place, airing) for place, airing in enumerate(told, 1)):
            connection.execute(insert(airings), some)
        # a target that has the bulletin which stood here before has not this one
        connection.execute(
            update(deliveries)
            .where(deliveries.c.station == held.station, deliveries.c.slot == held.slot)
            .values(state="trying", tries=0)
        )
        note_down(connection, held.station, held.slot, "made", held.by, f"{bulletin.id} in {bulletin.folder}", now)


def over(
    engine: Engine,
    held: Claim,
    status: Literal["none", "failed"],
    reason: str,
    decided: Sequence[Choice],
    now: datetime,
) -> None:
    """There is no bulletin, or it could not be made.  A finished one that was to be replaced stays as it was."""
    now = utc(now)
    with writing(engine) as connection:
        one_at_a_time(connection)
        row = fence(connection, held)
        why = "" if row.kept else cut(reason, NOTE)
        change(connection, held, status=row.kept or status, changed=now, until=None, reason=why, kept="")
        if decided:
            _decided(connection, held, decided, now)
        note_down(connection, held.station, held.slot, status, held.by, reason, now)


def orphaned(engine: Engine, station: str, slot: datetime, by: str, reason: str, now: datetime) -> bool:
    """A claim whose process is known to be dead: the bulletin failed, now and not when the lease ends.

    False where the claim is not that process's, or it ended it itself.
    """
    station, slot, now = name_of(station), utc(slot), utc(now)
    with writing(engine) as connection:
        one_at_a_time(connection)
        row = row_of(connection, station, slot, lock=True)
        if (
            row is None
            or row.until is None
            or row.status not in OPEN
            or row.holder.partition(" ")[0] != by.partition(" ")[0]
        ):
            return False
        why = "" if row.kept else cut(reason, NOTE)
        values = {"status": row.kept or "failed", "changed": now, "until": None, "reason": why, "kept": ""}
        connection.execute(update(bulletins).where(*same(station, slot)).values(**values))
        note_down(connection, station, slot, "failed", row.holder, reason, now)
    return True


def _decided(connection: Connection, held: Claim, decided: Sequence[Choice], now: datetime) -> None:
    """Write down choices, and of their articles what must be known when the wire has forgotten them."""
    articles = [(choice.event.id, article) for choice in decided for article in choice.event.articles]
    remember(connection, {key_of(article): article for _, article in articles}, now)
    relate(connection, ((cut(event, ID), cut(article.id, ID)) for event, article in articles))
    connection.execute(delete(choices).where(choices.c.station == held.station, choices.c.slot == held.slot))
    for some in portions(_choice(held, place, choice) for place, choice in enumerate(decided, 1)):
        connection.execute(insert(choices), some)
    change(connection, held, considered=len(decided))


def _choice(held: Claim, place: int, choice: Choice) -> dict[str, Any]:
    article, item = key_of(choice.event.articles[0]) if choice.event.articles else ("", "")
    return {
        "station": held.station,
        "slot": held.slot,
        "number": place,
        "event": cut(choice.event.id, ID),
        "article": article,
        "item": item,
        "place": choice.place,
        "score": number(choice.score) or 0.0,
        "breaking": choice.breaking,
        "is_update": choice.event.update,
        "reason": cut(choice.reason, NOTE),
    }


def _airing(held: Claim, place: int, airing: Airing) -> dict[str, Any]:
    return {
        "station": held.station,
        "slot": held.slot,
        "number": place,
        "event": cut(airing.event, ID),
        "article": cut(airing.article, ID),
        "slug": cut(airing.slug, SLUG),
        "headline": cut(airing.headline, HEADLINE),
        "words": folded(airing.headline),
        "copy": cut(airing.copy, COPY),
        "category": cut(airing.category, WORD),
    }
