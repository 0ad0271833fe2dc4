"""ID3v2.3, as far as a bulletin needs it: text, comment, lyrics, picture and chapters, as bytes.

Version 2.3, not 2.4: every playout system, car radio and Windows player reads it.  Written here because
the one well-kept library that writes chapters, mutagen, is GPL-2.0-or-later and this project is Apache-2.0;
the tests read the tags back with it.  Source: id3.org, "ID3 tag version 2.3.0" and "ID3v2 Chapter Frame
Addendum 1.0".
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import datetime

LATIN1 = b"\x00"
UTF16 = b"\x01"  # the text encoding of version 2.3 that has more than Latin-1; each string has its BOM
NOWHERE = 0xFFFFFFFF  # chapters are placed by their times, not by byte offsets
MOST_CHAPTERS = 255  # the table of contents counts them in one byte
FRONT_COVER = b"\x03"


def tag(frames: Sequence[bytes]) -> bytes:
    """A whole tag, to stand before the MP3's own bytes."""
    body = b"".join(frames)
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + body


def text(name: str, words: str) -> bytes:
    """A text frame, such as TIT2."""
    return _frame(name, UTF16 + _string(words))


def own_text(name: str, words: str) -> bytes:
    """A text frame of one's own naming (TXXX), in ASCII: what players read by its name."""
    return _frame("TXXX", LATIN1 + name.encode("ascii") + b"\x00" + words.encode("ascii"))


def date(at: datetime) -> list[bytes]:
    """The year, the day and the time of day, which are three frames in version 2.3."""
    return [text("TYER", f"{at:%Y}"), text("TDAT", f"{at:%d%m}"), text("TIME", f"{at:%H%M}")]


def comment(name: str, language: str, words: str) -> bytes:
    """A comment (COMM) or lyrics (USLT); `language` has three letters."""
    return _frame(name, UTF16 + language.encode("ascii") + _string("") + b"\x00\x00" + _string(words))


def picture(jpeg: bytes) -> bytes:
    """The front cover."""
    no_words = b"\x00"
    return _frame("APIC", LATIN1 + b"image/jpeg\x00" + FRONT_COVER + no_words + jpeg)


def chapters(titles: Sequence[str], times: Sequence[tuple[int, int]]) -> list[bytes]:
    """The table of contents and the chapters, from their titles and their (start, end) in milliseconds."""
    marks = list(zip(titles, times, strict=True))[:MOST_CHAPTERS]
    names = [f"chp{number:03}".encode() + b"\x00" for number in range(len(marks))]
    top_level_and_ordered = b"\x03"
    contents = b"toc\x00" + top_level_and_ordered + bytes([len(names)]) + b"".join(names)
    return [_frame("CTOC", contents)] + [
        _frame("CHAP", name + struct.pack(">4I", start, end, NOWHERE, NOWHERE) + text("TIT2", title))
        for name, (title, (start, end)) in zip(names, marks, strict=True)
    ]


def _frame(name: str, body: bytes) -> bytes:
    return name.encode("ascii") + struct.pack(">IH", len(body), 0) + body


def _string(words: str) -> bytes:
    return b"\xff\xfe" + words.encode("utf-16-le", errors="replace")
