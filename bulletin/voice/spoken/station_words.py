"""A station's own words: said as the station says, whatever the rules would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ...model import Edit
from .characters import MARKS, plain, sayable

Said = tuple[str, ...]
_FIRST, _MOST = ord(MARKS[0]), ord(MARKS[1]) - ord(MARKS[0])  # a letter stands for each word until the rules are done


def protect(
    text: str, words: Mapping[str, str], say: Callable[[str], str], trace: list[Edit] | None
) -> tuple[str, Said]:
    """The text with a mark for each of the station's words, and what the marks stand for.

    `say` makes a way of saying that has digits or symbols in it speakable.
    """
    pattern, table = _lookup(tuple(words.items()), say)
    if pattern is None:
        return text, ()
    marks: dict[str, str] = {}

    def mark(match: re.Match[str]) -> str:
        word = match.group()
        said = table.get(word) or table[word.lower()]
        if said not in marks and len(marks) == _MOST:
            return word
        if trace is not None:
            trace.append(Edit("station words", word, said))
        return marks.setdefault(said, chr(_FIRST + len(marks)))

    return pattern.sub(mark, text), tuple(marks)


def restore(text: str, kept: Said) -> str:
    """The station's words in the place of their marks."""
    return " ".join(text.translate({_FIRST + place: said for place, said in enumerate(kept)}).split())


@lru_cache(maxsize=8)
def _lookup(
    words: tuple[tuple[str, str], ...], say: Callable[[str], str]
) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """A pattern of all the words, longest first, and a table to look them up in.

    A word with no capital in it is found in any case; "Tinubu" is found as it is written.
    """
    table: dict[str, str] = {}
    for word, said in words:
        key, way = plain(word), said
        if key:
            table[key] = way if sayable(way) == way else say(way)
    if not table:
        return None, table
    cased = [re.escape(key) for key in table if key != key.lower()]
    uncased = [f"(?i:{re.escape(key)})" for key in table if key == key.lower()]
    found = "|".join(sorted(cased + uncased, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])"), table
