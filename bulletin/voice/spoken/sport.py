"""Minutes of a match, race times and tables: 88', 45+2', 12:35.36, GD +23."""

from __future__ import annotations

import re

from .numerals import cardinal, ordinal, said
from .rule import CAPITALS, DETERMINERS, DIGITS, Match, Rule, word_before

_MATCH = re.compile(
    r"(?i)\b(?:goals?|scor\w{1,4}|penalt\w{1,4}|book\w{2}|sent off|equalis\w{1,4}|substitut\w{1,4}|header|minutes?|half|card|strike|opener|winner)\b"
)
_AROUND = 160  # characters either side in which the match is spoken of


def _minute(match: Match) -> str | None:
    text = match.string[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    if not _MATCH.search(text) or int(match[1]) > 120:
        return None  # "6' tall"
    the = "" if word_before(match).lower() in DETERMINERS else "the "
    added = f" plus {cardinal(int(match[2]))}" if match[2] else ""
    return f"{the}{ordinal(int(match[1]))} minute{added}"


def _race(match: Match) -> str:
    minutes, seconds = match[1], match[2].lstrip("0") or "0"
    seconds = "0" + seconds if seconds.startswith(".") else seconds
    return f"{said(minutes)} {'minute' if minutes == '1' else 'minutes'} {said(seconds)} seconds"


RULES = (
    Rule("race time", re.compile(r"(?<![\w:.,])(\d{1,2}):([0-5]\d\.\d{1,3})(?![\w:]|\.\d)"), _race, DIGITS),
    Rule("minute of a match", re.compile(r"(?<![\w.,'])(\d{1,3})(?:\+(\d{1,2}))?'(?![\w'])"), _minute, DIGITS),
    Rule("penalties", re.compile(r"(?<=\d) (?:on )?pens(?!\w)"), lambda _: " on penalties", DIGITS),
    Rule("goal difference", re.compile(r"(?<!\w)GD(?=:? ?[+-]?\d)"), lambda _: "goal difference", CAPITALS),
)
