"""Which sentences matter: position × term centrality × how little they repeat.

Measured on news (see benchmarks): no classical ranker comes near the article's own first sentences, so
position leads; centrality (the share of the article's recurring words) breaks ties, and words already said count for
nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .words import content, count

FALL = 0.6  # how fast weight falls with position: the fifth sentence has about a third of the first's
LEAD_BONUS = 1.0
SHORT = 0.6  # a sentence of under 8 words hardly tells anything
LONG = 0.9  # one of over 28 is hard to hear
CENTRAL = 0.25
TITLED = 0.25
OVERLAP = 0.6  # a sentence that has more than this share of its words said already is a repeat


def weights(orders: Sequence[int], texts: Sequence[str], terms: Sequence[list[str]], headline: str = "") -> list[float]:
    """How much each sentence deserves to be said, by place and by the words that it shares with the article."""
    seen = Counter(term for words in terms for term in set(words))
    worth = {term: min(times - 1, 4) for term, times in seen.items()}
    title = set(content(headline))
    scores = []
    for order, text, words in zip(orders, texts, terms, strict=True):
        own = set(words)
        if not own:
            scores.append(0.0)
            continue
        central = sum(map(worth.__getitem__, own)) / (len(own) + 4)
        titled = len(own & title) / (len(own) ** 0.5)
        place = 1 / (1 + FALL * order)
        size = count(text)
        length = SHORT if size < 8 else LONG if size > 28 else 1.0
        scores.append(place * length * (1.0 + CENTRAL * central + TITLED * titled) + (LEAD_BONUS if order == 0 else 0))
    return scores


def repeats(words: list[str], said: set[str]) -> bool:
    """Whether a sentence says hardly anything that was not said."""
    own = set(words)
    return len(own) > 2 and len(own & said) / len(own) > OVERLAP
