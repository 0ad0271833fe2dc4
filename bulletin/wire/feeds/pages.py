"""A web page on a wire: the feed that it names, or the one article that it is."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from .. import characters, names

HEAD = 300_000  # characters of a page in which its links stand
LINK = re.compile(r"(?i)<link\b([^<>]{0,2000})>")
ATTRIBUTE = re.compile(
    r"(?i)\b(rel|type|href)\s{0,5}=\s{0,5}(?:\"([^\"]{0,1500})\"|'([^']{0,1500})'|([^\s\"'>]{1,1500}))"
)
FEED_TYPES = re.compile(r"(?i)\s*application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\b")
COMMENTS = re.compile(r"(?i)/comments?(?:/|$)|comments?[-_/]feed|feed=comments")
ARTICLE = re.compile(
    r"(?i)<meta\b[^<>]{0,200}og:type[^<>]{0,100}content\s{0,3}=\s{0,3}[\"']?article\b"
    r"|<meta\b[^<>]{0,200}content\s{0,3}=\s{0,3}[\"']?article\b[^<>]{0,100}og:type"
)


def feed_of(text: str, address: str) -> str:
    """The address of the feed that a page names as its own, "" where it names none."""
    for link in LINK.finditer(text, 0, HEAD):
        given = {name.lower(): one or two or three for name, one, two, three in ATTRIBUTE.findall(link[1])}
        kinds = given.get("rel", "").lower().split()
        if "alternate" not in kinds or not FEED_TYPES.match(given.get("type", "")):
            continue
        href = characters.unescaped(given.get("href", "")).strip()
        try:
            found = names.web_address(urljoin(address, href)) if href else ""
        except ValueError:
            continue
        if found and found != address and not COMMENTS.search(found):
            return found
    return ""


def is_article(text: str) -> bool:
    """True for a page that says that it is one article."""
    return bool(ARTICLE.search(text, 0, HEAD))
