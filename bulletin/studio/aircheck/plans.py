"""What a finished file should be: from the station, and from the manifest beside it, if there is one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from ...model import Span
from ...station import Sound
from ..timeline import RATE
from .values import Said, Wanted

LARGEST_MANIFEST = 20_000_000  # bytes


@dataclass(frozen=True)
class Plan:
    """What a file should be, and the lines that should be heard in it."""

    wanted: Wanted
    lines: tuple[Said, ...] = ()
    doubt: str = ""  # why what should be heard is not known, though there is a manifest


@dataclass(frozen=True)
class _Part:
    slug: str
    title: str
    audio: str
    start_seconds: float
    duration_seconds: float


@dataclass(frozen=True)
class _Line:
    text: str
    start_seconds: float
    end_seconds: float
    spoken: str = ""
    voice: str = ""


@dataclass(frozen=True)
class _Music:
    name: str
    kind: Literal["sound", "bed"]
    start_seconds: float
    end_seconds: float


@dataclass(frozen=True)
class _Rundown:
    lines: tuple[_Line, ...] = ()
    sounds: tuple[_Music, ...] = ()


@dataclass(frozen=True)
class _Manifest:
    """The part of manifest.json that is of interest here (docs/manifest.md)."""

    station: str
    audio: str
    duration_seconds: float
    title: str = ""
    segments: tuple[_Part, ...] = ()
    rundown: _Rundown = field(default_factory=_Rundown)


def wanted(sound: Sound, **known: Any) -> Wanted:
    """What a station asks of every finished file; `known` are other fields of Wanted."""
    asked = Wanted(
        format=sound.format,
        sample_rate=RATE,
        channels=1 if sound.channels == "mono" else 2,
        bitrate_kbps=sound.bitrate_kbps if sound.format == "mp3" else None,
        loudness_lufs=sound.loudness_lufs,
        true_peak_dbtp=sound.true_peak_dbtp,
        bed_under_speech_db=sound.bed_under_speech_db,
    )
    return replace(asked, **known)


def planned(path: Path, sound: Sound) -> Plan:
    """What the file at `path` should be; without a manifest beside it, only what the station asks."""
    asked = wanted(sound)
    manifest = _manifest(path.with_name("manifest.json"))
    if manifest is None:
        broken = path.with_name("manifest.json").exists()
        return Plan(
            asked, doubt="the manifest.json beside it cannot be read; make the bulletin again" if broken else ""
        )
    part = next((p for p in manifest.segments if Path(p.audio).name == path.name), None)
    if part is None and Path(manifest.audio).name != path.name:
        return Plan(asked)
    start = part.start_seconds if part else 0.0
    length = part.duration_seconds if part else manifest.duration_seconds
    end = start + length
    rundown = manifest.rundown
    heard = [s for s in rundown.lines if start <= s.start_seconds < end]
    lines = tuple(Said(s.text, s.spoken, s.start_seconds - start, s.end_seconds - start, voice=s.voice) for s in heard)
    spans = [Span("voice", s.text, s.start_seconds, s.end_seconds, voice=s.voice) for s in heard]
    spans += [Span(m.kind, m.name, m.start_seconds, m.end_seconds) for m in rundown.sounds]
    should = replace(
        asked,
        length_seconds=length,
        title=part.title if part else manifest.title,
        artist=manifest.station,
        chapters=None if part else tuple((p.title, p.start_seconds) for p in manifest.segments),
        spans=tuple(_moved(s, start, end) for s in spans if start < s.end_seconds and s.start_seconds < end),
        loudness_lufs=None if part else sound.loudness_lufs,  # a segment is as loud as it is in its bulletin
    )
    return Plan(should, lines)


def parts(folder: Path) -> tuple[str, ...]:
    """The names of the audio files that a bulletin's folder should have, by its manifest; () without one."""
    manifest = _manifest(folder / "manifest.json")
    return (
        tuple(Path(audio).name for audio in (manifest.audio, *(p.audio for p in manifest.segments))) if manifest else ()
    )


def _moved(span: Span, start: float, end: float) -> Span:
    """A span as a segment has it, which begins at `start` of the bulletin and ends at `end`."""
    first, last = max(start, span.start_seconds), min(end, span.end_seconds)
    return replace(span, start_seconds=first - start, end_seconds=last - start)


def _manifest(path: Path) -> _Manifest | None:
    try:
        if path.stat().st_size > LARGEST_MANIFEST:
            return None
        return msgspec.convert(json.loads(path.read_bytes()), _Manifest)
    except (OSError, ValueError, RecursionError, msgspec.ValidationError):
        return None
