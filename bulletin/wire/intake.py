"""From sources to articles: find the files, read them as text, find the articles in them, clean them.

One bad source never stops the others: it becomes a Rejected with its reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from ..errors import SourceError
from ..model import Article, Rejected
from . import files
from .files import Document
from .raw import Raw

PROSE_WORDS = 20  # words in whole sentences: less than this is a caption or a menu, not an article
MOST_ARTICLES = 5000  # from one file: more is a database, not a day's copy
MOST_PARAGRAPHS = 5000  # in one article
TEXT_CHARACTERS = 1_000_000  # in one article: a long novel is shorter


@dataclass(frozen=True)
class Gathered:
    """What came in: the articles, in the order of their sources, and the sources that gave none."""

    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def gather(sources: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Gathered:
    """Read every source and give its articles, clean, each one once.

    A source is the path of a file (text, Markdown, HTML, JSON, JSON Lines), the path of a folder of these, or
    "-" for standard input (`stdin` takes its place when given).  Nothing is raised for a bad source: it is in
    `rejected`, with a one-line reason that says what to do.
    """
    articles: dict[str, Article] = {}
    rejected: list[Rejected] = []
    for source in sources:
        for found in files.find(source, stdin):
            for result in [found] if isinstance(found, Rejected) else _articles(found):
                if isinstance(result, Rejected):
                    rejected.append(result)
                elif first := articles.get(result.id):
                    rejected.append(Rejected(result.origin, f"the same article as {first.origin}: it is used once"))
                else:
                    articles[result.id] = result
    return Gathered(tuple(articles.values()), tuple(rejected))


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
    from .cleaning import clean

    article = clean(raw)
    if not article.paragraphs:
        return Rejected(raw.origin, _nothing(article))
    if (words := _prose_words(article.paragraphs)) < PROSE_WORDS:
        reason = f"no article in it, only {words} words of prose ({PROSE_WORDS} are needed): give the whole story"
        return Rejected(raw.origin, reason)
    number = identity(article.headline, article.paragraphs)
    return replace(article, id=number, warnings=(*warnings, *article.warnings))


def identity(headline: str, paragraphs: Sequence[str]) -> str:
    """Twelve hex digits that are the same for the same copy: the start of the SHA-256 of its words."""
    return hashlib.sha256("\n".join((headline, *paragraphs)).encode()).hexdigest()[:12]


def _nothing(article: Article) -> str:
    if article.removed:
        return "no article in it, only page furniture (menus, links, captions): save the page of one article"
    return "no article in it: there is no text; give the file of one article"


def _prose_words(paragraphs: Sequence[str]) -> int:
    """Words in paragraphs that read as prose: they end as a sentence does, or are too long for a label."""
    counts = ((len(paragraph.split()), paragraph[-1:] in _STOPS) for paragraph in paragraphs)
    return sum(words for words, stopped in counts if words >= 12 or (stopped and words >= 4))


_STOPS = frozenset('.!?…"”’)»。！？।؟۔።')
