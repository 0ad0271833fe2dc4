"""Stories that an editor wants to see before they are aired, and what is never said in them.

After the IPSO Editors' Code (clauses 5, 6, 7, 9 and 11) and the WHO's guide for media on suicide: no method of a
suicide, no name of a minor in a case of crime or sex, an accusation stays an accusation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin.model import Line

_KINDS = {
    "suicide": re.compile(r"(?i)\b(?:suicides?|suicidal|(?:killed|hanged|shot) (?:him|her)self|took (?:his|her) own life|self-harm\w*)\b"),
    "sexual violence": re.compile(
        r"(?i)\b(?:rap(?:e|ed|es|ist|ists|ing)|gang-?raped?|sexual(?:ly)? (?:assault\w*|abus\w*|harass\w*|violence|exploit\w*)|molest\w*|incest|paedophil\w*|pedophil\w*|defil(?:ed|ement))\b"
    ),
    "a minor": re.compile(
        r"(?i)\b(?:(?:[1-9]|1[0-7])-?\s?years?-?\s?old (?:\w+ )?(?:boy|girl|child|pupil|student|son|daughter)|(?:schoolgirls?|schoolboys?|toddlers?|minors?|infants?|underage|teenage (?:boy|girl))"
        r"|aged? (?:[1-9]|1[0-7])\b)"
    ),
    "death": re.compile(r"(?i)\b(?:dead|died|dies|deaths?|kill(?:ed|s|ing|ings)|murder\w*|fatal(?:ly)?|corpses?|bodies|manslaughter|massacre\w*|lynch\w*)\b"),
    "an accusation that is not proven": re.compile(
        r"(?i)\b(?:alleg(?:ed|edly|es|e|ations?)|accus(?:ed|es|ations?)|suspect(?:s|ed)?|charged with|arrested|on trial|denies (?:the )?(?:charge|allegation)s?|pleaded not guilty)\b"
    ),
}  # fmt: skip
# Quick: one of these is in every text that the patterns above can match.
_STEMS = {
    "suicide": ("suicid", "self", "own life"),
    "sexual violence": ("rap", "sexual", "molest", "incest", "paedo", "pedo", "defil"),
    "a minor": ("year", "school", "toddler", "minor", "infant", "underage", "teenage", "age"),
    "death": ("dead", "die", "death", "kill", "murder", "fatal", "corpse", "bodies", "slaughter", "massacre", "lynch"),
    "an accusation that is not proven": ("alleg", "accus", "suspect", "charge", "arrest", "trial", "guilty"),
}
_AGED = re.compile(r", (?:who is |aged )?\d{1,2}[,. ]|\d-year-old")
_ANY = re.compile(r"(?i)suicid|(?:him|her)self|own life|self-harm")
_METHOD = re.compile(
    r"(?i)\b(?:hang(?:ed|ing)?|overdos\w*|slit\w*|jump(?:ed|ing) (?:off|from|in)|poison\w*|pesticide|noose|ceiling fan|(?:consum|swallow|drink)\w* \w+|wrists?|suicide note|shot (?:him|her)self|set (?:him|her)self)\b"
)
_BY_METHOD = re.compile(
    r"(?i),? by (?:\w+ )?(?:hanging|jumping|shooting|consuming|swallowing|drinking|taking|setting|slitting|stabbing)\b[^,.\"]{0,80}"
)
_TOLD = re.compile(
    r"(?i)\b(?:rap(?:e|ed)|molest\w*|sexual\w*|abus\w*|defil\w*|kidnap\w*|abduct\w*|arrested|charged|convicted|assault\w*)\b"
)
_CHILD = re.compile(
    r"\b(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}), (?:who is |aged )?(?:[1-9]|1[0-7])(?=[,. ](?! ?(?:million|per|km|years? in)))"
    r"|\b(?:[1-9]|1[0-7])-year-old (?:[a-z]+ )?(?P<name2>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)


def _suicide(text: str) -> bool:
    return ("elf" in text or "uicid" in text or "life" in text) and bool(_ANY.search(text))


def without_method(text: str) -> str:
    """How somebody took his own life is not said."""
    if not _suicide(text):
        return text
    return _BY_METHOD.sub("", text)


def minors_in(texts: Sequence[str]) -> frozenset[str]:
    """The last names of minors that an article of crime or sex names."""
    if not any(_AGED.search(text) for text in texts) or not any(_TOLD.search(text) for text in texts):
        return frozenset()
    found = {match["name"] or match["name2"] for text in texts for match in _CHILD.finditer(text)}
    return frozenset(name.rpartition(" ")[2].removesuffix("'s") for name in found)


def delicate(text: str, minors: frozenset[str] = frozenset()) -> str:
    """Why a sentence is not said at all where people must be protected, or ""."""
    if _suicide(text) and _METHOD.search(without_method(text)):
        return "tells how somebody took his own life"
    if minors and not minors.isdisjoint(text.replace("'s", "").replace(",", "").rstrip(".").split()):
        return "names a minor in a story of crime or sex"
    return ""


def sensitive(lines: Sequence[Line], texts: Sequence[str]) -> tuple[str, ...]:
    """A warning for the editor where the copy, or the article's first sentences, touch on one of the five kinds."""
    words = " ".join((*(line.text for line in lines), *texts[:4]))
    low = words.lower()
    kinds = [
        kind for kind, pattern in _KINDS.items() if any(stem in low for stem in _STEMS[kind]) and pattern.search(words)
    ]
    if not kinds:
        return ()
    return (f"a sensitive story ({', '.join(kinds)}): read it before it is aired, and put no light sting beside it",)
