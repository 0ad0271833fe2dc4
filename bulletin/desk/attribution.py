"""Who says it comes first: a trailing "X said" and "according to X" go to the front; fresh copy says "says"."""

from __future__ import annotations

import re

from .editing import lower_first, tidy
from .facts import Facts
from .patterns import regex
from .quotes import REST, VERB, speaker_of
from .words import (
    AUXILIARIES,
    HANGING_PRONOUNS,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STOP,
    WORD,
    bag,
    count,
    finite,
    has_verb,
)

_TRAILS = frozenset(
    (*SAYING, *SAYING.values(), *"told tells tweeted wrote found heard learnt learned informed".split())
)
_LEARNT = r"(?:(?:has|have) )?(?:found|heard|learnt|learned)|(?:was|were) (?:told|informed)"
_TRAILING = regex(
    rf"^(?P<claim>[^\"]{{10,600}}), (?:(?P<verb>{VERB}) (?P<who>[^\",]{{2,80}})|(?P<who2>[^\",]{{2,80}}?) (?P<verb2>{VERB}|{_LEARNT}){REST})\.$"
)
_ACCORDING = regex(r"^(?P<claim>[^\"]{20,600}),? according to (?P<who>[^\",]{2,90})\.$")
_ACCORDING_FIRST = regex(r"^According to (?P<who>[^\",]{2,80}), (?P<claim>[^\"]{20,600})$")
_CLAUSE = AUXILIARIES | {"who", "which", "that", "said", "spoke", "he", "she", "they", "it", "him", "her", "them"}
_PAST = regex(r"\b(?:was|were|had|would|could|did)\b")


def _is_source(who: str) -> bool:
    """What may stand behind "according to": a speaker, or a paper with a participle ("data released by ...")."""
    words = who.split()
    return len(words) <= 16 and not {word.lower().strip(",") for word in words} & _CLAUSE


def _begins_whole(claim: str) -> bool:
    """Not "secretary of the board, ...": a role behind the name and no claim."""
    first = claim.partition(" ")[0].strip(",")
    return not first[:1].islower() or first in STOP or first in NUMBER_WORDS or first.endswith("s")


_THAT = frozenset("told tells informed heard found learnt learned".split())


def attribution_first(text: str, facts: Facts) -> str:
    """ "..., X said." and "..., according to X." as "X said ..." and "X says ..."."""
    if '"' in text:
        return text
    if "according to" in text and (match := _ACCORDING.match(text)):
        who = match["who"]
        if _is_source(who) and has_verb(match["claim"]) and count(who) <= 14:
            return tidy(
                f"{who[:1].upper()}{who[1:]} {_says(who)} {lower_first(match['claim'], facts.names, facts.common)}"
            )
    if (
        (match := _ACCORDING_FIRST.match(text))
        and _is_source(match["who"])
        and match["who"].lower() not in PRONOUNS
        and has_verb(match["claim"])
        and _begins_whole(match["claim"])
    ):
        who = match["who"]
        return tidy(f"{who[:1].upper()}{who[1:]} {_says(who)} {match['claim']}")
    if not _TRAILS.isdisjoint(bag(text)) and (match := _TRAILING.match(text)):
        who, verb, rest = speaker_of(match)
        if match["who"] and verb.rpartition(" ")[2] in {"told", "tells"}:
            return text  # ", who resigned, told reporters ...": no inversion
        hanging = (
            who.partition(" ")[0].lower() in HANGING_PRONOUNS
        )  # turned, "its traders said ..." would hang in the air
        if who and not hanging and count(who) <= 12 and has_verb(match["claim"]) and not _says_already(match["claim"]):
            opens = match["claim"].partition(" ")[0].lower() in PREPOSITIONS
            link = " that " if rest or opens or verb.rpartition(" ")[2] in _THAT else " "
            who = who[:1].upper() + who[1:]
            return tidy(f"{who} {verb}{rest}{link}{lower_first(match['claim'], facts.names, facts.common)}")
    return text


_MANY = regex(
    r"^(?:[a-z]+ )*(?:officials|sources|police|reports|experts|figures|witnesses|analysts|data|documents|records|researchers|scientists|residents|authorities|prosecutors|\w+s)$",
    re.IGNORECASE,
)


def _says(who: str) -> str:
    head = re.split(r" (?:of|from|in|at|by|on|for|with|published|released|obtained) ", who, maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    plural = " and " in who or (last.islower() and bool(_MANY.match(last))) or last.lower() == "police"
    return "say" if plural else "says"


def _says_already(claim: str) -> bool:
    return any(word.lower() in SAYING or word.lower() in SAYING.values() for word in WORD.findall(claim)[:6])


_SAID = regex(rf"\b({'|'.join(SAYING)})\b")


def says_now(text: str, facts: Facts) -> str:
    """ "X said" as "X says" in fresh copy, where what follows is not told in the past (rule 17)."""
    if facts.published is None or facts.air_time is None:
        return text
    days = (facts.air_time - facts.published).total_seconds() / 86_400
    match = _SAID.search(text)
    if not match or not -0.5 <= days <= 1.5 or match[1] in {"reported", "believed"}:
        return text
    before, after = text[: match.start()].split(), text[match.end() :].split()
    plain_subject = (
        before and len(before) <= 6 and not any(finite(a, b) for b, a in zip(("", *before), before, strict=False))
    )
    if not plain_subject or not after or after[0].lower() in PREPOSITIONS | {"last", "earlier", "yesterday", "today"}:
        return text
    if _PAST.search(text[match.end() :]) or before[-1].lower() in {
        "be",
        "been",
        "being",
        "was",
        "were",
        "is",
        "has",
        "had",
        "have",
    }:
        return text
    last = before[-1]
    if len(before) == 1 and last.endswith("s") and last not in facts.names:  # "Engineers said", or is it "Hughes said"?
        if last.lower() not in facts.common | {"officials"}:
            return text
        last = last.lower()
    many = last.lower() in {"they", "police", "officials"} or (last.islower() and last.endswith("s"))
    verb = SAYING[match[1]]
    if many:
        verb = verb[:-3] + "y" if verb.endswith("ies") else verb[:-1]
    return f"{text[: match.start()]}{verb}{text[match.end() :]}"
