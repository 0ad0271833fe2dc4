"""Loudness, true peak and the limiter, on signals whose figures are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.studio.loudness import RATE, decibels, end_to_end, loudness, master, true_peak


def tone(hertz: float, dbfs: float, seconds: float = 3.0, phase: float = 0.0) -> np.ndarray:
    t = np.arange(int(seconds * RATE)) / RATE
    mono = np.sin(2 * np.pi * hertz * t + phase) * 10 ** (dbfs / 20) * 32767
    return np.repeat(np.rint(mono).astype(np.int16)[:, None], 2, axis=1)


def test_the_standards_own_tone_reads_what_the_standard_says() -> None:
    # EBU Tech 3341, test 1: 1 kHz in both channels at -23 dBFS peak is -23 LUFS
    assert loudness(tone(1000, -23, 20)) == pytest.approx(-23, abs=0.1)


def test_quiet_passages_do_not_count() -> None:
    # EBU Tech 3341, test 3: 10 s at -36, 60 s at -23, 10 s at -36 is -23 LUFS
    heard = np.concatenate([tone(1000, -36, 10), tone(1000, -23, 60), tone(1000, -36, 10)])
    assert loudness(heard) == pytest.approx(-23, abs=0.1)


def test_digital_silence_in_a_piece_is_no_hole_in_all_that_follows() -> None:
    meter = end_to_end([(0, [-16.0] * 40 + [float("nan")] * 4), (5 * RATE, [-16.0] * 40)])
    assert (meter.lufs, len(meter.short_term)) == (pytest.approx(-16), 90)
    assert np.isfinite(meter.short_term).all()


def test_a_sound_shorter_than_a_gating_block_is_measured_all_the_same() -> None:
    assert loudness(tone(1000, -20, 0.2)) == pytest.approx(-20, abs=0.2)


def test_silence_and_nothing_have_no_loudness() -> None:
    assert loudness(np.zeros((RATE, 2), np.int16)) == loudness(np.zeros((0, 2), np.int16)) == -np.inf


def test_a_peak_between_samples_is_found() -> None:
    # a quarter of the rate at 45 degrees: the samples never meet the top, which is 3 dB above them
    between = tone(RATE / 4, -6, 1, phase=np.pi / 4)
    assert decibels(np.abs(between).max() / 32768) == pytest.approx(-9, abs=0.1)
    assert true_peak(between) == pytest.approx(-6, abs=0.3)


def test_looking_only_at_hot_cells_finds_the_same_peak_as_looking_everywhere() -> None:
    samples = (np.random.default_rng(3).standard_normal((5000, 2)) * 3000).astype(np.int16)
    from bulletin.studio import loudness as room

    whole = np.pad(samples.astype(float), ((6, 6), (0, 0)))
    everywhere = max(np.abs(np.convolve(whole[:, c], phase[::-1])).max() for c in (0, 1) for phase in room._PHASES)
    assert true_peak(samples) == pytest.approx(decibels(max(everywhere, np.abs(samples).max()) / 32768), abs=0.001)


def test_what_is_under_the_ceiling_is_only_turned_up() -> None:
    quiet = tone(440, -30)
    assert np.abs(master(quiet, 6.0, -1.0) - quiet * 10 ** (6 / 20)).max() <= 0.51


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1000), st.integers(1, 4000), st.floats(0, 30), st.floats(-9, -0.5))
def test_nothing_gets_through_the_limiter(seed: int, frames: int, gain: float, ceiling: float) -> None:
    rng = np.random.default_rng(seed)
    spiky = rng.standard_normal((frames, 2)) * 2000 * (1 + 8 * (rng.random((frames, 1)) > 0.99))
    out = master(np.clip(spiky, -32768, 32767).astype(np.int16), gain, ceiling)
    assert true_peak(out) <= ceiling + 0.15  # a gain that bends moves a peak between samples by a hair
