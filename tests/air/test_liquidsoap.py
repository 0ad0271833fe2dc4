"""The station's script and the target, heard: real Liquidsoap, real Icecast, a listener on loopback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from os import utime
from pathlib import Path

import numpy as np
import pytest
import soundfile
from listening import RATE, SILENCE, Listener
from loopback import MUSIC, SAFE, TRACK, OnAir, going, news, now, tone, tone_of
from playing import listens, until

from bulletin import publish
from bulletin.air import Parcel, opened
from bulletin.errors import TargetError, TargetUnavailable
from bulletin.station import Station
from bulletin.station import Target as Row
from bulletin.voice.engines import hibari

SECONDS = 30.0  # that a target is given, on a machine that is busy
Listening = Callable[[OnAir], Listener]


def music_again(audience: Listener, start: int, after: int) -> None:
    """Wait until the music is back after that pitch."""
    audience.until(lambda order: after in order and order[-1] in MUSIC, f"{after} Hz, and the music after it", start)


def without_music(order: list[int]) -> list[int]:
    return [pitch for pitch in order if pitch not in MUSIC]


def looked_again(station: OnAir) -> None:
    """Wait until Liquidsoap has read its list anew, twice."""

    def looks() -> int:
        return station.program.printed().count("Reloading playlist with URI")

    before = looks()
    until(lambda: looks() > before + 1, "it looked again")


def sounding(made: Parcel, samples: np.ndarray, rate: int) -> Parcel:
    """The same bulletin with another sound."""
    soundfile.write(made.audio, samples, rate, format="MP3")
    digest = sha256(made.audio.read_bytes()).hexdigest()
    return replace(made, sha256=digest, duration_seconds=len(samples) / rate, cue_out_seconds=len(samples) / rate)


def test_music_then_the_news_then_music(
    breaking_in: OnAir, listener: Listening, tmp_path: Path, hear: Callable[..., str]
) -> None:
    """Understood by somebody who listens to the stream; and it breaks in within a second."""
    reader = hibari.engine.open("heart", "en", Station())
    sound = reader.read("This is Harbour FM. A new bridge has opened in Edinburgh. The ferry sails again on Monday.")
    made = sounding(news(tmp_path, 0), 0.6 * sound.samples, sound.sample_rate)
    audience = listener(breaking_in)
    audience.until(lambda order: order and order[-1] in MUSIC, "music")
    pushed = audience.now()
    receipt = breaking_in.target(queue="news").deliver(made, now=now(), seconds=SECONDS)
    assert receipt.note.startswith("news ")
    until(lambda: audience.now() > pushed + 10 * made.duration_seconds + 25, "as much was heard as it is long")
    spoken = [tenth for tenth in range(pushed, audience.now()) if audience.pitches[tenth] not in MUSIC]
    assert spoken[0] - pushed < 10  # tenths of a second, by the programme's own clock
    assert set(audience.pitches[spoken[-1] + 1 :]) <= set(MUSIC)
    said = hear(audience.samples(max(0, pushed - 5), spoken[-1] + 6), RATE).lower()
    assert "bridge has opened in edinburgh" in said
    assert "again on monday" in said


def test_what_is_delivered_twice_is_heard_once(breaking_in: OnAir, listener: Listening, tmp_path: Path) -> None:
    """While it plays, after it was heard, and by somebody who knows nothing of the first time."""
    made, at = news(tmp_path, 1), now()
    audience = listener(breaking_in)
    for _ in range(2):
        breaking_in.target(queue="news").deliver(made, now=at, seconds=SECONDS)
    music_again(audience, 0, tone_of(1))
    told = breaking_in.target(queue="news").deliver(made, now=at + timedelta(minutes=1), seconds=SECONDS)
    assert "not given it twice" in told.note
    breaking_in.target(queue="news").deliver(news(tmp_path, 2), now=now(), seconds=SECONDS)
    music_again(audience, 0, tone_of(2))
    assert without_music(audience.order()) == [tone_of(1), tone_of(2)]


def test_what_is_withdrawn_while_it_plays_is_cut_off(breaking_in: OnAir, listener: Listening, tmp_path: Path) -> None:
    made, target = news(tmp_path, 3, seconds=30.0), breaking_in.target(queue="news")
    audience = listener(breaking_in)
    target.deliver(made, now=now(), seconds=SECONDS)
    audience.until(lambda order: tone_of(3) in order, "the news")
    target.withdraw(made, now=now(), seconds=SECONDS)
    music_again(audience, 0, tone_of(3))
    assert dict(audience.heard())[tone_of(3)] < 25
    assert not list((breaking_in.home / "news").glob("*.mp3"))


def test_the_news_waits_for_the_end_of_the_track(waiting: OnAir, listener: Listening, tmp_path: Path) -> None:
    """The one that is withdrawn before its turn is never heard, nor is one that is stale by then."""
    audience, target = listener(waiting), waiting.target(queue="news", interrupt=False)
    audience.until(lambda order: len(order) > 1, "the beginning of a track")
    start = audience.now()
    withdrawn, aired = news(tmp_path, 4), news(tmp_path, 5)
    target.deliver(withdrawn, now=now(), seconds=SECONDS)
    target.withdraw(withdrawn, now=now(), seconds=SECONDS)
    stale = f'annotate:bulletin="of-yesterday",bulletin_expires="1000":{waiting.home}/safe.wav'
    assert waiting.ask(f"news.push {stale}")[0].isdigit()
    target.deliver(aired, now=now(), seconds=SECONDS)
    music_again(audience, start, tone_of(5))
    audience.until(lambda order: order[-1] in MUSIC and len(order) >= 3, "two tracks", start)
    assert without_music(audience.order(start)) == [tone_of(5)]
    before = audience.order().index(tone_of(5)) - 1
    assert audience.heard()[before][1] == pytest.approx(TRACK, abs=0.3)  # to its end
    assert "stale, not aired: of-yesterday" in waiting.program.printed()


def test_a_bulletin_that_is_silent_hands_back(breaking_in: OnAir, listener: Listening, tmp_path: Path) -> None:
    made = sounding(news(tmp_path, 6), np.zeros(20 * RATE, np.float32), RATE)
    audience = listener(breaking_in)
    breaking_in.target(queue="news").deliver(made, now=now(), seconds=SECONDS)
    music_again(audience, 0, SILENCE)
    assert dict(audience.heard())[SILENCE] < 10
    breaking_in.ask("news.skip")


def test_what_is_no_sound_is_refused_and_the_music_goes_on(
    breaking_in: OnAir, listener: Listening, tmp_path: Path
) -> None:
    made = news(tmp_path, 7)
    made.audio.write_bytes(b"no sound at all\n" * 5000)
    made = replace(made, sha256=sha256(made.audio.read_bytes()).hexdigest())
    audience, target = listener(breaking_in), breaking_in.target(queue="news")
    with pytest.raises(TargetError, match=r"cannot play .*: may its user read it\? It was taken back$"):
        target.deliver(made, now=now(), seconds=SECONDS)
    target.deliver(news(tmp_path, 8), now=now(), seconds=SECONDS)
    music_again(audience, 0, tone_of(8))
    assert without_music(audience.order()) == [tone_of(8)]
    assert len(list((breaking_in.home / "news").glob("*.mp3"))) == 1


def test_a_title_full_of_commands_runs_none(breaking_in: OnAir, listener: Listening, tmp_path: Path) -> None:
    pit = breaking_in.home / "pit"  # Liquidsoap's user may write there
    command = f"touch {pit}"
    title = (
        f'News"\r\nnews.push process:wav,{command}\nEND\r\n",x="#{{process.run("{command}")}}:process:wav,{command}\\'
        f" $({command}) `{command}` \u202e\0"
    )
    audience = listener(breaking_in)
    made = replace(news(tmp_path, 9, title=title), artist=title[::-1])
    breaking_in.target(queue="news").deliver(made, now=now(), seconds=SECONDS)
    music_again(audience, 0, tone_of(9))
    assert without_music(audience.order()) == [tone_of(9)]
    assert not pit.exists()


def test_liquidsoap_is_killed_and_comes_back(breaking_in: OnAir, listener: Listening, tmp_path: Path) -> None:
    """The last test of this station: its listeners are gone."""
    made, target = news(tmp_path, 10), breaking_in.target(queue="news")
    breaking_in.program.kill()
    with pytest.raises(TargetUnavailable, match="does it run"):
        target.deliver(made, now=now(), seconds=SECONDS)
    breaking_in.program.start()
    until(lambda: listens(breaking_in.home / "socket"), "it listens")
    audience = listener(breaking_in)
    target.deliver(made, now=now(), seconds=SECONDS)
    music_again(audience, 0, tone_of(10))
    assert without_music(audience.order()) == [tone_of(10)]


def test_a_playlist_is_read_again(icecast: int, listener: Listening, tmp_path: Path) -> None:
    """Where there is no music either: the safe file fills in, and nothing is dead air.

    What stays in the list is heard once, though its cue-out comes before its end, as in every real one.
    """
    with going(icecast, "/list.mp3", music=False, queue="", playlist="bulletins", look_seconds=1) as station:
        target = station.target(playlist="bulletins")
        assert "reads " in target.check(seconds=SECONDS)
        audience = listener(station)
        audience.until(lambda order: SAFE in order, "the safe file")
        first, second = (replace(news(tmp_path, number), cue_out_seconds=1.9) for number in (11, 12))
        for made in (first, first, second, second):
            target.deliver(made, now=now(), seconds=SECONDS)
            tone = tone_of(11) if made is first else tone_of(12)
            audience.until(lambda order, tone=tone: tone in order and order[-1] == SAFE, "the news, once")
            looked_again(station)
        target.withdraw(second, now=now(), seconds=SECONDS)
        assert (station.home / "news" / "bulletins.m3u").read_text() == "#EXTM3U\n"
        assert audience.order() == [SAFE, tone_of(11), SAFE, tone_of(12), SAFE]


def test_a_folder_with_a_playlist_is_read_by_the_clock(icecast: int, listener: Listening, tmp_path: Path) -> None:
    """Nobody speaks to Liquidsoap here: it looks at the list itself, airs what is young, and that once."""
    with going(icecast, "/folder.mp3", queue="", playlist="news", window="0m-60m", look_seconds=1) as station:
        audience = listener(station)
        audience.until(lambda order: order, "music")
        row = Row("folder", settings={"path": str(station.home / "news")})
        folder = opened(row, Station(name="Harbour FM", home=str(tmp_path)))
        for number in (14, 15):
            folder.deliver(news(tmp_path, number), now=now(), seconds=SECONDS)
            music_again(audience, 0, tone_of(number))
        old = station.home / "news" / "of-yesterday.mp3"
        old.write_bytes(news(tmp_path, 16).audio.read_bytes())
        utime(old, (1_000_000_000, 1_000_000_000))
        publish.file(station.home / "news" / "news.m3u", f"#EXTM3U\n{old}\n")
        looked_again(station)
        folder.deliver(news(tmp_path, 17), now=now(), seconds=SECONDS)
        music_again(audience, 0, tone_of(17))
        assert without_music(audience.order()) == [tone_of(14), tone_of(15), tone_of(17)]


def test_what_waits_too_long_for_its_turn_is_not_heard(icecast: int, listener: Listening, tmp_path: Path) -> None:
    """It was ready when it was young and in the list; when its turn comes the list has another, and that is heard."""
    with going(
        icecast, "/turn.mp3", music=False, queue="", playlist="news", interrupt=False, look_seconds=1
    ) as station:
        audience = listener(station)
        tone(station.home / "music" / "long.wav", MUSIC[0], 300.0)
        station.ask("music.reload")
        audience.until(lambda order: order[-1:] == [MUSIC[0]], "music")
        row = Row("folder", settings={"path": str(station.home / "news")})
        folder = opened(row, Station(name="Harbour FM", home=str(tmp_path)))
        for number in (18, 19):
            folder.deliver(replace(news(tmp_path, number), slot=now()), now=now(), seconds=SECONDS)
            until(lambda: '[news:3] Prepared "' in station.program.printed(), "one is ready")
            looked_again(station)
        station.ask("music.skip")
        until(lambda: "stale, not aired: " in station.program.printed(), "its turn has come")
        until(lambda: station.program.printed().count('[news:3] Prepared "') == 2, "the other is ready")
        station.ask("music.skip")
        music_again(audience, 0, tone_of(19))
        assert tone_of(18) not in audience.order()
