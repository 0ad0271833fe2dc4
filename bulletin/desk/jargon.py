"""What police, courts and wires write and nobody says: each phrase with words that are always true in its place."""

from __future__ import annotations

import re

from .contractions import outside_quotes
from .patterns import regex
from .words import spaced

PHRASES = {
    "fled on foot": "ran away", "discharged a firearm": "fired a gun", "lost their lives": "died", "lost his life": "died",
    "lost her life": "died", "lost their life": "died", "claimed the lives of": "killed", "claimed the life of": "killed",
    "breathed his last": "died", "breathed her last": "died", "succumbed to his injuries": "died of his injuries",
    "succumbed to her injuries": "died of her injuries", "succumbed to their injuries": "died of their injuries",
    "succumbed to injuries": "died of injuries", "conveyed to hospital": "taken to hospital", "conveyed to the hospital": "taken to the hospital",
    "proceeded to the": "went to the", "has commenced": "has begun", "have commenced": "have begun", "had commenced": "had begun",
    "be commenced": "be begun", "was commenced": "was begun", "commence": "begin", "commences": "begins", "commenced": "began",
    "purchased": "bought", "utilise": "use", "utilised": "used", "utilized": "used", "utilize": "use", "utilising": "using", "utilizing": "using", "assailant": "attacker",
    "assailants": "attackers", "motor vehicle": "vehicle", "motor vehicles": "vehicles", "verbal altercation": "argument",
    "is absconding": "is on the run", "are absconding": "are on the run", "deplaned": "got off the plane",
    "is slated to": "is due to", "are slated to": "are due to", "was slated to": "was due to", "were slated to": "were due to",
    "netizens": "internet users", "inter alia": "among other things", "per annum": "a year", "en route to": "on the way to",
    "prima facie": "at first sight", "whilst": "while", "amongst": "among", "ascertain": "find out", "interred": "buried",
    "inked a deal": "signed a deal", "inked a pact": "signed a pact", "inked an agreement": "signed an agreement",
    "inked a contract": "signed a contract", "is mulling": "is considering", "are mulling": "are considering",
    "arrested in connection with": "arrested over", "detained in connection with": "detained over",
    "held in connection with": "held over", "questioned in connection with": "questioned over",
    "wanted in connection with": "wanted over", "charged in connection with": "charged over",
    "with immediate effect": "at once",
}  # fmt: skip
_BY_WORD: dict[str, list[str]] = {}
for _phrase in sorted(PHRASES, key=len, reverse=True):
    _BY_WORD.setdefault(max(_phrase.split(), key=len), []).append(_phrase)
_LAW = regex(
    r"(?i)\b(?:police\w*|polis|officers?|troops|soldiers?|operatives?|security|detectives?|agents?|EFCC|NDLEA|DSS|NSCDC|FBI|CBI|inspectors?|cops?|constables?|sleuths|custody)\b"
)
_INJURIES = regex(
    r"(?P<subject>[\w'-]+) (?P<also>also )?(?:sustained|sustaining) (?P<how>serious |severe |minor |slight |critical |grievous |multiple |several |varying |various |bullet |gunshot |head |burn )?injuries\b"
)
_HOW = {
    "serious": "seriously ",
    "severe": "severely ",
    "minor": "slightly ",
    "slight": "slightly ",
    "critical": "critically ",
    "grievous": "badly ",
}
_MANY = frozenset(
    "they people persons men women children others police many some several both all students workers we".split()
)
_HERE = regex(
    r"\b(?P<verb>said|told (?:reporters|journalists|newsmen|media persons|the media|a press conference)|arrived|died|held|addressing (?:reporters|a gathering)|inaugurated|concluded|began|passed away) here"
    r"(?= (?:on|today|yesterday|late|in|this (?:morning|evening|week)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[,.](?: |$))"
)


def without_jargon(text: str) -> str:
    """Plain words for the phrases in PHRASES, for arrests and for injuries; never in quotation marks."""
    if _TOLD_BY.isdisjoint(spaced(text)):
        return text
    return outside_quotes(_plain, text)


def _plain(text: str) -> str:
    for word in {word.rstrip(".,;:") for word in text.split()} & _BY_WORD.keys():
        for phrase in _BY_WORD[word]:
            if phrase in text:
                text = re.sub(rf"\b{phrase}\b", PHRASES[phrase], text)
    if "apprehended" in text or "nabbed" in text:
        law = bool(_LAW.search(text))
        text = text.replace("apprehended", "arrested" if law else "caught")
        text = text.replace("nabbed", "arrested") if law else text
    return _INJURIES.sub(_injured, text) if "injuries" in text else text


def _injured(match: re.Match[str]) -> str:
    """ "was injured" or "were injured", where the word before tells how many they are."""
    subject, how = match["subject"], (match["how"] or "").strip()
    after = match.string[match.end() :]
    if how and how not in _HOW:
        return match[0]
    if "sustaining" in match[0] or (
        after and not after.startswith((",", ".", " and ", " when ", " after ", " in ", " while ", " during "))
    ):
        return match[0]
    low = subject.lower()
    if low in _MANY:
        verb = "were"
    elif low in {"he", "she", "it", "victim", "driver", "officer", "boy", "girl", "man", "woman", "child", "suspect"}:
        verb = "was"
    else:
        return match[0]
    also = match["also"] or ""
    return f"{subject} {verb} {also}{_HOW.get(how, '')}injured"


def without_here(text: str) -> str:
    """ "said here on Friday" is "said on Friday": the listener is not where the agency's reporter was."""
    return outside_quotes(lambda part: _HERE.sub(r"\g<verb>", part), text) if " here" in text else text


# One word of each phrase, as it may stand between two spaces.
_TOLD_BY = frozenset(
    word + mark
    for phrase in (*PHRASES, "apprehended", "nabbed", "injuries")
    for word in [max(phrase.split(), key=len)]
    for mark in ("", ".", ",", ";", ":")
)
