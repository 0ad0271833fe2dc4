"""write(): stories, a station and an air time -> a Script that fits its slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from .. import timing
from ..errors import NoNews, ScriptError, TemplateError
from ..model import Cue, Line, Script, Story
from ..station import Station
from . import parsing, templates, told

AIM = 0.99  # of the slot: what is predicted; pauses can be closed by about 2%, and music fills what is left
ENOUGH = 0.06  # of the slot may be missing: pauses, and music under the sign-off
Counts = tuple[int, ...]  # how many lines of each story are said; 0 where it is left out
MOST_TIMES = 2.5  # the words that a station gives to a story


def write(
    stories: Sequence[Story],
    station: Station,
    at: datetime,
    *,
    pace: timing.Pace = timing.USUAL,
    sounds: Mapping[str, float] | None = None,
    figures: Mapping[str, Any] | None = None,
) -> Script:
    """Lay `stories`, in their order, into the station's template for the bulletin that airs at `at`.

    Where the script would be longer than the station's slot, the last lines of the longest stories go first, then the
    last stories; what room that leaves goes to the first that can use it.  `sounds` gives the seconds of each
    sound by name, `figures` what `figures_from` made of weather and markets, by name.  Raises NoNews without stories
    that the template tells, and TemplateError, which names the template's file and line.
    """
    whole = _meant(stories, station)
    local = at.astimezone(station.zone)
    local = local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))  # a plain offset: equal after a round trip

    with templates.opened(station) as template:

        def laid(counts: Counts) -> Script:
            said = tuple(replace(s, copy=s.copy[:n]) for s, n in zip(whole, counts, strict=True) if n)
            return _lay(template, said, station, local, figures or {})

        def room(counts: Counts) -> float:
            return station.slot_seconds * AIM - timing.script_seconds(laid(counts), pace, sounds)

        counts: Counts = tuple(max(1, len(story.copy)) for story in whole)
        while (left := room(counts)) < 0 and (fewer := _trimmed(whole, counts, -left, pace)) != counts:
            counts = fewer
        while left > 0 and (more := next((m for m in _more(whole, counts, left, pace) if room(m) >= 0), None)):
            counts, left = more, room(more)
        return laid(counts)


def _meant(stories: Sequence[Story], station: Station) -> tuple[Story, ...]:
    """The stories that the template tells: those of its categories, or all.  One without a category may be any."""
    if not stories:
        raise NoNews("there is no story to make a bulletin from")
    categories = templates.about(station.template, station).categories
    meant = tuple(s for s in stories if not categories or s.category in ("", *categories))
    if not meant:
        raise NoNews(f"there is no story for the template {station.template}: it tells {', '.join(categories)} only")
    return meant


def words_for(
    script: Script,
    station: Station,
    pace: timing.Pace = timing.USUAL,
    sounds: Mapping[str, float] | None = None,
) -> int:
    """How many words a story should have for `script`'s stories to fill the slot: the station's own where they do.

    Never more than MOST_TIMES that: a story that goes on and on is worse than music.
    """
    stories = [cue for cue in script.cues if cue.kind == "story"]
    missing = station.slot_seconds * AIM - timing.script_seconds(script, pace, sounds)
    if station.clock.fit != "exactly" or not stories or missing < station.slot_seconds * ENOUGH:
        return station.desk.words
    now = sum(timing.words(cue.lines) for cue in stories) / len(stories)
    wanted = max(
        now, station.desk.words
    ) + missing * timing.WORDS_PER_SECOND * pace.own / timing.LETTERS_PER_SECOND / len(stories)
    return min(round(wanted), round(MOST_TIMES * station.desk.words))


def _trimmed(stories: tuple[Story, ...], counts: Counts, over: float, pace: timing.Pace) -> Counts:
    """Take about `over` seconds out, the least important first; one line of one story always stays."""
    left = list(counts)
    while over > 0:
        longest, told = max(left), [n for n, count in enumerate(left) if count]
        if longest > 2:
            n = max(n for n in told if left[n] == longest)
        elif len(told) > 1:
            n = told[-1]
            over -= 1 + _seconds(stories[n].copy[: left[n] - 1], pace)
            left[n] = 1
        elif longest == 2:
            n = told[0]
        else:
            break
        left[n] -= 1
        over -= _seconds(stories[n].copy[left[n] : left[n] + 1], pace)
    return tuple(left)


def _more(stories: tuple[Story, ...], counts: Counts, room: float, pace: timing.Pace) -> Iterator[Counts]:
    """What could be said besides in so many seconds: two lines of another story, one more of a story, one of another."""
    briefs = [(n, min(2, len(s.copy))) for n, s in enumerate(stories) if not counts[n]]
    longer = [(n, count + 1) for n, count in enumerate(counts) if 0 < count < len(stories[n].copy)]
    for n, count in (*briefs, *longer, *((n, 1) for n, _ in briefs)):
        if _seconds(stories[n].copy[counts[n] : count], pace) < room:
            yield (*counts[:n], count, *counts[n + 1 :])


def _seconds(lines: Sequence[Line], pace: timing.Pace) -> float:
    return sum(pace.seconds(line.text) for line in lines)


def _in_turn(cues: tuple[Cue, ...], station: Station) -> tuple[Cue, ...]:
    """Every other headline, and every other story, to the second reader; each count begins with the first."""
    if station.second_voice in ("", station.voice):
        return cues
    counts = Counter[str]()

    def turned(cue: Cue) -> Cue:
        counts[cue.kind] += bool(cue.lines)
        second = cue.kind in ("headline", "story") and counts[cue.kind] % 2 == 0 and not cue.voice
        return replace(cue, voice=station.second_voice) if second else cue

    return tuple(map(turned, cues))


def _lay(
    template: templates.Opened, stories: tuple[Story, ...], station: Station, at: datetime, figures: Mapping[str, Any]
) -> Script:
    written, lines = template.write(*told.values(stories, station, at, figures))
    try:
        cues = parsing.cues_from(written, lines, template.file)
    except ScriptError as error:
        raise TemplateError(f"{error} (in what the template wrote)") from error
    if not any(cue.lines for cue in cues):
        raise TemplateError(
            f"{template.file}: the template writes no words; a line is a paragraph under a `## cue` heading"
        )
    return Script(
        " ".join(station.name.split()),
        station.template,
        at,
        station.language,
        station.voice,
        station.slot_seconds,
        _in_turn(cues, station),
    )
