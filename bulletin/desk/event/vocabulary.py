"""A word as it is counted: which term it stands for, how much it tells, and whether it names somebody or a place.

A term is what news may write in several ways: "Nigerian" and "Nigeria", "nabbed" and "arrested", "pikin" and "child".
Its weight is how rare it is in news (background.txt: rough classes of document frequency), in bits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from ..words import DAYS, MONTHS, STOP

PIDGIN = frozenset(
    "dey don na wey dem di de wetin bin fit go wan tok im e dis dat sey una abi sabi neva never wit dia am for"
    " inside ontop afta becos bicos sake make wen oda odas how as say be di dos dose wia pesin ooo oo o no see tins tin"
    " plenty sofri yan yarn nau now get take come carry put comot wella well well-well ova unto follow en dema dat's".split()
)
OTHERS = frozenset(
    # French, Hausa, Swahili: their small words, and words of time and saying
    "le la les un une des du de et à au aux en dans sur pour par avec sans ce cette ces son sa ses leur leurs qui que qu"
    " dont où est sont été avoir être fait ont plus ne pas se il elle ils elles après avant selon moins entre lors depuis"
    " près deux trois contre mais ou si comme tout tous toute dit lundi mardi mercredi jeudi vendredi samedi dimanche soir"
    " da na ta ya ne ce ke su ba a an sun kai wani wata wasu daga cikin domin bayan kuma yi yin ake ga har mai masu kan"
    " akalla hukumar talata litinin laraba alhamis juma'a asabar lahadi daren yawancin yawancinsu inda"
    " wa ya za cha vya la kwa ni katika hiyo huo hii hilo wao baada dhidi karibu zaidi siku kadhaa watu hadi jumatatu"
    " jumanne jumatano alhamisi ijumaa jumamosi jumapili wakati alisema amesema wamesema umesema imesema".split()
)
NEWSROOM = frozenset(
    # What any report has: who said so, when, how it is presented
    "yesterday today tonight tomorrow morning night evening afternoon week month year day hour minute ago last next early"
    " late earlier later recent recently including according report reports reported reportedly reporter spokesman"
    " spokesperson spokeswoman sources source official officials least about around almost nearly over under among amid"
    " first second third exclusive breaking update updated video photos watch live read full details here why how what"
    " when where who which while also got get made make take took taken set been being first people's may could would"
    " should one two's he's it's bbc reuters afp pti ani ap newsmen journalists confirmed known several many other new us"
    " across back still time times way say says".split()
)
NUMBERS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split()
    )
} | {
    word: 10.0 * (place + 2)
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
NUMBERS |= {
    word: float(value)
    for table in (  # French, Hausa (without goma, the city), Swahili
        "deux trois quatre cinq - - huit neuf dix",
        "biyu uku hudu biyar shida bakwai takwas tara",
        "mbili tatu nne tano sita saba nane tisa kumi",
    )
    for value, word in enumerate(table.split(), 2)
    if word != "-"
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "bn": 1e9, "b": 1e9, "trn": 1e12, "tn": 1e12, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
    "dozen": 12.0, "cent": 1.0, "milliards": 1e9, "millions": 1e6, "miliyan": 1e6, "biliyan": 1e9, "milioni": 1e6, "bilioni": 1e9, "mille": 1e3,
}  # fmt: skip
UNSEEN_NAME, UNSEEN = 9.0, 7.5  # bits, of what the background does not have
SHORTEST_STEM = 3


class Term(NamedTuple):
    """What a written word counts as; `weight` 0 for a word that tells nothing."""

    name: str
    weight: float
    proper: bool = False  # a name, as far as the word alone tells
    kind: str = ""  # of event: "fire", "arrest"
    place: tuple[str, str] | None = None  # its country and, or "", its region
    number: float | None = None  # "twelve"
    scale: float | None = None  # "million"
    day: bool = False
    opens: tuple[tuple[tuple[str, ...], Term], ...] = ()  # phrases that begin with it: the other words, and what it is
    plain: bool = False  # no place, number, scale or day, and opens nothing: the common case


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def background() -> dict[str, tuple[float, bool]]:
    """How rare a term is in news, in bits, and whether it is a name."""
    found: dict[str, tuple[float, bool]] = {}
    for line in _lines("background.txt"):
        bits, _, terms = line.partition(" ")
        found.update(dict.fromkeys(terms.split(), (float(bits.rstrip("n")), bits.endswith("n"))))
    return found


def rarity(name: str, unseen: float = UNSEEN) -> float:
    """The bits of a term; `unseen` for one that the background does not have."""
    return background().get(name, (unseen, False))[0]


@lru_cache(maxsize=1)
def senses() -> dict[str, tuple[str, str]]:
    """Words -> the sense they stand for and its kind of event, or ""; the first sense that has a word keeps it."""
    found: dict[str, tuple[str, str]] = {}
    for line in _lines("senses.txt"):
        first, *words = line.split()
        sense, _, kind = first.partition("*")
        for word in words:
            found.setdefault(plain(word), (sense, kind))
    return found


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[str, tuple[str, str]]]:
    """Places and peoples -> the term, and the country and region that they lie in; words are joined by "_"."""
    found: dict[str, tuple[str, tuple[str, str]]] = {}
    for line in _lines("places.txt"):
        nation, *regions = line.split("|")
        country, *peoples = plain(nation).split()
        for word in (country, *peoples):
            found.setdefault(word, (country, (country, "")))
        for region in regions:
            first, *towns = plain(region.replace(":", " ")).split()
            for word in (first, *towns):
                found.setdefault(word, (word, (country, first)))
    return found


@lru_cache(maxsize=1)
def topics() -> dict[str, tuple[tuple[str, float], ...]]:
    """Terms -> the topics that they tell of, each with how much: a word of many topics tells less of each."""
    found: dict[str, list[str]] = {}
    for line in _lines("topics.txt"):
        topic, *words = line.split()
        for name in dict.fromkeys(name for word in words for name in (plain(word), term(word).name) if name):
            found.setdefault(name, []).append(topic)
    return {name: tuple((topic, len(several) ** -0.5) for topic in several) for name, several in found.items()}


def plain(word: str) -> str:
    """Small letters without accents."""
    low = word.lower().replace("’", "'")
    if low.isascii():
        return low
    return "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))


_SILENT = frozenset(plain(word) for word in STOP | PIDGIN | OTHERS | NEWSROOM) | {"us"}
_DAYS = frozenset(DAYS)
_MONTHS = frozenset(MONTHS) - {"may", "march"}
_FRENCH = ("d'", "l'", "s'", "n'", "qu'")


@lru_cache(maxsize=100_000)
def term(word: str) -> Term:
    """The term that a word as it is written stands for."""
    found = _term(word)
    opens = phrases().get(plain(word), ())
    if opens and not word[:1].isupper():
        opens = tuple(phrase for phrase in opens if not phrase[1].proper)
    special = found.place or found.number is not None or found.scale is not None or found.day or opens
    return found._replace(opens=opens, plain=not special)


def _term(word: str) -> Term:  # noqa: PLR0911 - a list of cases, each with its answer
    low = plain(word).removesuffix("'s").removesuffix("'")
    if low.startswith(_FRENCH):
        low = low.partition("'")[2]
    if word == "US":
        low = "usa"
    capital = word[:1].isupper()
    if low in NUMBERS:
        return Term("", 0.0, number=NUMBERS[low])
    if low in SCALES:
        return Term("", 0.0, scale=SCALES[low])
    if low in _DAYS:
        return Term(low, 0.0, day=True)
    if len(low) < 2 or (low in _SILENT and word != "WHO"):
        return Term("", 0.0)
    if low in _MONTHS:
        return Term(low, rarity(low, 3.0))
    nation = low if low in places() else low.removesuffix("s")  # "Cubans"
    if capital and nation in places():
        name, where = places()[nation]
        return Term(name, rarity(name, UNSEEN_NAME), proper=True, place=where)
    name = low if low in senses() else stem(low)
    if name in senses():
        sense, kind = senses()[name]
        return Term(sense, rarity(sense), kind=kind)
    known = background().get(name)
    if known is None:
        return Term(respelt(name), UNSEEN_NAME if capital else UNSEEN, proper=capital)
    return Term(name, known[0], proper=known[1])


_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("oo", "u"), ("ou", "u"), ("ee", "i"),
    ("ei", "i"), ("ie", "i"), ("y", "i"), ("q", "k"), ("z", "s"), ("w", "u"),
)  # fmt: skip


def respelt(name: str) -> str:
    """A strange word as its letters sound, for names are spelt in many ways: Muhammed and Mohamed, Kyiv and Kiev are too far."""
    if len(name) < 5:
        return name
    for written, sounds in _SPELLINGS:
        if written in name:
            name = name.replace(written, sounds)
    return "".join([sign for before, sign in pairwise("-" + name) if sign != before])


def stem(low: str) -> str:
    """A word of small letters without its commonest endings."""
    if len(low) <= SHORTEST_STEM:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) - len(ending) >= SHORTEST_STEM:
            root = low[: -len(ending)]
            if not any(vowel in root for vowel in "aeiouy"):
                return low
            return root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root.removesuffix("e")
    return low.removesuffix("e") if len(low) > 4 else low


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """Places and senses of several words, by their first: the other words and what they are, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for name, (canon, where) in places().items():
        first, *rest = re.split("[-_]", name)
        if rest:
            place = Term(canon, rarity(canon, 7.0), proper=True, place=where)
            found.setdefault(first, []).append((tuple(rest), place))
    for name in ("river_niger", "niger_river", "niger_delta"):
        first, *rest = name.split("_")
        found.setdefault(first, []).append((tuple(rest), Term(name, 6.0, proper=True)))
    for name, (sense, kind) in senses().items():
        first, *rest = re.split("[-_]", name)
        if rest:
            found.setdefault(first, []).append((tuple(rest), Term(sense, rarity(sense), kind=kind)))
    return {first: tuple(sorted(several, key=lambda place: -len(place[0]))) for first, several in found.items()}
