"""Titles, offices and other abbreviations: Gov., Rt. Hon., Engr., Ltd., No. 42, vs., St. Mary's on Broad St."""

from __future__ import annotations

import re

from .rule import CAPITALS, DIGITS, STARTERS, Match, Rule, full_stop, word_before

# Before a name.  With a full stop, or without one where a capital follows.
TITLES = {
    "Rt. Hon.": "Right Honourable", "Rt Hon": "Right Honourable", "Hon.": "Honourable", "Hon": "Honourable", "Gov.": "Governor",
    "Govs.": "Governors", "Gov": "Governor", "Sen.": "Senator", "Sens.": "Senators", "Sen": "Senator", "Rep.": "Representative",
    "Reps.": "Representatives", "Pres.": "President", "Prof.": "Professor", "Prof": "Professor", "Profs.": "Professors", "Dr.": "Doctor",
    "Dr": "Doctor", "Drs.": "Doctors", "Mr.": "Mister", "Mr": "Mister", "Mrs.": "Missus", "Mrs": "Missus", "Ms.": "Ms",
    "Messrs.": "Messrs", "Rev.": "Reverend", "Rev": "Reverend", "Revd.": "Reverend", "Fr.": "Father", "Bro.": "Brother", "Pst.": "Pastor",
    "Ven.": "Venerable", "Engr.": "Engineer", "Engr": "Engineer", "Alh.": "Alhaji", "Alh": "Alhaji", "Haj.": "Hajia", "Barr.": "Barrister",
    "Barr": "Barrister", "Arc.": "Architect", "Surv.": "Surveyor", "Amb.": "Ambassador", "Amb": "Ambassador", "Atty.": "Attorney",
    "Lt-Gen.": "Lieutenant General", "Maj-Gen.": "Major General", "Maj-Gen": "Major General", "Brig-Gen.": "Brigadier General",
    "Brig-Gen": "Brigadier General", "Lt-Col.": "Lieutenant Colonel", "Lt-Col": "Lieutenant Colonel", "Lt. Gen.": "Lieutenant General", "Lt.-Gen.": "Lieutenant General", "Lt Gen": "Lieutenant General", "Lt-Gen": "Lieutenant General",
    "Maj. Gen.": "Major General", "Maj.-Gen.": "Major General", "Maj Gen": "Major General", "Brig. Gen.": "Brigadier General",
    "Brig.-Gen.": "Brigadier General", "Brig Gen": "Brigadier General", "Brig.": "Brigadier", "Lt. Col.": "Lieutenant Colonel",
    "Lt.-Col.": "Lieutenant Colonel", "Lt Col": "Lieutenant Colonel", "Gen.": "General", "Gen": "General", "Col.": "Colonel", "Col": "Colonel",
    "Maj.": "Major", "Maj": "Major", "Capt.": "Captain", "Capt": "Captain", "Lt.": "Lieutenant", "Lt": "Lieutenant", "Sgt.": "Sergeant",
    "Sgt": "Sergeant", "Cpl.": "Corporal", "Pte.": "Private", "Cmdr.": "Commander", "Cdr.": "Commander", "Cmdt.": "Commandant",
    "Adm.": "Admiral", "Insp.": "Inspector", "Supt.": "Superintendent", "Comr.": "Comrade", "Cllr.": "Councillor", "Cllr": "Councillor",
    "Pvt.": "Private", "Det.": "Detective", "Hrh": "His Royal Highness", "Sec.-Gen.": "Secretary General", "Dep.": "Deputy", "Asst.": "Assistant",
    "Mt.": "Mount", "Ft.": "Fort",
}  # fmt: skip
# With their full stop anywhere; at a sentence's end the stop stays.
ENDINGS = {
    "Ltd": "Limited", "Inc": "Incorporated", "Corp": "Corporation", "Bros": "Brothers", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire",
    "etc": "et cetera", "vs": "versus", "Vs": "versus", "approx": "approximately", "Approx": "approximately", "agg": "aggregate", "Utd": "United", "est": "established", "dept": "department",
    "Dept": "Department", "Govt": "Government", "govt": "government", "Assn": "Association", "Assoc": "Association", "Intl": "International",
    "Int'l": "International", "Nat'l": "National", "Gov't": "Government", "gov't": "government", "Univ": "University", "Rd": "Road",
    "Ave": "Avenue", "Blvd": "Boulevard", "Cres": "Crescent", "Hwy": "Highway", "Sq": "Square", "Mfg": "Manufacturing", "Min": "Minister",
    "incl": "including", "excl": "excluding", "max": "maximum", "min": "minimum", "avg": "average", "aka": "also known as", "cont": "continued",
    "Exec": "Executive", "Comm": "Commissioner", "Admin": "Administration", "Tel": "telephone", "tel": "telephone", "Bldg": "Building",
    "Co": "Company", "al": "al", "ca": "about", "viz": "namely", "rtd": "retired", "Rtd": "retired", "retd": "retired", "Eng": "Engineer", "ext": "extension", "Ext": "extension",
    "LGAs": "L-G-A's",
}  # fmt: skip
# Known without a full stop as well
BARE = {
    "Ltd": "Limited", "Govt": "Government", "govt": "government", "Gov't": "Government", "gov't": "government", "Int'l": "International",
    "Nat'l": "National", "Dept": "Department", "vs": "versus", "etc": "et cetera", "approx": "approximately", "Approx": "approximately", "agg": "aggregate", "rtd": "retired", "Rtd": "retired", "retd": "retired", "aet": "after extra time", "hrs": "hours", "mins": "minutes",
    "aka": "also known as", "Plc": "P-L-C", "plc": "P-L-C", "Blvd": "Boulevard", "PhD": "P-H-D", "PhDs": "P-H-D's", "MSc": "M-S-C", "BSc": "B-S-C", "HoR": "House of Representatives",
    "DStv": "D-S-T-V", "AfCFTA": "A-F-C-F-T-A", "AfDB": "A-F-D-B", "mRNA": "M-R-N-A", "GenCos": "Gencos", "DisCos": "Discos", "ICYMI": "in case you missed it",
    "w/o": "without", "c/o": "care of", "a/c": "account", "n/a": "not available", "and/or": "and or", "pH": "P-H", "kWh": "kilowatt hour",
    "MWh": "megawatt hour", "MHz": "megahertz", "GHz": "gigahertz", "Mbps": "megabits a second", "km/h": "kilometres an hour", "kph": "kilometres an hour", "y/y": "year on year", "YoY": "year on year", "yoy": "year on year", "m/m": "month on month", "MoM": "month on month", "q/q": "quarter on quarter", "QoQ": "quarter on quarter", "Utd": "United", "N/A": "not available", "WWII": "World War two", "WW2": "World War two", "WWI": "World War one", "WW1": "World War one", "bpd": "barrels a day",
    "sq km": "square kilometres", "sq m": "square metres", "sq ft": "square feet", "mph": "miles an hour",
}  # fmt: skip
# Before a number
NUMBERED = {
    "No": "number", "Nos": "numbers", "no": "number", "nos": "numbers", "Vol": "volume", "Art": "article", "Arts": "articles", "Sec": "section",
    "Sect": "section", "Ch": "chapter", "Fig": "figure", "Res": "resolution", "Para": "paragraph", "para": "paragraph", "pp": "pages", "p": "page", "Pg": "page",
    "pg": "page", "Reg": "regulation", "Ex": "example", "c": "circa", "Cap": "chapter", "S": "section", "ss": "sections", "Ss": "sections",
}  # fmt: skip
LATIN = {
    "i.e": "that is",
    "e.g": "for example",
    "a.k.a": "also known as",
    "v": "versus",
    "ie": "that is",
    "eg": "for example",
    "p.a": "a year",
    "a.e.t": "after extra time",
    "P.O": "P-O",
    "w.e.f": "with effect from",
}
SAINTS = frozenset(
    "Agnes Albans Andrew Andrews Anne Anthony Augustine Barnabas Bernard Catherine Charles Christopher Claire David Denis"
    " Dominic Elizabeth Etienne Francis Gallen George Gerard Gregory Helena Helens Ignatius James Joan John Johns Johnstone"
    " Joseph Jude Kitts Kizito Lawrence Leonard Leonards Louis Lucia Luke Margaret Mark Martin Mary Matthew Maarten Michael"
    " Mirren Moritz Monica Nicholas Pancras Patrick Paul Pauli Peter Peters Petersburg Philip Pierre Pius Raphael Rita Saviour"
    " Sebastian Stephen Teresa Theresa Thomas Tropez Valentine Vincent".split()
)


def _title(match: Match) -> str:
    return TITLES.get(match[1]) or TITLES[match[1].rstrip(".")]


def _ending(match: Match) -> str:
    return ENDINGS[match[1]] + full_stop(match)


def _bare(match: Match) -> str | None:
    if match[1] == "aka" and match.string[match.end() : match.end() + 1] == "-":
        return None
    return BARE[match[1]]


def _numbered(match: Match) -> str | None:
    word, dot = match[1], match[2]
    if not dot and word not in ("No", "Nos", "Vol", "Art", "Fig", "pp"):
        return None
    if (
        word == "No"
        and not dot
        and match[3]
        and word_before(match)[-1:] in ("",)
        and re.match(r"\d[\d,]* [a-z]", match.string[match.end() : match.end() + 12])
    ):
        return None  # "No 5 people may meet"
    return f"{NUMBERED[word]} "


def _latin(match: Match) -> str:
    return f"{LATIN[match[1].lower()]}"


def _degree(match: Match) -> str:
    return "-".join(match[1].replace(".", "").upper()) + full_stop(match)


def _versus(match: Match) -> str:
    return f"{match[1]} versus "


def _saint_or_street(match: Match) -> str | None:
    """St. before a saint's name is one; after a street's name it ends an address."""
    before = word_before(match)
    follows = re.match(r" ([A-Z][a-z]+)", match.string[match.end() : match.end() + 40])
    after = follows[1] if follows else ""
    stop = full_stop(match)
    if after and after not in STARTERS and (after in SAINTS or not before[:1].isupper() or before in STARTERS):
        return "Saint"
    if before and (before[0].isupper() or before[0].isdigit()):
        return "Street" + stop
    return None if not match[1] else "Street" + stop


def _words(names: dict[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_DOTTED = {title: full for title, full in TITLES.items() if title.endswith(".")}
_UNDOTTED = {title: full for title, full in TITLES.items() if not title.endswith(".") and title not in ("Gen",)}
RULES = (
    Rule("title", re.compile(rf"(?<![\w.])({_words(_DOTTED)})(?= ?[A-Z\"'(]|\))"), _title, CAPITALS),
    Rule(
        "title",
        re.compile(rf"(?<![\w.-])({_words(_UNDOTTED)}|Gen(?= [A-Z][a-z]))(?= \(?[A-Z][A-Za-z.]|\))(?!\.)"),
        _title,
        CAPITALS,
    ),
    Rule("saint or street", re.compile(r"(?<![\w.])St(\.?)(?![\w'])"), _saint_or_street, CAPITALS),
    Rule("number of", re.compile(rf"(?<![\w.])({_words(NUMBERED)})(\.?)( ?)(?=\d)"), _numbered, DIGITS),
    Rule(
        "abbreviation",
        re.compile(r"(?<![\w.])(i\.e|e\.g|a\.k\.a|p\.a|a\.e\.t|w\.e\.f|I\.e|E\.g|ie(?=[,.] )|eg(?=[,.] ))\.?,?(?!\w)"),
        _latin,
    ),
    Rule(
        "degree", re.compile(r"(?<![\w.])(Ph\.D|[BM]\.Sc|LL\.[BMD]|M\.Phil|B\.Ed|[BM]\.Eng|D\.Litt)\b\.?"), _degree, "."
    ),
    Rule(
        "number of",
        re.compile(
            r"(?<![\w.])((?i:suit|case|file|charge|plate|registration|reg|cac|invoice|appeal|licence|passport)) [Nn]o\.? ?(?=[A-Z]{1,6}[/ -])"
        ),
        lambda match: f"{match[1]} number ",
        CAPITALS,
    ),
    Rule("bill", re.compile(r"(?<![\w.])([SH]B|LN|SI)\. ?(?=\d)"), lambda match: f"{match[1]} ", DIGITS),
    Rule("versus", re.compile(r"(?<![\w.])([A-Z][A-Za-z'-]{1,30}) v\.? (?=[A-Z])"), _versus, CAPITALS),
    Rule("abbreviation", re.compile(rf"(?<![\w.'-])({_words(ENDINGS)})\.(?!\w)"), _ending, "."),
    Rule("abbreviation", re.compile(rf"(?<![\w.'/-])(?<!\d )({_words(BARE)})(?![\w/])"), _bare),
)
