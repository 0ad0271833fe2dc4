"""What stands on the label of the bulletin and of each segment, as ID3 tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from . import id3
from .timeline import Part
from .words import plain

LANGUAGES = {  # ISO 639-1, as stations write it, to ISO 639-2, as ID3 wants it
    "af": "afr", "am": "amh", "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "ha": "hau",
    "ig": "ibo", "it": "ita", "ja": "jpn", "nl": "nld", "om": "orm", "pt": "por", "rw": "kin", "sn": "sna",
    "so": "som", "st": "sot", "sw": "swa", "ti": "tir", "tn": "tsn", "xh": "xho", "yo": "yor", "zh": "zho",
    "zu": "zul",
}  # fmt: skip


@dataclass(frozen=True)
class Label:
    """What stands on one MP3: `words` are what is said, `chapters` the parts of a whole bulletin."""

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
        frames += id3.chapters(titles, [(part.start, part.end) for part in label.chapters])
    return id3.tag(frames) + mp3


def _language(tag: str) -> str:
    first = tag.partition("-")[0].lower()
    return first if len(first) == 3 and first.isascii() and first.isalpha() else LANGUAGES.get(first, "und")
