"""Long counts in round figures with a hedge: "1,532 cases" is "more than 1,500 cases", "2,09,519 people" "almost 210,000".

Only what nobody counts to the last one is rounded (COUNTED).  Votes, results, money, ages, years, dead and injured under
10,000, figures that are compared and figures that are hedged already are what they are.
"""

from __future__ import annotations

import re

from .contractions import outside_quotes
from .currencies import COUNTED
from .patterns import regex
from .words import DETERMINERS, SCALES

FIGURES = 3  # a number with more significant figures than that is rounded
NEAR = 0.03  # how far a figure of two digits may lie from the truth; else it has three
FEW = 10_000  # dead and injured are counted one by one up to here

_COUNT = regex(
    r"(?<![\w.,$£€₦:/#-])(?P<number>\d{1,3}(?:,\d{2,3}){1,5}|\d{4,12}|\d{1,3}\.\d{2,4}(?= (?:million|billion|crore|lakh)))(?P<scale> (?:million|billion|crore|lakh))?"
    r" (?P<words>(?:[a-z]{2,14} ){0,2}[a-z]{3,15})\b(?![-'])"
)
_LONG = regex(r"\d(?:[,\d]{3}|\.\d\d)")
_BEFORE = regex(r"([\w'’%-]+)[,;:(]? $")
_NOT_AFTER = DETERMINERS | frozenset(
    "another additional further other first last next top remaining extra only just exactly precisely record new about around some"
    " roughly approximately nearly almost over than least most under below above estimated to out no nos number numbers section"
    " article exceeding exceeded totalling page line room flight nearly who whose between few same whopping massive".split()
)
_BETWEEN = frozenset("and to or of who were was are in at for by on with".split())
_COMPARED = regex(
    r"(?i)\b(?:compared|versus|against|(?:up|down) (?:from|to|by)|from [\d,.]+|ris(?:e|es|en|ing)|rose|fell|fall|dropped|increase[ds]?|decrease[ds]?|"
    r"out of|higher|lower|record|exactly|average|respectively|breakdown|votes?|polled|ballots?|\d seats|results?|margin|majority|total(?:s|led|ling)?)\b"
)
_HARM = regex(
    r"(?i)\b(?:dead|die[sd]?|deaths?|killed|killing|fatalit\w+|casualt\w+|injur\w+|wounded|hurt|missing|perished|drowned|bodies|victims?|abducted|kidnapped)\b"
)


def rounded(text: str) -> str:
    """Counts of more than FIGURES figures in round numbers, with "more than" or "almost"; quotations stay."""
    if not _LONG.search(text) or not _COUNT.search(text) or _COMPARED.search(text):
        return text
    return outside_quotes(_rounded, text)


def _rounded(text: str) -> str:
    harm = bool(_HARM.search(text))
    return _COUNT.sub(lambda match: _about(match, harm), text)


def _about(match: re.Match[str], harm: bool) -> str:
    number, scale = match["number"], (match["scale"] or "").strip()
    if not _is_count(match):
        return match[0]
    value = float(number.replace(",", "")) * SCALES.get(scale, 1)
    if significant(number) <= FIGURES or (harm and value < FEW):
        return match[0]
    near = near_figure(value)
    figure = in_figures(near, scale)
    hedge = "almost" if near > value else "more than"
    if not match.string[: match.start()].strip():
        hedge = hedge.capitalize()
    return f"{hedge} {figure} {match['words']}"


def _is_count(match: re.Match[str]) -> bool:
    number = match["number"]
    if "," not in number and "." not in number and len(number) == 4:
        return False  # it may be a year, or the number of a thing
    if "," in number and not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}", number):
        return False
    words = match["words"].split()
    noun = next((place for place, word in enumerate(words) if word in COUNTED), None)
    if noun is None or not _BETWEEN.isdisjoint(words[:noun]):
        return False
    before = _BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    prior = before[1] if before else ""
    return prior.lower() not in _NOT_AFTER and not prior[:1].isdigit() and not prior.endswith("'s")


def significant(number: str) -> int:
    """How many figures of a written number say something: "15,300" has three."""
    digits = number.replace(",", "")
    bare = digits.replace(".", "").lstrip("0")
    return len(bare) if "." in digits else len(bare.rstrip("0"))


def near_figure(value: float) -> float:
    """The nearest number with two significant figures, or three where two are too far off."""
    two = float(f"{value:.1e}")
    return two if abs(two - value) <= NEAR * value else float(f"{value:.2e}")


def in_figures(value: float, scale: str = "") -> str:
    """A round number as it is written: "1,500", "210,000", "2.6 million"; in its own scale where it has one."""
    if scale:
        return f"{value / SCALES[scale]:g} {scale}"
    if value >= 1_000_000:
        return f"{value / 1e6:g} million" if value < 1e9 else f"{value / 1e9:g} billion"
    return f"{value:,.0f}"
