"""JSON Feed (versions 1 and 1.1), and other JSON that holds a list of articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ...errors import SourceError
from .. import dates, plain
from ..records import LISTS, SHORT_TEXTS, TEXTS
from .entry import Entry, Feed
from .entry import items as counted

LOOKED_AT = 5000  # items whose dates are compared, where there are too many
WHEN = ("date_published", "published", "datepublished", "pubdate", "date", "published_at", "created_at")
CHANGED = ("date_modified", "updated", "datemodified", "updated_at", "modified")


def read(text: str, *, most: int, now: datetime) -> Feed:
    """The newest `most` items of a feed in JSON.  Raises SourceError for what is none."""
    try:
        loaded = json.loads(text)
    except RecursionError:
        raise SourceError("its JSON is nested too deeply: tell its publisher") from None
    except ValueError as error:  # no JSON, or a number of thousands of digits
        raise SourceError(f"its JSON cannot be read ({str(error)[:80]}): tell its publisher") from None
    about: Mapping[str, Any] = loaded if isinstance(loaded, dict) else {}
    listed = (
        loaded if isinstance(loaded, list) else next((about[k] for k in LISTS if isinstance(about.get(k), list)), None)
    )
    if listed is None:
        raise SourceError("JSON without a list of items: check the address")
    fields = [{str(key).lower(): value for key, value in item.items()} for item in listed if isinstance(item, dict)]
    left_out = []
    if len(listed) > len(fields):
        left_out.append(f"{counted(len(listed) - len(fields))} with no fields")
    if len(fields) > most:
        left_out.append(f"{len(fields) - most:,} older items: the newest {most} of {len(fields):,} were read")
        fields = sorted(fields[:LOOKED_AT], key=lambda item: _when(item, now), reverse=True)[:most]
    return Feed(
        _words(about.get("title")),
        _words(about.get("language")),
        _words(about.get("licence") or about.get("license")),
        tuple(map(_entry, fields)),
        tuple(left_out),
    )


def _entry(item: Mapping[str, Any]) -> Entry:
    tags = item.get("tags") or item.get("categories") or item.get("section") or item.get("category")
    return Entry(
        title=_words(item.get("title") or item.get("headline")),
        guid=_words(item.get("id") or item.get("guid")),
        link=_words(item.get("url") or item.get("link") or item.get("external_url")),
        content=_first(item, ("content_html", *TEXTS)),
        summary=_first(item, SHORT_TEXTS),
        published=_date(item, WHEN),
        updated=_date(item, CHANGED),
        embargo=_date(item, ("embargo", "_embargo", "embargo_until")),
        expires=_date(item, ("expires", "_expires", "date_expires")),
        author=plain.said(item.get("authors") or item.get("author")),
        labels=tuple(tag for tag in tags[:20] if isinstance(tag, str)) if isinstance(tags, list) else (_words(tags),),
        language=_words(item.get("language")),
        source=_words(item.get("source")),
        licence=_words(item.get("licence") or item.get("license")),
    )


def _when(item: Mapping[str, Any], now: datetime) -> float:
    moment = dates.believed(dates.parse(_date(item, (*WHEN, *CHANGED))))
    return min(moment, now).timestamp() if moment else 0.0


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next(filter(None, (_text(item.get(name)) for name in names)), "")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n\n".join(part for part in value if isinstance(part, str)).strip()
    return value.strip() if isinstance(value, str) else ""


def _date(item: Mapping[str, Any], names: tuple[str, ...]) -> str | float:
    """The first of some dates that is there; what is neither text nor number is told as it stands."""
    for name in names:
        value = item.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return value
        if value:
            return plain.said(value)[:80] or "(no text)"
    return ""


def _words(value: Any) -> str:
    """Text, or a number as text."""
    return value.strip() if isinstance(value, str) else plain.said(value)
