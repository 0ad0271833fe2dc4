"""What a file is, by its first bytes: opened so that nothing but a plain file is ever read.  Loads no audio package."""

from __future__ import annotations

import io
import os
import stat
import struct
from pathlib import Path
from typing import Literal

Container = Literal["wav", "flac", "ogg", "mp3", "mov"]

MOST_BYTES = 200_000_000  # five minutes of stereo at 96 kHz and 24 bits have 173
READ = "WAV, FLAC, MP3, OGG and M4A are read"
_VIDEO, _PICTURE, _LIST = "a video", "a picture", "a playlist"
_OTHERS: dict[bytes, str] = {  # what is often taken for a sound, by its start
    b"#EXT": _LIST,
    b"[playlist]": _LIST,
    b"ffconcat": _LIST,
    b"\x1aE\xdf\xa3": "Matroska or WebM",
    b"\x00\x00\x01\xba": _VIDEO,
    b"\x00\x00\x01\xb3": _VIDEO,
    b"FLV": _VIDEO,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"<": "a page or a drawing",
    b"%PDF": "a PDF",
    b"PK": "a ZIP archive or a document",
    b"FORM": "AIFF",
    b"caff": "CAF",
    b"RF64": "RF64",
    b"BW64": "BW64",
    b"0&\xb2u": "Windows Media",
    b"MThd": "MIDI: notes, not sound",
    b"\xff\xf1": "AAC without a container",
    b"\xff\xf9": "AAC without a container",
}
_MOST_TAGS = 8  # ID3 tags one after the other, before the sound


class NoSound(ValueError):
    """A file that cannot be used as a sound; the message is the reason."""


def opened(path: Path) -> io.BufferedReader:
    """Open a plain file for reading.  Raises NoSound for anything else, and OSError where it is not there.

    What is opened is what is judged, and a pipe is opened without waiting for its writer.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError as error:  # it has a null character in it
        raise NoSound("that is no file name") from error
    file = None
    try:
        known = os.fstat(handle)
        if stat.S_ISDIR(known.st_mode):
            raise NoSound("it is a folder")
        if not stat.S_ISREG(known.st_mode):
            raise NoSound("it is a pipe or a device, not a file")
        if not known.st_size:
            raise NoSound("the file is empty")
        if known.st_size > MOST_BYTES:
            raise NoSound(f"it has {known.st_size // 1_000_000} MB; up to {MOST_BYTES // 1_000_000} are read")
        file = os.fdopen(handle, "rb")
    finally:
        if file is None:
            os.close(handle)
    return file


def container(file: io.BufferedReader) -> Container:
    """What an opened file holds, by its content alone; leaves it at its start.  Raises NoSound."""
    start = _start(file, 0)
    at = 0
    for _ in range(_MOST_TAGS):
        if not (start.startswith(b"ID3") and len(start) >= 10):
            break
        at += 10 + _synchsafe(start[6:10]) + (10 if start[5] & 0x10 else 0)
        start = _start(file, at)
    file.seek(0)
    if at:  # behind an ID3 tag stand MP3, after some padding perhaps, or FLAC
        return "flac" if start.startswith(b"fLaC") else "mp3"
    if start.startswith(b"RIFF") and start[8:12] == b"WAVE":
        return "wav"
    if start.startswith(b"RIFF"):
        raise NoSound(f"it is {_VIDEO if start[8:11] == b'AVI' else 'no WAV'}; {READ}")
    if start.startswith((b"fLaC", b"OggS")):
        return "flac" if start.startswith(b"fLaC") else "ogg"
    if start[4:8] == b"ftyp":
        if _shows(file):
            raise NoSound(f"it is {_VIDEO}; {READ}")
        return "mov"
    if len(start) > 1 and start[0] == 0xFF and start[1] >= 0xE0 and start[1] >> 1 & 3 == 1:  # MPEG audio, Layer III
        return "mp3"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    for known, name in _OTHERS.items():
        if text.startswith(known):
            raise NoSound(f"it is {name}; {READ}")
    raise NoSound(f"it is not audio that can be read; {READ}")


def _start(file: io.BufferedReader, at: int) -> bytes:
    file.seek(at)
    return file.read(64)


def _synchsafe(four: bytes) -> int:
    """A length as ID3v2 writes it: seven bits a byte."""
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(reversed(four)))


def _shows(file: io.BufferedReader) -> bool:
    """Whether an MP4 has a track of moving pictures (a cover is none): ISO 14496-12, box `hdlr` of its `moov`."""
    at, found = 0, False
    for _ in range(1000):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8:
            break
        size, kind = struct.unpack(">I4s", head[:8])
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack(">Q", head[8:])
        if kind == b"moov":
            file.seek(at)
            moov = file.read(min(size or MOST_BYTES, 8_000_000))
            found = any(moov[place + 12 : place + 16] == b"vide" for place in _places(moov, b"hdlr"))
            break
        if size < 8:
            break
        at += size
    file.seek(0)
    return found


def _places(content: bytes, word: bytes) -> list[int]:
    places, at = [], content.find(word)
    while at >= 0:
        places.append(at)
        at = content.find(word, at + 1)
    return places
