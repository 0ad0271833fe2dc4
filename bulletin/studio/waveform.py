"""The bulletin as a picture that a producer understands at a glance.

From top to bottom: wave and segments, loudness against its target, what makes the sound (voices, sounds, bed), the
marks for playout, the clock with the slot's end.  It is drawn at twice its size and made smaller, so that its edges
are smooth; the wave is drawn as an array, which is ten times quicker than stroke by stroke.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from ..model import Bulletin, Rundown, Segment
from ..timing import clock
from . import chart
from .page import Levels
from .sheet import LEFT, RIGHT, SIZE, TWICE, Sheet, fitted, wide, wrapped

if TYPE_CHECKING:
    import numpy.typing as npt

    Samples = npt.NDArray[np.int16]

TOP, BOTTOM = 112, 346  # of wave and segments
NAMES = 50  # two rows of them above the wave
FULL = 0.95  # of full scale: nothing that passed the checks is much higher
LOUD_TOP, LOUD_BOTTOM = 360, 444
LANES = {"voice": 458, "sounds": 478, "bed": 498}
LANE = 13
PLAYOUT = 518
AXIS = 546
PAPER, INK, GREY, HAIR, WARN = "#fcfbf8", "#1f2933", "#5f6b76", "#d9d6cf", "#b3402e"
GOAL, TARGET, CURVE, UNDER = "#cfe9dd", "#6fae92", "#1f7a70", "#eef3f1"
TINTS = {  # of a segment: its ground, its peaks, its body
    "opening": ("#fbf1dc", "#e9b44c", "#c98a12"),
    "closing": ("#eceef3", "#98a3b8", "#5d6b85"),
    "odd": ("#e3f1ef", "#63b3a8", "#1f7a70"),
    "even": ("#e6eef8", "#7aa7d9", "#2f6fb3"),
}
VOICES = ("#1f2933", "#b2467a", "#3f7fbf", "#6f7d1f")  # the first reader, the second ...
LANE_TINTS = {"sound": "#9a6408", "bed": "#7d62a5"}
SLOT = "#8c2f20"


def draw(bulletin: Bulletin, samples: Samples, short_term: Sequence[float], target_lufs: float) -> bytes:
    """Draw a finished bulletin as a PNG of 1600 x 600.

    `samples` are its decoded frames x channels, `short_term` its EBU R 128 short-term loudness in LUFS at equal
    distances (-70 or -inf where the meter has heard nothing).
    """
    levels = levelled(samples, short_term, target_lufs, _columns(bulletin.rundown))
    image = Image.new("RGB", (SIZE[0] * TWICE, SIZE[1] * TWICE), PAPER)
    sheet = Sheet(image, ImageDraw.Draw(image), chart.extent(bulletin.rundown))
    _head(sheet, bulletin)
    _segments(sheet, bulletin.rundown, levels)
    _loudness(sheet, bulletin.rundown, levels)
    _lanes(sheet, bulletin.rundown)
    _playout(sheet, bulletin)
    _clock(sheet, bulletin.rundown)
    out = io.BytesIO()
    image.reduce(TWICE).save(out, "PNG", compress_level=4)
    return out.getvalue()


def levelled(samples: Samples, short_term: Sequence[float], target_lufs: float, count: int = 600) -> Levels:
    """The wave in `count` equal stretches (highest, lowest and mean, in -1..1) and its loudness, as is drawn."""
    if not len(samples):
        return Levels((), (), (), tuple(short_term), target_lufs)
    flat = samples.reshape(-1)
    edges = np.arange(count, dtype=np.int64) * len(samples) // count * samples.shape[1]
    high = np.maximum.reduceat(flat, edges) / 32768
    low = np.minimum.reduceat(flat, edges) / 32768
    some = flat[::7].astype(np.float32) / 32768  # enough for a mean
    sums = np.add.reduceat(some * some, np.minimum(edges // 7, len(some) - 1))
    means = np.sqrt(sums / max(1, len(some) / count))
    return Levels(
        tuple(high.tolist()), tuple(low.tolist()), tuple(means.tolist()), tuple(short_term), float(target_lufs)
    )


def _columns(rundown: Rundown) -> int:
    """The columns of the wave, of the picture at twice its size: what is left empty has none."""
    return max(1, round((RIGHT - LEFT) * TWICE * rundown.length_seconds / chart.extent(rundown)))


def _head(sheet: Sheet, bulletin: Bulletin) -> None:
    at, rundown = bulletin.air_time, bulletin.rundown
    slot = chart.slot(rundown)
    figures = (
        ("length", clock(rundown.length_seconds), f"of {clock(slot)}" if slot else ""),
        ("loudness", f"{bulletin.loudness_lufs:.1f}", "LUFS"),
        ("true peak", f"{bulletin.true_peak_dbtp:.1f}", "dBTP"),
    )
    right = float(RIGHT)
    for label, figure, unit in reversed(figures):
        across = max(wide(figure, 30) + (8 + wide(unit, 15) if unit else 0), wide(label, 14))
        sheet.write(right - across, 20, label, 14, GREY)
        sheet.write(right - across, 40, figure, 30, INK)
        sheet.write(right - across + wide(figure, 30) + 8, 55, unit, 15, GREY)
        right -= across + 44
    sheet.write(32, 18, fitted(bulletin.station, 36, right - 32), 36, INK)
    readers = chart.voices(rundown) or [bulletin.voice]
    words = f"{bulletin.template.capitalize()} bulletin  ·  {at.day} {at:%B %Y, %H:%M}  ·  read by"
    words = fitted(words, 18, right - 200)
    sheet.write(33, 60, words, 18, GREY)
    x = 33 + wide(words, 18) + 10
    for place, reader in enumerate(readers):
        name = fitted(reader, 18, right - x - 18)
        if not name:
            break
        sheet.box(x, 66, x + 11, 77, VOICES[place % len(VOICES)], radius=3)
        sheet.write(x + 17, 60, name, 18, GREY)
        x += 17 + wide(name, 18) + 14
    if told := chart.fitting(rundown):
        sheet.write(33, 85, fitted("  ·  ".join(told), 15, RIGHT - 33), 15, WARN)


def _segments(sheet: Sheet, rundown: Rundown, levels: Levels) -> None:
    tints = chart.tints(rundown.segments)
    _wave(sheet, rundown, levels, tints)
    for number, (segment, tint) in enumerate(zip(rundown.segments, tints, strict=True), 1):
        left, right = sheet.x(segment.start_seconds), sheet.x(segment.start_seconds + segment.duration_seconds)
        sheet.box(left, TOP, right - 1, TOP + 4, TINTS[tint][2])
        room = right - left - 14
        if room <= 60:
            size = next((size for size in (15, 11) if wide(str(number), size) < right - left - 3), 0)
            if size:
                sheet.write((left + right - 1 - wide(str(number), size)) / 2, TOP + 9, str(number), size, INK)
            continue
        words = f"{number}  {segment.title}"
        for row, some in enumerate(wrapped(words, 15, room)):
            sheet.write(left + 8, TOP + 9 + 19 * row, some, 15, INK)
    left, right = sheet.x(rundown.length_seconds), RIGHT
    if right - left > 1:  # what is left of the slot
        sheet.box(left, TOP, right, BOTTOM, "#f1efe9")
        words = fitted(chart.slack_words(rundown), 15, right - left - 16)
        sheet.write((left + right - wide(words, 15)) / 2, (TOP + NAMES + BOTTOM) / 2 - 8, words, 15, GREY)


def _wave(sheet: Sheet, rundown: Rundown, levels: Levels, tints: Sequence[str]) -> None:
    """Segments' grounds and the wave over them, as one array of palette numbers."""
    if not levels.high:
        return
    count, height = len(levels.high), (BOTTOM - TOP) * TWICE
    middle = (TOP + NAMES + BOTTOM) / 2 - TOP
    scale = (BOTTOM - TOP - NAMES) / 2 / FULL * TWICE
    rows = np.arange(height)[:, None] - middle * TWICE
    high, low, mean = (np.array(wave) * scale for wave in (levels.high, levels.low, levels.mean))
    shades = (rows >= -high - 0.5) & (rows <= -low + 0.5)
    shades = shades.astype(np.uint8) + (np.abs(rows) <= mean)
    names = list(TINTS)
    kinds = np.full(count, names.index("closing") if not tints else len(names), dtype=np.uint8)  # between two: paper
    for segment, tint in zip(rundown.segments, tints, strict=True):
        first, last = ((sheet.x(at) - LEFT) * TWICE for at in (segment.start_seconds, _end(segment)))
        kinds[first : max(first, last - TWICE)] = names.index(tint)
    picture = Image.fromarray(shades + 3 * kinds, "P")
    colours = [colour for tint in TINTS.values() for colour in tint] + [PAPER, PAPER, PAPER]
    picture.putpalette(b"".join(bytes.fromhex(colour[1:]) for colour in colours))
    sheet.image.paste(picture.convert("RGB"), (LEFT * TWICE, TOP * TWICE))


def _end(segment: Segment) -> float:
    return segment.start_seconds + segment.duration_seconds


def _loudness(sheet: Sheet, rundown: Rundown, levels: Levels) -> None:
    """Short-term loudness as a curve, over the target and its band."""
    points = chart.loudness_points(levels.short_term, levels.target_lufs, RIGHT - LEFT)
    step = (sheet.x(rundown.length_seconds) - LEFT) / max(1, len(points))
    curves = [
        [(TWICE * (LEFT + step * (place + 1)), TWICE * _height(lu)) for place, lu in run] for run in chart.runs(points)
    ]
    for curve in curves:
        foot = TWICE * LOUD_BOTTOM
        sheet.pen.polygon([(curve[0][0], foot), *curve, (curve[-1][0], foot)], fill=UNDER)
    sheet.box(LEFT, _height(chart.BAND), RIGHT, _height(-chart.BAND), GOAL)
    sheet.box(LEFT, _height(0), RIGHT, _height(0) + 1, TARGET)
    sheet.box(LEFT, LOUD_BOTTOM, RIGHT, LOUD_BOTTOM + 1, HAIR)
    for curve in curves:
        sheet.pen.line(curve, fill=CURVE, width=2 * TWICE - 1)
    sheet.write_left_of(LEFT - 10, _height(0) - 8, f"{levels.target_lufs:g} LUFS", 13, INK)
    sheet.write_left_of(LEFT - 10, LOUD_BOTTOM - 16, "loudness", 13, GREY)


def _height(lu: float) -> float:
    return LOUD_TOP + (LOUD_BOTTOM - LOUD_TOP) * (chart.ABOVE - lu) / (chart.ABOVE + chart.BELOW)


def _lanes(sheet: Sheet, rundown: Rundown) -> None:
    """Who speaks, which sound plays, where the bed lies."""
    for name, top in LANES.items():
        sheet.write_left_of(LEFT - 10, top - 2, name, 13, GREY)
        sheet.box(LEFT, top + LANE // 2, RIGHT, top + LANE // 2 + 1, HAIR)
    readers = chart.voices(rundown)
    for span in chart.shown(rundown):
        lane = {"voice": "voice", "sound": "sounds", "bed": "bed"}[span.kind]
        colour = VOICES[readers.index(span.voice) % len(VOICES)] if span.kind == "voice" else LANE_TINTS[span.kind]
        left, right = sheet.x(span.start_seconds), sheet.x(span.end_seconds)
        sheet.box(left, LANES[lane], max(left + 2, right - 1), LANES[lane] + LANE, colour, radius=3)
        if span.kind != "voice" and wide(span.words, 11) + 10 < right - left:
            sheet.write(left + 6, LANES[lane] - 1, span.words, 11, PAPER)


def _playout(sheet: Sheet, bulletin: Bulletin) -> None:
    """Where playout starts the bulletin and where the next programme may start, with the last words before it."""
    sheet.write_left_of(LEFT - 10, PLAYOUT - 2, "playout", 13, GREY)
    top, middle, foot = PLAYOUT + 1, PLAYOUT + 6.5, PLAYOUT + 12
    into, out = sheet.x(bulletin.cue_in_seconds), sheet.x(bulletin.cue_out_seconds)
    told = f"in {bulletin.cue_in_seconds:.2f} s"
    if bulletin.cue_out_seconds <= bulletin.cue_in_seconds:
        return  # nothing is known of them
    sheet.point((into, top), (into, foot), (into + 8, middle), INK)
    sheet.write(into + 13, PLAYOUT - 2, told, 13, INK)
    sheet.point((out, top), (out, foot), (out - 8, middle), INK)
    room = out - into - wide(told, 13) - 60
    out_told = f"out {chart.clock_exact(bulletin.cue_out_seconds)}"
    if room > wide(out_told, 13):
        sheet.write_left_of(out - 13, PLAYOUT - 2, out_told, 13, INK)
        words = (
            fitted(f"“{bulletin.out_cue}”", 13, min(700, room - wide(out_told, 13) - 30)) if bulletin.out_cue else ""
        )
        sheet.write_left_of(out - 13 - wide(out_told, 13) - 12, PLAYOUT - 2, words, 13, GREY)


def _clock(sheet: Sheet, rundown: Rundown) -> None:
    """The axis, and on it the end of the slot with what lies beyond."""
    slot = chart.slot(rundown)
    sheet.box(LEFT, AXIS, RIGHT, AXIS + 1, HAIR)
    taken = [(RIGHT + 1.0, RIGHT + 1.0)]
    if slot:
        flag = f"slot {clock(slot)}"
        across = wide(flag, 14) + 16
        x = sheet.x(slot)
        shut = slot <= sheet.extent  # else its end is further away than the paper is wide
        left = max(LEFT, min(x - across / 2, RIGHT - across)) if shut else RIGHT - across
        taken.append((left - 8, left + across + 8))
        if rundown.length_seconds > slot + chart.ON_TIME:
            sheet.tinted(x, TOP, max(x + 2, sheet.x(rundown.length_seconds)), AXIS, WARN)
        if shut:
            sheet.box(x - 1, TOP, x + 1, AXIS + 10, SLOT)
        sheet.box(left, AXIS + 10, left + across, AXIS + 32, SLOT, radius=4)
        sheet.write(left + 8, AXIS + 12, flag, 14, PAPER)
    for second in chart.ticks(sheet.extent):
        x, label = sheet.x(second), clock(second)
        sheet.box(x, AXIS, x + 1, AXIS + 6, GREY)
        left, right = x - wide(label, 14) / 2, x + wide(label, 14) / 2
        if right <= RIGHT + 6 and not any(left < end and right > start for start, end in taken):
            sheet.write(left, AXIS + 12, label, 14, GREY)
