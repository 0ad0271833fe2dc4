"""When something fails: again, fewer stories, the last good bulletin greeted anew, none; with real children and files."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "faults"))

from air_station import HOUR, MINUTE, NOON, Moving, Papers, Stage, delivered, home, made, printed

from bulletin import playlog
from bulletin import station as stations
from bulletin.errors import UsageError
from bulletin.model import Mark
from bulletin.onair import Loop
from bulletin.playlog import Claim

NO_VOICE = 'stand_ins = ["tone"]'


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    with printed() as papers:
        yield papers


def on_air(file: Path) -> str:
    """The bulletin that latest.json tells of, "" for none."""
    told = file.parent / "air" / "latest.json"
    return str(json.loads(told.read_text())["name"]) if told.exists() else ""


def named(slot: object) -> str:
    return f"{slot:%Y%m%dt%H%M%Sz}-short"


def test_the_wires_are_gone_and_the_last_good_one_is_greeted_anew_until_it_is_old(
    tmp_path: Path, papers: Papers
) -> None:
    """With last_good_minutes = 65: an hour later it is aired again, two hours later there is none."""
    file = home(tmp_path, papers, more="[onair]\nlast_good_minutes = 65\n")
    papers.now = NOON - 5 * MINUTE
    made(file, NOON)
    delivered(file, NOON)
    clock = Moving(NOON - 3 * MINUTE, papers, silent=(NOON, NOON + 9 * HOUR))
    stage = Stage(file, clock)
    stage.until(NOON + HOUR + MINUTE)

    rungs = [one.note for one in stage.told if one.what == "making"]
    assert rungs == ["whole", "whole", "fewer", "last good"]
    assert "It is one o'clock" in stage.script(NOON + HOUR)
    slugs = [line for line in stage.script(NOON).splitlines() if line.startswith("## story:")]
    assert [line for line in stage.script(NOON + HOUR).splitlines() if line.startswith("## story:")] == slugs != []
    assert on_air(file) == named(NOON + HOUR)

    stage.told.clear()
    stage.until(NOON + 2 * HOUR + 11 * MINUTE)
    entry = stage.entry(NOON + 2 * HOUR)
    assert entry is not None
    assert (entry.status, "no good bulletin since" in entry.reason) == ("none", True)
    assert on_air(file) == ""  # the one of an hour ago was stale five minutes after two
    assert stage.count("withdrawn", NOON + HOUR) == 1


def test_the_schedule_gives_each_bulletin_its_form(tmp_path: Path, papers: Papers) -> None:
    papers.now = NOON - 5 * MINUTE
    file = home(tmp_path, papers, more='[[schedule]]\ntemplate = "headlines"\nhours = [13]\n')
    assert [made(file, slot).template for slot in (NOON, NOON + HOUR)] == ["short", "headlines"]


def test_a_voice_that_is_gone_is_stood_in_for(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers, top=NO_VOICE)
    file.write_text(file.read_text().replace('voice = "tone"', 'voice = "gone-for-good"'))
    stage = Stage(file, Moving(NOON - 5 * MINUTE, papers))
    stage.until(NOON + MINUTE)
    assert (stage.count("failed"), stage.count("on air", NOON)) == (0, 1)
    manifest = json.loads(next((tmp_path / "audio_out").glob("*/*/*/manifest.json")).read_text())
    assert any("tone reads in its place" in line for line in manifest["warnings"])


def test_a_story_that_is_killed_between_the_making_and_the_slot_is_not_heard(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    stage = Stage(file, Moving(NOON - 5 * MINUTE, papers))
    stage.until(NOON - 3 * MINUTE)
    with playlog.opened(stage.station.playlog_url) as log:
        first, *_ = log.airings("harbour-fm", NOON)
        log.mark("harbour-fm", Mark(first.event, "kill"), stage.clock.at)
    assert (first.slug in stage.script(NOON), on_air(file)) == (True, named(NOON))
    stage.until(NOON + MINUTE)
    assert (first.slug in stage.script(NOON), on_air(file)) == (False, named(NOON))
    assert [stage.count(what, NOON) for what in ("withdrawn", "made", "on air")] == [1, 2, 1]


def test_a_station_file_that_is_half_edited_changes_nothing(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    stage = Stage(file, Moving(NOON - 5 * MINUTE, papers))
    loop = Loop(file, stage.clock, stage.told.append)
    text = file.read_text()
    file.write_text(text[: len(text) // 2])
    loop.run(NOON + MINUTE)
    assert (stage.count("failed"), stage.count("on air", NOON)) == (0, 1)


def test_another_name_is_refused_while_it_runs(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    stage = Stage(file, Moving(NOON + 12 * MINUTE, papers))
    loop = Loop(file, stage.clock, stage.told.append)
    file.write_text(file.read_text().replace("Harbour FM", "Hill FM"))
    loop.reread.set()
    loop.run(NOON + 14 * MINUTE)
    assert (stage.count("reread failed"), loop.station.name) == (1, "Harbour FM")


def test_what_a_killed_daemon_held_is_free_at_once(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    now = NOON - 4 * MINUTE
    with playlog.opened(stations.load(file).playlog_url) as log:
        held = log.claim("harbour-fm", NOON, by=f"{socket.gethostname()}:{gone.pid}", now=now, lease_seconds=900)
    assert isinstance(held, Claim)
    stage = Stage(file, Moving(now, papers))
    stage.until(NOON + MINUTE)
    assert (stage.count("orphaned", NOON), stage.count("on air", NOON)) == (1, 1)


def test_of_the_hours_that_were_missed_only_the_newest_is_made(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    papers.now = NOON - 5 * MINUTE
    made(file, NOON)
    stage = Stage(file, Moving(NOON + 4 * HOUR + 2 * MINUTE, papers))
    stage.until(NOON + 4 * HOUR + 4 * MINUTE)
    missed = [stage.entry(NOON + hour * HOUR) for hour in (1, 2, 3)]
    assert [(entry.status, entry.reason) for entry in missed if entry] == [
        ("none", "missed: `bulletin onair` was not running")
    ] * 3
    assert stage.count("making") == 1
    assert on_air(file) == named(NOON + 4 * HOUR)


def test_a_second_loop_of_the_same_station_refuses(tmp_path: Path, papers: Papers) -> None:
    file = home(tmp_path, papers)
    first = Stage(file, Moving(NOON - 50 * MINUTE, papers))
    refused = []

    def second() -> None:
        try:
            Stage(file, Moving(NOON - 50 * MINUTE)).until(NOON)
        except UsageError as error:
            refused.append(str(error))

    first.clock.wait = lambda seconds, *, busy: (second(), setattr(first.clock, "at", NOON))  # type: ignore[assignment,func-returns-value,method-assign]
    first.until(NOON - 49 * MINUTE)
    assert refused == ["`bulletin onair` is running for Harbour FM already: stop that one first"]


POSTGRES = Path(__file__).parents[1] / "playlog" / "conftest.py"


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """A PostgreSQL of our own, as the playlog's tests start it."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("playlog_conftest", POSTGRES)
    assert spec
    assert spec.loader
    there = module_from_spec(spec)
    sys.modules["playlog_conftest"] = there
    spec.loader.exec_module(there)
    if there.programs() is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    running = there.server.__wrapped__() if hasattr(there.server, "__wrapped__") else there.server._fixture_function()
    server = next(running)
    server.ask("CREATE DATABASE onair")
    yield server.url("onair")
    next(running, None)


def test_two_machines_on_one_playlog_make_and_deliver_one(tmp_path: Path, papers: Papers, database: str) -> None:
    """Each has a disk and a loop of its own; both bring bulletins to the same folder."""
    air = tmp_path / "air"
    files = []
    for name in ("one", "two"):
        file = home(tmp_path / name, papers, more=f'[playlog]\nurl = "{database}"\n')
        file.write_text(file.read_text().replace('path = "air"', f"path = {json.dumps(str(air))}"))
        files.append(file)
    stages = [Stage(file, Moving(NOON - 5 * MINUTE, papers)) for file in files]
    barrier = threading.Barrier(2)

    def run(stage: Stage, number: int) -> None:
        loop = Loop(stage.file, stage.clock, stage.told.append)
        loop.by = f"machine-{number}:{os.getpid()}"
        barrier.wait()
        loop.run(NOON + MINUTE)

    threads = [threading.Thread(target=run, args=(stage, number)) for number, stage in enumerate(stages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = [one.what for stage in stages for one in stage.told if one.slot == NOON]
    assert (told.count("made"), told.count("delivered"), told.count("failed")) == (1, 1, 0)
    assert sum((file.parent / "audio_out").exists() for file in files) == 1
    assert [path.name for path in air.glob("2*.mp3")] == [f"{named(NOON)}.mp3"]
