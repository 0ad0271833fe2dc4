"""The networked voice against a real server that speaks its protocol: sound, or one clear line; never a hang."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from gtts_server import google, mp3

from bulletin import voice
from bulletin.errors import VoiceError, VoiceUnavailable
from bulletin.model import Cue, Line, Script
from bulletin.station import Folders, Gtts, Station
from bulletin.voice import translate
from bulletin.voice.engines import gtts
from bulletin.voice.mp3 import decode

WORDS = (
    "The governor said the bridge would open in March, after two years of delay, and that farmers would use it first."
)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def station(url: str, tmp_path: Path, **settings: float | str) -> Station:
    quick = {"timeout_seconds": 0.4, "deadline_seconds": 4.0, "retries": 1} | settings
    return Station(folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=url, **quick))  # type: ignore[arg-type]


def kept(tmp_path: Path) -> list[Path]:
    return list(tmp_path.rglob("*.kept"))


@pytest.mark.parametrize(
    ("modes", "requests"),
    [
        (("good",), 2),
        (("escaped",), 2),
        (("busy", "good"), 3),
        (("busy till", "good"), 3),
        (("fault", "good"), 3),
        (("good", "empty", "good"), 3),
        (("half base64", "good"), 3),
        (("half mp3", "good"), 3),
        (("broken off", "good"), 3),
        (("reset", "good"), 3),
        (("drip body", "good"), 3),
        (("hang", "good"), 3),
    ],
)
def test_what_passes_is_tried_again_and_ends_in_sound(modes: tuple[str, ...], requests: int, tmp_path: Path) -> None:
    with google(*modes) as seen:
        take = voice.say(WORDS, "gtts", station(seen.url, tmp_path))
    assert 5 < take.seconds < 11
    assert len(seen.texts) == requests
    assert kept(tmp_path)


@pytest.mark.parametrize(
    ("mode", "says", "tries"),
    [
        ("busy for hours", "answered 429 (too many requests), asking to wait 7200 s", 1),
        ("fault", "answered 503 (a fault on its side)", 2),
        ("refused", "answered 403: it refuses the request", 1),
        ("sorry", "sent the request elsewhere (302)", 1),
        ("empty", "answered with no sound", 2),
        ("nothing", "answered with no sound", 2),
        ("consent", "answered with a web page", 1),
        ("half base64", "answered with no sound, or with half of it", 2),
        ("half mp3", "is cut short", 2),
        ("noise", "damaged or no MP3", 2),
        ("silent", "it gave silence", 2),
        ("short", "some are missing", 2),
        ("broken off", "broke off", 2),
        ("reset", "broke off", 2),
        ("hang", "gave no whole answer within", 2),
        ("drip body", "gave no whole answer within", 2),
        ("drip head", "gave no", 2),
        ("flood", "more than 2 MB", 1),
    ],
)
def test_what_does_not_pass_ends_in_one_line_and_is_not_kept(mode: str, says: str, tries: int, tmp_path: Path) -> None:
    with google(mode) as seen, pytest.raises(VoiceError) as failure:
        voice.say(WORDS, "gtts", station(seen.url, tmp_path))
    message = str(failure.value)
    assert message.startswith('gtts could not read "The governor said the bridge would open…": ')
    assert says in message
    assert "\n" not in message
    assert len(seen.texts) == tries
    assert not kept(tmp_path)


def test_a_line_has_one_deadline_with_all_its_tries(tmp_path: Path) -> None:
    with google("drip body") as seen, pytest.raises(VoiceUnavailable):
        voice.say(WORDS, "gtts", station(seen.url, tmp_path, timeout_seconds=60, deadline_seconds=0.5, retries=20))
    assert len(seen.texts) == 1


def test_a_long_pause_that_the_server_asks_for_is_passed_on(tmp_path: Path) -> None:
    with google("busy for hours") as seen, pytest.raises(VoiceUnavailable) as failure:
        voice.say(WORDS, "gtts", station(seen.url, tmp_path))
    assert failure.value.retry_after == 7200


def test_a_short_pause_that_the_server_asks_for_is_kept(tmp_path: Path) -> None:
    with google("busy", "good") as seen:
        voice.say("It rained.", "gtts", station(seen.url, tmp_path))
    assert seen.at[1] - seen.at[0] >= 1.0


def test_never_more_requests_under_way_than_the_station_allows(tmp_path: Path) -> None:
    lines = tuple(Line(f"Story {word} is about water.") for word in ("one", "two", "three", "four", "five", "six"))
    script = Script("Test FM", "hourly", NOW, "en", "gtts", 180, (Cue("story", lines=lines),))
    with google("slow") as seen:
        here = station(seen.url, tmp_path, at_once=2, timeout_seconds=20)
        both = [threading.Thread(target=voice.read, args=(script, here)) for _ in range(2)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
    assert seen.most == 2


def test_each_request_is_whole_words_of_at_most_a_hundred_characters(tmp_path: Path) -> None:
    with google("good") as seen:
        voice.say(WORDS, "gtts", station(seen.url, tmp_path))
    assert " ".join(seen.texts) == WORDS
    assert all(len(text) <= 100 for text in seen.texts)
    assert seen.texts[0].endswith(",")


@pytest.mark.parametrize(
    ("voice_name", "language", "code"),
    [
        ("gtts", "en", "en"),
        ("gtts", "en-NG", "en"),
        ("gtts", "ha", "ha"),
        ("gtts", "pt-PT", "pt-PT"),
        ("gtts", "he", "iw"),
        ("gtts:sw", "en", "sw"),
    ],
)
def test_the_language_that_google_is_asked_for(voice_name: str, language: str, code: str, tmp_path: Path) -> None:
    script = Script("Test FM", "hourly", NOW, language, voice_name, 180, (Cue("story", lines=(Line("Sannu."),)),))
    with google("good") as seen:
        voice.read(script, station(seen.url, tmp_path, timeout_seconds=20))
    assert seen.paths == [f"/_/TranslateWebserverUi/data/batchexecute {code}"]


def test_the_address_is_the_one_that_gtts_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with google("good") as seen:
        monkeypatch.setattr("gtts.tts._translate_url", lambda tld, path: f"{seen.url}/{tld}/{path}")
        voice.say("It rained.", "gtts", station("", tmp_path, timeout_seconds=20, tld="co.za"))
    assert seen.paths == ["/co.za/_/TranslateWebserverUi/data/batchexecute en"]


def test_another_accent_is_another_take(tmp_path: Path) -> None:
    with google("good") as seen:
        first = voice.say("It rained.", "gtts", station(seen.url, tmp_path, tld="com", timeout_seconds=20))
        second = voice.say("It rained.", "gtts", station(seen.url, tmp_path, tld="com.ng", timeout_seconds=20))
    assert first.key != second.key
    assert not second.cached


@pytest.mark.parametrize("url", ["ftp://host", "nonsense", "http://", "http://[bad", "http://host:99999999"])
def test_an_address_that_is_none_is_one_line(url: str, tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"^.*(address|opened).*$"):
        voice.say("It rained.", "gtts", station(url, tmp_path))


def test_the_languages_on_the_card_are_those_of_gtts() -> None:
    from gtts.lang import tts_langs

    assert set(gtts.LANGUAGES) == set(tts_langs()) - {"zh"}  # an old name of zh-CN


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("5", 5.0),
        (" 120 ", 120.0),
        ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("9" * 500, None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert translate.retry_after(header, NOW) == seconds


def test_an_mp3_cut_anywhere_inside_a_frame_is_not_taken_for_a_whole_one() -> None:
    whole = mp3("The bridge is open.")
    lasts = decode(whole).samples.size
    taken = 0
    for end in range(1, len(whole), 7):
        try:
            taken += decode(whole[:end]).samples.size >= lasts
        except VoiceUnavailable:
            continue
    assert taken == 0
