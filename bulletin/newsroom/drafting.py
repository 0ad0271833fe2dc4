"""Sources -> script: gather, condense, choose, write."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from .. import desk, script, studio, timing, wire
from .. import voice as voices
from ..errors import NoNews, ScriptError, SourceError, StationError, UsageError
from ..model import Article, Rejected, Script, Story
from ..station import Station, seconds_of
from .checking import placed, said
from .places import MOST_SCRIPT_BYTES, script_file
from .timed import timed
from .values import Draft


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
) -> Draft:
    """Sources -> script: gather, condense, choose, write.  A single script file is taken as it stands.

    `at` is the air time, by default the station's next slot after `now`, or what the script file says;
    `template`, `voice` and `length` are what a person asked for, to be laid over a script file too.  Raises
    SourceError when there is nothing to say, and whatever the rooms raise.
    """
    sounds = studio.sound_seconds(station)
    if path := script_file(sources):
        if template is not None:
            raise UsageError(f"{path} is a script already: --template is for articles")
        return _from_file(path, at, voice, length, station, sounds)
    pace = _pace(station.voice, station)
    timings: dict[str, float] = {}
    with timed(timings, "wire"):
        gathered = wire.gather(sources, stdin=stdin)
    if not gathered.articles:
        raise _nothing(gathered.rejected)
    air_time = at or timing.next_slot(now, station.zone, station.every_minutes)
    with timed(timings, "desk"):
        stories, chosen, refused = _stories(gathered.articles, station, air_time, station.desk.words)
    if not chosen:
        raise _nothing((*gathered.rejected, *refused))
    with timed(timings, "script"):
        written = script.write(chosen, station, air_time, pace=pace, sounds=sounds)
    if (words := script.words_for(written, station, pace, sounds)) > station.desk.words:  # little news: say more of it
        with timed(timings, "desk"):
            stories, chosen, refused = _stories(gathered.articles, station, air_time, words)
        with timed(timings, "script"):
            written = script.write(chosen, station, air_time, pace=pace, sounds=sounds)
    text = script.to_text(written, pace)
    names = voices.hard_names(said(written), written.voice, written.language, station)
    rejected = (*gathered.rejected, *refused)
    warnings = (*_warnings(stories, rejected), *_left_out(stories, written), *_unheard(names))
    return Draft(
        written, text, articles=gathered.articles, stories=tuple(stories), rejected=rejected, warnings=warnings,
        names=names, pace=pace, sounds=sounds, timings=timings,
    )  # fmt: skip


def _pace(voice: str, station: Station) -> timing.Pace:
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
    pace, timings = _pace(found.voice, station), {"wire": 0.0, "desk": 0.0, "script": time.perf_counter() - start}
    made_of = Draft(found, text, path, written_for, pace=pace, sounds=sounds, timings=timings)
    untrue = [remark for remark in desk.untrue(found, written_for) if remark.severity != "note"]
    return replace(made_of, warnings=tuple(map(str, placed(untrue, made_of))))


def _stories(
    articles: Sequence[Article], station: Station, air_time: datetime, words: int
) -> tuple[list[Story], Sequence[Story], tuple[Rejected, ...]]:
    """All stories, those that are chosen in their order, and the articles that gave none."""
    stories, refused = _condense(articles, station, air_time, words)
    chosen = desk.choose(stories, station.desk.stories)
    if station.rewriting.endpoint and chosen:
        chosen = desk.reworded(chosen, articles, station, air_time)
        worded = {story.article: story for story in chosen}
        stories = [worded.get(story.article, story) for story in stories]
    return stories, chosen, refused


def _condense(
    articles: Sequence[Article], station: Station, air_time: datetime, words: int
) -> tuple[list[Story], tuple[Rejected, ...]]:
    without = switched_off(station)
    stories, refused = [], []
    for article in articles:
        try:
            stories.append(desk.condense(article, words, air_time=air_time, without=without))
        except SourceError as error:
            refused.append(Rejected(article.origin, str(error)))
    return stories, tuple(refused)


def switched_off(station: Station) -> tuple[str, ...]:
    """The rules that the station does without.  Raises StationError where there is no such rule."""
    if unknown := sorted(set(station.desk.without) - set(desk.rules())):
        raise StationError(f'[desk] without: there is no rule "{unknown[0]}"; the rules are {", ".join(desk.rules())}')
    return station.desk.without


def _nothing(rejected: Sequence[Rejected]) -> SourceError:
    if len(rejected) == 1:
        return SourceError(f"{rejected[0].origin}: {rejected[0].reason}")
    reasons = "; ".join(f"{r.origin}: {r.reason}" for r in rejected[:3])
    more = f"; and {len(rejected) - 3} more" if len(rejected) > 3 else ""
    return NoNews(f"no article could be used: {reasons}{more}" if rejected else "there are no articles here")


def _warnings(stories: Sequence[Story], rejected: Sequence[Rejected]) -> list[str]:
    told = [f"not used: {r.origin}: {r.reason}" for r in rejected]
    return told + [f"{story.slug}: {warning}" for story in stories for warning in story.warnings]


def _left_out(stories: Sequence[Story], written: Script) -> list[str]:
    said = {cue.slug for cue in written.cues if cue.kind == "story"}
    titles = {cue.title for cue in written.cues if cue.kind == "story"}
    out = [s for s in stories if s.slug not in said and s.headline.text.rstrip(".") not in titles]
    return [f"left out for time: {story.headline.text}" for story in out]


def _unheard(names: Sequence[str]) -> list[str]:
    return [f"not in the lexicon, so listen to how they are said: {', '.join(names)}"] if names else []
