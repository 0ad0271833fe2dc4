"""Takes are kept between runs, and nothing that is damaged is ever aired."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from bulletin import store, voice
from bulletin.errors import VoiceError
from bulletin.station import Folders, Station
from bulletin.voice import cache

WORDS = "The bridge is open."


def entry(station: Station) -> Path:
    (found,) = (station.cache / "takes").glob("*.kept")
    return found


def test_a_take_is_made_once(station: Station) -> None:
    first, second = voice.say(WORDS, "tone", station), voice.say(WORDS, "tone", station)
    assert (first.cached, second.cached) == (False, True)
    assert (first.pcm, first.sample_rate, first.key) == (second.pcm, second.sample_rate, second.key)


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def damage_middle(path: Path) -> None:
    flip(path, path.stat().st_size // 2)


def damage_rate(path: Path) -> None:
    flip(path, store.HEAD + 2)


def damage_magic(path: Path) -> None:
    flip(path, 0)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def foreign(path: Path) -> None:
    path.write_bytes(b"RIFF" + b"\0" * 5000)


def another_take(path: Path) -> None:
    cache.keep(path.parent, "0" * 64, b"\1\0" * 4000, 24000)
    (path.parent / f"{'0' * 64}.kept").replace(path)


def link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "damage", [damage_middle, damage_rate, damage_magic, empty, cut, foreign, another_take, link_to_nowhere, pipe]
)
def test_a_damaged_entry_is_noticed_and_made_anew(damage, station: Station) -> None:  # type: ignore[no-untyped-def]
    made = voice.say(WORDS, "tone", station)
    damage(entry(station))
    again = voice.say(WORDS, "tone", station)
    assert not again.cached
    assert again.pcm == made.pcm
    assert voice.say(WORDS, "tone", station).cached


def test_a_folder_in_the_place_of_an_entry_is_no_hindrance(station: Station) -> None:
    made = voice.say(WORDS, "tone", station)
    path = entry(station)
    path.unlink()
    path.mkdir()
    assert voice.say(WORDS, "tone", station).pcm == made.pcm


def test_a_cache_that_cannot_be_written_is_told_and_gone_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    take = voice.say(WORDS, "tone", Station(folders=Folders(cache=str(tmp_path / "file"))))
    assert take.seconds > 1
    assert "nothing is kept" in caplog.text


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_cache_is_gone_without(station: Station) -> None:
    takes = station.cache / "takes"
    takes.mkdir(parents=True)
    takes.chmod(0o500)
    try:
        assert voice.say(WORDS, "tone", station).seconds > 1
    finally:
        takes.chmod(0o700)


def test_many_share_the_folder_while_it_is_swept_away(tmp_path: Path) -> None:
    station = Station(folders=Folders(cache=str(tmp_path / "cache")))
    expected = voice.say(WORDS, "tone", station).pcm
    wrong: list[str] = []
    over = threading.Event()

    def sweep() -> None:
        while not over.is_set():
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)

    def work() -> None:
        for _ in range(15):
            try:
                if voice.say(WORDS, "tone", station).pcm != expected:
                    wrong.append("other samples")
            except VoiceError as error:
                wrong.append(str(error))

    sweeper = threading.Thread(target=sweep)
    workers = [threading.Thread(target=work) for _ in range(4)]
    for thread in (sweeper, *workers):
        thread.start()
    for thread in workers:
        thread.join()
    over.set()
    sweeper.join()
    assert wrong == []
