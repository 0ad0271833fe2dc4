"""write(): stories, a station and an air time -> a Script that fits its slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from .. import timing
from ..errors import NoNews, ScriptError, TemplateError
from ..model import Cue, Line, Script, Story
from ..station import Station
from . import clockwords, parsing, templates

AIM = 0.99  # of the slot: what is predicted; pauses can be closed by about 2%, and music fills what is left
ENOUGH = 0.06  # of the slot may be missing: pauses, and music under the sign-off
Counts = tuple[int, ...]  # how many lines of each story are said; 0 where it is left out
MOST_TIMES = 2.5  # the words that a station gives to a story


@dataclass(frozen=True)
class Told:
    """A story as templates see it: `headline` and each line of `copy` remember where they came from."""

    slug: str
    title: str
    headline: templates.Copy
    copy: tuple[templates.Copy, ...]
    source: str
    sensitive: bool


def write(
    stories: Sequence[Story],
    station: Station,
    at: datetime,
    *,
    pace: timing.Pace = timing.USUAL,
    sounds: Mapping[str, float] | None = None,
) -> Script:
    """Lay `stories`, in their order, into the station's template for the bulletin that airs at `at`.

    Where the script would be longer than the station's slot, the last lines of the longest stories go first, then the
    last stories; what room that leaves goes to the first that can use it.  `sounds` gives the seconds of each
    sound by name.  Raises NoNews without stories, and TemplateError, which names the template's file and line.
    """
    if not stories:
        raise NoNews("there is no story to make a bulletin from")
    local = at.astimezone(station.zone)
    local = local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))  # a plain offset: equal after a round trip
    template = templates.opened(station.template, station.path(station.folders.templates))
    whole = tuple(stories)

    def laid(counts: Counts) -> Script:
        told = tuple(replace(s, copy=s.copy[:n]) for s, n in zip(whole, counts, strict=True) if n)
        return _lay(template, told, station, local)

    def room(counts: Counts) -> float:
        return station.slot_seconds * AIM - timing.script_seconds(laid(counts), pace, sounds)

    counts: Counts = tuple(max(1, len(story.copy)) for story in whole)
    while (left := room(counts)) < 0 and (fewer := _trimmed(whole, counts, -left, pace)) != counts:
        counts = fewer
    while left > 0 and (more := next((m for m in _more(whole, counts, left, pace) if room(m) >= 0), None)):
        counts, left = more, room(more)
    return laid(counts)


def words_for(
    script: Script,
    station: Station,
    pace: timing.Pace = timing.USUAL,
    sounds: Mapping[str, float] | None = None,
) -> int:
    """How many words a story should have for `script`'s stories to fill the slot: the station's own where they do.

    Never more than MOST_TIMES that: a story that goes on and on is worse than music.
    """
    told = [cue for cue in script.cues if cue.kind == "story"]
    missing = station.slot_seconds * AIM - timing.script_seconds(script, pace, sounds)
    if station.clock.fit != "exactly" or not told or missing < station.slot_seconds * ENOUGH:
        return station.desk.words
    now = sum(timing.words(cue.lines) for cue in told) / len(told)
    wanted = max(
        now, station.desk.words
    ) + missing * timing.WORDS_PER_SECOND * pace.own / timing.LETTERS_PER_SECOND / len(told)
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


def _lay(template: templates.Opened, stories: tuple[Story, ...], station: Station, at: datetime) -> Script:
    written, lines = template.write(_values(stories, station, at))
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


def _values(stories: tuple[Story, ...], station: Station, at: datetime) -> dict[str, Any]:
    """All that a template can say; documented in docs/templates.md."""
    after = timing.next_slot(at, station.zone, station.every_minutes)
    return {
        "station": {"name": station.name, "tagline": station.tagline, "language": station.language},
        "stories": [_told(story) for story in stories],
        "sources": list(dict.fromkeys(story.source for story in stories if story.source)),
        "greeting": clockwords.greeting(at),
        "time": clockwords.time_words(at),
        "day": clockwords.day_words(at),
        "next_time": clockwords.time_words(after),
        "air_time": at,
        "slot_seconds": station.slot_seconds,
    }


def _told(story: Story) -> Told:
    headline = templates.full_stop(story.headline)
    copy = tuple(templates.Copy(templates.full_stop(line)) for line in story.copy)
    return Told(
        story.slug, story.headline.text.rstrip("."), templates.Copy(headline), copy, story.source, story.sensitive
    )
