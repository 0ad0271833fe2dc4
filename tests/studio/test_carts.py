"""The station's sounds: ours, its own, and files that are none."""

import importlib
import io
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from bulletin.errors import StudioError
from bulletin.station import Sound, Station
from bulletin.studio import carts, compose, sound_seconds
from bulletin.studio.loudness import loudness
from bulletin.studio.mix import LEVEL, sound


def station(folder: Path, **sounds: str) -> Station:
    return Station(sound=Sound(**sounds), home=str(folder))


def beep(seconds: float = 1.0, level: float = 0.3, rate: int = 32_000, channels: int = 1) -> np.ndarray:
    wave = level * np.sin(2 * np.pi * 500 * np.arange(int(seconds * rate)) / rate)
    return np.repeat(wave[:, None], channels, axis=1)


def test_ours_are_short_and_at_one_level() -> None:
    lengths = sound_seconds(Station())
    assert list(lengths) == ["ident", "bed", "divider", "pips", "closing"]
    assert lengths["ident"] <= 5 and lengths["divider"] <= 1.5 and lengths["closing"] <= 4
    assert 15 <= lengths["bed"] <= 30
    for name in lengths:
        samples, _ = carts.load(name, Station())
        assert loudness(samples) == pytest.approx(-18, abs=0.4)


def test_ours_can_be_composed_again() -> None:
    again, _ = soundfile.read(io.BytesIO(compose.encode(compose.divider())))
    shipped, _ = soundfile.read(carts.OURS / "divider.ogg")
    assert np.abs(again - shipped).max() < 0.001


def test_the_same_notes_give_the_same_bytes() -> None:
    assert compose.encode(compose.pips()) == compose.encode(compose.pips())


def test_our_bed_goes_round_without_a_seam() -> None:
    bed, rate = soundfile.read(carts.OURS / "bed.ogg")
    start, overlap = bed[:rate], bed[-rate:]
    assert np.std(start - overlap) < 0.06 * np.std(start)


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
@pytest.mark.parametrize("name", ["ident.dat", "ident.mp3"])
def test_a_stations_file_is_known_by_its_content(tmp_path: Path, kind: str, name: str) -> None:
    soundfile.write(tmp_path / name, beep(), 32_000, format=kind)
    own = station(tmp_path, ident=name)
    assert sound_seconds(own)["ident"] == pytest.approx(1, abs=0.1)
    assert len(sound("ident", own)) == pytest.approx(1000, abs=100)


@pytest.mark.parametrize("level", [0.002, 0.1, 1.0])
def test_quiet_and_hot_sounds_are_levelled(tmp_path: Path, level: float) -> None:
    soundfile.write(tmp_path / "a.wav", beep(level=level, channels=2), 32_000, subtype="FLOAT")
    levelled = np.frombuffer(sound("ident", station(tmp_path, ident="a.wav")).raw_data, "<i2").reshape(-1, 2)
    assert loudness(levelled) == pytest.approx(LEVEL, abs=0.3)


def mp4() -> bytes:
    return b"\0\0\0\x18ftypisom\0\0\2\0isomiso2" + b"\0\0\0\x08moov" + b"\0\0\1\0mdat" + bytes(248)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"#EXTM3U\n#EXTINF:5,x\n/etc/hostname\n", "it is not audio that can be read"),
        (b"[playlist]\nFile1=http://127.0.0.1/\n", "it is not audio that can be read"),
        (mp4(), "it is not audio that can be read"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt ", "it is not audio that can be read"),
        (b"ID3\x03\0\0\0\0\0\x0a" + bytes(50), "it is not audio that can be read"),
        (bytes(5000), "it is not audio that can be read"),
    ],
)
@pytest.mark.parametrize("read", [sound_seconds, lambda own: sound("divider", own)], ids=["header", "whole"])
def test_what_is_no_sound_is_refused(tmp_path: Path, content: bytes, reason: str, read) -> None:
    (tmp_path / "sting.mp3").write_bytes(content)
    with pytest.raises(StudioError, match=rf"^sound\.divider: .*sting\.mp3: {reason}"):
        read(station(tmp_path, divider="sting.mp3"))


@pytest.mark.parametrize("name", ["nowhere.wav", ".", "a\0b.wav", "x" * 5000 + ".wav", "a\nb.wav"])
@pytest.mark.parametrize("read", [sound_seconds, lambda own: sound("bed", own)], ids=["header", "whole"])
def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path, name: str, read) -> None:
    with pytest.raises(StudioError, match=r"^sound\.bed: [^\n]*$"):
        read(station(tmp_path, bed=name))


@pytest.mark.parametrize("read", [sound_seconds, lambda own: sound("bed", own)], ids=["header", "whole"])
def test_a_programme_is_no_sound(tmp_path: Path, read) -> None:
    soundfile.write(tmp_path / "long.flac", np.zeros(301 * 8000, np.int16), 8000)
    with pytest.raises(StudioError, match=r"sound\.bed: .*long\.flac: it lasts 5:01; a sound lasts up to 5:00"):
        read(station(tmp_path, bed="long.flac"))


def test_a_silent_file_is_refused(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(8000), 8000)
    with pytest.raises(StudioError, match="it is silent"):
        sound("bed", station(tmp_path, bed="a.wav"))


def test_a_name_that_is_no_sound_is_answered_with_those_that_are() -> None:
    with pytest.raises(StudioError, match='there is no sound "jingel"; the sounds are ident, bed, divider, pips, clos'):
        carts.path_of("jingel", Station())


def test_the_front_door_is_cheap() -> None:
    import subprocess

    code = (
        "import sys; from bulletin.studio import sound_seconds; from bulletin.station import Station;"
        "sound_seconds(Station()); heavy = {'numpy', 'soundfile', 'pydub', 'scipy', 'soxr', 'PIL'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_pydub_is_loaded_without_a_word() -> None:
    import subprocess

    code = "import bulletin.studio; bulletin.studio.warm_up()"
    done = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-c", code], env={"PATH": ""}, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert importlib.util.find_spec("pydub")
