"""Compose the sounds that come with the project: `python -m bulletin.studio.compose [FOLDER]`.

All are in D major pentatonic at one pulse, so that any of them may sound over any other.  The same run gives the
same bytes, so the files can always be made again from this page.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .instruments import added, drum, edges, faded, in_room, kalimba, marimba, pad, panned, shaker, thinned
from .timeline import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    from .instruments import Stereo

LEVEL = -18.0  # LUFS of every file
STEP = 8505 / RATE  # seconds: 104 beats a minute, three steps to a beat, and a bed of a length that FFTs like
BAR = 12 * STEP
SERIAL = 1234  # of the Ogg stream: libsndfile would draw one at random
QUALITY = 0.2  # Vorbis, 0 to 1
BED_QUALITY = 0.05  # of what is heard 18 dB under a voice
MOTIF = "A4 . D5 E5 . F#5"  # what ident, divider and closing begin with


def ident() -> Stereo:
    """The opening: the motif, its answer a step higher, and the octave over a full chord."""
    out = _silence(4.3)
    added(out, 0.22 * pad("D3 A3 D4 F#4 E4", 4.3, 1.1, 1.4), 0.0)
    _play(out, f"{MOTIF} E5 . F#5 A5 . B5", 0.0, 1.0)
    for step in (0, 3, 6, 8, 9, 11):
        added(out, panned(marimba("D3" if step < 8 else "A2", 0.6), -0.1), step * STEP)
    for step in range(12):
        added(out, panned(shaker(0.8 if step % 3 == 0 else 0.4), 0.4), step * STEP)
    _chord(out, "D5 F#5 A5 D6", BAR)
    return faded(in_room(out, 0.22), 1.3)


def closing() -> Stereo:
    """The end: the motif again, and down by the fifth to the keynote."""
    out = _silence(5.0)
    added(out, 0.22 * pad("D3 A3 D4 F#4", 5.0, 0.4, 2.2), 0.0)
    _play(out, f"{MOTIF} E5 . D5 B4 . A4", 0.0, 1.0)
    for step, note in ((0, "D3"), (3, "D3"), (6, "A2"), (9, "A2")):
        added(out, panned(marimba(note, 0.6), -0.1), step * STEP)
    for step in range(9):
        added(out, panned(shaker(0.7 if step % 3 == 0 else 0.35), 0.4), step * STEP)
    _chord(out, "D4 F#4 A4 D5", BAR)
    return faded(in_room(out, 0.24), 2.2)


def divider() -> Stereo:
    """Between two stories: the motif's first three notes."""
    out = _silence(1.45)
    for number, note in enumerate(note for note in MOTIF.split()[:4] if note != "."):
        added(out, panned(kalimba(note, 0.8), -0.3 + 0.3 * number), number * 0.75 * STEP)
    added(out, panned(marimba("D3", 0.9), 0.0), 1.5 * STEP)
    return faded(in_room(out, 0.14), 0.7)


def flash() -> Stereo:
    """News that cannot wait: two short calls and a long one, over the drum."""
    out = _silence(1.9)
    for time, notes, strength in ((0.0, "D5 A5", 0.7), (0.75 * STEP, "D5 A5", 0.7), (2.25 * STEP, "A4 D5 A5 D6", 0.9)):
        for number, note in enumerate(notes.split()):
            added(out, panned(kalimba(note, strength), -0.3 + 0.2 * number), time)
        added(out, panned(marimba("D3", strength), 0.1), time)
        added(out, panned(drum(0.9 * strength), 0.0), time)
    return faded(in_room(out, 0.16), 0.8)


def pips() -> Stereo:
    """A time signal: five short tones a second apart and a long one, whose start is the hour."""
    out = _silence(5.5)
    for second in range(6):
        frames = int((0.5 if second == 5 else 0.1) * RATE)
        tone = np.sin(2 * np.pi * 1000 * np.arange(frames) / RATE) * edges(frames, 0.004, 0.006)
        added(out, panned(tone, 0.0), float(second))
    return out


def bed() -> Stereo:
    """Under the headlines: eight bars that go round for ever; the file has a second of overlap at its end.

    Everything is laid on a circle, the room too, so that the end runs into the beginning.  It has a pulse and no
    tune, and little between 1 and 4 kHz, where consonants are.
    """
    out = _silence(8 * BAR)
    chords = ("D3 A3 D4 E4", "B2 F#3 A3 D4", "A2 E3 A3 B3", "D3 A3 D4 F#4")
    for number, chord in enumerate(chords):
        added(out, 0.42 * pad(chord, 2 * BAR + 1.6, 1.6, 1.6), 2 * BAR * number - 0.8, circle=True)
    for turn in range(8):
        root, fifth, octave, _ = chords[turn // 2].split()
        for step, note, strength in ((0, root, 0.5), (3, fifth, 0.16), (6, octave, 0.22), (9, fifth, 0.16)):
            place = 0.0 if note == root else 0.35 - 0.7 * (step % 2)
            added(out, panned(marimba(note, strength), place), turn * BAR + step * STEP, circle=True)
        for step in range(0, 12, 3):
            added(out, panned(shaker(0.55 if step % 6 else 0.4), 0.35), turn * BAR + step * STEP, circle=True)
    out = in_room(out, 0.25, circle=True)
    out = thinned(out, {40.0: -24.0, 70.0: 0.0, 500.0: 0.0, 1000.0: -12.0, 4000.0: -12.0, 7000.0: 0.0})
    return np.concatenate([out, out[:RATE]])


PIECES: dict[str, Callable[[], Stereo]] = {
    "ident": ident,
    "bed": bed,
    "divider": divider,
    "pips": pips,
    "closing": closing,
    "flash": flash,
}


def encode(sound: Stereo, quality: float = QUALITY) -> bytes:
    """A piece as an Ogg Vorbis file of LEVEL loudness, the same bytes each time."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, levelled(sound), RATE, format="OGG", subtype="VORBIS", compression_level=1 - quality)
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


def levelled(sound: Stereo) -> npt.NDArray[np.int16]:
    """A piece at LEVEL, or below it where its peaks would be above -1 dBFS, without what has died away at its end.

    The gain is a round figure, so that another meter's last digit changes no byte.
    """
    from .loudness import amplitude, decibels, loudness

    high = np.abs(sound).max(axis=1)
    sound = sound[: int(np.flatnonzero(high > high.max() / 1000)[-1]) + 1]
    gain = round(min(LEVEL - loudness(sound.astype(np.float32)), -1.0 - decibels(float(high.max()))), 1)
    return np.rint(sound * amplitude(gain) * 32767).astype(np.int16)


def main(folder: Path) -> None:
    """Write all pieces into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, piece in PIECES.items():
        (folder / f"{name}.ogg").write_bytes(encode(piece(), BED_QUALITY if name == "bed" else QUALITY))


def _silence(seconds: float) -> Stereo:
    return np.zeros((int(seconds * RATE), 2))


def _play(out: Stereo, notes: str, start: float, strength: float) -> None:
    """A line of notes, one a step and "." for none, from left to right; the beats are a little stronger."""
    line = notes.split()
    for step, note in enumerate(line):
        if note != ".":
            tine = kalimba(note, strength * (1.0 if step % 3 == 0 else 0.85))
            added(out, panned(tine, -0.45 + 0.9 * step / len(line)), start + step * STEP)


def _chord(out: Stereo, notes: str, start: float) -> None:
    """The last chord, strummed, on drum and low bars."""
    for number, note in enumerate(notes.split()):
        added(out, panned(kalimba(note, 0.75), -0.4 + 0.25 * number), start + 0.012 * number)
    for low, strength in (("D2", 0.9), ("D3", 0.7)):
        added(out, panned(marimba(low, strength), 0.0), start)
    added(out, panned(drum(0.7), 0.0), start)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "sounds")
