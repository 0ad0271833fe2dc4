"""Faults, planted into the audio of a finished bulletin: decoded, changed, pressed again with the studio's settings."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from bulletin.studio import mp3
from bulletin.studio.aircheck import Plan

RATE = 44_100
Where = tuple[float, float] | None  # seconds; None is the whole file


@dataclass(frozen=True)
class Recording:
    """A finished bulletin, good or bad; `at` is where the fault is."""

    name: str
    content: bytes
    samples: Any  # frames x channels, float64, 32768 is full scale
    plan: Plan
    kbps: int
    tag: bytes
    at: Where = None

    def span(self, line: int) -> tuple[int, int]:
        """The samples of a line."""
        said = self.plan.lines[line]
        return round((said.start_seconds or 0) * RATE), round((said.end_seconds or 0) * RATE)

    def seconds(self, line: int) -> tuple[float, float]:
        """When a line is read."""
        start, end = self.span(line)
        return start / RATE, end / RATE

    @property
    def longest(self) -> int:
        """The longest line of a story."""
        return max(range(2, len(self.plan.lines) - 2), key=lambda n: self.span(n)[1] - self.span(n)[0])


@dataclass(frozen=True)
class Fault:
    """A fault: how it is planted, and the checks of which one should find it without recognising a word, and with."""

    name: str
    plant: Callable[[Recording], Recording]
    measured: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def recording(path: Path, plan: Plan) -> Recording:
    """A finished MP3.  Raises LookupError for a WAV, and for mono: faults are planted in the others."""
    content = path.read_bytes()
    if path.suffix != ".mp3" or plan.wanted.channels != 2:
        raise LookupError("not an MP3 in stereo")
    samples, _ = soundfile.read(io.BytesIO(content), dtype="int16", always_2d=True)
    size = 10 + sum((byte & 0x7F) << 7 * place for place, byte in zip((3, 2, 1, 0), content[6:10], strict=True))
    kbps = plan.wanted.bitrate_kbps or 128
    name = next((parent.name for parent in path.parents if parent.name.isdigit()), path.parent.name)
    return Recording(name, content, samples.astype(np.float64), plan, kbps, content[:size])


def pressed(
    r: Recording, samples: Any, at: Where = None, *, kbps: int = 0, rate: int = RATE, tag: bytes | None = None
) -> Recording:
    """The recording with other samples."""
    kbps = kbps or r.kbps
    raised = samples * 10 ** (mp3.TURNED_DOWN.get(kbps, 0.0) / 20)  # LAME turns it down by so much
    pcm = np.clip(np.rint(raised), -32768, 32767).astype("<i2")
    frames = mp3.encode(pcm.tobytes(), pcm.shape[1], kbps) if rate == RATE else _at_rate(pcm, kbps, rate)
    content = (r.tag if tag is None else tag) + (mp3.whole(frames, len(pcm)) if rate == RATE else frames)
    return replace(r, content=content, samples=samples, at=at)


def _at_rate(pcm: Any, kbps: int, rate: int) -> bytes:
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(kbps)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(pcm.shape[1])
    return bytes(encoder.encode(pcm.tobytes())) + bytes(encoder.flush())


# ---------------------------------------------------------------- of the sound


def gain(db: float) -> Callable[[Recording], Recording]:
    """All of it louder."""
    return lambda r: pressed(r, r.samples * 10 ** (db / 20))


def silenced(first: float, last: float) -> Callable[[Recording], Recording]:
    """A line silent between two shares of it."""

    def plant(r: Recording) -> Recording:
        start, end = r.span(r.longest)
        begin, stop = (round(start + share * (end - start)) for share in (first, last))
        out = r.samples.copy()
        out[begin:stop] = 0
        return pressed(r, out, (begin / RATE, stop / RATE))

    return plant


def on_line(change: Callable[[Any], Any]) -> Callable[[Recording], Recording]:
    """One line changed, as long as before."""

    def plant(r: Recording) -> Recording:
        start, end = r.span(r.longest)
        out = r.samples.copy()
        out[start:end] = change(out[start:end])
        return pressed(r, out, r.seconds(r.longest))

    return plant


def clipped(samples: Any, db: float, then: float = 0.0) -> Any:
    """Clipped by so many dB at the peak that it had, and turned down."""
    top = np.abs(samples).max()
    return np.clip(samples * 10 ** (db / 20), -top, top) * 10 ** (then / 20)


def peaking(r: Recording) -> Recording:
    """One word's peaks up to -0.1 dBFS."""
    at = int(np.abs(r.samples).max(axis=1).argmax())
    out = r.samples.copy()
    out[at - 20 : at + 20] *= 32400 / np.abs(out[at - 20 : at + 20]).max()
    return pressed(r, out)


def hot_bed(r: Recording) -> Recording:
    """The bed as it is where nobody speaks, under the last words, too."""
    bed = max((s for s in r.plan.wanted.spans if s.kind == "bed"), key=lambda s: s.end_seconds)
    said = [
        s for s in r.plan.wanted.spans if s.kind == "voice" and bed.start_seconds <= s.start_seconds <= bed.end_seconds
    ]
    if not said:
        raise LookupError("nobody speaks over a bed")
    start, end = round(bed.start_seconds * RATE), round(said[-1].end_seconds * RATE)
    loud = np.sin(2 * np.pi * 220 * np.arange(end - start) / RATE) + np.sin(
        2 * np.pi * 330 * np.arange(end - start) / RATE
    )
    voice_level = np.sqrt(np.mean(r.samples[round(said[0].start_seconds * RATE) : end] ** 2))
    out = r.samples.copy()
    out[start:end] += (loud * voice_level * 0.4)[:, None]
    return pressed(r, out, (bed.start_seconds, bed.end_seconds))


def silence_put_in(r: Recording) -> Recording:
    """3 s of nothing between two lines."""
    at = r.span(4)[1] + 2000
    return pressed(r, np.insert(r.samples, [at] * (3 * RATE), 0, axis=0), (at / RATE, at / RATE + 3))


def silence_laid_over(r: Recording) -> Recording:
    """3 s of nothing over what is said."""
    at = r.span(4)[0] + RATE // 2
    out = r.samples.copy()
    out[at : at + 3 * RATE] = 0
    return pressed(r, out, (at / RATE, at / RATE + 3))


def stuttering(r: Recording) -> Recording:
    """A player's buffer of 60 ms played 20 times."""
    start, _ = r.span(r.longest)
    at, size = start + RATE, round(0.06 * RATE)
    out = r.samples.copy()
    out[at : at + 20 * size] = np.tile(out[at : at + size], (20, 1))
    return pressed(r, out, (at / RATE, at / RATE + 1.2))


def clicking(r: Recording) -> Recording:
    """Three single samples at full scale: a bad cable."""
    start, _ = r.span(r.longest)
    out = r.samples.copy()
    for n in range(3):
        out[start + n * 9000 : start + n * 9000 + 2] = 32767
    return pressed(r, out, (start / RATE, start / RATE + 0.5))


# ---------------------------------------------------------------- of the file


def cut(r: Recording) -> Recording:
    """Cut within a frame, halfway."""
    return replace(r, content=r.content[: (len(r.content) + len(r.tag)) // 2 + 100])


def cut_between(r: Recording) -> Recording:
    """Cut between two frames, at three quarters."""
    at = frames_from(r.content, r.content[len(r.tag) :], 0.75)
    return replace(r, content=r.content[:at])


def frames_from(content: bytes, sound: bytes, share: float) -> int:
    """The first byte of the frame after that share of the sound."""
    at = len(content) - len(sound) + int(len(sound) * share)
    four = content[len(content) - len(sound) :][:2]
    return content.index(four, at)


def garbage(keep: int) -> Callable[[Recording], Recording]:
    """Forty frames overwritten with noise, all but the first `keep` bytes of each."""

    def plant(r: Recording) -> Recording:
        out, noise = bytearray(r.content), np.random.default_rng(7)
        size = 144_000 * r.kbps // RATE
        at = first = frames_from(r.content, r.content[len(r.tag) :], 0.4)
        for _ in range(40):
            at = bytes(out).find(r.content[first : first + 2], at)
            out[at + keep : at + size - 10] = noise.integers(0, 256, size - 10 - keep, np.uint8).tobytes()
            at += size
        begin = (first - len(r.tag)) * 8 / 1000 / r.kbps
        return replace(r, content=bytes(out), at=(begin, begin + 1.1))

    return plant


def lying(r: Recording) -> Recording:
    """An Info frame that counts 80 frames more than there are."""
    at = r.content.index(b"Info", len(r.tag)) + 8
    frames = int.from_bytes(r.content[at : at + 4], "big") + 80
    return replace(r, content=r.content[:at] + frames.to_bytes(4, "big") + r.content[at + 4 :])


def retagged(change: Callable[[Any], object]) -> Callable[[Recording], Recording]:
    """The tags changed by mutagen."""

    def plant(r: Recording) -> Recording:
        from mutagen.id3 import ID3

        file = io.BytesIO(r.content)
        tags = ID3(file)
        change(tags)
        file.seek(0)
        tags.save(file, v2_version=3)
        return replace(r, content=file.getvalue())

    return plant


def title(words: str) -> Callable[[Any], object]:
    """Another title."""
    from mutagen.id3 import TIT2

    return lambda tags: tags.setall("TIT2", [TIT2(encoding=1, text=words)])


def late_chapter(tags: Any) -> None:
    """The last chapter begins 2 s too late."""
    last = max(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    last.start_time += 2000


def as_wav(r: Recording) -> Recording:
    """A WAV by the name of an MP3."""
    out = io.BytesIO()
    soundfile.write(out, np.clip(r.samples, -32768, 32767).astype(np.int16), RATE, format="WAV")
    return replace(r, content=out.getvalue())
