"""Words as misaki phonemes, for the voices made from Kokoro: hibari's own dictionaries and rules, no espeak.

They are loaded in half the time that the package takes, and once for all voices of an accent.  This reaches into
hibari, which pyproject.toml pins; a test holds what comes out against what the package itself gives.
"""

from __future__ import annotations

import gc
import gzip
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from hibari.g2p import ASSETS, G2P
from hibari.g2p.lexicon import Lexicon
from hibari.g2p.tagger import Tagger
from hibari.g2p.tokenize import Tokenizer
from hibari.tts import Hibari

# It says "A-P-C" with the article "a", and "A.P.C" with the letter; a last dot would end the sentence.
LETTERS = re.compile(r"\b[A-Z](?:-[A-Z])+\b")


class Phonemizer(G2P):  # type: ignore[misc]  # hibari ships no types
    """hibari's, with its files parsed by msgspec: 0.2 s in place of 0.4 s (measured)."""

    def __init__(self, british: bool) -> None:
        accent = "gb" if british else "us"
        gold, silver = (_parsed(f"lexicon_{accent}_{kind}.json.gz") for kind in ("gold", "silver"))
        self.lexicon = Lexicon(gold, silver, british)
        self.tokenizer = Tokenizer(_parsed("tokenizer_exceptions.json"))
        self.tagger = Tagger(_parsed("tagger.json.gz"))
        self._oov, self.unk, self.british = None, "", british


@lru_cache(maxsize=2)
def phonemizer(british: bool) -> Any:
    """The one of that accent, with its net for unknown words loaded before threads meet."""
    collecting = gc.isenabled()
    gc.disable()  # a third of the time goes into looking for garbage among 200,000 new words
    try:
        made = Phonemizer(british)
    finally:
        if collecting:
            gc.enable()
    made("Zxqv")
    return made


def dotted(text: str) -> str:
    """Text with letters that are said one by one written as hibari reads them right: A.P.C."""
    return LETTERS.sub(lambda letters: letters[0].replace("-", "."), text)


def phonemes(text: str, british: bool, most: int) -> list[str]:
    """`text` as phonemes, in strings of at most `most` that are cut between words."""
    made = phonemizer(british)
    return pieces(" ".join(filter(None, (made(sentence) for sentence in Hibari.split_sentences(dotted(text))))), most)


def pieces(rest: str, most: int) -> list[str]:
    """Phonemes in strings of at most `most` that are cut between words, behind a comma where there is one."""
    parts = []
    while len(rest) > most:
        at = max(rest.rfind(", ", 0, most) + 1, 0) or rest.rfind(" ", 0, most)
        at = at if at > 0 else most
        parts.append(rest[:at].strip())
        rest = rest[at:].strip()
    return [part for part in (*parts, rest) if part]


def _parsed(name: str) -> Any:
    content = (Path(ASSETS) / name).read_bytes()
    return msgspec.json.decode(gzip.decompress(content) if name.endswith(".gz") else content)
