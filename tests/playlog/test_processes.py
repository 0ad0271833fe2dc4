"""Many processes on one playlog, and processes that are killed."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from copy_in import HOUR, NOON, make

from bulletin import playlog
from bulletin.playlog import Claim

WORKER = Path(__file__).with_name("worker.py")
KILLS = int(os.environ.get("BULLETIN_TEST_KILLS", "30")) // 2  # on each database


def worker(url: str, name: int, slots: int, first: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, WORKER, url, str(name), str(slots), str(first)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdout.readline() == "ready\n"
    process.stdin.write("go\n")
    process.stdin.flush()


def test_eight_processes_make_each_of_200_slots_once(url, rows):
    processes = [worker(url, number, 200) for number in range(8)]
    for process in processes:
        go(process)
    told = [process.communicate() for process in processes]
    assert [errors for _, errors in told if errors] == []
    lines = Counter(line for said, _ in told for line in said.splitlines())
    assert lines == Counter([f"claimed {n}" for n in range(200)] + [f"made {n}" for n in range(200)])
    assert rows("SELECT count(*), min(attempt), max(attempt) FROM bulletins WHERE status = 'made'") == [(200, 1, 1)]
    assert rows("SELECT count(*) FROM happenings WHERE what = 'claimed'") == [(200,)]
    assert len([said for said, _ in told if "claimed" in said]) > 1  # they did meet


def test_what_was_written_down_survives_kill_9(url, rows):
    """Killed at random moments, each time on 40 new slots: nothing that was said to be done is lost or half there."""
    chance = random.Random(234)
    lasts = 1.0  # seconds that one works on 40 slots, or so
    cut_short = 0
    promised: set[tuple[str, int]] = set()
    for kill in range(KILLS):
        process = worker(url, 0, 40, first=40 * kill)
        go(process)
        start = time.monotonic()
        try:
            said, errors = process.communicate(timeout=chance.uniform(0.05, 1.0) * lasts)
            lasts = time.monotonic() - start
        except subprocess.TimeoutExpired:
            process.kill()
            said, errors = process.communicate()
            cut_short += 1
        assert errors == ""
        promised |= {(what, int(number)) for what, number in (line.split() for line in said.splitlines())}
    assert cut_short > KILLS / 3
    with playlog.opened(url) as log:
        entries = {entry.slot: entry for entry in log.history(limit=10_000)}
        lost = [number for what, number in promised if what == "claimed" and NOON + number * HOUR not in entries]
        assert lost == []
        made = {number for what, number in promised if what == "made"}
        assert made != set()
        assert {entries[NOON + number * HOUR].status for number in made} == {"made"}
        for entry in entries.values():  # a bulletin is made with its stories, or not at all
            assert len(entry.headlines) == (2 if entry.status == "made" else 0)
        left = next(entry.slot for entry in entries.values() if entry.status != "made")
        heir = log.claim("demo", left, by="heir:1", now=NOON + timedelta(seconds=900))
        assert isinstance(heir, Claim)
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_connection_that_the_server_ended_is_made_anew(server, empty_postgres):
    with playlog.opened(empty_postgres) as log:
        make(log, NOON, "Bridge opens")
        server.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bulletin'")
        assert log.bulletin("demo", NOON).status == "made"
