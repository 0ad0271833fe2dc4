"""What every voice plug-in must do: ours, found by their entry points as a stranger's are."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points
from pathlib import Path

import numpy as np
import pytest
from gtts_server import google

from bulletin import voice
from bulletin.errors import VoiceError
from bulletin.station import Folders, Gtts, Station
from bulletin.voice.casting import cast

REGISTERED = sorted(plug.name for plug in entry_points(group="bulletin.engines"))
EXERCISED = ("gtts", "hibari", "piper", "tone")
WORDS = "The governor said the new bridge would open in March."

every_engine = pytest.mark.parametrize("name", EXERCISED)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with google("good") as seen:
        yield seen.url


@pytest.fixture
def station(tmp_path: Path, server: str) -> Station:
    return Station(folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=server))


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
    assert voice.missing(name) == ""


@every_engine
def test_words_in_sound_out(name: str, station: Station) -> None:
    take = voice.say(WORDS, name, station)
    samples = np.frombuffer(take.pcm, "<i2")
    assert (take.engine, take.voice, take.text) == (name, cast(name).voice, WORDS)
    assert 0.6 < take.seconds / (len(WORDS) / voice.pace(name)) < 1.4
    assert 1000 < np.abs(samples).max() <= 32767
    assert samples[0] == 0  # faded at both ends, so that nothing clicks
    assert abs(samples[-1]) <= 3


@every_engine
def test_a_deterministic_engine_gives_the_same_samples_twice_and_from_many_threads(name: str, station: Station) -> None:
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


@every_engine
def test_what_an_engine_is_given_has_no_digit_in_it(name: str, station: Station) -> None:
    take = voice.say("Output rose 12.5% to 300 tonnes in 2024.", name, station)
    assert not any(c.isdigit() for c in take.spoken)


@every_engine
def test_a_line_longer_than_the_engine_takes_is_read_whole(name: str, station: Station) -> None:
    words = "The council met in the old hall and spoke of water and roads, " * 7 + "and then went home."
    take = voice.say(words, name, station)
    assert len(words) > 400
    assert 0.6 < take.seconds / (len(words) / voice.pace(name)) < 1.4


@every_engine
@pytest.mark.parametrize("text", ["", " ", "...", "—"])
def test_no_words_are_one_clear_line(name: str, text: str, station: Station) -> None:
    with pytest.raises(VoiceError, match=r"^there are no words to read"):
        voice.say(text, name, station)


@every_engine
def test_an_unknown_voice_is_one_clear_line(name: str, station: Station) -> None:
    with pytest.raises(VoiceError, match=rf'^{name} has no voice "nobody"; (there are|did you mean) "?{name}:'):
        voice.say(WORDS, f"{name}:nobody", station)


@every_engine
def test_a_fingerprint_stays_and_differs_by_what_makes_the_sound(name: str, station: Station) -> None:
    engine, chosen = cast(name).engine, cast(name).voice
    assert engine.fingerprint(chosen, station) == engine.fingerprint(chosen, station)
    assert engine.version()
