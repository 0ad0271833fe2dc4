"""Puts pronunciations into spoken text, spelled as the engine wants them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ...model import Edit
from .ipa import misaki, plural
from .names import APOSTROPHES, JOINTS, WORD, Lexicon, Name, fits, key, plain

RULE = "pronunciation"
SENTENCE_ENDS = frozenset(".!?…")
QUOTES = frozenset("\"“”'‘’()")


class Found(NamedTuple):
    """A name in a text: characters start..end, of which the name proper ends at `stem`."""

    start: int
    stem: int
    end: int
    name: Name


Spelling = Callable[[str, Found], str]


def apply(text: str, alphabets: tuple[str, ...], lexicon: Lexicon) -> tuple[str, tuple[Edit, ...]]:
    """Spoken text with the lexicon's pronunciations, and an edit for each that was put in.

    `alphabets` is what an engine's card declares; the first that is known counts.  "misaki" gives hibari's inline
    `[Tinubu](/tinˈubu/)`, "misaki-gb" the same for its British voices, "respelling" the alias; with none of them
    the text is unchanged.  A name without phonemes is said by its alias.  Whole words only, the longest name
    first, in time linear in the text.
    """
    spelling = next((SPELLINGS[alphabet] for alphabet in alphabets if alphabet in SPELLINGS), None)
    if spelling is None:
        return text, ()
    text = unicodedata.normalize("NFC", text)
    out: list[str] = []
    edits: list[Edit] = []
    at = 0
    for found in names_in(text, lexicon):
        if said := spelling(text, found):
            out += [text[at : found.start], said]
            edits.append(Edit(RULE, text[found.start : found.end], said))
            at = found.end
    return "".join(out) + text[at:], tuple(edits)


def names_in(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """The lexicon's names in a text (NFC), in order, none inside another."""
    words = [match.span() for match in WORD.finditer(text)]
    joined = [text[a[1] : b[0]] for a, b in pairwise(words)] + [""]
    at = 0
    while at < len(words):
        longest = lexicon.words.get(plain(text[slice(*words[at])]), 0)
        for size in range(min(longest, len(words) - at), 0, -1):
            if any(joint not in JOINTS for joint in joined[at : at + size - 1]):
                continue
            start, stem = words[at][0], words[at + size - 1][1]
            name = lexicon.names.get(key(text[start:stem]))
            if name is None or not fits(name, text[start:stem]):
                continue
            taken, end = _ending(text, words, joined, at + size - 1)
            if end:
                yield Found(start, stem, end, name)
                at += size + taken - 1
                break
        at += 1


def _ending(text: str, words: list[tuple[int, int]], joined: list[str], last: int) -> tuple[int, int]:
    """How many words the possessive takes and where it ends; (0, 0) when the name goes on: "Abuja'a"."""
    stem = words[last][1]
    if joined[last] in APOSTROPHES:
        return (1, words[last + 1][1]) if text[slice(*words[last + 1])].lower() == "s" else (0, 0)
    if text[stem : stem + 1] in APOSTROPHES and text[stem - 1] in "sS" and text[stem + 1 : stem + 2] in ("", " "):
        return 0, stem + 1
    return 0, stem


def _american(text: str, found: Found) -> str:
    return _inline(text, found, misaki(found.name.ipa), british=False)


def _british(text: str, found: Found) -> str:
    return _inline(text, found, misaki(found.name.ipa, british=True), british=True)


def _inline(text: str, found: Found, phonemes: str, british: bool) -> str:
    if not phonemes:
        return _respelled(text, found)
    if found.end > found.stem + 1:
        phonemes = plural(phonemes, british)
    return f"[{text[found.start : found.end]}](/{phonemes}/)"


def _respelled(text: str, found: Found) -> str:
    alias = found.name.alias
    if not alias:
        return ""
    if _begins_sentence(text, found.start):
        alias = alias[0].upper() + alias[1:]
    return alias + text[found.stem : found.end]


def _begins_sentence(text: str, start: int) -> bool:
    """Engines that find sentences by their capitals must find one there."""
    before = start - 1
    while before >= 0 and (text[before] in QUOTES or text[before] == " ") and start - before <= 4:
        before -= 1
    return before < 0 or text[before] in SENTENCE_ENDS


SPELLINGS: dict[str, Spelling] = {"misaki": _american, "misaki-gb": _british, "respelling": _respelled}
