"""The rules for a story as a whole, and for stories beside each other: what is said twice, or cannot both be true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bulletin.model import Cue

from .conflicts import conflicts_in
from .editing import plain
from .listening import Heard
from .sensitive import delicate, minors_in, sensitive
from .words import STOP, WORD, content, stem

OFTEN = 4  # times that one word may not come in a story: three in sixty words go unnoticed
LONGEST_WORDS = 5_000  # letters of a story that are looked at
ALIKE = 0.6  # of the smaller story's words that two stories share when they tell of the same thing
LEAST_SHARED = 6
_UNPROVEN_OR_DEATH = {"death", "an accusation that is not proven"}
_PLAIN_WORDS = frozenset("people year day week month state government country percent per cent million billion".split())


def repeated_word(texts: Sequence[str]) -> Iterator[Heard]:
    """A word that comes again and again; names and numbers may."""
    told: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for text in texts:
        for word in WORD.findall(text):
            if word[:1].islower() and len(word) > 3 and word not in STOP and word not in _PLAIN_WORDS:
                told[stem(word)] += 1
                shown.setdefault(stem(word), word)
    for term, times in told.items():
        if times >= OFTEN:
            yield Heard("repeated word", "note", f'"{shown[term]}" comes {times} times', "use another word, or fewer")


def conflicting(texts: Sequence[str]) -> Iterator[tuple[int, Heard]]:
    """Lines of one story that cannot both be true, each with the place of the second."""
    for conflict in conflicts_in(texts):
        why = f'the story has {conflict.what}: "{texts[conflict.first]}"'
        yield conflict.second, Heard("conflict", "warning", why, "find out which is right")


def last_line(text: str) -> Iterator[Heard]:
    """A story closes on a fact."""
    low = text.lower()
    if text.rstrip("\"'”").endswith("?"):
        yield Heard("last line", "note", "the story closes on a question", "close on a fact")
    elif any(
        words in low for words in ("more to follow", "more details later", "developing story", "watch this space")
    ):
        yield Heard("last line", "note", "the story closes on a promise", "close on a fact")


def protected(cue: Cue) -> Iterator[tuple[int, Heard]]:
    """What the law and the codes keep off the air: names of minors, and the method of a suicide."""
    texts = [plain(line.text) for line in cue.lines]
    minors = minors_in([*texts, *(plain(source.text) for line in cue.lines for source in line.sources)])
    for place, text in enumerate(texts):
        if why := delicate(text, minors):
            rule = "minor named" if why.startswith("names") else "method"
            yield place, Heard(rule, "error", f"the line {why}", "leave it out")


def delicate_story(cue: Cue) -> Iterator[Heard]:
    """A story that somebody should read before it is aired."""
    yield from graded(sensitive(cue.lines, ()))


def graded(warnings: Sequence[str]) -> Iterator[Heard]:
    """Warnings of sensitive stories: a death, or somebody accused, is in every bulletin and only noted."""
    for why in warnings:
        kinds = set(why.partition("(")[2].partition(")")[0].split(", "))
        yield Heard("sensitive", "note" if kinds <= _UNPROVEN_OR_DEATH else "warning", why)


def said_twice(stories: Sequence[Cue]) -> Iterator[tuple[int, int, Heard]]:
    """Lines that were said in a story before, each with the places of its story and of itself."""
    said: set[str] = set()
    for at, cue in enumerate(stories):
        for place, line in enumerate(cue.lines):
            words = " ".join(WORD.findall(line.text[:LONGEST_WORDS].lower()))
            if words in said and len(words) > 20:
                yield (
                    at,
                    place,
                    Heard("said twice", "warning", "the same words were said in a story before", "leave it out"),
                )
            said.add(words)


def alike(stories: Sequence[Cue]) -> Iterator[tuple[int, Heard]]:
    """Two stories of one event, with the place of the second."""
    terms = [set(content(" ".join(line.text for line in cue.lines)[:LONGEST_WORDS])) for cue in stories]
    for at, mine in enumerate(terms):
        for before in range(at):
            shared = len(mine & terms[before])
            if shared >= LEAST_SHARED and shared >= ALIKE * min(len(mine), len(terms[before])):
                why = f'it tells much the same as "{stories[before].title or stories[before].slug}"'
                yield at, Heard("two stories alike", "warning", why, "keep one of them")
                break
