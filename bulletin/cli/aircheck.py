"""Finished audio for `bulletin check`: which files, and what is found in them as plain objects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

import typer

from ..errors import SourceError, StudioError
from .printable import printable

if TYPE_CHECKING:
    from ..station import Station
    from ..studio.aircheck import Finding

AUDIO = (".mp3", ".wav")
SOUND = (*AUDIO, ".flac", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".wma")  # is never read as an article
LARGEST = 800_000_000  # bytes: an hour of WAV has 635 MB


def files(source: str) -> list[Path]:
    """The audio that a source means: a file by its name, or the MP3s and WAVs of a folder; [] if it means none.

    A folder means them if it is a bulletin's, or if nothing but sound is in it.
    """
    path = Path(source)
    if path.suffix.lower() in SOUND and not path.is_dir():
        return [path]
    try:
        inside = [one for one in path.iterdir() if one.is_file() and not one.name.startswith(".")]
    except OSError:  # no folder, or a closed one: the wire tells why
        return []
    from ..studio import aircheck

    found = {one for one in inside if one.suffix.lower() in AUDIO} | {path / name for name in aircheck.parts(path)}
    if not (path / "manifest.json").is_file() and len(found) < len(inside):
        return []
    return sorted(found, key=lambda one: (one.stem != "bulletin", one.name))


def listened(path: Path, where: Station, *, quick: bool) -> Iterator[dict[str, Any]]:
    """What the air-check finds in one file.  Raises SourceError where there is no such file."""
    from .. import voice
    from ..studio import aircheck

    if not path.exists() and path.name in aircheck.parts(path.parent):
        yield _object(path, aircheck.Finding("missing", "error", "manifest.json names it, and it is not there"))
        return
    content = _content(path)
    plan = aircheck.planned(path, where.sound)
    try:
        if plan.doubt:
            yield _object(path, aircheck.Finding("manifest", "error", plan.doubt))
        if not content:
            raise StudioError(_no_content(path))
        yield from (_object(path, found) for found in aircheck.technical(content, plan.wanted))
        whole = path.stem == "bulletin" or not (path.parent / "manifest.json").is_file()
        if quick or not whole:
            return
        lines = plan.lines or aircheck.lyrics(content)
        if not lines:
            _tell(path, "there is no manifest.json beside it, nor lyrics in it")
            return
        if not aircheck.can_hear(where.aircheck.model):
            _tell(path, "pip install 'bulletin-radio[aircheck]'")
            return
        said = partial(voice.spoken, language=where.language, words=where.words)
        most = where.aircheck.most_word_errors
        for found in aircheck.heard(content, lines, words=said, model=where.aircheck.model, most_word_errors=most):
            yield _object(path, found)
    except StudioError as error:
        yield _object(path, aircheck.Finding("unreadable", "error", str(error)))


def _content(path: Path) -> bytes:
    """The bytes of a file; none of what is no file or too large, and never a pipe's, which may wait for ever."""
    try:
        found = path.stat()
        return path.read_bytes() if S_ISREG(found.st_mode) and found.st_size <= LARGEST else b""
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror})") from None


def _no_content(path: Path) -> str:
    if not path.is_file():
        return "it is no file; give an MP3 or WAV"
    size = path.stat().st_size
    return f"{size / 1e6:.0f} MB is larger than an hour of sound" if size else "it is empty"


def _tell(path: Path, why: str) -> None:
    typer.echo(f"{printable(str(path))}: the words were not checked: {why}", err=True)


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
