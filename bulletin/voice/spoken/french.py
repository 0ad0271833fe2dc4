"""How French has its figures and short forms said: "trois virgule cinq pour cent", "quatorze heures trente".

Numbers by num2words (LGPL); hours and the spaces in them after the Office québécois de la langue française; "un
million d'euros", "vingt et une personnes" as French grammar wants them, the feminine for the nouns in the list.
"""

from __future__ import annotations

import re

from ...tongues import MONTHS, french, french_clock, french_ordinal
from .rule import CAPITALS, DIGITS, Match, Rule
from .tongue import GROUPED_SPACE, Tongue, rules

_FEMININE = (
    "personne femme fille victime voix heure minute seconde année tonne école maison famille région ville semaine"
    " journée livre voiture équipe place fois commune province entreprise plainte attaque arrestation condamnation"
    " explosion balle roquette moto victoire défaite médaille cause raison circonscription localité nuit cible"
).split()
_ROMAN = {
    word: number
    for number, word in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII".split(), 1
    )
}
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_TITLES = {
    **{"M.": "monsieur", "MM.": "messieurs", "Mme": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle"},
    **{"Dr": "docteur", "Pr": "professeur", "Me": "maître", "Mgr": "monseigneur"},
}


def _said(whole: str, decimals: str) -> str:
    """12,05 -> douze virgule zéro cinq; 3,75 -> trois virgule soixante-quinze; three and more one by one."""
    if len(whole) > 1 and whole[0] == "0":
        words = " ".join(french(int(digit)) for digit in whole)
    else:
        words = french(int(whole))
    if not decimals:
        return words
    if len(decimals) > 2 or decimals[0] == "0":
        return f"{words} virgule {' '.join(french(int(digit)) for digit in decimals)}"
    return f"{words} virgule {french(int(decimals))}"


def _amount(number: str, scale: str, name: str) -> str:
    """3, million, euros -> trois millions d'euros; 1, "", livres -> une livre."""
    value = float(re.sub(r"[^\d,]", "", number).replace(",", "."))
    if not scale or scale == "mille":
        one = value < 2
        feminine = name.startswith("livre")
        words = french(int(value), feminine) if value.is_integer() and not scale else TONGUE.words(number)
        return f"{words} {scale} {_singular(name) if one and not scale else name}"
    scaled = f"{TONGUE.words(number)} {scale if value < 2 else scale + 's'}"
    return f"{scaled} {'d’' if name[0] in 'aeiouyéè' else 'de '}{name}".replace("’", "'") if name else scaled


def _measure(number: str, unit: str) -> str:
    value = float(re.sub(r"[^\d,]", "", number).replace(",", "."))
    words = french(int(value), unit == "tonnes") if value.is_integer() else TONGUE.words(number)
    return f"{words} {_singular(unit) if value < 2 else unit}"


def _singular(name: str) -> str:
    return " ".join(word.removesuffix("s") for word in name.split())


def _date(day: int, month: int, year: int) -> str:
    return f"{'premier' if day == 1 else french(day)} {MONTHS['fr'][month - 1]} {french(year)}"


def _clock(match: Match) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    if hour in {0, 12} and match["minute"] is None:  # "12 h" may well be how long it took
        return f" {french(hour)} heures "
    return f" {french_clock(hour, minute)} "


def _rank(match: Match) -> str:
    return f" {french_ordinal(int(match['number']), feminine=match['end'] in {'re', 'ère'})} "


def _feminine(match: Match) -> str:
    return f"{french(int(re.sub(r'[^0-9]', '', match['number'])), feminine=True)} "


TONGUE: Tongue = Tongue(
    number=GROUPED_SPACE,
    count=french,
    said=_said,
    minus="moins",
    to="à",
    score="à",
    percent=lambda words: f"{words} pour cent",
    date=_date,
    scales={
        **dict.fromkeys(("million", "millions", "M"), "million"),
        **dict.fromkeys(("milliard", "milliards", "Md", "Mds"), "milliard"),
        "k": "mille",
    },
    money={
        **dict.fromkeys(("€", "EUR"), "euros"),
        **dict.fromkeys(("$", "US$", "USD"), "dollars"),
        **dict.fromkeys(("FCFA", "F CFA", "CFA", "XOF", "XAF"), "francs CFA"),
        **dict.fromkeys(("₦", "NGN"), "nairas"),
        **dict.fromkeys(("£", "GBP"), "livres"),
        **dict.fromkeys(("GH₵", "GH¢", "GHS"), "cédis"),
        **dict.fromkeys(("KSh", "KES"), "shillings kényans"),
    },
    amount=_amount,
    units={
        **{"km/h": "kilomètres à l'heure", "km": "kilomètres", "m": "mètres", "cm": "centimètres", "mm": "millimètres"},
        **{"kg": "kilos", "t": "tonnes", "ha": "hectares", "°C": "degrés", "°": "degrés"},
    },
    measure=_measure,
    signs={
        **{"%": "pour cent", "&": "et", "+": "plus", "=": "égale", "€": "euros", "$": "dollars", "£": "livres"},
        **{"°": "degrés", "@": "arobase", "/": "sur", "₦": "nairas"},
    },
)
RULES: tuple[Rule, ...] = (
    Rule("title", re.compile(r"(?<!\w)(?P<title>MM?\.|Mmes?|Mlle|Dr|Pr|Mgr|Me)(?= [A-ZÀ-Ý])"), lambda match: _TITLES[match["title"]], CAPITALS),
    Rule("number of", re.compile(r"(?<!\w)[nN]°s? ?(?=\d)"), lambda _: "numéro ", "°"),
    Rule("et cetera", re.compile(r"(?<!\w)etc\."), lambda _: "et cetera", "."),
    Rule("time", re.compile(r"(?<![\w.,:])(?P<hour>\d{1,2}) ?[hH](?: ?(?P<minute>[0-5]\d)(?!\d))?(?![^\W_])"), _clock, DIGITS),
    Rule("time", re.compile(r"(?<![\w.,:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?![\w:])"), _clock, DIGITS),
    Rule("rank", re.compile(r"(?<![\w.,])(?P<number>\d{1,6})(?P<end>er|re|ère|nd|nde|e|ème|ième)s?(?![^\W_])"), _rank, DIGITS),
    Rule("rank", re.compile(rf"(?<!\w)(?P<roman>{_ROMANS})(?P<end>er|re|e|ème)(?!\w)"),
         lambda match: french_ordinal(_ROMAN[match["roman"]], match["end"] == "re"), CAPITALS),
    Rule("regnal", re.compile(rf"(?<=[a-zà-ÿ]) (?P<roman>(?:{_ROMANS}))(?![\w'-]|\.\w)"),
         lambda match: f" {french(_ROMAN[match['roman']])}" if len(match["roman"]) > 1 else None, CAPITALS),
    Rule("feminine", re.compile(rf"(?<![\w.,:/$€£-])(?P<number>\d{{1,3}}(?: \d{{3}}){{1,3}}|\d{{1,9}}) (?=(?:{'|'.join(_FEMININE)})s?(?!\w))"), _feminine, DIGITS),
    *rules(TONGUE),
)  # fmt: skip
