"""`bulletin status` as a person and a monitor meet it: the first line, the exit code, one object, Prometheus' text."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bulletin import playlog
from bulletin import station as stations
from bulletin.cli import app
from bulletin.model import Airing, Bulletin, Rundown
from bulletin.playlog import Claim, Delivery
from bulletin.script import next_slot

STATION = """name = "NAME"
timezone = "ZONE"
every_minutes = 1440
[[schedule]]
template = "hourly"
minute = MINUTE
[[wires]]
url = "https://harbour.example/feed.xml"
[[targets]]
kind = "folder"
settings = { path = "air" }
"""


def station_file(name: str) -> str:
    """Its slots are half an hour from now, and ago; it is noon there: midnight has a slot too."""
    now = datetime.now(UTC)
    minute = (now + timedelta(minutes=30)).minute
    values = {"NAME": name, "ZONE": f"Etc/GMT{now.hour - 12:+d}", "MINUTE": str(minute)}
    return reduce(lambda text, value: text.replace(*value), values.items(), STATION)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "station.toml").write_text(station_file("Harbour FM"))
    return tmp_path


def status(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["status", *words])
    return done.exit_code, done.stdout


def told(*words: str) -> tuple[int, Any]:
    code, printed = status("--json", *words)
    return code, json.loads(printed)


def lived(file: Path, *headlines: str, reason: str = "", alive: timedelta = timedelta()) -> datetime:
    """The last slot of a station was on air, or `reason` is why not; the loop went round so long ago."""
    where = stations.load(file)
    now = datetime.now(UTC)
    slot = next_slot(where, now - timedelta(hours=1)).astimezone(UTC)
    with playlog.opened(where.playlog_url) as log:
        claim = log.claim(where.slug, slot, by="vm:1", now=slot - timedelta(minutes=5))
        assert isinstance(claim, Claim)
        if reason:
            log.nothing(claim, reason, slot)
        else:
            rundown = Rundown(179.5, 180.0)
            made = Bulletin("1", where.slug, slot, "hourly", "tone", 180, "/", "bulletin.mp3", 179.5, -16, -1, rundown)
            aired = [
                Airing(where.slug, slot, f"e{n}", f"a{n}", f"s{n}", words, words) for n, words in enumerate(headlines)
            ]
            log.finished(claim, made, aired, slot - timedelta(minutes=4))
            delivery = Delivery("folder", "delivered", note="latest.mp3: 2,880,044 bytes")
            log.deliver(where.slug, slot, delivery, by="vm:1", now=slot - timedelta(minutes=4))
            log.happened(where.slug, slot, "aired", by="vm:1", now=slot)
    (file.parent / f"{where.slug}.alive").write_text(f"{(now - alive).isoformat()}\n")
    return slot


def test_a_new_station_is_unknown_and_nothing_is_made_by_asking(home: Path) -> None:
    code, printed = status()
    first = printed.splitlines()[0]
    assert (code, first.startswith("UNKNOWN Harbour FM: ")) == (3, True)
    assert [path.name for path in home.iterdir()] == ["station.toml"]


def test_what_is_on_air(home: Path) -> None:
    slot = lived(home / "station.toml", "Dam opens", "Council votes")
    code, printed = status()
    local = slot.astimezone(stations.load().zone)
    assert (code, printed.splitlines()[0]) == (0, f"OK Harbour FM: the {local:%H:%M} bulletin is on air")
    for words in ("Dam opens", "Council votes", "folder has it, asked at ", "latest.mp3: 2,880,044 bytes"):
        assert words in printed

    code, found = told()
    assert (code, found["status"], found["code"], found["reasons"]) == (0, "OK", 0, [])
    assert found["on_air"]["slot"] == slot.isoformat()
    assert found["on_air"]["headlines"] == ["Dam opens", "Council votes"]
    assert found["on_air"]["targets"]["folder"]["state"] == "delivered"
    assert (found["next"]["status"], found["next"]["template"]) == ("waiting", "hourly")


def test_what_failed_and_why_and_nothing_that_a_terminal_would_obey(home: Path) -> None:
    lived(home / "station.toml", reason="Dam\x1b[2J\u202e fails " + "very " * 300)
    code, printed = status()
    assert (code, printed.splitlines()[0].startswith("CRITICAL Harbour FM: nothing fresh is on air: ")) == (2, True)
    assert all(line.isprintable() and len(line) <= 210 for line in printed.splitlines())


def test_a_loop_that_is_dead_is_critical_though_all_else_is_well(home: Path) -> None:
    lived(home / "station.toml", "Dam opens", alive=timedelta(minutes=10))
    code, found = told()
    assert (code, "is dead or hangs" in found["reasons"][0]) == (2, True)


def test_what_cannot_be_read_is_unknown_and_shows_no_password(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYLOG_URL", "postgresql://news:C4n4ry@127.0.0.1:1/news")
    (home / "station.toml").write_text(station_file("x") + '[playlog]\nurl_env = "PLAYLOG_URL"\n')
    code, printed = status()
    assert (code, printed.startswith("UNKNOWN x: the playlog "), "C4n4ry" in printed) == (3, True, False)

    (home / "station.toml").write_text("nam = 3")
    assert status()[0] == 3


def test_all_stations_together_are_as_bad_as_the_worst(home: Path) -> None:
    (home / "stations").mkdir()
    for name in ("kano-fm", "lagoon"):
        (home / "stations" / f"{name}.toml").write_text(station_file(name))
        (home / f"{name}.alive").write_text(f"{datetime.now(UTC).isoformat()}\n")
    assert status("--all")[0] == 3
    (home / "stations" / "wrong.toml").write_text("nam = 3")

    slot = lived(home / "stations" / "kano-fm.toml", "Dam opens")
    (home / "stations" / "kano-fm.alive").rename(home / "kano-fm.alive")
    code, found = told("--all")
    assert (code, [row["code"] for row in found]) == (3, [0, 3, 3])

    code, text = status("--all", "--metrics")
    gauges = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    assert float(gauges['bulletin_on_air_slot_timestamp_seconds{station="kano-fm"}']) == slot.timestamp()
    assert (code, gauges['bulletin_on_air{station="lagoon"}']) == (0, "0.0")
