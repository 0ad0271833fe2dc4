"""A denial is heard whole: "did not kill", never "didn't kill", which one lost letter turns round."""

from __future__ import annotations

import re
from collections.abc import Callable

from .patterns import regex
from .words import PRONOUNS

_NOT = regex(r"\b(?P<verb>[A-Za-z]{2,6})n't\b(?P<after> [\w']+)?")
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
_VERBS = frozenset("is are was were do does did has have had would could should must need might".split())


def uncontracted(text: str) -> str:
    """ "didn't" as "did not", outside quotation marks; questions ("didn't he") and "ain't" stay."""
    return outside_quotes(_uncontracted, text) if "n't" in text else text


def _uncontracted(text: str) -> str:
    return _NOT.sub(_told, text)


def _told(match: re.Match[str]) -> str:
    verb, after = match["verb"], match["after"] or ""
    low = verb.lower()
    if (low not in _WHOLE and low not in _VERBS) or after.strip().lower() in PRONOUNS:
        return match[0]
    if low == "ca":
        return f"{verb[0]}annot{after}"
    whole = _WHOLE.get(low, low)
    return f"{verb[0]}{whole[1:]} not{after}"


def outside_quotes(rule: Callable[[str], str], text: str) -> str:
    """The rule applied to what does not stand in quotation marks: a quotation is verbatim or it is none."""
    if '"' not in text:
        return rule(text)
    return '"'.join(part if place % 2 else rule(part) for place, part in enumerate(text.split('"')))
