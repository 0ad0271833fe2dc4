"""From sources to articles: find the files, read them as text, find the articles in them, clean them.

One bad source never stops the others: it becomes a Rejected with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..model import Article, Rejected, Removal
from ..station import Station, Wire
from . import files
from .files import Address, Document
from .identity import PROSE_WORDS, identity, prose_words
from .raw import Raw

MOST_ARTICLES = 5000  # from one file: more is a database, not a day's copy
MOST_PARAGRAPHS = 5000  # in one article
TEXT_CHARACTERS = 1_000_000  # in one article: a long novel is shorter
MOST_PAGES = 30  # that are read for the summaries of feeds that are sources


@dataclass(frozen=True)
class Gathered:
    """What came in: the articles, in the order of their sources, and the sources that gave none."""

    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def gather(
    sources: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    station: Station | None = None,
    now: datetime | None = None,
) -> Gathered:
    """Read every source and give its articles, clean, each one once.

    A source is the path of a file (text, Markdown, HTML, JSON, JSON Lines), the path of a folder of these, or
    "-" for standard input (`stdin` takes its place when given).  For a station, at a time, it may also be the address
    of a page or a feed, and a feed or a list of feeds (OPML) in a file.  Nothing is raised for a bad source: it is in
    `rejected`, with a one-line reason that says what to do.
    """
    found = [one for source in sources for one in files.find(source, stdin, feeds=bool(station and now))]
    results: list[Article | Rejected | Address]
    if station and now:
        results = [result for one in found for result in _for_station(one, station, now)]
        results = _fetched(results, station, now)
    else:
        results = [result for one in found for result in ([one] if not isinstance(one, Document) else _articles(one))]
    articles: dict[str, Article] = {}
    rejected: list[Rejected] = []
    for result in results:
        if isinstance(result, Rejected):
            rejected.append(result)
        elif isinstance(result, Article) and (first := articles.get(result.id)):
            rejected.append(Rejected(result.origin, f"the same article as {first.origin}: it is used once"))
        elif isinstance(result, Article):
            articles[result.id] = result
    return Gathered(tuple(articles.values()), tuple(rejected))


def _for_station(
    one: Document | Address | Rejected, station: Station, now: datetime
) -> Iterator[Article | Rejected | Address]:
    """What a source holds, feeds too."""
    if not isinstance(one, Document):
        yield one
        return
    from . import formats
    from .feeds import opml

    try:
        beginning = one.data[: formats.BEGINNING].decode("utf-8", errors="replace").lstrip("\ufeff")
        if opml.is_opml(beginning):
            yield from (Address(outline.url) for outline in opml.read(one.data))
            return
        if one.suffix in files.FEEDS or formats.kind_of(beginning) == "feed":
            from .feeds import reading  # for feeds alone: it is slow to read in

            arrived = reading.Arrived(one.data, "")
            found = reading.read(arrived, Wire(""), most=station.fetching.items, now=now)
            yield from (replace(a, origin=f"{one.origin}, {a.headline or a.guid}") for a in found.articles)
            yield from found.rejected
            return
    except SourceError as error:
        yield Rejected(one.origin, str(error))
        return
    yield from _articles(one)


def _fetched(
    results: Sequence[Article | Rejected | Address], station: Station, now: datetime
) -> list[Article | Rejected | Address]:
    """Each address as the articles that came from it; summaries as whole articles, from their pages."""
    addresses = dict.fromkeys(result.url for result in results if isinstance(result, Address))
    by_wire: dict[str, list[Article | Rejected]] = {address: [] for address in addresses}
    if addresses:
        from .feeds import collect

        known = {wire.url: wire for wire in station.wires}
        collected = collect([known.get(url) or Wire(url) for url in addresses], station, now=now)
        for article in collected.articles:
            by_wire[article.wire].append(article)
        for rejected in collected.rejected:
            by_wire.setdefault(rejected.origin, []).append(rejected)
    flat: list[Article | Rejected] = []
    for result in results:
        flat.extend(by_wire.pop(result.url, []) if isinstance(result, Address) else [result])
    flat.extend(rejected for others in by_wire.values() for rejected in others)
    partial = [article for article in flat if isinstance(article, Article) and article.partial]
    if not partial:
        return list(flat)
    from .feeds import complete

    whole = iter(complete(partial, station, now=now, most=MOST_PAGES))
    return [next(whole) if isinstance(one, Article) and one.partial else one for one in flat]


def _articles(document: Document) -> Iterator[Article | Rejected]:
    from . import decode, formats  # late: the rules' patterns take a while to compile

    try:
        text, warnings = decode.text_of(document.data)
        for number, raw in enumerate(formats.read(text, document)):
            if number == MOST_ARTICLES:
                reason = f"it holds more than {MOST_ARTICLES} articles: the rest are left unread; split the file"
                yield Rejected(document.origin, reason)
                return
            yield _article(raw, warnings) if isinstance(raw, Raw) else raw
    except SourceError as error:
        yield Rejected(document.origin, str(error))


def _article(raw: Raw, warnings: tuple[str, ...]) -> Article | Rejected:
    if sum(map(len, raw.paragraphs)) > TEXT_CHARACTERS or len(raw.paragraphs) > MOST_PARAGRAPHS:
        limits = f"{TEXT_CHARACTERS:,} characters or {MOST_PARAGRAPHS:,} lines"
        reason = f"more than {limits} in one article: give the story alone, in a file of its own"
        return Rejected(raw.origin, reason)
    from . import embargoes
    from .cleaning import clean

    try:
        held = embargoes.found_in(raw.headline, raw.paragraphs, raw.published)
    except SourceError as error:
        return Rejected(raw.origin, str(error))
    lines = tuple(Removal(line, "embargo line") for line in held.lines)
    article = clean(
        replace(raw, headline=held.headline, paragraphs=held.paragraphs, removed=(*raw.removed, *lines)),
    )
    if not article.paragraphs:
        return Rejected(raw.origin, _nothing(article))
    if (words := prose_words(article.paragraphs)) < PROSE_WORDS:
        reason = f"no article in it, only {words} words of prose ({PROSE_WORDS} are needed): give the whole story"
        return Rejected(raw.origin, reason)
    return replace(
        article,
        id=identity(article.headline, article.paragraphs),
        embargo=max(filter(None, (raw.embargo, held.until)), default=None),
        expires=raw.expires,
        warnings=(*warnings, *article.warnings),
    )


def _nothing(article: Article) -> str:
    if article.removed:
        return "no article in it, only page furniture (menus, links, captions): save the page of one article"
    return "no article in it: there is no text; give the file of one article"
