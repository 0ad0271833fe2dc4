"""The outermost ring: what makes the loop stumble is told, and it goes round again when it can."""

from __future__ import annotations

import io
import json
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin.errors import StationError
from bulletin.onair import outside

NOON = 12 - datetime.now(UTC).hour  # hours from UTC to a zone where it is noon: the only slot is at midnight
STATION = f"""name = "Harbour FM"
timezone = "Etc/GMT{-NOON:+d}"
every_minutes = 1440
[[wires]]
url = "https://harbour.example/feed.xml"
[[targets]]
kind = "folder"
settings = {{ path = "air" }}
"""


def wait_for(there: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not there() and time.monotonic() < end:
        time.sleep(0.02)


def test_a_playlog_that_is_away_for_a_while_does_not_end_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "PAUSE", 0.05)
    (tmp_path / "station.toml").write_text(STATION)
    log = io.StringIO()
    on_air = outside.OnAir(tmp_path / "station.toml", log)

    def events() -> list[str]:
        return [json.loads(line)["event"] for line in log.getvalue().splitlines()]

    def rename(old: str, new: str) -> None:
        with closing(sqlite3.connect(tmp_path / "playlog.sqlite")) as connection:
            connection.execute(f"ALTER TABLE {old} RENAME TO {new}")

    def engineer() -> None:
        wait_for((tmp_path / "harbour-fm.alive").exists)
        rename("bulletins", "elsewhere")
        on_air.signal(end=False)  # look now
        wait_for(lambda: "stumbled" in events())
        rename("elsewhere", "bulletins")
        wait_for(lambda: events().count("started") == 2)
        on_air.signal(end=True)

    thread = threading.Thread(target=engineer)
    thread.start()
    on_air.run()
    thread.join()

    told = [event for event in events() if event != "reread"]
    assert (told[0], "stumbled" in told, told[-2:]) == ("started", True, ["started", "stopped"])
    stumbled = next(line for line in map(json.loads, log.getvalue().splitlines()) if line["event"] == "stumbled")
    assert (stumbled["level"], "playlog" in stumbled["note"]) == ("error", True)


def test_a_playlog_that_is_taken_away_is_opened_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bulletins are made by other processes: those would write into the new one, and the loop look into the old."""
    monkeypatch.setattr(outside, "PAUSE", 0.05)
    (tmp_path / "station.toml").write_text(STATION)
    log = io.StringIO()
    on_air = outside.OnAir(tmp_path / "station.toml", log)

    def engineer() -> None:
        wait_for((tmp_path / "harbour-fm.alive").exists)
        for file in tmp_path.glob("playlog.sqlite*"):
            file.unlink()
        on_air.signal(end=False)  # look now
        wait_for(lambda: log.getvalue().count('"started"') == 2)
        on_air.signal(end=True)

    thread = threading.Thread(target=engineer)
    thread.start()
    on_air.run()
    thread.join()
    assert (log.getvalue().count('"stumbled"'), (tmp_path / "playlog.sqlite").exists()) == (1, True)


def test_a_voice_that_there_is_not_is_no_valid_station(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text(f'voice = "toen"\n{STATION}')
    with pytest.raises(StationError, match='no engine "toen"; did you mean "tone"'):
        outside.OnAir(tmp_path / "station.toml", io.StringIO()).run()


def test_nothing_starts_without_a_valid_station(tmp_path: Path) -> None:
    (tmp_path / "station.toml").write_text(STATION.replace("every_minutes", "every_minuets"))
    with pytest.raises(StationError, match="every_minuets"):
        outside.OnAir(tmp_path / "station.toml", io.StringIO()).run()
