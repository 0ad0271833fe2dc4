"""What goes last, and only from a sentence that is still too long to be heard: each rule gives it back shorter or as it was.

No rule touches a sentence with a denial, a doubt, a condition or a superlative: there the last phrase may be the news.
"""

from __future__ import annotations

import re

from .editing import tidy
from .openers import hangs
from .words import PREPOSITIONS, STOP, WORD, count, finite, has_verb

SHORTEST = 9  # words that must be left

_DOUBT = re.compile(
    r"(?i)\b(?:if|unless|except|not|no|never|without|neither|nor|but|although|though|den(?:y|ies|ied|ying)|alleg\w+|accus\w+"
    r"|suspect\w*|claim\w*|only|until|reportedly|dispute[ds]?|than|between|both|whether)\b|n't\b"
)
_LIMITED = re.compile(
    r"(?i)\b(?:not|no|never|neither|nor|none|only|than|between|unless|except|until|without|if|yet)\b|n't\b"
)
_RANKED = re.compile(
    r"(?i)\b(?:first|last|most|least|best|worst|record|every|all|half|twice|doubled?|per|[a-z]{3,}(?<!inter)(?<!prot)(?<!arr)(?<!requ)(?<!for)(?<!inv)est)\b"
)
_OPENING = re.compile(
    r"^(?:(?:In an? |With |Amid |Due to |Following |Despite |Speaking |Addressing |Talking |Responding |Reacting |Dressed |Taking to |Just )[^,\"]{5,140}"
    r"|(?:Recently|Meanwhile|Notably|Interestingly|Reportedly)), (?=[A-Za-z0-9])"
)
_NAMED = re.compile(r"(?<=[a-z]), (?:an?|the|one of) [^,\"]{4,90},(?= [a-z])")
_NAMED_LAST = re.compile(
    r", an? [^,\"]{10,120}\.$|, the (?:first|second|third|largest|biggest|latest) [^,\"]{6,120}\.$"
)
_SAID_WHILE = re.compile(
    r"\b(?P<verb>said|says|told [a-z ]{3,30})(?: in [A-Za-z' ]{3,40}?)? while [a-z]+ing [^,\"]{3,90}? that (?=\w)"
)
_WHILE = re.compile(r",? (?:while|after|before|when|by|as|since) (?:also )?[a-z]+ing (?P<rest>[^\",]{3,160})\.$")
_PHRASE = re.compile(
    r",? (?:in|at|during|under|within|amid|following|near|across|along with|as well as|through|because of|including|such as|despite|ahead of|as part of|due to|after|before|around|over the (?:past|last|next|coming)) [^\",]{3,70}\.$"
)
_DOING = re.compile(r", (?!according|including|saying)[a-z]+ing [^\",]{6,160}\.$")
_NOUN_END = re.compile(r"[A-Za-z0-9][\w'’%)-]*$")


def without_opening(text: str) -> str:
    """ "In a step towards ..., " and "Speaking in Parliament, " before the main clause."""
    match = _OPENING.match(text)
    if not match or _DOUBT.search(match[0]) or has_verb(match[0].partition(" ")[2].rstrip(", ")):
        return text
    rest = text[match.end() :]
    main = rest[:1].upper() + rest[1:]
    whole = has_verb(rest.partition(", ")[0]) and not hangs(main) and not finite(rest.partition(" ")[0])
    return tidy(main) if whole and _stands(main) else text


def without_apposition(text: str) -> str:
    """ "..., a mining company with offices in Sokara, ..." between two commas."""
    match = _NAMED.search(text)
    if not match or _DOUBT.search(match[0]) or " and " in match[0]:
        return text
    if not finite(text[match.end() :].lstrip().partition(" ")[0]):
        return text
    short = f"{text[: match.start()]}{text[match.end() :]}"
    return tidy(short) if _stands(short) and not has_verb(match[0]) else text


def without_last_apposition(text: str) -> str:
    """ "..., a decision certain to rock the church." at the end."""
    match = _NAMED_LAST.search(text)
    if not match or " and " in match[0] or _DOUBT.search(match[0]) or has_verb(match[0]):
        return text
    return tidy(text[: match.start()]) if _stands(text[: match.start()]) else text


def without_occasion(text: str) -> str:
    """ "X said while taking part in a debate that ...": "X said that ..."."""
    return _SAID_WHILE.sub(r"\g<verb> that ", text, count=1)


def without_gerund(text: str) -> str:
    """ "... while hearing a petition" at the end."""
    match = _WHILE.search(text)
    if not match or _risky(text) or any(finite(word) for word in WORD.findall(match["rest"])[:3]):
        return text
    return tidy(text[: match.start()]) if _stands(text[: match.start()]) else text


def without_doing(text: str) -> str:
    """ ", delivering a farewell speech ..." at the end."""
    match = _DOING.search(text)
    if not match or _risky(text) or " said" in match[0] or not _stands(text[: match.start()]):
        return text
    return tidy(text[: match.start()])


def without_last_phrase(text: str) -> str:
    """ "... in the past year" or "... at the end of her ban": the last phrase of place, time or manner."""
    if text.count('"') % 2:
        return text
    best = text
    at = len(text)
    while (match := _last_phrase(text, at)) is not None:
        head = text[: match.start()]
        at = match.start()
        if count(text) - count(head) > 12 or count(head) < SHORTEST + 3:
            break
        word = head.rpartition(" ")[2]
        named = word[:1].isupper() and match[0].split()[1][:1].isupper()  # "Make in India", "Bank of Sokara"
        if named or '"' in match[0] or _DOUBT.search(match[0]) or _LIMITED.search(head) or _RANKED.search(head):
            continue
        if has_verb(match[0]) or word.endswith(("ing", "ed", "ly")):
            continue
        if _NOUN_END.search(word) and word.lower() not in STOP | PREPOSITIONS and _stands(head) and not _leans(head):
            best = tidy(head)
            break
    return best


def _last_phrase(text: str, before: int) -> re.Match[str] | None:
    """The last phrase that begins before a place."""
    found = None
    for start in re.finditer(r",? (?=[a-z])", text[:before]):
        if match := _PHRASE.match(text, start.start()):
            found = match
    return found


_LEANING = frozenset(
    "is was are were be been being led live lives lived stay stayed based born held found interested involved believe set put"
    " result resulted resulting participate specialise engaged place engage succeed succeeded fall rise increase drop role part"
    " interest difference change growth hike cut decline crisis take took came come comes go goes went lie lies put keep kept"
    " locked trapped caught spent spend invested worth years months weeks days".split()
)


def _leans(head: str) -> bool:
    """Whether the last word asks for the phrase: "increase in", "based in", "took place in"."""
    return head.rpartition(" ")[2].lower() in _LEANING


def _risky(text: str) -> bool:
    return bool(_DOUBT.search(text) or _RANKED.search(text))


def _stands(text: str) -> bool:
    return count(text) >= SHORTEST and has_verb(text) and text.count('"') % 2 == 0


STILL_LONG = (
    ("opening", without_opening),
    ("apposition", without_apposition),
    ("apposition", without_last_apposition),
    ("occasion", without_occasion),
    ("gerund", without_gerund),
    ("last clause", without_doing),
    ("last phrase", without_last_phrase),
    ("last phrase", without_last_phrase),
    ("last phrase", without_last_phrase),
)
