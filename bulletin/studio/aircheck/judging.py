"""What differs between script and hearing is judged: generous to names by their sound, strict with numbers and denials."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .aligning import Run, runs
from .likeness import ALIKE, DAYS, HOMOPHONES, alike, denies, number, opposite, tokens
from .values import Finding, Said, Severity

GAPLESS = 3  # words in a row that are missing or too many, before it is said
FAINT = frozenset(  # words that are said without stress: a recogniser guesses them
    "a an the of to in on at is are was were be been by for from and or as it its that this his her their they he she "
    "we i with has have had will would s ve re ll d who which there them him us our you".split()
)
DOUBLED = 0.7  # of the extra words are those of the line itself


@dataclass(frozen=True)
class Word:
    """A word that was heard, and when."""

    text: str
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True)
class Verdict:
    """What was heard of one line: what is wrong, and how many of its words (names apart) are."""

    said: Said
    start_seconds: float
    end_seconds: float
    words: int
    wrong: int
    findings: tuple[Finding, ...] = ()


def judged(
    lines: Sequence[Said],
    heard: Sequence[Word],
    words: Callable[[str], str],
    sure: Callable[[str, str], bool] = lambda heard, written: True,
) -> list[Verdict]:
    """A verdict a line, from all that was heard in their place; `words` says numbers and signs.

    `sure` is asked of each difference, with the words of the line as heard and with that one as written; where it is
    not, that is taken as heard right.
    """
    said = [tokens(line.spoken or line.text, words) for line in lines]
    edges = [0]
    for row in said:
        edges.append(edges[-1] + len(row))
    got = [(token, word) for word in heard for token in tokens(word.text, str)]
    differing: list[list[Run]] = [[] for _ in lines]
    flat = [token for row in said for token in row]
    for run in runs(flat, [token for token, _ in got], edges):
        at = run.first if run.last > run.first else run.first - 1  # what is too many belongs to the line before
        if at < run.first and run.first in edges[:-1]:  # ... unless it is the next one read twice
            following = said[edges.index(run.first)]
            at += _share([token for token, _ in got[run.begin : run.end]], following) >= DOUBLED
        differing[max(0, min(len(lines) - 1, bisect_right(edges, at) - 1))].append(run)
    times = _times(edges, got, differing, lines)
    return [
        _verdict(line, flat, edges[n], edges[n + 1], differing[n], got, times[n], sure) for n, line in enumerate(lines)
    ]


def _times(
    edges: Sequence[int], got: Sequence[tuple[str, Word]], differing: Sequence[Sequence[Run]], lines: Sequence[Said]
) -> list[tuple[float, float]]:
    """When each line is heard: as planned, or from its first word heard to its last."""
    found = []
    everything = [run for row in differing for run in row]
    for at, line in enumerate(lines):
        if line.start_seconds is not None and line.end_seconds is not None:
            found.append((line.start_seconds, line.end_seconds))
        elif got:
            begin, end = (_place(edges[at + side], everything, len(got)) for side in (0, 1))
            begin = min(begin, len(got) - 1)
            found.append((got[begin][1].start_seconds, got[max(begin, end - 1)][1].end_seconds))
        else:
            found.append((0.0, 0.0))
    return found


def _place(at: int, everything: Sequence[Run], most: int) -> int:
    """Where in the words heard that place of the script's words is."""
    offset = 0
    for run in everything:
        if run.last <= at and (run.last > run.first or run.first < at):
            offset = run.end - run.last
        elif run.first < at < run.last:
            return min(most, run.begin)
    return min(most, max(0, at + offset))


def _verdict(
    line: Said,
    flat: Sequence[str],
    first: int,
    last: int,
    differing: Sequence[Run],
    got: Sequence[tuple[str, Word]],
    time: tuple[float, float],
    sure: Callable[[str, str], bool],
) -> Verdict:
    names = _names(line)
    missed = [(run, flat[run.first : run.last], [t for t, _ in got[run.begin : run.end]]) for run in differing]
    heard_words = " ".join(word for _, _, here in missed for word in here)
    lost = sum(len(said) for _, said, here in missed if not _same(said, here))
    if (
        lost
        and lost >= min(last - first, max(2, 0.65 * (last - first)))
        and sure(heard_words, " ".join(flat[first:last]))
    ):
        why = f'something else is heard: "{_short(heard_words)}"' if heard_words else "it is not heard at all"
        whole = (Finding("words" if heard_words else "missing line", "error", why, *time, line.text),)
        return Verdict(line, *time, last - first, last - first, whole)
    findings: list[Finding] = []
    as_heard = _as_heard(flat, first, last, missed, None)
    wrong, doubtful = 0, []
    for run, said, here in missed:
        when = _when(run, [word for _, word in got], time)
        found = _finding(said, here, names, flat[first:last]) or _moved(run, missed)
        stressed = [word for word in said if word not in FAINT and word not in names]
        if not found and (_same(said, here) or not (said or here)):
            continue
        # A decoder finds fewer words likelier than more: what was put in has been heard twice, and that is enough.
        if said and (found or stressed) and not sure(as_heard, _as_heard(flat, first, last, missed, run)):
            continue
        if found:
            findings.append(Finding(found[0], "error", found[1], *when, line.text))
        if _same(said, here):
            continue
        wrong += max(len([word for word in said if word not in names]), len(here) if not said else 0)
        if not found and stressed:
            doubtful.append((stressed, said, here, when))
    severity: Severity = "error" if sum(len(stressed) for stressed, *_ in doubtful) > 1 else "warning"
    for _, said, here, when in doubtful:
        findings.append(Finding("words", severity, _heard_as(said, here), *when, line.text))
    counted = len([word for word in flat[first:last] if word not in names])
    return Verdict(line, *time, counted, min(wrong, counted), tuple(findings))


def _as_heard(
    flat: Sequence[str],
    first: int,
    last: int,
    missed: Sequence[Differing],
    but: Run | None,
) -> str:
    """The words of a line as they were heard, `but` one run of them as it should have been."""
    out, at = [], first
    for run, said, here in missed:
        out += [*flat[at : run.first], *(said if run is but else here)]
        at = max(at, run.last)
    return " ".join([*out, *flat[at:last]])


def _finding(
    said: Sequence[str], here: Sequence[str], names: frozenset[str], whole: Sequence[str]
) -> tuple[str, str] | None:
    """The check that one run of differing words fails, and why; None where it is no more than a word or two."""
    if not said and len(here) >= GAPLESS:
        return _too_many(here, whole)
    if not _same(said, here) and _uncounted(said) - _uncounted(here) >= GAPLESS:
        return "missing words", _heard_as(said, here)
    if _counted(said) != _counted(_as_numbers(here, said)):
        return "number", _heard_as(said, here)
    if _turned(said, here):
        return "denial", _heard_as(said, here)
    if _same(said, here) and _days(said) == _days(here):
        return None
    return ("name", _heard_as(said, here)) if any(word in names or word in DAYS for word in (*said, *here)) else None


def _when(run: Run, got: Sequence[Word], time: tuple[float, float]) -> tuple[float, float]:
    """From the end of the word before it to the start of the next, or to the edges of its line."""
    start = max(time[0], got[run.begin - 1].end_seconds) if run.begin else time[0]
    if run.end > run.begin:
        return min(start, got[run.begin].start_seconds), got[run.end - 1].end_seconds
    end = min(time[1], got[run.end].start_seconds) if run.end < len(got) else time[1]
    return start, max(start, end)


Differing = tuple[Run, Sequence[str], Sequence[str]]  # a run, its words in the script, and those heard


def _moved(run: Run, missed: Sequence[Differing]) -> tuple[str, str] | None:
    """Stressed words that are heard in another place of the line, where others should be."""
    _, said, here = next(one for one in missed if one[0] is run)
    for other, there_said, there in missed:
        if other is not run:
            for word in said:
                if word not in FAINT and word not in here and word in there and word not in there_said:
                    return "words", f'"{word}" is heard in another place'
    return None


def _too_many(here: Sequence[str], whole: Sequence[str]) -> tuple[str, str]:
    """Words that nobody wrote: those of the line once more, or others."""
    words = _short(" ".join(here))
    if _share(here, whole) >= DOUBLED:
        return "doubled", f'said twice: "{words}"'
    return "extra words", f'also heard: "{words}"'


def _turned(said: Sequence[str], here: Sequence[str]) -> bool:
    """Whether the one says the contrary of the other."""
    denied = sum(map(denies, said)) != sum(map(denies, here))
    return denied or any(opposite(one, other) for one in said for other in here)


def _days(row: Sequence[str]) -> list[str]:
    return [word for word in row if word in DAYS]


def _share(here: Sequence[str], whole: Sequence[str]) -> float:
    return sum(word in whole for word in here) / len(here)


def _uncounted(row: Sequence[str]) -> int:
    return sum(not number(word) for word in row)


def _counted(row: Sequence[str]) -> list[str]:
    return [word.removesuffix("s") for word in row if number(word)]


def _as_numbers(here: Sequence[str], said: Sequence[str]) -> list[str]:
    """What was heard, with "for" as "four" where a four should be; a lone number in words that sound alike is none."""
    wanted = {word for word in said if number(word)}
    if not wanted:
        same = alike(" ".join(said), " ".join(here)) >= ALIKE
        return [word for word in here if not (same and number(word))]
    return [HOMOPHONES[word] if HOMOPHONES.get(word) in wanted and word not in said else word for word in here]


def _same(said: Sequence[str], here: Sequence[str]) -> bool:
    return alike(" ".join(said), " ".join(here)) >= ALIKE


def _names(line: Said) -> frozenset[str]:
    """The line's names, as tokens: words with a capital that do not begin a sentence."""
    found = re.findall(r"(?<![.!?:] )(?<!^)\b([A-Z][\w’'-]+)", line.text)
    return frozenset(token for name in found for token in tokens(name, str))


def _heard_as(said: Sequence[str], here: Sequence[str]) -> str:
    if not here:
        return f'"{_short(" ".join(said))}" is not heard'
    if not said:
        return f'"{_short(" ".join(here))}" is heard too'
    return f'"{_short(" ".join(said))}" is heard as "{_short(" ".join(here))}"'


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77]}..."
