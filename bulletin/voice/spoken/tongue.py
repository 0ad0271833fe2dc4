"""How a language that is not English has its figures said: the rules are the same, the words are a Tongue's.

No English rule is among them.  What a figure means is read as that language writes it: 1,5 is one and a half in French
and no number of thousands; 2:30 after "saa" is by the Swahili clock already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .rule import DIGITS, Match, Rule

GROUPED_COMMA = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?!\d)|\d{1,15}(?:\.\d{1,6})?(?!\d))"  # 1,200.5
GROUPED_SPACE = r"(?:\d{1,3}(?:[ .]\d{3}){1,4}(?:,\d{1,6})?(?!\d)|\d{1,15}(?:,\d{1,6})?(?!\d))"  # 1 200,5 or 1.200,5
_ALONE = r"(?<![\w.,:/-])"  # where a figure begins


@dataclass(frozen=True)
class Tongue:
    """The words of a language for figures, and how it lays them.  An amount is (whole words, decimals words)."""

    number: str  # the pattern of a number as it is written there
    count: Callable[[int], str]
    said: Callable[[str, str], str]  # digits before and after the point -> words
    minus: str
    to: str  # between the ends of a range
    score: str  # between the goals of two sides
    percent: Callable[[str], str]
    date: Callable[[int, int, int], str]  # day, month, year
    scales: Mapping[str, str] = field(default_factory=dict)  # as written behind a number or sign -> as said
    money: Mapping[str, str] = field(default_factory=dict)  # sign or code -> name
    amount: Callable[[str, str, str], str] = lambda number, scale, name: f"{number} {scale} {name}"
    units: Mapping[str, str] = field(default_factory=dict)
    measure: Callable[[str, str], str] = lambda number, unit: f"{number} {unit}"
    signs: Mapping[str, str] = field(default_factory=dict)

    def words(self, written: str) -> str:
        """A written number in words."""
        mark = "," if self.number is GROUPED_SPACE else "."
        whole, _, decimals = written.partition(mark)
        return self.said(re.sub(r"\D", "", whole), decimals)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """What is said for dates, money, shares, measures, ranges, scores and numbers, and for the signs that are left."""
    number = tongue.number
    scales, codes, units = (_any(table) for table in (tongue.scales, tongue.money, tongue.units))
    behind = rf"(?: ?(?P<scale>{scales})(?![^\W_]))?"

    def money(match: Match) -> str:
        scale = tongue.scales[match["scale"]] if match["scale"] else ""
        return _spaced(tongue.amount(match["number"], scale, tongue.money[match["sign"]]))

    def pair(match: Match) -> str | None:
        a, b = (tongue.words(match[name]) for name in ("a", "b"))
        rising = _value(match["a"]) < _value(match["b"])
        if match["percent"]:
            return _spaced(tongue.percent(f"{a} {tongue.to} {b}"))
        return _spaced(f"{a} {tongue.to if rising else tongue.score} {b}")

    def date(match: Match) -> str | None:
        day, month, year = (int(match[name]) for name in ("day", "month", "year"))
        return _spaced(tongue.date(day, month, year)) if 1 <= day <= 31 and 1 <= month <= 12 else None

    def scaled(match: Match) -> str:
        return _spaced(tongue.amount(match["number"], tongue.scales[match["scale"]], ""))

    def percent(match: Match) -> str:
        minus = f"{tongue.minus} " if match["minus"] else ""
        return _spaced(tongue.percent(minus + tongue.words(match["number"])))

    def measure(match: Match) -> str:
        minus = f"{tongue.minus} " if match["minus"] else ""
        return _spaced(minus + tongue.measure(match["number"], tongue.units[match["unit"]]))

    def plain(match: Match) -> str:
        minus = f"{tongue.minus} " if match["minus"] else ""
        return _spaced(minus + tongue.words(match["number"]))

    return (
        Rule("long number", re.compile(r"\d{16,}"), lambda match: _spaced(_singly(match.group(), tongue)), DIGITS),
        Rule("date", re.compile(rf"{_ALONE}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}})(?![\w/])"), date, DIGITS),
        Rule("date", re.compile(rf"{_ALONE}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), date, DIGITS),
        Rule("range", re.compile(rf"{_ALONE}(?P<a>{number}) ?[-–] ?(?P<b>{number})(?P<percent> ?%)?(?![\w/:-])"), pair, DIGITS),
        Rule("money", re.compile(rf"(?<![^\W_])(?P<sign>{codes}) ?(?P<number>{number}){behind}"), money, DIGITS),
        Rule("money", re.compile(rf"(?<![\d.,])(?P<number>{number}){behind} ?(?P<sign>{codes})(?![^\W_])"), money, DIGITS),
        Rule("scale", re.compile(rf"(?<![\d.,])(?P<number>{number}) ?(?P<scale>{scales})(?![^\W_])"), scaled, DIGITS),
        Rule("percent", re.compile(rf"(?P<minus>(?<![\w)])-)?(?P<number>{number}) ?%"), percent, DIGITS),
        Rule("measure", re.compile(rf"(?P<minus>(?<![\w)])-)?(?<![\d.,])(?P<number>{number}) ?(?P<unit>{units})(?![^\W_]|/)"), measure, DIGITS),
        Rule("number", re.compile(rf"(?P<minus>(?<![\w)])-)?(?P<number>{number})"), plain, DIGITS),
        Rule("sign", re.compile(_any(tongue.signs)), lambda match: _spaced(tongue.signs[match.group()])),
    )  # fmt: skip


def digit_by_digit(decimals: str, count: Callable[[int], str]) -> str:
    """05 -> zero five, in the language of `count`."""
    return " ".join(count(int(digit)) for digit in decimals)


def _singly(digits: str, tongue: Tongue) -> str:
    return digit_by_digit("".join(str(int(digit)) for digit in digits), tongue.count)


def _any(table: Mapping[str, str]) -> str:
    """A pattern of all keys, the longest first; one that nothing matches where there are none."""
    return "|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)) or r"(?!)"


def _value(written: str) -> float:
    return float(re.sub(r"\D", "", written) or 0)


def _spaced(words: str) -> str:
    return f" {' '.join(words.split())} "
