"""How Swahili has its figures said, experimental: "dola milioni tatu", "asilimia ishirini", "watu ishirini na watano".

Numbers agree with what is counted where that stands before them and is in the list (makalima.online.fr/E_Chap22.htm);
elsewhere the words are those of counting.  Asilimia, "Swahili Made Easy", lesson 11; currencies are CLDR's.
"""

from __future__ import annotations

import re

from ...tongues import MONTHS, swahili, swahili_clock, swahili_minutes
from .rule import DIGITS, Match, Rule
from .tongue import GROUPED_COMMA, Tongue, digit_by_digit, rules

# Nouns as news counts them, by the concord of their class; people of any class agree as "wa".
_MANY = {
    "wa": "watu watoto wanawake wanaume wanafunzi walimu askari polisi wanajeshi raia abiria wagonjwa wakimbizi wafanyakazi"
    " wafungwa wabunge mawaziri maafisa wachezaji washukiwa waandishi wagombea wakulima waathirika vijana mateka majeruhi",
    "mi": "miaka miezi miji mikoa miradi mikutano miili mitaa michezo",
    "ma": "mabao magari majimbo mataifa maeneo majeshi magoli maswali",
    "vi": "vijiji vyama vituo visa vifo vyuo viti vikao vikosi vitabu",
}
_ONE = {  # with one alone: "mwaka 2026" is a year, not many years
    "wa": "mtu mtoto mwanamke mwanamume mwanafunzi mwalimu mwanajeshi mgonjwa mkimbizi mfanyakazi mbunge waziri afisa",
    "mi": "mwaka mwezi mji mkoa mradi mkutano mwili mtaa mchezo",
    "vi": "kijiji chama kituo kisa kifo chuo kiti kikao kikosi kitabu",
}
_CONCORD = {noun: concord for table in (_MANY, _ONE) for concord, nouns in table.items() for noun in nouns.split()}
_COUNTED = "|".join(noun for nouns in _MANY.values() for noun in nouns.split())
_SINGLE = "|".join(noun for nouns in _ONE.values() for noun in nouns.split())
_BETWEEN = r"(?: (?:wengine|mingine|mengine|vingine|wapatao|takriban|karibu|zaidi ya))?"
_WHOLE = r"(?![\w%:/-]|[.,]\d| ?[-–] ?\d| ?(?:%|milioni|bilioni|elfu))"  # and no more of the figure
_SCALES = {
    **dict.fromkeys(("milioni", "million", "m"), "milioni"),
    **dict.fromkeys(("bilioni", "billion", "bn"), "bilioni"),
    **dict.fromkeys(("trilioni", "trillion", "tn"), "trilioni"),
    "elfu": "elfu",
}


def _said(whole: str, decimals: str) -> str:
    words = digit_by_digit(whole, swahili) if len(whole) > 1 and whole[0] == "0" else swahili(int(whole))
    return f"{words} nukta {digit_by_digit(decimals, swahili)}" if decimals else words


def _amount(number: str, scale: str, name: str) -> str:
    """1.5, bilioni, shilingi za Kenya -> shilingi bilioni moja na nusu za Kenya."""
    head, of, whose = name.partition(" za ")
    half = scale and number.endswith(".5")
    words = f"{TONGUE.words(number[:-2])} na nusu" if half else TONGUE.words(number)
    return f"{head} {scale} {words}{of}{whose}"


def _percent(words: str) -> str:
    return f"asilimia {words}"


def _date(day: int, month: int, year: int) -> str:
    return f"tarehe {'mosi' if day == 1 else swahili(day)} {MONTHS['sw'][month - 1]} mwaka {swahili(year)}"


def _counted(match: Match) -> str:
    words = swahili(int(match["number"].replace(",", "")), _CONCORD[match["noun"].lower()])
    return f"{match['noun']}{match['between'] or ''} {words}"


def _by_its_clock(match: Match) -> str | None:
    """ "saa 2:30 usiku" is by the Swahili clock as it stands."""
    hour, minute = int(match["hour"]), int(match["minute"])
    return f" {swahili(hour)} {swahili_minutes(minute)} " if hour <= 24 and minute < 60 else None


def _by_the_other(match: Match) -> str | None:
    """14:30, 08:00 and 8:00 AM are by the clock of the others, which Swahili counts from six."""
    hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").lower()[:1]
    if hour > 23 or minute > 59:
        return None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not half and hour < 13 and match["hour"][0] != "0":
        return f" {swahili(hour)} {swahili_minutes(minute)} "  # nobody knows by which
    return f" {swahili_clock(hour, minute)} "


TONGUE: Tongue = Tongue(
    number=GROUPED_COMMA,
    count=swahili,
    said=_said,
    minus="kasoro",
    to="hadi",
    score="kwa",
    percent=_percent,
    date=_date,
    scales=_SCALES,
    money={
        **dict.fromkeys(("Sh", "Sh.", "Shs"), "shilingi"),
        **dict.fromkeys(("KSh", "Ksh", "KES"), "shilingi za Kenya"),
        **dict.fromkeys(("TSh", "Tsh", "TZS"), "shilingi za Tanzania"),
        **dict.fromkeys(("USh", "Ush", "UGX"), "shilingi za Uganda"),
        **dict.fromkeys(("$", "US$", "USD"), "dola"),
        **dict.fromkeys(("FCFA", "F CFA", "CFA", "XOF", "XAF"), "faranga za CFA"),
        **dict.fromkeys(("GH₵", "GH¢", "GHS"), "cedi"),
        **{"₦": "naira", "NGN": "naira", "£": "pauni", "GBP": "pauni", "€": "yuro", "EUR": "yuro"},
    },
    amount=_amount,
    units={"km": "kilomita", "kg": "kilo", "m": "mita", "°C": "nyuzi"},
    measure=lambda number, unit: f"{unit} {TONGUE.words(number)}",
    signs={
        **{"%": "asilimia", "&": "na", "+": "jumlisha", "=": "sawa na", "€": "yuro", "$": "dola", "£": "pauni"},
        **{"°": "nyuzi", "₦": "naira"},
    },
)
RULES: tuple[Rule, ...] = (
    Rule("share", re.compile(r"(?i)(?<!\w)asilimia (?=\d{1,15}(?:\.\d{1,6})?(?: ?[-–] ?\d{1,15}(?:\.\d{1,6})?)? ?%)"), lambda _: "", "%"),
    Rule("time", re.compile(r"(?i)(?<=saa )(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?![\w:])"), _by_its_clock, DIGITS),
    Rule("time", re.compile(r"(?<![\w.,:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\w:])(?: ?(?P<half>[AaPp]\.?[Mm]\.?)(?!\w))?"), _by_the_other, DIGITS),
    Rule("first, second", re.compile(r"(?<!\w)(?P<of>wa|ya|la|cha|za|vya) (?P<place>[12])(?![\w:/%-]|[.,]\d| (?:milioni|bilioni|elfu))"),
         lambda match: f"{match['of']} {'kwanza' if match['place'] == '1' else 'pili'}", DIGITS),
    Rule("counted", re.compile(rf"(?i)(?<!\w)(?P<noun>{_COUNTED})(?P<between>{_BETWEEN}) (?P<number>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,12}}){_WHOLE}"), _counted, DIGITS),
    Rule("counted", re.compile(rf"(?i)(?<!\w)(?P<noun>{_SINGLE})(?P<between>) (?P<number>1){_WHOLE}"), _counted, DIGITS),
    *rules(TONGUE),
)  # fmt: skip
