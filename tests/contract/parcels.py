"""Finished bulletins for the targets' tests: each hour is a tone of its own pitch, so that none is taken for another."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr

from bulletin.air import Parcel
from bulletin.station import Station

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RATE = 44_100
STATION = "Harbour FM"


def station(home: Path) -> Station:
    return Station(name=STATION, timezone="Africa/Lagos", language="en", home=str(home))


def tone(hour: int, seconds: float = 1.5) -> np.ndarray[Any, np.dtype[np.float32]]:
    time = np.arange(round(seconds * RATE)) / RATE
    return (0.25 * np.sin(2 * np.pi * (400 + 50 * hour) * time)).astype(np.float32)


def parcel(
    folder: Path,
    hour: int = 0,
    *,
    title: str = "",
    artist: str = STATION,
    identity: str = "",
    seconds: float = 1.5,
    audio_format: str = "MP3",
) -> Parcel:
    """The bulletin of `hour` hours after noon, with all that a finished one has beside it, in a folder of its own."""
    slot = NOON + timedelta(hours=hour)
    name = f"{slot:%Y%m%dt%H%M%Sz}-hourly"
    home = folder / "made" / name
    home.mkdir(parents=True, exist_ok=True)
    audio = home / f"bulletin.{audio_format.lower()}"
    soundfile.write(audio, tone(hour, seconds), RATE, format=audio_format)
    (home / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0 a cover \xff\xd9")
    (home / "transcript.vtt").write_text("WEBVTT\n\n00:00:00.100 --> 00:00:01.400\nThis is the news.\n")
    chapters = [{"startTime": 0.0, "title": "Opening"}, {"startTime": 0.5, "title": "Twelve ferries for the lagoon"}]
    (home / "chapters.json").write_text(json.dumps({"version": "1.2.0", "chapters": chapters}))
    manifest = {
        "id": f"harbour-fm-{slot:%Y%m%dT%H%M}-hourly",
        "station": STATION,
        "air_time": slot.isoformat(),
        "template": "hourly",
        "audio": audio.name,
        "format": audio.suffix.removeprefix("."),
        "transcript": "transcript.vtt",
        "chapters": "chapters.json",
        "cover": "cover.jpg",
        "out_cue": "this is Harbour FM",
        "stories": [{"slug": "ferries", "headline": "Twelve ferries for the lagoon", "source": "The Gazette"}],
    }
    (home / "manifest.json").write_text(json.dumps(manifest))
    return Parcel(
        station="harbour-fm",
        slot=slot,
        name=name,
        audio=audio,
        folder=home,
        title=title or f"Harbour FM news at {slot:%H:%M}",
        artist=artist,
        duration_seconds=seconds,
        cue_in_seconds=0.0,
        cue_out_seconds=seconds,
        gain_db=-2.0,
        expires=slot + timedelta(minutes=65),
        sha256=hashlib.sha256(audio.read_bytes()).hexdigest(),
        identity=identity,
        manifest=manifest,
    )


def same_sound(heard: bytes | None, sent: Parcel) -> bool:
    """Whether the other side would play just this: the same bytes, or the whole of the same tone in another form."""
    if heard is None:
        return False
    return heard == sent.audio.read_bytes() or _heard(heard) == _heard(sent.audio.read_bytes())


def _heard(audio: bytes) -> tuple[int, int]:
    """Length in tenths of a second and pitch to 10 Hz; raises where it is no sound."""
    samples, rate = soundfile.read(io.BytesIO(audio), dtype="float32", always_2d=True)
    mono = soxr.resample(samples.mean(axis=1), rate, RATE)
    loud = mono[np.abs(mono) > 0.05]
    assert loud.size > RATE / 2
    spectrum = np.abs(np.fft.rfft(mono * np.hanning(mono.size)))
    return round(mono.size / RATE * 10), round(float(np.argmax(spectrum)) * RATE / mono.size / 10)
