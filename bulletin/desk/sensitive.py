"""Stories that an editor wants to see before they are aired, and what is never said in them.

After the IPSO Editors' Code (clauses 5, 6, 7, 9 and 11) and the WHO's guide for media on suicide: no method of a
suicide, no name of a minor in a case of crime or sex, an accusation stays an accusation.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model import Line

from .findings import DATED
from .patterns import regex
from .words import PLACES, WORD

_KINDS = {  # looked for in small letters
    "suicide": regex(r"\b(?:suicides?|suicidal|(?:killed|hanged|shot) (?:him|her)self|(?:took|takes?|taking|taken) (?:his|her|their) own li(?:fe|ves)|self-harm\w*)\b"),
    "sexual violence": regex(
        r"\b(?:rap(?:e|ed|es|ist|ists|ing)|gang-?raped?|sexual(?:ly)? (?:assault\w*|abus\w*|harass\w*|violence|exploit\w*)|molest\w*|incest|paedophil\w*|pedophil\w*|defil(?:ed|ement))\b"
    ),
    "a minor": regex(
        r"\b(?:(?:[1-9]|1[0-7])-?\s?years?-?\s?old (?:\w+ )?(?:boy|girl|child|pupil|student|son|daughter)|(?:schoolgirls?|schoolboys?|toddlers?|minors?|infants?|underage|teenage (?:boy|girl))"
        r"|aged? (?:[1-9]|1[0-7])\b)"
    ),
    "death": regex(r"\b(?:dead|died|dies?|passed away|deaths?|kill(?:ed|s|ing|ings)|murder\w*|fatal(?:ly)?|corpses?|bodies|manslaughter|massacre\w*|lynch\w*)\b"),
    "an accusation that is not proven": regex(
        r"\b(?:alleg(?:ed|edly|es|e|ations?)|accus(?:ed|es|ations?)|suspect(?:s|ed)?|charged with|arrested|on trial|denies (?:the )?(?:charge|allegation)s?|pleaded not guilty)\b"
    ),
}  # fmt: skip
# Quick: one of these is in every text that the patterns above can match.
_STEMS = {
    "suicide": ("suicid", "self", "own li"),
    "sexual violence": ("rap", "sexual", "molest", "incest", "paedo", "pedo", "defil"),
    "a minor": ("old", "school", "toddler", "minor", "infant", "underage", "teenage", "age ", "aged "),
    "death": (
        "dead",
        "die",
        "passed away",
        "death",
        "kill",
        "murder",
        "fatal",
        "corpse",
        "bodies",
        "slaughter",
        "massacre",
        "lynch",
    ),
    "an accusation that is not proven": ("alleg", "accus", "suspect", "charge", "arrest", "trial", "guilty"),
}
_AGED = regex(r"[,(] ?(?:who is |aged )?\d{1,2}\b")
_YEARS_OLD = regex(r"\d-year-old")
_CHILDREN = ("schoolgirl", "schoolboy", "toddler")
_ANY = regex(
    r"(?i)suicid|(?:him|her)self|own li(?:fe|ves)|self-harm|\bend(?:s|ed|ing)? (?:his |her |their )?li(?:fe|ves)\b|hang(?:s|ed|ing) sel(?:f|ves)"
    r"|found hanging|jump(?:s|ed|ing) to (?:his|her|their|a) death"
)
_ANY_PARTS = ("suicid", "self", "selves", "life", "lives", "hanging", "jump")  # one of them is in all that it matches
_METHOD = regex(
    r"(?i)\b(?:hang(?:ed|ing|s)?|overdos\w*|slit\w*|jump(?:ed|ing|s) (?:off|from|in|to)|poison\w*|pesticide|noose|ceiling fan|(?:consum|swallow|drink)\w* \w+"
    r"|wrists?|suicide note|sho(?:t|ots|oting) (?:him|her)self|set (?:him|her)self|sleeping pills|tablets)\b"
)
_BY_METHOD = regex(
    r"(?i),? by (?:\w+ )?(?:hanging|jumping|shooting|consuming|swallowing|drinking|taking|setting|slitting|stabbing)\b[^,.\"]{0,80}"
)
_TOLD = regex(
    r"(?i)\b(?:rap(?:e|ed|ing)|molest\w*|sexual\w*|abus\w*|defil\w*|kidnap\w*|abduct\w*|arrested|charged|convicted|assault\w*|suicid\w*|murder\w*|stabb\w*|traffick\w*|tortur\w*)\b"
)
_DIED = regex(r"(?i)\b(?:killed|died|dead|death|drown\w*|suspect\w*|accused|missing)\b")
_YOUNG = r"(?:[1-9]|1[0-7])"
_NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}"
_CHILD = regex(
    rf"\b(?P<name>{_NAME})(?:, (?:who is |who was |aged |an? )?| \(| aged ){_YOUNG}(?:-year-old\b|\)|(?=,(?! ?\d)|\.(?!\d)|;| was | is | from | and |$))"
    rf"|\b{_YOUNG}-year-old (?:[a-z]+ ){{0,2}}(?P<name2>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
    r"|\b(?:schoolgirl|schoolboy|toddler) (?P<name3>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
_DIGIT = regex(r"\d")
_NO_NAME = frozenset(
    "On In At The A An Of From By And But He She They It His Her Class Grade Form Year Page Section March May Rs No About Over Schedule Indian British Nigerian American Muslim Christian Hindu".split()
)


def _suicide(text: str) -> bool:
    low = text.lower()
    return any(part in low for part in _ANY_PARTS) and bool(_ANY.search(text))


def of_suicide(texts: Sequence[str]) -> bool:
    """Whether an article tells of a suicide, so that the method is looked for in all its sentences."""
    return any("uicid" in text or "own li" in text or "hanging" in text for text in texts) and any(
        _KINDS["suicide"].search(text.lower()) or _ANY.search(text) for text in texts if _suicide(text)
    )


def without_method(text: str) -> str:
    """How somebody took his own life is not said."""
    if " by " not in text or not _suicide(text):
        return text
    return _BY_METHOD.sub("", text)


def minors_in(texts: Sequence[str]) -> frozenset[str]:
    """The first and last names of minors that a sensitive article names."""
    whole = "\n".join(texts)
    years = "-year-old" in whole and _YEARS_OLD.search(whole)
    if not (years or any(child in whole for child in _CHILDREN) or _AGED.search(whole)):
        return frozenset()
    found: set[str] = set()
    crime: bool | None = None  # not looked for yet
    for place, text in enumerate(texts):
        children = list(_CHILD.finditer(text)) if _DIGIT.search(text) or any(c in text for c in _CHILDREN) else []
        if not children:
            continue
        crime = bool(_TOLD.search(whole)) if crime is None else crime
        if not crime and not any(_DIED.search(near) for near in texts[max(0, place - 1) : place + 2]):
            continue
        for match in children:
            words = (match["name"] or match["name2"] or match["name3"]).removesuffix("'s").split()
            found.update(
                word for word in words if word not in _NO_NAME and word not in PLACES and word.lower() not in DATED
            )
    return frozenset(found)


def delicate(text: str, minors: frozenset[str] = frozenset(), suicide: bool = False) -> str:
    """Why a sentence is not said at all where people must be protected, or "".

    `minors` are names from `minors_in`; `suicide` tells that the article is of one (`of_suicide`).
    """
    if (suicide or _suicide(text)) and _METHOD.search(without_method(text)):
        return "tells how somebody took his own life"
    if minors and not minors.isdisjoint(word.removesuffix("'s") for word in WORD.findall(text)):
        return "names a minor in a story of crime, sex or death"
    return ""


def stated_as_fact(headline: str, texts: Sequence[str]) -> bool:
    """Whether a headline tells as a fact what the article only tells as an accusation."""
    if _DOUBT.search(headline) or not (crimes := {_crime(word) for word in _CRIMES.findall(headline)}):
        return False
    if any(_PROVEN.search(text) for text in texts):
        return False
    return any(_crime(match[1]) in crimes for text in texts for match in _ACCUSED.finditer(text))


_CRIME = (
    r"(?:kill|murder|rap(?:e|ing|ist)|robb|steal|stole|thef|defraud|fraud|abduct|kidnap|assault|molest|embezzl|loot|brib|smuggl|traffick|abus|attack|stabb|sho[ot]|beat)"
    r"\w*"
)
_CRIMES = regex(rf"(?i)\b({_CRIME})")
_ACCUSED = regex(
    rf"(?i)\b(?:alleg\w+|accused of|suspected of|suspicion of|charged with|arrested for|arrested over|claimed to have|reportedly)(?: \w+){{0,3}}? ({_CRIME})"
)
_DOUBT = regex(
    r"(?i)\b(?:alleg\w+|accus\w+|suspect\w*|charg\w+|claims?|den(?:y|ies|ied)|trial|court|police|says?|said|reportedly|arrest\w*|held|probe\w*|over|booked|case|after)\b"
)
_PROVEN = regex(r"(?i)\b(?:convict\w+|found guilty|pleaded guilty|sentenced|jailed|admitted|confess\w+)\b")


def _crime(word: str) -> str:
    return word.lower()[:4]


def sensitive(lines: Sequence[Line], texts: Sequence[str]) -> tuple[str, ...]:
    """A warning for the editor where the copy, or the article's first sentences, touch on one of the five kinds."""
    low = " ".join((*(line.text for line in lines), *texts[:4])).lower()
    kinds = [
        kind for kind, pattern in _KINDS.items() if any(stem in low for stem in _STEMS[kind]) and pattern.search(low)
    ]
    if not kinds:
        return ()
    return (f"a sensitive story ({', '.join(kinds)}): read it before it is aired, and put no light sting beside it",)
