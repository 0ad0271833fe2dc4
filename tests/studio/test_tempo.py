"""Speech is read a little faster or slower at the same pitch, to the sample."""

import numpy as np
import pytest

from bulletin.studio.clock import at_tempo
from bulletin.studio.tempo import stretched

RATE = 44_100


def tone(seconds: float, hertz: float = 440.0) -> np.ndarray:
    return (8000 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)).astype(np.int16)


def loudest(samples: np.ndarray) -> float:
    """The frequency with the most energy, in hertz."""
    return float(np.abs(np.fft.rfft(samples * np.hanning(len(samples)))).argmax()) * RATE / len(samples)


@pytest.mark.parametrize("tempo", [0.97, 0.99, 1.001, 1.02, 1.03])
def test_the_pitch_stays_and_the_length_is_what_was_planned(tempo):
    out = stretched(tone(3.0), RATE, tempo)
    assert (out.dtype, len(out)) == (np.int16, at_tempo(3 * RATE, tempo))
    assert loudest(out) == pytest.approx(440.0, abs=0.5)


@pytest.mark.parametrize("tempo", [0.97, 1.03])
def test_nothing_is_lost_at_the_end(tempo):
    last = np.concatenate([np.zeros(RATE, np.int16), tone(0.25, 1000.0), np.zeros(RATE // 100, np.int16)])
    out = stretched(last, RATE, tempo).astype(float)
    heard = np.flatnonzero(np.abs(out) > 4000)
    lasts = (heard[-1] - heard[0]) / RATE
    assert 0.25 / tempo - 0.01 < lasts < 0.25 / tempo + 0.03  # a window of the filter's may smear its edge
    assert abs(np.abs(out).max() - 8000) < 800


@pytest.mark.parametrize("samples", [0, 1, 7, 300])
def test_the_shortest_take_is_no_fault(samples):
    assert len(stretched(np.ones(samples, np.int16), RATE, 1.03)) == at_tempo(samples, 1.03)


def test_without_a_tempo_nothing_is_touched():
    mono = tone(0.1)
    assert stretched(mono, RATE, 1.0) is mono
