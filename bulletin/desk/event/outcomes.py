"""What an event came to, as a text tells it: how many died, were hurt, arrested; and where it denies that.

"Nobody was hurt" -> {"wound": 0}; "Six dead as two men are held" -> {"die": 6, "arrest": 2}; "a man died" -> {"die": 1}.
Small numbers in words count here, which telling.py takes for too common to tell one event from another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .vocabulary import plain, term

OUTCOMES = {
    "die": "die", "drown": "die", "corpse": "die", "wound": "wound", "arrest": "arrest", "charge": "charge", "jail": "jail",
    "acquit": "acquit", "missing": "missing", "abduct": "abduct", "rescue": "rescue", "resign": "resign", "sack": "sack",
}  # fmt: skip
BOTH = ("casualty", "casualties")  # dead and wounded
LARGEST = 100_000  # a larger number beside the dead is money, or a mistake
BEFORE, AFTER, DENIED = 4, 4, 4  # words from a number or a denial to what it counts
TOLL = 6  # the same of "death toll rises to eight"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[$£€₦]?\d[\d,]*(?:\.\d+)?%?|[,;:]")
_NO = frozenset("nobody none no not never without nor".split())
_BREAKS = frozenset(",;:")
_ANOTHER = _BREAKS | {"and", "as", "but", "while"}  # behind these something else is counted
_AT_LEAST = frozenset("fewer less".split())  # "no fewer than six"
_NO_COUNT = frozenset(  # after a number: an age, a time, a length, a share
    "year years old day days hour hours minute minutes week weeks month months second seconds am pm km kilometre kilometres"
    " mile miles metre metres percent per times january february march april may june july august september october"
    " november december naira cedi cedis shilling shillings rand dollar dollars".split()
)
_EARLIER = re.compile(
    r"\b(?:last (?:year|month)|(?:in|since) (?:19|20)\d\d|(?:years?|months?) ago|earlier this year)\b", re.I
)


def outcomes_of(texts: Iterable[str]) -> dict[str, int]:
    """Outcomes and how many they befell at the most: 0 where all that is said is that it was nobody, 1 without a number.

    `texts` are sentences or longer; what a sentence says of earlier years is passed over.
    """
    found: dict[str, int] = {}
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+|\n", text[:12_000]):
            if not _EARLIER.search(sentence):
                for outcome, count in _in_sentence(_TOKEN.findall(sentence)[:120]):
                    found[outcome] = max(found.get(outcome, 0), count)
    return found


def new_outcome(told: Mapping[str, int], said: Mapping[str, int], numbers: frozenset[str], *, headline: bool) -> bool:
    """Whether outcomes are `told` that were not `said`: a denial that no longer holds, a first or a higher number.

    A new outcome without a number is news in a `headline` only; `numbers` are the terms of all numbers that were said.
    """
    return any(_is_new(outcome, count, said, numbers, headline) for outcome, count in told.items() if count)


def _is_new(outcome: str, count: int, said: Mapping[str, int], numbers: frozenset[str], headline: bool) -> bool:
    if said.get(outcome) == 0 or (outcome == "die" and outcome not in said and said.get("wound") == 0):
        return True  # and where nobody was hurt, nobody died
    if outcome not in said:
        return headline or count > 1
    return count > max(1, said[outcome]) and f"#{count:.6g}" not in numbers


def _in_sentence(tokens: list[str]) -> list[tuple[str, int]]:
    words = [plain(token) for token in tokens]
    counts = _counts(tokens, words)
    found = []
    for place, token in enumerate(tokens):
        both = words[place] in BOTH
        outcome = OUTCOMES.get(term(token).name)
        if not both and not outcome:
            continue
        if _denied(words, place):
            count = 0
        else:
            after = TOLL if words[place + 1 : place + 2] == ["toll"] else AFTER
            near = [
                (abs(place - at), -at, value)
                for at, value in counts.items()
                if place - BEFORE <= at <= place + after and not _ANOTHER & set(words[min(at, place) : max(at, place)])
            ]
            count = min(near)[2] if near else 1
        if both and count:
            continue  # "12 casualties" are dead or wounded: nobody knows
        found += [(outcome, count)] if outcome else [("die", 0), ("wound", 0)]
    return found


def _denied(words: list[str], place: int) -> bool:
    """Whether what stands at a place is said not to be."""
    first = max(0, place - DENIED)
    for at in range(first, place):
        if words[at] in _NO or words[at].endswith("n't"):
            between = words[at + 1 : place]
            if not _AT_LEAST & set(between) and not _BREAKS & set(between):
                return True
    return bool({"nobody", "none"} & set(words[place + 1 : place + 3])) or words[place + 1 : place + 2] == ["no"]


def _counts(tokens: list[str], words: list[str]) -> dict[int, int]:
    """Place of a number's last word -> the number; no ages, times, sums or years."""
    found: dict[int, int] = {}
    at = 0
    while at < len(tokens):
        value = _number(tokens[at])
        start, at = at, at + 1
        if value is None:
            continue
        while at < len(tokens):
            following = term(tokens[at])
            if following.scale is not None and tokens[at].isalpha():
                value *= following.scale
            elif following.number is not None and value >= 20 and following.number < 10:
                value += following.number
            else:
                break
            at += 1
        age = words[start - 1 : start] in ([","], ["aged"]) and words[at : at + 1] in ([","], [])
        other = value != int(value) or not 1 <= value <= LARGEST or 1990 <= value <= 2035
        if not (age or other or _NO_COUNT & set(words[at : at + 1])):
            found[at - 1] = int(value)
    return found


def _number(token: str) -> float | None:
    if token[0].isdecimal() and token[-1].isdecimal():
        return float(token[:15].replace(",", ""))
    return term(token).number if token.isalpha() else None
