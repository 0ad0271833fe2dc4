"""Bulletins from the wires, made by the real command: one for a slot whoever tries, and every choice can be told."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_week import Papers, week

from bulletin import playlog, station
from bulletin.cli import options

NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
SLOT = NOW + timedelta(hours=1)
BULLETIN = [sys.executable, "-c", "from bulletin.cli import main; main()"]


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    with Papers(week(NOW - timedelta(hours=11), hours=11)) as papers:
        papers.now = NOW
        yield papers


@pytest.fixture
def home(tmp_path: Path, papers: Papers) -> Path:
    (tmp_path / "station.toml").write_text(
        'name = "Slot Radio"\nvoice = "tone"\ntimezone = "UTC"\nlength = "60s"\n[clock]\nfit = "at most"\n'
        '[folders]\ncache = "cache"\n' + papers.wires()
    )
    return tmp_path


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*BULLETIN, *words], cwd=home, capture_output=True, text=True, timeout=120, check=False)


def made(home: Path) -> list[str]:
    return sorted(path.parent.name for path in (home / "audio_out").glob("*/*/*/manifest.json"))


def test_four_processes_at_once_make_one_bulletin(home: Path) -> None:
    at = f"{SLOT:%Y-%m-%d %H:%M}"
    children = [
        subprocess.Popen([*BULLETIN, "make", "--at", at, "--json"], cwd=home, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    printed = [json.loads(child.communicate(timeout=120)[0]) for child in children]

    assert [child.returncode for child in children] == [0, 0, 0, 0]
    assert sorted("taken" in one for one in printed) == [False, True, True, True]
    assert made(home) == [f"{SLOT:%H%M}-hourly"]


def test_the_editor_is_told_why(home: Path) -> None:
    at = f"{SLOT:%Y-%m-%d %H:%M}"
    assert run(home, "make", "--at", at).returncode == 0

    again = run(home, "make", "--at", at)
    assert (again.returncode, "is made already; --again makes it anew" in again.stderr) == (0, True)

    [entry] = json.loads(run(home, "history", "--since", "2d", "--json").stdout)
    assert (entry["status"], entry["slot"]) == ("made", SLOT.isoformat())

    hour = json.loads(run(home, "why", at, "--json").stdout)
    told = [choice for choice in hour["choices"] if choice["place"]]
    assert [choice["place"] for choice in told] == list(range(1, len(entry["headlines"]) + 1))
    assert all(choice["reason"] and "\n" not in choice["reason"] for choice in hour["choices"])

    [story] = json.loads(run(home, "why", told[0]["event"], "--json").stdout)
    assert [choice["place"] for choice in story["choices"]] == [1]


def test_a_killed_story_is_not_aired_and_a_pinned_one_is(home: Path) -> None:
    first, second = (f"{SLOT + timedelta(hours=n):%Y-%m-%d %H:%M}" for n in (0, 1))
    assert run(home, "make", "--at", first).returncode == 0
    choices = json.loads(run(home, "why", first, "--json").stdout)["choices"]
    leader = next(choice for choice in choices if choice["place"] == 1)
    unused = next(choice for choice in choices if "no room" in choice["reason"])

    killed = run(home, "kill", leader["event"], "--note", "wrong name")
    assert killed.returncode == 0, killed.stderr
    assert run(home, "pin", unused["event"]).returncode == 0
    assert run(home, "make", "--at", second).returncode == 0

    later = json.loads(run(home, "why", second, "--json").stdout)["choices"]
    by_event = {choice["event"]: choice for choice in later}
    assert by_event[leader["event"]]["place"] is None
    assert "wrong name" in by_event[leader["event"]]["reason"]
    assert by_event[unused["event"]]["place"] is not None


def test_a_corrected_script_takes_the_place_of_what_was_made(home: Path) -> None:
    at = f"{SLOT:%Y-%m-%d %H:%M}"
    assert run(home, "make", "--at", at).returncode == 0
    [script] = (home / "scripts").rglob("*.md")
    words = script.read_text()
    script.write_text(words.replace("This is the news on", "Here is the news on"))

    assert run(home, "make", str(script)).returncode == 0

    [entry] = json.loads(run(home, "history", "--since", "2d", "--json").stdout)
    assert (entry["status"], entry["attempt"]) == ("made", 2)
    assert len(entry["headlines"]) > 0


def test_no_wires_and_no_news_are_said_plainly(home: Path, papers: Papers) -> None:
    (home / "bare.toml").write_text('name = "Bare"\n')
    bare = run(home, "make", "--station", "bare.toml")
    assert (bare.returncode, bare.stderr.count("\n")) == (2, 1)
    assert "bulletin wires add" in bare.stderr

    papers.now = None
    try:
        silent = run(home, "make")
    finally:
        papers.now = NOW
    assert (silent.returncode, silent.stderr.count("\n")) == (4, 1)
    assert "nothing came in on the wires" in silent.stderr
    [entry] = json.loads(run(home, "history", "--since", "2d", "--json").stdout)
    assert entry["status"] == "none"


def test_each_station_of_an_installation_has_its_own_bulletin(home: Path) -> None:
    text = (home / "station.toml").read_text()
    (home / "stations").mkdir()
    for name in ("one", "two"):
        (home / "stations" / f"{name}.toml").write_text(text.replace("Slot Radio", f"Radio {name.title()}"))
    (home / "stations" / "bad.toml").write_text("nmae = 1\n")

    listed = run(home, "stations", "--json")
    assert (listed.returncode, [row["station"] for row in json.loads(listed.stdout)]) == (3, ["bad", "one", "two"])
    both = run(home, "make", "--all", "--at", f"{SLOT:%Y-%m-%d %H:%M}", "--json")
    assert both.returncode == 3  # the bad one's; the others are made
    assert ["error" in one for one in json.loads(both.stdout)] == [True, False, False]
    assert sorted(path.parts[-4] for path in (home / "audio_out").glob("*/*/*/manifest.json")) == [
        "radio-one",
        "radio-two",
    ]
    assert run(home, "why", f"{SLOT:%Y-%m-%d %H:%M}", "--station", "two").returncode == 0


def test_a_flash_that_nothing_calls_for_leaves_no_trace(home: Path) -> None:
    done = run(home, "make", "--template", "flash", "--at", "now")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert json.loads(run(home, "history", "--since", "2d", "--json").stdout) == []


def test_a_flash_never_takes_the_slot_of_the_hour(home: Path) -> None:
    asked = run(home, "make", "--template", "flash", "--at", f"{SLOT:%Y-%m-%d %H:%M}")
    assert (asked.returncode, "has a bulletin of its own" in asked.stderr) == (2, True)

    now = SLOT.replace(second=1)
    one = station.load(home / "station.toml")
    assert options.slot(None, one, now, "flash") == SLOT + timedelta(minutes=1)
    assert options.slot("now", one, now + timedelta(minutes=7), "flash") == SLOT + timedelta(minutes=7)
    assert options.slot(None, one, now, "hourly") is None


def test_who_died_with_the_script_written_is_said_to_be_at_work(home: Path) -> None:
    url = station.load(home / "station.toml").playlog_url
    with playlog.opened(url) as log:
        now = datetime.now(UTC)
        claim = log.claim("slot-radio", SLOT, by="elsewhere:1", now=now, lease_seconds=900)
        assert isinstance(claim, playlog.Claim)
        log.scripted(claim, path="x.md", script_hash="0", template="hourly", now=now)
    for again in ([], ["--again"]):
        done = run(home, "make", "--at", f"{SLOT:%Y-%m-%d %H:%M}", *again)
        assert done.returncode == 0
        assert "is being made by elsewhere:1; wait for it, or until" in done.stderr


def test_asking_makes_no_playlog(tmp_path: Path) -> None:
    assert run(tmp_path, "history").returncode == 0
    assert run(tmp_path, "why", "harbour").returncode == 2
    assert run(tmp_path, "kill", "harbour").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_mark_until_a_time_that_is_over_is_refused(home: Path) -> None:
    for until, why in (("2020-01-01 10:00", "is over"), ("0001-01-01", "is not a time")):
        done = run(home, "kill", "harbour", "--until", until)
        assert (done.returncode, f'--until: "{until}" {why}' in done.stderr) == (2, True)
