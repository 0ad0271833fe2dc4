"""What stands on the label of the bulletin and of each segment, as ID3 tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..plain import plain
from . import id3
from .timeline import RATE, Part

REFERENCE = -18.0  # LUFS: what ReplayGain 2.0 brings everything to

LANGUAGES = {  # ISO 639-1, as stations write it, to ISO 639-2, as ID3 wants it
    "af": "afr", "am": "amh", "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "ha": "hau",
    "ig": "ibo", "it": "ita", "ja": "jpn", "nl": "nld", "om": "orm", "pt": "por", "rw": "kin", "sn": "sna",
    "so": "som", "st": "sot", "sw": "swa", "ti": "tir", "tn": "tsn", "xh": "xho", "yo": "yor", "zh": "zho",
    "zu": "zul",
}  # fmt: skip


@dataclass(frozen=True)
class Label:
    """What stands on one MP3: `words` are what is said, `chapters` the parts of a whole bulletin.

    `gain_db` is the ReplayGain (`replay_gain_db`) and `peak` the true peak, of which 1.0 is full scale; without
    a peak neither is written.
    """

    title: str
    station: str
    album: str
    at: datetime
    language: str
    comment: str
    words: str
    ms: int
    track: tuple[int, int] | None = None
    chapters: Sequence[Part] = ()
    cover: bytes = b""  # a JPEG
    gain_db: float = 0.0
    peak: float = 0.0


def replay_gain_db(loudness_lufs: float) -> float:
    """What brings a programme to ReplayGain 2.0's reference, in dB."""
    return REFERENCE - loudness_lufs


def tagged(mp3: bytes, label: Label) -> bytes:
    """An MP3 without tags, with its label on."""
    code = _language(label.language)
    frames = [
        id3.text("TIT2", plain(label.title)),
        id3.text("TPE1", plain(label.station)),
        id3.text("TALB", plain(label.album)),
        *id3.date(label.at),
        id3.text("TCON", "News"),
        id3.text("TLAN", code),
        id3.text("TLEN", str(label.ms)),
        id3.comment("COMM", code, plain(label.comment)),
        id3.comment("USLT", code, label.words),
    ]
    if label.track:
        frames.append(id3.text("TRCK", f"{label.track[0]}/{label.track[1]}"))
    if label.chapters:
        titles = [plain(part.title) for part in label.chapters]
        frames += id3.chapters(titles, [(_ms(part.start), _ms(part.end)) for part in label.chapters])
    if label.peak > 0:  # in small letters: Liquidsoap and foobar2000 look for them so, the others read both
        frames.append(id3.own_text("replaygain_track_gain", f"{label.gain_db:+.2f} dB"))
        frames.append(id3.own_text("replaygain_track_peak", f"{label.peak:.6f}"))
    if label.cover:
        frames.append(id3.picture(label.cover))
    return id3.tag(frames) + mp3


def _ms(samples: int) -> int:
    return round(samples * 1000 / RATE)


def _language(tag: str) -> str:
    first = tag.partition("-")[0].lower()
    return first if len(first) == 3 and first.isascii() and first.isalpha() else LANGUAGES.get(first, "und")
