"""The sleeve: labels on the finished audio, and all that lies beside it in the bulletin's folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Bulletin, Rundown, Script
from ..station import Station, slug_of
from . import chapters, checks, cover, cuepoints, mp3, tags, transcript, wav
from .loudness import amplitude
from .timeline import RATE, Part, Timeline
from .words import plain

if TYPE_CHECKING:
    from .loudness import Metered, Samples

PAGE = "bulletin.html"
PAGE_KBPS = 96


@dataclass(frozen=True)
class Pressed:
    """The audio of a bulletin, with what was measured on it."""

    files: list[checks.Pressing]  # the bulletin first, then its segments; without labels
    samples: Samples  # the bulletin as it is heard
    meter: Metered


def written(
    pressed: Pressed,
    aired: Script,
    plan: Rundown,
    timeline: Timeline,
    done: tuple[str, ...],
    station: Station,
    folder: Path,
) -> Bulletin:
    """Write everything into `folder`; the names in the result are relative to it."""
    cue_in, cue_out = cuepoints.cue_points(pressed.samples, RATE, pressed.meter.lufs)
    bulletin = Bulletin(
        id=_id(aired, station),
        station=station.name,
        air_time=aired.air_time,
        template=aired.template,
        voice=aired.voice,
        slot_seconds=aired.slot_seconds,
        folder=str(folder),
        audio=pressed.files[0].name,
        duration_seconds=plan.length_seconds,
        loudness_lufs=round(pressed.meter.lufs, 2),
        true_peak_dbtp=round(max(file.true_peak_dbtp for file in pressed.files), 2),
        rundown=plan,
        cue_in_seconds=cue_in,
        cue_out_seconds=cue_out,
        out_cue=cuepoints.out_cue(aired),
        gain_db=round(tags.replay_gain_db(pressed.meter.lufs), 2),
        checks=done,
        warnings=plan.warnings,
    )
    picture = cover.cover(station)
    for file, part in zip(pressed.files, (None, *timeline.parts), strict=True):
        (folder / file.name).write_bytes(_labelled(pressed, part, picture, bulletin, aired, timeline, station))
    (folder / "cover.jpg").write_bytes(picture)
    (folder / "transcript.vtt").write_bytes(transcript.webvtt(plan).encode())
    (folder / "chapters.json").write_bytes(chapters.podcast(plan, _album(bulletin)).encode())
    from .waveform import draw

    draw(bulletin, pressed.samples, pressed.meter.short_term, station.sound.loudness_lufs, folder / "waveform.png")
    (folder / PAGE).write_text(_page(pressed, bulletin, aired, station), encoding="utf-8")
    return bulletin


def _page(pressed: Pressed, bulletin: Bulletin, aired: Script, station: Station) -> str:
    """The page with its player; what it plays is an MP3 even where the station airs WAV."""
    from .page import page
    from .waveform import levelled

    audio = pressed.files[0].audio
    if station.sound.format == "wav":
        frames = mp3.encode(audio, pressed.samples.shape[1], PAGE_KBPS)
        audio = mp3.whole(frames, len(pressed.samples))
    levels = levelled(pressed.samples, pressed.meter.short_term, station.sound.loudness_lufs)
    return page(aired, bulletin.rundown, bulletin=bulletin, levels=levels, audio=audio)


def _labelled(
    pressed: Pressed,
    part: Part | None,
    picture: bytes,
    bulletin: Bulletin,
    aired: Script,
    timeline: Timeline,
    station: Station,
) -> bytes:
    """One file with its label on: the bulletin, with a chapter a segment, or a segment."""
    start, end = (part.start, part.end) if part else (0, timeline.length)
    said = "\n".join(_said(aired, timeline, start, end))
    album, title = _album(bulletin), part.title if part else _album(bulletin)
    number = timeline.parts.index(part) + 1 if part else 0
    file = pressed.files[number]
    if file.name.endswith(".wav"):
        samples = pressed.samples[start:end]
        cue_in, cue_out = cuepoints.cue_points(samples, RATE, bulletin.loudness_lufs)
        first_words = min(
            (one.start for one in timeline.heard if one.line >= 0 and start <= one.start < end), default=0
        )
        cart = wav.Cart(
            title=title,
            artist=bulletin.station,
            cut_id=bulletin.id if part is None else f"{bulletin.id}-{number:02}",
            out_cue=said.rpartition("\n")[2],
            at=bulletin.air_time,
            every_minutes=station.every_minutes,
            cue_in=round(cue_in * RATE),
            cue_out=round(cue_out * RATE),
            first_words=max(0, first_words - start),
            text=said,
            chapters=() if part else timeline.parts,
        )
        return wav.wav(samples, RATE, cart)
    label = tags.Label(
        title=title,
        station=bulletin.station,
        album=album,
        at=bulletin.air_time,
        language=aired.language,
        comment=f"{bulletin.template} bulletin, read by {bulletin.voice}",
        words=said,
        ms=round((end - start) * 1000 / RATE),
        track=(number, len(timeline.parts)) if part else None,
        chapters=() if part else timeline.parts,
        cover=picture,
        gain_db=bulletin.gain_db,
        peak=amplitude(file.true_peak_dbtp),
    )
    return tags.tagged(file.audio, label)


def _said(aired: Script, timeline: Timeline, start: int, end: int) -> Iterator[str]:
    for heard in timeline.heard:
        if heard.line >= 0 and start <= heard.start < end:
            yield plain(aired.cues[heard.cue].lines[heard.line].text, most=10_000)


def _album(bulletin: Bulletin) -> str:
    return f"{plain(bulletin.station)} news, {bulletin.air_time.day} {bulletin.air_time:%B %Y, %H:%M}"


def _id(script: Script, station: Station) -> str:
    """A name for the bulletin that is safe as a folder's, whatever a script file calls its template."""
    safe = re.fullmatch(r"[A-Za-z0-9_-]{1,60}", script.template)
    return f"{station.slug}-{script.air_time:%Y%m%dT%H%M}-{script.template if safe else slug_of(script.template)}"
