"""Taking words out of a text: spans are pairs of places, start and end, in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Span = tuple[int, int]
Cut = Callable[[str], Iterable[Span]]  # a rule: the spans of a text to take out; its name is the reason
Judge = Callable[[str], bool]  # a rule: is this whole line (or sentence) furniture?

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')\]]{0,3}\s{1,9}(?=[\"“‘'(\[]?[A-Z0-9@©#])")


def reason(rule: Callable[..., object]) -> str:
    """A rule's name as a person reads it."""
    return rule.__name__.replace("_", " ")


def matches(pattern: re.Pattern[str], text: str) -> list[Span]:
    """The spans of a pattern (of its group `cut`, where it has one)."""
    group: str | int = "cut" if "cut" in pattern.groupindex else 0
    return [match.span(group) for match in pattern.finditer(text)]


def without(text: str, spans: Iterable[Span]) -> tuple[str, list[str]]:
    """The text without some spans, spaces put right, and the words that went."""
    kept: list[str] = []
    gone: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start < at or end <= start:
            continue
        if words := " ".join(text[start:end].split()):
            gone.append(words)
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return _joined(kept), gone


def _joined(parts: list[str]) -> str:
    pieces: list[str] = []
    for part in parts:
        bare = part.strip()
        if bare:
            if pieces and bare[0] not in ".,;:!?)”’…":
                pieces.append(" ")
            pieces.append(bare)
    return "".join(pieces)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, roughly: good enough to tell furniture by how it begins."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
