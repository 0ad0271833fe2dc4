"""The fact guard: a line is held against its own source sentences, and every difference must be explained.

A line's edits are played again on its source sentence; what comes out is what the line may say.  Words may be left
out of it, none may be new, and numbers, names, days and negations stay as they are and in their order.  (A checker
that compares a line with its own sentence catches far more planted errors than one that looks at the whole article.)
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bulletin.model import Line

from .editing import plain, replay
from .shortening import REDUNDANT
from .words import DAYS, MONTHS, NEGATIONS, NUMBER_WORDS, PRONOUNS, SCALES, STOP, VAGUE, stem

LONGEST = 5_000  # letters of a line that is checked

Rule = Literal["no source", "edit", "number", "name", "day", "negation", "pronoun", "quote", "new word"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a line that its source sentences do not bear out."""

    rule: Rule
    words: str
    why: str


_TOKEN = re.compile(r"[$£€₦¥#]?\d+(?:[.,:/]\d+)*(?:\.\d+)?(?:%|[a-z]{1,8}\b)?|[^\W\d_]+(?:['’.&-][^\W_]+)*|\"")
_TOKEN_OR_STOP = re.compile(_TOKEN.pattern + r"|[,;:.!?()]")  # a stop ends a number: what follows is not its unit
_NUMBER = re.compile(r"[$£€₦¥#]?\d")
_DAYS = frozenset(DAYS) | frozenset("today yesterday tomorrow tonight".split())
_MONTHS = frozenset(MONTHS) - {"may", "march"}
_UNITS = frozenset(
    "percent per cent dollars dollar pounds pound euros euro naira rupees rand shillings cedi cedis km kilometres miles metres"
    " feet kg tonnes tons degrees years year months month weeks week days day hours hour minutes seconds".split()
)
_BELIEVED = frozenset(word for phrase in REDUNDANT.values() for word in phrase.split())
_FREE = frozenset("says say said added that the a an was is are were of on in to and about after".split())
_OPPOSITES = (
    ("more", "less"),
    ("more", "fewer"),
    ("above", "below"),
    ("before", "after"),
    ("over", "under"),
    ("increase", "decrease"),
    ("up", "down"),
    ("won", "lost"),
    ("rise", "fall"),
    ("rose", "fell"),
)


def check(line: Line, sources: Sequence[str] | None = None) -> list[Finding]:
    """What a line says that its sources do not: an empty list is a clean bill.

    `sources` are sentences to hold the line against in place of those that it cites.  An edit is only believed where
    its words are in the source and it adds nothing but what its rule may add.
    """
    texts = (
        [plain(source) for source in sources]
        if sources is not None
        else [plain(source.text) for source in line.sources]
    )
    texts = [text for text in texts if text]
    if not texts:
        return [Finding("no source", line.text, "the line cites no sentence")]
    if len(line.text) > LONGEST:
        return [Finding("new word", line.text[:40], f"the line has more than {LONGEST} letters; nobody can hear that")]
    expected, findings = _expected(line, texts)
    return findings + _compare(plain(line.text), expected, texts)


def _expected(line: Line, texts: Sequence[str]) -> tuple[str, list[Finding]]:
    """The source as the edits leave it, and findings on edits that cannot be believed."""
    for text in texts:
        played = replay(text, line.edits)
        if played is not None:
            return played, _edits(line, texts)
    if line.edits and (best := max(texts, key=lambda text: _shared(text, line.text))):
        return best, []
    return (texts[0] if len(texts) == 1 else " ".join(texts)), []


def _shared(text: str, line: str) -> int:
    return len(set(_words(text)) & set(_words(line)))


def _edits(line: Line, texts: Sequence[str]) -> list[Finding]:
    """Each edit may add words of the article, words of its rule, and days only by the rule for days."""
    known: set[str] = set()
    found = []
    for edit in line.edits:
        before = set(_words(edit.before))
        new = [
            word
            for word in _words(edit.after)
            if word not in before and word.lower() not in _FREE and word.lower() not in _BELIEVED
        ]
        if new and not known:
            known = {stem(word) for text in texts for word in _words(text)}
        for word in new:
            low = word.lower()
            if stem(word) in known:
                continue
            if edit.rule == "day" and low in _DAYS | {"morning", "evening", "afternoon", "night", "this", "last"}:
                continue
            if low not in STOP or low in NEGATIONS:
                found.append(
                    Finding("edit", word, f'the edit "{edit.rule}" brings in "{word}", which no source sentence has')
                )
        if set(_negations(_words(edit.after))) - set(_negations(_words(edit.before))):
            found.append(Finding("edit", edit.after, f'the edit "{edit.rule}" brings in a negation'))
    return found


def _words(text: str) -> list[str]:
    return [word for word in _TOKEN.findall(text) if word != '"']


def _compare(text: str, expected: str, texts: Sequence[str]) -> list[Finding]:
    if text == expected:
        return []
    said, true = _words(text), _words(expected)
    return [
        *_in_order("number", _numbers(text), _numbers(expected)),
        *_in_order("day", _of(said, _DAYS | _MONTHS), _of(true, _DAYS | _MONTHS)),
        *_in_order("name", _names(said, true), _names(true, said)),
        *_negated(said, true),
        *_pronouns(said, true),
        *_quotes(text, expected, texts),
        *_new(said, true),
    ]


def _in_order(rule: Rule, said: Sequence[str], true: Sequence[str]) -> Iterable[Finding]:
    """Each of `said` must come in `true`, and in that order."""
    left = list(true)
    for word in said:
        if word in left:
            del left[: left.index(word) + 1]
        elif word in true:
            yield Finding(rule, word, f"{word} is in another order than in the source")
        else:
            yield Finding(rule, word, f"the source does not have {word}")


def _of(words: Sequence[str], kind: frozenset[str]) -> list[str]:
    return [word.lower() for word in words if word.lower().removesuffix("'s") in kind]


def _numbers(text: str) -> list[str]:
    """Numbers as value and unit: "26 states" -> "26 state", "2.5 million" -> "2500000", "twenty-six" -> "26"."""
    found: list[str] = []
    value: float | None = None
    raw = ""
    for word in (*_TOKEN_OR_STOP.findall(text), ""):
        low = word.lower()
        number = _value(low)
        if number is not None and value is None:
            value, raw = number, low
        elif value is not None and low in SCALES:
            value *= SCALES[low]
        elif (
            value is not None
            and number is not None
            and value >= 20
            and value % 10 == 0
            and number < 10
            and raw.isalpha()
        ):
            value += number
        else:
            if value is not None:
                unit = stem(low) if low[:1].isalpha() and (low in _UNITS or low not in STOP) else ""
                mark = raw[0] if raw[:1] in "$£€₦¥" else ""
                found.append(f"{mark}{value:.10g}{_suffix(raw)} {unit}".strip())
            value, raw = (number, low) if number is not None else (None, "")
    return found


def _suffix(raw: str) -> str:
    tail = re.sub(r"^[^\d]?[\d.,:/]+", "", raw) if raw[:1].isdigit() or raw[1:2].isdigit() else ""
    return f"{tail}" + (raw if ":" in raw or "/" in raw else "")


def _value(low: str) -> float | None:
    if _NUMBER.match(low):
        digits = re.sub(r"[^\d.]", "", low.replace(",", ""))
        try:
            return float(digits.strip(".")) if digits.count(".") <= 1 else float(digits.replace(".", ""))
        except ValueError:
            return None
    if "-" in low:
        tens, _, ones = low.partition("-")
        if tens in NUMBER_WORDS and ones in NUMBER_WORDS:
            return float(NUMBER_WORDS[tens] + NUMBER_WORDS[ones])
    if low in NUMBER_WORDS:
        return float(NUMBER_WORDS[low])
    if low in VAGUE or low in SCALES:
        return float(VAGUE.get(low) or SCALES[low]) + (0.5 if low in VAGUE else 0)
    return {
        "first": 1.01,
        "second": 2.01,
        "third": 3.01,
        "half": 0.5,
        "twice": 2.02,
        "double": 2.03,
        "dozen": 12.0,
        "quarter": 0.25,
        "once": 1.02,
    }.get(low)


def _names(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Words with a capital that are so on both sides, or in mid-sentence; without possessives."""
    small = {word for word in other if word[0].islower()}
    found = []
    for place, word in enumerate(words):
        bare = word.removesuffix("'s").removesuffix("'").removesuffix("’s")
        if not bare[:1].isupper() or bare.lower() in STOP:
            continue
        if place == 0 and bare.lower() in small:
            continue
        found.append(bare)
    return found


def _negations(words: Sequence[str]) -> list[str]:
    return [
        "not" if word.lower() in {"not", "cannot"} or word.lower().endswith(("n't", "n’t")) else word.lower()
        for word in words
        if word.lower() in NEGATIONS
    ]


def _negated(said: Sequence[str], true: Sequence[str]) -> Iterable[Finding]:
    """A negation that is new, or that is gone while the word it stood before is still said."""
    extra = Counter(_negations(said)) - Counter(_negations(true))
    for word in extra:
        yield Finding("negation", word, f'the source has no "{word}" there')
    if extra:
        return
    gone = Counter(_negations(true)) - Counter(_negations(said))
    if not gone:
        return
    low = [word.lower() for word in said]
    for place, word in enumerate(true):
        if not _negations([word]) or gone[_negations([word])[0]] <= 0:
            continue
        after = [other.lower() for other in true[place + 1 : place + 4]]
        meant = next((other for other in after if other not in STOP), "")
        before = true[place - 1].lower() if place else ""
        joined = any(pair == (before, after[0]) for pair in itertools.pairwise(low)) if after else False
        if joined or (meant and any(stem(meant) == stem(other) for other in low)):
            yield Finding("negation", word, f'the source says "{" ".join((word.lower(), *after[:2]))}"')


def _pronouns(said: Sequence[str], true: Sequence[str]) -> Iterable[Finding]:
    mine = [word.lower() for word in said if word.lower() in PRONOUNS]
    yield from _in_order("pronoun", mine, [word.lower() for word in true if word.lower() in PRONOUNS])


def _quotes(text: str, expected: str, texts: Sequence[str]) -> Iterable[Finding]:
    """What stands in quote marks must stand so in a source."""
    sources = [expected, *texts]
    for quote in re.findall(r'"([^"]{1,2000})"', text):
        core = quote.strip(" .,!?")
        if not any(core.lower() in source.lower() for source in sources):
            yield Finding("quote", quote, "these are not the words of the source")
    if text.count('"') > max(source.count('"') for source in sources) + sum(source.count("'") for source in sources):
        yield Finding("quote", text, "the source has fewer quotation marks")
    elif text.count('"') > 0 and all('"' not in source and "'" not in source for source in sources):
        yield Finding("quote", text, "the source has no quotation")


def _new(said: Sequence[str], true: Sequence[str]) -> Iterable[Finding]:
    """A word that carries meaning and is not in the source, or is there in another form of number or time."""
    have = {stem(word) for word in true}
    exact = {word.lower() for word in true}
    for word in said:
        low = word.lower()
        if _value(low) is not None or low in _DAYS | _MONTHS:
            continue
        if low in STOP and not any(low in pair and (set(pair) - {low}) & exact for pair in _OPPOSITES):
            continue
        if stem(word) not in have and low not in exact:
            yield Finding("new word", word, f'no source sentence has "{word}"')
