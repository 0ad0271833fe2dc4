"""The words of each language: greetings, times, days, lists and numbers.

    words_of("fr").time(at)      "quatorze heures"

English is complete; French is reviewed against public sources; Hausa and Swahili are experimental: no native speaker
has read them (docs/languages.md).
"""

from __future__ import annotations

from ... import tongues
from .words import Words

__all__ = ["Words", "words_of"]


def words_of(language: str) -> Words:
    """The words of a language tag ("fr", "fr-CI", "ha-NG"); English for one that is unknown."""
    match tongues.base(language):
        case "fr":
            from .french import WORDS
        case "ha":
            from .hausa import WORDS
        case "sw":
            from .swahili import WORDS
        case _:
            from .english import WORDS
    return WORDS
