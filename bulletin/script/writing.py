"""write(): stories, a station and an air time -> a Script that fits its slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from .. import timing
from ..errors import NoNews, ScriptError, TemplateError
from ..model import Script, Story
from ..station import Station
from . import clockwords, parsing, templates


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
    letters_per_second: float = timing.LETTERS_PER_SECOND,
    sounds: Mapping[str, float] | None = None,
) -> Script:
    """Lay `stories`, in their order, into the station's template for the bulletin that airs at `at`.

    Where the script would be longer than the station's slot, the last lines of the longest stories go
    first, then the last stories.  `sounds` gives the seconds of each sound by name.  Raises NoNews without
    stories, and TemplateError, which names the template's file and line.
    """
    if not stories:
        raise NoNews("there is no story to make a bulletin from")
    local = at.astimezone(station.zone)
    local = local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))  # a plain offset: equal after a round trip
    told = tuple(stories)
    while True:
        script = _lay(told, station, local)
        over = timing.script_seconds(script, letters_per_second, dict(sounds or {})) - station.slot_seconds
        fewer = trim(told, over, letters_per_second) if over > 0 else told
        if fewer == told:
            return script
        told = fewer


def trim(stories: tuple[Story, ...], over: float, letters_per_second: float) -> tuple[Story, ...]:
    """Take about `over` seconds out, the least important first; one line of one story always stays."""
    while over > 0:
        longest = max((len(story.copy) for story in stories), default=0)
        if longest > 2:
            n = max(i for i, story in enumerate(stories) if len(story.copy) == longest)
        elif len(stories) > 1:
            over -= sum(timing.seconds(line.text, letters_per_second) for line in stories[-1].copy) + 1
            stories = stories[:-1]
            continue
        elif longest == 2:
            n = 0
        else:
            return stories
        over -= timing.seconds(stories[n].copy[-1].text, letters_per_second)
        stories = (*stories[:n], replace(stories[n], copy=stories[n].copy[:-1]), *stories[n + 1 :])
    return stories


def _lay(stories: tuple[Story, ...], station: Station, at: datetime) -> Script:
    written, lines, file = templates.render(
        station.template, station.path(station.folders.templates), _values(stories, station, at)
    )
    try:
        cues = parsing.cues_from(written, lines, file)
    except ScriptError as error:
        raise TemplateError(f"{error} (in what the template wrote)") from error
    if not any(cue.lines for cue in cues):
        raise TemplateError(f"{file}: the template writes no words; a line is a paragraph under a `## cue` heading")
    return Script(
        " ".join(station.name.split()),
        station.template,
        at,
        station.language,
        station.voice,
        station.slot_seconds,
        cues,
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
    }


def _told(story: Story) -> Told:
    headline = templates.full_stop(story.headline)
    copy = tuple(templates.Copy(templates.full_stop(line)) for line in story.copy)
    return Told(
        story.slug, story.headline.text.rstrip("."), templates.Copy(headline), copy, story.source, story.sensitive
    )
