"""The composition root: one run is six calls, top to bottom.  Nothing else knows all the rooms."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from . import desk, manifest, publish, script, studio, timing, wire
from . import voice as voices
from .errors import NoNews, ScriptError, SourceError, StationError, UsageError
from .model import Article, Bulletin, Cue, Line, Rejected, Script, Story
from .station import Station, slug_of

MOST_SCRIPT_BYTES = 2_000_000  # the script of an hour of speech, with all its source notes, has a quarter of that

Progress = Callable[[str, int, int], None]  # (stage, done, of)


@dataclass(frozen=True)
class Draft:
    """A script and all that led to it; nothing has been read aloud yet."""

    script: Script
    text: str  # the script's text form, exactly as it will be written or was found
    path: Path | None = None  # the script file that it was read from, None when it was written now
    written_for: datetime | None = None  # the air time that the script file names, None when it was written now
    articles: tuple[Article, ...] = ()
    stories: tuple[Story, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[str, ...] = ()
    names: tuple[str, ...] | None = None  # those that no lexicon has; None where they were not looked up
    letters_per_second: float = timing.LETTERS_PER_SECOND
    sounds: dict[str, float] = field(default_factory=dict)  # seconds of each sound by name
    timings: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """A remark of the desk's and its place: a row of a script file counted from 1, or 0 where it is about no row."""

    path: str  # the script file, or where the article was read
    line: int
    remark: desk.Remark

    def __str__(self) -> str:
        what = f"{self.remark.rule}: {self.remark.why}" + (
            f"; {self.remark.suggestion}" if self.remark.suggestion else ""
        )
        place = f"line {self.line}" if self.line else self.remark.slug or self.path
        return f"{place}: {what}" if place else what


@dataclass(frozen=True)
class Made:
    """A bulletin that is on disk, and its manifest with real paths."""

    bulletin: Bulletin
    draft: Draft
    script_path: Path
    manifest: dict[str, Any]


def draft(
    sources: Sequence[str | Path],
    station: Station,
    *,
    now: datetime,
    at: datetime | None = None,
    template: str | None = None,
    voice: str | None = None,
    stdin: BinaryIO | None = None,
) -> Draft:
    """Sources -> script: gather, condense, choose, write.  A single script file is taken as it stands.

    `at` is the air time, by default the station's next slot after `now`, or what the script file says;
    `template` and `voice` are what a person asked for by name, to be laid over a script file too.  Raises
    SourceError when there is nothing to say, and whatever the rooms raise.
    """
    sounds = studio.sound_seconds(station)
    if path := _script_file(sources):
        if template is not None:
            raise UsageError(f"{path} is a script already: --template is for articles")
        return _from_file(path, at, voice, sounds)
    pace = voices.pace(station.voice)
    timings: dict[str, float] = {}
    with _timed(timings, "wire"):
        gathered = wire.gather(sources, stdin=stdin)
    if not gathered.articles:
        raise _nothing(gathered.rejected)
    air_time = at or timing.next_slot(now, station.zone, station.every_minutes)
    with _timed(timings, "desk"):
        stories, refused = _condense(gathered.articles, station, air_time)
        chosen = desk.choose(stories, station.desk.stories)
        if station.rewriting.endpoint:
            chosen = desk.reworded(chosen, gathered.articles, station, air_time)
            worded = {story.article: story for story in chosen}
            stories = [worded.get(story.article, story) for story in stories]
    if not chosen:
        raise _nothing((*gathered.rejected, *refused))
    with _timed(timings, "script"):
        written = script.write(chosen, station, air_time, letters_per_second=pace, sounds=sounds)
        text = script.to_text(written, pace)
    names = voices.hard_names(_said(written), written.voice, written.language, station)
    rejected = (*gathered.rejected, *refused)
    warnings = (*_warnings(stories, rejected), *_left_out(stories, written), *_unheard(names))
    return Draft(
        written, text, articles=gathered.articles, stories=tuple(stories), rejected=rejected, warnings=warnings,
        names=names, letters_per_second=pace, sounds=sounds, timings=timings,
    )  # fmt: skip


def check(made_of: Draft, station: Station) -> list[Found]:
    """All that the desk has to say of a draft: what could not be used, and the script read over.

    Loads no audio and no neural package.  Raises StationError: a lexicon file is wrong.
    """
    written = made_of.script
    unused = [Found(r.origin, 0, desk.Remark("not used", "warning", r.reason)) for r in made_of.rejected]
    seconds = timing.script_seconds(written, made_of.letters_per_second, made_of.sounds)
    names = made_of.names
    if names is None:
        names = voices.hard_names(_said(written), written.voice, written.language, station)
    remarks = desk.inspect(written, made_of.written_for, stories=made_of.stories, seconds=seconds, names=names)
    return [*unused, *_placed(remarks, made_of)]


def make(made_of: Draft, station: Station, *, progress: Progress | None = None) -> Made:
    """Script -> bulletin on disk: read, produce, publish.  Raises VoiceError, StudioError, PublishError."""
    tell = progress or (lambda stage, done, of: None)
    written, timings = made_of.script, dict(made_of.timings)
    station = replace(station, name=written.station)
    folder = _folder(station, station.folders.audio, written)
    script_path = made_of.path or _folder(station, station.folders.scripts, written).with_suffix(".md")
    warnings = list(made_of.warnings)
    with _timed(timings, "voice"):
        report = partial(tell, "voice")
        takes = voices.read(written, station, progress=report, meanwhile=studio.warm_up)
    if made_of.path is None:
        if kept := _keep_earlier(script_path, made_of.text):
            warnings.append(f"another script stood at {script_path}; it is kept as {kept.name}")
        publish.file(script_path, made_of.text)
    with publish.folder(folder) as part:
        with _timed(timings, "studio"):
            tell("studio", 0, 1)
            bulletin = studio.produce(written, takes, station, part)
            tell("studio", 1, 1)
        bulletin = replace(bulletin, folder=str(folder), warnings=(*warnings, *bulletin.warnings, *_short(bulletin)))
        publish.file(part / "script.md", made_of.text)
        moveable = manifest.of_bulletin(bulletin, written, "script.md", None, timings)
        publish.file(part / "manifest.json", json.dumps(moveable, ensure_ascii=False, indent=1) + "\n")
    publish.copy(folder / bulletin.audio, folder.parent.parent / "latest.mp3")
    full = manifest.of_bulletin(bulletin, written, str(script_path), folder, timings)
    return Made(bulletin, replace(made_of, timings=timings), script_path, full)


def say(text: str, station: Station, path: Path | None = None) -> dict[str, Any]:
    """Read one text aloud and put it at `path` as an MP3, levelled as on air; tells what was made."""
    words = " ".join(text.split())
    if not words:
        raise UsageError("there is nothing to say: give some words in quotes")
    path = path or station.path(station.folders.audio) / station.slug / "say.mp3"
    if path.suffix.lower() != ".mp3":
        raise UsageError(f"{path}: an MP3 is written; give it a name that ends in .mp3")
    cue = Cue("story", slug="say", title=words[:60], lines=(Line(words),), pause=0.0)
    at = datetime.now(station.zone)
    written = Script(station.name, "say", at, station.language, station.voice, station.slot_seconds, (cue,))
    takes = voices.read(written, station)
    with tempfile.TemporaryDirectory() as folder:
        bulletin = studio.produce(written, takes, station, Path(folder))
        publish.copy(Path(folder) / bulletin.audio, path)
    return {
        "audio": str(path.absolute()),
        "voice": station.voice,
        "spoken": takes[0][0].spoken,
        "duration_seconds": round(bulletin.duration_seconds, 3),
        "loudness_lufs": round(bulletin.loudness_lufs, 2),
    }


def save_script(made_of: Draft, station: Station) -> Path:
    """Write a draft's script where scripts are kept, for a person to read and correct; returns its path."""
    path = _folder(replace(station, name=made_of.script.station), station.folders.scripts, made_of.script)
    path = path.with_suffix(".md")
    _keep_earlier(path, made_of.text)
    return publish.file(path, made_of.text)


def is_script(path: Path) -> bool:
    """Whether a source is a script of ours, and no article."""
    return path.suffix == ".md" and path.is_file() and _looks_scripted(path)


def _script_file(sources: Sequence[str | Path]) -> Path | None:
    """The one source that is a script of ours."""
    found = [path for path in map(Path, sources) if is_script(path)]
    if found and len(sources) > 1:
        raise UsageError(f"{found[0]} is a script: make it by itself, without other sources")
    return found[0] if found else None


def _looks_scripted(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return script.is_script(file.read(MOST_SCRIPT_BYTES).decode("utf-8", errors="replace"))
    except OSError:
        return False  # the wire says what is wrong with it


def _from_file(path: Path, at: datetime | None, voice: str | None, sounds: dict[str, float]) -> Draft:
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
    found = replace(found, air_time=at or found.air_time, voice=voice or found.voice)
    pace, timings = voices.pace(found.voice), {"wire": 0.0, "desk": 0.0, "script": time.perf_counter() - start}
    made_of = Draft(found, text, path, written_for, letters_per_second=pace, sounds=sounds, timings=timings)
    untrue = [remark for remark in desk.untrue(found, written_for) if remark.severity != "note"]
    return replace(made_of, warnings=tuple(map(str, _placed(untrue, made_of))))


def _placed(found: Sequence[desk.Remark], made_of: Draft) -> list[Found]:
    if made_of.path:
        rows = script.places(made_of.text)
        return [Found(str(made_of.path), _row_of(remark, rows), remark) for remark in found]
    origins = {article.id: article.origin for article in made_of.articles}
    paths = {story.slug: origins.get(story.article, "") for story in made_of.stories}
    return [Found(paths.get(remark.slug, ""), 0, remark) for remark in found]


def _row_of(remark: desk.Remark, rows: Sequence[script.Place]) -> int:
    if remark.cue < 0:
        return 0
    return rows[remark.cue].lines[remark.line] if remark.line >= 0 else rows[remark.cue].heading


def _condense(
    articles: Sequence[Article], station: Station, air_time: datetime
) -> tuple[list[Story], tuple[Rejected, ...]]:
    without = switched_off(station)
    stories, refused = [], []
    for article in articles:
        try:
            stories.append(desk.condense(article, station.desk.words, air_time=air_time, without=without))
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


def _said(written: Script) -> list[str]:
    return list(dict.fromkeys(line.text for cue in written.cues for line in cue.lines))


def _unheard(names: Sequence[str]) -> list[str]:
    return [f"not in the lexicon, so listen to how they are said: {', '.join(names)}"] if names else []


def _short(bulletin: Bulletin) -> tuple[str, ...]:
    if bulletin.duration_seconds > 0.75 * bulletin.slot_seconds:
        return ()
    length, slot = timing.clock(bulletin.duration_seconds), timing.clock(bulletin.slot_seconds)
    return (f"the bulletin is {length} long and its slot is {slot}: give it more articles, or a shorter --length",)


def _folder(station: Station, place: str, written: Script) -> Path:
    """PLACE/<station>/<date>/<HHMM>-<template>, in the time of the script's own zone."""
    at = written.air_time
    name = f"{at:%H%M}-{slug_of(written.template) or 'bulletin'}"
    return station.path(place) / station.slug / f"{at:%Y-%m-%d}" / name


def _keep_earlier(path: Path, text: str) -> Path | None:
    """Put another script that stands at `path` aside: an editor may have worked on it."""
    if not path.exists() or path.read_bytes() == text.encode():
        return None
    kept = next(p for n in range(1, 10_000) if not (p := path.with_name(f"{path.stem}~{n}{path.suffix}")).exists())
    return publish.copy(path, kept)


@contextmanager
def _timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    timings[stage] = time.perf_counter() - start
