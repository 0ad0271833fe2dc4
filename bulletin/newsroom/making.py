"""Script -> bulletin on disk: read, produce, publish."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from .. import manifest, publish, script, studio
from .. import voice as voices
from ..errors import UsageError
from ..model import Cue, Line, Script
from ..station import Station
from .listening import produced
from .places import folder as folder_of
from .places import keep_earlier
from .timed import timed
from .values import Draft, Made, Progress


def make(made_of: Draft, station: Station, *, progress: Progress | None = None) -> Made:
    """Script -> bulletin on disk: read, produce, publish.  Raises VoiceError, StudioError, PublishError."""
    tell = progress or (lambda stage, done, of: None)
    written, timings = made_of.script, dict(made_of.timings)
    station = replace(station, name=written.station)
    folder = folder_of(station, station.folders.audio, written)
    script_path = made_of.path or folder_of(station, station.folders.scripts, written).with_suffix(".md")
    warnings = list(made_of.warnings)
    with timed(timings, "voice"):
        report = partial(tell, "voice")
        takes = voices.read(
            written,
            station,
            progress=report,
            meanwhile=partial(studio.warm_up, written, station),
            notes=warnings.append,
        )
    voices.rest()  # what reads needs as much memory as what mixes
    if made_of.path is None:
        if kept := keep_earlier(script_path, made_of.text):
            warnings.append(f"another script stood at {script_path}; it is kept as {kept.name}")
        publish.file(script_path, made_of.text)
    with publish.folder(folder) as part:
        with timed(timings, "studio"):
            tell("studio", 0, 1)
            good = produced(written, takes, station, part, warnings.append)
            tell("studio", 1, 1)
        bulletin = replace(good.bulletin, folder=str(folder), warnings=(*warnings, *good.bulletin.warnings))
        unchanged = good.script == written and not bulletin.rundown.dropped
        publish.file(part / "script.md", made_of.text if unchanged else script.to_text(good.aired, made_of.pace))
        digest = hashlib.sha256((part / bulletin.audio).read_bytes()).hexdigest()
        moveable = manifest.of_bulletin(bulletin, good.aired, "script.md", None, timings, good.takes, digest)
        publish.file(part / "manifest.json", json.dumps(moveable, ensure_ascii=False, indent=1) + "\n")
    publish.copy(folder / bulletin.audio, folder.parent.parent / f"latest{Path(bulletin.audio).suffix}")
    full = manifest.of_bulletin(bulletin, good.aired, str(script_path), folder, timings, good.takes, digest)
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
    station = replace(station, clock=replace(station.clock, fit="at most"))
    takes = voices.read(written, station)
    with tempfile.TemporaryDirectory() as folder:
        bulletin, _ = studio.produce(written, takes, station, Path(folder))
        publish.copy(Path(folder) / bulletin.audio, path)
    return {
        "audio": str(path.absolute()),
        "voice": station.voice,
        "spoken": takes[0][0].spoken,
        "duration_seconds": round(bulletin.duration_seconds, 3),
        "loudness_lufs": round(bulletin.loudness_lufs, 2),
    }
