"""A bulletin as one JSON object: what `make --json` prints and `manifest.json` holds (docs/manifest.md)."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from .model import Bulletin, Line, Script


def of_bulletin(
    bulletin: Bulletin, script: Script, script_path: str, folder: Path | None, timings: dict[str, float]
) -> dict[str, Any]:
    """The object; audio paths are within `folder`, or bare names without one (for a folder that may be moved)."""

    def place(name: str) -> str:
        return str(folder / name) if folder else name

    return {
        "id": bulletin.id,
        "station": bulletin.station,
        "air_time": bulletin.air_time.isoformat(),
        "template": bulletin.template,
        "voice": bulletin.voice,
        "status": bulletin.status,
        "audio": place(bulletin.audio),
        "script": script_path,
        "slot_seconds": bulletin.slot_seconds,
        "duration_seconds": round(bulletin.duration_seconds, 3),
        "loudness_lufs": round(bulletin.loudness_lufs, 2),
        "true_peak_dbtp": round(bulletin.true_peak_dbtp, 2),
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
        "stories": of_stories(script),
        "checks": list(bulletin.checks),
        "timings": {name: round(seconds, 3) for name, seconds in timings.items()},
        "warnings": list(bulletin.warnings),
    }


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
