"""No sentence starts in the air: connectives go, and a pronoun is only said where its noun was just said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bulletin.model import Line

from .editing import note, tidy
from .facts import Facts, Noun, person_in, subject
from .patterns import regex
from .words import (
    CONNECTIVES,
    HANGING_PRONOUNS,
    OPENING,
    PERSON_NOUNS,
    POINTING,
    SPEECH,
    TITLES,
    WORD,
    bag,
    finite,
    has_verb,
)

_CONNECTIVE = regex(
    rf"^(?:{'|'.join(sorted(map(re.escape, CONNECTIVES), key=len, reverse=True))})(?:,| (?=[A-Za-z\"]))\s*",
    re.IGNORECASE,
)
_HANGING_CONNECTIVES = frozenset(word.partition(" ")[0] for word in CONNECTIVES) - frozenset(
    "later earlier finally then again because still in as at on for of after by even that elsewhere".split()
)
_NEEDS_COMMA = frozenset("later earlier then still yet so again because plus finally in response as a result".split())
_PERSON = regex(r"^(He|She)(?= )")
_PERSONS = regex(r"^(They)(?= )")
_ITS = regex(r"^(His|Her|Their|Its)(?= )")
_IT = regex(r"^(It)(?= )")
_PERSONAL = frozenset("he she him her his hers they them their".split())
_INNER = regex(rf"(?<![\w'])(?:{'|'.join(sorted(_PERSONAL))})(?![\w'])")
_TIMES = frozenset(
    "year week month morning afternoon evening season summer winter spring autumn weekend time day".split()
)
_LATER = regex(r"^(?:that|to|for|is|was|will|would|has been|had been|seems|appears|emerged|comes|came|follows)\b")


def without_connective(text: str) -> str:
    """ "However, ..." and "But ...": what they join to is not said just before."""
    match = _CONNECTIVE.match(text)
    if not match:
        return text
    word = match[0].rstrip(" ,").lower()
    if "," not in match[0] and (
        word in _NEEDS_COMMA or word not in {"but", "and", "or", "yet", "so", "meanwhile", "however"}
    ):
        return text
    rest = text[match.end() :]
    return without_connective(tidy(rest)) if len(rest) > 15 else text


def hangs(text: str) -> str:  # noqa: PLR0911 - a list of cases, each with its answer
    """The word that a sentence opens with where it needs the sentence before, or ""."""
    words = text.lstrip("\"'").split()[:3]
    if not words:
        return ""
    bare = words[0].strip(',.:;"')
    first = bare.lower()
    if len(bare) > 1 and bare.isupper():
        return ""  # "IT", "US"
    if first in {"this", "that"} and len(words) > 1 and words[1].strip(",").lower().removesuffix("'s") in _TIMES:
        return ""
    if text[:11].lower().startswith(("after that", "before that")):
        return words[0] + " that"
    if first in HANGING_PRONOUNS:
        return words[0].strip(",")
    if first in {"the", "both"} and len(words) > 1 and words[1].strip(",") in POINTING:
        return f"{words[0]} {words[1]}"
    if first in _HANGING_CONNECTIVES and _CONNECTIVE.match(text):
        return words[0].strip(",")
    return ""


def needs_person(text: str) -> bool:
    """Whether "he" or "she" stands in it with nobody named before."""
    match = None if _PERSONAL.isdisjoint(bag(text)) else _INNER.search(text)
    if not match:
        return False
    before = text[: match.start()]
    clause, comma, rest = before.partition(", ")
    if comma and not rest and not has_verb(clause):
        return match[0] in {"he", "she", "they"}  # "A keen runner, he ..."
    first, *others = WORD.findall(before) or [""]
    noun = first.lower() not in OPENING and len(others) > 0
    named = noun or any(word[0].isupper() or word in PERSON_NOUNS for word in others)
    return not named and not (
        match[0] in {"his", "her", "their"} and re.search(r", (?:\w+ )?[A-Z]", text[match.end() :])
    )


def with_noun(text: str, before: str, facts: Facts) -> str | None:
    """The sentence with the noun of the sentence before it in place of its opening pronoun; None where that is not certain."""
    noun = subject(before, facts)
    if noun is None or noun.kind not in {"he", "she", "person", "they", "it"}:
        noun = None
    if (noun is None or noun.kind in {"it", "they"}) and re.match(r"(?:He|She|His|Her) ", text):
        name = person_in(before, facts)
        noun = Noun(name, "person") if name else noun
    if noun is None:
        return None
    words = noun.words[:1].upper() + noun.words[1:]
    for pattern, fits in (
        (_PERSON, noun.kind in _FITS.get(text[:3].strip().lower(), ())),
        (_PERSONS, noun.kind == "they"),
        (_IT, noun.kind == "it" and _reports(text)),
    ):
        if pattern.match(text) and fits:
            return pattern.sub(lambda _: words, text, count=1)
    if (match := _ITS.match(text)) and noun.kind in _FITS[match[1].lower()]:
        owner = f"{words}'" if words.endswith("s") else f"{words}'s"
        return owner + text[match.end() :]
    return None


_FULL_NAME = regex(r"[A-Z][\w-]+(?: [A-Z][\w-]+){1,2}(?='s | (?=[a-z]))")


def surnames_after(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A full name that was put in for a pronoun is a surname where the copy has just said it in full."""
    told: list[Line] = []
    for line in lines:
        match = _FULL_NAME.match(line.text)
        put_in = any(edit.rule == "noun for pronoun" for edit in line.edits)
        if (
            match
            and put_in
            and any(match[0] in line.text for line in told)
            and match[0].split()[0].lower() not in TITLES
        ):
            text = match[0].rpartition(" ")[2] + line.text[match.end() :]
            told.append(Line(text, line.sources, (*line.edits, note("surname", line.text, text))))
        else:
            told.append(line)
    return tuple(told)


_SPEAKER = regex(
    r"(?P<who>[A-Z][\w.'-]+(?: [\w.'-]+){0,4}?) (?:(?:said|says)|told [^,:\"]{3,40}?(?=:| that))(?P<link>:| that|) (?=[\w\"])"
)


def speaker_again(lines: Sequence[Line]) -> tuple[Line, ...]:
    """ "Mrs Bello said: ..." twice in a row: the second time she "added"."""
    told: list[Line] = []
    for line in lines:
        match = _SPEAKER.match(line.text)
        before = told and _SPEAKER.match(told[-1].text)
        if match and before and match[0] == before[0] and any(edit.rule == "speaker in front" for edit in line.edits):
            text = f"{match['who']} added{match['link']} {line.text[match.end() :]}"
            told.append(Line(text, line.sources, (*line.edits, note("speaker again", line.text, text))))
        else:
            told.append(line)
    return tuple(told)


_FITS = {
    "he": ("he", "person"), "she": ("she", "person"), "his": ("he", "person"), "her": ("she", "person"),
    "their": ("they",), "its": ("it",),
}  # fmt: skip


def _reports(text: str) -> bool:
    """ "It said ...": only an organisation says; elsewhere "it" may be anything."""
    words = text.split()[1:3]
    return bool(words) and (
        words[0].lower() in SPEECH or (len(words) > 1 and words[0].lower() in {"has", "had"} and finite(words[1]))
    )


def carries(before: str, text: str) -> bool:
    """Whether a sentence that was just said can have the noun for the pronoun that this one opens with or has in it."""
    first = text.split(" ", 1)[0].strip("\",'").lower()
    person = first if first in _HEARD else next((found[0] for found in _INNER.finditer(text)), "")
    if person in _HEARD:
        words = WORD.findall(before)
        return any(word.lower() in _HEARD[person] or word in PERSON_NOUNS for word in words) or any(
            word[0].isupper() for word in words[1:]
        )
    return first not in {"i", "we", "you", "my", "our", "your"}


_HEARD = {word: group for group in (frozenset({"he", "his", "him"}), frozenset({"she", "her"})) for word in group}
