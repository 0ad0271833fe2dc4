"""A script is read over as a sub-editor would: facts against their sources, then every rule for the ear.

Nothing is changed and nothing fails: what is found are remarks, each with its rule, how grave it is, why, and what
would be better.  An error is what must not go on air; a warning is what an editor should look at; a note is advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bulletin import timing
from bulletin.model import Citation, Cue, Line, Script, Story

from . import listening, retelling
from .editing import plain
from .guard import LONGEST
from .listening import Heard, Severity
from .openers import carries, hangs
from .sourcing import listed, stale, unborne

MOST_LINES = 2_000  # of a script; an hour of speech has some 700
MOST_LETTERS = 300_000  # of its lines and their sources; an hour of speech has 50,000, and its sources twice as many
LONG_SOURCE = 2_000  # letters of a source sentence; the wire knows none above 1,500
MOST_STORIES = 100
MOST_SOURCES = 50  # of a line, and of its edits four times as many: a hand-made file may cite one note for ever
COPY = ("headline", "story")
_PERSONS = frozenset("he she him her his hers they them their".split())


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about a script that an editor may want to know."""

    rule: str  # its short name; docs/checking.md has them all
    severity: Severity
    why: str
    suggestion: str = ""
    slug: str = ""  # the story's, "" where it is about none
    text: str = ""  # the line's, "" where it is about none
    cue: int = -1  # the place of the cue in the script, -1 for the script as a whole
    line: int = -1  # the place of the line in the cue, -1 for the cue as a whole


def inspect(
    script: Script,
    written_for: datetime | None = None,
    *,
    stories: Sequence[Story] = (),
    seconds: float = 0.0,
    names: Sequence[str] = (),
) -> list[Remark]:
    """All remarks on a script, in its order.

    `written_for` is the air time that its words were written for, where it is aired at another; `stories` those that
    it was made from, with their own warnings; `seconds` what it is expected to take; `names` those that no lexicon has.
    """
    doubts = [_doubt(warning, story.slug) for story in stories for warning in story.warnings]
    told = {(remark.slug, remark.rule) for remark in doubts}
    found = [*untrue(script, written_for), *_heard(script), *_unheard(script, names), *_overlong(script, seconds)]
    found = [remark for remark in found if (remark.slug, remark.rule) not in told or not remark.slug]
    return doubts + sorted(found, key=lambda remark: (remark.cue, remark.line, remark.severity != "error"))


def untrue(script: Script, written_for: datetime | None = None) -> list[Remark]:
    """The remarks on facts alone: what lines say that their source sentences do not, and days that have passed."""
    lines = list(_lines(script))
    cited = any(line.sources or line.edits for _, _, line in lines)
    found: list[Remark] = []
    for at, place, whole in lines:
        cue, line = script.cues[at], _short_of(whole)
        if line.sources or line.edits:
            found.extend(_remark(heard, cue, at, place) for heard in unborne(line, cue.kind in COPY))
        elif cue.kind in COPY and cited:
            heard = Heard("no source", "note", "an editor's own words: there is nothing to hold them against")
            found.append(_remark(heard, cue, at, place))
        found.extend(
            _remark(heard, cue, at, place) for heard in stale(line.text, cue.kind in COPY, script.air_time, written_for)
        )
    if not cited and any(cue.kind == "story" and cue.lines for cue in script.cues):
        found.append(Remark("no source", "note", "no line of the script has a source note: its facts were not checked"))
    return found


def _lines(script: Script) -> Iterator[tuple[int, int, Line]]:
    """Each line with the places of its cue and of itself, as long as the script is one that could be aired."""
    told, letters = 0, 0
    for at, cue in enumerate(script.cues):
        for place, line in enumerate(cue.lines):
            told, letters = told + 1, letters + _letters(line)
            if told > MOST_LINES or letters > MOST_LETTERS:
                return
            yield at, place, line


def _letters(line: Line) -> int:
    return min(len(line.text), LONGEST) + sum(
        min(len(source.text), LONG_SOURCE) for source in line.sources[:MOST_SOURCES]
    )


def _short_of(line: Line) -> Line:
    """The line with its words and its sources cut to what a sentence can have, so that no file takes for ever."""
    sources = list(dict.fromkeys(line.sources))[:MOST_SOURCES]
    return Line(
        line.text[: LONGEST + 1].strip(),
        tuple(_cut(source) for source in sources),
        line.edits[: 4 * MOST_SOURCES],
    )


def _cut(source: Citation) -> Citation:
    if len(source.text) <= LONG_SOURCE:
        return source
    return replace(source, text=source.text[:LONG_SOURCE], end=source.start + LONG_SOURCE)


def _remark(heard: Heard, cue: Cue, at: int, place: int = -1) -> Remark:
    text = cue.lines[place].text if place >= 0 else ""
    return Remark(heard.rule, heard.severity, heard.why, heard.suggestion, cue.slug, text, at, place)


# ---------------------------------------------------------------- the ear


def _heard(script: Script) -> Iterator[Remark]:
    english = script.language.partition("-")[0].lower() in {"", "en"}
    for at, place, line in _lines(script):
        cue = script.cues[at]
        before = cue.lines[place - 1].text if place else ""
        for heard in _of_line(line.text, before, cue.kind, english):
            yield _remark(heard, cue, at, place)
    stories = [(at, cue) for at, cue in enumerate(script.cues) if cue.kind == "story" and cue.lines][:MOST_STORIES]
    for at, cue in stories if english else ():
        yield from _of_story(cue, at)
    for story, place, heard in retelling.said_twice([cue for _, cue in stories]):
        yield _remark(heard, stories[story][1], stories[story][0], place)
    for story, heard in retelling.alike([cue for _, cue in stories]):
        yield _remark(heard, stories[story][1], stories[story][0])
    read = sum(1 for _ in _lines(script))
    if read < sum(len(cue.lines) for cue in script.cues):
        yield Remark("long script", "warning", f"only its first {read:,} lines were read: no bulletin is so long")


def _of_line(text: str, before: str, kind: str, english: bool) -> Iterator[Heard]:
    if len(text) > LONGEST:
        yield Heard("long sentence", "error", f"{len(text):,} letters in one line; nobody can read that in one breath")
        return
    for rule in listening.ANY_LINE:
        yield from rule(text)
    if not english:
        return
    sentences = _sentences(plain(text))
    for sentence in sentences:
        yield from listening.long_headline(sentence) if kind == "headline" else listening.long_sentence(sentence)
    if kind not in COPY:
        return
    for sentence in sentences:
        for rule in listening.ANY_SENTENCE:
            yield from rule(sentence)
    yield from listening.quotation(plain(text))
    if kind != "story" or not sentences:
        return
    if before:
        yield from _pronoun(sentences[0], plain(before[:LONGEST]))
    else:
        yield from listening.opener(sentences[0])
        for rule in listening.FIRST_LINE:
            yield from rule(sentences[0])


def _sentences(text: str) -> list[str]:
    if not re.search(r"[.!?][\"')]? ", text):
        return [text]
    from .sentences import spans  # brings in the splitter: most lines are one sentence and need none

    return [text[start:end] for start, end in spans(text)]


def _pronoun(sentence: str, before: str) -> Iterator[Heard]:
    word = hangs(sentence)
    if word.lower() in _PERSONS and not carries(before, sentence):
        why = f'"{word}": the line before names nobody whom it could mean'
        yield Heard("pronoun", "warning", why, "say the name, or the role")


def _of_story(whole: Cue, at: int) -> Iterator[Remark]:
    cue = replace(whole, lines=tuple(_short_of(line) for line in whole.lines[:MOST_LINES]))
    texts = [plain(line.text) for line in cue.lines]
    for place, heard in (*retelling.protected(cue), *retelling.conflicting(texts)):
        yield _remark(heard, cue, at, place)
    for heard in retelling.last_line(texts[-1]) if len(texts) > 1 else ():
        yield _remark(heard, cue, at, len(texts) - 1)
    for heard in (*retelling.delicate_story(cue), *retelling.repeated_word(texts)):
        yield _remark(heard, cue, at)


# ---------------------------------------------------------------- what is known besides


def _doubt(warning: str, slug: str) -> Remark:
    if warning.startswith("a sensitive story"):
        heard = next(retelling.graded([warning]))
        return Remark(heard.rule, heard.severity, heard.why, slug=slug)
    return Remark("conflict" if warning.startswith("the article has ") else "article", "warning", warning, slug=slug)


def _unheard(script: Script, names: Sequence[str]) -> Iterator[Remark]:
    """The names that no lexicon has, with the first line that each is in."""
    left = set(names)
    for at, place, line in _lines(script):
        here = sorted(name for name in left if name in line.text)
        left -= set(here)
        if here:
            heard = Heard("hard name", "note", f"listen to how {listed(here)} will be said", "put it in a lexicon")
            yield _remark(heard, script.cues[at], at, place)


def _overlong(script: Script, seconds: float) -> Iterator[Remark]:
    over = seconds - script.slot_seconds
    if over >= 1:
        why = f"about {timing.clock(seconds)} for a slot of {timing.clock(script.slot_seconds)}"
        yield Remark("too long for slot", "warning", why, f"{over:.0f} seconds have to go")
