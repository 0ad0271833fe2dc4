"""How surely two tellings are of one event: what they share and where they contradict, weighed together.

The weights were fitted (logistic regression) on pairs of reports and their briefs, of headlines and their leads, and on
half of benchmarks/events.jsonl; benchmarks/events.py measures on the other half.
"""

from __future__ import annotations

from math import exp, log1p

from .telling import Telling

WEIGHTS = {
    "contained": 0.69,  # how much of the shorter one is in the other
    "shared": 2.52,  # how much they share at all
    "much_shared": 4.03,  # and, where that is much
    "head_in": 1.17,  # how much of a headline is in the other telling: the better
    "head_in_both": 1.91,  # and the worse of the two
    "head_head": 0.87,  # the headlines alone
    "rare": 0.15,  # rare words that are no names
    "names": 0.63,  # how many of the names of the one with fewer
    "disagree": -0.32,  # how much of the names, in bits, is not shared
    "strangers": -1.10,  # each headline names somebody whom the other telling does not
    "figures": 1.76,  # figures in common
    "figures_apart": -0.84,  # both have figures, and none in common
    "countries_apart": -2.20,  # other countries
    "regions_apart": -1.41,  # other cities or states
    "kinds_apart": -0.93,  # other kinds of event
    "days_apart": -1.51,  # other days of the week
    "bare": 2.35,  # one is a headline alone, so that it can share less
    "deeds": 0.75,  # words that are no names, of the one with fewer
    "deeds_head": 1.63,  # those of a headline in the other telling: the better
    "deeds_both": 1.47,  # and the worse of the two
    "who_and_what": 0.94,  # names and deeds together
    "where_and_what": 0.44,  # place and kind together
    "deed_pairs": 0.63,  # words side by side in both, names with names apart
}
CONSTANT = -6.99
FEATURES = tuple(WEIGHTS)
_WEIGHTS = tuple(WEIGHTS.values())
LEAST_SHARED = 2  # terms: one word in common, however rare, is no event
LEAST_BITS = 6.0  # that they tell
OTHERS, HALF_OTHERS = 0.3, 0.5  # so much of the names in common, or less: they are about others
MANY_BITS, NOBODY = 20.0, 0.05  # both name several, and none in common
RARE_NAME = 5.5  # bits of one that tells who or where it was
FEW_BITS = 4.0  # of names: less than one rare name
LATE_HOURS, LATE_WEIGHT = 60.0, 0.03  # the same words again so many hours later are another event, the surer the later


def likeness(a: Telling, b: Telling) -> float:
    """0 to 1; from 0.5 two tellings are taken to be of one event.  The order of the two does not matter."""
    if a.gist == b.gist and a.gist:
        told = 6.0
    elif contradict(a, b) or _too_little(a, b):
        return 0.0
    else:
        told = CONSTANT + sum([weight * value for weight, value in zip(_WEIGHTS, features(a, b), strict=True)])
    if a.when is not None and b.when is not None:
        told -= max(0.0, abs(a.when - b.when) - LATE_HOURS) * LATE_WEIGHT
    return 1 / (1 + exp(-max(-30.0, min(30.0, told))))


def contradict(a: Telling, b: Telling) -> bool:
    """Whether they tell of others, however alike the words: a fire here and a fire there, two verdicts of one court.

    Quick, because most pairs that share words end here.
    """
    ours, theirs = a.head_names, b.head_names
    if ours and theirs and ours.isdisjoint(b.gist) and theirs.isdisjoint(a.gist):
        return _agree(a, b) <= OTHERS
    if a.numbers and b.numbers and _numbered(a, b):
        return True
    if min(a.gist_bits - a.deed_bits, b.gist_bits - b.deed_bits) >= MANY_BITS and _agree(a, b) <= NOBODY:
        return True
    if _apart(a.countries, b.countries):
        return _agree(a, b) <= HALF_OTHERS
    return _apart(a.regions, b.regions) and _agree(a, b) <= OTHERS


def _numbered(a: Telling, b: Telling) -> bool:
    """ "Story 12" and "Story 13": one headline with other numbers, and nobody named in both; or with another price or rate.

    A toll that has risen is a small whole number, and has the same place beside it.
    """
    if not a.numbers.isdisjoint(b.numbers):
        return False
    if a.head.keys() - a.numbers != b.head.keys() - b.numbers:
        return False
    if all("." in number or len(number) > 4 for number in a.numbers | b.numbers):
        return True
    return not any(name in b.names and bits >= RARE_NAME for name, bits in a.gist.items() if name in a.names)


def _agree(a: Telling, b: Telling) -> float:
    """How much of the names of the one with fewer, in bits, is in the other; 0.5 where one hardly has names."""
    fewer = min(a.gist_bits - a.deed_bits, b.gist_bits - b.deed_bits)
    if fewer <= FEW_BITS:
        return 0.5
    here, there = a.gist, b.gist
    shared = [here[name] + there[name] for name in a.names | b.names if name in here and name in there]
    return min(1.0, sum(shared) / 2 / fewer)


def _too_little(a: Telling, b: Telling) -> bool:
    """Whether so few words are shared that nothing follows from them; figures do not count."""
    few, many = (a.gist, b.gist) if len(a.gist) < len(b.gist) else (b.gist, a.gist)
    shared = [bits for name, bits in few.items() if name in many and name[0] != "#" and bits]
    return len(shared) < LEAST_SHARED or sum(shared) < LEAST_BITS


def features(a: Telling, b: Telling) -> tuple[float, ...]:
    """What two tellings have in common and where they differ, each as a number from 0 to about 1, in the order of WEIGHTS."""
    if len(a.gist) > len(b.gist):
        a, b = b, a
    here, there, ours, theirs = a.gist, b.gist, a.names, b.names
    common = here.keys() & there.keys()
    deeds = [(there[name] + here[name]) / 2 for name in common if name not in ours and name not in theirs]
    shared = sum([(there[name] + here[name]) / 2 for name in common])
    deed = sum(deeds)
    heads = [(name, bits) for name, bits in a.head.items() if name in there]
    others = [(name, bits) for name, bits in b.head.items() if name in here]
    in_there = sum([bits for _, bits in heads]) / (a.head_bits or 1.0)
    in_here = sum([bits for _, bits in others]) / (b.head_bits or 1.0)
    deeds_there = sum([bits for name, bits in heads if name not in ours]) / (a.head_deed_bits or 20.0)
    deeds_here = sum([bits for name, bits in others if name not in theirs]) / (b.head_deed_bits or 20.0)
    names, fewer = len(ours & theirs), min(len(ours), len(theirs))
    figures = len(a.figures & b.figures)
    deed_share = deed / (min(a.deed_bits, b.deed_bits) or 1.0)
    pairs = [pair for pair in a.pairs & b.pairs if not ours.issuperset(pair.split())]
    strangers = min(
        sum([1 for name in a.head_names if name not in there]), sum([1 for name in b.head_names if name not in here])
    )
    return (
        shared / (min(a.gist_bits, b.gist_bits) or 1.0),
        log1p(shared) / 5,
        min(shared, 100.0) / 100,
        max(in_there, in_here),
        min(in_there, in_here),
        sum([bits for name, bits in heads if name in b.head]) / (min(a.head_bits, b.head_bits) or 1.0),
        log1p(sum([bits - 6.0 for bits in deeds if bits > 6.0])) / 3,
        names / fewer if fewer else 0.5,
        1.0 - _agree(a, b),
        min(strangers, 3) / 3,
        min(figures, 3) / 3,
        float(bool(a.figures and b.figures and not figures)),
        float(_apart(a.countries, b.countries)),
        float(_apart(a.regions, b.regions)),
        float(_apart(a.kinds, b.kinds)),
        float(_apart(a.days, b.days)),
        float(not (a.lead and b.lead)),
        deed_share,
        max(deeds_there, deeds_here),
        min(deeds_there, deeds_here),
        (names / fewer if fewer else 0.3) * deed_share,
        float(not a.kinds.isdisjoint(b.kinds) and not a.regions.isdisjoint(b.regions)),
        min(len(pairs), 6) / 6,
    )


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
