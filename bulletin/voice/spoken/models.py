"""Letters with digits: flights, aircraft, roads, phones, viruses.  ET302, F-16, 737 MAX, iPhone 17, H5N1, G20."""

from __future__ import annotations

import re

from .numerals import cardinal, many, paired, said, singly
from .rule import DIGITS, Match, Rule, word_before

_PIECES = re.compile(r"[A-Za-z]+|\d+")
_UNDER = frozenset(("13", "15", "16", "17", "18", "19", "20", "21", "23"))


def _digits(digits: str) -> str:
    return cardinal(int(digits)) if len(digits) <= 2 and digits[0] != "0" else paired(digits)


def _model(match: Match) -> str | None:
    letters, dash, digits, tail = match["letters"], match["dash"], match["digits"], match["tail"]
    if letters == "U" and digits in _UNDER:
        return f"under {cardinal(int(digits))}{_after(tail)}"
    if letters == "NO":
        return f"N-O {_digits(digits)}{_after(tail)}"  # a gas, no refusal
    if letters.islower() and dash:
        return None  # mid-1990s, top-10
    if letters in ("COP", "FY", "UNGA", "WAFCON", "AFCON", "CHAN", "EURO", "SAT", "UTME", "WASSCE", "Q", "H"):
        return f"{letters} {_number_or_year(digits)}{_after(tail)}"
    if (letters.istitle() and len(letters) > 3) or letters.islower():
        return f"{letters} {_number_or_year(digits)}{_after(tail)}"
    join = "-" if letters == "A" else " "  # "A three eighty" would be read as the article
    return f"{letters}{join}{_digits(digits)}{_after(tail)}"


def _number_or_year(digits: str) -> str:
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        from .numerals import year

        return year(int(digits))
    return said(digits)


def _after(tail: str | None) -> str:
    if not tail:
        return ""
    return " " + tail if tail not in ("s", "'s") else ("s" if tail == "s" else "'s")


def _plural_model(match: Match) -> str:
    words = _digits(match["digits"])
    joined = "-" if match["letters"] == "A" else " "
    return f"{match['letters']}{joined}{many(words)}"


def _mixed(match: Match) -> str:
    """H5N1, MH370Q, 4x4: each run of letters and of digits in turn."""
    words = [piece if piece.isalpha() else _digits(piece) for piece in _PIECES.findall(match.group())]
    return " ".join(words)


def _aircraft(match: Match) -> str:
    rest = f" {_digits(match['variant'])}" if match["variant"] else ""
    words = paired(match["number"])
    return f"{match['before'] or ''}{many(words) if match['s'] else words}{rest}"


def _a_jet(match: Match) -> str | None:
    return paired(match[1]) if word_before(match).lower() == "a" else None


def _with_decimals(match: Match) -> str:
    return f"{match[1]} {match[2]}"


def _flight(match: Match) -> str:
    return f"{match[1]} {paired(match[2])}"


def _generation(match: Match) -> str:
    return f"{cardinal(int(match[1])) if match[1][0] != '0' else singly(match[1])} {match[2]}"


RULES = (
    Rule("aircraft", re.compile(r"(?<![\w.,-])A([23]\d{2})-(\d{3})(?!\w|-)"), lambda match: f"A-{paired(match[1])} {_digits(match[2])}", DIGITS),
    Rule(
        "aircraft",
        re.compile(
            r"(?<![\w.,-])(?:(?P<before>(?:[Bb]oeing|BOEING|Embraer|Bombardier|Dash|Cessna|Antonov|Douglas) )(?P<number>\d{2,3})|(?P<n>)(?!))"
            r"(?:-(?P<variant>\d{1,3})(?:ER|LR)?)?(?P<s>s)?(?![\w.,]\d|\w)"
        ),
        _aircraft,
        DIGITS,
    ),
    Rule(
        "aircraft",
        re.compile(
            r"(?<![\w.,-])(?P<before>)(?P<number>7[0-8]7)(?:-(?P<variant>[1-9]00|8|9|10))?(?P<s>s)?"
            r"(?= (?:MAX|Max|Dreamliner|[Jj]et|[Pp]lane|[Aa]ircraft|[Ff]light|[Ff]reighter|[Pp]assenger jet|[Aa]irliner)s?\b)"
        ),
        _aircraft,
        DIGITS,
    ),
    Rule("aircraft", re.compile(r"(?<![\w.,-])(7[0-8]7)(?![\w%]|[.,:-]\d| (?:people|per|million|billion))"), _a_jet, DIGITS),
    Rule("with decimals", re.compile(r"(?<![\w.-])([A-Z]{1,4})-?(\d{1,3}\.\d{1,2})(?![\w]|\.\d)"), _with_decimals, DIGITS),
    Rule("box", re.compile(r"\b(Box) (\d{3,6})(?!\d|[.,]\d)"), lambda match: f"{match[1]} {singly(match[2])}", DIGITS),
    Rule("flight", re.compile(r"\b([Ff]light|[Rr]oute|[Hh]ighway|[Bb]us|[Rr]oom|[Gg]ate) (\d{3,4})(?![\w%]|[.,:-]\d)"), _flight, DIGITS),
    Rule("model", re.compile(r"(?<![\w.-])(?P<letters>[A-Z]{1,3})-?(?P<digits>\d{1,3})s(?!\w)"), _plural_model, DIGITS),
    Rule("mixed", re.compile(r"(?<![\w-])(?:[A-Za-z]{1,4}\d{1,4}){2,4}[A-Za-z]{0,3}(?!\w)"), _mixed, DIGITS),
    Rule(
        "model",
        re.compile(
            r"(?<![^\W])(?P<letters>[A-Za-z]{1,12})(?P<dash>-?)(?P<digits>\d{1,4})(?P<tail>'s|[A-Za-z]{1,3})?(?![\w]|[.,:]\d|-\d)"
        ),
        _model,
        DIGITS,
    ),
    Rule("generation", re.compile(r"(?<![\w.,$£€₦-])(\d{1,3})([A-Z]{1,3})(?!\w)"), _generation, DIGITS),
)  # fmt: skip
