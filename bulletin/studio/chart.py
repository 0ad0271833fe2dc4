"""What the picture and the page show alike: how far the clock reaches, who speaks, what was done to fit the slot."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..model import Rundown, Segment, Span
from ..plain import plain
from ..timing import clock

BAND = 1.0  # LU around the target: what EBU R 128 (2023) allows a live programme as a whole
ABOVE, BELOW = 6.0, 14.0  # LU around the target that the loudness curve shows
ON_TIME = 0.05  # seconds from the slot's end that count as on it
_NOTHING = -70.0  # LUFS: the gate of BS.1770; a meter says this, or -inf, of silence and of its first moments
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800)


def slot(rundown: Rundown) -> float:
    """The seconds that the clock gives; 0 where it gives none."""
    return rundown.slot_seconds if math.isfinite(rundown.slot_seconds) and rundown.slot_seconds > 0 else 0.0


def extent(rundown: Rundown) -> float:
    """The seconds that the whole width stands for: bulletin and slot, but never a bulletin that is hard to see.

    A slot that is far longer than the bulletin is cut off the width: its end is told in words only.
    """
    length = max(rundown.length_seconds, 0.001)
    return max(length, min(slot(rundown), 1.5 * length))


def slack(rundown: Rundown) -> float:
    """Seconds of the slot that are left empty; less than 0 where the bulletin runs over; 0 where it fits."""
    left = slot(rundown) - rundown.length_seconds
    return left if slot(rundown) and abs(left) > ON_TIME else 0.0


def slack_words(rundown: Rundown) -> str:
    """`slack` as a producer says it: "0:46 short of the slot", or nothing."""
    left = slack(rundown)
    if not left:
        return ""
    seconds = clock(abs(left)) if abs(left) >= 1 else f"{abs(left):.2f} s"
    return f"{seconds} short of the slot" if left > 0 else f"{seconds} over the slot"


def ticks(seconds: float, most: int = 16) -> range:
    """The whole seconds that the axis names: at most about `most` of them."""
    step = next((step for step in _STEPS if seconds / step <= most), 3600 * math.ceil(seconds / 3600 / most))
    return range(0, int(seconds) + 1, step)


def tints(segments: Sequence[Segment]) -> list[str]:
    """The name of each segment's colour: "opening", "odd" and "even" stories in turn, "closing"."""
    names = []
    for place, segment in enumerate(segments):
        if place == 0 and segment.slug == "opening":
            names.append("opening")
        elif place == len(segments) - 1 and segment.slug == "closing":
            names.append("closing")
        else:
            names.append("even" if names and names[-1] == "odd" else "odd")
    return names


def voices(rundown: Rundown) -> list[str]:
    """Who speaks, in the order in which they are first heard."""
    return list(dict.fromkeys(span.voice for span in rundown.spans if span.kind == "voice"))


def shown(rundown: Rundown) -> list[Span]:
    """The spans that can be drawn: forwards, and on the width."""
    most = extent(rundown)
    return [span for span in rundown.spans if 0 <= span.start_seconds <= span.end_seconds <= most + 1]


def fitting(rundown: Rundown) -> list[str]:
    """What a producer must know of how it fits its slot: over it, tempo, what was dropped; most have none."""
    done = [slack_words(rundown)] if slack(rundown) < 0 else []
    if abs(rundown.tempo - 1) >= 0.0005:
        done.append(f"Read {abs(rundown.tempo - 1):.1%} {'faster' if rundown.tempo > 1 else 'slower'} to fit")
    if rundown.dropped:
        done.append("Left out for time: " + "; ".join(plain(name, most=120) for name in rundown.dropped))
    return done


def loudness_points(short_term: Sequence[float], target_lufs: float, count: int) -> list[float | None]:
    """Short-term loudness in `count` equal stretches (fewer where there are fewer), the loudest of each, in LU
    above the target and within -BELOW..ABOVE; None before the meter has heard anything."""
    count = min(count, len(short_term))
    points: list[float | None] = []
    for number in range(count):
        few = short_term[number * len(short_term) // count : (number + 1) * len(short_term) // count]
        heard = [lufs for lufs in few if math.isfinite(lufs) and lufs > _NOTHING]
        points.append(max(-BELOW, min(ABOVE, max(heard) - target_lufs)) if heard else None)
    return points


def runs(points: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The points that are known, with their places, in unbroken runs of two and more."""
    found: list[list[tuple[int, float]]] = [[]]
    for place, point in enumerate(points):
        if point is not None:
            found[-1].append((place, point))
        elif found[-1]:
            found.append([])
    return [run for run in found if len(run) > 1]


def clock_exact(seconds: float) -> str:
    """Seconds to the hundredth, as playout wants them: 2:13.04."""
    hundredths = round(seconds * 100)
    return f"{hundredths // 6000}:{hundredths // 100 % 60:02}.{hundredths % 100:02}"
