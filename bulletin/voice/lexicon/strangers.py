"""Which names in a text nobody has said how to say: worth a warning before they are read aloud.

Ordinary words and well-known names are those in hibari's own dictionaries (misaki's: 180,000 entries), which are
read from its package folder without importing it.  They are sorted, so a word is found by halving the text, and
nothing is parsed (100 ms a file).
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
import zlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .applying import names_in
from .english import ENGLISH_ENDINGS, ENGLISH_NAMES, READ_RIGHT
from .names import APOSTROPHES, WORD, Lexicon

FILES = ("lexicon_us_gold.json.gz", "lexicon_us_silver.json.gz")
LARGEST = 50_000_000  # bytes of a dictionary, unpacked
KEY = re.compile(rb'[{,]"((?:[^"\\]|\\.){1,200})":')
# Keys of an entry that has several readings, not entries themselves.
READINGS = frozenset(b"DEFAULT NOUN VERB ADJ ADV DT None VBD VBN VBP".split())
WINDOW = 2000  # bytes: where halving ends and looking begins
SHORTEST = 3  # letters: "Li" is read as it is spelled
INFLECTIONS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")  # of ordinary words, at a sentence's start too


def unknown(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names in `text` that are in no dictionary and not in the lexicon, as written, each once, in order.

    Initials in capitals are left to the spelling of letters.  Empty where hibari is not installed: then there is
    no telling a hard name from an ordinary word.
    """
    text = unicodedata.normalize("NFC", text)
    known = [(found.start, found.end) for found in names_in(text, lexicon)]
    strangers: dict[str, None] = {}
    at = 0
    for match in WORD.finditer(text):
        while at < len(known) and known[at][1] <= match.start():
            at += 1
        covered = at < len(known) and known[at][0] <= match.start()
        word = match.group()
        if not covered and word not in strangers and _is_name(word) and not _ends_contraction(text, match.start()):
            strangers[word] = None
    if not strangers:
        return ()
    files = _dictionaries()
    return tuple(word for word in strangers if not _ordinary(word, files)) if files else ()


def _is_name(word: str) -> bool:
    """One capital, at its front: others are initials ("MPs") or trade names ("TikTok")."""
    return len(word) >= SHORTEST and word[0] != word[0].lower() and word[1:] == word[1:].lower()


def _ends_contraction(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in APOSTROPHES and text[start - 2].isalpha()


def _ordinary(word: str, files: tuple[bytes, ...]) -> bool:
    if word in ENGLISH_NAMES or word in READ_RIGHT or word.endswith(ENGLISH_ENDINGS):
        return True
    forms = {word, word.lower()}
    for ending in INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            stem = word[: -len(ending)].lower()
            forms |= {stem, stem + "e", stem.capitalize()} if ending not in ("s", "es") else {stem, stem.capitalize()}
    return any(_has(file, form) for file in files for form in forms)


def _has(file: bytes, word: str) -> bool:
    """Is `word` a key of this JSON object, whose keys are sorted by code point?"""
    key = json.dumps(word, ensure_ascii=False)[1:-1].encode()
    low, high = 0, len(file)
    while high - low > WINDOW:
        middle = (low + high) // 2
        match = KEY.search(file, middle)
        while match and match[1] in READINGS:
            match = KEY.search(file, match.end() - 1)
        if match is None or match.start() >= high or match[1] > key:
            high = middle
        else:
            low = match.start()
    return file.find(b'"%s":' % key, low, high + WINDOW) >= 0


@lru_cache(maxsize=1)
def _dictionaries() -> tuple[bytes, ...]:
    """The dictionaries' JSON, or nothing where they are not here."""
    spec = find_spec("hibari")
    if spec is None or spec.origin is None:
        return ()
    files = []
    for name in FILES:
        try:
            with gzip.open(Path(spec.origin).parent / "assets" / name) as file:
                files.append(file.read(LARGEST))
        except (OSError, EOFError, zlib.error):
            return ()
    return tuple(files) if all(any(_has(file, word) for file in files) for word in ("the", "London", "water")) else ()
