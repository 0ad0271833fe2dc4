"""A saved web page: the article in it, by trafilatura, without menus, captions and embedded posts."""

from __future__ import annotations

import contextlib
import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
import trafilatura
from lxml import etree

from ..errors import SourceError
from ..model import Removal
from . import pagehead, plain
from .raw import Raw
from .standing import same

ELEMENTS = 20_000  # a long live page has half of this; trafilatura's time grows faster than the count
OPENING_TAG = re.compile(r"<[A-Za-z]")
LINK_SHARE = 0.6  # of the letters: above it, a page is a list of links
SHORT_BODY = 250  # characters: where the page gives less, the article body in its JSON-LD may give more
ASIDES = {  # what is never the story, and what a person calls it
    "caption": "//figure | //figcaption[not(ancestor::figure)]",
    "embedded post": "//blockquote[contains(@class, 'twitter-') or contains(@class, 'instagram-')"
    " or contains(@class, 'tiktok-')] | //iframe",
    "menu": "//nav | //menu",
    "aside": "//aside[not(ancestor::article and count(.//p) > 5)]",
    "form": "//form[not(.//article) and count(.//p) < 5] | //button",
}


def read(text: str, origin: str) -> Raw:
    """The article of a page.  Raises SourceError for a page that has none."""
    if len(OPENING_TAG.findall(text)) > ELEMENTS:
        raise SourceError(f"more than {ELEMENTS:,} elements in the page, too many for an article: save it as text")
    tree = _tree(text)
    about = pagehead.read(tree)
    removed = tuple(_without_asides(tree))
    headings: list[str] = []
    parts, share = _body(tree, headings)
    removed += tuple(Removal(heading, "sub heading") for heading in headings if not same(heading, about.headline))
    if sum(map(len, parts)) < SHORT_BODY and len(about.body) > sum(map(len, parts)):
        parts, share = plain.read(about.body, origin).paragraphs, 0.0
    if not parts:
        raise SourceError("no article in the page: save the page of one article, or give its text")
    if share > LINK_SHARE:
        raise SourceError("a page of links, not an article: open one of them and save that page")
    found = plain.described(about.fields, origin)
    return replace(found, headline=about.headline, paragraphs=parts, removed=removed)


def _tree(text: str) -> lxml.html.HtmlElement:
    # Bytes, since lxml refuses text with an encoding in its first line; the nesting limit of libxml2 stays on.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        raise SourceError("no article in the page: it is empty; save the page of one article") from None


def _without_asides(tree: lxml.html.HtmlElement) -> Iterator[Removal]:
    for reason, path in ASIDES.items():
        for element in tree.xpath(path):
            words = " ".join(" ".join(element.itertext()).split())[:500]
            if element.getparent() is not None:
                element.drop_tree()
                if words:
                    yield Removal(words, reason)


def _body(tree: lxml.html.HtmlElement, headings: list[str]) -> tuple[tuple[str, ...], float]:
    """The paragraphs that trafilatura finds, and the share of them that are links alone; fills `headings`."""
    simple = _plain_paragraphs(tree)
    links = {" ".join(link.text_content().split()) for link in tree.iter("a")}
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports each page without an article
    with contextlib.redirect_stderr(io.StringIO()):
        found = trafilatura.bare_extraction(
            tree, with_metadata=False, include_comments=False, include_tables=False, favor_recall=True
        )
    body = getattr(found, "body", None)
    if body is None:
        return (), 0.0
    for heading in list(body.iter("head")):
        if (words := " ".join(_text(heading).split())) and not words.endswith("."):
            headings.append(words)
            heading.clear()
    parts = tuple(part for element in body for part in _paragraphs(element))
    if len(parts) < 2 <= len(simple):
        parts = simple  # of a page of a few lines, trafilatura makes one paragraph with the headings in it
    letters = sum(map(len, parts))
    return parts, sum(len(part) for part in parts if part in links) / letters if letters else 0.0


def _plain_paragraphs(tree: lxml.html.HtmlElement) -> tuple[str, ...]:
    """Each <p> and <li> of the article, or of the page where it marks none."""
    scope = next(iter(tree.xpath("//article | //main | //body")), tree)
    inside = "[not(ancestor::header or ancestor::footer or ancestor::aside)]"
    texts = (" ".join(part.text_content().split()) for part in scope.xpath(f".//p{inside} | .//li[not(.//p)]{inside}"))
    return tuple(filter(None, texts))


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """One paragraph for each block; lists and quotations give those inside them."""
    blocks = [child for child in element if child.tag in ("p", "item", "head", "list", "quote", "div")]
    if blocks and not re.search(r"\S", element.text or ""):
        for child in blocks:
            yield from _paragraphs(child)
        return
    for line in _text(element).split("\n"):
        if words := " ".join(line.split()):
            yield words


def _text(element: etree._Element) -> str:
    """All text of an element in its order, with a line break for each <br>."""
    for line_break in element.iter("lb"):
        line_break.tail = "\n" + (line_break.tail or "")
    return "".join(map(str, element.itertext()))
