"""A bed is as long as it has to be, and nobody hears where it goes round."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.station import Station
from bulletin.studio import carts
from bulletin.studio.looping import OVERLAP, looped
from bulletin.studio.timeline import RATE


def noise(seconds: float) -> np.ndarray:
    return np.random.default_rng(7).normal(0, 3000, (int(seconds * RATE), 2)).astype(np.int16)


def levels(samples: np.ndarray) -> np.ndarray:
    """dB of each tenth of a second."""
    cells = samples[: len(samples) // 4410 * 4410].reshape(-1, 8820).astype(float)
    return 10 * np.log10((cells**2).mean(axis=1) + 1e-3)


@settings(deadline=None)
@given(frames=st.integers(RATE // 20, 3 * RATE), length=st.integers(0, 8 * RATE))
def test_it_is_exactly_as_long_as_asked_and_begins_at_its_beginning(frames: int, length: int) -> None:
    music = np.arange(2 * frames, dtype=np.int16).reshape(-1, 2) % 1000 + 100
    heard = looped(music, length)
    least = min(length, frames // 2)
    assert len(heard) == length
    assert (heard[:least] == music[:least]).all()


def test_ours_goes_round_to_the_sample() -> None:
    bed = carts.ready("bed", Station()).astype(float)
    again = looped(bed.astype(np.int16), 3 * len(bed))
    one_round = len(bed) - OVERLAP
    assert one_round == 8 * 12 * 8505  # eight bars of twelve steps
    start, end = bed[:RATE], bed[-RATE:]
    lags = {lag: (start[500:-500] * end[500 + lag : RATE - 500 + lag]).sum() for lag in range(-40, 41)}
    assert max(lags, key=lambda lag: lags[lag]) == 0
    assert (again[one_round + OVERLAP : 2 * one_round] == bed[OVERLAP:one_round]).all()
    joint, before = levels(again[one_round : one_round + OVERLAP]), levels(bed[:OVERLAP])
    assert joint == pytest.approx(before, abs=0.7)


def test_music_that_was_not_made_to_go_round_keeps_its_level() -> None:
    assert np.ptp(levels(looped(noise(3), 20 * RATE))) < 1


def test_a_fade_at_the_end_is_not_heard_and_a_slow_start_once() -> None:
    music = noise(8.0)
    slopes = np.interp(np.arange(len(music)) / RATE, [0, 1, 6, 8], [0, 1, 1, 0])
    heard = levels(looped((music * slopes[:, None]).astype(np.int16), 30 * RATE))
    assert heard[0] < heard[20] - 20
    assert np.ptp(heard[10:]) < 9
