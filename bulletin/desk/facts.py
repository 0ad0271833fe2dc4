"""What the whole article tells about its words: which are names, which are common, who may be "he"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from .patterns import regex
from .words import (
    ARTICLES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FEMALE_TITLES,
    HANGING_PRONOUNS,
    MALE_TITLES,
    MONTHS,
    PERSON_NOUNS,
    PIDGIN_MARKS,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    STOP,
    TITLES,
    WORD,
    finite,
)

_CLOSED = frozenset(DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | (STOP - TITLES)) | PERSON_NOUNS
# The capital comes before what must stand before it: so the search jumps from capital to capital.
_FULL_NAME = regex(r"[A-Z](?<!\w.)[\w'-]+(?: (?:[A-Z]\.? )?(?:al-|el-|bin |van |de |von )?[A-Z][\w'-]+){1,3}")
_SMALL = regex(r"\b[a-z]+\b")
_CAPITAL = regex(r"[A-Z](?<=[^.!?:\"] .)[\w'-]*")
_NOT_PEOPLE = frozenset(
    "affairs external interior finance justice education defence defense works trade police court bank university ministry department party council union association commission agency company group"
    " corporation board committee united state states city county district street road school college hospital church"
    " club league cup world house army force forces office service services centre center institute international"
    " national federal high supreme airport stadium festival award awards act bill prime north south east west new"
    " republic kingdom islands river lake mount parliament assembly senate congress air airlines times news post"
    " minister president governor security health home foreign american british indian nigerian chinese russian".split()
)
_FEMALE = frozenset(
    "woman girl mother daughter wife sister actress spokeswoman queen princess lady chairwoman businesswoman".split()
)
_MALE = frozenset(
    "man boy father son husband brother actor spokesman king prince gentleman batsman chairman businessman".split()
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules may ask about an article."""

    names: frozenset[str]  # words with a capital in mid-sentence
    common: frozenset[str]  # words seen in small letters, and the closed classes
    surnames: frozenset[str]  # last words of full names
    english: bool
    published: datetime | None = None
    air_time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """The subject of a sentence: the words to say for it, and whether it is a person, people or a thing."""

    words: str
    kind: str  # "he", "she", "person", "they", "it"


def facts_of(texts: Sequence[str], language: str, published: datetime | None, air_time: datetime | None) -> Facts:
    """Gathers the facts from all sentences of an article."""
    whole = "\n".join(texts)
    words = set(whole.split())
    small = {word for word in words if word.islower() and word.isascii() and word.isalpha()}
    small.update(_SMALL.findall(" ".join(words - small)))
    capital = set(_CAPITAL.findall(whole))
    surnames = {name.rpartition(" ")[2].removesuffix("'s") for name in _FULL_NAME.findall(whole)}
    marks = total = 0
    if not small.isdisjoint(PIDGIN_MARKS):
        lower = _SMALL.findall(whole)
        total, marks = len(lower), sum(word in PIDGIN_MARKS for word in lower)
    names = frozenset(name for word in capital if (name := word.removesuffix("'s")).lower() not in small)
    english = language.partition("-")[0].lower() in {"", "en"} and marks * 50 < total + 50 and _latin(texts)
    return Facts(names, frozenset(small) | _CLOSED, frozenset(surnames), english, published, air_time)


def _latin(texts: Sequence[str]) -> bool:
    """Whether most letters are of the Latin alphabet; a text says so sooner than its label."""
    sample = "".join(texts[:8])[:2_000]
    return sample.isascii() or sum(character.isalpha() and character > "\u024f" for character in sample) * 2 < len(
        sample
    )


def person_in(text: str, facts: Facts) -> str | None:
    """The one person whom a sentence names, or None where it names nobody or more than one."""
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(text):
        words = match[0].removesuffix("'s").split()
        while words and (words[0].lower() in STOP or words[0].lower() in PERSON_NOUNS):
            words.pop(0)
        if len(words) < 2 or any(word.lower() in _NOT_PEOPLE or word.isupper() for word in words) or words[0] in PLACES:
            continue
        found.setdefault(words[-1], " ".join(words))
    for word in WORD.findall(text):
        bare = word.removesuffix("'s")
        if bare in facts.surnames and bare.lower() not in _NOT_PEOPLE and bare not in PLACES and bare[:1].isupper():
            found.setdefault(bare, bare)
    return next(iter(found.values())) if len(found) == 1 else None


def subject(text: str, facts: Facts) -> Noun | None:
    """Who or what a sentence is about: the words before its verb, or None where that is not certain."""
    words: list[str] = []
    for word in text.split()[:12]:
        bare = word.strip(",;:\"'")
        if words and finite(bare, words[-1]):
            break
        words.append(bare)
        if word.endswith((",", ";", ":")):
            break
    else:
        return None
    if not words or len(words) > 9:
        return None
    low = [word.lower() for word in words]
    if low[0] in HANGING_PRONOUNS or low[0] in PREPOSITIONS or low[0] in CONJUNCTIONS or "and" in low:
        return None
    if words[0].lower() in DAYS or words[0].lower() in MONTHS:
        return None
    return _noun(words, low, facts)


def _noun(words: list[str], low: list[str], facts: Facts) -> Noun | None:  # noqa: PLR0911 - a list of cases, each with its answer
    if len(words) > 2 and words[-1][:1].isupper():
        start = len(words) - 1
        while start and words[start - 1][:1].isupper() and low[start - 1] not in PERSON_NOUNS:
            start -= 1
        if start > 0 and low[start - 1] in PERSON_NOUNS and len(words) - start <= 3 and low[start - 1] not in TITLES:
            kind = "she" if low[start - 1] in _FEMALE else "he" if low[start - 1] in _MALE else "person"
            return Noun(" ".join(words[start:]), kind)
    stop = next((place for place, word in enumerate(low) if place and word in PREPOSITIONS), len(words))
    head = low[stop - 1]
    if low[0] in ARTICLES:
        if head in PERSON_NOUNS:
            kind = "she" if head in _FEMALE else "he" if head in _MALE else "person"
            return Noun(f"the {words[stop - 1]}", kind)
        if not words[stop - 1][0].isupper() and head.endswith("s") and not head.endswith("ss"):
            return Noun("the " + " ".join(words[1:stop]), "they")
        return Noun("the " + " ".join(words[1:stop]), "it") if stop <= 5 else None
    if stop != len(words) or not all(word[0].isupper() for word in words if word):
        plural = stop <= 4 and head.endswith("s") and not head.endswith("ss") and low[0] not in DETERMINERS
        return Noun(" ".join(words[:stop]), "they") if plural else None
    if low[0] in TITLES or (len(words) > 1 and low[1] in TITLES):
        kind = "he" if low[0] in MALE_TITLES else "she" if low[0] in FEMALE_TITLES else "person"
        return Noun(" ".join(words), kind)
    if any(word in _NOT_PEOPLE for word in low) or words[0].isupper():
        return Noun(" ".join(words), "it")
    person = 2 <= len(words) <= 4 or (len(words) == 1 and words[0].removesuffix("'s") in facts.surnames)
    return Noun(" ".join(words), "person" if person else "it")
