"""ID3 tags of the bulletin and its segments.

Version 2.3, not 2.4: every playout system, car radio and Windows player reads it; 2.4 adds nothing that we need.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
    id3 = _id3()
    utf16 = id3.Encoding.UTF16  # what version 2.3 has for more than Latin-1
    code = _language(label.language)
    tag = id3.ID3()
    tag.add(id3.TIT2(encoding=utf16, text=plain(label.title)))
    tag.add(id3.TPE1(encoding=utf16, text=plain(label.station)))
    tag.add(id3.TALB(encoding=utf16, text=plain(label.album)))
    tag.add(id3.TDRC(encoding=utf16, text=f"{label.at:%Y-%m-%d %H:%M}"))
    tag.add(id3.TCON(encoding=utf16, text="News"))
    tag.add(id3.TLAN(encoding=utf16, text=code))
    tag.add(id3.TLEN(encoding=utf16, text=str(label.ms)))
    tag.add(id3.COMM(encoding=utf16, lang=code, desc="", text=plain(label.comment)))
    tag.add(id3.USLT(encoding=utf16, lang=code, desc="", text=label.words))
    if label.track:
        tag.add(id3.TRCK(encoding=utf16, text=f"{label.track[0]}/{label.track[1]}"))
    for frame in _chapters(label.chapters):
        tag.add(frame)
    file = io.BytesIO(mp3)
    tag.save(file, v2_version=3, padding=lambda _: 0)
    return file.getvalue()


def _chapters(parts: Sequence[Part]) -> Iterator[Any]:
    """A table of contents and a chapter a part (the ID3v2 Chapter Frame Addendum)."""
    if not parts:
        return
    id3 = _id3()
    names = [f"chp{number}" for number in range(len(parts))]
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    yield id3.CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[])
    nowhere = 0xFFFFFFFF  # byte offsets are not given: the times count
    for name, part in zip(names, parts, strict=True):
        title = id3.TIT2(encoding=id3.Encoding.UTF16, text=plain(part.title))
        times = {"start_time": part.start, "end_time": part.end, "start_offset": nowhere, "end_offset": nowhere}
        yield id3.CHAP(element_id=name, sub_frames=[title], **times)


def _id3() -> Any:  # mutagen's classes have no types
    from mutagen import id3

    return id3


def _language(tag: str) -> str:
    first = tag.partition("-")[0].lower()
    return first if len(first) == 3 and first.isascii() and first.isalpha() else LANGUAGES.get(first, "und")
