"""What an engine gave is looked at before it is believed, and trimmed without a click."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.errors import VoiceError
from bulletin.voice.engine import Sound
from bulletin.voice.phrasing import phrases
from bulletin.voice.sound import LEAD_SECONDS, TAIL_SECONDS, checked, joined, pcm, trimmed

RATE = 24_000
WORDS = "The bridge is open."


def hum(seconds: float, level: float = 0.2) -> np.ndarray:
    return (level * np.sin(np.arange(int(seconds * RATE)) * 0.1)).astype(np.float32)


def quiet(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * RATE), np.float32)


@pytest.mark.parametrize(
    ("samples", "says"),
    [
        (quiet(0), "no sound"),
        (quiet(1), "silence"),
        (hum(1, 0.001), "silence"),
        (np.full(RATE, np.nan, np.float32), "not numbers"),
        (np.full(RATE, np.inf, np.float32), "not numbers"),
        (hum(0.05), "some are missing"),
        (hum(60), "60 s of sound"),
    ],
)
def test_what_cannot_be_the_words_is_refused(samples: np.ndarray, says: str) -> None:
    with pytest.raises(VoiceError, match=says):
        checked(Sound(samples, RATE), WORDS * 2, 14.0)


@pytest.mark.parametrize("rate", [0, -1, 10, 10_000_000])
def test_a_rate_that_is_none_is_refused(rate: int) -> None:
    with pytest.raises(VoiceError, match="sample rate"):
        checked(Sound(hum(1), rate), WORDS, 14.0)


def test_padding_goes() -> None:
    sound = trimmed(np.concatenate([quiet(0.4), hum(1), quiet(0.7)]), RATE)
    assert sound.size / RATE == pytest.approx(1 + LEAD_SECONDS + TAIL_SECONDS, abs=0.011)


def test_edges_do_not_click() -> None:
    cosine = (0.8 * np.cos(np.arange(RATE) * 0.1)).astype(np.float32)  # it begins and ends loud
    sound = trimmed(cosine, RATE)
    assert np.abs(sound[[0, 1, -2, -1]]).max() < 0.001


def test_a_soft_beginning_stays() -> None:
    sound = trimmed(np.concatenate([quiet(0.4), hum(0.2, 0.002), hum(1)]), RATE)
    assert sound.size / RATE == pytest.approx(1.2 + LEAD_SECONDS, abs=0.011)


def test_a_loud_voice_is_turned_down_not_clipped_and_a_quiet_one_stays_quiet() -> None:
    loud = checked(Sound(hum(1, 1.8), RATE), WORDS, 14.0).samples
    soft = checked(Sound(hum(1, 0.02), RATE), WORDS, 14.0).samples
    assert np.abs(loud).max() == pytest.approx(1.0, abs=0.001)
    assert np.abs(soft).max() == pytest.approx(0.02, abs=0.001)


@given(st.lists(st.floats(-1, 1, width=32), max_size=50))
def test_pcm_is_within_half_a_step(values: list[float]) -> None:
    samples = np.array(values, np.float32)
    assert np.abs(np.frombuffer(pcm(samples), "<i2") / 32767 - samples).max(initial=0) <= 0.5 / 32767 + 1e-6


def test_sounds_are_joined_with_their_silences() -> None:
    assert joined([(Sound(hum(1), RATE), 0.5), (Sound(hum(1), RATE), 0.0)]).samples.size == 2.5 * RATE
    with pytest.raises(VoiceError, match="sample rate"):
        joined([(Sound(hum(1), RATE), 0.0), (Sound(hum(1), 8000), 0.0)])


@settings(max_examples=200)
@given(st.text(alphabet="ab .,;—", max_size=400).map(lambda text: " ".join(text.split())), st.integers(8, 60))
def test_phrases_are_short_and_together_are_all_the_words(text: str, most: int) -> None:
    cut = [phrase for phrase, _ in phrases(text, most)]
    assert all(0 < len(phrase) <= most for phrase in cut)
    assert "".join(c for c in "".join(cut) if c.isalpha()) == "".join(c for c in text if c.isalpha())


def test_a_line_is_cut_where_a_reader_breathes() -> None:
    assert phrases("The vote was close. The mayor won by nine.", 30) == [
        ("The vote was close.", 0.4),
        ("The mayor won by nine.", 0.0),
    ]
    assert phrases("Rain fell on Sunday, and the river rose.", 30) == [
        ("Rain fell on Sunday,", 0.15),
        ("and the river rose.", 0.0),
    ]


def test_a_megabyte_of_one_character_is_no_catastrophe() -> None:
    for character in ".,a—?":
        assert all(len(phrase) <= 300 for phrase, _ in phrases(character * 1_000_000, 300))
