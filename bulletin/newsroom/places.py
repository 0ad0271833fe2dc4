"""Where scripts and bulletins are kept, and what is a script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import publish, script
from ..errors import UsageError
from ..model import Script
from ..station import Station, slug_of
from .values import Draft

MOST_SCRIPT_BYTES = 2_000_000  # the script of an hour of speech, with all its source notes, has a quarter of that


def save_script(made_of: Draft, station: Station) -> Path:
    """Write a draft's script where scripts are kept, for a person to read and correct; returns its path."""
    path = folder(replace(station, name=made_of.script.station), station.folders.scripts, made_of.script)
    path = path.with_suffix(".md")
    keep_earlier(path, made_of.text)
    return publish.file(path, made_of.text)


def is_script(path: Path) -> bool:
    """Whether a source is a script of ours, and no article."""
    return path.suffix == ".md" and path.is_file() and _looks_scripted(path)


def script_file(sources: Sequence[str | Path]) -> Path | None:
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


def folder(station: Station, place: str, written: Script) -> Path:
    """PLACE/<station>/<date>/<HHMM>-<template>, in the time of the script's own zone.

    Of an hour that the clock shows twice, when summer time ends, the second is "0200b".
    """
    at = written.air_time
    name = f"{at:%H%M}{'b' if at.astimezone(station.zone).fold else ''}-{slug_of(written.template) or 'bulletin'}"
    return station.path(place) / station.slug / f"{at:%Y-%m-%d}" / name


def keep_earlier(path: Path, text: str) -> Path | None:
    """Put another script that stands at `path` aside: an editor may have worked on it."""
    if not path.exists() or path.read_bytes() == text.encode():
        return None
    kept = next(p for n in range(1, 10_000) if not (p := path.with_name(f"{path.stem}~{n}{path.suffix}")).exists())
    return publish.copy(path, kept)
