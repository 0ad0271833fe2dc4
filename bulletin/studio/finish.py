"""A bulletin is finished, told top to bottom: fit, mix, press, label, check, write."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from ..cores import cores
from ..errors import StudioError
from ..model import Bulletin, Cue, Script, Take
from ..station import Station
from . import carts, clock, mp3, pressing, sleeve, voicing
from .aircheck.levels import LOUDNESS_WITHIN
from .loudness import end_to_end, gated
from .pieces import Board, pieces
from .rundown import rundown
from .sleeve import Pressed
from .timeline import Timeline

if TYPE_CHECKING:
    from .loudness import Samples

TRIES = 6  # pressings until loudness and peak are right; the first nearly always is
OVERSHOOT = 0.5  # dB that an MP3 may peak above what went into it; 0.3 was seen at 64 kbit/s, 0.1 at 128
TOO_QUIET = -60.0  # LUFS: a mix below this is no bulletin

_T = TypeVar("_T")


def warm_up(script: Script, station: Station) -> None:
    """Load what takes long to load, all of it by one thread, and make the sounds ready."""
    import lameenc  # noqa: F401  # what is used first by several threads at once
    import soundfile  # noqa: F401
    from av.filter import Graph  # noqa: F401
    from PIL import Image, ImageDraw, ImageFont, JpegImagePlugin  # noqa: F401

    for name in _sounds(script):
        carts.ready(name, station)


def finish(
    script: Script, takes: tuple[tuple[Take, ...], ...], station: Station, folder: Path
) -> tuple[Bulletin, Script]:
    """See `bulletin.studio.produce`."""
    _refuse_mismatch(script.cues, takes)
    with ThreadPoolExecutor(cores()) as pool:
        laid = _laid(script, takes, station, pool)
        pressed = _press(laid, station, pool)
        aired, fitted = replace(script, cues=laid.cues), laid.fitted
        plan = rundown(
            laid.timeline,
            laid.cues,
            script.slot_seconds,
            names=pressed.names[1:],
            voice=script.voice,
            takes=laid.takes,
            tempo=fitted.tempo,
            dropped=fitted.dropped,
            warnings=fitted.warnings,
        )
        return sleeve.written(pressed, aired, plan, laid.timeline, station, folder, pool), aired


# ---------------------------------------------------------------- fit


@dataclass(frozen=True)
class _Laid:
    """What is heard, and when: the cues that are aired, their takes, each voice's gain, and the sounds."""

    cues: tuple[Cue, ...]
    takes: tuple[tuple[Take, ...], ...]
    gains: dict[tuple[str, str], float]
    sounds: dict[str, Samples]
    fitted: clock.Fitted

    @property
    def timeline(self) -> Timeline:
        return self.fitted.timeline


def _laid(script: Script, takes: Sequence[Sequence[Take]], station: Station, pool: ThreadPoolExecutor) -> _Laid:
    """The bulletin against the clock, its lines to be read faster or slower where nothing else helped."""
    every = [take for row in takes for take in row]
    levels = pool.map(lambda take: voicing.level(take, station.cache / "levels"), every)
    named = _sounds(script)
    sounds = dict(zip(named, pool.map(lambda name: carts.ready(name, station), named), strict=True))
    gains = voicing.gains(every, list(levels))
    lengths = {name: len(sound) for name, sound in sounds.items()}
    said = [[voicing.length(take) for take in row] for row in takes]
    fitted = clock.fit(script.cues, said, lengths, script.slot_seconds, station.clock)
    return _Laid(fitted.cues, _kept(takes, fitted.kept), gains, sounds, fitted)


def _sounds(script: Script) -> list[str]:
    """The names of the sounds that may be heard; the bed may have to play the slot out."""
    return sorted({name for cue in script.cues for name in (cue.sound, cue.bed) if name} | {clock.BED})


def _kept(rows: Sequence[Sequence[_T]], kept: Sequence[tuple[int, tuple[int, ...]]]) -> tuple[tuple[_T, ...], ...]:
    return tuple(tuple(rows[cue][line] for line in lines) if cue >= 0 else () for cue, lines in kept)


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


# ---------------------------------------------------------------- mix and press


def _press(laid: _Laid, station: Station, pool: ThreadPoolExecutor) -> Pressed:
    """Press the pieces, again while what comes out is too loud, too quiet or too high."""
    timeline, fitted = laid.timeline, laid.fitted
    told = pieces(timeline, laid.cues, laid.takes, laid.gains, fitted.tempo)
    board = Board(laid.sounds, station.sound.bed_under_speech_db, 1 if station.sound.channels == "mono" else 2)
    sound, folder = station.sound, station.cache / "pressed"
    wanted, most = sound.loudness_lufs, sound.true_peak_dbtp
    measured = list(pool.map(lambda piece: pressing.measured(piece, board, folder), told.values()))
    found = gated([lufs for one in measured[: len(timeline.joints)] for lufs in one.momentary])
    if found < TOO_QUIET:
        raise StudioError(f"the mix is silent ({found:.0f} LUFS): nothing was raised to fill it; listen to the takes")
    lost = mp3.TURNED_DOWN.get(sound.bitrate_kbps, 0.0) if sound.format == "mp3" else 0.0
    gain, ceiling = wanted - found + lost, most - (OVERSHOOT if sound.format == "mp3" else 0.1) + lost
    slope, before = 1.0, (found - lost, 0.0)  # how many LU a dB of gain still gives: less where the limiter works hard
    for turn in range(TRIES):
        made, gain = pressing.press(measured, gain, ceiling, sound, folder, pool, near=0 if turn else pressing.NEAR)
        pressed = _heard(made, list(told), timeline, station, pool)
        over = max(pressed.true_peaks) - most
        off = wanted - pressed.meter.lufs
        if over <= 0 and abs(off) <= LOUDNESS_WITHIN * 0.8:
            return pressed
        if gain != before[1]:
            slope = min(1.0, max(0.15, (pressed.meter.lufs - before[0]) / (gain - before[1])))
        before = pressed.meter.lufs, gain
        gain += off / slope
        ceiling -= over + 0.25 if over > 0 else 0.0
    if abs(off) > LOUDNESS_WITHIN:
        raise StudioError(
            f"{wanted:g} LUFS under {most:g} dBTP cannot be reached, {pressed.meter.lufs:.1f} LUFS at most; "
            "set a lower sound.loudness_lufs or a higher sound.true_peak_dbtp"
        )
    return pressed


def _heard(
    made: Sequence[bytes],
    spans: Sequence[tuple[int, int]],
    timeline: Timeline,
    station: Station,
    pool: ThreadPoolExecutor,
) -> Pressed:
    """The bulletin put together from what was pressed, and what is heard of it.

    It is decoded piece by piece, by all threads: each begins anew, so that this is what a player decodes of the whole.
    """
    count, lengths = len(timeline.joints), [end - start for start, end in spans]
    parts = [(part.start, part.end) for part in timeline.parts]
    at = [spans.index(part) for part in parts]
    if station.sound.format == "wav":  # the sleeve makes the files
        samples = np.frombuffer(b"".join(made[:count]), "<i2").reshape(timeline.length, -1)
        audio = [b""] * (1 + len(parts))
    else:
        joined = mp3.joined(list(zip(made, lengths, strict=True))[:count])
        audio = [mp3.whole(joined, timeline.length), *(mp3.whole(made[n], lengths[n]) for n in at)]
        pieces_heard = pool.map(lambda n: mp3.decode(mp3.whole(made[n], lengths[n])), range(count))
        samples = np.concatenate(list(pieces_heard))
    folder = station.cache / "measured"
    readings = list(pool.map(lambda n: pressing.read(made[n], samples[slice(*spans[n])], folder), range(len(spans))))
    peaks = [max(readings[n].true_peak_dbtp for n in range(count)), *(readings[n].true_peak_dbtp for n in at)]
    meter = end_to_end([(start, one.momentary) for (start, _), one in zip(spans[:count], readings, strict=False)])
    return Pressed(_names(timeline, station.sound.format), audio, peaks, samples, meter)


def _names(timeline: Timeline, suffix: str) -> list[str]:
    """The names of the bulletin's file and of its segments'."""
    wide = max(2, len(str(len(timeline.parts))))
    return [f"bulletin.{suffix}"] + [
        f"{number:0{wide}}-{part.slug}.{suffix}" for number, part in enumerate(timeline.parts, 1)
    ]
