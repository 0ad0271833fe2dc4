"""Sources -> script: gather, condense, choose, write."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from .. import desk, script, studio, timing, wire
from .. import voice as voices
from ..errors import NoNews, ScriptError, SourceError, UsageError
from ..model import Article, Choice, Event, Rejected, Script, Story
from ..playlog import Playlog
from ..station import Station, seconds_of
from . import choosing
from .checking import placed, said
from .figures import figures_of
from .places import MOST_SCRIPT_BYTES, script_file
from .switches import switched_off
from .timed import timed
from .values import Draft

FLASH = "flash"  # the template of what cannot wait for the hour: it has what is breaking, and nothing else


def draft(
    sources: Sequence[str | Path],
    station: Station,
    *,
    now: datetime,
    at: datetime | None = None,
    template: str | None = None,
    voice: str | None = None,
    length: str | None = None,
    stdin: BinaryIO | None = None,
    log: Playlog | None = None,
) -> Draft:
    """Sources -> script: gather, condense, choose, write.  A single script file is taken as it stands.

    Without sources the news is chosen from the station's wires, with what `log` knows of it.  `at` is the air time, by
    default the station's next slot after `now`, or what the script file says; `template`, `voice` and `length` are
    what a person asked for, to be laid over a script file too.  Raises SourceError when there is nothing to say, and
    whatever the rooms raise.
    """
    sounds = studio.sound_seconds(station)
    if path := script_file(sources):
        if template is not None:
            raise UsageError(f"{path} is a script already: --template is for articles")
        return _from_file(path, at, voice, length, station, sounds)
    air_time = at or script.next_slot(station, now)
    station = _scheduled(station, air_time, template=template, voice=voice, length=length)
    pace = pace_of(station.voice, station)
    timings: dict[str, float] = {}
    if sources or log is None:
        found = _asked(sources, station, now, air_time, stdin, timings)
    else:
        found = _chosen(station, log, now, air_time, timings)
    figures = figures_of(station, now=now, at=air_time)

    def written_of(stories: Sequence[Story]) -> Script:
        with timed(timings, "script"):
            return script.write(stories, station, air_time, pace=pace, sounds=sounds, figures=figures.values)

    laid = found(station.desk.words, station.desk.stories)
    written = written_of(laid.stories)
    if (words := script.words_for(written, station, pace, sounds)) > station.desk.words:  # little news: say more of it
        laid = found(words, station.desk.stories)
        written = written_of(laid.stories)
    while laid.choices and 0 < (told := _told(written)) < len(laid.stories):  # no room: decided anew for so many
        laid = found(words, told)
        written = written_of(laid.stories)
    text = script.to_text(written, pace)
    names = voices.hard_names(said(written), written.voice, written.language, station)
    stories = (*laid.stories, *laid.rest)
    unread = _left_out(stories, written)
    warnings = (*_warnings(laid), *figures.warnings, *unread, *_unheard(names))
    return Draft(
        written, text, articles=laid.articles, stories=stories, rejected=laid.rejected, warnings=warnings,
        names=names, pace=pace, sounds=sounds, timings=timings, choices=laid.choices,
    )  # fmt: skip


@dataclass(frozen=True)
class Laid:
    """Stories in their order and those that are too many, what they were made from, and what was not used."""

    stories: tuple[Story, ...]
    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    choices: tuple[Choice, ...] = ()
    rest: tuple[Story, ...] = ()
    notes: tuple[str, ...] = ()


Finding = Callable[[int, int], Laid]  # (the most words a story, the most stories)


def _scheduled(
    station: Station, at: datetime, *, template: str | None, voice: str | None, length: str | None
) -> Station:
    """The station in the form that its schedule gives the bulletin at `at`; what a person asked for goes before."""
    form = script.station_at(station, at)
    if template is not None:
        usual = script.about(template, station).length
        form = replace(form, template=template, length=usual or station.length)
    if voice is not None:
        form = replace(form, voice=station.voice, second_voice=station.second_voice)
    return form if length is None else replace(form, length=length)


def _asked(
    sources: Sequence[str | Path],
    station: Station,
    now: datetime,
    air_time: datetime,
    stdin: BinaryIO | None,
    timings: dict[str, float],
) -> Finding:
    """The stories of articles that a person named, in the order in which they were given."""
    with timed(timings, "wire"):
        gathered = wire.gather(sources, stdin=stdin, station=station, now=now)
    if not gathered.articles:
        raise _nothing(gathered.rejected)
    with timed(timings, "desk"):
        events = _in_order(gathered.articles, now, station.language)

    def found(words: int, most: int) -> Laid:
        with timed(timings, "desk"):
            stories, refused = _condense(events, station, air_time, words)
            told = desk.choose(stories, most)
            if station.rewriting.endpoint and told:
                told = desk.reworded(told, gathered.articles, station, air_time)
        rejected = (*gathered.rejected, *refused)
        if not told:
            raise _nothing(rejected)
        articles = {story.article for story in told}
        rest = tuple(story for story in stories if story.article not in articles)
        return Laid(tuple(told), gathered.articles, rejected, rest=rest)

    return found


def _in_order(articles: Sequence[Article], now: datetime, language: str) -> list[Event]:
    """One event once, in the order in which they were given."""
    if len(articles) == 1:  # there is nothing to compare it with, and the tables for that are large
        return [Event(articles[0].id, (articles[0],))]
    places = {article.id: number for number, article in reversed(list(enumerate(articles)))}
    return sorted(
        desk.events(articles, now=now, language=language), key=lambda event: min(places[a.id] for a in event.articles)
    )


def _chosen(station: Station, log: Playlog, now: datetime, air_time: datetime, timings: dict[str, float]) -> Finding:
    """The stories that the station's wires have for this air time."""
    news = choosing.news(station, log, now=now, at=air_time, timings=timings)

    def found(words: int, most: int) -> Laid:
        flash = station.template == FLASH
        laid = choosing.chosen(
            news, station, now=now, at=air_time, words=words, most=most, flash=flash, timings=timings
        )
        stories = laid.stories
        if station.rewriting.endpoint:
            with timed(timings, "desk"):
                stories = tuple(desk.reworded(stories, laid.articles, station, air_time))
        return Laid(stories, laid.articles, news.rejected, laid.choices, notes=news.notes)

    return found


def pace_of(voice: str, station: Station) -> timing.Pace:
    """How fast the station's readers read, as far as is known."""
    others = {name: voices.pace(name, station) for name in (station.second_voice,) if name}
    said_as = cache(partial(voices.spoken, language=station.language, words=station.words))
    return timing.Pace(voices.pace(voice, station), others, said_as)


def _from_file(
    path: Path,
    at: datetime | None,
    voice: str | None,
    length: str | None,
    station: Station,
    sounds: dict[str, float],
) -> Draft:
    start = time.perf_counter()
    if path.stat().st_size > MOST_SCRIPT_BYTES:
        raise ScriptError(f"{path}: larger than {MOST_SCRIPT_BYTES / 1e6:.0f} MB; that is no script for one bulletin")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ScriptError(f"{path}: not UTF-8 text at byte {error.start}; save it as UTF-8") from None
    found = script.from_text(text, str(path))
    if not any(cue.lines for cue in found.cues):
        raise ScriptError(f"{path}: there is not a word to read in this script")
    written_for = found.air_time
    slot = seconds_of(length) if length else found.slot_seconds
    found = replace(found, air_time=at or found.air_time, voice=voice or found.voice, slot_seconds=slot)
    pace, timings = pace_of(found.voice, station), {"wire": 0.0, "desk": 0.0, "script": time.perf_counter() - start}
    made_of = Draft(found, text, path, written_for, pace=pace, sounds=sounds, timings=timings)
    untrue = [remark for remark in desk.untrue(found, written_for) if remark.severity != "note"]
    return replace(made_of, warnings=tuple(map(str, placed(untrue, made_of))))


def _condense(
    events: Sequence[Event], station: Station, air_time: datetime, words: int
) -> tuple[list[Story], tuple[Rejected, ...]]:
    """The story of each event, from its best article, and the articles that gave none."""
    without = switched_off(station)
    stories, refused = [], []
    for event in events:
        article = event.articles[0]
        try:
            if wrong := choosing.unfit(article, station, air_time):
                raise SourceError(wrong)
            story = desk.condense(article, words, air_time=air_time, without=without)
        except SourceError as error:
            refused.append(Rejected(article.origin, str(error)))
            continue
        if foreign := desk.not_for(article, station.language):  # a person wants it all the same
            story = replace(story, warnings=(*story.warnings, foreign))
        stories.append(replace(story, also=desk.credits_of(event, article), event=event.id))
        same = f"it tells the same as {article.origin}: that is read"
        refused.extend(Rejected(other.origin, same) for other in event.articles[1:])
    return stories, tuple(refused)


def _nothing(rejected: Sequence[Rejected]) -> SourceError:
    if len(rejected) == 1:
        return SourceError(f"{rejected[0].origin}: {rejected[0].reason}")
    reasons = "; ".join(f"{r.origin}: {r.reason}" for r in rejected[:3])
    more = f"; and {len(rejected) - 3} more" if len(rejected) > 3 else ""
    return NoNews(f"no article could be used: {reasons}{more}" if rejected else "there are no articles here")


def _warnings(laid: Laid) -> list[str]:
    told = [f"not used: {r.origin}: {r.reason}" for r in laid.rejected]
    told += laid.notes
    return told + [f"{story.slug}: {warning}" for story in (*laid.stories, *laid.rest) for warning in story.warnings]


def _told(written: Script) -> int:
    return sum(cue.kind == "story" for cue in written.cues)


def _left_out(stories: Sequence[Story], written: Script) -> list[str]:
    said = {cue.slug for cue in written.cues if cue.kind == "story"}
    titles = {cue.title for cue in written.cues if cue.kind == "story"}
    out = [s for s in stories if s.slug not in said and s.headline.text.rstrip(".") not in titles]
    return [f"left out for time: {story.headline.text}" for story in out]


def _unheard(names: Sequence[str]) -> list[str]:
    return [f"not in the lexicon, so listen to how they are said: {', '.join(names)}"] if names else []
