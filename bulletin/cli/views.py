"""What a preview looks like: text for a terminal, Markdown to edit, HTML to pass round, JSON for machines."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import typer

from .. import manifest, timing
from ..model import Cue, Line, Rundown, Script
from ..newsroom import Draft
from ..station import Station
from .printable import printable

FEW_SECONDS = 4.0  # of music that need no word


@dataclass(frozen=True)
class Plan:
    """What a preview shows: a draft, the script as it would be aired, and its rundown."""

    draft: Draft
    script: Script
    rundown: Rundown


def planned(draft: Draft, station: Station) -> Plan:
    """A draft laid against the clock.  Loads no audio."""
    from ..studio import planned

    lines = [timing.line_seconds(cue, draft.pace) for cue in draft.script.cues]
    return Plan(draft, *planned(draft.script, lines, draft.sounds, station))


def text(plan: Plan, why: bool) -> str:
    """The running order as a presenter reads it, with the clock on the left."""
    return "\n".join(_rows(plan, why)) + "\n"


def markdown(plan: Plan, why: bool) -> str:
    """The script's own text form, which `bulletin make` reads back."""
    if not why:
        return plan.draft.text
    return plan.draft.text + "\n<!-- not said\n" + "\n".join(_comment(row) for row in _unsaid(plan.draft)) + "\n-->\n"


def html(plan: Plan, why: bool) -> str:
    """One page that stands by itself."""
    from ..studio.page import page

    unsaid = list(_unsaid(plan.draft)) if why else []
    return page(plan.script, plan.rundown, warnings=plan.draft.warnings, unsaid=unsaid)


def as_json(plan: Plan, why: bool) -> str:
    """The draft as an object: the manifest's fields, as far as they are known before anything is read."""
    draft, script, rundown = plan.draft, plan.script, plan.rundown
    found = {
        "station": script.station,
        "air_time": script.air_time.isoformat(),
        "template": script.template,
        "voice": script.voice,
        "slot_seconds": script.slot_seconds,
        "expected_seconds": round(rundown.length_seconds, 1),
        "music_seconds": round(_music(plan), 1),
        "tempo": rundown.tempo,
        "dropped": list(rundown.dropped),
        "cues": [
            {
                "kind": cue.kind,
                "slug": cue.slug,
                "title": cue.title,
                "voice": cue.voice or script.voice,
                "start_seconds": round(start, 1),
                "expected_seconds": round(seconds, 1),
                "lines": [line.text for line in cue.lines],
            }
            for start, seconds, cue in timeline(plan)
        ],
        "rundown": manifest.of_rundown(rundown),
        "stories": manifest.of_stories(script),
        "timings": {name: round(seconds, 3) for name, seconds in draft.timings.items()},
        "warnings": list(draft.warnings),
    }
    if why:
        found["left_out"] = {story.slug: [asdict(o) for o in story.left_out] for story in draft.stories}
        found["removed"] = {article.origin: [asdict(r) for r in article.removed] for article in draft.articles}
        found["rejected"] = [asdict(r) for r in draft.rejected]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


VIEWS: dict[str, Callable[[Plan, bool], str]] = {"text": text, "markdown": markdown, "html": html, "json": as_json}


def timeline(plan: Plan) -> Iterator[tuple[float, float, Cue]]:
    """Each cue with its planned start and length in seconds."""
    starts = {span.cue: span.start_seconds for span in reversed(plan.rundown.spans) if span.cue >= 0}
    now = plan.rundown.length_seconds
    found = []
    for number in reversed(range(len(plan.script.cues))):
        cue = plan.script.cues[number]
        start = starts.get(number, now - cue.pause)
        found.append((start, now - start, cue))
        now = start
    return reversed(found)


def _music(plan: Plan) -> float:
    """The seconds of the bed after the last words, until another sound or the end."""
    said = max((span.end_seconds for span in plan.rundown.spans if span.kind == "voice"), default=0.0)
    beds = [span for span in plan.rundown.spans if span.kind == "bed" and span.end_seconds > said]
    stings = [s.start_seconds for s in plan.rundown.spans if s.kind == "sound" and s.start_seconds >= said]
    return max(0.0, min([*stings, plan.rundown.length_seconds]) - said) if beds else 0.0


def _rows(plan: Plan, why: bool) -> Iterator[str]:
    width = min(100, shutil.get_terminal_size((88, 24)).columns)
    script, rundown = plan.script, plan.rundown
    length, slot = timing.clock(rundown.length_seconds), timing.clock(rundown.slot_seconds)
    at = script.air_time
    name = printable(f"{script.station} {script.template}")
    yield typer.style(f"{name}, {at:%A} {at.day} {at:%B %Y}, {at:%H:%M}", bold=True)
    readers = dict.fromkeys(cue.voice or script.voice for cue in script.cues if cue.lines)
    ends = [f"about {length} of {slot}"]
    if (music := _music(plan)) > FEW_SECONDS:
        ends.append(f"{music:.0f} s of it music after the last words")
    if rundown.tempo != 1.0:
        share = abs(1 - rundown.tempo)
        ends.append(f"read {share:.1%} {'faster' if rundown.tempo > 1 else 'slower'}")
    yield f"{', '.join(ends)}, read by {printable(' and '.join(readers))}"
    yield from (f"left out for time: {printable(dropped)}" for dropped in rundown.dropped)
    yield typer.style(_strip(rundown, width), dim=True)
    for start, seconds, cue in timeline(plan):
        yield from _cue_rows(cue, start, seconds, width, why)
    if why:
        yield ""
        yield from _unsaid(plan.draft)


def _strip(rundown: Rundown, width: int) -> str:
    """The bulletin on one row: full blocks are speech, half-tones sounds, light ones music alone."""
    cells = width - 14
    scale = cells / max(rundown.length_seconds, 0.1)
    row = [" "] * cells
    for kind, block in (("bed", "░"), ("sound", "▒"), ("voice", "█")):
        for span in rundown.spans:
            if span.kind == kind:
                first, last = round(span.start_seconds * scale), round(span.end_seconds * scale)
                row[first:last] = block * (min(last, cells) - first)
    return f"{'0:00':>5}  {''.join(row)}  {timing.clock(rundown.length_seconds)}"


def _cue_rows(cue: Cue, start: float, seconds: float, width: int, why: bool) -> Iterator[str]:
    sounds = printable(" ".join(f"[{name}]" for name in (cue.sound, cue.bed) if name))
    if not cue.lines:
        music = f"  {seconds:.0f} s" if cue.bed else ""
        yield typer.style(f"{timing.clock(start):>5}  {sounds or cue.kind}{music}", dim=True)
        return
    name = " ".join(printable(word) for word in (cue.kind, cue.slug, sounds, cue.voice and f"({cue.voice})") if word)
    yield ""
    yield typer.style(f"{timing.clock(start):>5}  {name}", fg="cyan") + f"  {seconds:.0f} s"
    if cue.kind == "story":
        about = f"{cue.title} ({cue.source})" if cue.source else cue.title
        yield typer.style(f"{'':7}{printable(about)}", dim=True)
    for line in cue.lines:
        yield from textwrap.wrap(printable(line.text), width, initial_indent=" " * 7, subsequent_indent=" " * 7)
        if why:
            yield from (typer.style(row, dim=True) for row in _reasons(line, width))


def _reasons(line: Line, width: int) -> Iterator[str]:
    for source in line.sources:
        where = (
            f"{source.article} headline"
            if source.paragraph < 0
            else f"{source.article} paragraph {source.paragraph + 1}"
        )
        yield from _wrapped(f"from {where}: “{source.text}”", width)
    for edit in line.edits:
        yield from _wrapped(f"{edit.rule}: “{edit.before}” became “{edit.after}”", width)


def _wrapped(row: str, width: int) -> list[str]:
    return textwrap.wrap(printable(row), width, initial_indent=" " * 9, subsequent_indent=" " * 11)


def _unsaid(draft: Draft) -> Iterator[str]:
    """What was removed on the wire and left out at the desk, and why."""
    for article in draft.articles:
        if article.removed:
            yield f"removed from {printable(article.origin)}:"
            yield from (f"  {removal.reason}: {_short(removal.text)}" for removal in article.removed)
    for story in draft.stories:
        if story.left_out:
            yield f"not said of {printable(story.slug)}:"
            yield from (f"  {omission.reason}: {_short(omission.text)}" for omission in story.left_out)


def _short(words: str) -> str:
    return printable(textwrap.shorten(words, 100, placeholder=" …"))


def _comment(row: str) -> str:
    """A row that cannot end the comment that it stands in."""
    return row.replace("--", "- -")
