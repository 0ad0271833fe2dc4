"""What is said in so many words: the sentences in the order of the article, each as full as it fits.

The order of the article is the order of weight in news; only a sentence that no rule could make short enough to be
heard waits behind the next few.  What is left over is filled by exchanging the sentence said last in weight.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .editing import Draft
from .words import LONG, count

FULL = 0.92  # of the budget: copy that reaches it is full
WAITS = 5  # places that a sentence waits which is too long to be heard,
FOR_EACH = 0.2  # and more for each word over LONG

FALL = 0.6  # how fast the worth of a word falls from sentence to sentence: the fifth has about a third of the first's
MOST_TRIED = 4
LEAST = 5  # words of a sentence
SHRINK = 2.2  # no rule makes a sentence shorter than by this factor

Lines = tuple[Draft, ...]  # on their way to being lines


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence that may be said: its versions from the fullest to the shortest, and what it may stand with."""

    place: int
    turn: float  # when it is considered: its order in the article, sooner where it is the article's news
    versions: Iterable[Lines]
    after: Sequence[int] = ()  # it may only be said behind one of these places
    never_with: frozenset[int] = frozenset()  # places that may not be said where it is
    quotation: bool = False
    news: bool = False  # the article tells it twice: it does not wait, however long it is

    @property
    def first(self) -> Lines:
        """Its fullest version."""
        return next(iter(self.versions))


def filled(choices: Iterable[Choice], words: int) -> dict[int, Lines]:
    """The versions that are said by their place, in the order of the article; {} where none fits in `words`.

    `choices` come by their turn and are asked for only until the story is full.
    """
    said: dict[int, Lines] = {}
    known: list[tuple[float, Choice]] = []
    for choice in choices:
        known.append((_turn(choice, not known), choice))
        known.sort(key=operator.itemgetter(0))
        due = [other for turn, other in known if turn <= choice.turn]
        _say(due, said, words)
        if _size(said) >= FULL * words:
            break
    in_turn = [choice for _, choice in known]
    _say(in_turn, said, words)
    if _size(said) < FULL * words:
        said = _exchanged(in_turn, said, words)
    return {place: said[place] for place in sorted(said)}


def _say(choices: Sequence[Choice], said: dict[int, Lines], words: int) -> None:
    """Puts in what fits, the first in turn first, until the story is full."""
    while (room := words - _size(said)) > (1 - FULL) * words:
        new = next(_fitting(choices, said, room, words), None)
        if new is None:
            return
        said[new[0].place] = new[1]


def _turn(choice: Choice, lead: bool) -> float:
    over = max(count(line.text) for line in choice.first) - LONG
    return choice.turn + (WAITS + FOR_EACH * over if over > 0 and not lead and not choice.news else 0.0)


def _fitting(
    in_turn: Sequence[Choice], said: dict[int, Lines], room: int, words: int, gone: Choice | None = None
) -> Iterator[tuple[Choice, Lines]]:
    """What may be said next, the weightiest first and as full as it fits in the room."""
    if room < LEAST:
        return
    for choice in in_turn:
        if choice is gone or choice.place in said or not _may_stand(choice, said, in_turn, words):
            continue
        if _words(choice.first) > SHRINK * room:
            continue
        for lines in choice.versions:
            if _words(lines) <= room:
                yield choice, lines
                break


def _may_stand(choice: Choice, said: dict[int, Lines], choices: Sequence[Choice], words: int) -> bool:
    if choice.never_with & said.keys() or any(
        choice.place in other.never_with for other in choices if other.place in said
    ):
        return False
    if choice.after and not any(place in said for place in choice.after):
        return False
    if choice.place < min(said, default=choice.place + 1) and (choice.after or choice.first[0].text.startswith('"')):
        return False
    quotations = sum(other.quotation for other in choices if other.place in said)
    return not (choice.quotation and quotations > words // 30)


def _exchanged(in_turn: Sequence[Choice], said: dict[int, Lines], words: int) -> dict[int, Lines]:
    """The copy with one sentence shorter or gone, and what then fits in its place; the weightiest of those that are full."""
    turns = {choice.place: turn for turn, choice in enumerate(in_turn)}

    def weight(copy: dict[int, Lines]) -> tuple[bool, float]:
        full = _size(copy) >= FULL * words
        worth = sum(_words(lines) / (1 + FALL * turns[place]) for place, lines in copy.items())
        return full, worth if full else _size(copy)

    best = said
    weightiest = sorted(said, key=turns.__getitem__)[:2]  # the news itself is not given away for a fuller story,
    # nor the lead shortened
    for choice in in_turn:
        if choice.place not in said or choice.place == weightiest[0]:
            continue
        shorter: list[Lines | None] = [lines for lines in choice.versions if _words(lines) < _words(said[choice.place])]
        if choice.place not in weightiest and not any(
            choice.place in other.after for other in in_turn if other.place in said
        ):
            shorter.append(None)
        for lines in shorter:
            rest = {place: old for place, old in said.items() if place != choice.place}
            if lines:
                rest[choice.place] = lines
            for new, added in itertools.islice(_fitting(in_turn, rest, words - _size(rest), words, choice), MOST_TRIED):
                tried = {**rest, new.place: added}
                if _size(tried) < FULL * words and (
                    more := next(_fitting(in_turn, tried, words - _size(tried), words, choice), None)
                ):
                    tried[more[0].place] = more[1]
                best = max(best, tried, key=weight)
    return best if _size(best) >= FULL * words else said  # an earlier sentence is not given for a few words more


def _size(said: dict[int, Lines]) -> int:
    return sum(map(_words, said.values()))


def _words(lines: Lines) -> int:
    return sum([count(line.text) for line in lines])
