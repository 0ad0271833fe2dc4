"""What an address gave, told by what is in it: a feed of any dialect, a page, or neither."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from datetime import datetime

from ...errors import SourceError
from ...model import Article, Rejected
from ...station import Wire
from .. import characters, decode
from ..identity import PROSE_WORDS, identity, prose_words
from . import articles, mending, pages
from .entry import Feed, items

JSON_START = re.compile(r"\s{0,99}[\[{]")
PAGE = re.compile(r"(?i)<(?:!doctype\s+html|html|head|body|article|div|p)\b")
MAP = re.compile(r"(?i)<(?:urlset|sitemapindex)\b")
NOT_SAID = frozenset({"utf-8", "ascii", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})
OUTLINE = re.compile(r"(?i)<opml\b")


@dataclass(frozen=True)
class Arrived:
    """The bytes that an address gave: `address` is where they were at last, `charset` what their sender says of them."""

    body: bytes
    address: str
    charset: str = ""


@dataclass(frozen=True)
class Read:
    """What was found: articles, or the address of the feed that a page names.  `rejected` are single items."""

    name: str = ""
    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    left_out: tuple[str, ...] = ()  # a line for each thing in it that was not read
    feed: str = ""  # what a page names as its feed


def read(arrived: Arrived, wire: Wire, *, most: int, now: datetime, named: bool = False) -> Read:
    """The newest `most` items of what came in on a wire, each as an article.

    A page that is one article gives that; any other the feed that it names, which with `named` goes before.
    Raises SourceError, with the reason, where there is nothing to read.
    """
    text, doubts = _text(arrived)
    if mending.is_feed(text):
        from . import syndication

        return _of(syndication.read(text, arrived.address, most=most, now=now), wire, arrived.address, now, doubts)
    if JSON_START.match(text):
        from . import jsonfeed

        return _of(jsonfeed.read(text, most=most, now=now), wire, arrived.address, now, doubts)
    if MAP.search(text, 0, 5000):
        raise SourceError("a site map, not a feed: ask the publisher for the address of a feed")
    if OUTLINE.search(text, 0, 5000):
        raise SourceError("a list of feeds (OPML): save it, then `bulletin wires add FILE`")
    if not PAGE.search(text, 0, 50_000):
        raise SourceError("neither a feed nor a page: check the address")
    feed = pages.feed_of(text, arrived.address)
    if feed and (named or not pages.is_article(text)):
        return Read(feed=feed)
    article = page_article(text, wire, arrived.address, now)
    return Read(article.source or wire.name, (article,), left_out=doubts)


def page_of(arrived: Arrived, wire: Wire, language: str, now: datetime) -> Article:
    """The article of a page that a feed's item leads to, in `language` if it does not say.  Raises SourceError."""
    text, _ = _text(arrived)
    if not PAGE.search(text, 0, 50_000) or mending.is_feed(text):
        raise SourceError("it is no page of text")
    return page_article(text, wire, arrived.address, now, language)


def _of(feed: Feed, wire: Wire, address: str, now: datetime, doubts: tuple[str, ...]) -> Read:
    if not feed.entries:
        raise SourceError("a feed without an item: there is nothing in it now")
    name = articles.name_of(feed, wire, address)
    results = list(articles.articles_of(feed, wire, address, now))
    found: dict[str, Article] = {}
    for result in results:
        if isinstance(result, Article):
            found.setdefault(result.id, result)
    silent = results.count(None)
    if not found and silent == len(results):
        raise SourceError("a feed whose items say nothing: they have neither title nor text")
    left_out = (*doubts, *feed.left_out, *([f"{items(silent)} without title and text"] if silent else []))
    rejected = tuple(result for result in results if isinstance(result, Rejected))
    return Read(name, tuple(found.values()), rejected, left_out)


def page_article(text: str, wire: Wire, address: str, now: datetime, language: str = "en") -> Article:
    """The one article of a page.  Raises SourceError where there is none."""
    from .. import dates, embargoes, page
    from ..cleaning import clean

    raw = page.read(characters.repaired(text), address)
    found = embargoes.found_in(raw.headline, raw.paragraphs, raw.published)
    article = clean(replace(raw, headline=found.headline, paragraphs=found.paragraphs))
    if (words := prose_words(article.paragraphs)) < PROSE_WORDS:
        raise SourceError(
            f"no article in the page, only {words} words of prose: give the address of one story or a feed"
        )
    published = dates.believed(article.published)
    late = published if published and published > now + articles.AHEAD else None
    return replace(
        article,
        id=identity(articles.printable(article.headline), article.paragraphs),
        headline=articles.printable(article.headline),
        byline=articles.printable(article.byline),
        source=wire.name or articles.printable(article.source),
        url=article.url if _same_host(article.url, address) else address,
        published=published,
        language=wire.language or raw.language or language,
        wire=wire.url,
        guid=address,
        category=wire.category,
        weight=wire.weight,
        embargo=max(filter(None, (found.until, late)), default=None),
    )


def _same_host(one: str, other: str) -> bool:
    return articles.host_of(one) == articles.host_of(other)


def _text(arrived: Arrived) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes: their own mark first, then UTF-8 if they are, then what they say, then what is said of them."""
    try:
        if encoding := _said_encoding(arrived):
            return arrived.body.decode(encoding, errors="replace"), ()
        text, doubts = decode.text_of(arrived.body)
    except SourceError as error:
        reason = str(error).partition(":")[0].replace("the file is empty", "nothing in it")
        raise SourceError(f"{reason}: check the address") from None
    return text, tuple(line.partition(":")[0].replace(" in the file", "") for line in doubts)


def _said_encoding(arrived: Arrived) -> str:
    """What the sender says of bytes that say nothing of themselves and are no UTF-8; "" where it is not needed."""
    body = arrived.body
    if (
        not arrived.charset
        or body.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or b"\x00" in body[:200]
    ):
        return ""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return ""
    if decode.META_CHARSET.search(body[:4096]) or decode.XML_ENCODING.search(body[:4096]):
        return ""
    try:
        name = codecs.lookup(arrived.charset).name
        b" ".decode(name)  # one that is not of text (rot13, hex) is refused
    except (LookupError, ValueError):
        return ""
    return "" if name in NOT_SAID else {"iso8859-1": "cp1252"}.get(name, name)
