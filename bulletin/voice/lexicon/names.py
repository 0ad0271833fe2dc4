"""What a lexicon is: names by how they are written, whatever their accents, case and joints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

MARKS = "\u0300-\u036f"
# One word of letters; a name may be several, with one joint between two of them.
WORD = re.compile(rf"(?:[^\W\d_][{MARKS}]*)+")
APOSTROPHES = frozenset("'’‘ʼʻʹ`´")
JOINTS = frozenset(" -‐‑\N{NO-BREAK SPACE}") | APOSTROPHES
INITIALS = 3  # letters: so few capitals are initials or a numeral
# Letters whose plain form Unicode does not know.
PLAIN = str.maketrans({"ɗ": "d", "ɓ": "b", "ƙ": "k", "ƴ": "y", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ɔ": "o",
                       "ɛ": "e", "ŋ": "ng", "ð": "d", "þ": "th", "ǝ": "e", "ə": "e", "æ": "ae", "œ": "oe"})  # fmt: skip


class Name(NamedTuple):
    """How one name is said: `ipa`, and `alias`, a respelling; one of the two may be empty."""

    graphemes: tuple[str, ...]
    ipa: str = ""
    alias: str = ""
    origin: str = ""  # "names.pls, line 12"


@dataclass(frozen=True)
class Lexicon:
    """Names by key, and how many words the longest name has that begins with a word."""

    names: Mapping[str, Name]
    words: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.names)

    def get(self, written: str) -> Name | None:
        """The name that is written so, or None."""
        found = self.names.get(key(written))
        return found if found and fits(found, written) else None


def lexicon(names: Iterable[Name]) -> Lexicon:
    """A lexicon of those names; a later one wins over an earlier one that is written the same."""
    by_key: dict[str, Name] = {}
    words: dict[str, int] = {}
    for name in names:
        for grapheme in name.graphemes:
            by_key[key(grapheme)] = name
            parts = WORD.findall(unicodedata.normalize("NFC", grapheme))
            first = plain(parts[0])
            words[first] = max(words.get(first, 0), len(parts))
    return Lexicon(MappingProxyType(by_key), MappingProxyType(words))


def plain(word: str) -> str:
    """A word without accents and case: "Ọ̀yọ́" is "oyo"."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(PLAIN)


def key(written: str) -> str:
    """What names that differ only in accents, case, hyphens and kinds of apostrophe have in common."""
    joined = "".join("'" if c in APOSTROPHES else " " if c in JOINTS else c for c in written)
    return plain(joined)


def fits(name: Name, written: str) -> bool:
    """A name with a capital is that name only where it has one: "Jos", never "jos"; and "XI" is no "Xi"."""
    if written == written.upper() and len(written) <= INITIALS:
        return written in name.graphemes
    return written != written.lower() or any(grapheme == grapheme.lower() for grapheme in name.graphemes)
