"""From IPA to the phonemes that hibari and Kokoro take (misaki's alphabet), American or British.

misaki writes each diphthong and affricate as one character, sets the stress mark before the vowel and not before
the syllable, and has no length in American English.  Its table: github.com/hexgrad/misaki, EN_PHONES.md.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Longest first.  IPA -> (American, British); "R" is an r that the British say before a vowel only.
SOUNDS = {
    "ɛər": ("ɛɹ", "ɛːR"), "ʊər": ("ʊɹ", "ʊəR"), "ɪər": ("ɪɹ", "ɪəR"),
    "tʃ": ("ʧ", "ʧ"), "dʒ": ("ʤ", "ʤ"), "t͡ʃ": ("ʧ", "ʧ"), "d͡ʒ": ("ʤ", "ʤ"), "t͡s": ("ts", "ts"),
    "eɪ": ("A", "A"), "aɪ": ("I", "I"), "aʊ": ("W", "W"), "ɔɪ": ("Y", "Y"), "oʊ": ("O", "Q"), "əʊ": ("O", "Q"),
    "ɜːr": ("ɜɹ", "ɜːR"), "ɜr": ("ɜɹ", "ɜːR"), "ɝ": ("ɜɹ", "ɜːR"), "ɚ": ("əɹ", "əR"),
    "ɑː": ("ɑ", "ɑː"), "iː": ("i", "iː"), "uː": ("u", "uː"), "ɔː": ("ɔ", "ɔː"), "ɛː": ("ɛ", "ɛː"), "ɜː": ("ɜɹ", "ɜː"),
    "eː": ("A", "A"), "oː": ("O", "Q"), "aː": ("ɑ", "ɑː"),
    "a": ("ɑ", "a"), "ɑ": ("ɑ", "ɑː"), "æ": ("æ", "a"), "e": ("ɛ", "ɛ"), "ɛ": ("ɛ", "ɛ"), "ə": ("ə", "ə"),
    "ɐ": ("ə", "ə"), "i": ("i", "i"), "ɪ": ("ɪ", "ɪ"), "ᵻ": ("ᵻ", "ɪ"), "ɨ": ("ɪ", "ɪ"), "o": ("O", "Q"),
    "ɒ": ("ɑ", "ɒ"), "ɔ": ("ɔ", "ɔ"), "u": ("u", "u"), "ʊ": ("ʊ", "ʊ"), "ʌ": ("ʌ", "ʌ"), "ɜ": ("ɜɹ", "ɜː"),
    "y": ("u", "uː"), "ø": ("ɜɹ", "ɜː"), "œ": ("ɜɹ", "ɜː"),
    "b": ("b", "b"), "d": ("d", "d"), "f": ("f", "f"), "ɡ": ("ɡ", "ɡ"), "g": ("ɡ", "ɡ"), "h": ("h", "h"),
    "j": ("j", "j"), "k": ("k", "k"), "l": ("l", "l"), "m": ("m", "m"), "n": ("n", "n"), "ŋ": ("ŋ", "ŋ"),
    "p": ("p", "p"), "r": ("ɹ", "R"), "ɹ": ("ɹ", "R"), "s": ("s", "s"), "ʃ": ("ʃ", "ʃ"), "t": ("t", "t"),
    "θ": ("θ", "θ"), "ð": ("ð", "ð"), "v": ("v", "v"), "w": ("w", "w"), "z": ("z", "z"), "ʒ": ("ʒ", "ʒ"),
    # sounds that English voices were never taught: the nearest that they know
    "x": ("k", "k"), "χ": ("k", "k"), "ɣ": ("ɡ", "ɡ"), "ɾ": ("ɹ", "ɹ"), "ʁ": ("ɹ", "ɹ"), "ʀ": ("ɹ", "ɹ"),
    "ɓ": ("b", "b"), "ɗ": ("d", "d"), "ƙ": ("k", "k"), "ɲ": ("nj", "nj"), "ʎ": ("lj", "lj"), "ɬ": ("ʃl", "ʃl"),
    "ɸ": ("f", "f"), "β": ("b", "b"), "c": ("k", "k"), "q": ("k", "k"), "ħ": ("h", "h"), "ʕ": ("", ""),
    "ʔ": ("", ""), "ɫ": ("l", "l"), "ɥ": ("w", "w"), "ʋ": ("v", "v"), "ɕ": ("ʃ", "ʃ"), "ʑ": ("ʒ", "ʒ"),
    "ˈ": ("ˈ", "ˈ"), "ˌ": ("ˌ", "ˌ"), " ": (" ", " "),
    # marks that have no letter there
    ".": ("", ""), "͡": ("", ""), "‿": ("", ""), "ː": ("", ""), "ˑ": ("", ""), "ʰ": ("", ""), "ʼ": ("", ""),
    "\N{COMBINING TILDE}": ("n", "n"), "-": (" ", " "),
}  # fmt: skip
LONGEST = max(map(len, SOUNDS))
VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ")
STRESS = "ˈˌ"
SIGNS = frozenset("".join(SOUNDS))


def strange_sign(ipa: str) -> str:
    """The first character that is not read here; empty when all are."""
    signs = unicodedata.normalize("NFD", ipa)
    return "" if SIGNS.issuperset(signs) else next(sign for sign in signs if sign not in SIGNS)


@lru_cache(maxsize=4096)
def misaki(ipa: str, british: bool = False) -> str:
    """IPA in misaki's alphabet; where no stress is marked, each word is given one.

    Signs that are not read here are left out: `strange_sign` finds them.
    """
    text = unicodedata.normalize("NFD", ipa.strip())
    heard: list[str] = []
    at = 0
    while at < len(text):
        size = next((n for n in range(LONGEST, 0, -1) if text[at : at + n] in SOUNDS), 1)
        heard.append(SOUNDS.get(text[at : at + size], ("", ""))[british])
        at += size
    words = [_stressed(_without_r(word)) for word in "".join(heard).split()]
    return " ".join(words if set(STRESS) & set(text) else (_stressed(f"ˈ{word}") for word in words))


def _without_r(word: str) -> str:
    """British: an r is said before a vowel (with or without a stress mark between) and nowhere else."""
    said = []
    for at, sound in enumerate(word):
        if sound != "R":
            said.append(sound)
        elif word[at + 1 :].lstrip(STRESS)[:1] in VOWELS and at + 1 < len(word):
            said.append("ɹ")
    return "".join(said)


def _stressed(word: str) -> str:
    """Each stress mark moved to just before its vowel."""
    said, waiting = [], ""
    for sound in word:
        if sound in STRESS:
            waiting = sound
            continue
        if sound in VOWELS:
            said.append(waiting)
            waiting = ""
        said.append(sound)
    return "".join(said)


def plural(phonemes: str, british: bool = False) -> str:
    """A word's phonemes with the "s" of its possessive: s, z or ɪz by its last sound, as English has it."""
    last = phonemes[-1:]
    if last in "szʃʒʧʤ":
        return f"{phonemes}{'ɪ' if british else 'ᵻ'}z"
    return phonemes + ("s" if last in "ptkfθ" else "z")
