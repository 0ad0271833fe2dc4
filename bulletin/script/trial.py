"""A template is tried: it writes bulletins of sample stories, and what it writes is read as a script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from .. import timing
from ..errors import TemplateError
from ..model import Script, Story
from ..station import Station, seconds_of
from . import samples, templates
from .parsing import from_text
from .sandbox import source
from .text import to_text
from .writing import write

_TOLD = re.compile(r"(.*?), line (\d+): (.*)", re.DOTALL)


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong with a template: its file, the row (0 where it is not known) and why."""

    template: str
    file: str
    line: int
    why: str
    sample: str = ""  # the stories with which it was found


def tried(
    name: str,
    station: Station,
    at: datetime,
    *,
    pace: timing.Pace = timing.USUAL,
    sounds: Mapping[str, float] | None = None,
) -> tuple[Flaw, ...]:
    """What is wrong with the station's template of that name, each flaw once; the first error ends the trial.

    `sounds` are the seconds of each sound by name; a template that names another is told of it.  The slot is the
    shortest of those that the template, or the schedule, has for it.
    """
    found: dict[tuple[int, str], Flaw] = {}
    try:
        about = templates.about(name, station)
    except TemplateError as error:
        return (_flaw(name, str(error), ""),)
    rows = [row.length for row in station.schedule if row.template == name and row.length]
    slot = min([about.length or station.length, *rows], key=seconds_of)
    where = replace(station, template=name, length=slot, second_voice="")
    for sample, (stories, figures) in samples.sets().items():
        meant = [replace(one, category=(*about.categories, one.category)[0]) for one in stories]
        try:
            written = write(meant, where, at, pace=pace, sounds=sounds, figures=figures)
        except TemplateError as error:
            flaw = _flaw(name, str(error), sample)
            found.setdefault((flaw.line, flaw.why), flaw)
            break
        for pattern, why in _wrong(written, meant, where, pace, sounds):
            line = _row(source(about.file), pattern)
            found.setdefault((line, why), Flaw(name, str(about.file), line, why, sample))
    return tuple(found.values())


def _wrong(
    written: Script, stories: Sequence[Story], station: Station, pace: timing.Pace, sounds: Mapping[str, float] | None
) -> Iterator[tuple[str, str]]:
    """What is wrong with a script: what to look for in the template, and why."""
    if from_text(to_text(written)) != written:
        yield r"^", "what the template writes is not the script that is read back"
    told = [cue for cue in written.cues if cue.kind == "story"]
    slugs = {story.slug for story in stories}
    if not any(line.sources for cue in written.cues for line in cue.lines):
        yield r"copy", "no story is told with the note of where it came from; print a line as it is: {{ line }}"
    if not told:
        yield r"^## ", "there is no story cue, so no segment and no name of a story: `## story: {{ story.slug }}`"
    for cue in told:
        if cue.slug not in slugs:
            yield r"^## *story", "a story cue without its slug: write `## story: {{ story.slug }}`"
        if not cue.title:
            yield r"^## *story", "a story without its title, which tags and chapters need: `> title: {{ story.title }}`"
    if extra := [cue for cue in written.cues if samples.SNEAKED in (cue.slug, cue.sound, cue.title)]:
        yield (
            r"^## ",
            f"an article's words have become a cue ({extra[0].kind}); print values as they are: {{{{ value }}}}",
        )
    for cue in written.cues:
        for key, name in (("sound", cue.sound), ("bed", cue.bed)):
            if name and sounds is not None and name not in sounds:
                yield rf"{key}={re.escape(name)}", f'there is no {key} "{name}"; there are {", ".join(sorted(sounds))}'
    yield from _light(written, {story.slug for story in stories if story.sensitive})
    seconds = timing.script_seconds(written, pace, sounds)
    if seconds > written.slot_seconds + 0.5:
        least = f"{timing.clock(seconds)} is the least that it takes with {len(told)} {'story' if len(told) == 1 else 'stories'}"
        yield r"length:", f"{least}, and its slot is {timing.clock(written.slot_seconds)}"


def _light(written: Script, sensitive: set[str]) -> Iterator[tuple[str, str]]:
    for place, cue in enumerate(written.cues):
        if cue.kind != "story" or cue.slug not in sensitive:
            continue
        if cue.bed or cue.sound:
            yield r"^## *story", "music with a sensitive story: leave it out where story.sensitive"
        if any(
            near.kind == "sting" and near.sound not in ("", "closing") for near in written.cues[place - 1 : place + 2]
        ):
            yield r"^## *sting", "a light sound beside a sensitive story: leave it out where story.sensitive"


def _flaw(name: str, message: str, sample: str) -> Flaw:
    if found := _TOLD.fullmatch(message):
        return Flaw(name, found[1], int(found[2]), found[3], sample)
    return Flaw(name, "", 0, message, sample)


def _row(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
