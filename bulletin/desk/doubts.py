"""What may not be cut, or not beside it: denials, doubts, limits and superlatives; and what must be left to stand."""

from __future__ import annotations

import re

from .patterns import regex
from .words import count, has_verb

SHORTEST = 8  # words that must be left

DOUBT = regex(
    r"(?i)\b(?:if|unless|except|not|no|never|without|neither|nor|but|although|though|den(?:y|ies|ied|ying)|alleg\w+|accus\w+"
    r"|suspect\w*|claim\w*|only|until|reportedly|dispute[ds]?|than|between|both|whether)\b|n't\b"
)
LIMITED = regex(r"(?i)\b(?:not|no|never|neither|nor|none|only|than|between|unless|except|until|without|if|yet)\b|n't\b")
RANKED = regex(
    r"(?i)\b(?:first|last|most|least|best|worst|record|every|all|half|twice|doubled?|per|[a-z]{3,}(?<!inter)(?<!prot)(?<!arr)(?<!requ)(?<!for)(?<!inv)est)\b"
)
DOUBT_TAIL = regex(
    r"(?i)\b(?:if|unless|except|but|although|though|den(?:y|ies|ied|ying)|alleg\w+|only|until|reportedly|dispute[ds]?)\b"
)


_PARTICIPLE = re.compile(
    r"^(?:(?:An?|\d[\d,]*|One|Two|Three|Four|Five|Six|Several) [^,]{2,60}?|[^,]{3,60},) [a-z]+ed (?:by|from|in|for|with|at|of|to|on)\b(?P<rest>.*)$"
)


def _only_participle(text: str) -> bool:
    """ "A letter signed by ..." and "The actor, dressed in ...": no verb of its own."""
    match = _PARTICIPLE.match(text)
    return match is not None and not has_verb(match["rest"])


def stands(text: str) -> bool:
    """Whether it is a sentence of its own, of SHORTEST words or more, with its quotation marks in pairs."""
    if _only_participle(text):
        return False
    return count(text) >= SHORTEST and has_verb(text) and text.count('"') % 2 == 0
