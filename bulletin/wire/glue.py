"""Sentences that lost the space between them, apostrophes that became question marks, quotations left open."""

from __future__ import annotations

import re
from collections.abc import Sequence

STOP_LETTER = re.compile(
    r"(?<=[a-z0-9%)\]][.!?])(?=[“‘(\[]?[A-Z](?:[a-z’']|$|[A-Z]))"  # media.The
    r"|(?<=[A-Z]{3}[.!?])(?=[A-Z][a-z]{2})"  # UNESCO.The, but not U.S.A.
    r"|(?<=[a-z0-9%][.!?][”’)])(?=[A-Z“])"  # there.”The
    r"|(?<=[a-z][.!?])(?=#[a-z])"
)
STRAIGHT = re.compile(r"(?<=[a-z0-9%][.!?,])\"(?=[A-Za-z])")
KEPT = re.compile(r"(?i)://|www\.|@|^(?:ph\.d|e\.g|i\.e)|\.(?:com|org|net|co|ng|js|io|tv)\b(?![a-z])")
LOST_APOSTROPHE = re.compile(r"(?<=[A-Za-z])(?:â\?\?|\?)(?=(?:s|t|re|ve|ll|d|m)\b)")


def spaced(text: str) -> str:
    """ "on media.The state" -> "on media. The state"; addresses, initials and decimals stay as they are."""
    if '"' in text:
        text = _straight_quotes(text)
    if not STOP_LETTER.search(text):
        return text
    return " ".join(word if KEPT.search(word) else STOP_LETTER.sub(" ", word) for word in text.split(" "))


def _straight_quotes(text: str) -> str:
    """A straight quote mark glued on both sides: it opens where an even number stand before it, else it closes."""
    pieces: list[str] = []
    at = marks = 0
    for match in STRAIGHT.finditer(text):
        marks += text.count('"', at, match.start())
        pieces += [text[at : match.start()], '" ' if marks % 2 else ' "']
        marks += 1
        at = match.end()
    return "".join((*pieces, text[at:]))


def apostrophes(text: str) -> str:
    """ "territory?s" -> "territory’s": certain only between letters, before an ending that English has."""
    return LOST_APOSTROPHE.sub("’", text)


def closed(paragraphs: Sequence[str]) -> list[str]:
    """Quotations that run over paragraphs, closed at the end of each, as each begins with an opening mark."""
    return [
        f"{text}{_missing(text, following)}" for text, following in zip(paragraphs, [*paragraphs[1:], ""], strict=False)
    ]


def _missing(text: str, following: str) -> str:
    if following.startswith("“") and text.rfind("“") > text.rfind("”"):
        return "”"
    if following.startswith('"') and text.count('"') % 2:
        return '"'
    opened = text.rfind("‘")
    if following.startswith("‘") and opened >= 0 and not re.search(r"’(?!\w)", text[opened:]):
        return "’"
    return ""
