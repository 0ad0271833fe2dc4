"""The sleeve: the finished files with their labels, listened to, and all that lies beside them in the folder."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .. import manifest
from ..model import Bulletin, Rundown, Script
from ..plain import plain
from ..station import Station, slug_of
from . import aircheck, chapters, cover, cuepoints, mp3, tags, transcript
from .labelling import labelled
from .page import page
from .timeline import RATE, Timeline
from .waveform import draw, levelled

if TYPE_CHECKING:
    from .loudness import Metered, Samples

PAGE_KBPS = 96  # of what the page plays where the station airs WAV


@dataclass(frozen=True)
class Pressed:
    """The audio of a bulletin, with what was measured on it."""

    names: list[str]  # of its file, then of its segments'
    audio: list[bytes]  # MP3s without tags; empty where the station airs WAV
    true_peaks: list[float]  # dBTP
    samples: Samples  # the bulletin as it is heard
    meter: Metered


def written(
    pressed: Pressed,
    aired: Script,
    plan: Rundown,
    timeline: Timeline,
    station: Station,
    folder: Path,
    pool: ThreadPoolExecutor,
) -> Bulletin:
    """Write everything into `folder`, when it passed the air-check; the names in the result are relative to it.

    Raises StudioError: a finished file is not as it should be.
    """
    bulletin = _bulletin(pressed, aired, plan, station, folder)
    picture = cover.cover(station)
    files = [
        labelled(audio, pressed.samples, peak, part, bulletin, aired, timeline, station, picture)
        for audio, peak, part in zip(pressed.audio, pressed.true_peaks, (None, *timeline.parts), strict=True)
    ]
    check = pool.submit(_checked, pressed, files, bulletin, station)
    short_term, target = pressed.meter.short_term, station.sound.loudness_lufs
    levels = levelled(pressed.samples, short_term, target)
    shown = pool.submit(page, aired, plan, bulletin=bulletin, levels=levels, audio=_played(pressed, station))
    beside = {
        "waveform": draw(bulletin, pressed.samples, short_term, target),
        "page": shown.result().encode(),
        "cover": picture,
        "transcript": transcript.webvtt(plan).encode(),
        "chapters": chapters.podcast(plan, bulletin.title).encode(),
    }
    bulletin = replace(bulletin, checks=check.result())
    for name, content in zip(pressed.names, files, strict=True):
        (folder / name).write_bytes(content)
    for field, content in beside.items():
        (folder / manifest.FILES[field]).write_bytes(content)
    return bulletin


def _bulletin(pressed: Pressed, aired: Script, plan: Rundown, station: Station, folder: Path) -> Bulletin:
    cue_in, cue_out = cuepoints.cue_points(pressed.samples, RATE, pressed.meter.lufs)
    return Bulletin(
        id=_id(aired, station),
        station=station.name,
        title=f"{plain(station.name)} news, {aired.air_time.day} {aired.air_time:%B %Y, %H:%M}",
        air_time=aired.air_time,
        template=aired.template,
        voice=aired.voice,
        slot_seconds=aired.slot_seconds,
        folder=str(folder),
        audio=pressed.names[0],
        duration_seconds=plan.length_seconds,
        loudness_lufs=round(pressed.meter.lufs, 2),
        true_peak_dbtp=round(max(pressed.true_peaks), 2),
        rundown=plan,
        cue_in_seconds=cue_in,
        cue_out_seconds=cue_out,
        out_cue=cuepoints.out_cue(aired),
        gain_db=round(tags.replay_gain_db(pressed.meter.lufs), 2),
        warnings=plan.warnings,
    )


def _checked(pressed: Pressed, files: list[bytes], bulletin: Bulletin, station: Station) -> tuple[str, ...]:
    """What the files passed.  Raises StudioError."""
    artist = plain(bulletin.station)
    whole = aircheck.wanted(
        station.sound,
        length_seconds=bulletin.duration_seconds,
        title=bulletin.title,
        artist=artist,
        chapters=tuple((plain(part.title), part.start_seconds) for part in bulletin.segments),
        spans=bulletin.rundown.spans,
    )
    segments = [
        aircheck.wanted(station.sound, length_seconds=part.duration_seconds, title=plain(part.title), artist=artist)
        for part in bulletin.segments
    ]
    meters = aircheck.Meters(pressed.meter.lufs, max(pressed.true_peaks), pressed.samples)
    bulletin_file, *parts = map(aircheck.Finished, pressed.names, files, [whole, *segments])
    return aircheck.passed(bulletin_file, parts, meters)


def _played(pressed: Pressed, station: Station) -> bytes:
    """What the page plays: an MP3, even where the station airs WAV."""
    if station.sound.format == "mp3":
        return pressed.audio[0]
    samples = pressed.samples
    return mp3.whole(mp3.encode(samples.tobytes(), samples.shape[1], PAGE_KBPS), len(samples))


def _id(script: Script, station: Station) -> str:
    """A name for the bulletin that is safe as a folder's, whatever a script file calls its template."""
    safe = re.fullmatch(r"[A-Za-z0-9_-]{1,60}", script.template)
    return f"{station.slug}-{script.air_time:%Y%m%dT%H%M}-{script.template if safe else slug_of(script.template)}"
