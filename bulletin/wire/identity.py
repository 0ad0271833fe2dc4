"""What makes two copies the same article, and what makes a text an article at all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

PROSE_WORDS = 20  # words in whole sentences: less than this is a caption or a menu, not an article
_STOPS = frozenset('.!?…"”’»)。！？।؟۔።')


def identity(headline: str, paragraphs: Sequence[str]) -> str:
    """Twelve hex digits that are the same for the same copy: the start of the SHA-256 of its words."""
    return hashlib.sha256("\n".join((headline, *paragraphs)).encode()).hexdigest()[:12]


def prose_words(paragraphs: Sequence[str]) -> int:
    """Words in paragraphs that read as prose: they end as a sentence does, or are too long for a label."""
    counts = ((len(paragraph.split()), paragraph[-1:] in _STOPS) for paragraph in paragraphs)
    return sum(words for words, stopped in counts if words >= 12 or (stopped and words >= 4))
