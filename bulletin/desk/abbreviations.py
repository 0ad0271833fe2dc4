"""Short forms in full: "Gov. Obi" is "Governor Obi", "on Sept. 9" is "on September 9"; letters after a name go."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .patterns import regex
from .words import spaced

# Only Mr, Mrs, Ms and Dr stay; "St" may be a saint or a street and stays too.
TITLES = {
    "Lt Gov": "Lieutenant Governor",
    "Lt Gen": "Lieutenant General", "Lt Col": "Lieutenant Colonel",
    "Maj Gen": "Major General", "Brig Gen": "Brigadier General", "Atty Gen": "Attorney General",
    "Gov": "Governor", "Sen": "Senator", "Rep": "Representative", "Gen": "General", "Col": "Colonel", "Maj": "Major",
    "Capt": "Captain", "Cpt": "Captain", "Sgt": "Sergeant", "Cpl": "Corporal", "Cmdr": "Commander", "Lt": "Lieutenant",
    "Prof": "Professor", "Engr": "Engineer", "Barr": "Barrister", "Hon": "Honourable", "Rev": "Reverend", "Fr": "Father",
    "Amb": "Ambassador", "Alh": "Alhaji", "Supt": "Superintendent", "Insp": "Inspector", "Pres": "President",
    "Asst": "Assistant", "Adm": "Admiral", "Brig": "Brigadier",
}  # fmt: skip
MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August",
    "Sept": "September", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
STATES = {  # as the AP stylebook wrote them after a town
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado", "Conn": "Connecticut",
    "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi",
    "Mo": "Missouri", "Mont": "Montana", "Neb": "Nebraska", "Nev": "Nevada", "N.H": "New Hampshire", "N.J": "New Jersey",
    "N.M": "New Mexico", "N.Y": "New York", "N.C": "North Carolina", "N.D": "North Dakota", "Okla": "Oklahoma", "Ore": "Oregon",
    "Pa": "Pennsylvania", "R.I": "Rhode Island", "S.C": "South Carolina", "S.D": "South Dakota", "Tenn": "Tennessee",
    "Tex": "Texas", "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "W.Va": "West Virginia", "Wis": "Wisconsin",
    "Wyo": "Wyoming",
}  # fmt: skip
WORDS = {"Govt": "Government", "govt": "government", "Gov't": "Government", "gov't": "government", "Dept": "Department",
         "dept": "department", "vs": "versus"}  # fmt: skip
HONOURS = (
    "KCMG CMG GCMG KCVO CVO MVO GBE KBE DBE CBE OBE MBE GCFR GCON CFR CON OFR OON MFR MON SAN mni FNSE FCA FCIB FNIM PhD Ph.D LLB"
    " LLM MBA BSc MSc QC KC SC FRCS FRS JP DSO OV EGH MGH EBS CBS MP MPP MPA MLA MNA MHA MEP MSP TD".split()
)

_TITLE = regex(
    r"\b(?P<short>(?:(?:Lt|Maj|Brig|Atty)\.? )?[A-Z][a-z]{1,4})(?P<dot>\.?) (?=[A-Z][a-z'-]*[a-z]{2}|[A-Z]\. ?[A-Z])"
)
_MONTH_NAMES = "|".join(MONTHS)
_MONTH = regex(
    rf"\b(?P<month>{_MONTH_NAMES})\b(?P<dot>\.?)(?=,? \d)|(?<=\d )(?P<month2>{_MONTH_NAMES})\b(?P<dot2>\.?)(?=[ ,]|$)"
    rf"|(?<= )(?P<month3>{_MONTH_NAMES})\.(?= [a-z])"
)
_STATE = regex(r", (?<=[a-z], )(?P<state>[A-Z][a-z]{1,4}|[NRSW]\.[A-Z][a-z]?)\.(?=[, ]|$)")
_WORD = regex(r"(?<![\w.])(?P<word>" + "|".join(map(re.escape, WORDS)) + r")\b(?P<dot>\.(?= [a-z]))?(?![\w'])")
_AFTER_NAME = regex(
    r"(?<=[a-z])(?P<all>(?:, [A-Za-z][A-Za-z.]{1,5}\b\.?){1,6})(?=,|\.$| (?:said|says|told|has|was|is)\b)(?P<comma>,(?= ))?"
)
_BARE_HONOUR = regex(
    r"(?<=[A-Z][a-z])(?P<rest>[a-z'-]{0,20} [A-Z][a-z'-]{1,20}) (?:(?:[KCGDOM][BC]?E|KCMG|CMG|GCFR|GCON|CFR|OFR|OON|MFR|SAN|mni)\b ?)+(?=[a-z,.]|$)"
)


def _as_met(words: Iterable[str]) -> frozenset[str]:
    """The words as they may stand between two spaces: a sentence without any of them need not be searched."""
    return frozenset(
        f"{before}{word}{after}" for word in words for before in ("", '"', "(") for after in ("", ".", ",", ".,", ")")
    )


_SHORT = _as_met((*(word.partition(" ")[0].rstrip(".") for word in TITLES), *MONTHS, *WORDS, "&"))
_HONOURED = _as_met(HONOURS)
_LETTERS = frozenset(honour.rstrip(".") for honour in HONOURS)


def unabbreviated(text: str) -> str:
    """Titles before a name, months beside a figure, states after a town, "govt" and "&" in full."""
    if "." in text[:-1] and ", " in text:
        text = _STATE.sub(_state, text)
    if _SHORT.isdisjoint(spaced(text)):
        return text
    text = _WORD.sub(lambda match: WORDS[match["word"]], _MONTH.sub(_month, _TITLE.sub(_title, text)))
    return text.replace(" & ", " and ") if " & " in text else text


def _state(match: re.Match[str]) -> str:
    last = "." if match.end() == len(match.string) else ""
    return f", {STATES[match['state']]}{last}" if match["state"] in STATES else match[0]


def _title(match: re.Match[str]) -> str:
    short, after = match["short"].replace(".", ""), match.string[match.end() : match.end() + 12]
    if short not in TITLES:
        return match[0]
    if not match["dot"] and (short in {"Fr", "Pres", "Rep", "Insp"} or after.startswith(("Alpha", "Beta"))):
        return match[0]
    return f"{TITLES[short]} "


def _month(match: re.Match[str]) -> str:
    month = match["month"] or match["month2"] or match["month3"]
    last = match["month2"] and match["dot2"] and match.end() == len(match.string)
    return f"{MONTHS[month]}{'.' if last else ''}"


def without_honours(text: str) -> str:
    """ "Ada Obi, OFR, said" is "Ada Obi said"; "Labour MP Ada Obi" stays."""
    if _HONOURED.isdisjoint(spaced(text)):
        return text
    return _BARE_HONOUR.sub(_bare, _AFTER_NAME.sub(_after_name, text))


def _after_name(match: re.Match[str]) -> str:
    letters = {part.strip().rstrip(".") for part in match["all"].split(",")} - {""}
    return "" if letters <= _LETTERS else match[0]


def _bare(match: re.Match[str]) -> str:
    goes_on = match.string[match.end() : match.end() + 1].isalpha()
    return f"{match['rest']}{' ' if goes_on else ''}"
