"""Money, measures and shares in words behind the figure: "$1.5bn" is "1.5 billion dollars", "70km" is "70 kilometres"."""

from __future__ import annotations

import re

from .currencies import COUNTED, LETTERS, SCALE_WORDS, SIGNS, UNITS
from .patterns import regex
from .words import STOP, finite

_CLEAN = r"\d{1,15}(?:,\d{2,3}){0,6}(?:\.\d{1,6})?"
_SCALE = r"(?: ?-?(?i:million|billion|trillion|thousand|mln|bln|trn|crores?|lakhs?|lac|bn|mn|tn|cr)|(?i:[mbk])|t)"
_SIGN = r"(?:[A-Z.]{1,4})?[$£€₦¥₹₵₽¢]|[A-Z][A-Za-z]{1,4}\.?"  # looked up in SIGNS
_WORDS = frozenset(many.rpartition(" ")[2] for _, many in SIGNS.values())
_AFTER = r"(?![\w%/+°²]|-[a-zA-Z]|,? \d{3}\b|,\d|\.\d|:\d)"
_BETWEEN = rf"(?:(?P<scale1>{_SCALE})? ?[-–—] ?(?:(?P=sign) ?)?(?P<number2>{_CLEAN}))?"
_MONEY = regex(rf"(?<![\w$£€₦₹¥/.-])(?P<sign>{_SIGN}) ?(?P<number>{_CLEAN}){_BETWEEN}(?P<scale>{_SCALE})?{_AFTER}")
_LETTER_MONEY = regex(rf"(?<![\w$£€₦/.-])(?P<sign>[NRK])(?P<number>{_CLEAN}){_BETWEEN}(?P<scale>{_SCALE})?{_AFTER}")
_SIGNS = ("$", "£", "€", "₦", "¥", "₹", "₵", "₽", "¢", "Rs", "Sh", "Ksh")  # one of these or _CODES is in each of SIGNS
_CODES = tuple(sign for sign in SIGNS if sign.isalpha() and sign.isupper())
_WORD_BEFORE = regex(r"([\w'’$£€₦.-]{1,40}) $")
_WORD_AFTER = regex(r" ([a-z][a-z'-]{1,30})\b")

_HAS_DIGIT = regex(r"\d").search
_PRICED = frozenset(
    "deal deals contract contracts loan loans fund funds project projects budget fine fines grant grants bailout package"
    " investment investments facility scheme schemes programme plan settlement lawsuit suit prize ticket tickets note notes"
    " bill bills bond bonds bounty ransom fraud scam scandal jackpot takeover acquisition offer stake order donation gift"
    " aid plant bridge stadium refinery pipeline reward fee bribe transfer campaign salary house mansion"
    " home apartment car film movie industry market company startup judgment funding plot plots class penalty claim award".split()
)
_SET_BEFORE = frozenset("the its his her their this that another our your my every each".split())
_NO_NOUN = frozenset(
    "worth each more less ago last next annually monthly daily yearly altogether total cash went came goes comes raised paid spent"
    " owed lost stolen given allocated earmarked invested was required needed tall high long wide deep away apart old later earlier"
    " early late today yesterday tomorrow downstream upstream north south east west northeast northwest southeast southwest short further"
    " remaining missing available due according either so well there here both extra additional outstanding overall".split()
)


def _attributive(text: str, start: int, end: int) -> bool:
    """Whether the figure stands before its noun, as in "a $5m deal", so that its unit is in the singular."""
    after = _WORD_AFTER.match(text, end)
    if not after:
        return False
    word = after[1]
    if word in _PRICED:
        return True
    if word in STOP or word in _NO_NOUN or word.endswith(("ly", "ed")) or finite(word):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 42), start)
    prior = before[1].lower() if before else ""
    return prior in {"a", "an"} or prior in _SET_BEFORE


def _told(match: re.Match[str], currency: tuple[str, str] | None) -> str:
    if currency is None:
        return match[0]
    number, scale = match["number"], _scale(match["scale"])
    if "." in number and not scale and not match["number2"]:
        return match[0]  # a price to the cent: the voice says it as people do
    if match["number2"]:
        first = _scale(match["scale1"])
        number = f"{number}{f' {first}' if first and first != scale else ''} to {match['number2']}"
    elif number == "1" and not scale:
        return f"1 {currency[0]}"
    said = f"{number} {scale}".rstrip()
    after = _WORD_AFTER.match(match.string, match.end())
    if after and after[1] in _WORDS:
        return said  # "N2.5bn naira"
    name = currency[0] if _attributive(match.string, match.start(), match.end()) else currency[1]
    return f"{said} {name}"


def _scale(written: str | None) -> str:
    return SCALE_WORDS[written.strip(" -").lower()] if written else ""


def _letter(match: re.Match[str]) -> str:
    """N, R or K as money: where a scale or thousands tell that it is, or the figure is large and no name or road has it."""
    number, scale = match["number"], match["scale"]
    told = "," in number or (scale is not None and (len(scale) > 1 or scale in "mb"))
    if not told:
        before = _WORD_BEFORE.search(match.string, max(0, match.start() - 42), match.start())
        prior = before[1] if before else ""
        after = _WORD_AFTER.match(match.string, match.end())
        large = len(number) >= 3 and match["sign"] == "N" and not scale
        if not large or not prior.islower() or prior == "the" or (after and after[1] in _ROADS):
            return match[0]
    return _told(match, LETTERS[match["sign"]])


_ROADS = frozenset("road highway motorway route mask masks respirator respirators expressway".split())


def money_in_words(text: str) -> str:
    """ "$1.5bn" as "1.5 billion dollars", "N90m" as "90 million naira", "a R5m house" as "a 5 million rand house".

    Prices to the cent, rates ("N1,500/$1") and what may be a name ("N95 masks", "R2-D2") stay.
    """
    if not _HAS_DIGIT(text):
        return text
    if any(sign in text for sign in _SIGNS) or any(code in text for code in _CODES):
        text = _MONEY.sub(lambda match: _told(match, SIGNS.get(match["sign"])), text)
    if ("N" in text or "R" in text or "K" in text) and _LETTER_DIGIT.search(text):
        text = _LETTER_MONEY.sub(_letter, text)
    return text


_LETTER_DIGIT = regex(r"[NRK]\d")
_MEASURE = regex(
    rf"(?<![\w.,$£€₦/:])(?P<number>{_CLEAN})(?P<gap> ?|-)(?P<unit>sq\.? ?(?:km|m|ft|mi)|[°º][CF]|[A-Za-z]{{1,4}}(?:/[a-z]{{1,4}}|[2²])?)(?P<stop>\.(?= [a-z]))?(?![\w/²³])"
)
_METRES = regex(
    rf"(?<![\w.,$£€₦/:-])(?P<number>{_CLEAN})(?P<gap> ?|-)m (?=(?:race|sprint|hurdles|freestyle|butterfly|backstroke|breaststroke|relay|dash|"
    r"steeplechase|champion|world champion|final|finals|tall|high|wide|deep|long|below|medley|title|gold|silver|bronze)\b)"
)
_SCALED = regex(r"\d(?:bn|mn|trn|tn|m )")
_MANY = regex(
    rf"(?<![\w.,$£€₦/:-])(?P<number>{_CLEAN})(?:(?P<sure>bn|mn|trn|tn)(?![\w/-])|m(?= (?P<next>[a-z]+)(?: (?P<second>[a-z]+))?))"
)
_SHARE = regex(r"(?<![\w.,+−-])(\d{1,9}(?:[.,]\d{1,9})?)(?: ?%? ?[-–] ?(\d{1,9}(?:\.\d{1,9})?))? ?%(?![\w-])")
_PER = regex(r"(?<=[a-z]{5})/(day|week|month|year|hour|barrel|bag|litre|tonne)\b")
_UNIT = regex(r"\d[ -]?(?:" + "|".join(map(re.escape, UNITS)) + ")")


def units_in_words(text: str) -> str:
    """ "70km" as "70 kilometres", "a 5-km walk" as "a 5-kilometre walk", "200bn" as "200 billion"."""
    if not _HAS_DIGIT(text):
        return text
    if _UNIT.search(text):
        text = _MEASURE.sub(_measured, text)
    if "m " in text:
        text = _METRES.sub(_in_metres, text)
    if _SCALED.search(text):
        text = _MANY.sub(_many, text)
    return _PER.sub(lambda match: f" {'an' if match[1] == 'hour' else 'a'} {match[1]}", text) if "/" in text else text


def _measured(match: re.Match[str]) -> str:
    if match["unit"] not in UNITS:
        return match[0]
    one, many = UNITS[match["unit"]]
    if match["gap"] == "-" and " an " not in one:
        return f"{match['number']}-{one.replace(' ', '-')}"
    if match.string.startswith("-", match.end()):
        return f"{match['number']} {one}"
    single = match["number"] == "1" or _attributive(match.string, match.start(), match.end())
    return f"{match['number']} {one if single else many}"


def _many(match: re.Match[str]) -> str:
    counted = {match["next"], match["second"]}
    if not match["sure"] and counted.isdisjoint(COUNTED) and match["next"] not in _WORDS:
        return match[0]
    return f"{match['number']} {SCALE_WORDS[match['sure'] or 'm']}"


def _in_metres(match: re.Match[str]) -> str:
    long = match.string.startswith(("tall", "high", "wide", "deep", "long", "below"), match.end())
    return f"{match['number']}{'-' if match['gap'] == '-' else ' '}{'metres' if long and match['gap'] != '-' else 'metre'} "


def shares_in_words(text: str) -> str:
    """ "45%" as "45 per cent", "5-10%" as "5 to 10 per cent"."""
    if "%" not in text:
        return text
    return _SHARE.sub(lambda match: f"{match[1]}{f' to {match[2]}' if match[2] else ''} per cent", text)
