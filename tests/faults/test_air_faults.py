"""What is broken between the newsroom and the air, one thing at a time; the loop mends it without a person."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from air_station import (
    HOUR,
    MINUTE,
    NOON,
    Moving,
    Papers,
    Stage,
    delivered,
    half_written,
    home,
    leads_nowhere,
    made,
    printed,
)
from worlds.folder import LISTS, on_air

from bulletin.errors import PlaylogError, PublishError

HANG = """
import time
from bulletin.voice.engine import Card
class Hanging:
    card = Card(name="hanging", summary="Sleeps for ever", voices=("plain",))
    def version(self): return "1"
    def fingerprint(self, voice, station): return voice
    def open(self, voice, language, station): time.sleep(10_000)
engine = Hanging()
"""
ADVERSE = (
    "../../etc",
    "annotate:liq_cue_in=\"9\":process:wav,touch PIT",
    "process:wav,touch PIT",
    "Radio\nprocess:wav,touch PIT\n/etc/passwd",
    "$(touch PIT) #{process.run('touch PIT')}",
)  # fmt: skip


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    with printed() as papers:
        yield papers


@pytest.fixture
def file(tmp_path: Path, papers: Papers) -> Path:
    papers.now = NOON - 5 * MINUTE
    return home(tmp_path, papers)


def short(audio: Path) -> None:
    audio.write_bytes(audio.read_bytes()[:-4000])


def silent(audio: Path) -> None:
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    audio.write_bytes(bytes(encoder.encode(bytes(2 * 44_100 * 10)) + encoder.flush()))


@pytest.mark.parametrize("damage", [short, silent, Path.unlink], ids=["truncated", "silent", "gone"])
def test_a_bulletin_that_is_damaged_before_it_is_delivered_is_made_anew(
    file: Path, papers: Papers, damage: Callable[[Path], None]
) -> None:
    entry = made(file, NOON)
    words = Path(entry.script).read_text()
    damage(Path(entry.folder) / entry.audio)
    with pytest.raises(PublishError, match="make it again"):
        delivered(file, NOON)
    assert not list((file.parent / "air").glob("*.mp3"))
    stage = Stage(file, Moving(NOON - 3 * MINUTE, papers))
    stage.until(NOON + MINUTE)
    assert (stage.count("made", NOON), stage.count("delivered", NOON), stage.count("on air", NOON)) == (1, 1, 1)
    assert half_written(file.parent) == []
    assert stage.script(NOON) == words


def test_a_stale_bulletin_whose_files_are_lost_is_taken_off_the_air_all_the_same(file: Path, papers: Papers) -> None:
    entry = made(file, NOON)
    delivered(file, NOON)
    shutil.rmtree(entry.folder)
    stage = Stage(file, Moving(NOON + 70 * MINUTE, papers, silent=(NOON, NOON + 9 * HOUR)))
    stage.until(NOON + 71 * MINUTE)
    assert (stage.count("withdrawn", NOON), list((file.parent / "air").glob("latest.*"))) == (1, [])


def test_an_engine_that_hangs_is_stopped_and_a_stand_in_reads(
    tmp_path: Path, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug = tmp_path / "plug"
    (plug / "hanging_voice-1.dist-info").mkdir(parents=True)
    (plug / "hanging_voice.py").write_text(HANG)
    (plug / "hanging_voice-1.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: hanging-voice\nVersion: 1\n"
    )
    entry_points = "[bulletin.engines]\nhanging = hanging_voice:engine\n"
    (plug / "hanging_voice-1.dist-info" / "entry_points.txt").write_text(entry_points)
    monkeypatch.setenv("PYTHONPATH", str(plug))
    file = home(tmp_path, papers, top='stand_ins = ["tone"]')
    file.write_text(file.read_text().replace('voice = "tone"', 'voice = "hanging"'))
    stage = Stage(file, Moving(NOON - 5 * MINUTE, papers))
    stage.until(NOON + MINUTE, making=timedelta(seconds=12))
    failed = [one.note for one in stage.told if one.what == "failed"]
    assert failed == ["the making hung and was stopped"]
    assert stage.count("on air", NOON) == 1
    processes = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert [line for line in processes.splitlines() if "onair.child" in line and str(file) in line] == []


def test_a_cache_that_cannot_be_read_costs_time_and_no_bulletin(file: Path, papers: Papers) -> None:
    made(file, NOON)
    kept = list((file.parent / "cache").rglob("*.kept"))
    for number, path in enumerate(kept):
        path.write_bytes(b"no cache" * number)
    (file.parent / "cache" / "takes").rename(file.parent / "cache" / "aside")
    (file.parent / "cache" / "takes").write_text("a file")
    papers.now = NOON + HOUR - 5 * MINUTE
    stage = Stage(file, Moving(NOON + HOUR - 5 * MINUTE, papers))
    stage.until(NOON + HOUR + MINUTE)
    assert (len(kept) > 10, stage.count("failed"), stage.count("on air", NOON + HOUR)) == (True, 0, 1)


@pytest.mark.parametrize("jump", [HOUR, -HOUR], ids=["forward", "back"])
def test_the_clock_jumps_an_hour_between_two_rounds(file: Path, papers: Papers, jump: timedelta) -> None:
    """Each slot has one bulletin or its reason, and none is aired twice."""
    made(file, NOON)
    delivered(file, NOON)
    clock = Moving(NOON - 2 * MINUTE, papers)
    stage = Stage(file, clock)
    waited = clock.wait

    def jumping(seconds: float, *, busy: bool) -> None:
        waited(seconds, busy=busy)
        if not busy and jump and clock.at > NOON + 2 * MINUTE:
            clock.at += jump
            clock.wait = waited  # type: ignore[method-assign]

    clock.wait = jumping  # type: ignore[method-assign]
    stage.until(NOON + HOUR + 10 * MINUTE)
    slots = [NOON + hour * HOUR for hour in range(-1, 2)]
    aired = [stage.count("on air", slot) for slot in slots]
    assert (aired[1], aired[2], max(aired)) == (1, 1, 1)
    assert stage.count("stumbled") == 0
    assert on_air(stage.air) == stage.air / f"{NOON + HOUR:%Y%m%dt%H%M%Sz}-short.mp3"


def test_what_failed_before_the_clock_was_set_back_is_tried_at_once(file: Path, papers: Papers) -> None:
    made(file, NOON)
    (file.parent / "air").write_text("a file where the folder should be")
    Stage(file, Moving(NOON - 4 * MINUTE + HOUR, papers)).until(NOON + HOUR - 3 * MINUTE)
    (file.parent / "air").unlink()
    stage = Stage(file, Moving(NOON - 3 * MINUTE, papers))
    stage.until(NOON - 2 * MINUTE)
    assert stage.count("delivered", NOON) == 1


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting a small disk takes root on Linux")
@pytest.mark.parametrize("place", ["scripts", "audio_out", "air", "playlog"])
def test_a_full_disk_is_told_and_the_bulletin_is_aired_when_there_is_room(
    tmp_path: Path, papers: Papers, place: str
) -> None:
    more = '[playlog]\nurl = "sqlite:///playlog/playlog.sqlite"\n' if place == "playlog" else ""
    file = home(tmp_path, papers, more=more)
    with small_disk(tmp_path / place, 1500 if place == "playlog" else 60_000):
        papers.now = NOON - 5 * MINUTE
        if place in ("air", "playlog"):
            made(file, NOON)
        full = tmp_path / place / "others"
        with full.open("wb", buffering=0) as out:
            try:
                while out.write(bytes(4096)):
                    pass
            except OSError:
                pass
        stage = Stage(file, Moving(NOON - 4 * MINUTE, papers))
        try:
            stage.until(NOON - 4 * MINUTE + timedelta(seconds=10))  # one try
        except PlaylogError as error:  # outside.py tells it and goes round again
            assert (place, str(error).count("\n")) == ("playlog", 0)
        else:
            assert any("disk is full" in one.note for one in stage.told), stage.told
        assert half_written(tmp_path / place) == []
        assert leads_nowhere(stage.air) == []
        full.unlink()
        after = Stage(file, Moving(stage.clock.at, papers))
        after.until(NOON + MINUTE)
        assert after.count("on air", NOON) == 1
        assert leads_nowhere(stage.air) == []


def test_a_hostile_name_and_hostile_titles_stay_in_their_folders_and_run_nothing(
    tmp_path: Path, papers: Papers
) -> None:
    pit = Path(tempfile.gettempdir()) / f"pit-{os.getpid()}"  # short: a name has 200 letters at most
    outside = sorted(path.name for path in tmp_path.parent.iterdir())
    for number, words in enumerate(ADVERSE):
        hostile = words.replace("PIT", str(pit))
        file = home(tmp_path / f"s{number}", papers, name=hostile)
        papers.now = NOON - 5 * MINUTE
        entry = made(file, NOON)
        manifest = Path(entry.folder) / "manifest.json"
        told = json.loads(manifest.read_text())
        manifest.write_text(json.dumps(told | {"title": f"{hostile}\n{hostile}\r\n#EXTM3U"}))
        delivered(file, NOON)
        air = file.parent / "air"
        assert on_air(air) == air / f"{NOON:%Y%m%dt%H%M%Sz}-short.mp3"
        for name in LISTS[:2]:
            lines = [line for line in (air / name).read_text().splitlines() if not line.startswith("#")]
            assert lines == [str(air / f"{NOON:%Y%m%dt%H%M%Sz}-short.mp3")]
            assert not any(word in (air / name).read_text() for word in ("\nprocess:", "\nannotate:", "\n/etc"))
        there = {path.relative_to(file.parent).parts[0] for path in file.parent.rglob("*") if path.is_file()}
        assert there <= {"air", "audio_out", "scripts", "cache", "templates", "station.toml"} | {
            name for name in there if name.startswith("playlog.sqlite")
        }
    assert not pit.exists()
    assert sorted(path.name for path in tmp_path.parent.iterdir()) == outside


def test_a_target_that_is_down_holds_up_no_other_and_gets_it_when_it_is_back(tmp_path: Path, papers: Papers) -> None:
    down = f'[[targets]]\nkind = "folder"\nname = "far"\nsettings = {{ path = "{tmp_path}/far/air" }}\n'
    file = home(tmp_path, papers, more=down)
    papers.now = NOON - 5 * MINUTE
    made(file, NOON)
    stage = Stage(file, Moving(NOON - 4 * MINUTE, papers))
    stage.until(NOON + MINUTE)
    told = [(one.target, one.what) for one in stage.told if one.target]
    assert ("folder", "delivered") in told
    assert told.count(("far", "deliver failed")) in range(4, 9)  # with longer and longer pauses
    (tmp_path / "far").mkdir()
    stage.until(NOON + 6 * MINUTE)
    assert [of.state for of in stage.deliveries(NOON)] == ["delivered", "delivered"]
