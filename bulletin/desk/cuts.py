"""Whether one text is another with whole phrases left out, and nothing else done to it.

A comparison of numbers, names and new words cannot tell "police killed rebels" from "rebels killed police", or see
that "Five soldiers were killed by rebels" lost its "were" and "by".  So the words of a line that somebody else cut
must stand in its source in the same order, with the same stops, and what lies between them must be one of four kinds
of phrase that a sentence stays true without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .words import DAYS, NEGATIONS, SPEECH, STOP, finite

MOST_TOKENS = 300  # of one sentence; nobody can hear a longer one

_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’.&-][^\W_]+)*|\S")
_STAYS = re.compile(
    r"(?i)(?:alleg|accus|suspect|report|claim|believ|fear|deni|deny|apparent|likel|unlikel|possib|probab|perhaps|maybe"
    r"|accord|attempt|fail|refus|reject|dismiss|acquit|clear|overturn|revers|cancel|annul|threat|plan|propos|expect"
    r"|suppos|purport|rumou?r|fals|fake|hoax|former|previous|earlier|appeal|condition)"
)
_STAY = NEGATIONS | SPEECH | frozenset(
    "if unless whether until except but although though however despite while only almost nearly mostly partly may might"
    " could would should must can will shall last next ago once then than instead rather yet because"
    " january february march april june july august september october november december".split()
)  # fmt: skip
_LIMITS = re.compile(  # beside one of these a place says of how many it is true
    r"(?i)\b(?:not|no|none|never|only|all|every|each|any|most|least|first|last|sole|best|worst|record|nobody|nothing"
    r"|neither|nor|few|fewer|less|more|half|\w{2,}n['’]t|\w{3,}est)\b"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AT = frozenset("in at on near across outside".split())
_OF_PLACES = frozenset("the of city town village state county district region province capital and".split())
_WHO = frozenset("who which whose where".split())
_NOUN = frozenset("a an the aged".split())
_GOES_ON = frozenset("in on at by for with after before during from to as near".split())


def miscut(line: str, source: str) -> str:
    """The first words of `line` that are not `source` with whole phrases left out, or "" where it is nothing else.

    Both are plain (`editing.plain`).  What may go: a time or place set off at the front ("On Monday, "), an aside
    between commas, a closing clause behind a comma, a place ("in Sokara").  Never a phrase that says who said it,
    that denies, limits or doubts, or that dates.
    """
    said, true = _TOKEN.findall(line), _TOKEN.findall(source)
    if not said or len(true) > MOST_TOKENS or len(said) > len(true):
        return line[:60]
    ends = _ends(true)
    reached = _onward({0}, ends)
    for at, word in enumerate(said):
        matched = {place + 1 for place in reached if place < len(true) and _same(word, true[place], at == 0)}
        if not matched:
            return " ".join(said[max(0, at - 1) : at + 3])
        reached = _onward(matched, ends)
    return "" if len(true) in reached else f"{' '.join(said[-3:])} (the end of it)"


def _same(word: str, other: str, first: bool) -> bool:
    return word == other or (first and word[:1].isupper() and word[:1].lower() + word[1:] == other)


def _onward(places: set[int], ends: Sequence[set[int]]) -> set[int]:
    """All places that can be reached by leaving phrases out."""
    reached, left = set(places), list(places)
    while left:
        for end in ends[left.pop()] - reached:
            reached.add(end)
            left.append(end)
    return reached


def _ends(words: Sequence[str]) -> list[set[int]]:
    """For each place, where a phrase that begins there and may be left out ends."""
    ends: list[set[int]] = [set() for _ in range(len(words) + 1)]
    limited = bool(_LIMITS.search(" ".join(words)))
    for start in range(len(words)):
        for end in _runs(words, start):
            if _may_go(words, start, end, limited):
                ends[start].add(end)
    return ends


def _runs(words: Sequence[str], start: int) -> Iterator[int]:
    """The ends of the phrases from `start` on that hold nothing that must stay."""
    for end in range(start + 1, min(len(words), start + 40)):
        if _stays(words[end - 1]):
            return
        yield end


def _stays(word: str) -> bool:
    return (
        word in '"“”();'
        or word.lower() in _STAY
        or bool(_STAYS.match(word))
        or bool(_YEAR.fullmatch(word))
        or word.lower().endswith(("n't", "n’t"))
    )


def _may_go(words: Sequence[str], start: int, end: int, limited: bool) -> bool:
    run, following = words[start:end], words[end]
    if run[0] == ",":
        last = end == len(words) - 1
        behind = run if run[-1] == "," else [*run, following]  # its second comma may close the aside before it
        return _closing(run, following, last) or _aside(behind, "" if last else words[start + len(behind)])
    if limited:
        return False
    if start == 0:
        return run[-1] == "," and _place_or_day(run[:-1]) and _goes_on_alone(words, end)
    before = words[start - 1]
    ended = following in {".", ","} or following in _GOES_ON
    return ended and before.lower() not in STOP and before[-1:].isalnum() and _place_or_day(run)


def _closing(run: Sequence[str], following: str, last: bool) -> bool:
    """ ", killing five" and ", which joins two towns" at the end of the sentence."""
    return last and following == "." and len(run) > 2 and (run[1] in _WHO | _NOUN or _acting(run[1]))


def _acting(word: str) -> bool:
    return len(word) > 5 and word.islower() and word.endswith("ing")


def _aside(run: Sequence[str], following: str) -> bool:
    """ ", the mayor," and ", who is 41," with the sentence's own verb or a preposition behind them."""
    inner = run[1:-1]
    if not inner or run[-1] != "," or "," in inner or not (finite(following) or following in _GOES_ON):
        return False
    if inner[0] in _WHO:
        return True
    number = len(inner) == 1 and inner[0].isdigit()
    return number or (inner[0] in _NOUN and not any(finite(word, before) for before, word in _pairs(inner)))


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from zip(("", *words), words, strict=False)


def _place_or_day(run: Sequence[str]) -> bool:
    """ "in the city of Sokara", "on Monday": a preposition, names, and small words between them."""
    if len(run) < 2 or run[0].lower() not in _AT or len(run) > 8:
        return False
    names = [word for word in run[1:] if word[:1].isupper()]
    small = all(word[:1].isupper() or word in _OF_PLACES for word in run[1:])
    if run[0].lower() == "on":
        return small and len(run) == 2 and run[1].lower() in DAYS
    return bool(names) and small and run[-1][:1].isupper()


def _goes_on_alone(words: Sequence[str], start: int) -> bool:
    """Whether what follows is a sentence of its own, and no list that goes on ("In Sokara, Amodu and Iru, shops")."""
    if words[start][:1].islower():
        return True
    clause = []
    for word in words[start:]:
        if word in ",.:":
            break
        clause.append(word)
    return any(finite(word, before) for before, word in _pairs(clause))
