"""One finished file with its label on: ID3 tags on an MP3, a cart chunk in a WAV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from .. import wav
from ..model import Bulletin, Script
from ..plain import plain
from ..station import Station
from . import cuepoints, tags
from .loudness import amplitude
from .timeline import RATE, Part, Timeline

if TYPE_CHECKING:
    from .loudness import Samples


def labelled(
    audio: bytes,
    samples: Samples,
    true_peak_dbtp: float,
    part: Part | None,
    bulletin: Bulletin,
    aired: Script,
    timeline: Timeline,
    station: Station,
    picture: bytes,
) -> bytes:
    """The bulletin (`part` is None) with a chapter a segment, or a segment of it.

    `audio` is an MP3 without tags; of a WAV it is empty, and made of the bulletin's `samples`.
    """
    start, end = (part.start, part.end) if part else (0, timeline.length)
    number = timeline.parts.index(part) + 1 if part else 0
    said = "\n".join(_said(aired, timeline, start, end))
    title = plain(part.title) if part else bulletin.title
    chapters = () if part else timeline.parts
    if station.sound.format == "wav":
        heard = samples[start:end]
        cue_in, cue_out = cuepoints.cue_points(heard, RATE, bulletin.loudness_lufs)
        spoken = [one.start - start for one in timeline.heard if one.line >= 0 and start <= one.start < end]
        cart = wav.Cart(
            title=title,
            artist=bulletin.station,
            cut_id=f"{bulletin.id}-{number:02}" if part else bulletin.id,
            out_cue=cuepoints.last_words(said),
            at=bulletin.air_time,
            until=bulletin.air_time.astimezone(UTC) + timedelta(minutes=station.every_minutes),
            cue_in=round(cue_in * RATE),
            cue_out=round(cue_out * RATE),
            first_words=min(spoken, default=0),
            text=said,
            chapters=chapters,
        )
        return wav.wav(heard, RATE, cart)
    label = tags.Label(
        title=title,
        station=bulletin.station,
        album=bulletin.title,
        at=bulletin.air_time,
        language=aired.language,
        comment=f"{bulletin.template} bulletin, read by {bulletin.voice}",
        words=said,
        ms=round((end - start) * 1000 / RATE),
        track=(number, len(timeline.parts)) if part else None,
        chapters=chapters,
        cover=picture,
        gain_db=bulletin.gain_db,
        peak=amplitude(true_peak_dbtp),
    )
    return tags.tagged(audio, label)


def _said(aired: Script, timeline: Timeline, start: int, end: int) -> Iterator[str]:
    for heard in timeline.heard:
        if heard.line >= 0 and start <= heard.start < end:
            yield plain(aired.cues[heard.cue].lines[heard.line].text, most=10_000)
