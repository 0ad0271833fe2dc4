"""What two rooms know of a language: its numbers in words, its clock, its months and its days.

French is counted by num2words.  Hausa and Swahili, which it lacks, by the tables below; no native speaker has read
them (docs/languages.md).  Sources: Hausa: P. Newman's entry in the numeral systems of the Max Planck Institute
(lingweb.eva.mpg.de/channumerals/Hausa.htm), omniglot.com/language/numbers/hausa.htm, and years as they are written
out at amsoshi.com; Swahili: CLDR's spell-out rules (common/rbnf/sw.xml), "Swahili Made Easy", lesson 11
(muse.jhu.edu), kamusi.org/content/dates, and for the concords makalima.online.fr/E_Chap22.htm.  Months and days are
CLDR's, but Juma'a, which is how Hausa papers write it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

MOST = 10**15 - 1  # the largest number that has words here

MONTHS: Mapping[str, tuple[str, ...]] = {
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "ha": tuple("Janairu Faburairu Maris Afirilu Mayu Yuni Yuli Agusta Satumba Oktoba Nuwamba Disamba".split()),
    "sw": tuple("Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba".split()),
}
DAYS: Mapping[str, tuple[str, ...]] = {  # from Monday
    "fr": tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    "ha": tuple("Litinin Talata Laraba Alhamis Juma'a Asabar Lahadi".split()),
    "sw": tuple("Jumatatu Jumanne Jumatano Alhamisi Ijumaa Jumamosi Jumapili".split()),
}


def base(language: str) -> str:
    """A language without its region: "fr-CI" -> "fr", "" -> "en"."""
    return re.split("[-_]", language.strip().lower())[0] or "en"


# ---------------------------------------------------------------- French


@lru_cache(maxsize=2048)
def french(number: int, feminine: bool = False) -> str:
    """2026 -> deux mille vingt-six; before a feminine noun 21 -> vingt et une."""
    from num2words import num2words

    words = str(num2words(number, lang="fr"))
    return f"{words}e" if feminine and number % 10 == 1 and words.endswith("un") else words


@lru_cache(maxsize=256)
def french_ordinal(number: int, feminine: bool = False) -> str:
    """1 -> premier or première, 21 -> vingt et unième.  num2words has "deux centsième", which is put right here."""
    if number == 1:
        return "première" if feminine else "premier"
    from num2words import num2words

    return re.sub(r"(?<=vingt|.cent|llion|liard)sième$", "ième", str(num2words(number, lang="fr", to="ordinal")))


# ---------------------------------------------------------------- Hausa

_HA_ONES = ("sifiri", "ɗaya", "biyu", "uku", "huɗu", "biyar", "shida", "bakwai", "takwas", "tara")
_HA_TENS = ("", "goma", "ashirin", "talatin", "arba'in", "hamsin", "sittin", "saba'in", "tamanin", "casa'in")
_HA_SIZES = ((10**12, "tiriliyan"), (10**9, "biliyan"), (10**6, "miliyan"), (1000, "dubu"), (100, "ɗari"))


@lru_cache(maxsize=2048)
def hausa(number: int) -> str:
    """115 -> ɗari da goma sha biyar, 1978 -> dubu ɗaya da ɗari tara da saba'in da takwas.

    What is counted comes before its number, and "da" joins the parts.  Where the rest could be heard as a part of the
    thousands, a comma lets the voice stop there: 20,005 is "dubu ashirin, da biyar", 25,000 "dubu ashirin da biyar".
    """
    for size, name in _HA_SIZES:
        if number >= size:
            times, rest = divmod(number, size)
            alone = times == 1 and (size == 100 or (size == 1000 and not rest))
            head = name if alone else f"{name} {hausa(times)}"
            return head + (f"{_stop(times, rest)} da {hausa(rest)}" if rest else "")
    tens, ones = divmod(number, 10)
    if not tens:
        return _HA_ONES[ones]
    return _HA_TENS[tens] + (f" {'sha' if tens == 1 else 'da'} {_HA_ONES[ones]}" if ones else "")


# ---------------------------------------------------------------- Swahili

_SW_ONES = ("sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa")
_SW_TENS = ("", "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "sitini", "sabini", "themanini", "tisini")
_SW_SIZES = ((10**12, "trilioni"), (10**9, "bilioni"), (10**6, "milioni"), (1000, "elfu"), (100, "mia"))
_CONCORDS = {  # the ones that agree with what is counted, by the prefix of its class in the plural: 1 2 3 4 5 8
    "wa": ("mmoja", "wawili", "watatu", "wanne", "watano", "wanane"),
    "mi": ("mmoja", "miwili", "mitatu", "minne", "mitano", "minane"),
    "ma": ("moja", "mawili", "matatu", "manne", "matano", "manane"),
    "vi": ("kimoja", "viwili", "vitatu", "vinne", "vitano", "vinane"),
}
_AGREEING = dict(zip((1, 2, 3, 4, 5, 8), range(6), strict=True))


@lru_cache(maxsize=2048)
def swahili(number: int, concord: str = "") -> str:
    """2025 -> elfu mbili na ishirini na tano; of people (the concord "wa") 25 -> ishirini na watano.

    Without a concord the words are those of counting, and of nouns such as saa, dola and shilingi.  Commas stand as in
    CLDR's rules, but not behind one to nine thousand: 20,005 is "elfu ishirini, na tano", so not heard as 25,000.
    """
    for size, name in _SW_SIZES:
        if number >= size:
            times, rest = divmod(number, size)
            if not rest:
                return f"{name} {swahili(times)}"
            join = f"{_stop(times, rest)} na " if rest < 100 else ", " if times > 9 else " "
            return f"{name} {swahili(times)}{join}{swahili(rest, concord)}"
    tens, ones = divmod(number, 10)
    one = _CONCORDS[concord][_AGREEING[ones]] if concord and ones in _AGREEING else _SW_ONES[ones]
    if not tens:
        return one
    return _SW_TENS[tens] + (f" na {one}" if ones else "")


def _stop(times: int, rest: int) -> str:
    """A comma where `rest` could be heard as the last digits of `times`: behind 20 come 1 to 9, behind 100 1 to 99."""
    place = 1
    while times % (place * 10) == 0:
        place *= 10
    return "," if 0 < rest < place else ""


# ---------------------------------------------------------------- clocks


def french_clock(hour: int, minute: int) -> str:
    """14:30 -> quatorze heures trente; midi, minuit quatre.  By the clock of 24 hours nobody says "et quart".

    Office québécois de la langue française, "Écriture des heures" (vitrinelinguistique.oqlf.gouv.qc.ca/21516).
    """
    hours = f"{french(hour, feminine=True)} heure{'s' if hour > 1 else ''}"
    hours = {0: "minuit", 12: "midi"}.get(hour, hours)
    return f"{hours} {french(minute, feminine=True)}" if minute else hours


def hausa_minutes(minute: int) -> str:
    """What follows "ƙarfe biyu": "", "da kwata", "da rabi", "da minti goma"."""
    return {0: "", 15: "da kwata", 30: "da rabi"}.get(minute, f"da minti {hausa(minute)}")


def swahili_minutes(minute: int) -> str:
    """What follows "saa mbili": "", "na robo", "na nusu", "na dakika kumi"."""
    return {0: "", 15: "na robo", 30: "na nusu"}.get(minute, f"na dakika {swahili(minute)}")


def swahili_part(hour: int) -> str:
    """The part of the day, by the clock of 24 hours: CLDR's day periods, but six in the morning is asubuhi."""
    parts = ((4, "usiku"), (6, "alfajiri"), (12, "asubuhi"), (16, "mchana"), (19, "jioni"), (24, "usiku"))
    return next(part for end, part in parts if hour < end)


def swahili_clock(hour: int, minute: int) -> str:
    """14:30 -> saa nane na nusu mchana: hours are counted from six.  From 31 on minutes are taken off the next hour."""
    if minute <= 30:
        minutes = swahili_minutes(minute)
    else:
        hour = (hour + 1) % 24
        minutes = "kasorobo" if minute == 45 else f"kasoro dakika {swahili(60 - minute)}"
    return " ".join(f"saa {swahili((hour + 6) % 12 or 12)} {minutes} {swahili_part(hour)}".split())
