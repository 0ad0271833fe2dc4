"""All wires of a station -> articles: fetched at once, read as they come in, told of one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime

from ...model import Rejected
from ...station import Station, Wire
from ..fetching import Fetched, fetch_all
from .articles import rest_of
from .readers import Job, Readers, readers, result
from .reading import Arrived, Read
from .told import Collected, Told


@dataclass(frozen=True)
class _Wired:
    """What was found for a wire, the page that named it, and whether it had changed."""

    found: Read | str
    feed: str = ""
    unchanged: bool = False


def collect(
    wires: Sequence[Wire], station: Station, *, now: datetime, anew: bool = False, named: bool = False
) -> Collected:
    """See the front door."""
    with readers() as group:
        found = _round({wire.url: wire for wire in wires}, station, group, now, anew, named)
        by_url = {wire.url: wire for wire in wires}
        pages: dict[str, str] = {}
        for url, wired in found.items():
            feed = wired.found.feed if isinstance(wired.found, Read) else ""
            if feed and (feed in pages or feed in by_url):
                found[url] = _Wired(f"its page names {feed} as its feed, which is a wire already: take one out", feed)
            elif feed:
                pages[feed] = url
        if pages:
            named_feeds = {feed: by_url[url] for feed, url in pages.items()}
            for feed, wired in _round(named_feeds, station, group, now, anew, named=False).items():
                found[pages[feed]] = _named(wired, feed)
    by_wire = [(wire, found[wire.url]) for wire in wires]
    return Collected(
        tuple(article for _, wired in by_wire if isinstance(wired.found, Read) for article in wired.found.articles),
        tuple(rejected for wire, wired in by_wire for rejected in _rejected(wire, wired)),
        tuple(_told(wire, wired) for wire, wired in by_wire),
    )


def _round(
    wires: dict[str, Wire], station: Station, group: Readers, now: datetime, anew: bool, named: bool
) -> dict[str, _Wired]:
    """Fetch each address and read it for its wire."""
    found: dict[str, _Wired] = {}
    reading: list[tuple[str, bool, Future[Read | str]]] = []
    for answer in fetch_all(tuple(wires), station, now=now, anew=anew):
        if isinstance(answer, Rejected):
            found[answer.origin] = _Wired(answer.reason)
            continue
        job = Job(_arrived(answer), wires[answer.url], station.fetching.items, now, named)
        reading.append((answer.url, answer.unchanged, group.read(job)))
    for url, unchanged, future in reading:
        found[url] = _Wired(result(future), unchanged=unchanged)
    return {url: found.get(url) or _Wired("no answer came: try it again later") for url in wires}


def _arrived(answer: Fetched) -> Arrived:
    return Arrived(answer.body, answer.final_url, answer.charset)


def _named(wired: _Wired, feed: str) -> _Wired:
    """What came of the feed that a page names: a second page is one too many."""
    if isinstance(wired.found, Read) and wired.found.feed:
        return _Wired(f"its page names {feed} as its feed, and that is a page too: give the feed's address", feed)
    if isinstance(wired.found, str):
        return _Wired(f"its page names {feed} as its feed: {wired.found}", feed)
    return replace(wired, feed=feed)


def _rejected(wire: Wire, wired: _Wired) -> Iterator[Rejected]:
    if isinstance(wired.found, str):
        yield Rejected(wire.url, wired.found)
    else:
        yield from wired.found.rejected


def _told(wire: Wire, wired: _Wired) -> Told:
    found = wired.found
    if isinstance(found, str):
        return Told(wire, wire.name, unchanged=wired.unchanged, feed=wired.feed, reason=found)
    languages = [article.language for article in found.articles]
    return Told(
        wire,
        found.name or wire.name,
        len(found.articles),
        sum(article.partial and not rest_of(article) for article in found.articles),
        max((article.published for article in found.articles if article.published), default=None),
        tuple(sorted(dict.fromkeys(languages), key=languages.count, reverse=True)),
        wired.unchanged,
        wired.feed,
        (*found.left_out, *(f"refused: {one.origin}: {one.reason}" for one in found.rejected[:5])),
    )
