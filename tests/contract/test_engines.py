"""What every voice plug-in must do: ours, found by their entry points as a stranger's are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from difflib import SequenceMatcher
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np
import pytest
from gtts_server import google

from bulletin import voice
from bulletin.errors import VoiceError
from bulletin.station import Folders, Gtts, Station, default_cache
from bulletin.voice.casting import cast

REGISTERED = sorted(plug.name for plug in entry_points(group="bulletin.engines"))
EXERCISED = ("gtts", "hibari", "kokoro", "piper", "tone")
BRITISH = (
    "hibari:emma",
    "hibari:fable",
    "kokoro:bm_george",
)  # their weights are seldom there: never fetched for a test
WORDS = "The governor said the new bridge would open in March."

every_engine = pytest.mark.parametrize("name", EXERCISED)
every_voice = pytest.mark.parametrize("name", (*EXERCISED, *BRITISH))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with google("good") as seen:
        yield seen.url


@pytest.fixture
def station(tmp_path: Path, server: str) -> Station:
    """A station with an empty cache, but for the voices that this machine's user has fetched."""
    if (fetched := default_cache() / "kokoro").is_dir():
        (tmp_path / "kokoro").symlink_to(fetched)
    return Station(folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=server))


def here(name: str, station: Station) -> None:
    """Skip the test where that voice is not on this machine; that it says so well is a test of its own."""
    if lack := voice.lacking(name, station):
        pytest.skip(lack)


def test_no_registered_engine_is_left_out() -> None:
    assert tuple(REGISTERED) == EXERCISED


@every_engine
def test_the_card_is_whole(name: str) -> None:
    card = cast(name).engine.card
    assert card.name == name
    assert card.summary
    assert card.licence
    assert card.voices
    assert card.max_chars >= 100
    assert card.speed_range[0] <= 1.0 <= card.speed_range[1]
    assert set(card.alphabets) <= {"ipa", "misaki", "respelling"}
    assert 5 < voice.pace(name) < 30
    assert card.readings >= 1
    assert set(card.british) | set(dict(card.paces)) <= set(card.voices)


@every_voice
def test_words_in_sound_out(name: str, station: Station) -> None:
    here(name, station)
    take = voice.say(WORDS, name, station)
    samples = np.frombuffer(take.pcm, "<i2")
    assert (take.engine, take.voice, take.text) == (name.partition(":")[0], cast(name).voice, WORDS)
    assert 0.6 < take.seconds / (len(WORDS) / voice.pace(name)) < 1.4
    assert 1000 < np.abs(samples).max() <= 32767
    assert samples[0] == 0  # faded at both ends, so that nothing clicks
    assert abs(samples[-1]) <= 3


@every_voice
def test_a_deterministic_engine_gives_the_same_samples_twice_and_from_many_threads(name: str, station: Station) -> None:
    here(name, station)
    casting = cast(name)
    reader = casting.engine.open(casting.voice, "en", station)
    lines = [WORDS, "Farmers on both banks will use it first.", "It rained.", "The minister resigned."]
    alone = [reader.read(line) for line in lines]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(reader.read, lines * 3))
    reader.close()
    assert [sound.sample_rate for sound in together] == [sound.sample_rate for sound in alone] * 3
    if casting.engine.card.deterministic:
        for expected, actual in zip(alone * 3, together, strict=True):
            np.testing.assert_array_equal(expected.samples, actual.samples)


@every_voice
def test_what_an_engine_is_given_has_no_digit_in_it(name: str, station: Station) -> None:
    here(name, station)
    take = voice.say("Output rose 12.5% to 300 tonnes in 2024.", name, station)
    assert not any(c.isdigit() for c in take.spoken)


@every_voice
def test_a_line_longer_than_the_engine_takes_is_read_whole(name: str, station: Station) -> None:
    here(name, station)
    words = "The council met in the old hall and spoke of water and roads, " * 7 + "and then went home."
    take = voice.say(words, name, station)
    assert len(words) > 400
    assert 0.6 < take.seconds / (len(words) / voice.pace(name)) < 1.4


@every_engine
@pytest.mark.parametrize("text", ["", " ", "...", "—"])
def test_no_words_are_one_clear_line(name: str, text: str, station: Station) -> None:
    here(name, station)
    with pytest.raises(VoiceError, match=r"^there are no words to read"):
        voice.say(text, name, station)


@every_engine
def test_an_unknown_voice_is_one_clear_line(name: str, station: Station) -> None:
    with pytest.raises(VoiceError, match=rf'^{name} has no voice "nobody"; (there are|did you mean) "?{name}:'):
        voice.say(WORDS, f"{name}:nobody", station)


@every_voice
def test_a_fingerprint_stays_and_differs_by_what_makes_the_sound(name: str, station: Station) -> None:
    here(name, station)
    engine, chosen = cast(name).engine, cast(name).voice
    assert engine.fingerprint(chosen, station) == engine.fingerprint(chosen, station)
    assert engine.version()


@every_voice
def test_another_attempt_gives_other_samples_of_the_same_words(name: str, station: Station) -> None:
    here(name, station)
    casting = cast(name)
    card = casting.engine.card
    reader = casting.engine.open(casting.voice, "en", station)
    readings = [reader.read(WORDS), *(reader.read(WORDS, attempt) for attempt in range(1, min(card.readings, 3)))]
    reader.close()
    lengths = [sound.samples.size / sound.sample_rate for sound in readings]
    assert max(lengths) < 1.2 * min(lengths)
    if card.deterministic:
        assert len({sound.samples.tobytes() for sound in readings}) == len(readings)


@every_voice
def test_a_voice_that_is_not_here_is_one_clear_line(
    name: str, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIBARI_HOME", str(tmp_path))
    bare = Station(folders=Folders(cache=str(tmp_path / "a folder")), gtts=Gtts(url=server))
    if lack := voice.lacking(name, bare):
        assert "\n" not in lack
        assert any(command in lack for command in ("pip install", "run `"))
        with pytest.raises(VoiceError) as failure:
            voice.say(WORDS, name, bare)
        assert str(failure.value) == lack
    assert (name in BRITISH) <= bool(lack)


@every_voice
def test_what_is_said_is_what_a_listener_hears(name: str, station: Station, hear: Callable[..., str]) -> None:
    here(name, station)
    if name in ("gtts", "tone"):
        pytest.skip("its double speaks in tones")
    words = "The minister said that farmers would get new roads in March."
    take = voice.say(words, name, station)
    heard = hear(np.frombuffer(take.pcm, "<i2").astype(np.float32) / 32768, take.sample_rate)
    plain = ["".join(c for c in text.lower() if c.isalpha() or c == " ").split() for text in (words, heard)]
    assert SequenceMatcher(None, *plain).ratio() >= 0.85
