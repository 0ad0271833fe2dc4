"""Which version of an event is read, and who else is credited with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from math import log2

from rapidfuzz import fuzz

from bulletin.model import Article, Event

from .vocabulary import plain

WHOLE_WORDS = 60  # from so many on an article is no mere note
MOST_CREDITED = 12  # sources that are looked at, so that an event in a thousand versions costs no more
SAME_TEXT = 90.0  # of 100: the agency's copy with a word changed here and there
COMPARED_LETTERS = 1_500
_FAR = datetime(9999, 1, 1, tzinfo=UTC)


def told_at(article: Article) -> datetime | None:
    """When this version was written."""
    return article.updated or article.published


def first_told(article: Article) -> tuple[datetime, str, str, str]:
    """The order in which articles were first published; what has no date comes last."""
    return article.published or article.updated or _FAR, article.id, article.wire, article.url


def ranked(articles: Sequence[Article], language: str, *, developing: bool) -> tuple[Article, ...]:
    """The articles of one event, the one to read first; in a `developing` event the newest counts for more."""
    dated = [when for article in articles if (when := told_at(article))]
    first = min(dated, default=None)

    def key(article: Article) -> tuple[float, tuple[datetime, str, str, str]]:
        return -worth(article, language, first, developing=developing), first_told(article)

    return tuple(sorted(articles, key=key))


def worth(article: Article, language: str, first: datetime | None, *, developing: bool) -> float:
    """Points for an article: a doubled weight of its wire is one."""
    words = sum(paragraph.count(" ") + 1 for paragraph in article.paragraphs[:40] if paragraph.strip())
    points = log2(max(article.weight, 0.02))
    if article.partial:
        points -= 0.3 if article.url else 1.5  # its page can be read
    elif words < WHOLE_WORDS:
        points -= 1.0 if words else 3.0
    if _tongue(article.language) != _tongue(language):
        points -= 3.0
    points += min(words, 400) / 1000
    points -= 0.15 * min(len(article.warnings), 6)
    if first and (when := told_at(article)):
        hours = min((when - first).total_seconds() / 3600, 24.0)
        points += hours / (8 if developing else 48)
    return points


def _tongue(language: str) -> str:
    return language.partition("-")[0].lower() or "en"


def credits_of(event: Event, article: Article | None = None) -> tuple[str, ...]:
    """Who else reports the event than the source of `article` (the first one), the best first, each publisher once.

    Copy that is another's word for word, as agencies' is, is no second source.
    """
    read = article or event.articles[0]
    names: list[str] = []
    told = {publisher(read.source)}
    texts = [_text(read)]
    for other in event.articles[:MOST_CREDITED]:
        house, text = publisher(other.source), _text(other)
        if not house or house in told or any(_copied(text, before) for before in texts):
            continue
        told.add(house)
        texts.append(text)
        names.append(other.source)
    return tuple(names)


_COMMON = frozenset(
    "the news newspaper newspapers online com net org co ng uk ke gh za www africa nigeria world sport sports english"
    " pidgin hausa swahili french latest top stories breaking daily-news rss feed homepage".split()
)


def publisher(source: str) -> str:
    """The house behind a name: "BBC Sport" and "BBC News" are the BBC."""
    words = re.findall(r"\w+", plain(source))
    return " ".join([word for word in words if word not in _COMMON] or words)


def _text(article: Article) -> str:
    return " ".join(" ".join(article.paragraphs)[:COMPARED_LETTERS].lower().split())


def _copied(text: str, other: str) -> bool:
    """Whether two texts are (nearly) the same, or one is the beginning or a part of the other."""
    if not text or not other:
        return False
    if len(text) > len(other):
        text, other = other, text
    if len(text) < 80:
        return text == other
    return fuzz.ratio(text, other[: len(text)]) >= SAME_TEXT or fuzz.partial_ratio(text[:400], other) >= SAME_TEXT + 4
