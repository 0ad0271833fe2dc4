"""A week of invented news: what happens, and what the wires make of it.  Seeded: the same seed is the same week."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

from bulletin.model import Airing, Article, Event, Mark
from bulletin.station.tables import Wire

HOUR = timedelta(hours=1)
IN_HAND = 30 * HOUR  # so long a feed lists a story: longer than it may be aired
SUBJECTS = ("local", "local", "africa", "africa", "world", "world", "world", "business", "sport", "sport", "light")
WIRES = (
    Wire("https://plain.example/"),
    Wire("https://dateless.example/", undated="seen"),
    Wire("https://careless.example/"),  # has no dates either, and the station airs nothing without
    Wire("https://shouting.example/"),  # calls everything breaking
)
PLAIN, DATELESS, CARELESS, SHOUTING = (wire.url for wire in WIRES)

# What befalls a story.  Each of these would be wrong on air if dates and flags were taken at their word.
TRICKS = (
    *("",) * 8, "updated", "updated", "redated", "retitled", "aired anew", "ahead", "dateless", "careless", "embargoed",
    "dated ahead", "expires", *["shouting"] * 5, "sensitive", "french", "both languages",
)  # fmt: skip


@dataclass(frozen=True)
class Happening:
    """One thing that happened, and the truth about it.  `news` are the moments at which there was something new."""

    number: int
    subject: str
    trick: str
    news: tuple[datetime, ...]
    papers: int = 1
    embargo: datetime | None = None
    expires: datetime | None = None
    flagged: bool = False

    def latest_news(self, now: datetime) -> datetime:
        """When there was something new last: what is under embargo is news from its end."""
        return max(*(moment for moment in self.news if moment <= now), self.embargo or self.news[0])


def happenings(seed: int, start: datetime, hours: int) -> list[Happening]:
    """What happens in these hours, and in the day before."""
    chance = Random(seed)
    found = []
    for number in range((hours + 24) * 2):
        born = start - 24 * HOUR + number * HOUR / 2 + timedelta(minutes=chance.randint(0, 25))
        trick, subject = chance.choice(TRICKS), chance.choice(SUBJECTS)
        news = (born, born + chance.randint(2, 9) * HOUR, born + 10 * HOUR) if trick == "updated" else (born,)
        found.append(
            Happening(
                number,
                subject,
                trick,
                news,
                papers=chance.choice((1, 1, 2, 3)),
                embargo=born + 3 * HOUR if trick in ("embargoed", "dated ahead") else None,
                expires=born + 4 * HOUR if trick == "expires" else None,
            )
        )
    return found


def on_the_wires(happening: Happening, now: datetime) -> list[Article]:
    """The articles about it that the wires list at this moment, as they choose to date them; the newest version first."""
    if happening.news[0] > now or now - happening.latest_news(now) > IN_HAND:
        return []
    known = [moment for moment in happening.news if moment <= now]
    articles = []
    for paper in range(happening.papers):
        told = known[-1] + timedelta(minutes=7 * paper)
        if told <= now:
            articles.append(_article(happening, paper, len(known) - 1, told))
    return [article for one in articles for article in _tricked(one, happening, now)]


@cache
def _article(happening: Happening, paper: int, version: int, told: datetime) -> Article:
    words = Random(f"{happening.number} {paper} {version}")
    text = " ".join("".join(words.choices("abdegiklmnoprstu", k=7)) for _ in range(25))
    lead = "Four miners died when a shaft fell in." if happening.trick == "sensitive" else "A bridge was opened."
    return _named(
        Article(
            "",
            f"Story {happening.number} of paper {paper}, version {version}",
            (f"{lead} {text}.",),
            source=f"Paper {paper}",
            published=told,
            wire=PLAIN,
            guid=f"{happening.number}/{paper}",
            category=happening.subject,
            embargo=happening.embargo if happening.trick == "embargoed" else None,
            expires=happening.expires,
            breaking=happening.flagged,
        )
    )


def _tricked(article: Article, happening: Happening, now: datetime) -> Iterator[Article]:
    """The article as its wire has it."""
    trick, just_now = happening.trick, now - timedelta(minutes=4)
    old = now - happening.news[0] > 5 * HOUR
    if trick == "redated" and old:  # the same item with a new date, each time that it is asked for
        yield replace(article, published=max(just_now, happening.news[0]))
    elif trick == "retitled" and old:  # the same text under a new headline and date, beside the old one
        yield _named(replace(article, headline=f"UPDATED: {article.headline}", published=just_now))
        yield article
    elif trick == "aired anew" and old:  # likewise, and the old one is gone; it was aired by then
        yield _named(replace(article, headline=f"AGAIN: {article.headline}", published=just_now))
    elif trick == "ahead":  # local time that calls itself UTC
        yield replace(article, published=happening.news[0] + HOUR)
    elif trick == "dated ahead":
        yield replace(article, published=happening.embargo)
    elif trick in ("dateless", "careless"):
        yield replace(article, published=None, wire=DATELESS if trick == "dateless" else CARELESS)
    elif trick == "shouting":
        yield replace(article, wire=SHOUTING, breaking=True)
    elif trick == "french":
        yield replace(article, language="fr")
    elif trick == "both languages":
        yield _named(replace(article, headline=f"FR {article.headline}", paragraphs=("Un pont.",), language="fr"))
        yield article
    else:
        yield article


def _named(article: Article) -> Article:
    text = "\n".join((article.headline, *article.paragraphs))
    return replace(article, id=hashlib.sha256(text.encode()).hexdigest()[:12])


@dataclass
class Newsroom:
    """What a station remembers between two bulletins: what it saw, what it aired, and its editor's marks."""

    happenings: Sequence[Happening]
    seen: dict[str, datetime]
    airings: dict[int, list[Airing]]
    aired_version: dict[int, str]
    marks: list[Mark]

    def events(self, now: datetime) -> dict[str, tuple[Event, Happening]]:
        """What the wires have, one event for each happening, and what is true of it."""
        found = {}
        for happening in self.happenings:
            if articles := on_the_wires(happening, now):
                for article in articles:
                    self.seen.setdefault(article.id, now)
                aired = tuple(self.airings.get(happening.number, ()))
                last = self.aired_version.get(happening.number, "")
                version = articles[0].headline.rpartition(" ")[2]
                name = f"{happening.number:012x}"
                found[name] = Event(name, tuple(articles), aired, bool(aired) and version > last), happening
        return found

    def air(self, event: Event, happening: Happening, slot: datetime) -> None:
        """Write down that it was aired, as the playlog does."""
        first = event.articles[0]
        copy = " ".join(first.paragraphs)
        airing = Airing("week-fm", slot, event.id, first.id, first.id, first.headline, copy, first.category)
        self.airings.setdefault(happening.number, []).append(airing)
        self.aired_version[happening.number] = first.headline.rpartition(" ")[2]
