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

LOST_OPENING = re.compile(r"(?:^|(?<=[\s(]))\?(?=[A-Z][a-z’']|[A-Z] [a-z])")
LOST_CLOSING = re.compile(r"(?<=[a-z0-9][,.!])\?(?=\s|$)|(?<=[a-z0-9])\?(?=\s{1,2}[a-z])")
SINGLE = re.compile(r"(?<=[a-z0-9%][.!?])'(?=[A-Z])")
SINGLE_OPENING = re.compile(r"(?:^|(?<=[\s(]))'(?=\w)")
SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?])'(?=\s|$)")


def spaced(text: str) -> str:
    """ "on media.The state" -> "on media. The state"; addresses, initials and decimals stay as they are."""
    if '"' in text:
        text = _straight_quotes(text)
    if "'" in text:
        text = SINGLE.sub(_single_quote, text)
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


def _single_quote(match: re.Match[str]) -> str:
    """A straight single quote between a stop and a capital closes what was opened before it, else it opens."""
    before = match.string[max(0, match.start() - 600) : match.start()]
    opened = [found.start() for found in SINGLE_OPENING.finditer(before)]
    return "' " if opened and not SINGLE_CLOSING.search(before, opened[-1]) else " '"


def apostrophes(text: str) -> str:
    """ "territory?s" -> "territory’s": certain only between letters, before an ending that English has."""
    return LOST_APOSTROPHE.sub("’", text)


def quotations(text: str) -> str:
    """ "?The rule is odd? an official said" -> "“The rule is odd” an official said".

    No word begins with a question mark: there it was an opening quotation mark.  Then the next one that a small letter
    follows was the closing one.  Others may be questions, and stay.
    """
    if "?" not in text or not LOST_OPENING.search(text):
        return text
    text = LOST_OPENING.sub("“", text)
    pieces = text.split("“")
    return "“".join(
        [pieces[0], *(LOST_CLOSING.sub("”", piece, count=1) if "”" not in piece else piece for piece in pieces[1:])]
    )


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
    if following.startswith("'"):
        openings = list(SINGLE_OPENING.finditer(text))
        return "'" if openings and not SINGLE_CLOSING.search(text, openings[-1].start()) else ""
    return ""
