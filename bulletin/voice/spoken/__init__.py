"""Text made speakable: every digit and symbol becomes words, and capitals become letters or words.

`spoken` gives the words for an engine, `changes` says which rule changed what.  The order of the rules stands in
english.py; other languages (languages.py) have their numbers and common signs said, and are experimental.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Edit
from .characters import plain, sayable
from .rule import Rule, follow
from .station_words import Said, protect, restore

__all__ = ["changes", "spoken"]


_MOST_PASSES = 12  # ordinary copy needs two: one that changes it, and one that finds it said


def spoken(text: str, language: str = "en", *, words: Mapping[str, str] | None = None) -> str:
    """The text in letters, spaces, apostrophes, hyphens inside words and . , ; : ? ! – — only.

    `language` is a tag such as "en", "en-NG" or "fr".  `words` is a station's own table, word -> how it is said; it wins
    over every rule.  Saying what has been said changes nothing.  Raises nothing.
    """
    return _say(text, language, words, None)


def changes(text: str, language: str = "en", *, words: Mapping[str, str] | None = None) -> tuple[Edit, ...]:
    """What `spoken` changes, in the order of the rules: each with its rule, the text before and the words after."""
    trace: list[Edit] = []
    _say(text, language, words, trace)
    return tuple(trace)


def _say(text: str, language: str, words: Mapping[str, str] | None, trace: list[Edit] | None) -> str:
    said = _noted("characters", text, plain(text), trace)
    kept: Said = ()
    if words:
        said, kept = protect(said, words, spoken, trace)
    rules = _rules(language)
    for _ in range(_MOST_PASSES):  # what one rule took away can lay bare a word for another: "5St." has "St." in it
        before = said
        said = follow(rules, said, trace)
        said = _noted("punctuation", said, sayable(said), trace)
        if said == before:
            break
    return restore(said, kept) if kept else said


def _noted(rule: str, before: str, after: str, trace: list[Edit] | None) -> str:
    if trace is not None and before != after:
        trace.append(Edit(rule, before, after))
    return after


def _rules(language: str) -> tuple[Rule, ...]:
    code = language.lower().replace("_", "-").split("-")[0]
    if code in ("en", "pcm", ""):
        from .english import RULES

        return RULES
    from .languages import rules

    return rules(code)
