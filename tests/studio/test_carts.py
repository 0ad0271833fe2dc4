"""The station's sounds: ours, its own, and files that are none."""

import importlib.util
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile

from bulletin.errors import StudioError
from bulletin.station import Folders, Sound, Station
from bulletin.studio import carts, sound_seconds
from bulletin.studio.loudness import decibels, loudness

RATE = 44_100
KINDS = ["WAV", "FLAC", "MP3", "OGG", "OPUS", "M4A"]


def station(folder: Path, **sounds: str) -> Station:
    return Station(sound=Sound(**sounds), home=str(folder), folders=Folders(cache=str(folder / "cache")))


def tone(seconds: float = 1.0, level: float = 0.3, rate: int = 48_000, channels: int = 1) -> np.ndarray:
    wave = level * np.sin(2 * np.pi * 500 * np.arange(int(seconds * rate)) / rate)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


def write(path: Path, kind: str, samples: np.ndarray, rate: int = 48_000, pictures: str = "") -> None:
    """A sound file of some kind; with `pictures`, a codec, there is video in it."""
    if kind == "OPUS":
        soundfile.write(path, samples, rate, format="OGG", subtype="OPUS")
    elif kind != "M4A":
        soundfile.write(path, samples, rate, format=kind)
    else:
        with path.open("wb") as file, av.open(file, "w", format="mp4") as out:
            sound = out.add_stream("aac", rate=rate, layout="mono")
            if pictures:
                video = out.add_stream(pictures, rate=5)
                video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
                for _ in range(5):
                    out.mux(video.encode(av.VideoFrame(64, 64, "yuv420p")))
                out.mux(video.encode())
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), format="fltp", layout="mono")
            frame.sample_rate = rate
            out.mux(sound.encode(frame))
            out.mux(sound.encode())


def by_header(name: str, own: Station) -> object:
    return sound_seconds(own)[name]


either = pytest.mark.parametrize("read", [by_header, carts.ready], ids=["header", "whole"])
Read = Callable[[str, Station], object]


def test_ours_are_short_and_at_one_level() -> None:
    own = Station()
    lengths = sound_seconds(own)
    assert list(lengths) == ["ident", "bed", "divider", "pips", "closing", "flash"]
    assert lengths["ident"] <= 5 and lengths["divider"] <= 1.5 and lengths["closing"] <= 5 and lengths["flash"] <= 2
    assert 15 <= lengths["bed"] <= 30
    for name, length in lengths.items():
        samples = carts.ready(name, own)
        assert loudness(samples) == pytest.approx(-24, abs=0.4)
        assert len(samples) / RATE == pytest.approx(length, abs=0.02)
        assert np.abs(samples[[0, -1]]).max() < 30
    assert sum(path.stat().st_size for path in carts.OURS.iterdir()) < 250_000


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["ident.dat", "ident.mp3"])
def test_a_stations_file_is_known_by_its_content(tmp_path: Path, kind: str, name: str) -> None:
    write(tmp_path / name, kind, tone())
    own = station(tmp_path, ident=name)
    assert sound_seconds(own)["ident"] == pytest.approx(1, abs=0.1)
    samples = carts.ready("ident", own)
    assert len(samples) / RATE == pytest.approx(1, abs=0.03)
    middle = np.abs(np.fft.rfft(samples[11_025:33_075, 0].astype(float)))
    assert np.argmax(middle) * 2 == 500  # hertz: resampled, not replayed


@pytest.mark.parametrize("level", [0.002, 0.1, 1.0])
def test_quiet_and_hot_sounds_are_levelled(tmp_path: Path, level: float) -> None:
    soundfile.write(tmp_path / "a.wav", tone(level=level, channels=2), 48_000, subtype="FLOAT")
    assert loudness(carts.ready("ident", station(tmp_path, ident="a.wav"))) == pytest.approx(-24, abs=0.3)


def test_a_sound_of_one_peak_is_not_raised_over_full_scale(tmp_path: Path) -> None:
    clicks = tone(3, level=0.001)
    clicks[::24_000] = 1.0
    soundfile.write(tmp_path / "a.wav", clicks, 48_000)
    assert decibels(np.abs(carts.ready("ident", station(tmp_path, ident="a.wav"))).max() / 32768) <= -0.9


def test_silence_around_a_sound_and_an_offset_under_it_are_gone(tmp_path: Path) -> None:
    samples = np.concatenate([np.zeros((48_000, 1)), tone(0.5), np.zeros((96_000, 1))]) + 0.1
    soundfile.write(tmp_path / "a.flac", samples, 48_000)
    own = station(tmp_path, ident="a.flac")
    assert sound_seconds(own)["ident"] == pytest.approx(3.5)
    ready = carts.ready("ident", own)
    assert abs(ready.mean()) < 30
    assert len(ready) / RATE == pytest.approx(0.5, abs=0.02)
    assert sound_seconds(own)["ident"] == len(ready) / RATE  # known now, to the sample


def test_a_sound_is_decoded_once(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", "WAV", tone())
    own = station(tmp_path, ident="a.wav")
    first = carts.ready("ident", own)
    kept = sorted((tmp_path / "cache" / "sounds").iterdir())
    assert (carts.ready("ident", own) == first).all()
    assert sorted((tmp_path / "cache" / "sounds").iterdir()) == kept
    for entry in kept:
        entry.write_bytes(entry.read_bytes()[:-100])  # damaged: made anew
    assert (carts.ready("ident", own) == first).all()
    write(tmp_path / "a.wav", "WAV", tone(2))  # another sound under the same name
    assert len(carts.ready("ident", own)) / RATE == pytest.approx(2, abs=0.02)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"#EXTM3U\n#EXTINF:5,x\n/etc/hostname\n", "it is a playlist"),
        (b"\xef\xbb\xbf#EXTM3U\nx\n", "it is a playlist"),
        (b"[playlist]\nFile1=http://127.0.0.1/\n", "it is a playlist"),
        (b"ffconcat version 1.0\nfile '/etc/hostname'\n", "it is a playlist"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "it is a page or a drawing"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "it is a picture"),
        (b"RIFF\xff\xff\xff\xffAVI LIST", "it is a video"),
        (b"Dear listeners, " * 99, "it is not audio that can be read; WAV, FLAC, MP3, OGG and M4A are read"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isomiso2\0\0\0\x08moov\0\0\1\0mdat" + bytes(248), "there is no sound in it|it is"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt ", "it is damaged"),
        (b"ID3\x03\0\0\0\0\0\x0a" + bytes(50), "it is damaged"),
        (b"ID3\x03\0\0\0\0\0\x0a" + bytes(10) + b"#EXTM3U\n/etc/hostname\n", "it is damaged"),
        (b"OggS" + bytes(5000), "it is damaged"),
        (b"fLaC" + bytes(5000), "it is damaged"),
        (bytes(5000), "it is not audio that can be read"),
    ],
)
@either
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes, reason: str, read: Read) -> None:
    (tmp_path / "sting.mp3").write_bytes(content)
    with pytest.raises(StudioError, match=rf"^sound\.divider: .*sting\.mp3: ({reason})[^\n]*$"):
        read("divider", station(tmp_path, divider="sting.mp3"))


@pytest.mark.parametrize("name", ["nowhere.wav", ".", "a\0b.wav", "x" * 5000 + ".wav", "a\nb.wav", "loop", "pipe"])
@either
def test_a_file_that_cannot_be_opened_is_refused_in_one_line(tmp_path: Path, name: str, read: Read) -> None:
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StudioError, match=r"^sound\.bed: [^\n]*$"):
        read("bed", station(tmp_path, bed=name))


@either
def test_a_video_is_refused(tmp_path: Path, read: Read) -> None:
    write(tmp_path / "a.m4a", "M4A", tone(), pictures="mpeg4")
    with pytest.raises(StudioError, match="it is a video"):
        read("bed", station(tmp_path, bed="a.m4a"))


@either
def test_a_programme_is_no_sound(tmp_path: Path, read: Read) -> None:
    soundfile.write(tmp_path / "long.flac", np.zeros(301 * 8000, np.int16), 8000)
    with pytest.raises(StudioError, match=r"sound\.bed: .*long\.flac: it lasts 5:01; a sound lasts up to 5:00"):
        read("bed", station(tmp_path, bed="long.flac"))


def test_a_header_that_hides_a_programme_is_found_out(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.tile(tone(1, rate=8000), (301, 1)), 8000)
    whole = bytearray((tmp_path / "a.wav").read_bytes())
    at = whole.index(b"data") + 4
    whole[at : at + 4] = struct.pack("<I", 0xFFFFFFFF)  # as a program writes it that does not know the length
    (tmp_path / "a.wav").write_bytes(whole)
    with pytest.raises(StudioError, match="it lasts longer than 5:00"):
        sound_seconds(station(tmp_path, ident="a.wav"))


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "MP3"])
def test_half_a_file_is_refused(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "a", kind, np.random.default_rng(1).normal(0, 0.1, (96_000, 1)).astype(np.float32))
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[: (tmp_path / "a").stat().st_size // 2])
    with pytest.raises(StudioError, match=r"it is cut short: [01]\.\d of its 2\.\d seconds are there"):
        carts.ready("ident", station(tmp_path, ident="a"))


@pytest.mark.parametrize(
    ("samples", "reason"),
    [
        (np.zeros(48_000), "it is silent"),
        (np.full(48_000, 0.5), "it is silent"),
        (np.full(48_000, 1e-4), "it is silent"),
        (np.ones(1), "there are only 0.000 seconds of sound in it"),
        (np.concatenate([np.zeros(9000), tone(0.02)[:, 0], np.zeros(9000)]), "there are only 0.0"),
        (np.concatenate([tone()[:, 0], [np.nan]]), "there are values in it that are no sound"),
        (np.concatenate([tone()[:, 0], [np.inf]]), "there are values in it that are no sound"),
        (tone()[:, 0] * 1e30, "there are values in it that are no sound"),
    ],
)
def test_numbers_that_are_no_sound_are_refused(tmp_path: Path, samples: np.ndarray, reason: str) -> None:
    soundfile.write(tmp_path / "a.wav", samples, 48_000, subtype="FLOAT")
    with pytest.raises(StudioError, match=reason):
        carts.ready("bed", station(tmp_path, bed="a.wav"))


def test_a_name_that_is_no_sound_is_answered_with_those_that_are() -> None:
    with pytest.raises(StudioError, match='there is no sound "jingel"; the sounds are ident, bed, divider, pips, clos'):
        carts.ready("jingel", Station())


def test_the_front_door_is_cheap() -> None:
    code = (
        "import sys; from bulletin.studio import sound_seconds; from bulletin.station import Station;"
        "sound_seconds(Station()); heavy = {'numpy', 'soundfile', 'pydub', 'av', 'soxr', 'PIL'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_pydub_is_loaded_without_a_word() -> None:
    code = "import bulletin.studio.mix"
    done = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", code], env={"PATH": ""}, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert importlib.util.find_spec("pydub")
