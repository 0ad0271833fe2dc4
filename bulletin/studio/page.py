"""A bulletin as one page that stands by itself: timeline, player and script, for a producer and an editor.

Everything in it may come from articles, so that it is hostile: Jinja2 escapes all of it, nothing of it is ever put
into script, style or address, and the page's own policy lets nothing run or load but what stands in it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StudioError
from ..model import Bulletin, Cue, Line, Rundown, Script, Segment, Span
from ..plain import plain
from ..timing import clock
from . import chart

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

COLUMNS = 600  # of the wave and of the loudness curve: more is not seen
WAVE = 100  # the wave's height above its middle, in units of its drawing
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Levels:
    """How loud it is over time: the wave in equal stretches (-1..1), and short-term loudness at equal distances."""

    high: tuple[float, ...]
    low: tuple[float, ...]
    mean: tuple[float, ...]
    short_term: tuple[float, ...]  # LUFS; -70 or -inf where the meter has heard nothing
    target_lufs: float


@dataclass(frozen=True)
class _Row:
    """A line in the script, with its time where it has one."""

    line: Line
    span: Span | None
    voice: str
    reader: int  # which colour
    voice_is_new: bool  # another one than read the line before


@dataclass(frozen=True)
class _Step:
    """A cue in the script, with its sound's time where it has one."""

    cue: Cue
    sound: Span | None
    rows: tuple[_Row, ...]


@dataclass(frozen=True)
class _Part:
    """A segment of the script."""

    number: int
    segment: Segment | None
    tint: str
    steps: tuple[_Step, ...]


def page(
    script: Script,
    rundown: Rundown,
    *,
    bulletin: Bulletin | None = None,
    levels: Levels | None = None,
    audio: bytes | None = None,
    mime: str = "audio/mpeg",
    warnings: Sequence[str] = (),
    unsaid: Sequence[str] = (),
) -> str:
    """The HTML of a bulletin: made, with its `bulletin`, `levels` and `audio`, or planned, without them.

    `script` is the one that `rundown` was laid from.  `warnings` are told beside the rundown's own, and `unsaid` are
    rows about what the desk left out.
    Raises StudioError where `mime` is no kind of audio.
    """
    if not re.fullmatch(r"audio/[a-z0-9.+-]{1,40}", mime):
        raise StudioError(f"{plain(mime, most=60)!r} is no kind of audio; give audio/mpeg or audio/wav")
    at = script.air_time
    readers = chart.voices(rundown) or [script.voice]
    made = bulletin.warnings if bulletin else ()
    return _template().render(
        script=script,
        rundown=rundown,
        bulletin=bulletin,
        at=f"{at:%A} {at.day} {at:%B %Y, %H:%M}",
        source=_ours(f"data:{mime};base64,{base64.b64encode(audio).decode()}") if audio else "",
        parts=_parts(script, rundown, readers),
        readers=readers,
        lanes=_lanes(rundown, readers),
        tints=list(zip(rundown.segments, chart.tints(rundown.segments), strict=True)),
        wave=_wave(rundown, levels) if levels else [],
        curves=_curves(levels) if levels else [],
        levels=levels,
        extent=chart.extent(rundown),
        slot=chart.slot(rundown),
        slack=chart.slack_words(rundown),
        ticks=chart.ticks(chart.extent(rundown), most=12),
        told=dict.fromkeys([*chart.fitting(rundown), *rundown.warnings, *made, *warnings]),
        unsaid=unsaid,
        policy=_ours(_policy()),
    )


def _parts(script: Script, rundown: Rundown, readers: list[str]) -> list[_Part]:
    """The script by segments: a cue belongs where the first thing that is heard of it lies."""
    spans = {(span.cue, span.line): span for span in rundown.spans if span.kind != "bed"}
    tints = chart.tints(rundown.segments)
    parts: list[tuple[int, list[_Step]]] = []
    place = 0
    before = readers[0] if len(readers) == 1 else ""
    for number, cue in enumerate(script.cues):
        rows = []
        for n, line in enumerate(cue.lines):
            span = spans.get((number, n))
            voice = (span.voice if span else "") or cue.voice or script.voice
            reader = readers.index(voice) % 4 if voice in readers else 0
            rows.append(_Row(line, span, voice, reader, voice_is_new=bool(span) and voice != before))
            before = voice if span else before
        step = _Step(cue, spans.get((number, -1)), tuple(rows))
        first = step.sound or next((row.span for row in rows if row.span), None)
        if first:
            place = max(place, _segment_at(first.start_seconds, rundown.segments))
        if not parts or parts[-1][0] != place:
            parts.append((place, []))
        parts[-1][1].append(step)
    segments = rundown.segments or (None,)
    return [_Part(place + 1, segments[place], tints[place] if tints else "odd", tuple(steps)) for place, steps in parts]


def _segment_at(second: float, segments: Sequence[Segment]) -> int:
    begun = [place for place, segment in enumerate(segments) if segment.start_seconds <= second + 0.02]
    return begun[-1] if begun else 0


def _lanes(rundown: Rundown, readers: list[str]) -> list[tuple[Span, int]]:
    """What is heard, each with its reader's colour."""
    return [
        (span, readers.index(span.voice) % 4 if span.kind == "voice" else 0) for span in chart.shown(rundown)
    ]  # fmt: skip


def _wave(rundown: Rundown, levels: Levels) -> list[tuple[str, Markup, Markup]]:
    """The wave as SVG paths, a segment each: its colour, its peaks, its body; a unit wide a column."""
    count = len(levels.high)
    per_second = count / max(rundown.length_seconds, 0.001)
    found = []
    for segment, tint in zip(rundown.segments, chart.tints(rundown.segments), strict=True):
        first = max(0, min(round(segment.start_seconds * per_second), count))
        last = max(0, min(round((segment.start_seconds + segment.duration_seconds) * per_second), count))
        if last > first:
            mean = levels.mean[first:last]
            peaks = _outline(first, levels.high[first:last], levels.low[first:last])
            found.append((tint, peaks, _outline(first, mean, [-value for value in mean])))
    return found


def _outline(first: int, high: Sequence[float], low: Sequence[float]) -> Markup:
    """A closed path along the tops and back along the feet, in relative steps, which are short."""
    tops, feet = [-round(value * WAVE) for value in high], [-round(value * WAVE) for value in low]
    there = "".join(f"v{to - at}h1" for at, to in pairwise(tops))
    back = "".join(f"v{to - at}h-1" for at, to in pairwise(feet[::-1]))
    return _ours(f"M{first} {tops[0]}h1{there}V{feet[-1]}h-1{back}z")


def _curves(levels: Levels) -> list[Markup]:
    """The loudness curve as SVG points, a unit wide a point and ten units a LU, 0 at the top."""
    points = chart.loudness_points(levels.short_term, levels.target_lufs, COLUMNS)
    scale = COLUMNS / max(1, len(points))
    return [
        _ours(" ".join(f"{(place + 1) * scale:.4g},{(chart.ABOVE - lu) * 10:.0f}" for place, lu in run))
        for run in chart.runs(points)
    ]


def _ours(markup: str) -> Markup:
    """What is made of numbers and our own words only, which is neither escaped nor cut short."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704 - see above


def _policy() -> str:
    """The page's content security policy: only its own style and script, by their hashes, and sound that is in it."""
    style, code = (base64.b64encode(hashlib.sha256(_file(name).encode()).digest()).decode() for name in ("css", "js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{code}'; media-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _file(kind: str) -> str:
    return (_HERE / f"page.{kind}").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        # every text that is printed loses control characters and turned directions; our own markup stays
        finalize=lambda value: plain(value, most=10_000) if type(value) is str else value,
    )
    env.globals.update(
        clock=clock,
        css=_ours(_file("css")),
        js=_ours(_file("js")),
        chart=chart,
        columns=COLUMNS,
    )
    return env.get_template("page.html.j2")
