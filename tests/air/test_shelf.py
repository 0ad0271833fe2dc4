"""Folders that players read: what is newest, what stays, what a kill or a full disk leaves."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "contract"))

import deliveries
import soundfile
from deliveries import target_of
from parcels import RATE, parcel, same_sound
from worlds.folder import LISTS, listed, on_air

from bulletin.air import opened
from bulletin.air.shelf import pcm
from bulletin.errors import TargetError, TargetUnavailable
from bulletin.station import Station
from bulletin.station import Target as Row

KILLS = int(os.environ.get("BULLETIN_TEST_KILLS", "60"))
ours = multiprocessing.get_context("forkserver")
ours.set_forkserver_preload(["deliveries", "soundfile", "lxml.etree", "bulletin.air.targets.folder"])


def seen(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def dated(folder: Path) -> list[str]:
    return [name for name in seen(folder) if name[0].isdigit()]


def test_what_lies_there(tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    receipt = target_of("folder", tmp_path, path="news", wav=True).deliver(sent, now=sent.slot, seconds=10)
    assert (receipt.identity, receipt.note) == (
        "20261122t120000z-hourly.mp3",
        f"latest.wav, latest.mp3 in {tmp_path / 'news'}: {sent.audio.stat().st_size:,} bytes",
    )
    assert seen(tmp_path / "news") == [
        "20261122t120000z-hourly.mp3", "latest.json", "latest.mp3", "latest.wav",
        "news.m3u", "news.m3u8", "news.pls", "news.xspf",
    ]  # fmt: skip
    told = json.loads((tmp_path / "news" / "latest.json").read_text())
    assert (told["slot"], told["expires"], told["duration_seconds"]) == (
        "2026-11-22T12:00:00Z",
        "2026-11-22T13:05:00Z",
        1.5,
    )
    assert same_sound((tmp_path / "news" / "latest.wav").read_bytes(), sent)
    assert soundfile.info(tmp_path / "news" / "latest.wav").frames == pytest.approx(1.5 * RATE, abs=2000)


def test_an_old_slot_made_again_does_not_replace_a_later_one(tmp_path: Path) -> None:
    folder, ready = tmp_path / "news", target_of("folder", tmp_path, path="news")
    later, earlier = parcel(tmp_path, 1), parcel(tmp_path, 0)
    ready.deliver(later, now=later.slot, seconds=10)
    note = ready.deliver(earlier, now=later.slot, seconds=10).note
    assert note == "20261122t130000z-hourly.mp3 is later and stays on air"
    assert on_air(folder) == folder / "20261122t130000z-hourly.mp3"
    assert dated(folder) == ["20261122t120000z-hourly.mp3", "20261122t130000z-hourly.mp3"]
    ready.deliver(earlier, now=earlier.slot, seconds=10)
    ready.withdraw(later, now=later.expires, seconds=10)
    assert on_air(folder) is None  # and the earlier one does not come back by itself


def test_a_bulletin_in_another_form_leaves_nothing_of_the_last(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    mp3, wav = parcel(tmp_path, 0), parcel(tmp_path, 1, audio_format="WAV")
    target_of("folder", tmp_path, path="news", wav=True).deliver(mp3, now=mp3.slot, seconds=10)
    target_of("folder", tmp_path, path="news").deliver(wav, now=wav.slot, seconds=10)
    assert [name for name in seen(folder) if name.startswith("latest")] == ["latest.json", "latest.wav"]
    assert (folder / "latest.wav").read_bytes() == wav.audio.read_bytes()
    assert [listed(folder / name) for name in ("news.m3u", "news.pls")] == [
        [folder / "20261122t130000z-hourly.wav"]
    ] * 2


def test_the_clean_up_keeps_the_newest_and_what_is_not_ours(tmp_path: Path) -> None:
    folder, ready = tmp_path / "news", target_of("folder", tmp_path, path="news", keep=3, keep_hours=1.5)
    folder.mkdir()
    for name in ("music.mp3", "20261122t000000z-notes.txt", "jingle.mp3"):
        (folder / name).write_text("not ours")
    for hour in (0, 1, 2, 3):
        sent = parcel(tmp_path, hour)
        ready.deliver(sent, now=sent.slot, seconds=10)
    assert dated(folder) == ["20261122t000000z-notes.txt", "20261122t140000z-hourly.mp3", "20261122t150000z-hourly.mp3"]
    ready.withdraw(sent, now=sent.slot + timedelta(hours=9), seconds=10)
    assert dated(folder) == ["20261122t000000z-notes.txt", "20261122t150000z-hourly.mp3"]
    assert {"music.mp3", "jingle.mp3"} <= set(seen(folder))


def test_with_nothing_to_keep_only_what_is_on_air_is_there(tmp_path: Path) -> None:
    ready = target_of("folder", tmp_path, path="news", keep=0)
    for hour in (0, 1):
        sent = parcel(tmp_path, hour)
        ready.deliver(sent, now=sent.slot, seconds=10)
        assert len(dated(tmp_path / "news")) == 1
    ready.withdraw(sent, now=sent.expires, seconds=10)
    assert seen(tmp_path / "news") == ["news.m3u", "news.m3u8", "news.pls", "news.xspf"]


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    sent, ready = parcel(tmp_path), target_of("folder", tmp_path, path="news", wav=True)
    states = []
    for _ in range(2):
        ready.deliver(sent, now=sent.slot, seconds=10)
        states.append({path.name: path.stat().st_ino for path in (tmp_path / "news").glob("[!.]*")})
    assert states[0] == states[1]


def test_what_is_stale_or_too_short_is_refused(tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    with pytest.raises(TargetError, match="is stale since 13:05 UTC: it is not aired"):
        target_of("folder", tmp_path, path="news").deliver(sent, now=sent.expires, seconds=10)
    with pytest.raises(TargetError, match=r"is 1\.5 of 180\.0 s: make it again"):
        pcm(sent.audio.read_bytes(), replace(sent, duration_seconds=180.0))
    assert not (tmp_path / "news").exists()


def test_no_station_writes_over_anothers_bulletins(tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    target_of("folder", tmp_path, path="news").deliver(sent, now=sent.slot, seconds=10)
    other = opened(Row(kind="folder", settings={"path": "news"}), Station(name="../../etc", home=str(tmp_path)))
    with pytest.raises(TargetError, match="has the bulletins of harbour-fm: give each station its own path"):
        other.deliver(replace(sent, station="etc"), now=sent.slot, seconds=10)
    served = opened(Row(kind="http", settings={"path": "www"}), Station(name="../../etc", home=str(tmp_path)))
    served.deliver(replace(sent, station="etc"), now=sent.slot, seconds=10)
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["etc"]


@pytest.mark.parametrize("name", ["../x", "a b", "", "20261122t130000z-hourly\nprocess:x", ".20261122t130000z-hourly"])
def test_a_name_that_is_not_ours_goes_nowhere(tmp_path: Path, name: str) -> None:
    sent = replace(parcel(tmp_path), name=name)
    with pytest.raises(TargetError, match="a bulletin's name is as 20261122t130000z-hourly"):
        target_of("folder", tmp_path, path="news").deliver(sent, now=sent.slot, seconds=10)


@pytest.mark.parametrize(
    ("settings", "entry"),
    [
        ({"seen_as": "Z:\\news\\"}, "Z:\\news\\20261122t120000z-hourly.mp3"),
        ({"seen_as": "\\\\studio\\news"}, "\\\\studio\\news\\20261122t120000z-hourly.mp3"),
        ({"seen_as": "https://harbourfm.example/n"}, "https://harbourfm.example/n/20261122t120000z-hourly.mp3"),
        ({"entries": "relative"}, "20261122t120000z-hourly.mp3"),
    ],
)
def test_the_player_may_see_the_folder_elsewhere(tmp_path: Path, settings: dict[str, str], entry: str) -> None:
    sent = parcel(tmp_path)
    target_of("folder", tmp_path, path="news", **settings).deliver(sent, now=sent.slot, seconds=10)
    assert (tmp_path / "news" / "news.m3u").read_text().split("\n")[2] == entry


@pytest.mark.parametrize(
    "settings", [{"path": "a\nb"}, {"path": "a", "seen_as": "process:x"}, {"path": "a", "seen_as": "/a\nb"}]
)
def test_a_place_that_would_break_a_playlist_is_refused(tmp_path: Path, settings: dict[str, str]) -> None:
    with pytest.raises(TargetError, match=r"^(path is the name of a folder|seen_as is the folder's whole path)"):
        target_of("folder", tmp_path, **settings)


def test_whoever_has_just_read_a_playlist_finds_its_file_whatever_its_slot(tmp_path: Path) -> None:
    ready = target_of("folder", tmp_path, path="news", keep=2)
    for hour in (2, 3):
        ready.deliver(parcel(tmp_path, hour), now=parcel(tmp_path, hour).slot, seconds=10)
    ready.withdraw(parcel(tmp_path, 3), now=parcel(tmp_path, 3).slot, seconds=10)
    ready.deliver(parcel(tmp_path, 0), now=parcel(tmp_path, 0).slot, seconds=10)
    read = on_air(tmp_path / "news")
    ready.deliver(parcel(tmp_path, 1), now=parcel(tmp_path, 1).slot, seconds=10)
    assert read
    assert read.is_file()


def test_what_a_wrong_clock_put_on_air_does_not_stay_there_for_years(tmp_path: Path) -> None:
    ready = target_of("folder", tmp_path, path="news")
    ready.deliver(parcel(tmp_path, 90_000), now=parcel(tmp_path, 90_000).slot, seconds=10)
    ready.deliver(parcel(tmp_path), now=parcel(tmp_path).slot, seconds=10)
    assert on_air(tmp_path / "news") == tmp_path / "news" / "20261122t120000z-hourly.mp3"


def test_of_many_processes_the_latest_slot_is_on_air(tmp_path: Path) -> None:
    parcels = [parcel(tmp_path, hour) for hour in range(6)]
    crowd = [ours.Process(target=deliveries.one, args=("folder", tmp_path, {"path": "news"}, sent)) for sent in parcels]
    for process in crowd:
        process.start()
    for process in crowd:
        process.join(60)
    assert [process.exitcode for process in crowd] == [0] * 6
    assert on_air(tmp_path / "news") == tmp_path / "news" / "20261122t170000z-hourly.mp3"
    assert len(dated(tmp_path / "news")) == 6


def broken(folder: Path, known: dict[str, set[str]]) -> list[str]:
    """What a reader could meet that is not whole: files with bytes nobody sent, playlists that lead nowhere."""
    found = []
    for path in folder.glob("[!.]*"):
        if path.suffix in (".mp3", ".wav") and hashlib.sha256(path.read_bytes()).hexdigest() not in known[path.suffix]:
            found.append(f"{path.name} is not whole")
        if path.suffix in (".m3u", ".m3u8", ".pls", ".xspf"):
            found += [f"{path.name} names {file.name}" for file in listed(path) if not file.is_file()]
    told = folder / "latest.json"
    if told.exists() and not (folder / json.loads(told.read_text())["file"]).is_file():
        found.append("latest.json names what is not there")
    return found


def test_killed_at_any_moment_all_that_can_be_seen_is_whole(tmp_path: Path) -> None:
    parcels = [parcel(tmp_path, hour, seconds=8.0) for hour in range(4)]
    known = {
        ".mp3": {sent.sha256 for sent in parcels},
        ".wav": {hashlib.sha256(pcm(sent.audio.read_bytes(), sent)).hexdigest() for sent in parcels},
    }
    folder, chance, cut_short = tmp_path / "news", random.Random(234), 0
    settings = {"path": "news", "wav": True, "keep": 2}
    for _ in range(KILLS):
        here, there = ours.Pipe()
        run = ours.Process(target=deliveries.without_end, args=("folder", tmp_path, settings, parcels, there))
        run.start()
        assert here.recv() == "ready"
        run.join(chance.uniform(0.0, 0.15))
        assert run.is_alive()
        run.kill()
        run.join()
        cut_short += folder.exists() and any(folder.glob(".staged/*"))
        assert broken(folder, known) == []
    assert cut_short > 0  # so the test bites
    last = parcel(tmp_path, 9)
    ready = target_of("folder", tmp_path, **settings)
    ready.deliver(last, now=last.slot, seconds=10)
    assert on_air(folder) == folder / "20261122t210000z-hourly.mp3"
    assert sorted(path.name for path in folder.glob(".*")) == [".bulletin.lock"]


def test_killed_before_any_rename_or_removal_all_is_whole_and_the_next_try_repairs(tmp_path: Path) -> None:
    old, new, next_ = (parcel(tmp_path, hour) for hour in range(3))
    known = {
        ".mp3": {old.sha256, new.sha256},
        ".wav": {hashlib.sha256(pcm(sent.audio.read_bytes(), sent)).hexdigest() for sent in (old, new)},
    }
    settings, folder, step, exitcode = {"path": "news", "wav": True, "keep": 0}, tmp_path / "news", 0, -signal.SIGKILL
    ready = target_of("folder", tmp_path, **settings)
    while exitcode == -signal.SIGKILL:
        step += 1
        ready.deliver(old, now=old.slot, seconds=10)
        run = ours.Process(target=deliveries.killed_before, args=(step, "folder", tmp_path, settings, old, new))
        run.start()
        run.join(60)
        exitcode = run.exitcode
        assert broken(folder, known) == [], step
        if step % 2:
            ready.deliver(next_, now=next_.slot, seconds=10)
            assert on_air(folder) == folder / "20261122t140000z-hourly.mp3"
            ready.withdraw(next_, now=next_.slot, seconds=10)
        else:
            ready.withdraw(new, now=new.slot, seconds=10)
            ready.withdraw(old, now=new.slot, seconds=10)
        assert seen(folder) == sorted(LISTS)
    assert exitcode == 0
    assert step > 20


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 100 kB."""
    if os.geteuid() != 0 or sys.platform != "linux":
        pytest.skip("mounting a small disk takes root on Linux")
    disk = tmp_path / "small"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("left", [0, 4096, 12_288, 28_672])
def test_on_a_full_disk_the_old_one_stays_and_can_still_be_taken_off(tmp_path: Path, small: Path, left: int) -> None:
    folder, ready = small / "news", target_of("folder", tmp_path, path="small/news")
    old, new = parcel(tmp_path, 0), parcel(tmp_path, 1)
    ready.deliver(old, now=old.slot, seconds=10)
    (small / "others").write_bytes(b"x" * (shutil.disk_usage(small).free - left))
    with pytest.raises(TargetUnavailable, match="the disk is full; free some space"):
        ready.deliver(new, now=new.slot, seconds=10)
    assert on_air(folder) == folder / "20261122t120000z-hourly.mp3"
    ready.withdraw(old, now=old.expires, seconds=10)
    assert on_air(folder) is None
    (small / "others").unlink()
    ready.deliver(new, now=new.slot, seconds=10)
    assert on_air(folder) == folder / "20261122t130000z-hourly.mp3"
    assert sorted(path.name for path in folder.glob(".*")) == [".bulletin.lock"]


@pytest.mark.parametrize("names", [("latest.json", *LISTS), LISTS], ids=["before latest.json", "before the playlists"])
def test_a_bulletin_that_is_killed_half_way_does_not_outlive_its_withdrawal(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    """Between two renames what is heard and what is told of it are two bulletins: then nothing there is trusted."""
    folder, ready = tmp_path / "news", target_of("folder", tmp_path, path="news")
    old, new = parcel(tmp_path, 0), parcel(tmp_path, 1)
    for stale, left in ((old, new), (new, old)):
        ready.deliver(old, now=old.slot, seconds=10)
        before = {name: (folder / name).read_bytes() for name in names}
        ready.deliver(new, now=old.slot, seconds=10)
        for name, content in before.items():  # as if the renames had ended there
            (folder / name).write_bytes(content)
        ready.withdraw(stale, now=old.slot, seconds=10)
        assert [file for file in listed(folder / "news.m3u") if file.stem == stale.name] == []
        assert stale.audio.read_bytes() not in [path.read_bytes() for path in folder.glob("latest.*")]
        ready.withdraw(left, now=old.slot, seconds=10)
        assert on_air(folder) is None
