"""What an editor's pen may have changed: lines held against their sources, and days against the air time.

The fact guard finds what a line says that its source does not; here it is told so that an editor can act on it at
once, with what the source has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from bulletin.model import Line

from .editing import plain
from .guard import Finding, check
from .listening import Heard, Severity
from .words import DAYS, NUMBER_WORDS, STOP, WORD

_GRAVE: dict[str, Severity] = {"pronoun": "warning", "no source": "note"}  # all others are errors


def unborne(line: Line, copy: bool) -> Iterator[Heard]:
    """What the fact guard has against a line, one finding a rule; of a template's line, only against its facts."""
    for source in line.sources:
        if source.changed or len(source.text) != source.end - source.start:
            why = "the source note has other words than the article, so that it proves nothing"
            yield Heard("source note", "error", why, "put back its words, or take the note out")
            break
    findings = _once([found for found in check(line) if copy or found.rule in _ANYWHERE])
    for rule, same in groupby(sorted(findings, key=lambda found: found.rule), key=lambda found: found.rule):
        yield _told(rule, list(same), line)


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Without what another finding tells better: a day is no name, and a wrong name is no new word."""
    graver = {word.lower() for found in findings if found.rule != "new word" for word in found.words.split()}
    return [
        found
        for found in findings
        if not (found.rule == "name" and found.words.lower() in DAYS)
        and not (found.rule == "new word" and found.words.lower() in graver)
    ]


def _told(rule: str, findings: Sequence[Finding], line: Line) -> Heard:
    words = list(dict.fromkeys(found.words for found in findings))
    sources = [plain(source.text) for source in line.sources]
    whole = f'the source says "{_short(sources[0])}"' if sources else ""
    if rule == "new word":
        for word in words:
            if turned := _turned(word, sources):
                return Heard("opposite", "error", f'"{word}", where the source has "{turned}"', whole)
        return Heard(rule, "warning", f"no source sentence has {listed(words)}", whole)
    look = _LOOK.get(rule)
    says = _only(look, [line.text], sources) if look else []
    has = _only(look, sources, [line.text]) if look else list(dict.fromkeys(f.source for f in findings if f.source))
    why = f"the source does not have {listed(says)}" if says else findings[0].why
    return Heard(rule, _GRAVE.get(rule, "error"), plain(why), f"the source has {listed(has)}" if has else whole)


def _turned(word: str, sources: Sequence[str]) -> str:
    """The word of a source that means the opposite, or ""."""
    against = _OPPOSITE.get(word.lower(), ())
    return next((other for text in sources for other in WORD.findall(text) if other.lower() in against), "")


_ANYWHERE = frozenset(("number", "day", "quote", "edit"))
_OPPOSITES = (
    "won/lost wins/loses win/lose winning/losing rose/fell rises/falls rise/fall rising/falling"
    " increase/decrease increased/decreased increases/decreases"
    " gained/lost raised/cut raise/cut raises/cuts opened/closed opens/closes open/close accepted/rejected"
    " accept/reject approved/rejected agreed/refused denied/admitted denies/admits guilty/innocent arrested/released"
    " convicted/acquitted allowed/banned started/ended begin/end north/south east/west northern/southern"
    " eastern/western male/female man/woman men/women boy/girl first/last highest/lowest best/worst largest/smallest"
    " ally/rival supports/opposes supported/opposed legal/illegal alive/dead killed/saved joined/left"
).split()
_PAIRS = [pair.partition("/") for pair in _OPPOSITES]
_OPPOSITE = {
    word: {two if one == word else one for one, _, two in _PAIRS if word in (one, two)}
    for one, _, two in _PAIRS
    for word in (one, two)
}

_NUMBER = "|".join((*NUMBER_WORDS, "hundreds", "thousands", "dozens", "first", "second", "third", "twice", "half"))
_FIGURES = re.compile(
    rf"(?i)\b[a-z]{{3,9}} and a half\b|(?<![\w.,])[$£€₦]?\d(?:[\d.,:/-]*\d)?%?|\b(?:{_NUMBER})\b(?:-[a-z]+)?"
)
_BEHIND = re.compile(r"(?: [a-z]+){1,2}")


def _figures(text: str) -> list[str]:
    """Numbers with what they count: "26 states", "1.2 billion naira"."""
    return [found[0] + _counted(_BEHIND.match(text, found.end())) for found in _FIGURES.finditer(text)]


def _counted(behind: re.Match[str] | None) -> str:
    words: list[str] = []
    for word in behind[0].split() if behind else ():
        if word in STOP:
            break
        words.append(f" {word}")
    return "".join(words)


def _days(text: str) -> list[str]:
    return re.findall(rf"(?i)\b(?:{'|'.join(DAYS)}|today|yesterday|tomorrow|tonight)\b", text)


def _names(text: str) -> list[str]:
    return re.findall(r"(?<=[\w,] )[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}", text)


def _quotations(text: str) -> list[str]:
    return re.findall(r'"[^"]{1,200}"', text)


_LOOK: dict[str, Callable[[str], list[str]]] = {"number": _figures, "day": _days, "name": _names, "quote": _quotations}


def _only(look: Callable[[str], list[str]], texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """What is in the texts and in none of the others, at the most three."""
    other = {words.lower() for text in others for words in look(plain(text))}
    found = dict.fromkeys(words for text in texts for words in look(plain(text)) if words.lower() not in other)
    return list(found)[:3]


def listed(words: Sequence[str]) -> str:
    """Some words in quote marks, such as "26", "Ada" and "Friday"."""
    quoted = [word if word.startswith('"') else f'"{word}"' for word in words[:6]]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}" if len(quoted) > 1 else quoted[0]


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:157] + "..."


_NOW = re.compile(
    rf"(?i)\b(?:today|yesterday|tomorrow|tonight|(?:this|last) (?:morning|afternoon|evening|night)|{'|'.join(DAYS)})\b"
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_CLOCK = re.compile(
    rf"(?i)\bgood (?:morning|afternoon|evening)\b|\b(?:{_HOURS}) o'clock\b|\b(?:half|quarter|minutes?) (?:past|to) (?:{_HOURS})\b|\bmid(?:night|day)\b"
)


def stale(text: str, copy: bool, air_time: datetime, written_for: datetime | None) -> Iterator[Heard]:
    """Days, and in a template's lines times of day, that were true of `written_for` and may not be of `air_time`."""
    if written_for is None or written_for == air_time:
        return
    if written_for.date() != air_time.date() and (found := _NOW.search(text)):
        why = f'"{found[0]}" was written for {_day(written_for)}; the script is aired on {_day(air_time)}'
        yield Heard("stale day", "warning", why, "say the day as it is then")
    if not copy and (found := _CLOCK.search(text)):
        why = f'"{found[0]}" was written for {written_for:%H:%M}; the script is aired at {air_time:%H:%M}'
        yield Heard("stale time", "warning", why, "say the time as it is then")


def _day(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B}"
