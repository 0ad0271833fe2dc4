"""The fact guard: a line is held against its own source sentences, and every difference must be explained.

A line's edits are played again on its source sentence; what comes out is what the line may say.  Words may be left
out of it, none may be new, and figures, names, days, denials and doubts stay as they are and in their order.  An edit
is believed as far as it is true: its words are the source's in other words, its figures the source's or round ones of
them.  (A checker that compares a line with its own sentence catches far more planted errors than one that looks at the
whole article.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.model import Edit, Line

from .comparing import compare, counts, worded, wrong_figures
from .editing import plain, replay
from .figures import figures
from .findings import DATED, RELATIVE_DAYS, Finding, Rule, tokens
from .jargon import without_jargon
from .shortening import plainer
from .turning import MODALS, against, denials
from .words import DAYS, NEGATIONS, PARTICIPLES, STOP, stem

__all__ = ["LONGEST", "Finding", "Rule", "check"]

LONGEST = 5_000  # letters of a line that is checked
LONGEST_SOURCE = 20_000  # letters of a sentence that it is held against
_HEDGING = frozenset("almost nearly than over least about around some under fewer below above".split())
_FREE = frozenset("says say said added that the a an was is are were of on in to and about after".split())
_HEDGES = frozenset("almost more than about".split())
_MOVING = frozenset(("attribution first", "role first", "reported speech", "speaker in front", "noun for pronoun"))
_PARTS_OF_DAYS = frozenset("morning evening afternoon night this last".split())


def check(line: Line, sources: Sequence[str] | None = None) -> list[Finding]:
    """What a line says that its sources do not: an empty list is a clean bill.

    `sources` are sentences to hold the line against in place of those that it cites.  An edit is only believed where
    its words are in the source, or are the source's in other words, and its figures are true.
    """
    if sources is None:
        sources = [source.text for source in line.sources]
    texts = [text for source in sources if (text := plain(source[:LONGEST_SOURCE]))]
    if not texts:
        return [Finding("no source", line.text, "the line cites no sentence")]
    if len(line.text) > LONGEST:
        return [Finding("new word", line.text[:40], f"the line has more than {LONGEST} letters; nobody can hear that")]
    expected, findings = _expected(line, texts)
    text = plain(line.text)
    return findings if text == expected else findings + compare(text, expected, texts)


def _expected(line: Line, texts: Sequence[str]) -> tuple[str, list[Finding]]:
    """The source as the edits leave it, and findings on edits that cannot be believed."""
    for text in texts:
        played = replay(text, line.edits)
        if played is not None:
            return played, (_edits(line.edits, text, played, texts) if line.edits else [])
    if line.edits and (best := max(texts, key=lambda text: _shared(text, line.text))):
        return best, []
    return (texts[0] if len(texts) == 1 else " ".join(texts)), []


def _shared(text: str, line: str) -> int:
    return len(set(tokens(text)) & set(tokens(line)))


def _edits(edits: Sequence[Edit], text: str, played: str, texts: Sequence[str]) -> list[Finding]:
    """What the edits changed that they may not: words, figures, days, denials and doubts."""
    found: list[Finding] = []
    known: set[str] = set()
    told = False  # whether an edit has figures that it did not find
    for edit in edits:
        before, after = set(tokens(edit.before)), tokens(edit.after)
        new = {low for word in after if word not in before and (low := word.lower()) not in _FREE}
        told = told or not _HEDGING.isdisjoint(before.symmetric_difference(after))
        if not new:
            continue
        numbers = {low for low in new if counts(low)}
        told = told or bool(numbers)
        new -= numbers
        if edit.rule == "day":
            found += _wrong_day(edit)
            new -= DATED | _PARTS_OF_DAYS
        if told:
            new -= _HEDGES
        known = known or _known(texts)
        found += [
            Finding("edit", low, f'the edit "{edit.rule}" brings in "{low}", which no source sentence has')
            for low in sorted(new)
            if not _is_known(low, known) and (low not in STOP or low in MODALS or low in NEGATIONS)
        ]
    if told:
        true = [figure for source in texts for figure in figures(worded(source))]
        found += [
            Finding("edit", finding.words, f"an edit is not true: {finding.why}", finding.source)
            for finding in wrong_figures(figures(worded(played)), true, ordered=False)
        ]
    moving = any(edit.rule in _MOVING for edit in edits)
    return found + list(_turned(text, played, texts, moving))


def _known(texts: Sequence[str]) -> set[str]:
    """The stems of the sources' words, and of the words that the rules have for them."""
    known: set[str] = set()
    for text in texts:
        forms = (text, worded(text), worded(without_jargon(text)), plainer(text), plainer(text.lower()))
        for form in {form.lower() for form in forms}:
            words = tokens(form)
            known.update(map(stem, words))
            known.update(stem(part) for word in words if "." in word for part in word.split("."))
            known.update(stem(PARTICIPLES[word]) for word in words if word in PARTICIPLES)
    return known


def _is_known(low: str, known: set[str]) -> bool:
    return stem(low) in known or ("." in low and all(stem(part) in known for part in low.split(".")))


def _wrong_day(edit: Edit) -> Iterator[Finding]:
    """An edit may say "yesterday" for a weekday, or a weekday for "yesterday", never one weekday for another."""
    before = {word.lower() for word in tokens(edit.before)}
    for word in tokens(edit.after):
        low = word.lower()
        if low in DATED and low not in before and not before & (RELATIVE_DAYS | {"last", "this", "night", "morning"}):
            weekday = next((day for day in before if day in DAYS), "")
            if low not in RELATIVE_DAYS or not weekday:
                yield Finding(
                    "edit", word, f'the edit "{edit.rule}" makes {weekday.title() or "no day"} {word}', weekday.title()
                )


def _turned(text: str, played: str, texts: Sequence[str], moving: bool) -> Iterator[Finding]:
    """Denials that the edits brought in, or took from before a word that is still said; doubts likewise."""
    if played == text:
        return
    denied = set(denials(tokens(played)))
    for word in denied - {word for source in texts for word in denials(tokens(source))} if denied else ():
        yield Finding("edit", word, f'an edit brings in "{word}"')
    for finding in against(worded(played), worded(text), [other for other in texts if other != text], not moving):
        yield Finding("edit", finding.words, f"an edit is not true: {finding.why}", finding.source)
