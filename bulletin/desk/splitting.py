"""A long sentence as two, cut at a clause, with the noun said again in the second; and roles before names."""

from __future__ import annotations

import re

from .editing import tidy
from .facts import Facts, subject
from .words import AUXILIARIES, CONJUNCTIONS, HANGING_PRONOUNS, PREPOSITIONS, SPEECH, WORD, count, finite, has_verb

LONG = 25  # words: more than this is a warning in every newsroom handbook that was read
TARGET = 20  # words

_CLAUSE = re.compile(r"(?:;|,? (?:and|but)|, while) ")
_AFTER = re.compile(r",? (?P<link>after) (?=\S)")
_ROLE = re.compile(
    r"^(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'.-]*){1,3}), (?P<role>(?:(?:the|a|an) )?[\w'’-]+(?: [\w'’-]+){0,7}), (?=(?P<verb>[\w']+))"
)


def two_of(text: str, facts: Facts) -> tuple[str, str] | None:
    """Two sentences for one, each with a verb and a subject of its own; None where no place is certain."""
    if '"' in text:
        return None
    best: tuple[int, tuple[str, str]] | None = None
    whole = count(text)
    for match in _CLAUSE.finditer(text):
        pair = _at_clause(text, match, facts)
        if pair and min(map(count, pair)) >= 5 and max(map(count, pair)) < whole:
            score = max(map(count, pair))
            if best is None or score < best[0]:
                best = (score, pair)
    if best is None and (after := _AFTER.search(text)):
        pair = _after(text, after)
        if pair and min(map(count, pair)) >= 6:
            return pair
    return best[1] if best and best[0] <= LONG else None


def _at_clause(text: str, match: re.Match[str], facts: Facts) -> tuple[str, str] | None:  # noqa: PLR0911 - a list of cases, each with its answer
    head, tail = text[: match.start()], text[match.end() :]
    link = match[0].strip(" ,")
    if not has_verb(head) or _conditional(head) or " - " in text or "–" in text or "—" in text:
        return None
    words = WORD.findall(tail)
    if len(words) < 5:
        return None
    first = words[0].lower()
    if finite(words[0]) and first not in {"said", "says"}:
        # "X did this and did that": the noun is said again.
        noun = subject(text, facts)
        if noun is None or link == "while" or not _same_subject(head, facts):
            return None
        said = noun.words[:1].upper() + noun.words[1:]
        return tidy(head), tidy(f"{said} {tail}")
    if match[0][0] == " ":
        return None  # without a comma it may join two nouns
    if (
        first in HANGING_PRONOUNS | CONJUNCTIONS | PREPOSITIONS
        or first in {"to", "not", "then", "also"}
        or first.endswith("ing")
    ):
        return None
    own = subject(tail[:1].upper() + tail[1:], facts) if words[0][0].islower() else subject(tail, facts)
    if own is None or not _own_verb(tail) or _reports_on(head):
        return None
    return tidy(head), tidy(tail)


def _same_subject(head: str, facts: Facts) -> bool:
    """Only one clause stands before the link, so that its subject is the one meant."""
    verbs = 0
    before = ""
    for word in WORD.findall(head):
        if finite(word, before) and before.lower() not in AUXILIARIES and before.lower() not in {"not", "also"}:
            verbs += 1
        if (
            word.lower()
            in {"that", "who", "which", "if", "because", "when", "where", "while", "as", "before", "after", "to"}
            and verbs
        ):
            return False
        before = word
    return verbs == 1 and not _reports_on(head)


def _reports_on(head: str) -> bool:
    """Whether the first clause is "X said ...": the second may then be a part of what was said."""
    return any(word.lower() in SPEECH for word in WORD.findall(head))


def _conditional(head: str) -> bool:
    return bool(re.search(r"(?i)\b(?:if|unless|whether|between|both|either|neither|not only)\b", head))


def _own_verb(tail: str) -> bool:
    before = ""
    for place, word in enumerate(WORD.findall(tail)[:9]):
        if (
            place
            and finite(word, before)
            and (word.lower() in AUXILIARIES or word.lower().endswith("ed") or finite(word))
        ):
            return True
        if word.lower() in {"who", "which", "that"}:
            return False
        before = word
    return False


def _after(text: str, match: re.Match[str]) -> tuple[str, str] | None:
    """ "... after the bus overturned": the second sentence begins with "That was after"."""
    head, tail = text[: match.start()], text[match.end() :]
    words = WORD.findall(tail)
    if len(words) < 5 or not has_verb(head) or _reports_on(head) or _conditional(head):
        return None
    low = words[0].lower()
    if low in HANGING_PRONOUNS - {"his", "her", "its", "their"} or low.endswith("ing") or not _own_verb(tail):
        return None
    if not re.search(r"\b(?:was|were|\w+ed|died|came|won|lost|fell|fled|left|took|went|got|has|have|had)\b", head):
        return None
    return tidy(head), tidy(f"That was after {tail}")


def role_first(text: str) -> str:
    """ "Dmitry Peskov, a Kremlin spokesman, said": the listener hears who it is before the name."""
    match = _ROLE.match(text)
    if not match or not finite(match["verb"]):
        return text
    role = match["role"]
    words = role.split()
    low = [word.lower() for word in words]
    known = any(word in _ROLES or word.endswith(("or", "er", "ist", "man", "woman", "ian")) for word in low)
    if (
        not known
        or {"and", "who", "which", "aged", "or", "one", "said"} & set(low)
        or any(finite(word) for word in words)
    ):
        return text
    rest = text[match.end() :]
    article = low[0] in {"the", "a", "an"}
    long = article or {"of", "for", "at", "in", "from"} & set(low)
    if long:
        lead = role if article else f"the {role}"
        return tidy(f"{lead[:1].upper()}{lead[1:]}, {match['name']}, {rest}")
    return tidy(f"{role[:1].upper()}{role[1:]} {match['name']} {rest}")


_ROLES = frozenset(
    "president chief head principal founder chair general minister king queen prince captain boss judge coach mayor ceo secretary".split()
)
