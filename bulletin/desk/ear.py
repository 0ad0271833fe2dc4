"""The rules for the ear that need nothing but the sentence, in their order; each is one small function in its own file."""

from __future__ import annotations

from .abbreviations import unabbreviated, without_honours
from .contractions import uncontracted
from .jargon import without_here, without_jargon
from .measures import money_in_words, shares_in_words, units_in_words
from .rounding import rounded

WORDING = (  # other words for the same thing: no number changes
    ("letters after a name", without_honours),
    ("short form", unabbreviated),
    ("contraction", uncontracted),
    ("dateline here", without_here),
    ("jargon", without_jargon),
    ("money in words", money_in_words),
    ("units in words", units_in_words),
    ("per cent", shares_in_words),
)
FOR_THE_EAR = (*WORDING, ("round figure", rounded))
