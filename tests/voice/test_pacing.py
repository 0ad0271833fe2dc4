"""How fast a voice reads is learned from its takes, within limits, and then stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import store, timing, voice
from bulletin.model import Take
from bulletin.station import Folders, Station
from bulletin.voice import pacing
from bulletin.voice.casting import cast

TONE = cast("tone")
CARD = TONE.engine.card.letters_per_second
TEXT = "The governor said, in the hall, that the new bridge would open in March, and thanked the farmers."


def takes(pace: float, count: int = 10) -> list[Take]:
    lasts = round(timing.seconds(TEXT, pace) * 8000)
    return [Take(TEXT, TEXT, bytes(2 * lasts), 8000, "tone", "plain", "") for _ in range(count)]


def test_the_card_holds_until_enough_is_known(station: Station) -> None:
    assert voice.pace("tone", station) == CARD
    pacing.learn(TONE, takes(CARD * 1.1, 3), station.cache)
    assert voice.pace("tone", station) == CARD
    pacing.learn(TONE, takes(CARD * 1.1, 7), station.cache)
    assert voice.pace("tone", station) == pytest.approx(CARD * 1.1, rel=0.001)
    assert voice.pace("tone:low", station) == CARD
    assert voice.pace("tone") == CARD


def test_what_ten_minutes_taught_stays(station: Station) -> None:
    pacing.learn(TONE, takes(CARD * 1.1, 200), station.cache)
    settled = voice.pace("tone", station)
    pacing.learn(TONE, takes(CARD * 0.9, 500), station.cache)
    assert voice.pace("tone", station) == settled


@settings(deadline=None)  # files are written
@given(st.lists(st.floats(1, 100), min_size=1, max_size=30))
def test_whatever_is_heard_the_pace_stays_near_the_cards(
    tmp_path_factory: pytest.TempPathFactory, paces: list[float]
) -> None:
    station = Station(folders=Folders(cache=str(tmp_path_factory.mktemp("c"))))
    for pace in paces:
        pacing.learn(TONE, takes(pace, 2), station.cache)
    assert CARD * 0.75 - 0.001 <= voice.pace("tone", station) <= CARD * 1.25 + 0.001


@pytest.mark.parametrize("payload", [b"", b"{", b'{"a": 1}', b'[["x", 1]]', b"\xff"])
def test_a_damaged_record_is_as_none(payload: bytes, station: Station) -> None:
    store.keep(station.cache / "pace", pacing._key(TONE), payload)
    assert voice.pace("tone", station) == CARD
    pacing.learn(TONE, takes(CARD * 1.1, 10), station.cache)
    assert voice.pace("tone", station) == pytest.approx(CARD * 1.1, rel=0.001)


def test_reading_teaches_and_the_cache_does_not(station: Station) -> None:
    words = "Farmers on both banks of the river will use it first."
    voice.say(words, "tone", station)
    once = pacing._known(TONE, station.cache)
    voice.say(words, "tone", station)
    assert len(once) == 1
    assert pacing._known(TONE, station.cache) == once
