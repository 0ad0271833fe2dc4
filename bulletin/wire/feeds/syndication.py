"""RSS, RDF and Atom: what feedparser finds in bytes that are well-formed and few enough (mending.py)."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree

from ...errors import SourceError
from . import mending
from .entry import Entry, Feed, items

LABELS = 20
# What feedparser lets through of a strange feed; each was met or may be: dates, numbers, addresses, base64.
SLIPS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
EMBARGO = ("prism_embargodate", "embargo", "embargodate", "embargo_until", "media_embargo", "validity_start")
EXPIRES = ("prism_expirationdate", "expired", "expires", "expirationdate", "validity_end")


def read(text: str, address: str, *, most: int, now: datetime) -> Feed:
    """The newest `most` items of a feed that was found at `address`.  Raises SourceError for one that has none."""
    data, left_out = mending.mended(text, most, now)
    try:
        found = _parsed(data, address)
        entries = [_entry(item) for item in found["entries"]]
    except SLIPS:
        found, entries, bad = _one_by_one(data, address)
        left_out = (*left_out, *bad)
    about = found["feed"]
    if not entries and not found.get("version"):
        raise SourceError("no feed in it: check the address")
    return Feed(
        _text(about, "title"), _text(about, "language"), _text(about, "rights"), tuple(entries[:most]), left_out
    )


def _parsed(data: bytes, address: str) -> Any:
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address}
    # Bytes in a stream, never a name: feedparser opens paths and addresses that it is given as text.
    return feedparser.parse(
        io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )


def _one_by_one(data: bytes, address: str) -> tuple[Any, list[Entry], tuple[str, ...]]:
    """Each item in a feed of its own, so that the one that breaks feedparser is lost alone."""
    root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    if root is None:
        return {"feed": {}, "version": ""}, [], ()
    places = [(item, parent) for item in mending.items_of(root) if (parent := item.getparent()) is not None]
    for item, parent in places:
        parent.remove(item)
    about: Any = {"feed": {}, "version": ""}
    entries: list[Entry] = []
    bad = 0
    with contextlib.suppress(*SLIPS):
        about = _parsed(etree.tostring(root, encoding="utf-8", xml_declaration=True), address)
    for item, parent in places:
        parent.append(item)
        try:
            found = _parsed(etree.tostring(root, encoding="utf-8", xml_declaration=True), address)
            entries.extend(_entry(one) for one in found["entries"])
        except SLIPS:
            bad += 1
        parent.remove(item)
    return about, entries, (f"{items(bad)} that cannot be read",) if bad else ()


def _entry(item: Any) -> Entry:
    contents = [part["value"] for part in item.get("content", ()) if isinstance(part.get("value"), str)]
    labels = (tag.get("label") or tag.get("term") for tag in item.get("tags", ())[:LABELS])
    source = item.get("source")
    return Entry(
        title=_text(item, "title"),
        guid=_text(item, "id"),
        link=next(_links(item), ""),
        content=max(contents, key=len, default=""),
        summary=_text(item, "summary"),
        published=_first(item, ("published", "created", "updated")),
        updated=_text(item, "updated"),
        embargo=_first(item, EMBARGO),
        expires=_first(item, EXPIRES),
        author=_text(item, "author") or _text(item, "publisher"),
        labels=tuple(label for label in labels if isinstance(label, str)),
        language=_language(item),
        source=_text(source, "title") if isinstance(source, dict) else "",
        licence=_text(item, "rights"),
    )


def _links(item: Any) -> Iterator[str]:
    """Where its page is: what it calls its alternate, else its first link, else an identity that is an address."""
    links = [link for link in item.get("links", ()) if isinstance(link.get("href"), str)]
    yield from (link["href"] for link in links if link.get("rel") == "alternate")
    yield _text(item, "link")
    yield from (link["href"] for link in links if link.get("rel") not in ("enclosure", "self", "replies"))


def _language(item: Any) -> str:
    detail = item.get("content") or [item.get("summary_detail") or item.get("title_detail") or {}]
    return _text(detail[0], "language") or _text(item, "language")


def _first(item: Any, names: tuple[str, ...]) -> str:
    return next(filter(None, (_text(item, name) for name in names)), "")


def _text(item: Any, name: str) -> str:
    value = dict.get(item, name)  # feedparser's own `get` gives one date for another
    return value.strip() if isinstance(value, str) else ""
