"""The last clause with a verb of its own goes where what is left is true without it."""

from __future__ import annotations

import re

from .doubts import DOUBT_TAIL, LIMITED, RANKED, SHORTEST, stands
from .editing import tidy
from .patterns import regex
from .words import SPEECH, STOP, count, finite, has_verb

_LATER_CLAUSE = regex(
    r"(?:, | )(?P<link>and|while|whereas|as|because|since|after|before|when|where|which|who|that) (?=(?P<first>[\w'’£$€₦-]+))"
)
_CAUSES = frozenset("because since as when where that who which".split())
_WANTS_MORE = frozenset(
    "said says say told added so such same way ensure means mean believe believed think thought know knows known fact claim"
    " claims claimed warned hope hopes hoped show shows showed found find see saw sure aware clear likely is was are were be"
    " been not just even shortly soon day days minutes hours weeks months years only both between either describe described".split()
)


def without_last_clause(text: str) -> str:
    """The last clause with a verb of its own: "... and the ships will sail", "... after they had met", "... that shut in May".

    What is true of two things is true of one; where the first is denied or is a condition, nothing is cut.
    """
    for match in reversed(list(_LATER_CLAUSE.finditer(text))):
        head, tail = text[: match.start()], text[match.end() :]
        if count(head) < SHORTEST or head.count('"') % 2 or _verb_to_come(tail) or _SAID_BEHIND.search(tail):
            continue
        last = head.rpartition(" ")[2].lower().strip(",")
        link = match["link"]
        if last in _WANTS_MORE or last in STOP or last in SPEECH or not _has_own_verb(tail, link) or not stands(head):
            continue
        if link in {"who", "which", "that"} and (not _INDEFINITE.search(head) or LIMITED.search(tail)):
            continue
        if not _closed(head) or DOUBT_TAIL.search(tail) or _BOTH.search(head):
            continue
        if link in _CAUSES and (LIMITED.search(head) or RANKED.search(head)):
            continue
        return tidy(head)
    return text


_SAID_BEHIND = regex(r", [^,]{2,60} (?:said|says|told [a-z]+|added|reported)(?=[,.]| on )")
_AT_COMMA = regex(r", (?:[a-z]+ly |also |then |later )?(?P<verb>[a-z']+)(?= )")


def _verb_to_come(tail: str) -> bool:
    """Whether a verb behind a comma has its subject before what is cut: "the general, who took power, made ..."."""
    return any(finite(match["verb"]) for match in _AT_COMMA.finditer(tail))


_BOTH = regex(r"(?i)\b(?:both|either|neither|whether|between|if|unless|not only|even|would)\b")
_INDEFINITE = regex(
    r"\b(?:an?|some|several|many|more than|two|three|four|five|six|seven|eight|nine|ten|dozens of|\d[\d,]*) (?:[\w'’-]+ ){0,3}?[a-z][\w-]+(?: of (?:[\w'’-]+ ?){1,4})?,?$"
)


def _has_own_verb(tail: str, link: str) -> bool:
    """Whether a verb comes at once or behind a subject of at most seven words."""
    before = ""
    for place, word in enumerate(tail.split()[:8]):
        bare = word.strip(",;:\"'.")
        if finite(bare, before) and (place or link in {"and", "which", "who", "that"}):
            return True
        if word.endswith((",", ";", ":")) or bare.lower() in {"who", "which", "that", "to"}:
            return False
        before = bare
    return False


def _closed(head: str) -> bool:
    """Whether every clause that was opened in it has had its verb."""
    piece = re.split(r"\b(?:that|who|which|as|when|where|while|because|after|before|why|how|whether)\b| - ", head)[-1]
    return has_verb(piece) or head == piece
