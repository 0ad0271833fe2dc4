"""What may be written into a database: words of bounded length, numbers that are numbers, times in UTC."""

from __future__ import annotations

import contextlib
import hashlib
import math
import re
import unicodedata
from datetime import UTC, datetime
from urllib.parse import urldefrag

# The most characters that are kept.  Feeds are hostile: a headline may have ten million.
ID, ITEM, NAME, STATE = 64, 16, 200, 10
HEADLINE, SLUG, WORD, NOTE = 500, 80, 64, 1_000
ADDRESS, COPY = 2_000, 20_000


def cut(text: str, most: int) -> str:
    """At most `most` characters of a text, without what a database refuses: NUL, and halves of characters."""
    short = text[:most]
    if short.isascii() and "\0" not in short:
        return short
    return short.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def folded(text: str) -> str:
    """A text as it is searched: its words, without case, accents and signs."""
    plain = cut(text, HEADLINE)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return cut(" ".join(re.findall(r"\w+", plain.casefold())), HEADLINE)


def item_of(wire: str, guid: str, url: str, article: str) -> str:
    """What stays the same of an item while its text changes: 16 hex digits of its wire and guid, else of its address."""
    named = ("guid", wire, guid) if guid else ("url", wire, url) if url else ("article", wire, article)
    return _digest("\0".join(named))


def link_of(url: str) -> str:
    """What an address is looked up by; with or without a fragment or a last slash it is the same."""
    whole = cut(url.strip(), ADDRESS)
    with contextlib.suppress(ValueError):  # no address at all; it is still found by the same words
        whole = urldefrag(whole).url
    return _digest(whole.rstrip("/")) if whole else ""


def number(value: float | None) -> float | None:
    """A number, or None for what is none: NaN, or infinite."""
    return value if value is not None and math.isfinite(value) else None


def utc(moment: datetime) -> datetime:
    """A time in UTC.  Raises ValueError for one without a zone: it could be any hour."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC)


def dated(moment: datetime | None) -> datetime | None:
    """A time that a feed gave, in UTC; None where it is none that news can have."""
    if moment is None or not 1900 <= moment.year <= 9000:
        return None
    return utc(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ITEM]
