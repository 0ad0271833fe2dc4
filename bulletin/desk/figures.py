"""The figures of a sentence as values with their units and hedges, however they are written, and whether one bears out another.

"$1.5bn", "1.5 billion dollars" and "1,500 million dollars" are one figure; "more than 1,500 cases" is borne out by
"1,532 cases", and "almost 1,500" is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .currencies import LETTERS, SCALE_WORDS, SIGNS, UNITS
from .patterns import regex
from .words import NUMBER_WORDS, SCALES, STOP, VAGUE, stem

FARTHEST = 0.1  # how far a figure with "more than" or "almost" may lie from the true one
ABOUT = 0.05  # and one with "about"
REACH = 4  # words behind a figure in which its unit is looked for

_TOKEN = regex(
    r"(?P<sign>[$£€₦¥₹₵₽])?(?P<number>\d+(?:[.,:/]\d+)*)(?P<tail>%|°C|[a-zA-Z]{1,8}\b)?"
    r"|(?P<word>[^\W\d_]+(?:['’.&-][^\W_]+)*)|(?P<stop>[,;:.!?()])"
)
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_PARTS = {
    "half": 0.5,
    "twice": 2.0,
    "double": 2.0,
    "dozen": 12.0,
    "quarter": 0.25,
    "once": 1.0,
    "thrice": 3.0,
    "triple": 3.0,
}
_TABLES: tuple[tuple[Mapping[str, float], str], ...] = (
    (NUMBER_WORDS, ""), (SCALES, ""), (VAGUE, "vague"), (_ORDINALS, "order"), (_PARTS, "part"),
)  # fmt: skip
_PERCENT = {"%", "percent", "percentage"}
_CURRENCIES = frozenset(stem(many.rpartition(" ")[2]) for _, many in (*SIGNS.values(), *LETTERS.values()))
_HEDGES = {
    "at least": "over", "more than": "over", "over": "over", "above": "over", "upwards of": "over", "in excess of": "over",
    "exceeding": "over", "no fewer than": "over", "no less than": "over", "not less than": "over", "not fewer than": "over",
    "almost": "under", "nearly": "under", "close to": "under", "less than": "under", "fewer than": "under", "under": "under",
    "below": "under", "up to": "under", "as many as": "under", "as much as": "under", "at most": "under", "no more than": "under",
    "not more than": "under", "about": "near", "around": "near", "some": "near", "roughly": "near", "approximately": "near",
    "an estimated": "near", "estimated": "near", "approx": "near", "approx.": "near",
}  # fmt: skip
_LAST_WORDS = regex(r"(?:[\w.]+ ){0,2}[\w.]+ $")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence: its value, the stems of the words that tell what it counts, and what hedges it."""

    words: str  # as it stands, with its sign
    value: float
    units: tuple[str, ...] = ()
    hedge: str = ""  # "over", "under", "near" or ""
    kind: str = ""  # "order" for first, second; "part" for half; the whole of it where it is a time, a date or a score
    money: bool = False
    also: float | None = None  # "100m" may be metres as well as millions
    loose: bool = False  # its unit does not follow at once: "26 of the boats"
    counted: str = ""  # the word behind it, as it stands


def figures(text: str) -> list[Figure]:
    """All figures of a text in their order."""
    found: list[Figure] = []
    open_: _Open | None = None
    joined = 0  # the end of the last token: "25-year-old" and "twenty-five"
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group == "stop":
            if open_:
                found.append(open_.closed())
                open_ = None
            continue
        number = _of_digits(match) if match["number"] else _of_word(match["word"])
        word = (match["word"] or "").lower()
        if open_ and (
            open_.scaled(word, match) or (number and open_.grown(number, word, text[joined : match.start()]))
        ):
            joined = match.end()
            continue
        if number:
            if open_:
                found.append(open_.closed())
            number.hedge = _hedge(text, match.start())
            open_ = number
        elif open_ and open_.took(word):
            found.append(open_.closed())
            open_ = None
        joined = match.end()
    if open_:
        found.append(open_.closed())
    return found


@dataclass(slots=True)
class _Open:
    """A figure that is still being read."""

    words: str
    value: float
    units: list[str] = field(default_factory=list)
    hedge: str = ""
    kind: str = ""
    money: bool = False
    also: float | None = None
    spelled: bool = False
    loose: bool = False
    counted: str = ""

    def scaled(self, word: str, match: re.Match[str]) -> bool:
        """Takes "million" behind the figure."""
        scale = SCALE_WORDS.get(word) if len(word) > 1 else None
        if scale is None or self.units or self.kind:
            return False
        self.value *= SCALES[scale]
        self.words += f" {match[0]}"
        return True

    def grown(self, other: _Open, word: str, between: str) -> bool:
        """Takes the five of "twenty-five"."""
        fits = self.spelled and other.spelled and not self.units and between in {" ", "-"} and not self.kind
        if not fits or not (20 <= self.value < 100 and self.value % 10 == 0 and 0 < other.value < 10):
            return False
        self.value += other.value
        self.words += between + word
        return True

    def took(self, word: str) -> bool:
        """Takes a word as a part of the unit; True when no more are wanted."""
        self.counted = self.counted or ("" if self.loose or self.units else word)
        if word == "cent" and self.units == ["per"]:
            self.units = ["%"]
        elif word == "per" and not self.units:
            self.units = ["per"]
        elif word in _PERCENT:
            self.units.append("%")
        elif word not in STOP:
            self.units.append(stem(word))
            self.money = self.money or (len(self.units) <= 3 and self.units[-1] in _CURRENCIES and not self.loose)
        elif not self.units:
            self.loose, self.counted = True, ""
        return len(self.units) >= REACH

    def closed(self) -> Figure:
        return Figure(
            self.words,
            self.value,
            tuple(self.units),
            self.hedge,
            self.kind,
            self.money,
            self.also,
            self.loose,
            self.counted,
        )


def _of_digits(match: re.Match[str]) -> _Open:
    raw, tail = match["number"], (match["tail"] or "")
    digits = raw.replace(",", "")
    plain = digits.count(".") <= 1 and ":" not in raw and "/" not in raw
    figure = _Open(
        match[0], float(digits) if plain and len(digits) < 40 else 0.0, kind="" if plain and len(digits) < 40 else raw
    )
    sign = match["sign"]
    if sign:
        name = SIGNS[sign][1]
        figure.units, figure.money = [stem(word) for word in name.split()], True
    low = tail.lower()
    if low in {"st", "nd", "rd", "th"}:
        figure.kind = figure.kind or "order"
    elif low in SCALE_WORDS:
        value = figure.value
        figure.value *= SCALES[SCALE_WORDS[low]]
        figure.also = value if not sign and low in {"m", "t", "b"} else None
    elif tail == "%":
        figure.units.append("%")
    elif tail in UNITS:
        figure.units.extend(stem(word) for word in UNITS[tail][1].split() if word not in STOP)
    elif low:
        figure.units.append(stem(low))
    return figure


def _of_word(word: str) -> _Open | None:
    low = word.lower()
    for table, kind in _TABLES:
        if low in table:
            return _Open(word, float(table[low]), kind=kind, spelled=not kind)
    tens, dash, ones = low.partition("-")
    if not dash or tens not in NUMBER_WORDS:
        return None
    if ones in NUMBER_WORDS:
        return _Open(word, float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones]), spelled=True)
    return _Open(word, float(NUMBER_WORDS[tens]), [stem(ones)])  # "five-storey"


def _hedge(text: str, start: int) -> str:
    match = _LAST_WORDS.search(text, max(0, start - 24), start)
    words = match[0].lower().split() if match else []
    words = words[:-1] if words[-1:] in (["a"], ["an"], ["the"]) else words
    return next((hedge for n in (3, 2, 1) if (hedge := _HEDGES.get(" ".join(words[-n:])))), "")


def bears_out(true: Figure, said: Figure) -> bool:
    """Whether a figure may be said for a true one: the same value, or a round one with the right hedge; in the same unit."""
    if true.kind != said.kind or not _same_unit(true, said) or (true.money and not said.money and not said.units):
        return False
    if abs(said.value - true.value) <= 1e-9 * max(1.0, abs(true.value)):
        return _hedge_kept(true.hedge, said.hedge)
    if true.also is not None and said.value == true.also:
        return said.units[:1] in {(stem("metres"),), (stem("tonnes"),)}
    return not said.kind and _rounds(true, said)


def _same_unit(true: Figure, said: Figure) -> bool:
    if said.money != true.money:
        return False
    if said.loose or not said.units:
        return True
    first = said.units[0]
    return not true.units or first in true.units or first.rpartition("-")[2] in true.units


def _hedge_kept(true: str, said: str) -> bool:
    """The same hedge, or the weaker "about"; "over" and "under" cannot come in or go."""
    return true == said or (said == "near" and not true) or (not said and true == "near")


def _rounds(true: Figure, said: Figure) -> bool:
    if true.hedge not in {"", said.hedge} or _exact(said.value) >= _exact(true.value):
        return False
    far = abs(said.value - true.value)
    if said.hedge == "near":
        return far <= ABOUT * true.value
    right = said.value < true.value if said.hedge == "over" else said.value > true.value
    return bool(said.hedge) and right and far <= FARTHEST * true.value


def _exact(value: float) -> int:
    """How many of a value's figures say something."""
    return len(f"{value:.12e}".partition("e")[0].replace(".", "").rstrip("0"))


def unborne(
    said: Sequence[Figure], true: Sequence[Figure], ordered: bool = True
) -> list[tuple[Figure, Figure | None, bool]]:
    """The figures said that no true one bears out, each with what is true where that is known, and whether only its order is wrong.

    Where `ordered`, each must be borne out by a later one than the one before it.
    """
    found: list[tuple[Figure, Figure | None, bool]] = []
    at = 0
    for place, figure in enumerate(said):
        if ordered:
            here = next((n for n in range(at, len(true)) if bears_out(true[n], figure)), None)
            if here is not None:
                at = here + 1
                continue
        if any(bears_out(other, figure) for other in true):
            if ordered:
                found.append((figure, _meant(figure, place, true), True))
            continue
        found.append((figure, _meant(figure, place, true), False))
    return found


def _meant(figure: Figure, place: int, true: Sequence[Figure]) -> Figure | None:
    """The true figure in whose stead this one stands: of the same unit, else of the same value, else the one at its place."""
    for other in true:
        if figure.units and other.units[:1] == figure.units[:1] and other.value != figure.value:
            return other
    for other in true:
        if other.value == figure.value:
            return other
    return true[place] if place < len(true) else None
