"""The frames of an MP3: whether they are all whole, and how long they and the header say that it lasts.

A cut MP3 decodes without complaint (measured: libsndfile, PyAV and ffmpeg all do), so its frames are walked.
Written here because the libraries that do it are GPL and this project is Apache-2.0.  Source: ISO 11172-3 and
13818-3 for the frame header; the Xing and LAME tags as LAME's VbrTag.c writes them.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

KBITS = {  # Layer III: kbit/s by the header's index
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = (44100, 48000, 32000)
TAGS = (b"TAG", b"APETAGEX", b"\x00")  # what may follow the last frame


class Damaged(ValueError):
    """The bytes are no MP3, or not one from start to end; the message says which."""


@dataclass(frozen=True)
class Header:
    """One frame's header."""

    size: int  # bytes, with the header
    samples: int
    sample_rate: int
    xing_at: int  # where in the frame a Xing or Info tag would stand


@dataclass(frozen=True)
class Length:
    """What the frames add up to; `declared` is what a Xing or Info tag says, 0 where there is none."""

    frames: int
    seconds: float
    declared: float
    kbps: float  # of all frames that hold sound


def walk(content: bytes) -> Length:
    """Walk all frames of a whole MP3.  Raises Damaged where one is cut or something else stands between them."""
    at = _after_id3(content)
    first = True
    count, seconds, declared, size = 0, 0.0, 0.0, 0
    while at < len(content):
        header = header_at(content, at)
        if header is None:
            if count and content[at : at + 8].startswith(TAGS):
                break
            raise Damaged("damaged or no MP3")
        if at + header.size > len(content):
            raise Damaged("cut short")
        tag = _declared(content, at, header) if first else None
        first = False
        if tag is not None:
            declared = tag  # this frame holds no sound
        else:
            count += 1
            seconds += header.samples / header.sample_rate
            size += header.size
        at += header.size
    if not count:
        raise Damaged("empty")
    return Length(count, seconds, declared, 8 * size / seconds / 1000)


def _after_id3(content: bytes) -> int:
    if content[:3] != b"ID3" or len(content) < 10:
        return 0
    size = 0
    for byte in content[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if content[5] & 0x10 else 0)


def header_at(content: bytes, at: int) -> Header | None:
    """The frame header that stands `at` that byte; None where there is none of Layer III."""
    return _header(content[at : at + 4])


@lru_cache(maxsize=256)  # a file has two or three different ones, thousands of times
def _header(four: bytes) -> Header | None:
    if len(four) < 4:
        return None
    bits = int.from_bytes(four, "big")
    version, layer, unprotected = bits >> 19 & 3, bits >> 17 & 3, bits >> 16 & 1
    kbits, rate, padding, mono = bits >> 12 & 15, bits >> 10 & 3, bits >> 9 & 1, (bits >> 6 & 3) == 3
    if bits >> 21 != 0x7FF or version == 1 or layer != 1 or kbits in (0, 15) or rate == 3:
        return None
    first = version == 3  # MPEG-1; else MPEG-2 or 2.5, with half the samples a frame
    hertz = RATES[rate] >> {3: 0, 2: 1, 0: 2}[version]
    size = (144 if first else 72) * 1000 * KBITS[1 if first else 2][kbits] // hertz + padding
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return Header(size, 1152 if first else 576, hertz, 4 + (0 if unprotected else 2) + side)


def _declared(content: bytes, at: int, header: Header) -> float | None:
    """The seconds that a Xing or Info tag declares, without the encoder's delay and padding; None without a tag."""
    tag = at + header.xing_at
    if content[tag : tag + 4] not in (b"Xing", b"Info") or at + header.size < tag + 12:
        return None
    flags, frames = struct.unpack_from(">II", content, tag + 4)
    if not flags & 1:
        return 0.0
    samples = frames * header.samples
    lame = tag + 8 + 4 * (flags & 1) + 4 * (flags >> 1 & 1) + 100 * (flags >> 2 & 1) + 4 * (flags >> 3 & 1)
    if content[lame : lame + 4] in (b"LAME", b"Lavf", b"Lavc") and at + header.size >= lame + 24:
        both = int.from_bytes(content[lame + 21 : lame + 24], "big")
        samples -= (both >> 12) + (both & 0xFFF)
    return float(samples / header.sample_rate)
