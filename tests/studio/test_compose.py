"""Our own sounds: the same notes each time, in tune with each other, out of the voice's way."""

import io

import numpy as np
import pytest
import soundfile

from bulletin.studio import carts, compose
from bulletin.studio.instruments import pitch

RATE = 44_100


def shipped(name: str) -> np.ndarray:
    samples, rate = soundfile.read(carts.OURS / f"{name}.ogg")
    assert rate == RATE
    return samples


def power(samples: np.ndarray, low: float, high: float) -> float:
    """The share of a sound's power that lies between two frequencies, in dB."""
    spectrum = np.abs(np.fft.rfft(samples.mean(axis=1))) ** 2
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    return float(10 * np.log10(spectrum[(hertz >= low) & (hertz < high)].sum() / spectrum.sum()))


def strongest(samples: np.ndarray, low: float, high: float) -> float:
    """The frequency of the strongest tone between two others, in hertz."""
    spectrum = np.abs(np.fft.rfft(samples.mean(axis=1) * np.hanning(len(samples)), 8 * RATE))
    hertz = np.fft.rfftfreq(8 * RATE, 1 / RATE)
    inside = (hertz >= low) & (hertz < high)
    return float(hertz[inside][np.argmax(spectrum[inside])])


@pytest.mark.parametrize("name", ["ident", "divider", "pips", "closing", "flash"])
def test_the_files_are_what_the_notes_say(name: str) -> None:
    again, _ = soundfile.read(io.BytesIO(compose.encode(compose.PIECES[name]())))
    assert np.abs(again - shipped(name)).max() < 0.001  # another processor may round another way


def test_the_same_notes_give_the_same_bytes() -> None:
    assert compose.encode(compose.flash()) == compose.encode(compose.flash())


def test_every_sound_has_its_notes() -> None:
    assert set(compose.PIECES) == set(carts.NAMES)


def test_ident_and_closing_begin_with_one_motif() -> None:
    for step, note in enumerate(compose.MOTIF.split()):
        if note == ".":
            continue
        begin = round(step * compose.STEP * RATE) + 900
        for name in ("ident", "closing"):
            heard = strongest(shipped(name)[begin : begin + 6000], 420, 1000)
            assert heard == pytest.approx(pitch(note), rel=0.02), (name, note)


def test_the_closing_comes_to_rest_on_the_keynote() -> None:
    last = shipped("closing")[round(compose.BAR * RATE) :]
    assert strongest(last[:RATE], 40, 110) == pytest.approx(pitch("D2"), rel=0.02)
    loud = [float(np.sqrt((part**2).mean())) for part in np.array_split(last, 10)]
    assert loud == sorted(loud, reverse=True)  # and dies away
    assert loud[-1] < loud[0] / 100


def test_the_bed_leaves_room_for_consonants() -> None:
    assert power(shipped("bed"), 1000, 4000) < -30


@pytest.mark.parametrize("name", ["ident", "divider", "pips", "closing", "flash"])
def test_nothing_clicks_at_the_edges(name: str) -> None:
    samples = shipped(name)
    assert np.abs(samples[[0, -1]]).max() < 0.003
