"""ID3 tags of the bulletin and its segments.

Version 2.3, not 2.4: every playout system, car radio and Windows player reads it; 2.4 adds nothing that we need.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from .timeline import Part
from .words import plain

if TYPE_CHECKING:
    from mutagen.id3 import ID3

LANGUAGES = {  # ISO 639-1, as stations write it, to ISO 639-2, as ID3 wants it
    "af": "afr", "am": "amh", "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fr": "fra", "ha": "hau",
    "ig": "ibo", "it": "ita", "ja": "jpn", "nl": "nld", "om": "orm", "pt": "por", "rw": "kin", "sn": "sna",
    "so": "som", "st": "sot", "sw": "swa", "ti": "tir", "tn": "tsn", "xh": "xho", "yo": "yor", "zh": "zho",
    "zu": "zul",
}  # fmt: skip


def tagged(
    mp3: bytes,
    *,
    title: str,
    station: str,
    album: str,
    at: datetime,
    language: str,
    comment: str,
    words: str,
    ms: int,
    track: tuple[int, int] | None = None,
    chapters: Sequence[Part] = (),
) -> bytes:
    """An MP3 with its tags; `words` are what is said, `chapters` the parts of the whole bulletin."""
    from mutagen.id3 import COMM, ID3, TALB, TCON, TDRC, TIT2, TLAN, TLEN, TPE1, TRCK, USLT, Encoding

    utf16 = Encoding.UTF16  # what version 2.3 has for more than Latin-1
    code = _language(language)
    tag = ID3()
    tag.add(TIT2(encoding=utf16, text=plain(title)))
    tag.add(TPE1(encoding=utf16, text=plain(station)))
    tag.add(TALB(encoding=utf16, text=plain(album)))
    tag.add(TDRC(encoding=utf16, text=f"{at:%Y-%m-%d %H:%M}"))
    tag.add(TCON(encoding=utf16, text="News"))
    tag.add(TLAN(encoding=utf16, text=code))
    tag.add(TLEN(encoding=utf16, text=str(ms)))
    tag.add(COMM(encoding=utf16, lang=code, desc="", text=plain(comment)))
    tag.add(USLT(encoding=utf16, lang=code, desc="", text=words))
    if track:
        tag.add(TRCK(encoding=utf16, text=f"{track[0]}/{track[1]}"))
    _add_chapters(tag, chapters)
    file = io.BytesIO(mp3)
    tag.save(file, v2_version=3, padding=lambda _: 0)
    return file.getvalue()


def _add_chapters(tag: ID3, chapters: Sequence[Part]) -> None:
    from mutagen.id3 import CHAP, CTOC, TIT2, CTOCFlags, Encoding

    if not chapters:
        return
    names = [f"chp{number}" for number in range(len(chapters))]
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    tag.add(CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[]))
    for name, part in zip(names, chapters, strict=True):
        title = TIT2(encoding=Encoding.UTF16, text=plain(part.title))
        nowhere = 0xFFFFFFFF  # byte offsets are not given: the times count
        tag.add(
            CHAP(
                element_id=name,
                start_time=part.start,
                end_time=part.end,
                start_offset=nowhere,
                end_offset=nowhere,
                sub_frames=[title],
            )
        )


def _language(tag: str) -> str:
    first = tag.split("-")[0].lower()
    return first if len(first) == 3 else LANGUAGES.get(first, "und")
