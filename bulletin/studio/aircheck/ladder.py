"""What becomes of a bulletin after it was listened to: pure, so that it reads as a table.

Down the ladder: air it; read the line again; let another voice read it; leave its story out; refuse the bulletin, so
that the last good one stays on air.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .values import Finding, Said

SPOKEN = frozenset(  # checks that another reading can cure
    [
        "missing line",
        "missing words",
        "words",
        "number",
        "denial",
        "name",
        "doubled",
        "extra words",
        "voice",
        "clipping",
    ]
)


@dataclass(frozen=True)
class Tried:
    """A line that was read again, by that voice."""

    line: str
    voice: str


@dataclass(frozen=True)
class Air:
    """It may go on air."""


@dataclass(frozen=True)
class ReRead:
    """Read these lines again with their own voice: what it read is not good enough, another reading may be."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class OtherVoice:
    """Let `voice` read these lines."""

    lines: tuple[str, ...]
    voice: str


@dataclass(frozen=True)
class LeaveOut:
    """Make it without this story, its headline too."""

    slug: str
    why: str


@dataclass(frozen=True)
class Refuse:
    """It must not go on air: the last good bulletin stays."""

    reason: str


Step = Air | ReRead | OtherVoice | LeaveOut | Refuse


def next_step(
    findings: Sequence[Finding],
    lines: Sequence[Said],
    tried: Sequence[Tried] = (),
    *,
    re_readings: int = 1,
    stand_ins: Sequence[str] = (),
) -> Step:
    """What to do about `findings` on a bulletin of `lines`, after what was `tried`.

    Each bad line climbs down by itself; the line that is furthest up goes first, together with all on its rung.
    A voice reads a line again `re_readings` times; a stand-in reads it once, and then again as often.
    """
    errors = [finding for finding in findings if finding.severity == "error"]
    if not errors:
        return Air()
    bad = tuple(dict.fromkeys(f.line for f in errors if f.line and f.check in SPOKEN))
    hopeless = [f for f in errors if not (f.line and f.check in SPOKEN) and f.check != "word errors"]
    if hopeless or not bad:
        return Refuse(_told((hopeless or errors)[0]))
    by_line = {said.text: said for said in lines}
    readings = Counter(tried)
    steps = {line: _rung(line, by_line.get(line), readings, re_readings, stand_ins) for line in bad}
    again = tuple(line for line in bad if steps[line] == "")
    if again:
        return ReRead(again)
    if others := [step for step in steps.values() if step]:
        return OtherVoice(tuple(line for line in bad if steps[line] == others[0]), others[0])
    said = by_line.get(bad[0])
    why = _told(next(f for f in errors if f.line == bad[0]))
    if said is None or not said.slug or len({one.slug for one in lines if one.slug}) < 2:
        return Refuse(why)
    return LeaveOut(said.slug, why)


def _rung(
    line: str, said: Said | None, readings: Counter[Tried], re_readings: int, stand_ins: Sequence[str]
) -> str | None:
    """Who reads a line next: "" for its own voice, a stand-in's name, None for nobody."""
    own = said.voice if said else ""
    if readings[Tried(line, own)] < re_readings:
        return ""
    for voice in stand_ins:
        if voice != own and readings[Tried(line, voice)] < 1 + re_readings:
            return voice
    return None


def _told(finding: Finding) -> str:
    return f'{finding.check}: {finding.why} ("{finding.line}")' if finding.line else f"{finding.check}: {finding.why}"
