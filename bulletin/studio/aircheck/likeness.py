"""Words as the ear takes them: spelled alike or not, a recogniser's guess at a name counts when it sounds like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

ALIKE = 0.5  # and above: measured on 30 bulletins with African names, which the smallest Whisper respells
_SPELLINGS = (  # of one sound: the spelling and what stands for it
    ("ph", "f"), ("ght", "t"), ("gh", "g"), ("tch", "x"), ("ch", "x"), ("sh", "x"), ("dg", "j"), ("th", "t"),
    ("ck", "k"), ("qu", "kw"), ("c(?=[eiy])", "s"), ("c", "k"), ("g(?=[eiy])", "j"), ("j", "x"), ("x", "x"),
    ("z", "s"), ("v", "f"), ("b", "p"), ("d", "t"), ("g", "k"), ("q", "k"),
)  # fmt: skip
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
SCALES = "hundred thousand million billion trillion".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth hundredth thousandth half quarter"
).split()
NUMBERS = frozenset((*UNITS, *SCALES, *ORDINALS, "point", "percent", "nil", "dozen"))
HOMOPHONES = {"won": "one", "to": "two", "too": "two", "for": "four", "fore": "four", "ate": "eight", "oh": "zero"}
DENIALS = frozenset("no not never nobody none nothing nor neither without cannot nowhere".split())
DAYS = frozenset(  # they are short and near each other, and no likeness helps
    "monday tuesday wednesday thursday friday saturday sunday january february april june july september october november december".split()
)
_TURNED = (  # words that a sentence turns on, each row against the other, in all their forms
    ("up rise rises rising rose risen increase increases increased increasing more higher highest most gain gained gains",
     "down fall falls falling fell fallen decrease decreases decreased decreasing less lower lowest least loss lost loses"),
    ("open opens opened opening", "close closes closed closing shut"),
    ("win wins won", "lose loses lost"),
    ("before", "after"), ("above over", "below under"), ("accepted", "rejected"), ("guilty", "innocent"),
)  # fmt: skip
_SIDES = {word: (row, side) for row, pair in enumerate(_TURNED) for side in (0, 1) for word in pair[side].split()}
_TWO_WORDS = {"per cent": "percent", "a hundred": "one hundred", "a thousand": "one thousand",
              "a million": "one million", "a billion": "one billion"}  # fmt: skip


def tokens(text: str, words: Callable[[str], str]) -> list[str]:
    """The words of `text` as they are said; `words` says its numbers and signs (the voice room's `spoken`)."""
    said = re.sub(r"[’']", "", words(text).lower())
    said = " ".join(re.findall(r"[^\W\d_]+", said))
    for two, one in _TWO_WORDS.items():
        said = re.sub(rf"\b{two}\b", one, said)
    plain = said.split()
    return [word for at, word in enumerate(plain) if not (word == "and" and _inside_number(plain, at))]


def _inside_number(plain: Sequence[str], at: int) -> bool:
    """Whether this "and" is the one of "two hundred and five", which some say and some do not."""
    return 0 < at < len(plain) - 1 and plain[at - 1] in SCALES and plain[at + 1] in NUMBERS


def number(word: str) -> bool:
    """A word that says how many, or which in a row."""
    return word in NUMBERS or word.removesuffix("s") in NUMBERS


def denies(word: str) -> bool:
    """A word that turns a sentence round: "not", "never", "wasnt"."""
    return word in DENIALS or (word.endswith("nt") and word[:-2] in _VERBS)


def opposite(one: str, other: str) -> bool:
    """Whether the two say the contrary: "rose" and "fell"."""
    first, second = _SIDES.get(one), _SIDES.get(other)
    return bool(first and second and first[0] == second[0] and first[1] != second[1])


_VERBS = frozenset("is was are were do does did has have had wo would could should ca must need".split())


@lru_cache(4096)
def alike(one: str, other: str) -> float:
    """How much two runs of words sound alike, 0 to 1: by their consonants, and by their letters."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    if not one or not other:
        return 0.0
    by_sound = SequenceMatcher(None, _consonants(one), _consonants(other), autojunk=False).ratio()
    by_letter = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return (by_sound + by_letter) / 2


@lru_cache(4096)
def _consonants(word: str) -> str:
    for spelling, sound in _SPELLINGS:
        word = re.sub(spelling, sound, word)
    first = "a" if word[:1] in "aeiou" else word[:1]
    return first + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouhwy]", "", word[1:]))
