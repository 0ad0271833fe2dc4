"""What a preview looks like: text for a terminal, Markdown to edit, HTML to pass round, JSON for machines."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import asdict

import typer

from .. import manifest, timing
from ..model import Cue, Line
from ..newsroom import Draft
from .printable import printable


def text(draft: Draft, why: bool) -> str:
    """The running order as a presenter reads it, with the clock on the left."""
    return "\n".join(_rows(draft, why)) + "\n"


def markdown(draft: Draft, why: bool) -> str:
    """The script's own text form, which `bulletin make` reads back."""
    if not why:
        return draft.text
    return draft.text + "\n<!-- not said\n" + "\n".join(_comment(row) for row in _unsaid(draft)) + "\n-->\n"


def html(draft: Draft, why: bool) -> str:
    """One page that stands by itself."""
    from jinja2 import Environment, PackageLoader

    env = Environment(loader=PackageLoader("bulletin.cli", "pages"), autoescape=True)
    parts = [
        {"cue": cue, "at": timing.clock(start), "seconds": round(seconds)} for start, seconds, cue in timeline(draft)
    ]
    page = env.get_template("preview.html.j2")
    return page.render(
        draft=draft, script=draft.script, parts=parts, why=why, total=timing.clock(_total(draft)),
        slot=timing.clock(draft.script.slot_seconds), unsaid=list(_unsaid(draft)) if why else [],
    ) + "\n"  # fmt: skip


def as_json(draft: Draft, why: bool) -> str:
    """The draft as an object: the manifest's fields, as far as they are known before anything is read."""
    script = draft.script
    found = {
        "station": script.station,
        "air_time": script.air_time.isoformat(),
        "template": script.template,
        "voice": script.voice,
        "slot_seconds": script.slot_seconds,
        "expected_seconds": round(_total(draft), 1),
        "cues": [
            {
                "kind": cue.kind,
                "slug": cue.slug,
                "title": cue.title,
                "start_seconds": round(start, 1),
                "expected_seconds": round(seconds, 1),
                "lines": [line.text for line in cue.lines],
            }
            for start, seconds, cue in timeline(draft)
        ],
        "stories": manifest.of_stories(script),
        "timings": {name: round(seconds, 3) for name, seconds in draft.timings.items()},
        "warnings": list(draft.warnings),
    }
    if why:
        found["left_out"] = {story.slug: [asdict(o) for o in story.left_out] for story in draft.stories}
        found["removed"] = {article.origin: [asdict(r) for r in article.removed] for article in draft.articles}
        found["rejected"] = [asdict(r) for r in draft.rejected]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


VIEWS: dict[str, Callable[[Draft, bool], str]] = {"text": text, "markdown": markdown, "html": html, "json": as_json}


def timeline(draft: Draft) -> Iterator[tuple[float, float, Cue]]:
    """Each cue with its expected start and length in seconds."""
    start = 0.0
    for cue in draft.script.cues:
        seconds = timing.cue_seconds(cue, draft.letters_per_second, draft.sounds)
        yield start, seconds, cue
        start += seconds


def _total(draft: Draft) -> float:
    return timing.script_seconds(draft.script, draft.letters_per_second, draft.sounds)


def _rows(draft: Draft, why: bool) -> Iterator[str]:
    width = min(100, shutil.get_terminal_size((88, 24)).columns)
    script = draft.script
    total, slot = timing.clock(_total(draft)), timing.clock(script.slot_seconds)
    at = script.air_time
    name = printable(f"{script.station} {script.template}")
    yield typer.style(f"{name}, {at:%A} {at.day} {at:%B %Y}, {at:%H:%M}", bold=True)
    yield f"about {total} of {slot}, read by {printable(script.voice)}"
    for start, seconds, cue in timeline(draft):
        yield from _cue_rows(cue, start, seconds, width, why)
    if why:
        yield ""
        yield from _unsaid(draft)


def _cue_rows(cue: Cue, start: float, seconds: float, width: int, why: bool) -> Iterator[str]:
    sounds = printable(" ".join(f"[{name}]" for name in (cue.sound, cue.bed) if name))
    if not cue.lines:
        yield typer.style(f"{timing.clock(start):>5}  {sounds or cue.kind}", dim=True)
        return
    name = " ".join(word for word in (cue.kind, printable(cue.slug), sounds) if word)
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
