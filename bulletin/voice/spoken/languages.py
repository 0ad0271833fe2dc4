"""Other languages, experimental: numbers and common signs become words; names, dates and initialisms are not read.

French, Hausa and Swahili have files of their own.  num2words has Portuguese, Arabic and some thirty more; Yoruba, Igbo
and every other language hear their digits one by one, in English where we have no names for them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from .figures import LONG
from .numerals import plain, singly
from .rule import DIGITS, Match, Rule

OWN = {"fr": "french", "ha": "hausa", "sw": "swahili"}
# The decimal comma: what the comma and the full stop mean inside a number
_DECIMAL_COMMA = frozenset(
    "pt es de it nl da sv no fi pl ru uk tr id ro cs sk sl hr sr bg el hu lt lv et af ca".split()
)
POINT = {
    "pt": "vírgula",
    "es": "coma",
    "de": "Komma",
    "it": "virgola",
    "ar": "فاصلة",
    "af": "komma",
}
SIGNS = {
    "pt": {"%": "por cento", "&": "e", "+": "mais", "=": "igual a", "€": "euros", "$": "dólares", "£": "libras", "°": "graus", "@": "arroba", "₦": "nairas", "-": "menos"},
    "es": {"%": "por ciento", "&": "y", "+": "más", "=": "igual a", "€": "euros", "$": "dólares", "£": "libras", "°": "grados", "@": "arroba", "₦": "nairas", "-": "menos"},
    "ar": {"%": "بالمئة", "&": "و", "+": "زائد", "=": "يساوي", "€": "يورو", "$": "دولار", "£": "جنيه", "°": "درجة", "₦": "نيرة", "-": "ناقص"},
}  # fmt: skip
DIGIT_NAMES = {
    "yo": ("òdo", "ọ̀kan", "èjì", "ẹ̀ta", "ẹ̀rin", "àrún", "ẹ̀fà", "èje", "ẹ̀jọ", "ẹ̀sán"),
    "ig": ("efu", "otu", "abụọ", "atọ", "anọ", "ise", "isii", "asaa", "asatọ", "itoolu"),
}


@lru_cache(maxsize=4096)
def cardinal(number: int, code: str) -> str:
    """A number in that language; where nobody has its words, its digits one by one."""
    from num2words import num2words

    if code not in DIGIT_NAMES:
        try:
            words = str(num2words(number, lang=code))
        except (NotImplementedError, TypeError, OverflowError, ValueError, KeyError, IndexError):
            pass  # num2words fails in these ways for languages that it lacks, or half has (Amharic)
        else:
            if not any(character.isnumeric() for character in words):
                return words.replace(",", "")
    return _singly(str(number), code)


def _singly(digits: str, code: str) -> str:
    names = DIGIT_NAMES.get(code)
    return " ".join(names[int(digit)] for digit in digits) if names else singly(digits)


def _said(number: str, code: str) -> str:
    if code in _DECIMAL_COMMA:
        if re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?", number):
            number = number.replace(".", "").replace(" ", "")
        number = number.replace(",", ".")
    elif re.fullmatch(r"\d+(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?", number):
        number = plain(number)
    whole, _, decimals = number.replace(" ", "").partition(".")
    words = _singly(whole, code) if whole.startswith("0") and len(whole) > 1 else cardinal(int(whole), code)
    if not decimals:
        return words
    digits = re.sub(r"\D", "", decimals)
    tail = " ".join(cardinal(int(digit), code) for digit in digits)
    return f"{words} {POINT.get(code, 'point')} {tail}"


@lru_cache(maxsize=64)
def rules(code: str) -> tuple[Rule, ...]:
    """The rules of a language: its numbers and its signs."""
    if code in OWN:
        found: tuple[Rule, ...] = import_module(f".{OWN[code]}", __package__).RULES
        return found
    signs = SIGNS.get(code, {"%": "%", "&": "&"})

    def number(match: Match) -> str:
        minus = f"{signs.get('-', '')} " if match["minus"] else ""
        money = f" {signs[match['sign']]}" if match["sign"] and match["sign"] in signs else ""
        return f" {minus}{_said(match['number'], code)}{money} "

    def sign(match: Match) -> str:
        return f" {signs[match.group()]} "

    known = "".join(re.escape(character) for character in signs if character not in "-/")
    return (
        LONG
        if code not in DIGIT_NAMES
        else Rule("long number", LONG.pattern, lambda match: f" {_singly(match.group(), code)} ", DIGITS),
        Rule(
            "number",
            re.compile(
                r"(?P<minus>(?<![\w)])-)?(?P<sign>[$£€₦])? ?(?P<number>\d{1,3}(?: \d{3}){1,4}(?:,\d{1,9})?(?!\d)|\d{1,15}(?:[.,]\d{1,15}){0,4})"
            ),
            number,
            DIGITS,
        ),
        Rule("sign", re.compile(f"[{known}]"), sign),
    )
