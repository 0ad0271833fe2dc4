"""Roman numerals: Pope Leo XIV (the fourteenth), World War II (two), Chapter IV; but Malcolm X and I stay."""

from __future__ import annotations

import re

from .numerals import cardinal, ordinal
from .rule import CAPITALS, Match, Rule, word_after

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_VALID = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
RULERS = "Pope|King|Queen|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Patriarch|Oba|Ooni|Alaafin|Emir|Prince|Oni|Olu|Obi|Shah|Negus|Asantehene|Kabaka|Otumfuo|Ewuare"
REGNAL = (
    "Elizabeth|Charles|George|Henry|Edward|James|William|Louis|Richard|John Paul|Benedict|Pius|Gregory|Clement|Innocent|Leo|Philip|Felipe|Carlos|Juan|Mary|"
    "Nicholas|Peter|Catherine|Alexander|Ivan|Francis|Paul|Napoleon|Ramesses|Ramses|Cleopatra|Ptolemy|Hassan|Mohammed|Abdullah|Farouk|Fuad|Menelik|Theodore|"
    "Tewodros|Theodoros|Mswati|Letsie|Moshoeshoe|Sobhuza|Mutesa|Harald|Margrethe|Albert|Leopold|Sanusi|Adeyemi|Ewuare|Tutu|Osei Tutu|Haakon|Frederik|Tawadros"
)
THINGS = (
    "World War|Phase|Chapter|Part|Section|Article|Volume|Act|Scene|Division|Type|Class|Schedule|Level|Title|Grade|Stage|Tier|Book|Super Bowl|Mark|"
    "Apollo|Artemis|Gemini|Vatican|Annex|Appendix|Category|Basel|Group|Pool|Form|Band|Item|Table|Step|Rocky|Zone|Unit|Lot|Mk|Stream|Batch|Cohort|Operation|Model|Round|Year|War|Programme|Project|Mission|Minsk|Lagos Island|Area|Region|Page|"
    "phase|chapter|part|section|article|volume|type|class|schedule|level|grade|stage|tier|category|group|annex|appendix"
)
_NO_NAME = frozenset("Boyz The A An His Her Its Their This That And Or But In On At Of For With To From".split())
_SPEAKING = frozenset("am have think know will would don't can do love want was said say believe feel never".split())


def value(numeral: str) -> int:
    """The number that a Roman numeral writes, 0 for what is none."""
    if not _VALID.fullmatch(numeral):
        return 0
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        worth = _VALUES[letter]
        total += -worth if following and _VALUES[following] > worth else worth
    return total


def _thing(match: Match) -> str | None:
    number = value(match[2])
    if not number or (match[2] == "I" and word_after(match) in _SPEAKING):
        return None
    return f"{match[1]} {cardinal(number)}"


def _ruler(match: Match) -> str | None:
    number = value(match[2])
    if not number or (match[2] == "I" and word_after(match) in _SPEAKING):
        return None
    return f"{match[1]} the {ordinal(number)}"


def _named(match: Match) -> str | None:
    """Two letters and more after any name: Sanusi II, William Pickens III."""
    number = value(match[2])
    if not number or match[1] in _NO_NAME or (number > 30):
        return None
    return f"{match[1]} the {ordinal(number)}"


def _eleven(match: Match) -> str:
    return f"{match[1]} eleven"


RULES = (
    Rule("eleven", re.compile(r"\b((?:[Ss]tarting|[Pp]laying|[Bb]est|[Ff]irst))(?:-| )(?:XI|Xi)\b"), _eleven, CAPITALS),
    Rule(
        "numeral",
        re.compile(rf"(?<![\w-])((?:{THINGS})) ((?=[LC]{{0,3}}[IVX])[IVXLC]{{1,9}})(?![\w-]|\.\w|'[a-z]{{2}})"),
        _thing,
        CAPITALS,
    ),
    Rule(
        "regnal number",
        re.compile(
            rf"(?<![\w-])((?:{RULERS}) (?:[A-Z][a-z]{{1,20}} ){{0,2}}[A-Z][a-z]{{1,20}}) ([IVX]{{1,6}})(?![\w-]|'[a-rt-z])"
        ),
        _ruler,
        CAPITALS,
    ),
    Rule("regnal number", re.compile(rf"(?<![\w-])((?:{REGNAL})) ([IVX]{{1,6}})(?![\w-]|'[a-rt-z])"), _ruler, CAPITALS),
    Rule(
        "regnal number", re.compile(r"(?<![\w-])([A-Z][a-z]{2,20}) ([IVX]{2,6})(?![\w-]|'[a-rt-z])"), _named, CAPITALS
    ),
)
