"""A long line cut into phrases that an engine can take, where a reader would breathe."""

from __future__ import annotations

import re

# What a cut may follow, best first, and the silence that belongs there in seconds (with the 55 ms that each
# trimmed phrase keeps around it).
MARKS = ((re.compile(r"[.!?…][\"”’)]? "), 0.4), (re.compile(r"[,;:—–)] "), 0.15), (re.compile(r" "), 0.0))


def phrases(text: str, most: int) -> list[tuple[str, float]]:
    """`text` in phrases of at most `most` characters, each with the silence after it in seconds.

    The cut is made at the best mark in the middle part, so that no phrase is left with one word in it.
    """
    if len(text) <= most:
        return [(text, 0.0)] if any(c.isalnum() for c in text) else []
    at, silence = _cut(text)
    before, after = phrases(text[:at].rstrip(), most), phrases(text[at:].lstrip(), most)
    if before and after:
        before[-1] = (before[-1][0], silence)
    return before + after


def _cut(text: str) -> tuple[int, float]:
    middle = len(text) // 2
    for mark, silence in MARKS:
        ends = [match.end() for match in mark.finditer(text, middle // 2, middle + middle // 2)]
        if ends:
            return min(ends, key=lambda end: abs(end - middle)), silence
    return middle, 0.0
