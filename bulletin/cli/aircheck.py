"""Finished audio for `bulletin check`: which files, and what is found in them as plain objects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ..errors import SourceError, StudioError

if TYPE_CHECKING:
    from ..station import Station
    from ..studio.aircheck import Finding

AUDIO = (".mp3", ".wav")
LARGEST = 800_000_000  # bytes: an hour of WAV has 635 MB


def files(source: str) -> list[Path]:
    """The audio that a source means: a file by its name, or a bulletin's folder with all its parts; [] if it means none."""
    path = Path(source)
    if path.suffix.lower() in AUDIO and not path.is_dir():
        return [path]
    if not (path / "manifest.json").is_file():
        return []
    found = sorted(one for one in path.iterdir() if one.suffix.lower() in AUDIO and not one.name.startswith("."))
    return sorted(found, key=lambda one: one.stem != "bulletin")


def listened(path: Path, where: Station, *, quick: bool) -> Iterator[dict[str, Any]]:
    """What the air-check finds in one file.  Raises SourceError where there is no such file."""
    from .. import voice
    from ..studio import aircheck

    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from None
    plan = aircheck.planned(path, where.sound)
    try:
        if not content:
            raise StudioError("it is empty" if not size else f"{size / 1e6:.0f} MB is larger than an hour of sound")
        yield from (_object(path, found) for found in aircheck.technical(content, plan.wanted))
        whole = path.stem == "bulletin" or not (path.parent / "manifest.json").is_file()
        if quick or not whole or not aircheck.can_hear(where.aircheck.model):
            return
        lines = plan.lines or aircheck.lyrics(content)
        if not lines:
            typer.echo(
                f"{path}: the words were not checked: there is no manifest.json beside it, nor lyrics in it", err=True
            )
            return
        said = partial(voice.spoken, language=where.language, words=where.words)
        most = where.aircheck.most_word_errors
        for found in aircheck.heard(content, lines, words=said, model=where.aircheck.model, most_word_errors=most):
            yield _object(path, found)
    except StudioError as error:
        yield _object(path, aircheck.Finding("unreadable", "error", str(error)))


def _object(path: Path, found: Finding) -> dict[str, Any]:
    """The same keys as a remark on a script has, and the times."""
    return {
        "path": str(path),
        "line": None,
        "slug": "",
        "severity": found.severity,
        "rule": found.check,
        "why": found.why,
        "suggestion": "",
        "text": found.line,
        "start_seconds": round(found.start_seconds, 2),
        "end_seconds": round(found.end_seconds, 2),
    }
