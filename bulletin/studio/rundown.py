"""The plan as the others see it: a model.Rundown in seconds, from a Timeline in samples."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Cue, Rundown, Segment, Span, Take
from .timeline import RATE, Timeline


def rundown(
    timeline: Timeline,
    cues: Sequence[Cue],
    slot_seconds: float,
    *,
    names: Sequence[str] = (),
    voice: str = "",
    takes: Sequence[Sequence[Take]] = (),
    tempo: float = 1.0,
    dropped: Sequence[str] = (),
    warnings: Sequence[str] = (),
) -> Rundown:
    """The rundown of `cues` as `timeline` lays them.

    `names` are the segments' files, where there are any; `voice` reads what no cue's own voice does; `takes` tell who
    really read, which may be a stand-in.
    """
    files = tuple(names) or ("",) * len(timeline.parts)
    segments = tuple(
        Segment(part.slug, part.title, file, part.start / RATE, (part.end - part.start) / RATE)
        for part, file in zip(timeline.parts, files, strict=True)
    )
    spans = [
        Span(
            "voice",
            cue.lines[h.line].text,
            h.start / RATE,
            h.end / RATE,
            h.cue,
            h.line,
            _reader(cue.voice or voice, takes[h.cue][h.line] if takes else None),
        )
        if h.line >= 0
        else Span("sound", cue.sound, h.start / RATE, h.end / RATE, h.cue)
        for h in timeline.heard
        for cue in (cues[h.cue],)
    ]
    spans += [Span("bed", bed.name, bed.start / RATE, bed.end / RATE) for bed in timeline.beds]
    return Rundown(
        length_seconds=timeline.length / RATE,
        slot_seconds=slot_seconds,
        segments=segments,
        spans=tuple(spans),
        tempo=tempo,
        dropped=tuple(dropped),
        warnings=(*timeline.warnings, *warnings),
    )


def _reader(asked: str, take: Take | None) -> str:
    """The voice as it was asked for, if it was that one which read."""
    engine, _, voice = asked.partition(":")
    if take is None or (engine == take.engine and voice in ("", take.voice)):
        return asked
    return f"{take.engine}:{take.voice}" if take.voice else take.engine
