"""Samples to MP3 and back.

LAME as we have it writes bare frames.  We put an Info frame before them, as LAME's own program does: it holds
the number of frames and the samples to leave out at both ends, so that every player knows the exact length and
segments played one after the other have no gap between them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .. import mp3frames
from .timeline import FRAME, RATE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

ENCODER_DELAY = 576  # samples that LAME puts before the first (ENCDELAY in its encoder.h)
QUALITY = 5  # LAME's -q: 2 takes twice as long and is not told apart on speech
# What LAME's presets turn the sound down by, in dB: 0.95, 0.97 and 0.98; measured here on a 1 kHz tone
TURNED_DOWN = {64: 0.4455, 80: 0.4455, 96: 0.4455, 112: 0.4455, 128: 0.4455, 160: 0.4455, 192: 0.2646, 224: 0.1755}


def encode(pcm: bytes, channels: int, bitrate_kbps: int) -> bytes:
    """16-bit samples at 44.1 kHz as the bare frames of an MP3 of constant bitrate."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)  # LAME would choose a lower one for low bitrates
    encoder.set_channels(channels)
    encoder.set_quality(QUALITY)
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def decode(mp3: bytes) -> npt.NDArray[np.int16]:
    """A whole MP3 as frames x channels.  Raises soundfile.SoundFileError."""
    import soundfile

    samples, _ = soundfile.read(io.BytesIO(mp3), dtype="int16", always_2d=True)
    return samples  # type: ignore[no-any-return]  # soundfile has no types


def joined(pressings: list[tuple[bytes, int]]) -> bytes:
    """Bare frames end to end: each with its samples, a whole number of frames of them but in the last.

    Every encoder starts anew, so that no frame leans on one of another pressing; and because each pressing ends
    in silence, the frames past its own samples, which hold what the encoder's delay pushed there, may go.
    """
    kept = [frames[: _bytes_of(frames, samples // FRAME)] for frames, samples in pressings[:-1]]
    return b"".join([*kept, pressings[-1][0]])


def whole(frames: bytes, samples: int) -> bytes:
    """Bare frames that hold so many samples as an MP3 that tells its length.

    Layout: the Xing header of 1999 and LAME's extension of it, as "MP3 Info Tag rev 1" describes them.
    """
    first = _first(frames)
    count = _count(frames)
    padding = count * FRAME - ENCODER_DELAY - samples
    body = bytearray((frames[0], frames[1] | 1, frames[2] & 0xFD, frames[3]))  # no checksum, no padding slot
    size = first.size - (frames[2] >> 1 & 1)
    body += bytes(size - 4)
    length = size + len(frames)
    toc = bytes(256 * place // 100 for place in range(100))  # constant bitrate: a straight line
    info = b"Info" + (0b1111).to_bytes(4, "big") + count.to_bytes(4, "big") + length.to_bytes(4, "big") + toc
    info += (100 - 10 * QUALITY).to_bytes(4, "big")
    kbps = min(255, round(size * RATE / 144_000))
    lame = b"LAME3.100" + bytes((0x01, 0)) + bytes(8)  # constant bitrate; low-pass, peak and gains not told
    lame += bytes((0, kbps)) + (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    lame += bytes(4) + length.to_bytes(4, "big") + bytes(2)
    at = first.xing_at
    body[at : at + len(info) + len(lame)] = info + lame
    end = at + len(info) + len(lame)
    body[end : end + 2] = _crc(bytes(body[:end])).to_bytes(2, "big")
    return bytes(body) + frames


def _first(frames: bytes) -> mp3frames.Header:
    header = mp3frames.header_at(frames, 0)
    if header is None:
        raise ValueError("LAME gave no frames")
    return header


def _count(frames: bytes) -> int:
    at = count = 0
    while header := mp3frames.header_at(frames, at):
        at += header.size
        count += 1
    return count


def _bytes_of(frames: bytes, count: int) -> int:
    at = 0
    for _ in range(count):
        header = mp3frames.header_at(frames, at)
        if header is None:
            raise ValueError("LAME gave fewer frames than the sound has")
        at += header.size
    return at


def _crc(content: bytes) -> int:
    """CRC-16/ARC, which LAME signs the tag with."""
    crc = 0
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
