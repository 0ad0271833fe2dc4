"""A bulletin as one JSON object: what `make --json` prints and `manifest.json` holds (docs/manifest.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .model import Bulletin, Line, Rundown, Script, Span, Take

FILES = {  # what lies beside a bulletin's audio, by the name of its field
    "page": "bulletin.html",
    "transcript": "transcript.vtt",
    "chapters": "chapters.json",
    "waveform": "waveform.png",
    "cover": "cover.jpg",
}


def of_bulletin(
    bulletin: Bulletin,
    script: Script,
    script_path: str,
    folder: Path | None,
    timings: dict[str, float],
    takes: Sequence[Sequence[Take]] = (),
    sha256: str = "",
) -> dict[str, Any]:
    """The object; audio paths are within `folder`, or bare names without one (for a folder that may be moved).

    `sha256` is that of the audio, in hex; `script` is the one that was aired; `takes` are its readings, and may hold more: lines that were left out for time.
    """

    def place(name: str) -> str:
        return str(folder / name) if folder else name

    return {
        "id": bulletin.id,
        "station": bulletin.station,
        "title": bulletin.title,
        "air_time": bulletin.air_time.isoformat(),
        "template": bulletin.template,
        "voice": bulletin.voice,
        "status": bulletin.status,
        "audio": place(bulletin.audio),
        "format": Path(bulletin.audio).suffix.removeprefix("."),
        "sha256": sha256,
        "script": script_path,
        **{field: place(name) for field, name in FILES.items()},
        "slot_seconds": bulletin.slot_seconds,
        "duration_seconds": round(bulletin.duration_seconds, 3),
        "cue_in_seconds": round(bulletin.cue_in_seconds, 3),
        "cue_out_seconds": round(bulletin.cue_out_seconds, 3),
        "out_cue": bulletin.out_cue,
        "loudness_lufs": round(bulletin.loudness_lufs, 2),
        "true_peak_dbtp": round(bulletin.true_peak_dbtp, 2),
        "replay_gain_db": round(bulletin.gain_db, 2),
        "tempo": round(bulletin.rundown.tempo, 4),
        "dropped": list(bulletin.rundown.dropped),
        "segments": [
            {
                "slug": segment.slug,
                "title": segment.title,
                "audio": place(segment.audio),
                "start_seconds": round(segment.start_seconds, 3),
                "duration_seconds": round(segment.duration_seconds, 3),
            }
            for segment in bulletin.segments
        ],
        "rundown": of_rundown(bulletin.rundown, takes),
        "stories": of_stories(script),
        "checks": list(bulletin.checks),
        "timings": {name: round(seconds, 3) for name, seconds in timings.items()},
        "warnings": list(bulletin.warnings),
    }


def of_rundown(rundown: Rundown, takes: Sequence[Sequence[Take]] = ()) -> dict[str, Any]:
    """What is heard and when: the lines in order, then sounds and beds in theirs.

    `spoken` is what the engine was given, or the line's own text where its take is not here.
    """
    spoken = {take.text: take.spoken for row in takes for take in row}
    lines = [
        {
            "cue": span.cue,
            "line": span.line,
            "text": span.words,
            "spoken": spoken.get(span.words, span.words),
            "voice": span.voice,
            **_times(span),
        }
        for span in rundown.spans
        if span.kind == "voice"
    ]
    sounds = [{"name": span.words, "kind": span.kind, **_times(span)} for span in rundown.spans if span.kind != "voice"]
    return {"lines": lines, "sounds": sounds}


def _times(span: Span) -> dict[str, float]:
    return {"start_seconds": round(span.start_seconds, 3), "end_seconds": round(span.end_seconds, 3)}


def of_stories(script: Script) -> list[dict[str, Any]]:
    """The stories of a script, each line with the sentences it came from and the edits made."""
    return [
        {"slug": cue.slug, "headline": cue.title, "source": cue.source, "copy": [of_line(line) for line in cue.lines]}
        for cue in script.cues
        if cue.kind == "story"
    ]


def of_line(line: Line) -> dict[str, Any]:
    """One line with its sources and edits."""
    return {
        "text": line.text,
        "sources": [asdict(citation) for citation in line.sources],
        "edits": [asdict(edit) for edit in line.edits],
    }
