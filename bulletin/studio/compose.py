"""Compose the sounds that come with the project: `python -m bulletin.studio.compose [FOLDER]`.

Everything is computed: kalimba tines, a marimba bass, a soft pad, a shaker and a room, all in D major
pentatonic.  The same run gives the same bytes, so the files can always be made again from this page.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Sound = npt.NDArray[np.float64]  # frames x 2

RATE = 44_100
LEVEL = -18.0  # LUFS of every file
BEAT = 60 / 104  # seconds; the bed and the ident share one pulse, three to a beat
STEP = BEAT / 3
SERIAL = 1234  # of the Ogg stream: libsndfile would draw one at random
QUALITY = 0.45  # Vorbis, 0 to 1
SCALE = {"D": -7, "E": -5, "F#": -3, "A": 0, "B": 2}  # half-tones from A, within an octave that starts at D


def pitch(note: str) -> float:
    """The frequency in hertz of a note such as "F#5" (A4 is 440)."""
    name, octave = note[:-1], int(note[-1])
    return 440.0 * 2 ** ((SCALE[name] + 12 * (octave - 4)) / 12)


def kalimba(note: str, strength: float = 1.0) -> npt.NDArray[np.float64]:
    """A plucked tine: a pure tone that rings, the bright overtones of a clamped bar that do not, and the thumb."""
    t = np.arange(int(1.8 * RATE)) / RATE
    f = pitch(note)
    ring = np.sin(2 * np.pi * f * t) * np.exp(-t * (1.6 + f / 500))
    ring += 0.22 * np.sin(2 * np.pi * 2 * f * t + 0.3) * np.exp(-t * 7)
    ring += 0.16 * np.sin(2 * np.pi * 6.27 * f * t) * np.exp(-t * 38) * (6.27 * f < 15_000)  # bar: f2/f1 is 6.27
    thumb = _noise(len(t), 3) * np.exp(-t * 420) * 0.12
    return strength * (ring + thumb) * _edges(len(t), 0.0015, 0.08)


def marimba(note: str, strength: float = 1.0) -> npt.NDArray[np.float64]:
    """A low wooden bar; tuned bars have their overtone two octaves up (4 f)."""
    t = np.arange(int(1.4 * RATE)) / RATE
    f = pitch(note)
    bar = np.sin(2 * np.pi * f * t) * np.exp(-t * 3.6) + 0.3 * np.sin(2 * np.pi * 4 * f * t) * np.exp(-t * 16)
    bar += 0.35 * np.sin(2 * np.pi * 2 * f * t) * np.exp(-t * 6)
    return strength * bar * _edges(len(t), 0.002, 0.08)


def shaker(strength: float = 1.0) -> npt.NDArray[np.float64]:
    """Seeds in a gourd: a breath of high noise."""
    t = np.arange(int(0.12 * RATE)) / RATE
    noise = np.diff(np.diff(_noise(len(t) + 2, 7)))  # two differences: only the treble is left
    return strength * 0.12 * noise * np.exp(-t * 45) * _edges(len(t), 0.012, 0.02)


def pad(notes: str, seconds: float, rise: float, fall: float) -> Sound:
    """A warm chord: a few soft overtones a voice, each ear tuned a hair apart."""
    t = np.arange(int(seconds * RATE)) / RATE
    ears = []
    for cents in (-4.0, 4.0):
        ear = np.zeros(len(t))
        for number, note in enumerate(notes.split()):
            f = pitch(note) * 2 ** (cents * (1 if number % 2 else -1) / 1200)
            for overtone in range(1, 6):
                slow = 1 + 0.15 * np.sin(2 * np.pi * (0.21 + 0.07 * number) * t + overtone)
                ear += slow * np.sin(2 * np.pi * overtone * f * t + number) / overtone**2.1
        ears.append(ear)
    return np.stack(ears, axis=1) * _edges(len(t), rise, fall)[:, None] / len(notes.split())


def ident() -> Sound:
    """The opening: a running kalimba figure that climbs to the octave over a swelling chord."""
    out = np.zeros((int(4.9 * RATE), 2))
    _add(out, 0.16 * pad("D3 A3 D4 F#4 E4", 4.8, 1.1, 1.9), 0.0)
    for step, note in enumerate("D4 . A4 B4 . D5 A4 . E5 D5 . F#5".split()):
        if note != ".":
            _add(out, _pan(kalimba(note, 0.75 + 0.25 * (step % 3 == 0)), -0.45 + step / 12), step * STEP)
    for step in (0, 3, 6, 8, 9, 11):
        _add(out, _pan(marimba("D3" if step < 8 else "A2", 0.6), -0.1), step * STEP)
    for step in range(12):
        _add(out, _pan(shaker(0.9 if step % 3 == 0 else 0.45), 0.4), step * STEP)
    last = 12 * STEP
    for note, place in (("D5", -0.3), ("A5", 0.25), ("D6", 0.0), ("F#5", 0.45)):
        _add(out, _pan(kalimba(note, 0.8), place), last + 0.018 * abs(place) * 4)
    _add(out, _pan(marimba("D2", 1.2), 0.0), last)
    _add(out, _pan(marimba("D3", 0.7), 0.0), last)
    return _fade(_room(out, 0.22), 1.2)


def divider() -> Sound:
    """Between two stories: three tines and a bar."""
    out = np.zeros((int(1.4 * RATE), 2))
    for time, note, place in ((0.0, "A4", -0.3), (STEP * 0.75, "D5", 0.0), (STEP * 1.5, "F#5", 0.3)):
        _add(out, _pan(kalimba(note, 0.8), place), time)
    _add(out, _pan(marimba("D3", 0.9), 0.0), STEP * 1.5)
    return _fade(_room(out, 0.14), 0.6)


def closing() -> Sound:
    """The end: the ident's figure comes down again and rests on its first note."""
    out = np.zeros((int(3.9 * RATE), 2))
    _add(out, 0.16 * pad("D3 A3 D4 F#4", 3.9, 0.5, 2.2), 0.0)
    for step, note in enumerate("F#5 . D5 B4 . A4".split()):
        if note != ".":
            _add(out, _pan(kalimba(note, 0.85), 0.4 - step / 8), step * STEP)
    for step in (0, 3):
        _add(out, _pan(marimba("A2", 0.6), -0.1), step * STEP)
    for step in range(6):
        _add(out, _pan(shaker(0.8 if step % 3 == 0 else 0.4), 0.4), step * STEP)
    for note, place in (("D4", -0.3), ("A4", 0.3), ("D5", 0.0)):
        _add(out, _pan(kalimba(note, 0.9), place), 6 * STEP + 0.07 * abs(place))
    _add(out, _pan(marimba("D2", 1.2), 0.0), 6 * STEP)
    return _fade(_room(out, 0.24), 1.5)


def pips() -> Sound:
    """A time signal: five short tones a second apart and a long one, whose start is the hour."""
    out = np.zeros((int(5.5 * RATE), 2))
    for second in range(6):
        length = 0.5 if second == 5 else 0.1
        t = np.arange(int(length * RATE)) / RATE
        _add(out, _pan(np.sin(2 * np.pi * pitch("B5") * t) * _edges(len(t), 0.004, 0.006), 0.0), float(second))
    return out


def bed() -> Sound:
    """Under the headlines: eight bars that go round for ever; the file has a second of overlap at its end.

    Everything is laid on a circle, the room too, so that the end runs into the beginning.
    """
    bar = 12 * STEP
    length = int(8 * bar * RATE)
    out = np.zeros((length, 2))
    chords = ("D3 A3 E4 F#4", "B2 F#3 D4 A4", "A2 E3 B3 E4", "D3 A3 D4 F#4")
    for number, chord in enumerate(chords):
        _add(out, 0.30 * pad(chord, 2 * bar + 1.6, 1.6, 1.6), 2 * bar * number - 0.8, circle=True)
    figures = ("D4 . . A4 . E4 . . F#4 . A4 .", "D4 . . B4 . F#4 . . E4 . A4 .")
    for turn in range(8):
        for step, note in enumerate(figures[turn % 2].split()):
            if note != ".":
                place = 0.5 * np.sin(2.4 * (12 * turn + step))
                _add(out, _pan(kalimba(note, 0.30), place), turn * bar + step * STEP, circle=True)
        root = chords[turn // 2].split()[0]
        for step, strength in ((0, 0.55), (6, 0.35), (9, 0.25)):
            _add(out, _pan(marimba(root, strength), 0.0), turn * bar + step * STEP, circle=True)
        for step in range(12):
            _add(out, _pan(shaker(0.30 if step % 3 == 0 else 0.14), 0.35), turn * bar + step * STEP, circle=True)
    out = _room(out, 0.25, circle=True)
    return np.concatenate([out, out[:RATE]])


PIECES: dict[str, Callable[[], Sound]] = {
    "ident": ident,
    "bed": bed,
    "divider": divider,
    "pips": pips,
    "closing": closing,
}


def encode(sound: Sound) -> bytes:
    """A piece as an Ogg Vorbis file of LEVEL loudness, the same bytes each time."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, levelled(sound), RATE, format="OGG", subtype="VORBIS", compression_level=1 - QUALITY)
    return with_serial(file.getvalue(), SERIAL)


def with_serial(ogg: bytes, serial: int) -> bytes:
    """An Ogg stream under another serial number, its pages signed anew (RFC 3533, section 6)."""
    out = bytearray(ogg)
    at = 0
    while at < len(out):
        segments = out[at + 26]
        size = 27 + segments + sum(out[at + 27 : at + 27 + segments])
        out[at + 14 : at + 18] = serial.to_bytes(4, "little")
        out[at + 22 : at + 26] = bytes(4)
        out[at + 22 : at + 26] = _crc(bytes(out[at : at + size])).to_bytes(4, "little")
        at += size
    return bytes(out)


def _crc(page: bytes) -> int:
    """The checksum of an Ogg page: CRC-32 with polynomial 0x04C11DB7, from 0, bits not reflected."""
    crc = 0
    for byte in page:
        crc = crc << 8 & 0xFFFFFFFF ^ _CRC_TABLE[crc >> 24 ^ byte]
    return crc


def _crc_of(byte: int) -> int:
    crc = byte << 24
    for _ in range(8):
        crc = crc << 1 & 0xFFFFFFFF ^ (0x04C11DB7 if crc >> 31 else 0)
    return crc


_CRC_TABLE = [_crc_of(byte) for byte in range(256)]


def levelled(sound: Sound) -> npt.NDArray[np.float32]:
    """A piece at LEVEL, or a little below it where its peaks would be above -1 dBFS."""
    from .loudness import amplitude, loudness

    floats = sound.astype(np.float32)
    gain = amplitude(LEVEL - loudness(floats))
    return floats * np.float32(min(gain, amplitude(-1.0) / float(np.abs(floats).max())))


def main(folder: Path) -> None:
    """Write all pieces into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, piece in PIECES.items():
        (folder / f"{name}.ogg").write_bytes(encode(piece()))


def _add(out: Sound, part: Sound, seconds: float, circle: bool = False) -> None:
    start = round(seconds * RATE)
    if circle:
        np.add.at(out, (start + np.arange(len(part))) % len(out), part)
    else:
        part = part[: len(out) - start]
        out[start : start + len(part)] += part


def _pan(mono: npt.NDArray[np.float64], place: float) -> Sound:
    """Mono to stereo; `place` is -1 (left) to 1 (right), at equal power."""
    angle = (place + 1) * np.pi / 4
    return np.asarray(mono[:, None] * np.array([np.cos(angle), np.sin(angle)]))


def _room(dry: Sound, wet: float, circle: bool = False) -> Sound:
    """`dry` with a small warm room around it: noise that dies away, a different one for each ear."""
    t = np.arange(int(1.3 * RATE)) / RATE
    echo = np.stack([_noise(len(t), seed) for seed in (11, 12)], axis=1)
    smooth = np.hanning(10)[1:-1] / np.hanning(10).sum()  # walls swallow treble
    echo = np.stack([np.convolve(echo[:, ear], smooth, mode="same") for ear in (0, 1)], axis=1)
    echo *= (np.exp(-t * 5.2) * _edges(len(t), 0.012, 0.2))[:, None]
    echo /= np.sqrt((echo**2).sum(axis=0))
    size = len(dry) if circle else len(dry) + len(echo)
    heard = np.fft.irfft(np.fft.rfft(dry, size, axis=0) * np.fft.rfft(echo, size, axis=0), size, axis=0)
    return np.asarray(dry + wet * heard[: len(dry)])


def _fade(sound: Sound, seconds: float) -> Sound:
    return sound * _edges(len(sound), 0.0005, seconds)[:, None]


def _edges(length: int, rise: float, fall: float) -> npt.NDArray[np.float64]:
    """A window that rises and falls in so many seconds, as half a cosine."""
    window = np.ones(length)
    up, down = min(int(rise * RATE), length), min(int(fall * RATE), length)
    window[:up] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(up) / max(1, up))
    window[length - down :] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, down + 1) / max(1, down))
    return window


def _noise(length: int, seed: int) -> npt.NDArray[np.float64]:
    """Noise that is the same on every machine: a linear congruential generator (Numerical Recipes' constants)."""
    values = np.empty(length, dtype=np.uint64)
    value = seed
    for number in range(length):
        value = (1664525 * value + 1013904223) & 0xFFFFFFFF
        values[number] = value
    return values.astype(np.float64) / 2**31 - 1


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "sounds")
