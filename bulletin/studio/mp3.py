"""Samples to MP3 and back.

LAME as we have it writes bare frames.  We put an Info frame before them, as LAME's own program does: it holds
the number of frames and the samples to leave out at both ends, so that every player knows the exact length and
segments played one after the other have no gap between them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from .loudness import RATE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FRAME = 1152  # samples in a frame of MPEG-1 Layer III
ENCODER_DELAY = 576  # samples that LAME puts before the first (ENCDELAY in its encoder.h)
DECODER_DELAY = 529  # samples that every decoder adds (LAME technical FAQ)
QUALITY = 5  # LAME's -q: 2 takes twice as long and is not told apart on speech
# What LAME's presets turn the sound down by, in dB: 0.95, 0.97 and 0.98; measured here on a 1 kHz tone
TURNED_DOWN = {64: 0.4455, 80: 0.4455, 96: 0.4455, 112: 0.4455, 128: 0.4455, 160: 0.4455, 192: 0.2646, 224: 0.1755}
_KBPS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # by the header's four bits


def encode(pcm: bytes, bitrate_kbps: int) -> bytes:
    """16-bit stereo samples at 44.1 kHz as a whole MP3 of constant bitrate, without tags."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)  # LAME would choose a lower one for low bitrates
    encoder.set_channels(2)
    encoder.set_quality(QUALITY)
    frames = bytes(encoder.encode(pcm)) + bytes(encoder.flush())
    return info_frame(frames, len(pcm) // 4) + frames


def decode(mp3: bytes) -> npt.NDArray[np.int16]:
    """A whole MP3 as frames x 2.  Raises soundfile.SoundFileError."""
    import soundfile

    samples, _ = soundfile.read(io.BytesIO(mp3), dtype="int16", always_2d=True)
    return samples  # type: ignore[no-any-return]  # soundfile has no types


def info_frame(frames: bytes, samples: int) -> bytes:
    """The Info frame for some constant-bitrate frames that hold so many samples.

    Layout: the Xing header of 1999 and LAME's extension of it, as "MP3 Info Tag rev 1" describes them.
    """
    count = _count(frames)
    padding = count * FRAME - ENCODER_DELAY - samples
    header = bytes((frames[0], frames[1] | 1, frames[2] & 0xFD, frames[3]))  # no checksum, no padding slot
    size = _size(header)
    body = bytearray(size)
    body[:4] = header
    length = size + len(frames)
    toc = bytes(256 * place // 100 for place in range(100))  # constant bitrate: a straight line
    info = b"Info" + (0b1111).to_bytes(4, "big") + (count).to_bytes(4, "big") + length.to_bytes(4, "big") + toc
    info += (100 - 10 * QUALITY).to_bytes(4, "big")
    lame = b"LAME3.100" + bytes((0x01, 0)) + bytes(8)  # constant bitrate; low-pass, peak and gains not told
    lame += bytes((0, min(255, _kbps(header)))) + (ENCODER_DELAY << 12 | padding).to_bytes(3, "big")
    lame += bytes(4) + length.to_bytes(4, "big") + bytes(2)
    body[36 : 36 + len(info) + len(lame)] = info + lame  # after the header and 32 bytes of side information
    end = 36 + len(info) + len(lame)
    body[end : end + 2] = _crc(bytes(body[:end])).to_bytes(2, "big")
    return bytes(body)


def _count(frames: bytes) -> int:
    at = count = 0
    while at + 4 <= len(frames):
        at += _size(frames[at : at + 4])
        count += 1
    return count


def _size(header: bytes) -> int:
    """Bytes of a frame of MPEG-1 Layer III at 44.1 kHz, from its header."""
    return 144_000 * _kbps(header) // RATE + (header[2] >> 1 & 1)


def _kbps(header: bytes) -> int:
    return _KBPS[header[2] >> 4]


def _crc(content: bytes) -> int:
    """CRC-16/ARC, which LAME signs the tag with."""
    crc = 0
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
