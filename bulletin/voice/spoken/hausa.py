"""How Hausa has its figures said, experimental: what is counted stands before its number ("naira biliyan biyu").

Money and shares as Hausa newsrooms write them: "dala biliyan tara da rabi", "naira dubu ɗari biyar"
(hausa.leadership.ng), "kashi biyar cikin 100" (BBC Hausa), "sefa biliyan" (VOA Hausa); the names of currencies are
CLDR's.  "ɗigo" for the decimal point is the least certain word here: it means dot, and we found no newsroom that
writes it out.
"""

from __future__ import annotations

import re

from ...tongues import MONTHS, hausa, hausa_minutes
from .rule import DIGITS, Match, Rule
from .tongue import GROUPED_COMMA, Tongue, digit_by_digit, rules


def _said(whole: str, decimals: str) -> str:
    words = digit_by_digit(whole, hausa) if len(whole) > 1 and whole[0] == "0" else hausa(int(whole))
    return f"{words} ɗigo {digit_by_digit(decimals, hausa)}" if decimals else words


def _amount(number: str, scale: str, name: str) -> str:
    """9.5, biliyan, dala -> dala biliyan tara da rabi."""
    if scale and number.endswith(".5"):
        return f"{name} {scale} {TONGUE.words(number[:-2])} da rabi"
    return f"{name} {scale} {TONGUE.words(number)}"


def _percent(words: str) -> str:
    return f"kashi {words} cikin ɗari"


def _date(day: int, month: int, year: int) -> str:
    return f"{hausa(day)} ga {MONTHS['ha'][month - 1]} {hausa(year)}"


def _clock(match: Match) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return f" {hausa(hour)} {hausa_minutes(minute)} " if hour <= 24 and minute < 60 else None


TONGUE: Tongue = Tongue(
    number=GROUPED_COMMA,
    count=hausa,
    said=_said,
    minus="ban da",
    to="zuwa",
    score="da",
    percent=_percent,
    date=_date,
    scales={
        **dict.fromkeys(("miliyan", "miliyon", "million", "m"), "miliyan"),
        **dict.fromkeys(("biliyan", "biliyon", "billion", "bn"), "biliyan"),
        **dict.fromkeys(("tiriliyan", "tiriliyon", "trillion", "tn"), "tiriliyan"),
        "dubu": "dubu",
    },
    money={
        **dict.fromkeys(("₦", "N", "NGN"), "naira"),
        **dict.fromkeys(("$", "US$", "USD"), "dala"),
        **dict.fromkeys(("FCFA", "F CFA", "CFA", "XOF", "XAF"), "sefa"),
        **dict.fromkeys(("GH₵", "GH¢", "GHS", "GHC"), "sidi"),
        **dict.fromkeys(("KSh", "Ksh", "KES"), "sulen Kenya"),
        **{"£": "fam", "GBP": "fam", "€": "yuro", "EUR": "yuro"},
    },
    amount=_amount,
    units={"km": "kilomita", "kg": "kilo", "m": "mita", "°C": "digiri"},
    measure=lambda number, unit: f"{unit} {TONGUE.words(number)}",
    signs={
        **{"%": "cikin ɗari", "&": "da", "+": "da", "=": "daidai da", "€": "yuro", "$": "dala", "£": "fam"},
        **{"°": "digiri", "₦": "naira"},
    },
)
RULES: tuple[Rule, ...] = (
    Rule("share", re.compile(r"(?i)(?<!\w)(?:kashi|kaso) (?=\d{1,15}(?:\.\d{1,6})?(?: ?[-–] ?\d{1,15}(?:\.\d{1,6})?)? ?%)"), lambda _: "", "%"),
    Rule("time", re.compile(r"(?<![\w.,:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\w:])"), _clock, DIGITS),
    *rules(TONGUE),
)  # fmt: skip
