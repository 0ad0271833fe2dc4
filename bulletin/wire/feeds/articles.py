"""From an entry of a feed to an article: clean copy, dates that can be believed, embargo, urgency."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

from ...errors import SourceError
from ...model import Article, Rejected, Removal
from ...station import Wire
from .. import characters, dates, embargoes, names, plain, tags
from ..identity import PROSE_WORDS, identity, prose_words
from ..raw import Raw
from . import breaking, text
from .entry import Entry, Feed

AHEAD = timedelta(minutes=10)  # a clock that is wrong by more tells of the future: not aired before that
LONGEST = 20_000  # characters of one item: half an hour of radio
LEAD = 400  # characters, to the end of a paragraph: enough to know a story by, and to choose it
REST = "the rest is cleaned when the story is chosen"  # why a Removal holds the whole text of an item
GUID = 200  # characters: a longer one is told by its hash


def articles_of(feed: Feed, wire: Wire, address: str, now: datetime) -> Iterator[Article | Rejected | None]:
    """An article for each entry of a feed, in its order, one for each identity; None for one that says nothing.

    `address` is where the feed was found at last: its links are counted from there.
    """
    about = name_of(feed, wire, address)
    newest: dict[str, Entry] = {}
    for entry in feed.entries:
        guid = _guid(entry, address)
        before = newest.get(guid)
        if before is None or _when(entry, now) > _when(before, now):
            newest[guid] = entry
    for guid, entry in newest.items():
        yield _article(entry, guid, feed, wire, about, address, now)


def name_of(feed: Feed, wire: Wire, address: str) -> str:
    """What a wire is called: as the station says, as the feed says, or as its host is known."""
    if wire.name:
        return wire.name
    title = _line(feed.title, 100)
    return names.of_address(wire.url) or names.of_address(address) or names.spoken(_short(title)) or wire.url


def _short(title: str) -> str:
    """A feed's title without what only says that it is a feed: "Coast Courier - Latest News (RSS)" """
    for mark in (" | ", " – ", " — ", " - ", " » ", " :: ", ": "):
        first = title.partition(mark)[0].strip()
        if len(first) > 2:
            title = first
    return title


def _article(
    entry: Entry, guid: str, feed: Feed, wire: Wire, about: str, address: str, now: datetime
) -> Article | Rejected | None:
    from ..cleaning import clean

    link = _link(entry.link, address)
    title, urgent = breaking.without_label(_line(tags.untagged(entry.title[:2000])))
    origin = f"{about}: {title or link or guid}"[:300]
    content, summary = text.paragraphs(entry.content), text.paragraphs(entry.summary)
    whole = _letters(content) >= _letters(summary)
    parts = content if whole else summary
    if not title and not parts:
        return None
    published = dates.believed(dates.parse(entry.published))
    updated = dates.believed(dates.parse(entry.updated))
    try:
        found = embargoes.found_in(title, parts, published)
        embargo = _latest(found.until, _must("embargo", entry.embargo))
        expires = _must("expiry", entry.expires)
    except SourceError as error:
        return Rejected(origin, str(error))
    partial = text.is_summary(found.paragraphs, whole=whole)
    whole_text = text.without_mark(_to(LONGEST, found.paragraphs))
    lead = _to(LEAD, whole_text)
    rest = (Removal("\n".join(whole_text), REST),) if lead != whole_text else ()
    labels = tuple(filter(None, (_line(label, 60) for label in entry.labels)))
    raw = Raw(
        paragraphs=lead,
        origin=origin,
        headline=found.headline,
        source=_source(entry, about, link, address),
        url=link,
        byline=plain.without_by(_line(entry.author, 100)),
        published=published,
        language=next(filter(None, map(plain.language, (wire.language, entry.language, _line(feed.language)))), ""),
        section=labels[0] if labels else "",
        licence=_line(entry.licence or feed.licence, 200),
        removed=(*rest, *(Removal(line, "embargo line") for line in found.lines)),
    )
    article = clean(raw)
    article = replace(article, headline=printable(article.headline), byline=printable(article.byline))
    if not article.headline and not article.paragraphs:
        return None
    published = dates.believed(article.published)
    when = published or updated
    if when and when > now + AHEAD:
        embargo = _latest(embargo, when)
    return replace(
        article,
        id=identity(article.headline, article.paragraphs),
        published=when,
        updated=updated if updated and updated != when and updated <= now + AHEAD else None,
        embargo=embargo,
        expires=expires,
        wire=wire.url,
        guid=guid,
        category=wire.category,
        weight=wire.weight,
        breaking=wire.breaking and (urgent or breaking.filed_so(labels)),
        partial=partial or bool(rest) or prose_words(article.paragraphs) < PROSE_WORDS,
        warnings=tuple(warning for warning in article.warnings if not (partial and "cut off at its end" in warning)),
    )


def _guid(entry: Entry, address: str) -> str:
    """What a feed calls an item: its own name for it, else its page, else a hash of what it says."""
    given = _line(entry.guid, 10_000) or _link(entry.link, address)
    if given and len(given) <= GUID:
        return given
    words = given or f"{entry.title}\n{entry.published}\n{entry.summary or entry.content}"
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()[:24]


def _when(entry: Entry, now: datetime) -> float:
    moment = dates.believed(dates.parse(entry.updated)) or dates.believed(dates.parse(entry.published))
    return min(moment, now).timestamp() if moment else 0.0


def _link(link: str, address: str) -> str:
    """A link of an item as an address of the web, counted from where its feed is; "" for anything else."""
    if not link or len(link) > 2000:
        return ""
    try:
        return names.web_address(urljoin(address, link.strip()))
    except ValueError:
        return ""


def _source(entry: Entry, about: str, link: str, address: str) -> str:
    """Who published it: where a feed collects the work of others, the one that it names."""
    given = _line(tags.untagged(entry.source[:500]), 100)
    if given and link and host_of(link) != host_of(address):
        return names.spoken(given)
    return about


def host_of(address: str) -> str:
    """The host of an address, without its "www"."""
    return address.partition("://")[2].partition("/")[0].lower().removeprefix("www.")


def _must(name: str, given: str | float) -> datetime | None:
    moment = dates.parse(given)
    if given and not moment:
        raise SourceError(f"its {name} is not understood ({_line(str(given), 60)!r}): it is not used")
    return moment


def _latest(*moments: datetime | None) -> datetime | None:
    return max(filter(None, moments), default=None)


def rest_of(article: Article) -> tuple[str, ...]:
    """The whole text of an item of which only the lead has been cleaned so far; empty where there is no more."""
    return next((tuple(gone.text.split("\n")) for gone in article.removed if gone.reason == REST), ())


def _to(most: int, parts: Sequence[str]) -> tuple[str, ...]:
    """Paragraphs until there are so many characters; the first in any case, to twice as many."""
    so_far = 0
    for number, part in enumerate(parts):
        if so_far >= most:
            return tuple(parts[:number])
        so_far += len(part)
    return (parts[0][: 2 * most], *parts[1:]) if parts and len(parts[0]) > 2 * most else tuple(parts)


def _letters(parts: Sequence[str]) -> int:
    return sum(map(len, parts))


def _line(given: str, most: int = 300) -> str:
    """A field on one line, of characters that can be printed."""
    return printable(characters.one_line(given, most))


def printable(line: str) -> str:
    """A line without what cannot be printed: marks of direction, what no letter is assigned to."""
    return line if line.isprintable() else " ".join("".join(c for c in line if c.isprintable()).split())
