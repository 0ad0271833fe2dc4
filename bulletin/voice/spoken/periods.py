"""Quarters, halves and financial years: Q3, H1 2026, FY2025/26."""

from __future__ import annotations

import re

from .numerals import ordinal, year_of
from .rule import CAPITALS, DETERMINERS, DIGITS, FUNCTION_WORDS, Match, Rule, word_after, word_before

_BEFORE = frozenset("in for of during by from since to until till between and after before over through than".split())
_CARS = frozenset("Audi Infiniti Chery Haval".split())  # their Q3 is no quarter
_PERIODS = {"Q": "quarter", "H": "half"}


def _period(match: Match) -> str | None:
    kind, number, before = match["kind"], int(match["number"]), word_before(match)
    if before in _CARS or (kind == "H" and (number > 2 or not (match["year"] or before.lower() in _BEFORE))):
        return None
    which = f"{ordinal(number)} {_PERIODS[kind]}"
    years = year_of(match["year"]) if match["year"] else ""
    after = word_after(match)
    if after and after[0].islower() and after not in FUNCTION_WORDS:
        return f"{which.replace(' ', '-')} {years}".strip()  # "third-quarter profit"
    the = "" if before.lower() in DETERMINERS else "the "
    return f"{the}{which} of {years}" if years else f"{the}{which}"


def _financial_year(match: Match) -> str:
    return f"financial year {year_of(match[1])}" if match[1] else "financial year "


RULES = (
    Rule(
        "period",
        re.compile(
            r"(?<![\w.'-])(?P<kind>[QH])(?P<number>[1-4])(?:,? (?:of |')?(?P<year>20\d\d)| '(?P<short>\d\d))?(?![\w:'-]|[.,/]\d)"
        ),
        _period,
        DIGITS,
    ),
    Rule("financial year", re.compile(r"(?<![\w-])FY ?'?(?:(\d\d)(?!\d|/)|(?=20\d\d))"), _financial_year, CAPITALS),
)
