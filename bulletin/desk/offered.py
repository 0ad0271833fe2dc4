"""What the desk offers to whoever words a story in its place: its own lines, each made and checked by its rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bulletin.model import Article, Line, Story

from .guard import check
from .sensitive import minors_in
from .story import laid_out  # the article laid out as `condense` has it, so that both work from the same sentences
from .words import LONG, count

MOST = 40  # lines: far more than any story has room for
_TO_A_MODEL = re.compile(  # what an article has for a machine that reads it is not news
    r"(?i)^\W*(?:please |now )?(?:ignore|disregard|forget|override) (?:(?:all|any|the|your|my|of|these|those|other"
    r"|previous|prior|earlier|preceding|above|safety|system) ){1,5}(?:instruction|prompt|rule|guideline|direction|message)"
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A line that may be said."""

    line: Line
    after: int | None = None  # the place (from 0) of the offered line that must be said before it
    own: bool = False  # the desk's own copy has it, however long it is


@dataclass(frozen=True, slots=True)
class Offer:
    """All that may be said of an article, in its order; nothing where the article is not in English."""

    lines: tuple[Offered, ...]
    texts: Sequence[str]  # the article's sentences
    minors: frozenset[str]  # names that are not said


def offer(story: Story, article: Article, air_time: datetime | None) -> Offer:
    """The lines that the desk would say of an article if it had the room.

    Left out are sentences that the desk does not say, those that lean on the sentence before them, those that another
    sentence contradicts unless the desk chose them, and orders to a machine.
    """
    desk = laid_out(article, air_time)
    minors = minors_in(desk.texts[:40])
    if not desk.page.facts.english:
        return Offer((), desk.texts, minors)
    chosen = {(source.paragraph, source.start) for line in story.copy for source in line.sources}
    own_copy = {line.text for line in story.copy}
    doubtful = {place for conflict in desk.conflicts for place in (conflict.first, conflict.second)}
    offered: list[Offered] = []
    for place, reason in enumerate(desk.reasons):
        source = desk.page.sentences[place].source
        if (
            reason
            or _TO_A_MODEL.match(desk.texts[place])
            or (place in doubtful and (source.paragraph, source.start) not in chosen)
        ):
            continue
        copy = desk.rewritten(place)
        if not copy.versions or copy.after:
            continue
        made = (tuple(draft.line for draft in drafts) for drafts in copy.versions)
        versions = [lines for lines in made if not any(map(check, lines))]
        if not versions:
            continue
        best = next((lines for lines in versions if _short(lines)), versions[-1])
        first = len(offered)
        offered += [Offered(line, first if number else None, line.text in own_copy) for number, line in enumerate(best)]
        if len(offered) >= MOST:
            break
    return Offer(tuple(offered[:MOST]), desk.texts, minors)


def _short(lines: Sequence[Line]) -> bool:
    return all(count(line.text) <= LONG for line in lines)
