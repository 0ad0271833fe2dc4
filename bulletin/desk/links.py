"""A long sentence cut where it tells when, why or of whom: "That was after ...", "That follows ...", "The racket ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .editing import tidy
from .patterns import regex
from .words import (
    ARTICLES,
    CONJUNCTIONS,
    FINITE,
    HANGING_PRONOUNS,
    NEGATIONS,
    PREPOSITIONS,
    SPEECH,
    WORD,
    count,
    finite,
    has_verb,
)

_LINK = regex(
    r"(?:, | )(?P<link>(?:(?:a|one|two|three|four|five|six|\d+) (?:day|week|month|year|hour|minute)s? |hours |days |weeks |months |shortly |soon )?(?:after|before)"
    r"|because|when|following|for (?:allegedly )?[a-z]+ing|on (?:charges?|suspicion|grounds|accusations) of|in an? (?:bid|attempt|effort) to)(?= )"
)
_FUTURE = regex(
    r"(?i)\b(?:will|would|shall|should|could|can|may|might|must|to be|plans?|set to|due to|expected|if|unless|whether|until)\b"
)
_PAST = regex(
    r"\b(?:was|were|had|did|died|came|won|lost|fell|fled|left|took|went|got|met|said|told|held|shot|hit|[a-z]{3,}ed)\b"
)
_DONE = regex(
    r"\b(?:arrest|fin|sentenc|charg|jail|award|criticis|criticiz|book|expel|suspend|su|blam|prais|ban|convict|detain|punish|sack|dismiss|honour)\w*ed\b|\b(?:jail term|complaint|lawsuit|charges|prize|award)\b"
)
_RELATIVE = regex(
    r" (?<!, )\b(?:an?|two|three|four|five|six|seven|eight|nine|ten|several|some|many|more|than|\d[\d,]*|of|with|for) (?:[\w'’-]+ ){0,4}?(?P<noun>[a-z][\w-]+)(?P<of> of [^,\"]{2,40}?)? (?:who|which|that) (?=(?P<verb>[a-z']+) )"
)
_REPORT = regex(
    r"^(?P<who>[^,\"]{2,60}?) (?P<verb>(?:has |have )?(?:said|says|say|told [a-z]+))(?: on [A-Z]\w+day| today| yesterday)?(?: that)? "
)
_OPENS = frozenset("who which whom whose where that what".split())


def at_links(text: str) -> Iterator[tuple[str, str]]:
    """The pairs that a sentence without quotation marks can be cut into; the cutter takes the best."""
    for match in _LINK.finditer(text):
        if pair := _at_link(text, match):
            yield pair
    relative = " who " in text or " which " in text or " that " in text
    for match in _RELATIVE.finditer(text) if relative else ():
        if pair := _at_relative(text, match):
            yield pair


def _at_link(text: str, match: re.Match[str]) -> tuple[str, str] | None:  # noqa: PLR0911 - a list of cases, each with its answer
    head, tail, link = text[: match.start()], text[match.end() + 1 :], match["link"]
    words = WORD.findall(tail)
    report = _REPORT.match(head)
    inner = head[report.end() :] if report else head
    if len(words) < 4 or count(inner) < 5 or not _main_verb_first(inner) or _FUTURE.search(inner):
        return None
    if head.rpartition(" ")[2].lower() in PREPOSITIONS:
        return None  # "banned for four years after ..."
    low = words[0].lower()
    if low in HANGING_PRONOUNS - {"his", "her", "its", "their"} and (report or link == "when"):
        return None
    if low in {"the", "all", "that"} and words[1].lower() in {"latter", "former", "which"}:
        return None
    if not _PAST.search(inner) or (not report and _reports(head)) or _denies(inner):
        return None
    if any(mark in text for mark in (" - ", "–", "—", ";")) or "," in tail[:45]:
        return None
    if link == "when" and not _clause(words):
        return None
    if link.startswith("for ") and not _DONE.search(inner):
        return None
    if link.startswith(("for ", "on ", "in ")) and _goes_on(words):
        return None
    that = "That follows" if link == "following" else f"That was {link}"
    if report:
        who = report["who"].split(",")[0]
        that = f"{who} {report['verb']} {that[:1].lower()}{that[1:]}"
    return tidy(head), tidy(f"{that} {tail}")


def _at_relative(text: str, match: re.Match[str]) -> tuple[str, str] | None:  # noqa: PLR0911 - a list of cases, each with its answer
    """ "... a racket that turned old notes into new ones.": "The racket turned ..."."""
    head, tail = text[: match.start()] + match[0].split(" who ")[0], text[match.end() :]
    for word in (" who ", " which ", " that "):
        if match[0].endswith(word):
            head = text[: match.end() - len(word)]
    noun, verb = match["noun"], match["verb"]
    between = match[0][: match.start("noun") - match.start()].split()[1:] + (match["of"] or "").split()[1:]
    if any(word.lower() in PREPOSITIONS | ARTICLES for word in between):
        return None  # "the murder of a driver who ...": it is not the murder
    if ", " in tail:
        return None
    if count(head) < 5 or count(tail) < 4 or not _main_verb_first(head) or _reports(head) or _denies(head):
        return None
    plural = noun.endswith("s") and not noun.endswith("ss")
    if (verb in {"is", "was", "has", "does"} and plural) or (verb in {"are", "were", "have", "do"} and not plural):
        return None
    if (
        not finite(verb)
        or verb in {"said", "says", "did", "do", "does", "don't", "doesn't", "didn't", "can", "could", "would"}
        or _FUTURE.search(head)
        or any(mark in text for mark in (" - ", "–", "—", ";"))
    ):
        return None
    if (
        finite(noun)
        or noun.endswith(("ing", "ly"))
        or noun in _OPENS
        or noun in CONJUNCTIONS
        or not _goes_to_the_end(tail)
    ):
        return None
    return tidy(head), tidy(f"The {noun} {tail}")


def _goes_to_the_end(tail: str) -> bool:
    """Whether no main clause goes on behind the relative clause."""
    behind = tail.partition(", ")[2]
    return not any(finite(word) for word in WORD.findall(behind)[:3])


def _main_verb_first(head: str) -> bool:
    """Whether the main verb comes before any clause that could take what follows for its own."""
    before = ""
    for word in WORD.findall(head):
        if before and finite(word, before):
            return (
                word.lower() in FINITE or f"{word} by" not in head or not re.search(rf"\b{re.escape(word)} by\b", head)
            )
        if word.lower() in _OPENS or (not before and (word.lower() in CONJUNCTIONS or word.endswith("ing"))):
            return False
        before = word
    return False


def _reports(head: str) -> bool:
    return any(word.lower() in SPEECH for word in WORD.findall(head))


def _denies(head: str) -> bool:
    return any(word.lower() in NEGATIONS for word in WORD.findall(head))


def _goes_on(words: list[str]) -> bool:
    """Whether the main verb comes only after the link: "A man arrested for theft has ..."."""
    opened = next((place for place, word in enumerate(words) if word.lower() in _OPENS), len(words))
    return any(word.lower() in FINITE for word in words[:opened])


def _clause(words: list[str]) -> bool:
    return has_verb(" ".join(words[1:8]))
