"""A bulletin of our sample articles, made by the command and heard by tools that are not ours: ffmpeg and ffprobe."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

COMMAND = Path(sys.executable).parent / "bulletin"
SAMPLES = Path(__file__).parents[2] / "samples"
RATE = 44_100
HERTZ = 9000  # of a bed that is nothing but this: little speech is up there
STATION = """
name = "Savanna Radio"
timezone = "UTC"
[desk]
stories = 2
[sound]
bed = "bed.wav"
"""

pytestmark = pytest.mark.skipif(not (shutil.which("ffmpeg") and shutil.which("ffprobe")), reason="needs ffmpeg")


def ran(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(words, check=True, capture_output=True, stdin=subprocess.DEVNULL)


def decoded(path: Path, *first: str) -> np.ndarray:
    """What ffmpeg makes of a file: float frames x 2."""
    raw = ran("ffmpeg", "-v", "error", *first, "-i", path, "-f", "f32le", "-ac", "2", "-ar", str(RATE), "-").stdout
    return np.frombuffer(raw, "<f4").reshape(-1, 2)


def tone_levels(samples: np.ndarray) -> np.ndarray:
    """The level of the bed in each tenth of a second, in dB."""
    size = RATE // 10
    wave = np.exp(-2j * np.pi * HERTZ * np.arange(size) / RATE) * np.hanning(size)
    mono = samples.mean(axis=1)
    return 20 * np.log10(np.abs(mono[: len(mono) // size * size].reshape(-1, size) @ wave) / size + 1e-7)


def alike(window: np.ndarray, portion: np.ndarray) -> float:
    """How like the best place in `window` is to `portion`, 0 to 1: the peak of their correlation, by FFT."""
    size = 1 << (len(window) + len(portion)).bit_length()
    product = np.fft.irfft(np.fft.rfft(window, size) * np.conj(np.fft.rfft(portion, size)), size)
    places = max(1, len(window) - len(portion) + 1)
    return float(product[:places].max() / np.linalg.norm(window) / np.linalg.norm(portion))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], np.ndarray]:
    """Two of our sample articles in 2:30: there is time for music after the sign-off.  Manifest and samples."""
    folder = tmp_path_factory.mktemp("heard")
    bed = 0.25 * np.sin(2 * np.pi * HERTZ * np.arange(RATE * 10) / RATE)
    soundfile.write(folder / "bed.wav", bed, RATE)
    (folder / "station.toml").write_text(STATION)
    done = subprocess.run(
        [COMMAND, "make", SAMPLES, "--at", "14:00", "--length", "2m30s", "--json"],
        cwd=folder, env=os.environ, check=True, capture_output=True,
    )  # fmt: skip
    manifest = json.loads(done.stdout)
    return manifest, decoded(Path(manifest["audio"]))


def test_it_fills_its_slot(made: tuple[dict[str, Any], np.ndarray]) -> None:
    manifest, samples = made
    found = ran("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", manifest["audio"])
    assert abs(len(samples) / RATE - 150) < 0.05
    assert abs(float(found.stdout) - 150) < 0.05
    assert manifest["tempo"] == 1.0


def test_its_loudness_peak_and_silences(made: tuple[dict[str, Any], np.ndarray]) -> None:
    filters = "ebur128=peak=true,silencedetect=noise=-50dB:duration=2"
    told = ran("ffmpeg", "-nostats", "-i", made[0]["audio"], "-af", filters, "-f", "null", "-").stderr.decode()
    summary = told.split("Summary:")[1]
    assert abs(float(re.search(r"I:\s+(\S+) LUFS", summary)[1]) + 16) <= 0.3
    assert float(re.search(r"Peak:\s+(\S+) dBFS", summary)[1]) <= -1
    assert re.findall(r"silence_start: (\S+)", told) == []


def test_its_chapters_are_its_segments(made: tuple[dict[str, Any], np.ndarray]) -> None:
    manifest = made[0]
    found = json.loads(ran("ffprobe", "-v", "error", "-show_chapters", "-of", "json", manifest["audio"]).stdout)
    chapters = [(c["tags"]["title"], round(float(c["start_time"]), 1)) for c in found["chapters"]]
    assert chapters == [(s["title"], round(s["start_seconds"], 1)) for s in manifest["segments"]]


def test_its_segments_end_to_end_are_the_bulletin(made: tuple[dict[str, Any], np.ndarray], tmp_path: Path) -> None:
    manifest, whole = made
    (tmp_path / "list.txt").write_text("".join(f"file '{s['audio']}'\n" for s in manifest["segments"]))
    joined = decoded(tmp_path / "list.txt", "-f", "concat", "-safe", "0")
    assert len(joined) == len(whole)
    assert np.abs(joined - whole).max() < 0.02


def test_no_line_is_cut_and_each_is_where_the_manifest_says(made: tuple[dict[str, Any], np.ndarray]) -> None:
    """Each line is read again by itself, and found whole, first half and last, at its time to a hundredth."""
    import soxr

    from bulletin import voice
    from bulletin.model import Cue, Line, Script
    from bulletin.station import Station

    manifest, samples = made
    lines, mono = manifest["rundown"]["lines"], samples.mean(axis=1)
    cue = Cue("story", lines=tuple(Line(line["text"]) for line in lines))
    script = Script("Savanna Radio", "test", datetime(2026, 11, 22, tzinfo=UTC), "en", manifest["voice"], 150, (cue,))
    (takes,) = voice.read(script, Station(name="Savanna Radio", timezone="UTC"))
    lost = []
    for line, take in zip(lines, takes, strict=True):
        alone = soxr.resample(np.frombuffer(take.pcm, "<i2") / 32768, take.sample_rate, RATE)
        start, half = round(line["start_seconds"] * RATE), len(alone) // 2
        for first, portion in ((start, alone[:half]), (start + half, alone[half:])):
            slack = RATE // 100
            window = mono[max(0, first - slack) : first + len(portion) + slack]
            likeness = alike(window, portion)
            if likeness < 0.6:
                lost.append((line["text"], round(likeness, 2)))
    assert lost == []


def test_the_bed_goes_down_under_speech_and_comes_up_after_it(made: tuple[dict[str, Any], np.ndarray]) -> None:
    manifest, samples = made
    levels = tone_levels(samples)
    last = manifest["rundown"]["lines"][-1]
    bed = next(s for s in reversed(manifest["rundown"]["sounds"]) if s["kind"] == "bed")
    assert bed["end_seconds"] > last["end_seconds"] + 3  # there is music to hear
    under = levels[round(last["start_seconds"] * 10) + 5 : round(last["end_seconds"] * 10) - 2]
    after = levels[round((last["end_seconds"] + 0.5) * 10) + 1]
    assert after - np.median(under) >= 12


def test_playout_comes_in_and_goes_out_with_the_sound(made: tuple[dict[str, Any], np.ndarray]) -> None:
    manifest, samples = made
    loud = np.flatnonzero(np.abs(samples).max(axis=1) > 10 ** (-50 / 20)) / RATE
    assert abs(manifest["cue_in_seconds"] - loud[0]) < 0.1
    assert abs(manifest["cue_out_seconds"] - loud[-1]) < 0.3
    assert manifest["rundown"]["lines"][-1]["text"].endswith(manifest["out_cue"])
