"""Small words that turn a sentence round: denials and doubts lost or brought in, tenses, opposites, who did it to whom.

Each function takes the words that are said and those that are true (`tokens` of both).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .findings import Finding, tokens
from .words import AUXILIARIES, NEGATIONS, STOP, stem

LONGEST_ORDER = 120  # words of a line in which it is looked for who did it to whom
_TENSES = {
    word: name
    for name, words in {
        "is": "is are am isn't aren't", "was": "was were wasn't weren't", "will": "will shall won't", "would": "would wouldn't",
        "can": "can cannot can't", "could": "could couldn't", "may": "may might", "must": "must mustn't", "should": "should shouldn't",
        "has": "has have hasn't haven't", "had": "had hadn't",
    }.items()
    for word in words.split()
}  # fmt: skip
MODALS = frozenset("will would can could may might must should shall cannot".split())
_DOUBTING = frozenset("may might could would should".split())
DOUBTS = frozenset(
    "alleged allegedly reportedly suspected attempted unconfirmed purported purportedly accused former ex-president acting deputy vice"
    " would-be planned proposed possible possibly potential potentially likely unlikely apparently supposedly unverified"
    " partially partly interim provisional preliminary almost nearly than".split()
)
_DOUBTFUL = DOUBTS | _DOUBTING
_OPPOSITES = (
    ("more", "less"), ("more", "fewer"), ("above", "below"), ("before", "after"), ("over", "under"), ("up", "down"),
    ("to", "from"), ("for", "against"), ("with", "against"), ("with", "without"), ("and", "or"), ("since", "until"),
    ("inside", "outside"), ("most", "least"), ("if", "because"), ("although", "because"), ("same", "other"), ("into", "from"),
    ("on", "off"), ("before", "since"), ("in", "outside"), ("by", "against"),
)  # fmt: skip
_OPPOSED = frozenset(word for pair in _OPPOSITES for word in pair)
_BOTH_WAYS = (*_OPPOSITES, *((two, one) for one, two in _OPPOSITES))
_AMOUNTS = frozenset("all every most many some few several both any each none much only no".split())


def against(text: str, true: str, others: Sequence[str], turned: bool) -> Iterator[Finding]:
    """What an edit may not do to a sentence, though it brings in no new word: take a denial or a doubt, turn a word round.

    `others` are the line's further sources; `turned` asks for who did it to whom, too.
    """
    said, have = tokens(text), tokens(true)
    yield from lost_negations(said, have)
    yield from doubtless(said, have)
    yield from tenses(said, have)
    yield from opposites(said, have, [word for other in others for word in tokens(other)])
    if turned:
        yield from turned_round(said, have)


def denials(words: Sequence[str]) -> list[str]:
    """The negations of a sentence, "not" for all its forms."""
    return [
        "not" if low in {"not", "cannot"} or low.endswith(("n't", "n’t")) else low
        for low in map(str.lower, words)
        if low in NEGATIONS
    ]


def negated(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """A negation that is new, or that is gone while the word it stood before is still said."""
    extra = Counter(denials(said)) - Counter(denials(true))
    for word in extra:
        yield Finding("negation", word, f'the source has no "{word}" there')
    if not extra:
        yield from lost_negations(said, true)


def lost_negations(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """Negations of `true` that are gone while the word behind them is still said, and not denied where it is."""
    denied = denials(true)
    gone = Counter(denied) - Counter(denials(said)) if denied else None
    if not gone:
        return
    low_said = [word.lower() for word in said]
    pairs = set(pairwise(low_said))
    for place, word in enumerate(true):
        kind = denials([word])
        if not kind or gone[kind[0]] <= 0:
            continue
        after = [other.lower() for other in true[place + 1 : place + 4]]
        meant = next((other for other in after if other not in STOP), "")
        before = true[place - 1].lower() if place else ""
        joined = bool(after) and (before, after[0]) in pairs
        if joined or (meant and _without(low_said, meant, NEGATIONS)):
            words = " ".join((word.lower(), *after[:2]))
            yield Finding("negation", word, f'the source says "{words}"', words)


def _without(low: Sequence[str], meant: str, kind: frozenset[str], reach: int = 3) -> bool:
    """Whether a word is said somewhere with none of a kind in the few words before it."""
    same = stem(meant)
    return any(
        stem(word) == same and kind.isdisjoint(low[max(0, place - reach) : place])
        for place, word in enumerate(low)
        if word not in STOP
    )


def doubtless(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """A doubt ("allegedly", "former", "may") that is gone while the word it stood before is still said."""
    if _DOUBTFUL.isdisjoint(map(str.lower, true)):
        return
    low_true = [word.lower() if word != "May" else word for word in true]
    doubts = [place for place, low in enumerate(low_true) if low in DOUBTS or low in _DOUBTING]
    if not doubts:
        return
    low_said = [word.lower() for word in said]
    gone = Counter(low_true[place] for place in doubts) - Counter(low_said)
    stems = Counter(stem(word) for word in low_true)
    for place in doubts:
        low = low_true[place]
        if gone[low] <= 0:
            continue
        following = low_true[place + 1 : place + 4]
        meant = next((other for other in following if other not in STOP), "")
        if not following and low.endswith("ly"):
            meant = next((other for other in reversed(low_true[:place]) if other not in STOP), "")
        judged = _VOICED if low in _DOUBTING else DOUBTS
        if meant and meant in low_said and stems[stem(meant)] == 1 and _without(low_said, meant, judged):
            words = " ".join((low, *following[:2]))
            yield Finding("doubt", meant, f'the source says "{words}"', words)


_VOICED = MODALS | {"to"}  # where one of these stands the tense is judged, not the doubt


def tenses(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """ "will close" where the source has "was closed" or "may close": another tense before the same word."""
    if _TENSES.keys().isdisjoint(map(str.lower, said)):
        return
    have = _voices(true)
    for word, (tense, voice) in _each_voice(said):
        others = have.get(word) if tense else None
        if others is None:
            continue
        tenses = {other for other, _ in others}
        if (
            tense not in tenses
            and ("" not in tenses or tense not in _heard(true))
            and (tenses != {""} or voice in MODALS)
        ):
            source = next((shown for other, shown in others if other), "")
            yield Finding("tense", voice, f'the source has "{source or "no " + voice}" there', source)


def _heard(words: Sequence[str]) -> set[str]:
    """All tenses of a sentence: "will cost more and take longer"."""
    return {_TENSES[low] for low in map(str.lower, words) if low in _TENSES}


def _voices(words: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for word, voice in _each_voice(words):
        found.setdefault(word, []).append(voice)
    return found


def _each_voice(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each word that carries meaning, with the tense of the auxiliary before it and that auxiliary, or ("", "")."""
    tense, shown, since = "", "", 0
    for word in words:
        low = word.lower()
        if low in _TENSES and word != "May":
            if not since or since > 1 or low not in {"have", "has"}:  # "will have closed" is "will"
                tense, shown = _TENSES[low], low
            since = 1
        elif low not in STOP or (low not in AUXILIARIES and low not in NEGATIONS and since == 0):
            if low not in STOP:
                yield stem(low), (tense, shown)
            tense, shown, since = "", "", 0
        elif since:
            since += 1


def _heads(words: Sequence[str]) -> set[tuple[str, str]]:
    """Each small word that can be turned round, with the word of meaning behind it: "from", "kano"."""
    low = list(map(str.lower, words))
    return {
        (word, head)
        for place, word in enumerate(low)
        if word in _OPPOSED and (head := next((other for other in low[place + 1 : place + 4] if other not in STOP), ""))
    }


def opposites(said: Sequence[str], true: Sequence[str], others: Sequence[str] = ()) -> Iterator[Finding]:
    """Small words turned round: "more" for "less", "from" for "to", "all" for "some"; those of `others` are no proof."""
    before, ahead = _heads(said), _heads(true)
    for word, head in before - ahead:
        if other := next(
            (two for one, two in _BOTH_WAYS if one == word and (two, head) in ahead and (two, head) not in before), ""
        ):
            yield Finding("opposite", word, f'the source has "{other}" before "{head}", not "{word}"', other)
            return
    mine, theirs = Counter(map(str.lower, said)), Counter(map(str.lower, true))
    extra = {word for word in mine if (word in _OPPOSED or word in _AMOUNTS) and mine[word] > theirs[word]}
    extra.difference_update(word.lower() for word in others)
    if not extra:
        return
    gone = {word for word in theirs if theirs[word] > mine[word]}
    for one, other in _BOTH_WAYS:
        if one in extra and other in gone:
            yield Finding("opposite", one, f'the source has "{other}", not "{one}"', other)
            return
    for word in extra & _AMOUNTS:
        if word not in NEGATIONS and (there := sorted(gone & _AMOUNTS)):
            yield Finding("opposite", word, f'the source has "{there[0]}", not "{word}"', there[0])


def turned_round(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """Who did it to whom: three words that stand the other way round ("police shot farmers"), unless one is a passive.

    Moving one phrase never turns three words round; exchanging what stands before and behind a verb does.
    """
    if len(said) > LONGEST_ORDER or len(true) > LONGEST_ORDER or ("by" in said) != ("by" in true):
        return
    low_said, low_true = list(map(str.lower, said)), list(map(str.lower, true))
    once_said, once_true = Counter(low_said), Counter(low_true)
    at_true = {word: at for at, word in enumerate(low_true)}
    # a small word may be what they turn round: "X is bigger than Y"
    places = [
        (at_true[word], word)
        for word in low_said
        if once_said[word] == 1 and once_true[word] == 1 and (word not in STOP or word in _PIVOTS)
    ]
    if places == sorted(places):
        return
    for middle, (place, word) in enumerate(places):
        if word in _SAYING:  # "We lost," Mr Bello said: who says it may come first
            continue
        first = next((other for at, other in places[:middle] if at > place and other not in _PIVOTS), "")
        last = next((other for at, other in places[middle + 1 :] if at < place and other not in _PIVOTS), "")
        if first and last:
            yield Finding(
                "order",
                f"{first} {word} {last}",
                f'the source has "{last}" before "{word}" and "{first}" after it',
                f"{last} {word} {first}",
            )
            return


_SAYING = frozenset("said says say added adds tweeted wrote replied claimed claims warned warns".split())
_PIVOTS = frozenset("is are was were than told from to against with over before after".split())
