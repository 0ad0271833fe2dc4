"""Summaries made whole: the text of an article from its page, for those that were chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from ...errors import SourceError
from ...model import Article, Rejected
from ...station import Station, Wire
from .. import embargoes
from ..fetching import fetch_pages
from ..identity import PROSE_WORDS, prose_words
from ..raw import Raw
from . import breaking, reading, text
from .articles import REST, rest_of
from .reading import Arrived

SHARED = 0.3  # of the words of a headline that its page must have: a page with fewer is another story
OLD = datetime(1970, 1, 1, tzinfo=UTC)
RENEWED = timedelta(hours=36)  # a page may give the day alone, in a zone of its own
LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def complete(
    articles: Sequence[Article], station: Station, *, now: datetime, most: int | None = None
) -> tuple[Article | Rejected, ...]:
    """See the front door."""
    by_wire = {wire.url: wire for wire in station.wires}

    def of(article: Article) -> Wire:
        return by_wire.get(article.wire) or Wire(article.wire, language="")

    articles = [_with_rest(article) for article in articles]
    asked = [article for article in articles if article.partial and article.url and of(article).full_text]
    if most is not None:
        asked = sorted(asked, key=lambda article: article.published or OLD, reverse=True)[:most]
    pages: dict[str, Arrived | str] = {}
    for answer in fetch_pages([article.url for article in asked], station, now=now):
        if isinstance(answer, Rejected):
            pages[answer.origin] = answer.reason
        else:
            pages[answer.url] = Arrived(answer.body, answer.final_url, answer.charset)
    return tuple(
        _completed(article, of(article), pages.get(article.url), now) if article.partial else article
        for article in articles
    )


def _with_rest(article: Article) -> Article:
    """An article of which only the lead was cleaned, with the rest that its feed has."""
    parts = rest_of(article)
    if not parts:
        return article
    from ..cleaning import clean

    kept = tuple(gone for gone in article.removed if gone.reason != REST)
    whole = clean(Raw(parts, article.origin, article.headline, article.source, published=article.published))
    return replace(
        article,
        id=article.id,  # what came in keeps its name: the playlog and its event know it by that
        paragraphs=whole.paragraphs,
        partial=text.is_summary(parts, whole=True),
        removed=(*kept, *whole.removed),
        warnings=whole.warnings,
    )


def _completed(article: Article, wire: Wire, page: Arrived | str | None, now: datetime) -> Article | Rejected:
    if page is None:
        return _as_it_was(article, "" if article.url and wire.full_text else "it has no page that is read")
    if isinstance(page, str):
        return _as_it_was(article, f"its page {page}")
    try:
        return _page_of(article, wire, page, now)
    except SourceError as error:
        if str(error).startswith(embargoes.REFUSED):
            return Rejected(article.origin, str(error))
        return _as_it_was(article, f"its page cannot be used: {str(error).partition(':')[0]}")


def _page_of(article: Article, wire: Wire, arrived: Arrived, now: datetime) -> Article:
    """The article with the text of its page.  Raises SourceError where the page is not its own, or has less."""
    page = reading.page_of(arrived, wire, article.language, now)
    if not _same_story(article, page):
        raise SourceError("it tells another story")
    if prose_words(page.paragraphs) < prose_words(article.paragraphs):
        raise SourceError("it has less than the summary")
    headline = _headline(article, breaking.without_label(page.headline)[0])
    return replace(
        page,
        id=article.id,
        headline=headline,
        source=article.source or page.source,
        url=page.url or article.url,
        byline=article.byline or page.byline,
        published=_published(article, page),
        updated=article.updated,
        section=article.section or page.section,
        licence=article.licence or page.licence,
        origin=article.origin,
        wire=article.wire,
        guid=article.guid,
        category=article.category,
        weight=article.weight,
        embargo=max(filter(None, (article.embargo, page.embargo)), default=None),
        expires=article.expires,
        breaking=article.breaking,
        partial=False,
    )


def _published(article: Article, page: Article) -> datetime | None:
    """The feed's date; the page's where the feed has none, or where the page is days older than its feed says."""
    if article.published and page.published and page.published < article.published - RENEWED:
        return page.published
    return article.published or page.published


def _as_it_was(article: Article, why: str) -> Article | Rejected:
    """The summary without a sentence that breaks off, or the reason why it is too little."""
    parts = text.without_broken_end(article.paragraphs)
    if (words := prose_words(parts)) < PROSE_WORDS:
        reason = f"only a summary of {words} words of prose ({PROSE_WORDS} are needed)"
        return Rejected(article.origin, f"{reason}; {why}" if why else reason)
    warnings = (*article.warnings, f"told from a summary; {why}") if why else article.warnings
    return replace(article, paragraphs=parts, warnings=warnings)


def _headline(article: Article, of_page: str) -> str:
    """The page's headline, unless it is something else, such as the name of the site."""
    known = _words(article.headline)
    return of_page if of_page and len(known & _words(of_page)) * 2 >= len(known) else article.headline


def _same_story(article: Article, page: Article) -> bool:
    """True where a page has enough of the words that the feed's headline has, or its lead where that is short."""
    known = _words(article.headline)
    if len(known) < 3:
        known |= _words(" ".join(article.paragraphs[:1]))
    theirs = _words(" ".join((page.headline, *page.paragraphs)))
    return not known or len(known & theirs) >= SHARED * len(known)


def _words(line: str) -> set[str]:
    return set(LONG_WORD.findall(line.lower()))
