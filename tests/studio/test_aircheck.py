"""Planted faults: each is found by its own check, and what is good is left alone."""

import io

import lameenc
import numpy as np
import pytest
import soundfile

from bulletin.errors import StudioError
from bulletin.model import Span
from bulletin.station import Sound
from bulletin.studio import aircheck
from bulletin.studio.loudness import loudness

RATE = 44_100
LINES = ((1.0, 3.0), (3.5, 6.0), (7.0, 10.0), (10.5, 13.0))  # seconds; a bed lies under the first two
SPANS = (*(Span("voice", f"line {n}", *line) for n, line in enumerate(LINES)), Span("bed", "bed", 0.0, 6.6))
WANTED = aircheck.wanted(Sound(loudness_lufs=-22), spans=SPANS, length_seconds=13.5)


def place(seconds):
    return int(seconds * RATE)


def speech(seconds, seed):
    """Pulses of a throat at 110 Hz, in syllables."""
    t = np.arange(place(seconds)) / RATE
    pulse = np.exp(-((t * 110) % 1) * 9) * np.sin(2 * np.pi * 700 * t)
    noise = np.random.default_rng(seed).normal(0, 0.03, len(t))
    return (pulse + noise) * (0.55 + 0.45 * np.sin(2 * np.pi * 4 * t)) * 0.4


@pytest.fixture(scope="module")
def good():
    """The samples of a good bulletin at -22 LUFS, frames x 2."""
    mono = np.zeros(place(13.5))
    for seed, (start, end) in enumerate(LINES):
        line = speech(end - start, seed)
        mono[place(start) : place(start) + len(line)] += line
    t = np.arange(place(6.6)) / RATE
    up = np.where((t > 0.7) & (t < 6.3), 0.1, 1.0)
    mono[: len(t)] += up * 0.03 * np.sin(2 * np.pi * 220 * t) * np.minimum(1, 5 * np.minimum(t, t[-1] - t))
    both = np.stack([mono, 0.9 * mono], axis=1).astype(np.float32)
    return both * 10 ** ((-22 - loudness(both)) / 20) * 32768


def mp3(samples, rate=RATE, kbps=128):
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(kbps)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(samples.shape[1])
    whole = np.clip(np.rint(samples * 10 ** (0.4455 / 20)), -32768, 32767).astype("<i2")  # LAME turns it down
    return bytes(encoder.encode(whole.tobytes())) + bytes(encoder.flush())


def found(content, wanted=WANTED):
    return {finding.check for finding in aircheck.technical(content, wanted)}


def part(samples, first, last, change):
    out = samples.copy()
    out[place(first) : place(last)] = change(out[place(first) : place(last)])
    return out


def clipped(samples):
    top = np.abs(samples).max()
    return np.clip(samples * 30, -top, top)


def test_a_good_bulletin_has_no_findings(good):
    assert aircheck.technical(mp3(good), WANTED) == ()


FAULTS = {
    "length": lambda x: x[: place(13.0)],
    "loudness": lambda x: x * 0.8,
    "true peak": lambda x: x * 5,
    "voice": lambda x: part(x, 7.0, 10.0, np.zeros_like),
    "silence": lambda x: part(x, 10.4, 13.1, np.zeros_like),
    "clipping": lambda x: part(x, 7.0, 10.0, clipped),
    "bed": lambda x: x + np.where(np.arange(len(x)) < place(6.6), 1500 * np.sin(np.arange(len(x)) / 31), 0)[:, None],
    "channels": lambda x: x * np.array([1.3, 0.0]),
    "DC offset": lambda x: x + 300,
}


@pytest.mark.parametrize("check", FAULTS)
def test_a_fault_of_the_sound(check, good):
    assert check in found(mp3(FAULTS[check](good)))


def test_half_a_line_is_told_with_its_time(good):
    content = mp3(part(good, 8.5, 10.0, np.zeros_like))
    (finding,) = (one for one in aircheck.technical(content, WANTED) if one.check == "voice")
    assert finding.line == "line 2"
    assert (finding.start_seconds, finding.end_seconds) == pytest.approx((8.5, 10.0), abs=0.1)


def test_faults_of_the_file(good):
    whole = mp3(good)
    assert "frames" in found(whole[: len(whole) // 2 + 50])
    assert "channels" in found(mp3(good.mean(axis=1, keepdims=True)))
    assert "sample rate" in found(mp3(good, rate=48_000))
    assert "bitrate" in found(mp3(good, kbps=64))
    assert "tags" in found(whole, aircheck.wanted(Sound(), title="News"))
    wav = io.BytesIO()
    soundfile.write(wav, good.astype(np.int16), RATE, format="WAV")
    assert found(wav.getvalue(), aircheck.wanted(Sound(format="wav", loudness_lufs=-22), spans=SPANS)) == set()
    assert "frames" in found(wav.getvalue()[:-1000])
    assert "format" in found(wav.getvalue())


@pytest.mark.parametrize("content", [b"", b"#EXTM3U\n/etc/passwd\n", b"ID3" + b"\0" * 500, b"RIFF....WAVEfmt "])
def test_what_is_no_audio_is_refused(content):
    with pytest.raises(StudioError):
        aircheck.technical(content, WANTED)
