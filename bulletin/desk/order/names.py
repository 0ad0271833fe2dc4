"""Names of places in a text: whole words, as they are written or in capitals, the longest name first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[^\W_]+\$?")  # the dollar keeps "AU$" from being the African Union

Phrases = dict[str, tuple[tuple[tuple[str, ...], bool], ...]]  # first word -> (the words, whether it is a name)


def words_in(text: str) -> list[str]:
    """The words of a text without their accents; joints and apostrophes part them: "Guinea-Bissau" is two."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(text)


def phrases(names: Iterable[str], masks: Iterable[str] = ()) -> Phrases:
    """Names made ready to look for.  `masks` are phrases in which a name means something else.

    A name with a capital is found as it is written and in capitals, one without in any case.
    """
    found: dict[str, dict[tuple[str, ...], bool]] = {}
    for true, group in ((True, names), (False, masks)):
        for name in group:
            for form in _forms(name):
                if words := tuple(words_in(form)):
                    found.setdefault(words[0], {})[words] = true
    return {first: tuple(sorted(group.items(), key=lambda pair: -len(pair[0]))) for first, group in found.items()}


def _forms(name: str) -> tuple[str, ...]:
    if name == name.lower():
        return (name, name.title(), name.upper())
    return (name, name.upper())


def named_in(words: list[str], known: Phrases) -> bool:
    """Whether one of the names is in the text with these words."""
    if known.keys().isdisjoint(words):
        return False
    place = 0
    while place < len(words):
        step = 1
        for phrase, true in known.get(words[place], ()):
            if len(phrase) == 1 or tuple(words[place : place + len(phrase)]) == phrase:
                if true:
                    return True
                step = len(phrase)
                break
        place += step
    return False


@cache
def africa() -> Phrases:
    """Our own names of Africa, from africa.txt."""
    names: list[str] = []
    masks: list[str] = []
    for line in _lines(Path(__file__).with_name("africa.txt").read_text(encoding="utf-8")):
        masked = line.startswith("not ")
        (masks if masked else names).extend(part.strip() for part in line.removeprefix("not ").split(","))
    return phrases(names, masks)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if (bare := line.strip()) and not bare.startswith("#"):
            yield bare
