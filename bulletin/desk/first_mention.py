"""Whom the copy calls "Ms Sani" and has not named before is named in full: the sentence that did so was left out."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model import Line

from .editing import note
from .guard import check
from .patterns import regex
from .sentences import Sentence
from .words import PERSON_NOUNS, PLACES, STOP, TITLES

_TITLED = regex(
    r"(?<![\w.-])(?P<title>Mr|Mrs|Ms|Miss|Mister|Dr|Doctor|Prof|Professor)\.? (?P<surname>[A-Z][\w-]{2,})(?![\w-]| [A-Z])"
)
_PEOPLE = (
    "ish",
    "ese",
    "ian",
    "ean",
    "can",
)  # "English Emma Hill" is Emma Hill, and "Adrian Okon Bassey" may be; neither is told
_LEARNED = frozenset(("Dr", "Doctor", "Prof", "Professor"))  # titles that stay


def named_in_full(
    lines: Sequence[Line], texts: Sequence[str], sentences: Sequence[Sentence], minors: frozenset[str]
) -> tuple[Line, ...]:
    """The copy with full names at first mention, where the article has one person of that surname.

    `texts` are the article's sentences as plain words, `minors` names that are not told.
    """
    told: list[Line] = []
    for line in lines:
        match = _TITLED.search(line.text)
        heard = " ".join([*(before.text for before in told), line.text[: match.start()] if match else ""])
        found = _full(match["surname"], texts) if match and match["surname"] not in heard else None
        if match is None or found is None or not minors.isdisjoint((found[0], *found[0].split())):
            told.append(line)
            continue
        name, place = found
        name = f"{match['title']} {name}" if match["title"] in _LEARNED else name
        text = line.text[: match.start()] + name + line.text[match.end() :]
        sources = tuple(dict.fromkeys((*line.sources, sentences[place].source)))
        better = Line(text, sources, (*line.edits, note("first mention", line.text, text)))
        told.append(line if check(better) else better)
    return tuple(told)


def _full(surname: str, texts: Sequence[str]) -> tuple[str, int] | None:
    """The one full name with that surname in an article, and the first sentence that has it."""
    found: dict[str, int] = {}
    pattern = regex(rf"(?<![\w-])(?:[A-Z][\w'-]+ ){{1,3}}{surname}(?![\w-])")
    for place, text in enumerate(texts):
        for match in pattern.finditer(text):
            words = match[0].split()
            while len(words) > 1 and words[0].lower() in STOP | PERSON_NOUNS | TITLES:
                words.pop(0)
            doubtful = len(words) == 3 and words[0].endswith(_PEOPLE)
            if 2 <= len(words) <= 3 and not doubtful and not any(word in PLACES for word in words[:-1]):
                found.setdefault(" ".join(words), place)
    return next(iter(found.items())) if len(found) == 1 else None
