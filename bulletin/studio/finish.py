"""A bulletin is finished, told top to bottom: plan, mix, master, press, check, write."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StudioError
from ..model import Bulletin, Cue, Script, Segment, Take
from ..station import Station, slug_of
from . import checks, tags, transcript
from .timeline import Part, Timeline, plan
from .words import plain

if TYPE_CHECKING:
    from pydub import AudioSegment

    from .loudness import Samples

AUDIO = "bulletin.mp3"
TRIES = 6  # pressings until loudness and peak are right; the first nearly always is
OVERSHOOT = 0.5  # dB that an MP3 may peak above what went into it; 0.3 was seen at 64 kbit/s, 0.1 at 128
TOO_QUIET = -60.0  # LUFS: a mix below this is no bulletin


def warm_up() -> None:
    """Load what takes long to load."""
    import pyloudnorm  # noqa: F401  # scipy comes with it: a second

    from . import loudness, mix  # noqa: F401  # numpy, soxr, pydub


def finish(script: Script, takes: tuple[tuple[Take, ...], ...], station: Station, folder: Path) -> Bulletin:
    """See `bulletin.studio.produce`."""
    _refuse_mismatch(script.cues, takes)
    whole, timeline = _mixed(script, takes, station)
    names = (AUDIO, *(_file_name(number, len(timeline.parts), part) for number, part in enumerate(timeline.parts, 1)))
    pressed = _press(whole, timeline, station, names)
    files = _tagged(pressed, script, station, timeline)
    done = checks.passed(files, pressed.loudness_lufs, station.sound.loudness_lufs, station.sound.true_peak_dbtp)
    for file in files:
        (folder / file.name).write_bytes(file.mp3)
    (folder / "transcript.vtt").write_bytes(transcript.webvtt(timeline, script.cues).encode())
    highest = max(file.true_peak_dbtp for file in files)
    bulletin = Bulletin(
        id=_id(script, station),
        station=station.name,
        air_time=script.air_time,
        template=script.template,
        voice=script.voice,
        slot_seconds=script.slot_seconds,
        folder=str(folder),
        audio=AUDIO,
        duration_seconds=timeline.length / 1000,
        loudness_lufs=round(pressed.loudness_lufs, 2),
        true_peak_dbtp=round(highest, 2),
        segments=tuple(
            Segment(part.slug, part.title, name, part.start / 1000, (part.end - part.start) / 1000)
            for part, name in zip(timeline.parts, names[1:], strict=True)
        ),
        checks=done,
        warnings=timeline.warnings,
    )
    from .waveform import draw

    draw(pressed.samples, bulletin, timeline, script.cues, folder / "waveform.png")
    return bulletin


def _refuse_mismatch(cues: Sequence[Cue], takes: Sequence[Sequence[Take]]) -> None:
    lines = [len(cue.lines) for cue in cues]
    read = [len(row) for row in takes]
    if lines != read:
        raise StudioError(
            f"the script has {sum(lines)} lines in {len(lines)} cues and there are {sum(read)} takes for "
            f"{len(read)}; read it aloud again"
        )
    if not sum(lines):
        raise StudioError("there is nothing to say in this script; give it a story")


def _mixed(script: Script, takes: Sequence[Sequence[Take]], station: Station) -> tuple[AudioSegment, Timeline]:
    """The mix at working level, and its plan."""
    from .mix import mix, sound, voices

    wanted = {name for cue in script.cues for name in (cue.sound, cue.bed) if name}
    sounds = {name: sound(name, station) for name in sorted(wanted)}
    lines = voices(takes)
    timeline = plan(
        script.cues,
        [[len(line) for line in row] for row in lines],
        {name: len(segment) for name, segment in sounds.items()},
    )
    return mix(timeline, script.cues, lines, sounds, station.sound.bed_under_speech_db), timeline


@dataclass(frozen=True)
class _Pressed:
    files: list[checks.Pressing]  # the bulletin first, then its segments
    samples: Samples  # the bulletin, decoded
    loudness_lufs: float


def _press(whole: AudioSegment, timeline: Timeline, station: Station, names: Sequence[str]) -> _Pressed:
    """Master the mix and press it, again while what comes out of the MP3s is too loud, too quiet or too high."""
    import numpy as np

    from .loudness import loudness, master
    from .mp3 import TURNED_DOWN

    samples = np.frombuffer(whole.raw_data, dtype="<i2").reshape(-1, 2)
    wanted, most = station.sound.loudness_lufs, station.sound.true_peak_dbtp
    found = loudness(samples)
    if found < TOO_QUIET:
        raise StudioError(f"the mix is silent ({found:.0f} LUFS): nothing was raised to fill it; listen to the takes")
    lost = TURNED_DOWN.get(station.sound.bitrate_kbps, 0.0)
    gain, ceiling = wanted - found + lost, most - OVERSHOOT + lost
    slope, before = 1.0, (found - lost, 0.0)  # how many LU a dB of gain still gives: less where the limiter works hard
    for _ in range(TRIES):
        pressed = _pressed(master(samples, gain, ceiling), timeline, station, names)
        over = max(file.true_peak_dbtp for file in pressed.files) - most
        off = wanted - pressed.loudness_lufs
        if over <= 0 and abs(off) <= checks.LOUDNESS_WITHIN * 0.7:
            return pressed
        if gain != before[1]:
            slope = min(1.0, max(0.15, (pressed.loudness_lufs - before[0]) / (gain - before[1])))
        before = pressed.loudness_lufs, gain
        gain += off / slope
        ceiling -= over + 0.25 if over > 0 else 0.0
    if abs(off) > checks.LOUDNESS_WITHIN:
        raise StudioError(
            f"{wanted:g} LUFS under {most:g} dBTP cannot be reached, {pressed.loudness_lufs:.1f} LUFS at most; "
            "set a lower sound.loudness_lufs or a higher sound.true_peak_dbtp"
        )
    return pressed


def _pressed(out: Samples, timeline: Timeline, station: Station, names: Sequence[str]) -> _Pressed:
    """The bulletin and its segments as MP3s, encoded and heard again side by side."""
    from .loudness import RATE, loudness

    cuts = [out[part.start * RATE // 1000 : part.end * RATE // 1000] for part in timeline.parts]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # LAME, libsndfile and numpy let other threads run
        copy = pool.submit(_copied, out, station)
        segments = [pool.submit(_segment, name, part, station) for name, part in zip(names[1:], cuts, strict=True)]
        mp3, samples = copy.result()
        level = pool.submit(loudness, samples)
        bulletin = _heard(names[0], mp3, samples, len(out), station)
        return _Pressed([bulletin, *(segment.result() for segment in segments)], samples, level.result())


def _segment(name: str, part: Samples, station: Station) -> checks.Pressing:
    """A segment pressed, heard and measured; its samples are not kept."""
    from .mix import edged

    mp3, samples = _copied(edged(part, 3, 5), station)
    return _heard(name, mp3, samples, len(part), station)


def _copied(piece: Samples, station: Station) -> tuple[bytes, Samples]:
    """Samples as an MP3, and as what is heard of it."""
    from .mp3 import decode, encode

    mp3 = encode(piece.tobytes(), station.sound.bitrate_kbps)
    return mp3, decode(mp3)


def _heard(name: str, mp3: bytes, samples: Samples, planned: int, station: Station) -> checks.Pressing:
    """What is measured on one MP3 that should have so many frames."""
    from .loudness import RATE, true_peak

    return checks.Pressing(
        name,
        mp3,
        planned=planned / RATE,
        decoded=len(samples) / RATE,
        true_peak_dbtp=true_peak(samples),
        clipped=int((samples == 32767).sum() + (samples == -32768).sum()),
        silence=checks.longest_silence(samples, station.sound.loudness_lufs),
    )


def _tagged(pressed: _Pressed, script: Script, station: Station, timeline: Timeline) -> list[checks.Pressing]:
    """The pressings with their labels on: the bulletin first, with a chapter a segment, then the segments."""
    album = f"{plain(station.name)} news, {script.air_time.day} {script.air_time:%B %Y, %H:%M}"
    spans = [(0, timeline.length), *((part.start, part.end) for part in timeline.parts)]
    titles = [album, *(part.title for part in timeline.parts)]
    files = []
    for number, (file, (start, end), title) in enumerate(zip(pressed.files, spans, titles, strict=True)):
        said = [heard for heard in timeline.heard if heard.line >= 0 and start <= heard.start < end]
        label = tags.Label(
            title=title,
            station=station.name,
            album=album,
            at=script.air_time,
            language=script.language,
            comment=f"{script.template} bulletin, read by {script.voice}",
            words="\n".join(plain(script.cues[heard.cue].lines[heard.line].text, most=10_000) for heard in said),
            ms=end - start,
            track=(number, len(timeline.parts)) if number else None,
            chapters=() if number else timeline.parts,
        )
        files.append(replace(file, mp3=tags.tagged(file.mp3, label)))
    return files


def _id(script: Script, station: Station) -> str:
    """A name for the bulletin that is safe as a folder's, whatever a script file calls its template."""
    safe = re.fullmatch(r"[A-Za-z0-9_-]{1,60}", script.template)
    return f"{station.slug}-{script.air_time:%Y%m%dT%H%M}-{script.template if safe else slug_of(script.template)}"


def _file_name(number: int, count: int, part: Part) -> str:
    return f"{number:0{max(2, len(str(count)))}}-{part.slug}.mp3"
