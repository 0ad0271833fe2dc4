"""What is found against a line, and the words that it is looked for in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .patterns import regex
from .words import DAYS, MONTHS

Rule = Literal[
    "no source", "edit", "number", "name", "day", "negation", "pronoun", "quote", "new word", "doubt", "tense", "opposite", "order"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a line that its source sentences do not bear out; `source` is what they have there, where that is known."""

    rule: Rule
    words: str
    why: str
    source: str = ""


_TOKEN = regex(r"[^\W\d_]+(?:['’.&-][^\W_]+)*|\d+(?:[.,:/]\d+)*")
RELATIVE_DAYS = frozenset("today yesterday tomorrow tonight".split())
DATED = frozenset(DAYS) | RELATIVE_DAYS | (frozenset(MONTHS) - {"may", "march"})


@lru_cache(maxsize=256)  # the guard asks for those of one line and of its sentence again and again
def tokens(text: str) -> tuple[str, ...]:
    """The words and figures of a text."""
    return tuple(_TOKEN.findall(text))
