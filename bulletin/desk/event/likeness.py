"""How surely two tellings are of one event: what they share and where they contradict, weighed together.

The weights were fitted (logistic regression) on pairs of reports and their briefs, of headlines and their leads, and on
part of benchmarks/events.jsonl; docs/events.md says which, and how good it is on others.
"""

from __future__ import annotations

from math import exp, log1p

from .telling import FIRST_NAME, Telling

WEIGHTS = {
    "contained": -0.19,  # how much of the shorter one is in the other
    "shared": 1.14,  # how much they share at all
    "much_shared": 1.41,  # and, where that is much
    "head_in": 2.83,  # how much of a headline is in the other telling: the better
    "head_in_both": 1.56,  # and the worse of the two
    "rare": 0.64,  # rare words that are no names
    "common": 1.05,  # how many terms
    "disagree": -0.80,  # how much of the names, in bits, is not shared
    "names_in_heads": 0.17,  # names that both headlines have
    "figures": 1.55,  # figures in common
    "figures_apart": -0.89,  # both have figures, and none in common
    "figures_near": 0.81,  # a figure, and the same rounded
    "countries_apart": -0.25,  # other countries
    "countries_others": -0.34,  # and hardly a name in common
    "regions_apart": -2.58,  # other cities or states
    "kinds_apart": -0.45,  # other kinds of event, headlines and leads
    "kinds": 0.35,  # the same kind
    "stages_apart": -0.92,  # other steps of one course of things, in the headlines
    "alternatives_apart": -0.76,  # each headline has one of some alternatives that the other telling does not have
    "days_apart": -0.91,  # other days of the week
    "strange_heads": -0.04,  # each headline has names, and none is in the other telling
    "people_apart": -0.22,  # each headline names somebody whom the other telling does not
    "places_apart": -0.90,  # the same of places
    "bare": 0.79,  # one is a headline alone, so that it can share less
    "much_deeds": -0.58,  # how much these tell
    "acts": 1.20,  # those of them that tell what was done, and not by whom
    "no_act": 0.12,  # there is none
    "deeds_head": 1.01,  # those of a headline in the other telling: the better
    "deeds_both": 0.59,  # and the worse of the two
    "who_and_what": -0.45,  # names and deeds together
    "about": 0.31,  # what they are about (topics.txt)
    "about_same": 0.43,  # and the same again, where that is much
    "who_not_what": -1.28,  # the same names, about something else
    "about_nothing": 0.54,  # one is about nothing that topics.txt knows
}
CONSTANT = -3.97
FEATURES = tuple(WEIGHTS)
_WEIGHTS = tuple(WEIGHTS.values())
LEAST_SHARED = 2  # terms: one word in common, however rare, is no event
LEAST_BITS = 6.0  # that they tell
HALF_OTHERS, NOBODY = 0.5, 0.05  # so much of the names in common, or less: they are about others
ROUNDED = 0.08  # so much apart, or less: one figure may be the other, rounded
NO_ACT = 3.0  # bits of deeds in common, or less: none
ROLES = frozenset(  # who acts, and small words of the trade: no deeds
    "president prime-minister minister governor lawmaker parliament government police court lawyer soldier leader"
    " opposition party state city capital town village people man woman child firm bank coach footballer actor singer"
    " team country national former chief head deputy court supreme-court pupil school university lecturer student"
    " federal ministry group member union north south east west old #2 #3 #1 region area local public board"
    " world match season ex star club company first top national trump electoral-commission doctor hospital worker"
    " central-bank state-oil anti-graft drug-agency police-chief premier-league african final election".split()
)
ALTERNATIVES = tuple(  # of these an event has one, as a rule
    frozenset(kinds.split())
    for kinds in (
        "lecturers-union resident-doctors labour-union lecturer doctor nurse teacher pilot journalist farmer trader",
        "boat plane helicopter rail bus truck car motorcycle",
        "cholera ebola measle polio malaria lassa mpox covid diphtheria meningiti dengu marburg anthrax",
        "arsenal chelsea everton liverpool-fc tottenham newcastle-united west-ham manchester-united manchester-city"
        " real-madrid kaizer-chiefs orlando-pirates",
        "apple google facebook amazon microsoft tesla openai nvidia netflix safaricom mtn airtel glo",
        "oil gold petrol cocoa coffee cobalt copper lithium gas diesel kerosen",
        "naira cedi shilling rand dollar pound kwacha euro birr",
        "anti-graft drug-agency secret-police electoral-commission central-bank state-oil road-safety football-association",
        "inflation interest-rate gdp unemployment minimum-wage",
        "cyclone quake flood drought fire collapse explosion stampede capsize crash derail",
        "imf world-bank united-nations european-union african-union west-african-bloc",
        "album movie concert award wed burial doping injury transfer",
        "church mosque school hospital market prison bridge airport",
        "rape robber abduct graft scam smuggle",
    )
)
STAGES = tuple(  # one course of things; two steps of it are two events
    frozenset(steps.split())
    for steps in (
        "appoint swear-in sack resign step-down suspend die",
        "arrest charge jail bail acquit extradite jailbreak",
        "rise fall",
        "cut hold rise",
        "abduct rescue",
        "approve refuse withdraw nullify uphold ban",
        "start end suspend resume extend postpone cancel",
        "win lose draw transfer injury appoint sack qualify",
        "wed divorce die pregnant award",
        "deny accuse jail resign",
        "election swear-in nullify uphold",
        "launch recall",
        "foil coup",
        "probe jail",
    )
)
_ANY_STAGE, _ANY_ALTERNATIVE = frozenset[str]().union(*STAGES), frozenset[str]().union(*ALTERNATIVES)
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
    """Whether they are so surely of two events that nothing needs to be weighed.

    Quick, because most pairs that share words end here.
    """
    if a.numbers and b.numbers and _numbered(a, b):
        return True
    if "match" in a.all_kinds and "match" in b.all_kinds and _strangers(a, b)[1]:
        return True  # another opponent
    few, many = (a, b) if len(a.names) < len(b.names) else (b, a)
    shared = [name for name in few.names if few.gist[name] >= RARE_NAME and name in many.gist]
    if a.countries.union(b.countries).issuperset(shared) and _strangers(a, b)[0]:
        return True  # one war, two towns
    if not _strange_heads(a, b):
        return False
    return _apart(a.countries, b.countries) or _apart(a.regions, b.regions) or _agree(a, b) <= NOBODY


def _strange_heads(a: Telling, b: Telling) -> bool:
    """Whether each headline has names and none of them is in the other report."""
    ours, theirs = a.head_names, b.head_names
    return bool(ours) and bool(theirs) and ours.isdisjoint(b.gist) and theirs.isdisjoint(a.gist)


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
    act = sum([(there[n] + here[n]) / 2 for n in common if n not in ours and n not in theirs and n not in ROLES])
    heads = [(name, bits) for name, bits in a.head.items() if name in there]
    others = [(name, bits) for name, bits in b.head.items() if name in here]
    in_there = sum([bits for _, bits in heads]) / (a.head_bits or 1.0)
    in_here = sum([bits for _, bits in others]) / (b.head_bits or 1.0)
    deeds_there = sum([bits for name, bits in heads if name not in ours]) / (a.head_deed_bits or 20.0)
    deeds_here = sum([bits for name, bits in others if name not in theirs]) / (b.head_deed_bits or 20.0)
    names, fewer = len(ours & theirs), min(len(ours), len(theirs))
    figures = len(a.figures & b.figures)
    deed_share = deed / (min(a.deed_bits, b.deed_bits) or 1.0)
    agree = _agree(a, b)
    about = sum([weight * b.topics.get(topic, 0.0) for topic, weight in a.topics.items()])
    other_people, other_places = _strangers(a, b)
    others_apart = min(other_people, 2) / 2
    places_apart = min(other_places, 2) / 2
    abroad, elsewhere = _apart(a.countries, b.countries), _apart(a.regions, b.regions)
    in_both_heads = sum([1 for name, _ in heads if name in b.head and (name in ours or name in theirs)])
    return (
        shared / (min(a.gist_bits, b.gist_bits) or 1.0),
        log1p(shared) / 5,
        min(shared, 100.0) / 100,
        max(in_there, in_here),
        min(in_there, in_here),
        log1p(sum([bits - 6.0 for bits in deeds if bits > 6.0])) / 3,
        min(len(common), 10) / 10,
        1.0 - agree,
        min(in_both_heads, 2) / 2,
        min(figures, 3) / 3,
        float(bool(a.figures and b.figures and not figures)),
        float(_nearly(a, b)),
        float(abroad),
        float(abroad and agree <= HALF_OTHERS),
        float(elsewhere),
        float(_apart(a.all_kinds, b.all_kinds)),
        float(not a.kinds.isdisjoint(b.kinds)),
        _stages_apart(a, b),
        _alternatives_apart(a, b),
        float(_apart(a.days, b.days)),
        float(_strange_heads(a, b)),
        others_apart,
        places_apart,
        float(not (a.lead and b.lead)),
        log1p(deed) / 4,
        log1p(act) / 4,
        float(act < NO_ACT),
        max(deeds_there, deeds_here),
        min(deeds_there, deeds_here),
        (names / fewer if fewer else 0.3) * deed_share,
        about,
        about * about,
        (1.0 - about) * names / fewer if fewer else 0.0,
        float(not a.topics or not b.topics),
    )


def _strangers(a: Telling, b: Telling) -> tuple[int, int]:
    """How many people (and bodies), and how many places, each headline has that the other report does not: the fewer."""
    here = [(name in a.places, a.gist[name]) for name in a.head_names if name not in b.gist]
    there = [(name in b.places, b.gist[name]) for name in b.head_names if name not in a.gist]
    people = [sum([1 for place, bits in side if not place and bits > FIRST_NAME]) for side in (here, there)]
    places = [sum([1 for place, _ in side if place]) for side in (here, there)]
    return min(people), min(places)


def _nearly(a: Telling, b: Telling) -> bool:
    """Whether a figure of one is another's, rounded: 21,400 and 20,000."""
    return any(
        one >= 10 and one != other and abs(one - other) <= ROUNDED * max(one, other)
        for one in a.amounts
        for other in b.amounts
    )


def _stages_apart(a: Telling, b: Telling) -> float:
    """How often the headlines have other steps of one course of things: arrested and acquitted, raised and cut."""
    apart, here, there = 0, _ANY_STAGE & a.head.keys(), _ANY_STAGE & b.head.keys()
    for steps in STAGES if here and there else ():
        ours, theirs = steps & here, steps & there
        apart += bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
    return min(apart, 2) / 2


def _alternatives_apart(a: Telling, b: Telling) -> float:
    """How often each headline has another of some alternatives: doctors and lecturers, cholera and measles."""
    apart, here, there = 0, _ANY_ALTERNATIVE & a.head.keys(), _ANY_ALTERNATIVE & b.head.keys()
    for kinds in ALTERNATIVES if here and there else ():
        ours, theirs = kinds & here, kinds & there
        apart += bool(ours) and bool(theirs) and ours.isdisjoint(b.gist) and theirs.isdisjoint(a.gist)
    return min(apart, 2) / 2


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
