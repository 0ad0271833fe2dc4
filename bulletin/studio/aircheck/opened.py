"""A finished file is opened: its sound, and what its wrapping says of it."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ... import mp3frames
from ...errors import StudioError
from ...timing import clock
from .values import Finding

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

MOST_SECONDS = 3700  # an hour is the longest slot


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
    import soundfile

    form = form_of(content)
    declared, kbps, findings = wrapping(content, form)
    if form == "mp3" and not findings:
        findings = tuple(_garbled(content))
    try:
        with soundfile.SoundFile(io.BytesIO(content)) as file:
            if file.frames > MOST_SECONDS * file.samplerate:
                raise StudioError(f"it lasts {clock(file.frames / file.samplerate)}: more than an hour is no bulletin")
            samples, rate = file.read(dtype="int16", always_2d=True), int(file.samplerate)
    except (soundfile.SoundFileError, RuntimeError, ValueError) as error:
        why = findings[0].why if findings else f"it cannot be decoded ({error}); make it again"
        raise StudioError(why) from error
    if not len(samples):
        raise StudioError("there is no sound in it; make it again")
    return Opened(form, samples, rate, declared, kbps, findings)


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
    return length.declared, length.kbps, ()


def _garbled(content: bytes) -> Iterator[Finding]:
    """Frames with a sound header and garbage behind it, which FFmpeg's decoder refuses and others make noise of."""
    import av

    try:
        with av.open(io.BytesIO(content), "r", format="mp3", metadata_errors="replace") as file:
            for packet in file.demux(audio=0):
                at = float((packet.pts or 0) * (packet.time_base or 0))
                try:
                    packet.decode()
                except av.error.InvalidDataError:
                    yield Finding("frames", "error", f"the MP3 is damaged at {clock(at)}; make it again", at, at)
                    return
    except (av.error.FFmpegError, LookupError):
        yield Finding("frames", "error", "the MP3 cannot be decoded; make it again")


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
