"""A sound file decoded: by its container, a second at a time, and never more of it than may be used."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import soxr

from ..timing import clock
from .sniffing import Container, NoSound
from .timeline import RATE

CODECS = ("pcm_", "adpcm_", "flac", "mp3", "mp2", "vorbis", "opus", "aac", "alac")
_CLOSED = {"protocol_whitelist": "none", "enable_drefs": "0"}  # nothing that a file names is ever opened
_ABSURD = 100.0  # times full scale: 40 dB over is no sound
_PADDING = RATE // 20  # frames: what a decoder gives beyond the header's length is its last block filled up
_KEPT = 0.8  # share of what the header declares that must be there; for some MP3s that is an estimate

Sound = npt.NDArray[np.float32]  # frames x 2


def decode(file: io.BufferedReader, container: Container, declared: float, longest: float) -> Sound:
    """All of an opened file at 44.1 kHz without a constant offset: frames x 2, full scale is 1.

    `declared` are the seconds that its header gives, 0 where it does not: much less than those is half a file.
    At most `longest` seconds are decoded.  Raises NoSound.
    """
    try:
        with av.open(
            file, format=container, container_options=_CLOSED, metadata_errors="replace", io_open=_refuse
        ) as source:
            if any(not _is_cover(stream) for stream in source.streams.video):
                raise NoSound("there is video in it")
            if not source.streams.audio:
                raise NoSound("there is no sound in it")
            stream = source.streams.audio[0]
            rate = _rate(stream)
            samples = _joined(_pieces(source, stream, rate), rate, longest)
    except av.FFmpegError as error:
        raise NoSound("it is damaged, or not audio that can be read") from error
    if len(samples) < _KEPT * declared * RATE:
        raise NoSound(f"it is cut short: {len(samples) / RATE:.1f} of its {declared:.1f} seconds are there")
    end = round(declared * RATE)
    return samples[:end] if 0 < end < len(samples) < end + _PADDING else samples


def _is_cover(stream: Any) -> bool:
    """Whether a stream of pictures is one still picture that belongs to the tags."""
    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _refuse(url: str, flags: int, options: Any) -> io.BufferedReader:
    raise PermissionError(f"a sound file may not open another: {url[:100]}")


def _rate(stream: Any) -> int:
    """The sample rate of a stream that can be decoded.  Raises NoSound for another."""
    context = stream.codec_context
    if context is None or not context.name.startswith(CODECS):
        raise NoSound(f'there is "{_printable(context.name if context else "unknown")}" in it, which is not read')
    if not 8000 <= context.sample_rate <= 192_000:
        raise NoSound(f"its sample rate is {context.sample_rate} Hz; 8000 to 192000 are read")
    if not 1 <= context.channels <= 8:
        raise NoSound(f"it has {context.channels} channels; 1 to 8 are read")
    return int(context.sample_rate)


def _pieces(source: Any, stream: Any, rate: int) -> Iterator[Sound]:
    """The stream as stereo at its own rate, in pieces of about a second.  Raises NoSound."""
    stereo = av.AudioResampler(format="flt", layout="stereo", rate=rate)
    piece: list[Sound] = []
    for packet in source.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue  # players go on after a broken packet too; too few good ones are found out by the length
        for frame in frames:
            try:
                piece += [part.to_ndarray().reshape(-1, 2).astype(np.float32) for part in stereo.resample(frame)]
            except ValueError as error:
                raise NoSound("its sample rate or its channels change on the way") from error
        if sum(map(len, piece)) >= rate:
            yield np.concatenate(piece)
            piece = []
    if piece:
        yield np.concatenate(piece)


def _joined(pieces: Iterator[Sound], rate: int, longest: float) -> Sound:
    """The pieces one after the other at 44.1 kHz, less what is constant in them.  Raises NoSound.

    An offset is taken away before anything else: a resampler would ring at its edges.
    """
    heard, total, parts = 0, np.zeros(2), [np.empty((0, 2), np.float32)]
    for piece in pieces:
        if not np.isfinite(piece).all() or np.abs(piece).max(initial=0) > _ABSURD:
            raise NoSound("it is damaged: there are values in it that are no sound")
        heard += len(piece)
        total += piece.sum(axis=0, dtype=np.float64)
        if heard > longest * rate:
            raise NoSound(f"it lasts longer than {clock(longest)}")
        parts.append(piece)
    offset = (total / max(1, heard)).astype(np.float32)
    if rate == RATE:
        return np.concatenate(parts) - offset
    converter = soxr.ResampleStream(rate, RATE, 2, dtype="float32", quality="HQ")
    converted = [converter.resample_chunk(part - offset) for part in parts]
    return np.concatenate([*converted, converter.resample_chunk(np.empty((0, 2), np.float32), last=True)])


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text[:40])
