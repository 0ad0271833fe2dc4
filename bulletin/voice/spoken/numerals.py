"""Numbers as words in British English: "one thousand five hundred and thirty-two", "two point five".

num2words (LGPL) does the words; it is imported at the first number, for it takes 45 ms.
"""

from __future__ import annotations

import re
from functools import lru_cache

ZERO_TO_NINE = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MOST_DIGITS = 15  # longer ones are read digit by digit: nobody says "nine hundred quadrillion"

# 1,532.50 / 2,09,519 (Indian) / 1532.5 / .5
NUMBER = r"(?:\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,15})?(?!\d)|\d{1,15}(?:\.\d{1,15})?)"
SCALES = {
    "k": "thousand",
    "thousand": "thousand",
    "hundred": "hundred",
    "m": "million",
    "mm": "million",
    "mn": "million",
    "mln": "million",
    "mil": "million",
    "million": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "billion": "billion",
    "t": "trillion",
    "tn": "trillion",
    "tr": "trillion",
    "trn": "trillion",
    "trillion": "trillion",
    "quadrillion": "quadrillion",
    "lakh": "lakh",
    "crore": "crore",
    "cr": "crore",
}


@lru_cache(maxsize=4096)
def cardinal(number: int) -> str:
    """How many: 1532 -> one thousand five hundred and thirty-two."""
    from num2words import num2words

    return str(num2words(number)).replace(",", "")


@lru_cache(maxsize=1024)
def ordinal(number: int) -> str:
    """Which one: 21 -> twenty-first."""
    from num2words import num2words

    return str(num2words(number, to="ordinal")).replace(",", "")


@lru_cache(maxsize=1024)
def year(number: int) -> str:
    """A year: 1999 -> nineteen ninety-nine, 2007 -> two thousand and seven, 1905 -> nineteen oh five."""
    from num2words import num2words

    if not 1000 <= number <= 2100:
        return cardinal(number)
    return str(num2words(number, to="year")).replace("oh-", "oh ")


def year_of(digits: str) -> str:
    """A year of two or four digits: 60 -> nineteen sixty, 25 -> twenty twenty-five."""
    number = int(digits)
    if len(digits) == 2:
        number += 1900 if number >= 50 else 2000
    return year(number)


def singly(digits: str) -> str:
    """Digit by digit: 0803 -> zero eight zero three."""
    return " ".join(ZERO_TO_NINE[int(digit)] for digit in digits if digit.isascii() and digit.isdigit())


def paired(digits: str) -> str:  # noqa: PLR0911 - a table of cases, read top to bottom
    """As flights, roads and models are read: 302 -> three zero two, 737 -> seven thirty-seven, 2490 -> twenty-four ninety."""
    if digits.startswith("0"):
        return singly(digits)
    if len(digits) == 3:
        if digits[1:] == "00":
            return cardinal(int(digits))
        return singly(digits) if digits[1] == "0" else f"{cardinal(int(digits[0]))} {cardinal(int(digits[1:]))}"
    if len(digits) == 4:
        if digits[1:] == "000":
            return cardinal(int(digits))
        if digits[2:] == "00":
            return f"{cardinal(int(digits[:2]))} hundred"
        return singly(digits) if digits[2] == "0" else f"{cardinal(int(digits[:2]))} {cardinal(int(digits[2:]))}"
    return cardinal(int(digits)) if len(digits) < 3 else singly(digits)


def plain(number: str) -> str:
    """The digits of a written number without its grouping: 2,09,519 -> 209519; 2,5 -> 2.5 (a decimal comma)."""
    if re.fullmatch(r"\d+,\d{1,2}", number):
        return number.replace(",", ".")
    return number.replace(",", "")


def said(number: str) -> str:
    """A written number in words: 33.95 -> thirty-three point nine five.  Empty for what is no number."""
    whole, _, decimals = plain(number).partition(".")
    if len(whole) > MOST_DIGITS or (len(whole) > 1 and whole.startswith("0")):
        words = singly(whole)
    else:
        words = cardinal(int(whole)) if whole else ""
    return f"{words} point {singly(decimals)}".strip() if decimals else words


def is_one(number: str) -> bool:
    """Whether what is counted stands in the singular."""
    return plain(number) == "1"


def many(words: str) -> str:
    """The plural of number words: sixty -> sixties, sixteen -> sixteens."""
    return words[:-1] + "ies" if words.endswith("y") else words + ("es" if words.endswith("x") else "s")
