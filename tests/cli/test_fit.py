"""What the command line says of the clock, and what a preview shows of it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bulletin.cli import options
from bulletin.cli.app import app

SAMPLES = str(Path(__file__).parents[2] / "samples")


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "cache"))


def test_where_nobody_named_a_slot_there_is_none_to_fill(tmp_path):
    assert options.station(None).clock.fit == "at most"
    assert options.station(None, length="2m").clock.fit == "exactly"
    assert options.station(None, fit=options.Fit.exactly).clock.fit == "exactly"
    (tmp_path / "station.toml").write_text('name = "Ours"\n')
    assert options.station(None).clock.fit == "exactly"
    assert options.station(None, fit=options.Fit.at_most).clock.fit == "at most"


def test_a_voice_that_is_asked_for_by_name_reads_all_of_it(tmp_path):
    (tmp_path / "station.toml").write_text('voice = "hibari"\nsecond_voice = "piper"\n')
    assert options.station(None).second_voice == "piper"
    assert options.station(None, voice="tone").second_voice == ""


def test_a_preview_shows_the_timeline_that_is_planned():
    shown = CliRunner().invoke(app, ["preview", SAMPLES, "--length", "2m", "--at", "14:00", "--json"])
    found = json.loads(shown.stdout)
    assert found["expected_seconds"] == found["slot_seconds"] == 120.0
    starts = [cue["start_seconds"] for cue in found["cues"]]
    assert starts == sorted(starts)
    last = found["cues"][-1]
    assert last["start_seconds"] + last["expected_seconds"] == pytest.approx(120.0, abs=0.11)


def test_a_preview_tells_of_much_music():
    shown = CliRunner().invoke(app, ["preview", SAMPLES, "--length", "10m", "--at", "14:00"])
    assert "about 10:00 of 10:00" in shown.stdout
    assert "s of it music after the last words" in shown.stdout
    assert "of news is missing" in shown.stderr
