"""What is found against a line, and the words that it is looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

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


_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’.&-][^\W_]+)*")
RELATIVE_DAYS = frozenset("today yesterday tomorrow tonight".split())
DATED = frozenset(DAYS) | RELATIVE_DAYS | (frozenset(MONTHS) - {"may", "march"})


def tokens(text: str) -> list[str]:
    """The words and figures of a text."""
    return _TOKEN.findall(text)
