"""A script is read: each line once, in order, by the voice that its cue names; a failure is one clear line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bulletin import voice
from bulletin.errors import VoiceError
from bulletin.model import Cue, Line, Script
from bulletin.station import Station
from bulletin.voice import casting
from bulletin.voice.engines import hibari, tone

AIR_TIME = datetime(2026, 3, 1, 18, tzinfo=UTC)


def script(*cues: Cue, voice_name: str = "tone", language: str = "en") -> Script:
    return Script("Test FM", "hourly", AIR_TIME, language, voice_name, 180, cues)


def cue(*texts: str, voice_name: str = "") -> Cue:
    return Cue("story", lines=tuple(Line(text) for text in texts), voice=voice_name)


def pitch_of(pcm: bytes, rate: int) -> float:
    samples = np.frombuffer(pcm, "<i2").astype(float)
    return float(np.abs(np.fft.rfft(samples)).argmax()) * rate / samples.size


def test_takes_are_parallel_to_the_cues_and_their_lines(station: Station) -> None:
    news = script(cue("Good evening."), Cue("sting"), cue("It rained.", "Rivers rose."), cue("Good evening."))
    takes = voice.read(news, station)
    assert [[take.text for take in cue] for cue in takes] == [
        ["Good evening."],
        [],
        ["It rained.", "Rivers rose."],
        ["Good evening."],
    ]
    for take in (take for cue in takes for take in cue):
        assert pitch_of(take.pcm, take.sample_rate) == pytest.approx(tone.pitch(take.spoken), abs=1.5)


def test_equal_lines_are_read_once(station: Station) -> None:
    counts: list[tuple[int, int]] = []
    news = script(cue("It rained.", "It rained."), cue("It rained."), cue("Rivers rose."))
    takes = voice.read(news, station, progress=lambda done, of: counts.append((done, of)))
    assert takes[0][0] is takes[0][1] is takes[1][0]
    assert counts == [(1, 2), (2, 2)]
    counts.clear()
    voice.read(news, station, progress=lambda done, of: counts.append((done, of)))
    assert counts == [(2, 2)]


def test_a_cues_own_voice_wins(station: Station) -> None:
    takes = voice.read(script(cue("It rained."), cue("It rained.", voice_name="tone:low")), station)
    assert [cue[0].voice for cue in takes] == ["plain", "low"]
    assert takes[0][0].pcm != takes[1][0].pcm


def test_an_empty_script_has_no_takes(station: Station) -> None:
    assert voice.read(script(), station) == ()
    assert voice.read(script(Cue("sting")), station) == ((),)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("hibary", 'there is no engine "hibary"; did you mean "hibari"?'),
        ("Tone", 'there is no engine "Tone"; did you mean "tone"?'),
        ("tone:lo", 'tone has no voice "lo"; did you mean "tone:low"?'),
        ("piper:x\x1b[2J", 'piper has no voice "x [2J"; there are piper:joe'),
    ],
)
def test_a_wrong_voice_is_told_with_the_nearest_right_one(name: str, says: str, station: Station) -> None:
    with pytest.raises(VoiceError) as failure:
        voice.say("It rained.", name, station)
    assert str(failure.value) == says


def test_every_voice_is_looked_at_before_any_line_is_read(station: Station) -> None:
    with pytest.raises(VoiceError, match="nobody"):
        voice.read(script(cue("It rained."), cue("It rained.", voice_name="nobody")), station)
    assert not (station.cache / "takes").exists()


def test_a_language_that_the_engine_does_not_read_is_told(station: Station) -> None:
    with pytest.raises(VoiceError, match='the voice hibari reads English only; for ha use voice = "gtts"'):
        voice.read(script(cue("Sannu."), voice_name="hibari", language="ha"), station)


def test_a_voice_that_is_not_on_this_machine_is_told_and_not_fetched(
    station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    with pytest.raises(VoiceError, match='"hibari:emma" is not on this machine: run'):
        voice.say("It rained.", "hibari:emma", station)
    (tmp_path / "bf_emma.int8.onnx").write_bytes(b"no model")
    with pytest.raises(VoiceError, match="is damaged"):
        voice.say("It rained.", "hibari:emma", station)


def test_the_voices_on_the_card_are_those_of_the_package() -> None:
    from hibari.voices import DEFAULT, VOICES

    assert set(hibari.Hibari.card.voices) == set(VOICES)
    assert hibari.Hibari.card.voices[0] == DEFAULT


def test_a_line_too_long_to_be_one_is_told(station: Station) -> None:
    with pytest.raises(VoiceError, match="too long to read"):
        voice.say("word " * 2000, "tone", station)


PLUG_IN = """
    from bulletin.errors import VoiceError
    from bulletin.voice.engine import Card, Sound

    class Reader:
        hands = 2
        def read(self, text):
            import numpy as np
            if "explode" in text:
                raise RuntimeError("out of\\nsteam")
            return Sound(np.zeros(24000, np.float32), 24000)
        def close(self):
            pass

    class Engine:
        card = Card(name="mime", summary="Says nothing", voices=("white",), licence="CC0")
        def version(self):
            return "1"
        def fingerprint(self, voice, station):
            return "1"
        def open(self, voice, language, station):
            return Reader()

    engine = Engine()
"""


@pytest.fixture
def strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two plug-ins of another package: one that works but is silent, one that cannot be imported."""
    site = tmp_path / "site"
    described = site / "strangers-1.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: strangers\nVersion: 1\n")
    plugs = "[bulletin.engines]\nmime = mime_voice:engine\nghost = no_such:engine\n"
    (described / "entry_points.txt").write_text(plugs)
    (site / "mime_voice.py").write_text(textwrap.dedent(PLUG_IN))
    monkeypatch.syspath_prepend(str(site))
    casting.plugs.cache_clear()
    yield
    casting.plugs.cache_clear()
    sys.modules.pop("mime_voice", None)


@pytest.mark.usefixtures("strangers")
def test_a_strangers_engine_is_found_and_its_failure_is_one_line(station: Station) -> None:
    assert "mime" in [card.name for card in voice.cards()]
    with pytest.raises(VoiceError) as failure:
        voice.say("They explode at noon.", "mime", station)
    assert str(failure.value) == 'mime could not read "They explode at noon.": out of steam'
    with pytest.raises(VoiceError, match="it gave silence"):
        voice.say("It rained.", "mime", station)
    assert not list(station.cache.rglob("*.kept"))


@pytest.mark.usefixtures("strangers")
def test_an_engine_that_cannot_be_loaded_harms_no_other(station: Station) -> None:
    assert "cannot be loaded" in voice.missing("ghost")
    with pytest.raises(VoiceError, match='"ghost" cannot be loaded'):
        voice.say("It rained.", "ghost", station)
    assert voice.say("It rained.", "tone", station).seconds > 0


def test_a_missing_extra_is_told_with_the_command_that_brings_it() -> None:
    card = voice.Card("x", "x", packages=("json", "no_such_package"), install="pip install 'bulletin-radio[x]'")
    assert card.missing() == "no_such_package is not installed: pip install 'bulletin-radio[x]'"


def test_the_front_door_loads_nothing_heavy() -> None:
    heavy = {"numpy", "onnxruntime", "soundfile", "hibari", "piper", "gtts", "requests", "mutagen"}
    code = "import sys, bulletin.voice as v; v.cards(); v.pace('piper:joe'); v.missing('gtts'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert heavy & set(loaded) == set()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="sends a signal as Ctrl-C does")
def test_ctrl_c_ends_a_reading_that_waits_for_the_network(tmp_path: Path) -> None:
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
from gtts_server import google
from bulletin import voice
from bulletin.station import Folders, Gtts, Station
with google("hang") as seen:
    station = Station(folders=Folders(cache={str(tmp_path)!r}), gtts=Gtts(url=seen.url, timeout_seconds=60))
    print("ready", flush=True)
    try:
        voice.say("It rained.", "gtts", station)
    except KeyboardInterrupt:
        print("interrupted", len(seen.texts), flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    threading.Event().wait(1.5)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=20)  # the server would hold it for a minute
    assert out.startswith("interrupted")


def test_what_hibari_says_is_what_a_listener_hears(hear: Callable[..., str], station: Station) -> None:
    words = "The Senate approved twelve new schools in March, and the minister thanked farmers."
    take = voice.say(words, "hibari", station)
    samples = np.frombuffer(take.pcm, "<i2").astype(np.float32) / 32768
    assert _words(hear(samples, take.sample_rate)) == _words(take.text)


def test_numbers_are_heard_as_they_were_written(hear: Callable[..., str], station: Station) -> None:
    take = voice.say("Inflation fell to 21.5% in 2024, and 340 people lost their jobs.", "hibari", station)
    samples = np.frombuffer(take.pcm, "<i2").astype(np.float32) / 32768
    heard = hear(samples, take.sample_rate)
    for figure in ("21.5%", "2024", "340"):
        assert figure in heard


def _words(text: str) -> list[str]:
    numbers: dict[str, Any] = {"12": "twelve"}
    plain = "".join(c for c in text.lower() if c.isalnum() or c == " ")
    return [numbers.get(word, word) for word in plain.split()]
