"""Clauses that tell of somebody new: "A man who fed stray dogs has won ..." is "A man has won ... The man fed stray dogs."."""

from __future__ import annotations

import re

from .editing import tidy
from .patterns import regex
from .words import CONJUNCTIONS, DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS, finite, has_verb

Pair = tuple[str, str]

CONDITION = regex(r"(?i)\b(?:if|unless|whether)\b")
_SUBJECT_WHO = regex(
    r"^(?P<noun>(?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|Dozens of|Hundreds of|Thousands of|\d[\d,]*) [^,\"]{3,50}?|[A-Z][a-z]{3,}s)"
    r",? (?:who|which|that) (?P<clause>(?P<verb>[a-z']+) [^,\"]{8,140}?),? (?P<main>(?:has|have|had|was|were|is|are|will) [^\"]{8,300})$"
)


def at_subject(text: str) -> Pair | None:
    """ "A man who fed stray dogs has won ...": "A man has won ... The man fed stray dogs."."""
    match = _SUBJECT_WHO.match(text)
    if not match or not finite(match["verb"]) or has_verb(match["noun"]) or CONDITION.search(text):
        return None
    last = match["clause"].rpartition(" ")[2].lower()
    if last in CONJUNCTIONS | PREPOSITIONS | DETERMINERS | PRONOUNS | FINITE | {"who", "which", "to", "there", "not"}:
        return None
    if re.search(r"\b(?:that|who|which|where|when|said|says|and)\b", match["clause"]):
        return None
    noun = match["noun"].rpartition(" ")[2].lower()
    stop = re.split(r" (?:of|in|from|at|with|for|on) ", match["noun"].partition(" of ")[2] or match["noun"])[0]
    noun = stop.rpartition(" ")[2] if " of " not in match["noun"][:14] else noun
    return tidy(f"{match['noun']} {match['main']}"), tidy(f"The {noun.lower()} {match['clause']}")


_SUBJECT_DONE = regex(
    r"^(?P<noun>(?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|\d[\d,]*) (?:[\w'’-]+ ){0,4}?(?P<last>[a-z][\w-]+)) (?P<clause>(?:arrested|convicted|accused|charged"
    r"|jailed|sentenced|killed|injured|found|held|suspected|wanted|detained|hired|built|launched|conducted|published|released) (?:by|for|of|with|in|on|at|from|after|during|last|to) [^,\"]{8,140}?),? (?P<main>(?:has|have|was|were|is|are|will) [^\"]{8,300})$"
)


def at_subject_done(text: str) -> Pair | None:
    """ "A man arrested on Friday for theft has died": "A man has died. The man was arrested on Friday for theft."."""
    match = _SUBJECT_DONE.match(text)
    if not match or has_verb(match["noun"]) or CONDITION.search(text) or has_verb(match["clause"].partition(" ")[2]):
        return None
    if match["clause"].rpartition(" ")[2].lower() in PREPOSITIONS | DETERMINERS | {"and", "to"}:
        return None
    last = match["last"]
    plural = not match["noun"].startswith(("A ", "An "))
    was = "were" if plural else "was"
    return tidy(f"{match['noun']} {match['main']}"), tidy(f"The {last} {was} {match['clause']}")


_SOME_OF = regex(
    r", (?P<some>some|many|most|all|both|one|two|three|several|none|half|\d+) of (?:whom|which) (?=[a-z]+ )"
)


def at_some(text: str) -> Pair | None:
    """ "..., some of whom were hurt": "Some of them were hurt"."""
    match = _SOME_OF.search(text)
    if not match or text.count('"', 0, match.start()) % 2 or not has_verb(text[: match.start()]):
        return None
    return tidy(text[: match.start()]), tidy(f"{match['some'].capitalize()} of them {text[match.end() :]}")
