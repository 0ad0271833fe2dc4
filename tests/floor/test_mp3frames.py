"""An MP3's frames: whole ones are counted, a cut or damaged one is noticed, and nothing else is raised."""

import contextlib

import lameenc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import mp3frames


def mp3(rate: int = 44_100, channels: int = 2, kbits: int = 128, seconds: int = 1) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(kbits)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(channels)
    ramp = b"".join((n * 37 % 20_000).to_bytes(2, "little") * channels for n in range(rate * seconds))
    return bytes(encoder.encode(ramp) + encoder.flush())


WHOLE = mp3()


@pytest.mark.parametrize(
    ("rate", "channels", "kbits"), [(44_100, 2, 128), (48_000, 1, 64), (24_000, 1, 32), (16_000, 2, 48)]
)
def test_a_whole_one_lasts_what_was_encoded(rate, channels, kbits):
    from io import BytesIO

    from mutagen.mp3 import MP3

    made = mp3(rate, channels, kbits, 3)
    length = mp3frames.walk(made)
    assert length.seconds == pytest.approx(3, abs=0.15)
    assert length.seconds == pytest.approx(MP3(BytesIO(made)).info.length, abs=0.08)


@given(st.integers(1, len(WHOLE) - 1))
def test_one_that_is_cut_is_noticed_or_ends_at_a_frame(cut):
    with contextlib.suppress(mp3frames.Damaged):
        assert mp3frames.walk(WHOLE[:cut]).frames < mp3frames.walk(WHOLE).frames


@given(st.binary(max_size=2000))
def test_any_bytes_are_walked_or_refused(content):
    with contextlib.suppress(mp3frames.Damaged):
        assert mp3frames.walk(content).seconds > 0


def test_a_tag_before_and_after_counts_for_nothing():
    tagged = b"ID3\x03\x00\x00\x00\x00\x00\x05hello" + WHOLE + b"TAG" + bytes(125)
    assert mp3frames.walk(tagged) == mp3frames.walk(WHOLE)
