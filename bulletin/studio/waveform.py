"""The bulletin as a picture that a producer understands at a glance.

Wave and segments on top, below them what makes the sound (voice, sounds, bed), and the clock.  It is drawn at
twice its size and made smaller, so that its edges are smooth.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ..model import Bulletin, Cue
from ..timing import clock
from .timeline import Timeline
from .words import plain

if TYPE_CHECKING:
    from .loudness import Samples

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

SIZE = (1600, 480)
LEFT, RIGHT = 84, 1568  # the plot, in pixels of the finished picture
TOP, BOTTOM = 112, 352
NAMES = 50  # two rows of them above the wave
FULL = 0.95  # of full scale: nothing that passed the checks is much higher
LANES = {"voice": 368, "sounds": 388, "bed": 408}
LANE = 13
AXIS = 434
PAPER, INK, GREY, HAIR = "#fcfbf8", "#1f2933", "#7b8794", "#d9d6cf"
TINTS = {  # of a segment: its ground, its peaks, its body
    "opening": ("#fbf1dc", "#e9b44c", "#c98a12"),
    "closing": ("#eceef3", "#98a3b8", "#5d6b85"),
    "odd": ("#e3f1ef", "#63b3a8", "#1f7a70"),
    "even": ("#e6eef8", "#7aa7d9", "#2f6fb3"),
}
_TWICE = 2
_LETTERS = str.maketrans(  # what the font lacks and Unicode does not take apart
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "ɓ": "b", "Ɓ": "B", "ɗ": "d",
        "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ŋ": "ng", "ɛ": "e", "ɔ": "o", "ø": "o", "ß": "ss", "æ": "ae", "ł": "l",
        "₦": "N", "€": "EUR ",
    }
)  # fmt: skip


def draw(samples: Samples, bulletin: Bulletin, timeline: Timeline, cues: Sequence[Cue], path: Path) -> None:
    """Draw a finished bulletin (its decoded frames x channels) as a PNG of 1600 x 480."""
    image = Image.new("RGB", (SIZE[0] * _TWICE, SIZE[1] * _TWICE), PAPER)
    pen = ImageDraw.Draw(image)
    _head(pen, bulletin)
    _segments(pen, samples, bulletin)
    _lanes(pen, timeline, cues)
    _axis(pen, bulletin.duration_seconds)
    image.resize(SIZE, Image.Resampling.BOX).save(path, compress_level=6)


def columns(samples: Samples, count: int) -> tuple[list[float], list[float], list[float]]:
    """Highest, lowest and mean (RMS) of `count` equal stretches of frames x channels, in -1..1."""
    flat = samples.reshape(-1)
    edges = np.arange(count, dtype=np.int64) * len(samples) // count * samples.shape[1]
    high = np.maximum.reduceat(flat, edges) / 32768
    low = np.minimum.reduceat(flat, edges) / 32768
    some = flat[::7].astype(np.float32) / 32768  # enough for a mean
    sums = np.add.reduceat(some * some, np.minimum(edges // 7, len(some) - 1))
    means = np.sqrt(sums / max(1, len(some) // count))
    return high.tolist(), low.tolist(), means.tolist()


def _head(pen: ImageDraw.ImageDraw, bulletin: Bulletin) -> None:
    at = bulletin.air_time
    _write(pen, 32, 22, _fitted(bulletin.station, 36, 800), 36, INK)
    under = f"{bulletin.template.capitalize()} bulletin  ·  {at.day} {at:%B %Y, %H:%M}  ·  read by {bulletin.voice}"
    _write(pen, 33, 68, _fitted(under, 18, 900), 18, GREY)
    figures = (
        ("length", clock(bulletin.duration_seconds), ""),
        ("loudness", f"{bulletin.loudness_lufs:.1f}", "LUFS"),
        ("true peak", f"{bulletin.true_peak_dbtp:.1f}", "dBTP"),
    )
    right = float(RIGHT)
    for label, figure, unit in reversed(figures):
        across = max(_wide(figure, 30) + (8 + _wide(unit, 15) if unit else 0), _wide(label, 14))
        _write(pen, right - across, 24, label, 14, GREY)
        _write(pen, right - across, 44, figure, 30, INK)
        _write(pen, right - across + _wide(figure, 30) + 8, 58, unit, 15, GREY)
        right -= across + 44


def _segments(pen: ImageDraw.ImageDraw, samples: Samples, bulletin: Bulletin) -> None:
    high, low, mean = columns(samples, (RIGHT - LEFT) * _TWICE)
    middle, half = (TOP + NAMES + BOTTOM) / 2, (BOTTOM - TOP - NAMES) / 2 / FULL
    stories = 0
    for number, segment in enumerate(bulletin.segments, 1):
        stories += segment.slug not in TINTS
        ground, peaks, body = TINTS.get(segment.slug) or TINTS["odd" if stories % 2 else "even"]
        left = _x(segment.start_seconds, bulletin.duration_seconds)
        right = _x(segment.start_seconds + segment.duration_seconds, bulletin.duration_seconds)
        _box(pen, left, TOP, right - 1, BOTTOM, ground)
        _box(pen, left, TOP, right - 1, TOP + 3, body)
        room = right - left - 16
        for row, words in enumerate(_wrapped(f"{number}  {segment.title}" if room > 60 else str(number), 15, room)):
            _write(pen, left + 8, TOP + 10 + 19 * row, words, 15, INK)
        for column in range(round((left - LEFT) * _TWICE), min(round((right - LEFT - 1) * _TWICE), len(high))):
            x = LEFT * _TWICE + column
            _stroke(pen, x, middle - half * high[column], middle - half * low[column], peaks)
            _stroke(pen, x, middle - half * mean[column], middle + half * mean[column], body)


def _lanes(pen: ImageDraw.ImageDraw, timeline: Timeline, cues: Sequence[Cue]) -> None:
    for name, y in LANES.items():
        _write(pen, LEFT - 10 - _wide(name, 13), y - 2, name, 13, GREY)
        _box(pen, LEFT, y + LANE // 2, RIGHT - 1, y + LANE // 2, HAIR)
    spans = [("voice", "", h.start, h.end, INK) for h in timeline.heard if h.line >= 0]
    spans += [("sounds", cues[h.cue].sound, h.start, h.end, "#c98a12") for h in timeline.heard if h.line < 0]
    spans += [("bed", bed.name, bed.start, bed.end, "#8a6fb0") for bed in timeline.beds]
    for lane, name, start, end, colour in spans:
        left, right = _x(start, timeline.length), _x(end, timeline.length)
        pen.rounded_rectangle(
            _scaled(left, LANES[lane], max(left + 2, right - 1), LANES[lane] + LANE), radius=3 * _TWICE, fill=colour
        )
        if name and _wide(name, 11) + 10 < right - left:
            _write(pen, left + 6, LANES[lane] - 1, name, 11, PAPER)


def _axis(pen: ImageDraw.ImageDraw, length: float) -> None:
    steps = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)
    step = next((step for step in steps if length / step <= 16), 600)
    _box(pen, LEFT, AXIS, RIGHT - 1, AXIS, HAIR)
    for second in range(0, int(length) + 1, step):
        x = _x(second, length)
        _box(pen, x, AXIS, x, AXIS + 6, GREY)
        label = clock(second)
        _write(pen, min(x - _wide(label, 14) / 2, RIGHT - _wide(label, 14)), AXIS + 12, label, 14, GREY)


def _x(time: float, length: float) -> int:
    return LEFT + round((RIGHT - LEFT) * time / max(length, 0.001))


def _scaled(*pixels: float) -> list[int]:
    return [round(pixel * _TWICE) for pixel in pixels]


def _box(pen: ImageDraw.ImageDraw, left: float, top: float, right: float, bottom: float, fill: str) -> None:
    corners = _scaled(left, top, max(left, right) + 1, max(top, bottom) + 1)
    pen.rectangle((corners[0], corners[1], corners[2] - 1, corners[3] - 1), fill=fill)


def _stroke(pen: ImageDraw.ImageDraw, x: int, top: float, bottom: float, fill: str) -> None:
    pen.line((x, round(top * _TWICE), x, round(bottom * _TWICE)), fill=fill)


@cache
def _font(size: int) -> Font:
    return ImageFont.load_default(size * _TWICE)


def _write(pen: ImageDraw.ImageDraw, x: float, y: float, text: str, size: int, fill: str) -> None:
    pen.text((round(x * _TWICE), round(y * _TWICE)), text, font=_font(size), fill=fill)


def _wide(text: str, size: int) -> float:
    return float(_font(size).getlength(text)) / _TWICE


def _fitted(text: str, size: int, room: float) -> str:
    """Text in the letters that the font has, cut with three dots where there is no room for all of it."""
    text = letters(text)
    if _wide(text, size) <= room:
        return text
    while text and _wide(f"{text}...", size) > room:
        text = text[:-1].rstrip()
    return f"{text}..." if text else ""


def _wrapped(text: str, size: int, room: float) -> tuple[str, str]:
    """Text in two rows, the second cut where there is no room."""
    words = letters(text).split(" ")
    count = next((n for n in range(len(words), 1, -1) if _wide(" ".join(words[:n]), size) <= room), 1)
    return _fitted(" ".join(words[:count]), size, room), _fitted(" ".join(words[count:]), size, room)


def letters(text: str) -> str:
    """Text in ASCII and middle dots, accents dropped: all that Pillow's own font can write."""
    bare = unicodedata.normalize("NFKD", plain(text, most=200).translate(_LETTERS))
    return " ".join("".join(c for c in bare if c.isascii() or c == "·").split(" "))
