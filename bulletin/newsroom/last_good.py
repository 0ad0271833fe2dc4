"""The last good bulletin, greeted anew: what is aired when none can be made and its stories are still news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from .. import playlog, script, studio
from ..errors import NoNews
from ..model import Airing, Cue, Line, Story
from ..playlog import Chosen, Entry, Playlog, Taken
from ..station import Station
from .claims import claimed, clock_from, renewing, written_down
from .drafting import pace_of
from .making import make
from .slots import script_kept
from .values import Draft, Made, Progress

AGAIN = " (last good)"  # at the end of a holder's name: what it made is no new bulletin, and is not greeted anew itself


def make_last_good(station: Station, *, now: datetime, at: datetime, progress: Progress | None = None) -> Made | Taken:
    """The stories of the last bulletin that was made, with the greeting of the slot `at`.

    Stories that are stale, killed or expired by then are left out.  Raises NoNews where nothing is left that is fresh.
    """
    clock = clock_from(now)
    with playlog.opened(station.playlog_url) as log:
        claim = claimed(log, station.slug, at, now=now, note=AGAIN)
        if isinstance(claim, Taken):
            return claim
        with written_down(log, claim, clock):
            before = _before(station, log, at)
            stories = tuple(_fresh(before, station, log, now, at))
            if not stories:
                raise NoNews(f"the last good bulletin, of {_hour(before, station)}, has no story that is still fresh")
            form = script.station_at(station, at)
            sounds, pace = studio.sound_seconds(form), pace_of(form.voice, form)
            written = script.write(stories, form, at, pace=pace, sounds=sounds)
            warning = f"the last good bulletin, of {_hour(before, station)}, greeted anew"
            made_of = Draft(
                written, script.to_text(written, pace), stories=stories, warnings=(warning,), pace=pace, sounds=sounds
            )
            script_kept(made_of, form, claim, log, clock())
            made = make(made_of, form, progress=renewing(log, claim, clock, progress))
            log.finished(claim, made.bulletin, _airings(made, station, at), clock())
    return made


def _before(station: Station, log: Playlog, at: datetime) -> Entry:
    """The last bulletin that was made of fresh stories.  Raises NoNews where it is too long ago."""
    since = at - timedelta(minutes=station.onair.last_good_minutes)
    for entry in log.history(station.slug, since, at, 100):
        if entry.status in ("made", "aired") and not entry.by.endswith(AGAIN) and entry.template != "flash":
            return entry
    raise NoNews(f"there is no good bulletin since {since.astimezone(station.zone):%H:%M} that could be aired again")


def _fresh(before: Entry, station: Station, log: Playlog, now: datetime, at: datetime) -> Iterator[Story]:
    """The stories of a bulletin that may still be said, in their order, as they were said."""
    chosen = {choice.article: choice for choice in log.choices(before.station, before.slot)}
    killed = {mark.event for mark in log.marks(station.slug, now) if mark.kind == "kill"}
    text = (Path(before.folder) / "script.md").read_text(encoding="utf-8")
    for cue in script.from_text(text, str(Path(before.folder) / "script.md")).cues:
        if cue.kind == "story" and cue.lines:
            choice = chosen.get(_article(cue))
            event = choice.event if choice else _article(cue)
            if event not in killed and not (choice and _stale(choice, station, at)):
                yield _story(cue, choice, event)


def _stale(choice: Chosen, station: Station, at: datetime) -> bool:
    hours = station.running_order.latest_hours
    most = hours.get(choice.category, hours.get("other", 24.0))
    return choice.published is not None and at - choice.published > timedelta(hours=most)


def _story(cue: Cue, choice: Chosen | None, event: str) -> Story:
    headline = Line(cue.title or cue.lines[0].text)
    return Story(
        slug=cue.slug,
        headline=replace(headline, sources=cue.lines[0].sources),
        copy=cue.lines,
        article=_article(cue),
        source=cue.source,
        event=event,
        category=choice.category if choice else "",
        sensitive=cue.pause > 1.0,  # as the templates keep their distance
    )


def _airings(made: Made, station: Station, at: datetime) -> tuple[Airing, ...]:
    said = {row["slug"]: " ".join(line["text"] for line in row["copy"]) for row in made.manifest["stories"]}
    return tuple(
        Airing(station.slug, at, s.event, s.article, s.slug, s.headline.text, said[s.slug], s.category)
        for s in made.draft.stories
        if s.slug in said
    )


def _article(cue: Cue) -> str:
    return next((source.article for line in cue.lines for source in line.sources), "")


def _hour(entry: Entry, station: Station) -> str:
    return f"{entry.slot.astimezone(station.zone):%H:%M}"
