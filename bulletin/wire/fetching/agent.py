"""What is said to a server: who asks, what is wanted, and what is known already."""

from __future__ import annotations

import re
import unicodedata

from ... import __version__
from ...station import Station
from .unpacking import ENCODINGS

NAME = "bulletin"  # as robots.txt may name us
ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.9, application/json;q=0.8, */*;q=0.5"
)


def headers(station: Station) -> dict[str, str]:
    """The headers of every request; plain ASCII, and nothing in them that a station's name could break."""
    who = "; ".join(filter(None, (_plain(station.name), _contact(station.fetching.contact))))
    return {
        "User-Agent": f"{NAME}/{__version__} ({who})" if who else f"{NAME}/{__version__}",
        "Accept": ACCEPT,
        "Accept-Encoding": ENCODINGS,
        "Connection": "close",
    }


def conditions(etag: str, modified: str) -> dict[str, str]:
    """The headers that ask for a body only if it has changed."""
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in known.items() if value}


def _contact(written: str) -> str:
    contact = _plain(written)
    return f"+{contact}" if contact else ""


def _plain(text: str) -> str:
    """Letters without their accents, and none of the signs that end a comment in a header."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^!-~]|[()\\;]", " ", ascii_only).split())[:100]
