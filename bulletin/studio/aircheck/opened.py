"""A finished file is opened: its sound, and what its wrapping says of it."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ... import mp3frames
from ...errors import StudioError
from ...timing import clock
from .values import Finding

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MOST_SECONDS = 3700  # an hour is the longest slot
AT_ONCE = 500  # frames that are made integers together


@dataclass(frozen=True)
class Opened:
    """A decoded file: `samples` are frames x channels.  `findings` are what was wrong with its wrapping."""

    format: Literal["mp3", "wav"]
    samples: npt.NDArray[np.int16]
    sample_rate: int
    declared_seconds: float  # what its header says; 0.0 where it says nothing
    kbps: float  # of MP3, over all frames; 0.0 for WAV
    findings: tuple[Finding, ...] = ()


def opened(content: bytes) -> Opened:
    """An MP3 or WAV, known by its bytes and never by its name.  Raises StudioError where it is neither."""
    form = form_of(content)
    declared, kbps, findings = wrapping(content, form)
    samples, rate, damage = (_mp3_decoded if form == "mp3" else _wav_decoded)(content)
    if not len(samples):
        raise StudioError(findings[0].why if findings else "there is no sound in it; make it again")
    return Opened(form, samples, rate, declared, kbps, damage or findings)


def form_of(content: bytes) -> Literal["mp3", "wav"]:
    """What these bytes are.  Raises StudioError."""
    if content[:4] in (b"RIFF", b"RF64") and content[8:12] == b"WAVE":
        return "wav"
    if content[:3] == b"ID3" or mp3frames.header_at(content, 0):
        return "mp3"
    raise StudioError("it is neither MP3 nor WAV; the air-check listens to finished bulletins")


def wrapping(content: bytes, form: Literal["mp3", "wav"]) -> tuple[float, float, tuple[Finding, ...]]:
    """The seconds that the file declares, the bitrate of its frames, and what is wrong with these."""
    return (_mp3 if form == "mp3" else _wav)(content)


def _mp3(content: bytes) -> tuple[float, float, tuple[Finding, ...]]:
    try:
        length = mp3frames.walk(content)
    except mp3frames.Damaged as error:
        return 0.0, 0.0, (Finding("frames", "error", f"the MP3 is {error}; make it again"),)
    _refuse_long(length.seconds)
    return length.declared, length.kbps, ()


def _mp3_decoded(content: bytes) -> tuple[npt.NDArray[np.int16], int, tuple[Finding, ...]]:
    """The sound, as far as there is any, and where it is damaged.

    By FFmpeg: libsndfile's decoder writes what it thinks of a damaged file to the standard error.
    """
    import av
    import numpy as np

    pieces: list[npt.NDArray[Any]] = []  # channels x frames, float32
    places: list[float] = []
    count, after = 0, -1
    try:
        with av.open(io.BytesIO(content), "r", format="mp3", metadata_errors="replace") as file:
            rate = file.streams.audio[0].sample_rate or 1
            for packet in file.demux(audio=0):
                if packet.size and packet.pos is not None:
                    if 0 <= after < packet.pos:
                        places.append(count / rate)
                    after = packet.pos + packet.size
                try:
                    frames = packet.decode()
                except av.error.InvalidDataError:  # a sound header and garbage behind it
                    places.append(count / rate)
                    continue
                for frame in frames:
                    pieces.append(frame.to_ndarray())
                    count += frame.samples
                _refuse_long(count / rate)
    except (av.error.FFmpegError, LookupError) as error:
        if not pieces:
            raise StudioError(f"it cannot be decoded ({error}); make it again") from None
        places.append(count / rate)
    whole = np.empty((count, max((len(piece) for piece in pieces), default=1)), np.int16)
    at = 0
    for first in range(0, len(pieces), AT_ONCE):
        portion = np.concatenate([_wide(piece, whole.shape[1]) for piece in pieces[first : first + AT_ONCE]], axis=1)
        whole[at : at + portion.shape[1]] = np.clip(np.rint(portion * np.float32(32768)), -32768, 32767).T
        at += portion.shape[1]
    damage = (Finding("frames", "error", f"the MP3 is damaged at {clock(p)}; make it again", p, p) for p in places[:1])
    return whole, rate, tuple(damage)


def _wide(piece: npt.NDArray[Any], channels: int) -> npt.NDArray[Any]:
    """A frame with as many channels as the file: damaged ones may have fewer."""
    return piece if len(piece) == channels else piece[:1].repeat(channels, axis=0)


def _wav_decoded(content: bytes) -> tuple[npt.NDArray[np.int16], int, tuple[Finding, ...]]:
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(content)) as file:
            _refuse_long(file.frames / file.samplerate)
            return file.read(dtype="int16", always_2d=True), int(file.samplerate), ()
    except (soundfile.SoundFileError, RuntimeError, ValueError) as error:
        raise StudioError(f"it cannot be decoded ({error}); make it again") from error


def _refuse_long(seconds: float) -> None:
    if seconds > MOST_SECONDS:
        raise StudioError(f"it lasts {clock(seconds)}: more than an hour is no bulletin")


def _wav(content: bytes) -> tuple[float, float, tuple[Finding, ...]]:
    """The length by the header of the `data` chunk; decoders read a cut WAV without complaint."""
    chunks = {name: (at, size) for name, at, size in chunks_of(content)}
    if b"fmt " not in chunks or b"data" not in chunks:
        return 0.0, 0.0, (Finding("frames", "error", "the WAV has no sound chunk; make it again"),)
    (per_second,) = struct.unpack_from("<I", content, chunks[b"fmt "][0] + 8)
    at, size = chunks[b"data"]
    if at + size > len(content):
        return 0.0, 0.0, (Finding("frames", "error", "the WAV is cut short; make it again"),)
    return (size / per_second if per_second else 0.0), 0.0, ()


def chunks_of(content: bytes) -> list[tuple[bytes, int, int]]:
    """The chunks of a RIFF file: name, first byte and size."""
    found: list[tuple[bytes, int, int]] = []
    at = 12
    while at + 8 <= len(content) and len(found) < 1000:
        name, size = struct.unpack_from("<4sI", content, at)
        found.append((name, at + 8, size))
        at += 8 + size + (size & 1)
    return found
