"""What the wire cannot put right, said to the editor: words that a scraper lost, marks that became others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LOWER_NAMES = re.compile(r"(?:i[A-Z]|e[A-Z]|al-[A-Z]|el-[A-Z]|de [A-Z]|van [A-Z]|von [A-Z]|bin [A-Z]|d’[A-Z]|x[A-Z])")
LOST_START = re.compile(r"[,;:.)\]%/]|[a-z]|['’](?:s|t|re|ve|ll|d|m)\s")
QUERIES = re.compile(r"(?:^|[\s(])\?(?=[A-Za-z\d])|[a-z,]\?\s{1,2}[a-z]|\?\?|â\?|�")
QUOTATIONS = "question marks that stood for quotation marks were put right: check where the quotations end"
CUT_OFF = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$")


def warnings(paragraphs: Sequence[str]) -> Iterator[str]:
    """One line for each kind of doubt."""
    lost = [number for number, text in enumerate(paragraphs, 1) if begins_inside(text)]
    if lost:
        excerpt = " ".join(paragraphs[lost[0] - 1].split()[:5])
        yield f"{_paragraphs(lost)} in the middle of a sentence (“{excerpt}…”): words are missing there"
    queries = [number for number, text in enumerate(paragraphs, 1) if QUERIES.search(text)]
    if queries:
        yield f"question marks stand where other marks were, in {_those(queries)}: check quotations and sums of money"
    if paragraphs and CUT_OFF.search(paragraphs[-1]):
        yield "the text is cut off at its end: it may be the summary of a feed"


def begins_inside(text: str) -> bool:
    """True for a paragraph that begins with the end of a word or of a sentence."""
    return bool(LOST_START.match(text)) and not LOWER_NAMES.match(text)


def _paragraphs(numbers: Sequence[int]) -> str:
    return f"paragraph {numbers[0]} begins" if len(numbers) == 1 else f"{_those(numbers)} begin"


def _those(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:8]))
    return f"paragraph{'s' if len(numbers) > 1 else ''} {shown}{' and others' if len(numbers) > 8 else ''}"
