"""Two sentences of one article that cannot both be true: counts, days and ages that differ.

Only sentences that plainly tell of one event are compared; where counts of people are concerned that takes more shared
words, since one article often counts different dead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .patterns import regex
from .words import DAYS, NUMBER_WORDS, SCALES, STOP, VAGUE, WORD, stem

_GROUPS = {
    "countries": "nations countries states governments members",
    "people": "people persons men women children civilians passengers students workers soldiers victims villagers residents migrants patients",
    "cases": "cases infections deaths votes seats points goals houses homes shops vehicles cars schools jobs branches arrests",
}
_GROUP_OF = {word: group for group, words in _GROUPS.items() for word in words.split()}
_ANY_GROUP = regex(r" (?:" + "|".join(_GROUP_OF) + r")\b")
_SAME = {stem(word): stem(to) for to, words in {
    "pledge": "pledged agreed promised vowed committed signed", "give": "give provide send sent supply deploy",
    "force": "troops forces soldiers army military", "kill": "killed died dead deaths", "hurt": "injured wounded hurt",
    "country": "nations countries states", "arrest": "arrested detained held", "deal": "deal agreement accord",
    "attack": "attack raid assault strike", "crash": "crash accident collision",
}.items() for word in words.split()}  # fmt: skip
_NUMBER = "|".join((*NUMBER_WORDS, *VAGUE))
_COUNT = regex(
    rf"(?<![\w.,$£€₦])(\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}|(?i:(?:{_NUMBER})\b(?:-[a-z]+)?))(?: (hundred|thousand|million|of))? ((?:[a-z]+ )?[a-z]+)\b"
)
_AGE = regex(
    r"([A-Z](?<!\w.)[\w'-]+ [A-Z][\w'-]+),? (?:who is |aged )?(\d{1,3})(?=[,. ](?! ?(?:million|billion|per|km|\w+s\b)))"
)
_OTHER_EVENT = regex(
    r"(?i)\b(?:previous(?:ly)?|earlier|last (?:year|month|week)|in (?:19|20)\d\d|record|another|separate|since|so far|total|bringing)\b"
)
_DIGIT = regex(r"\d")
_WEEKDAY = regex(r"\b(?:on |last |this )?(" + "|".join(day.title() for day in DAYS) + r")\b")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sentences `first` and `second` (their places) differ; `worse` is the one that had better not be said."""

    first: int
    second: int
    worse: int
    what: str

    @property
    def better(self) -> int:
        """The one that is said."""
        return self.second if self.worse == self.first else self.first


def conflicts_in(texts: Sequence[str]) -> list[Conflict]:
    """All pairs that differ, in the order of the article; only the first 60 sentences are looked at."""
    texts = texts[:60]
    terms = _Terms(texts)
    found: dict[tuple[int, int], Conflict] = {}
    for conflict in (*_counts(texts, terms), *_days(texts, terms), *_ages(texts)):
        pair = (conflict.first, conflict.second)
        known = found.get(pair)
        found[pair] = replace(known, what=f"{known.what}, {conflict.what}") if known else conflict
    return list(found.values())


class _Terms:
    """The terms of each sentence, worked out when they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[int, frozenset[str]] = {}

    def __getitem__(self, place: int) -> frozenset[str]:
        if place not in self._known:
            self._known[place] = _terms(self._texts[place])
        return self._known[place]


def _terms(text: str) -> frozenset[str]:
    stems = (stem(word) for word in WORD.findall(text) if word.lower() not in STOP and word.lower() not in DAYS)
    return frozenset(_SAME.get(word, word) for word in stems)


def _counts(texts: Sequence[str], terms: _Terms) -> list[Conflict]:
    told: dict[str, list[tuple[int, float, bool, str]]] = defaultdict(list)
    for place, text in enumerate(texts):
        if not _ANY_GROUP.search(text) or _OTHER_EVENT.search(text):
            continue
        for match in _COUNT.finditer(text):
            value, vague = _value(match[1].lower(), match[2])
            noun = next((word for word in match[3].split() if word in _GROUP_OF), None)
            if value is not None and noun:
                told[_GROUP_OF[noun] if _GROUP_OF[noun] != "cases" else noun].append((place, value, vague, match[0]))
    found = []
    for group, counts in told.items():
        need = 2 if group == "countries" else 5
        for at, (place, value, vague, words) in enumerate(counts):
            for other, value2, vague2, words2 in counts[at + 1 : at + 12]:
                if other == place or _agree(value, vague, value2, vague2) or len(terms[place] & terms[other]) < need:
                    continue
                worse = place if vague and not vague2 else other
                found.append(Conflict(place, other, worse, f'"{words}" and "{words2}"'))
    return found


def _value(word: str, scale: str | None) -> tuple[float | None, bool]:
    if word[0].isdigit():
        return float(word.replace(",", "")) * SCALES.get(scale or "", 1), False
    tens, _, ones = word.partition("-")
    if tens in NUMBER_WORDS:
        return float(NUMBER_WORDS[tens] + NUMBER_WORDS.get(ones, 0)) * SCALES.get(scale or "", 1), False
    return (float(VAGUE[word]), True) if word in VAGUE else (None, False)


def _agree(value: float, vague: bool, other: float, vague_too: bool) -> bool:
    if vague and vague_too:
        return True
    if vague or vague_too:
        low, exact = (value, other) if vague else (other, value)
        return exact >= low * 1.5
    return (abs(value - other) <= 0.03 * max(value, other) and max(value, other) > 30) or value == other


def _days(texts: Sequence[str], terms: _Terms) -> list[Conflict]:
    days = [frozenset(_WEEKDAY.findall(text)) if "day" in text else frozenset() for text in texts]
    dated = [place for place, found in enumerate(days) if len(found) == 1]
    found = []
    for at, place in enumerate(dated):
        for other in dated[at + 1 : at + 12]:
            if days[place] == days[other]:
                continue
            shared = terms[place] & terms[other]
            smaller = min(len(terms[place]), len(terms[other]))
            if len(shared) >= 5 and len(shared) * 2 >= smaller:
                one, two = next(iter(days[place])), next(iter(days[other]))
                found.append(Conflict(place, other, other, f'"{one}" and "{two}" for one event'))
    return found


def _ages(texts: Sequence[str]) -> list[Conflict]:
    ages: dict[str, tuple[int, str]] = {}
    found = []
    for place, text in enumerate(texts):
        for name, age in _AGE.findall(text) if _DIGIT.search(text) else ():
            if name in ages and ages[name][1] != age and int(age) < 120:
                found.append(Conflict(ages[name][0], place, place, f"{name} is {ages[name][1]} and {age}"))
            ages.setdefault(name, (place, age))
    return found
