"""JSON: one article, a list of them, a table that holds such a list, or one article a line (JSON Lines)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..errors import SourceError
from ..model import Rejected
from . import plain
from .raw import Raw

TEXTS = (
    "text",
    "body",
    "content",
    "articlebody",
    "content_text",
    "content_html",
    "fulltext",
    "full_text",
    "paragraphs",
)
SHORT_TEXTS = ("summary", "description", "excerpt")
LISTS = ("articles", "items", "posts", "stories", "results", "entries", "@graph")
FIELDS_WANTED = "an article needs a text (or body, content, paragraphs) and may have a headline, source and date"
PARAGRAPHS = 5000


def read(text: str, origin: str) -> Iterator[Raw | Rejected]:
    """The articles in a JSON text.  Raises SourceError, with the line, where it is no JSON."""
    lines = text.count("\n", 0, len(text.rstrip()))
    try:
        loaded = json.loads(text)
    except RecursionError:
        raise SourceError("its JSON is nested too deeply: give one article or a flat list of them") from None
    except json.JSONDecodeError as error:
        if lines and _first_line_is_whole(text):
            return _json_lines(text, origin)
        raise SourceError(_wrong(error)) from None
    except ValueError as error:  # a number of thousands of digits
        raise SourceError(f"its JSON cannot be read ({str(error)[:80]}): mend it") from None
    articles = _listed(loaded)
    if articles is None:
        return iter([_one(loaded, origin)])
    if not articles:
        raise SourceError("its list of articles is empty: give at least one")
    return (_one(value, f"{origin}, article {number}") for number, value in enumerate(articles, 1))


def _listed(loaded: Any) -> list[Any] | None:
    if isinstance(loaded, list):
        return loaded
    if isinstance(loaded, dict) and not _text_of(loaded):
        return next((loaded[key] for key in LISTS if isinstance(loaded.get(key), list)), None)
    return None


def _json_lines(text: str, origin: str) -> Iterator[Raw | Rejected]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{origin}, line {number}"
        try:
            yield _one(json.loads(line), where)
        except json.JSONDecodeError as error:
            yield Rejected(where, f"not valid JSON at column {error.colno}: {error.msg}; mend this line")
        except (RecursionError, ValueError):
            yield Rejected(where, "its JSON cannot be read: it is nested too deeply or has a monstrous number")


def _first_line_is_whole(text: str) -> bool:
    first = next((line for line in text.split("\n", 200) if line.strip()), "")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _wrong(error: json.JSONDecodeError) -> str:
    message = error.msg[:1].lower() + error.msg[1:]
    return f"not valid JSON at line {error.lineno}, column {error.colno}: {message}; mend it or save it as .txt"


def _one(value: Any, origin: str) -> Raw | Rejected:
    if not isinstance(value, dict):
        return Rejected(origin, f"not an article: {FIELDS_WANTED}")
    text = _text_of(value)
    if not text:
        return Rejected(origin, f"no text in it: {FIELDS_WANTED}")
    try:
        return described(value, text, origin)
    except SourceError as error:  # this one only: the others are read
        return Rejected(origin, str(error))


def described(value: Mapping[str, Any], text: str, origin: str) -> Raw:
    """A record as a Raw.  Of a text that is HTML the tags go."""
    fields = {key: inner for key, inner in value.items() if isinstance(key, str)}
    if re.search(r"(?i)</(?:p|div|h[1-6]|li|blockquote)>|<br\s{0,3}/?>", text[:200_000]):
        from .tags import untagged

        text = untagged(text)
    body = plain.read(text, origin)
    found = plain.described(fields, origin)
    return replace(found, headline=found.headline or body.headline, paragraphs=body.paragraphs)


def _text_of(value: Mapping[str, Any]) -> str:
    lowered = {str(key).lower(): inner for key, inner in value.items()}
    for key in (*TEXTS, *SHORT_TEXTS):
        if text := _words(lowered.get(key)):
            return text
    return ""


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n\n".join(part for part in value[:PARAGRAPHS] if isinstance(part, str)).strip()
    if isinstance(value, dict):
        inner = value.get("rendered") or value.get("text") or value.get("html")
        return inner.strip() if isinstance(inner, str) else ""
    return ""
