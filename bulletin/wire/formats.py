"""What kind of text it is, by what is in it; the name of the file only decides where the text does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ..errors import SourceError
from ..model import Rejected
from . import characters, plain, records
from .files import Document
from .raw import Raw

Kind = Literal["html", "json", "markdown", "text", "feed"]

BEGINNING = 50_000  # bytes of a document by which its format can be told

PAGE_START = re.compile(
    r"(?i)\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,500}-->\s{0,99})?<(?:!doctype html|html|head|body|article|div)\b"
)
FEED_START = re.compile(
    r"(?i)\s{0,99}(?:<[?!][^>]{0,500}>\s{0,99}){0,5}<(?:rss|feed|rdf:rdf|urlset|sitemapindex|opml)\b"
)
PAGE_TAGS = re.compile(r"(?i)</(?:p|div|body|article|h1|h2|li|section)>")
JSON_START = re.compile(r'\s{0,99}(?:\{\s{0,99}["}]|\[\s{0,99}[\[{\]])')
MARKDOWN_LINE = re.compile(r"(?m)^(?:#{1,6} \S|!\[[^\]\n]{0,200}\]\()|\[[^\]\n]{1,200}\]\(https?://")


def read(text: str, document: Document) -> Iterator[Raw | Rejected]:
    """The articles in a text, as they stand there.  Raises SourceError where none can be read."""
    kind = kind_of(text, document.suffix)
    text = characters.repaired(text)
    if kind == "feed":
        raise SourceError("a feed or site map, not an article: save the page of the article and give that")
    if kind == "json":
        return records.read(text, document.origin)
    if kind == "html":
        from . import page

        return iter([page.read(text, document.origin)])
    return iter([plain.read(text, document.origin, markdown=kind == "markdown")])


def kind_of(text: str, suffix: str = "") -> Kind:
    """The format of a text.  Its beginning tells; a suffix (".md") decides between text and Markdown."""
    if FEED_START.match(text):
        return "feed"
    if PAGE_START.match(text):
        return "html"
    if JSON_START.match(text) or suffix in (".json", ".jsonl", ".ndjson"):
        return "json"
    if plain.has_front_matter(text) or suffix in (".md", ".markdown"):
        return "markdown"
    if len(PAGE_TAGS.findall(text, 0, 200_000)) >= 3:
        return "html"
    return "markdown" if MARKDOWN_LINE.search(text, 0, 200_000) else "text"
