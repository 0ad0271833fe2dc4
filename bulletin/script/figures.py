"""Weather and markets: JSON that others wrote, as values that a template may speak of.

Nothing in it is trusted: not its size, its depth, its numbers or its words.  The shapes are in docs/templates.md.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ..errors import SourceError

MOST_BYTES = 256_000
MOST_VALUES = 2_000
MOST_DEPTH = 6
MOST_LETTERS = 300  # of one text
MOST_KEY = 60  # letters
MOST_NUMBER = 1e15
MOST_PLACES = 5  # of the weather, and as many markets: more is not listened to
COLDEST, HOTTEST = -90, 60  # degrees Celsius


def figures_from(text: str | bytes, name: str) -> dict[str, Any]:
    """What a JSON object says, within bounds: texts of one line, finite numbers, lists and objects, no deeper than six.

    Raises SourceError, in one line that begins with `name`.
    """
    if len(text) > MOST_BYTES:
        raise SourceError(f"{name}: more than {MOST_BYTES // 1000} kB of JSON; a template speaks of less")
    try:
        found = json.loads(text.removeprefix("\ufeff") if isinstance(text, str) else text, parse_constant=_no_number)
    except RecursionError:
        raise SourceError(f"{name}: the JSON goes deeper than {MOST_DEPTH} levels") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{name}: not UTF-8 text at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise SourceError(f"{name}, line {error.lineno}: not valid JSON: {error.msg}") from None
    except ValueError:
        raise SourceError(f"{name}: a number in the JSON cannot be said") from None
    if not isinstance(found, dict):
        raise SourceError(f'{name}: the JSON is no object; write {{"asof": ..., ...}}')
    bounded: dict[str, Any] = _bounded(found, name, 1, iter(range(MOST_VALUES)))
    return bounded


def weather(found: Any) -> dict[str, Any] | None:
    """{"places": [{"name", "words", "high", "low"}], "outlook"}: what of it can be said; None where that is nothing.

    A place has a name, and words or a temperature; what it has not is "" or None.
    """
    places = [
        {"name": name, "words": words, "high": high, "low": low}
        for one in _rows(found, "places")
        if (name := _text(one.get("name"), 60))
        for words, high, low in [(_text(one.get("words")), _degrees(one.get("high")), _degrees(one.get("low")))]
        if words or high is not None or low is not None
    ][:MOST_PLACES]
    outlook = _text(found.get("outlook")) if isinstance(found, dict) else ""
    return {"places": places, "outlook": outlook} if places or outlook else None


def markets(found: Any) -> list[dict[str, Any]]:
    """[{"name", "value", "unit", "change"}]: what of it can be said.  `change` is in per cent, None where it is not told."""
    return [
        {"name": name, "value": value, "unit": _text(one.get("unit"), 60), "change": _number(one.get("change"))}
        for one in _rows(found, "markets")
        if (name := _text(one.get("name"), 60)) and (value := _number(one.get("value"))) is not None
    ][:MOST_PLACES]


# ---------------------------------------------------------------- bounds


def _bounded(value: Any, name: str, depth: int, left: Iterator[int]) -> Any:
    if depth > MOST_DEPTH and isinstance(value, dict | list):
        raise SourceError(f"{name}: the JSON goes deeper than {MOST_DEPTH} levels")
    if next(left, None) is None:
        raise SourceError(f"{name}: more than {MOST_VALUES:,} values; a template speaks of less")
    if isinstance(value, dict):
        told = {_line(key): one for key, one in value.items()}
        if wrong := next((key for key in told if len(key) > MOST_KEY), None):
            raise SourceError(f'{name}: the key "{wrong[:20]}..." is longer than {MOST_KEY} letters')
        return {key: _bounded(one, name, depth + 1, left) for key, one in told.items() if key}
    if isinstance(value, list):
        return [_bounded(one, name, depth + 1, left) for one in value]
    if isinstance(value, str):
        if len(said := _line(value)) > MOST_LETTERS:
            raise SourceError(f'{name}: "{said[:30]}..." has more than {MOST_LETTERS} letters')
        return said
    if isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= MOST_NUMBER):
        raise SourceError(f"{name}: a number in the JSON is too large to be said")
    return value


def _line(text: str) -> str:
    """One line of what can be seen: a script's cues are lines, and control characters are no words."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _no_number(word: str) -> float:
    raise ValueError(word)


# ---------------------------------------------------------------- shapes


def _rows(found: Any, key: str) -> list[dict[str, Any]]:
    rows = found.get(key) if isinstance(found, dict) else None
    return [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []


def _text(value: Any, most: int = MOST_LETTERS) -> str:
    said = _line(value).rstrip(" .") if isinstance(value, str) else ""
    return said if len(said) <= most and re.search(r"\w", said) else ""


def _number(value: Any) -> float | None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST_NUMBER
    return value if good else None


def _degrees(value: Any) -> int | None:
    number = _number(value)
    return round(number) if number is not None and COLDEST <= number <= HOTTEST else None
