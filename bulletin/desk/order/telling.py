"""When an event was told, by whom, and which of its articles can be read: what is known of it before it is weighed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from bulletin.model import Airing, Article, Event
from bulletin.station.tables import RunningOrder

from .wording import clock, language_name, utc

SLACK = timedelta(minutes=10)  # clocks differ: a date so little after our first sight of the copy is no lie
ALIKE = 0.8  # of an article's words: so many in an older one, and it is the same again
PROOF = 12  # words: a shorter text can be another's by chance
COMPARED = 20  # articles of one event, each in words of its own, that a later one is held against
READ = 2000  # characters of an article that are compared
_WORD = re.compile(r"\w{4,}|\d+")


@dataclass(frozen=True, slots=True)
class Hour:
    """What every event of one decision is held against.  `at` is in UTC, `zone` is the station's."""

    order: RunningOrder
    at: datetime
    zone: tzinfo | None
    language: str = "en"  # without its region
    first_seen: Mapping[str, datetime] = field(default_factory=dict)
    undated_wires: frozenset[str] = frozenset()  # those whose copy is as old as our first sight of it
    asked: bool = False  # a person named these sources
    flash: bool = False

    def clock(self, moment: datetime) -> str:
        """A moment by the station's clock."""
        return clock(moment, self.at, self.zone)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as it can be told now.  Times are UTC."""

    articles: tuple[Article, ...]  # in the order in which they can be read, without what may not be told now
    against: str = ""  # why none of them can be
    news: Mapping[str, datetime] = field(default_factory=dict)  # article id -> when its news was first told
    first: datetime | None = None  # when the event was first told, by anybody
    flags: Mapping[str, datetime] = field(
        default_factory=dict
    )  # the wires that call it breaking, and when they told it
    sources: int = 0  # that tell it
    own_words: int = 0  # those among them that have not only taken over another's text


def telling_of(event: Event, hour: Hour, pinned: bool = False) -> Telling:
    """What can be told of an event; `pinned`: an editor vouches for its copy, so that it needs no date of its own."""
    told = [(article, _told(article, event, hour, pinned)) for article in event.articles]
    free = [(article, when) for article, when in told if not _held(article, when, hour)]
    valid = [(article, when) for article, when in free if article.expires is None or utc(article.expires) > hour.at]
    if not valid:
        return Telling(event.articles, _closed(told, free, hour))
    dated = [(article, when) for article, when in valid if when is not None]
    news, own_words = _news(dated)
    _no_newer_than_aired(news, event)
    known = [when for _, when in dated] + [utc(airing.slot) for airing in event.aired[:1]]
    if known and (seen := hour.first_seen.get(event.id)):
        known.append(utc(seen))
    readable = [article for article, _ in valid if spoken_in(article, hour.language)]
    against = ""
    if not readable and not hour.asked:
        against = _foreign([article for article, _ in valid], hour)
    elif not hour.asked and not any(article.id in news for article in readable):
        against = _undated(readable[0], hour)
    first = min(known, default=None)
    foreign = [article for article, _ in valid if not spoken_in(article, hour.language)]
    return Telling(
        (*readable, *foreign),
        against,
        news,
        first,
        {wire_of(article): when for article, when in dated if article.breaking},
        len({source_of(article) for article, _ in valid}),
        len(own_words),
    )


def spoken_in(article: Article, language: str) -> bool:
    """Whether an article is in a language, whatever the region; one that does not say is."""
    return article.language.split("-")[0].lower() in ("", language)


def source_of(article: Article) -> str:
    """Who told it, the same for each of its articles."""
    host = article.url.split("/")[2:3]
    return article.source.casefold().strip() or "".join(host) or article.wire or article.origin or article.id


def wire_of(article: Article) -> str:
    """The wire that it came in on, or who told it where there was none."""
    return article.wire or source_of(article)


def _told(article: Article, event: Event, hour: Hour, pinned: bool) -> datetime | None:
    """When an article was told, as far as it can be believed; None where nobody knows."""
    seen = hour.first_seen.get(article.id)
    seen = utc(seen) if seen else None
    when = article.published or article.updated
    if when is None:
        trusted = pinned or article.wire in hour.undated_wires
        return _after_embargo(seen, article, hour) if trusted and seen else None
    told = utc(when)
    if told > hour.at:
        return told  # an embargo, as long as it lies ahead
    if event.update and event.aired and article is event.articles[0]:
        told = _update_told(article, told, utc(event.aired[-1].slot), seen)
    if seen and told > seen + SLACK:
        told = seen
    return _after_embargo(told, article, hour)


def _update_told(article: Article, told: datetime, aired: datetime, seen: datetime | None) -> datetime:
    """The desk has found news in it since it was aired: its last change counts, or our first sight of the new text."""
    if article.updated:
        told = max(told, utc(article.updated))
    return seen if told <= aired and seen else told


def _after_embargo(told: datetime | None, article: Article, hour: Hour) -> datetime | None:
    """What was under embargo is news from its end."""
    embargo = utc(article.embargo) if article.embargo else None
    return max(told, embargo) if told and embargo and embargo <= hour.at else told


def _held(article: Article, told: datetime | None, hour: Hour) -> bool:
    """Whether it may not be told yet: an embargo, or a date that lies ahead, unless a person asked for it."""
    if article.embargo and utc(article.embargo) > hour.at:
        return True
    return told is not None and told > hour.at and not hour.asked


def _closed(
    told: list[tuple[Article, datetime | None]], free: list[tuple[Article, datetime | None]], hour: Hour
) -> str:
    if not told:
        return "its text could not be had: no article tells it"
    held = [_free_from(article, when, hour) for article, when in told if _held(article, when, hour)]
    if held:
        until, why = min(held)
        return f"embargoed until {hour.clock(until)}{why}"
    return f"expired at {hour.clock(max(utc(article.expires) for article, _ in free if article.expires))}"


def _free_from(article: Article, told: datetime | None, hour: Hour) -> tuple[datetime, str]:
    """The moment from which it may be told, and a word on it where no embargo was asked for."""
    embargo = utc(article.embargo) if article.embargo else hour.at
    ahead = told if told and told > hour.at and not hour.asked else hour.at
    return (ahead, ", the date on its copy") if ahead > embargo else (embargo, "")


def _foreign(articles: list[Article], hour: Hour) -> str:
    names = dict.fromkeys(language_name(article.language) for article in articles[:20])
    return f"there is no version in {language_name(hour.language)}, only in {' and '.join(list(names)[:3])}"


def _undated(article: Article, hour: Hour) -> str:
    if article.wire in hour.undated_wires:
        return "no date, and it is not known when it was first seen"
    return "no date, and its wire's undated is never"


def _news(dated: list[tuple[Article, datetime]]) -> tuple[dict[str, datetime], set[str]]:
    """When each article's news was first told, by id, and the sources that told it in words of their own.

    The same text again, with whatever date and headline, is as old as it was.
    """
    news: dict[str, datetime] = {}
    sources: set[str] = set()
    kept: list[tuple[frozenset[str], datetime]] = []
    for article, told in sorted(dated, key=lambda pair: (pair[1], pair[0].id)):
        words = _words(article) if len(dated) > 1 else frozenset()
        before = next((when for older, when in kept if _again(words, older)), None)
        news.setdefault(article.id, before or told)
        if before is None or len(words) < PROOF:
            sources.add(source_of(article))
        if before is None and len(kept) < COMPARED:
            kept.append((words, told))
    return news, sources


def _words(article: Article) -> frozenset[str]:
    text = "\n".join(article.paragraphs[:20])[:READ]
    return _telling_words(text) or _telling_words(article.headline)


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _again(words: frozenset[str], older: frozenset[str]) -> bool:
    """Whether an older text has nearly all that this one says."""
    return len(words & older) >= ALIKE * len(words)


def _no_newer_than_aired(news: dict[str, datetime], event: Event) -> None:
    """Where the desk has found no news since it was aired, the story is as old as when we first said so."""
    if not event.aired or event.update:
        return
    since = utc(_first_of_run(event.aired).slot)
    for name, told in news.items():
        news[name] = min(told, since)


def _first_of_run(aired: tuple[Airing, ...]) -> Airing:
    """The first of the latest airings that said the same."""
    first = aired[-1]
    words = _telling_words(first.copy)
    for airing in reversed(aired[:-1]):
        if airing.article != first.article and not _again(words, _telling_words(airing.copy)):
            break
        first = airing
    return first
