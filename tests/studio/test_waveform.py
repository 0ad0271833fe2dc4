"""The picture, judged by the pixels in it."""

import math
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bulletin.model import Bulletin, Rundown, Segment, Span
from bulletin.studio import chart, lettering
from bulletin.studio.sheet import LEFT, RIGHT, SIZE
from bulletin.studio.waveform import (
    BOTTOM,
    CURVE,
    LANE,
    LANE_TINTS,
    LANES,
    LOUD_BOTTOM,
    LOUD_TOP,
    NAMES,
    SLOT,
    TINTS,
    TOP,
    VOICES,
    draw,
    levelled,
)

RATE = 44_100
RUNDOWN = Rundown(
    20.0,
    25.0,
    (Segment("opening", "Opening", "", 0, 10), Segment("bridge", "A bridge is open", "", 10, 10)),
    (
        Span("voice", "Good afternoon.", 1, 5, 0, 0, "tone:high"),
        Span("sound", "divider", 10, 12, 1),
        Span("voice", "A bridge is open.", 12, 18, 1, 0, "tone:low"),
        Span("bed", "bed", 5, 9),
    ),
)
BULLETIN = Bulletin(
    "x", "Savanna Radio", datetime(2026, 11, 22, 14, 0, tzinfo=UTC), "hourly", "tone", 25, "", "bulletin.mp3",
    20.0, -16.0, -1.2, RUNDOWN, 0.2, 19.5, "A bridge is open.",
)  # fmt: skip
SHORT_TERM = [-math.inf] * 30 + [-16.0] * 70 + [-26.0] * 100


def noise(seconds: float = 20.0, channels: int = 2) -> np.ndarray:
    """A second half that is loud and a first half that is silent."""
    frames = int(seconds * RATE)
    loud = np.random.default_rng(1).integers(-16_000, 16_000, (frames, channels), dtype=np.int16)
    loud[: frames // 2] = 0
    return loud


def drawn(folder: Path, bulletin: Bulletin = BULLETIN, samples: np.ndarray | None = None) -> Image.Image:
    path = folder / "waveform.png"
    path.write_bytes(draw(bulletin, noise() if samples is None else samples, SHORT_TERM, -16.0))
    return Image.open(path)


def x(second: float) -> int:
    return LEFT + round((RIGHT - LEFT) * second / 25)


def at(picture: Image.Image, second: float, y: float) -> str:
    return "#{:02x}{:02x}{:02x}".format(*picture.getpixel((x(second), round(y))))


def test_the_wave_stands_where_it_is_loud(tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    middle = (TOP + NAMES + BOTTOM) / 2
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", SIZE)
    assert at(picture, 4, middle - 20) == TINTS["opening"][0]  # silence: the ground
    assert at(picture, 15, middle - 10) == TINTS["odd"][2]  # its body
    assert at(picture, 15, middle - 40) == TINTS["odd"][1]  # its peaks


@pytest.mark.parametrize("channels", [1, 2])
def test_mono_is_drawn_as_stereo_is(channels: int) -> None:
    samples = np.repeat(noise(channels=1), channels, axis=1)
    levels = levelled(samples, SHORT_TERM, -16.0, 10)
    assert max(levels.high[:5]) == 0
    assert min(levels.high[5:]) == pytest.approx(0.488, abs=0.001)
    assert min(levels.mean[5:]) == pytest.approx(0.488 / math.sqrt(3), abs=0.01)


def test_the_lanes_show_who_speaks_and_what_plays(tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    voice, sounds, bed = (top + LANE - 3 for top in LANES.values())
    assert [at(picture, second, voice) for second in (3, 15)] == list(VOICES[:2])
    assert at(picture, 11.9, sounds) == LANE_TINTS["sound"]
    assert at(picture, 8, bed) == LANE_TINTS["bed"]
    assert LANE_TINTS["bed"] != at(picture, 15, bed)


def test_loudness_is_a_curve_on_its_target(tmp_path: Path) -> None:
    picture = drawn(tmp_path)
    lu = (LOUD_BOTTOM - LOUD_TOP) / (chart.ABOVE + chart.BELOW)
    target = LOUD_TOP + chart.ABOVE * lu
    assert CURVE in {at(picture, 6, target + near) for near in (-1, 0, 1)}
    assert CURVE in {at(picture, 15, target + 10 * lu + near) for near in (-1, 0, 1)}
    heard = np.asarray(picture)[LOUD_TOP:LOUD_BOTTOM, x(0) : x(2.9)]
    assert not (heard == ImageColor.getrgb(CURVE)).all(axis=2).any()  # the meter has heard nothing yet


def test_the_slots_end_is_marked_and_what_is_missing_or_over_shown(tmp_path: Path) -> None:
    short = drawn(tmp_path)
    assert at(short, 25, BOTTOM + 5) == SLOT
    assert at(short, 23, BOTTOM - 20) not in {tint[0] for tint in TINTS.values()}
    assert chart.slack_words(RUNDOWN) == "0:05 short of the slot"
    over = drawn(tmp_path, replace(BULLETIN, rundown=replace(RUNDOWN, length_seconds=20, slot_seconds=16)))
    assert SLOT in {"#{:02x}{:02x}{:02x}".format(*over.getpixel((c, BOTTOM + 5))) for c in range(LEFT, RIGHT)}


def test_the_same_bulletin_gives_the_same_bytes(tmp_path: Path) -> None:
    drawn(tmp_path).close()
    first = (tmp_path / "waveform.png").read_bytes()
    drawn(tmp_path).close()
    assert (tmp_path / "waveform.png").read_bytes() == first


words = st.text(max_size=120)


@settings(max_examples=25, deadline=None)
@given(
    title=words, station=words, slot=st.sampled_from([0.0, 1.0, 19.99, 20.0, 1800.0]), count=st.integers(0, 40),
    voices=st.lists(words, max_size=6), dropped=st.lists(words, max_size=30),
    tempo=st.sampled_from([0.97, 1.0, 1.03]),
)  # fmt: skip
def test_any_bulletin_can_be_drawn(
    tmp_path_factory: pytest.TempPathFactory,
    title: str,
    station: str,
    slot: float,
    count: int,
    voices: list[str],
    dropped: list[str],
    tempo: float,
) -> None:
    rundown = Rundown(
        20.0, slot,
        tuple(Segment("story", title, "", n * 20 / count, 20 / count) for n in range(count)),
        tuple(Span("voice", title, n, n + 0.5, 0, n, voice) for n, voice in enumerate(voices)),
        tempo, tuple(dropped),
    )  # fmt: skip
    bulletin = replace(BULLETIN, station=station, template=title, voice=title, out_cue=title, rundown=rundown)
    picture = drawn(tmp_path_factory.mktemp("any"), bulletin, noise(0.5))
    assert picture.size == SIZE


@given(text=words, size=st.sampled_from([11, 15, 36]), room=st.floats(0, 400))
def test_words_never_leave_their_room(text: str, size: int, room: float) -> None:
    assert lettering.width(lettering.fitted(text, size, room), size) <= room + 0.01
    assert all(lettering.width(row, size) <= room + 0.01 for row in lettering.wrapped(text, size, room))


def test_letters_that_no_font_has_are_left_out() -> None:
    assert lettering.lettered("Ẹdẹ", 15)[1] in ("Ẹdẹ", "Ede")  # with and without a system font
    assert lettering.lettered("“Rains” – late", 15)[1] == '"Rains" - late'
    assert lettering.lettered("Rain \U000f1234\x00in 東京 \ue000", 15)[1].startswith("Rain ")


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=50), st.integers(1, 60))
def test_loudness_points_stay_on_the_panel(short_term: list[float], count: int) -> None:
    points = chart.loudness_points(short_term, -16.0, count)
    assert len(points) == min(count, len(short_term))
    assert all(point is None or -chart.BELOW <= point <= chart.ABOVE for point in points)
