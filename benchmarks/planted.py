"""Faults, planted into the audio of a finished bulletin: decoded, changed, pressed again with the studio's settings."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr

from bulletin import voice
from bulletin.station import Station
from bulletin.studio import mp3
from bulletin.studio.aircheck import Plan
from bulletin.studio.tempo import stretched

RATE = 44_100
Where = tuple[float, float] | None  # seconds; None is the whole file
WORDS = ("words", "missing words", "missing line")  # something else is heard, or next to nothing
NUMBERS = {"24": "42", "15": "50", "412,000": "512,000", "3.6": "3.9", "45 beds": "35 beds", "19 days": "90 days",
           "37 panels": "47 panels", "98 percent": "78 percent", "640": "840", "31 days": "21 days", "48 hours": "28 hours"}  # fmt: skip
NAMES = {"Adeleke": "Okonkwo", "Danjuma": "Balewa", "Mensah": "Boateng", "Kamara": "Conteh", "Wanjiru": "Otieno",
         "Bello": "Suleiman", "Okello": "Mugisha", "Garba": "Lawal"}  # fmt: skip
PLACES = {"Accra": "Dakar", "Badagry": "Calabar", "Kumasi": "Tamale", "Abidjan": "Monrovia", "Gulu": "Kampala",
          "Onitsha": "Maiduguri", "Moyale": "Mombasa", "Jos": "Enugu"}  # fmt: skip
DAYS = {"Monday": "Thursday", "Tuesday": "Saturday", "Wednesday": "Friday", "Thursday": "Monday", "March": "July"}
TURNS = {" rise": " fall", " fell": " rose", "falls": "rises", " more ": " less ", "highest": "lowest", "opened": "closed"}


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


def pressed(r: Recording, samples: Any, at: Where = None, *, kbps: int = 0, rate: int = RATE, tag: bytes | None = None) -> Recording:
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
    said = [s for s in r.plan.wanted.spans if s.kind == "voice" and bed.start_seconds <= s.start_seconds <= bed.end_seconds]
    if not said:
        raise LookupError("nobody speaks over a bed")
    start, end = round(bed.start_seconds * RATE), round(said[-1].end_seconds * RATE)
    loud = np.sin(2 * np.pi * 220 * np.arange(end - start) / RATE) + np.sin(2 * np.pi * 330 * np.arange(end - start) / RATE)
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


# ---------------------------------------------------------------- of the words


def read(r: Recording, line: int, text: str, *, fit: bool = True) -> Any:
    """Another text in the voice, at the level and (fit) in the time of a line."""
    said, (start, end) = r.plan.lines[line], r.span(line)
    take = voice.say(text, said.voice or "hibari", Station())
    rate = take.sample_rate
    mono = np.frombuffer(take.pcm, "<i2")
    if fit:
        mono = stretched(mono, rate, max(0.6, len(mono) / rate / ((end - start) / RATE)))
    sound = soxr.resample(mono.astype(np.float64), rate, RATE)
    if fit:
        sound = np.pad(sound[: end - start], (0, max(0, end - start - len(sound))))
    level = np.sqrt(np.mean(r.samples[start:end] ** 2) / np.mean(sound**2))
    return np.repeat(sound[:, None] * level, 2, axis=1)


def misread(change: Callable[[str], str]) -> Callable[[Recording], Recording]:
    """The first line that `change` changes is read as changed."""

    def plant(r: Recording) -> Recording:
        for line, said in enumerate(r.plan.lines):
            if (text := change(said.text)) != said.text:
                start, end = r.span(line)
                out = r.samples.copy()
                out[start:end] = read(r, line, text)
                return pressed(r, out, r.seconds(line))
        raise LookupError("no such line")

    return plant


def one_of(table: dict[str, str]) -> Callable[[str], str]:
    """The first word of a table that is in a text, replaced."""

    def change(text: str) -> str:
        for word, other in table.items():
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                return text.replace(word, other, 1)
        return text

    return change


def swapped(text: str) -> str:
    """Two words of a line change places."""
    words = text.rstrip(".").split()
    if len(words) < 11:
        return text
    words[2], words[-1] = words[-1], words[2]
    return " ".join(words) + "."


def missing(r: Recording) -> Recording:
    """A line cut out."""
    start, end = r.span(r.longest)
    return pressed(r, np.delete(r.samples, slice(start, end), axis=0), r.seconds(r.longest))


def half_cut(r: Recording) -> Recording:
    """The second half of a line cut out, and what follows drawn up."""
    start, end = r.span(r.longest)
    half = (start + end) // 2
    return pressed(r, np.delete(r.samples, slice(half, end), axis=0), (start / RATE, end / RATE))


def doubled(r: Recording) -> Recording:
    """A line twice."""
    start, end = r.span(r.longest)
    return pressed(r, np.insert(r.samples, end, r.samples[start:end], axis=0), (start / RATE, 2 * end / RATE - start / RATE))


def half_read(r: Recording) -> Recording:
    """The voice stops in the middle of a line, and is silent to its end."""
    line = r.longest
    words = r.plan.lines[line].text.split()
    start, end = r.span(line)
    sound = read(r, line, " ".join(words[: len(words) // 2]) + ".", fit=False)[: end - start]
    out = r.samples.copy()
    out[start:end] = 0
    out[start : start + len(sound)] = sound
    return pressed(r, out, (start / RATE, end / RATE))


def exchanged(r: Recording) -> Recording:
    """Two lines of different stories in each other's place."""
    first, last = r.span(2), r.span(len(r.plan.lines) - 4)
    one, other = (r.samples[slice(*span)] for span in (first, last))
    out = r.samples.copy()
    for (start, end), sound in ((first, other), (last, one)):
        out[start:end] = 0
        part = sound[: end - start]
        out[start : start + len(part)] = part
    return pressed(r, out, r.seconds(2))


def another_story(r: Recording) -> Recording:
    """In a line's place what no script of the day has."""
    line = r.longest
    start, end = r.span(line)
    out = r.samples.copy()
    out[start:end] = read(r, line, "Nine goats crossed the road to the market before anybody woke up this morning.")
    return pressed(r, out, r.seconds(line))


def direction_read(r: Recording) -> Recording:
    """A note to the reader is read aloud after a line."""
    start, end = r.span(r.longest)
    note = read(r, r.longest, "Note to the editor, please check this again.", fit=False)
    return pressed(r, np.insert(r.samples, end, note, axis=0), (start / RATE, (end + len(note)) / RATE))


FAULTS = (
    Fault("a line silenced", silenced(0, 1), ("voice",), WORDS),
    Fault("the end of a line silenced", silenced(0.5, 1), ("voice",), WORDS),
    Fault("the middle of a line silenced", silenced(0.2, 0.75), ("voice",)),
    Fault("a line clipped", on_line(lambda x: clipped(x, 15)), ("clipping",)),
    Fault("a line clipped, turned down", on_line(lambda x: clipped(x, 12, -3)), ("clipping",)),
    Fault("all clipped, turned down", lambda r: pressed(r, clipped(r.samples, 12, -8)), ("clipping",)),
    Fault("clipped at full scale", gain(14), ("clipping",)),
    Fault("true peak over", peaking, ("true peak",)),
    Fault("too quiet", gain(-3), ("loudness",)),
    Fault("too loud", gain(0.6), ("loudness",)),
    Fault("a line far too quiet", on_line(lambda x: x * 0.2), ("voice",)),
    Fault("a hot bed", hot_bed, ("bed",)),
    Fault("3 s of silence put in", silence_put_in, ("silence",)),
    Fault("3 s of silence laid over", silence_laid_over, ("silence",)),
    Fault("DC offset", lambda r: pressed(r, r.samples + 400.0), ("DC offset",)),
    Fault("half a second too long", lambda r: pressed(r, np.concatenate([r.samples, r.samples[: RATE // 2]])), ("length",)),
    Fault("0.1 s too short", lambda r: pressed(r, r.samples[: -RATE // 10]), ("length",)),
    Fault("48 kHz", lambda r: pressed(r, soxr.resample(r.samples, RATE, 48_000), rate=48_000), ("sample rate",)),
    Fault("mono for stereo", lambda r: pressed(r, r.samples.mean(axis=1, keepdims=True)), ("channels",)),
    Fault("a dead channel", lambda r: pressed(r, r.samples * np.array([1.41, 0])), ("channels",)),
    Fault("a channel turned over", lambda r: pressed(r, r.samples * np.array([1, -1])), ("channels",)),
    Fault("another bitrate", lambda r: pressed(r, r.samples, kbps=96), ("bitrate",)),
    Fault("cut in a frame", cut, ("frames",)),
    Fault("cut between frames", cut_between, ("header",)),
    Fault("frames of garbage", garbage(0), ("frames", "unreadable")),
    Fault("garbage behind sound headers", garbage(4), ("frames",)),
    Fault("a header that lies", lying, ("header",)),
    Fault("no tags", lambda r: replace(r, content=r.content[len(r.tag) :]), ("tags",)),
    Fault("another title", retagged(title("Radio Elsewhere news")), ("tags",)),
    Fault("no chapters", retagged(lambda tags: tags.delall("CHAP")), ("tags",)),
    Fault("a chapter 2 s late", retagged(late_chapter), ("tags",)),
    Fault("a WAV named .mp3", as_wav, ("format",)),
    Fault("a stutter", stuttering, (), WORDS),
    Fault("clicks", clicking, ("clipping", "true peak")),
    Fault("a line missing", missing, ("length",), ("missing line",)),
    Fault("a line doubled", doubled, ("length",), ("doubled",)),
    Fault("half a line cut", half_cut, ("length",), WORDS),
    Fault("the voice stops in a line", half_read, ("voice",), WORDS),
    Fault("two lines exchanged", exchanged, (), WORDS),
    Fault("another story in its place", another_story, (), WORDS),
    Fault("a note read aloud", direction_read, ("length",), ("extra words",)),
    Fault("a wrong number", misread(one_of(NUMBERS)), (), ("number",)),
    Fault("a number ten times as large", misread(one_of({"million": "billion", "billion": "trillion"})), (), ("number",)),
    Fault("a wrong person", misread(one_of(NAMES)), (), ("name",)),
    Fault("a wrong place", misread(one_of(PLACES)), (), ("name",)),
    Fault("a wrong day", misread(one_of(DAYS)), (), ("name", "words", "day")),
    Fault('"not" lost', misread(lambda line: line.replace(" not ", " ")), (), ("denial",)),
    Fault('"not" put in', misread(lambda line: line.replace(" will be ", " will not be ")), (), ("denial",)),
    Fault("up for down", misread(one_of(TURNS)), (), ("words", "turned")),
    Fault("two words swapped", misread(swapped), (), ("words", "name", "number")),
    Fault("a line read backwards", on_line(lambda x: x[::-1]), (), WORDS),
)  # fmt: skip
