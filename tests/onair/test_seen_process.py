"""`bulletin onair` as a process of its own: its log, its metrics, its alerts, systemd's view, signals; and no secret."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from post_office import HookServer, MailServer

sys.path.append(str(Path(__file__).parents[1] / "newsroom"))
from invented_week import Papers, week

CANARY = "c4n4ry0fth3m1n3"
COMMAND = Path(sys.executable).parent / "bulletin"
STATION = """name = "{name}"
voice = "tone"
timezone = "Africa/Lagos"
length = "10s"
every_minutes = 1
[clock]
fit = "at most"
[desk]
stories = 1
[onair]
make_minutes = 0.5
late_minutes = 5
fresh_minutes = 5
metrics_port = {port}
[running_order]
rest_minutes = 0
most_airings = 100
"""


@dataclass
class Process:
    """`bulletin` in a folder, its log line by line, and what it told systemd."""

    home: Path
    words: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)
    told_systemd: str = ""

    def __enter__(self) -> Process:
        self.systemd = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.systemd.bind(str(self.home / "notify"))
        threading.Thread(target=self.listen, daemon=True).start()
        self.log = (self.home / "log").open("w+")
        env = os.environ | self.env | {"NOTIFY_SOCKET": str(self.home / "notify"), "PYTHONFAULTHANDLER": "1"}
        self.process = subprocess.Popen(
            [COMMAND, *self.words], cwd=self.home, env=env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log
        )
        return self

    def __exit__(self, *why: object) -> None:
        self.process.kill()
        self.process.wait()
        self.systemd.close()
        self.log.close()

    def ended(self, seconds: float) -> int:
        """Its exit code; one that hangs says where."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait()
            raise AssertionError((self.home / "log").read_text()) from None

    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.home / "log").read_text().splitlines()]

    def events(self) -> list[str]:
        return [line["event"] for line in self.lines()]

    def until(self, event: str, times: int = 1) -> None:
        wait_for(lambda: self.events().count(event) >= times or self.process.poll() is not None)
        assert self.events().count(event) >= times, (self.home / "log").read_text()

    def listen(self) -> None:
        with suppress(OSError):  # it is closed
            while True:
                self.told_systemd += self.systemd.recv(65536).decode() + "\n"


def wait_for(there: Callable[[], object], seconds: float = 50) -> None:
    end = time.monotonic() + seconds
    while not there() and time.monotonic() < end:
        time.sleep(0.05)


def run(home: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *words], cwd=home, env=os.environ | env, capture_output=True, text=True, timeout=60, check=False
    )


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all: what the first has made the others need not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    now = datetime.now(UTC)
    with Papers(week(now - timedelta(hours=11), hours=12)) as papers:
        papers.now = now
        yield papers


@dataclass
class Seen:
    """All that was seen of one station on air, from its start to SIGTERM."""

    events: list[str]
    lines: list[dict[str, Any]]
    told_systemd: str
    metrics: str
    status: subprocess.CompletedProcess[str]
    told: dict[str, Any]
    textfile: str
    posts: list[dict[str, Any]]
    letters: list[str]
    second: subprocess.CompletedProcess[str]
    code: int
    seconds_to_end: float
    files: str


@pytest.fixture(scope="module")
def seen(papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """A station with a folder that works and an AzuraCast that fails and repeats its key; its file broken and mended."""
    home, port = tmp_path_factory.mktemp("station"), free_port()
    with HookServer() as hook, HookServer() as azuracast, MailServer() as mail:
        azuracast.status = 500
        targets = (
            '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n[[targets]]\nkind = "azuracast"\n'
            f'settings = {{ url = "{azuracast.address}", station = "1", key_env = "RADIO_KEY" }}\n'
        )
        alerts = (
            '[alerts]\nwebhook_env = "HOOK"\nmail_to = ["night@harbour.example"]\nmail_from = "news@harbour.example"\n'
            f'smtp = "{mail.address}"\nsmtp_user = "news"\nsmtp_password_env = "MAIL"\n'
        )
        text = STATION.format(name="Harbour FM", port=port) + alerts + targets + papers.wires()
        (home / "station.toml").write_text(text)
        secrets = {
            "HOOK": f"{hook.address}/services/{CANARY}?token={CANARY}",
            "MAIL": f"{CANARY}-mail",
            "RADIO_KEY": f"{CANARY}-key",
        }
        with Process(home, ("onair",), secrets) as process:
            process.until("on air")
            process.until("deliver failed")
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                metrics = answer.read().decode()
            status, told = run(home, "status", **secrets), run(home, "status", "--json", **secrets)
            textfile = run(home, "status", "--metrics", **secrets).stdout
            second = run(home, "onair", **secrets)

            (home / "station.toml").write_text(text.replace("every_minutes", "every_minuets"))
            process.process.send_signal(signal.SIGHUP)
            process.until("reread failed")
            (home / "station.toml").write_text(text)
            process.process.send_signal(signal.SIGHUP)
            process.until("reread")
            wait_for(lambda: len(hook.posts) >= 2 and len(mail.box.letters) >= 2)

            begin = time.monotonic()
            process.process.send_signal(signal.SIGTERM)
            code = process.ended(20)
            took = time.monotonic() - begin
            names = ("harbour-fm.alive", "harbour-fm.alerts.json", "log")
            yield Seen(
                process.events(), process.lines(), process.told_systemd, metrics, status, json.loads(told.stdout),
                textfile, [post for _, post in hook.posts], [letter.as_string() for letter in mail.box.letters], second,
                code, took, "".join((home / name).read_text() for name in names),
            )  # fmt: skip


def test_it_is_on_air_and_the_log_has_a_line_of_json_for_each_step(seen: Seen) -> None:
    steps = [seen.events.index(event) for event in ("started", "making", "delivered", "on air", "stopped")]
    assert steps == sorted(steps)
    line = next(line for line in seen.lines if line["event"] == "delivered")
    assert (line["station"], line["target"], line["level"]) == ("harbour-fm", "folder", "info")
    assert (
        datetime.fromisoformat(line["slot"]).utcoffset()
        == datetime.fromisoformat(line["at"]).utcoffset()
        == timedelta()
    )
    bad = next(line for line in seen.lines if line["event"] == "deliver failed")
    assert (bad["target"], bad["level"]) == ("azuracast", "warning")


def test_the_metrics_say_how_old_the_newest_bulletin_is_when_they_are_asked_for(seen: Seen) -> None:
    gauges = dict(line.rsplit(" ", 1) for line in seen.metrics.splitlines() if not line.startswith("#"))
    assert 0 <= float(gauges['bulletin_on_air_age_seconds{station="harbour-fm"}']) < 300
    assert float(gauges['bulletin_on_air{station="harbour-fm"}']) == 1
    assert float(gauges['bulletin_target_on_air{station="harbour-fm",target="folder"}']) == 1
    assert float(gauges['bulletin_target_on_air{station="harbour-fm",target="azuracast"}']) == 0
    assert 0 <= float(gauges['bulletin_next_slot_seconds{station="harbour-fm"}']) <= 60
    names = [line.partition("{")[0] for line in seen.metrics.splitlines()]
    assert [line.partition("{")[0] for line in seen.textfile.splitlines()] == names


def test_status_tells_what_is_on_air_and_what_each_target_has(seen: Seen) -> None:
    assert seen.status.returncode in (0, 1, 2), seen.status.stderr  # a bulletin a minute: none is late, or the next is
    assert "azuracast has not got it" in seen.status.stdout
    assert seen.told["on_air"]["targets"]["folder"]["state"] == "delivered"
    assert seen.told["on_air"]["headlines"] != []


def test_a_broken_station_file_changes_nothing_and_people_are_told_by_both_ways(seen: Seen) -> None:
    wrong = next(line for line in seen.lines if line["event"] == "reread failed")
    assert 'unknown key "every_minuets"' in wrong["note"]
    told = [(post["kind"], post["what"]) for post in seen.posts if post["what"] == "station file"]
    assert told == [("failure", "station file"), ("recovery", "station file")]
    assert len(seen.letters) >= 2


def test_a_second_loop_is_refused(seen: Seen) -> None:
    assert (seen.second.returncode, "is running for Harbour FM already" in seen.second.stderr) == (2, True)


def test_sigterm_ends_it_in_time_and_systemd_knows_all(seen: Seen) -> None:
    assert (seen.code, seen.events[-1]) == (0, "stopped")
    assert seen.seconds_to_end < 5  # what systemd, and the issue, are promised
    assert [word in seen.told_systemd for word in ("READY=1", "WATCHDOG=1", "STATUS=", "STOPPING=1")] == [True] * 4


def test_sigterm_ends_it_though_another_process_holds_the_playlog(papers: Papers, tmp_path: Path) -> None:
    target = '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n'
    (tmp_path / "station.toml").write_text(STATION.format(name="Held FM", port=0) + target + papers.wires())
    with Process(tmp_path, ("onair",)) as process:
        process.until("making")
        with closing(sqlite3.connect(tmp_path / "playlog.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            process.process.send_signal(signal.SIGTERM)
            assert process.ended(20) == 0
        assert (process.events()[-1], process.lines()[-1]["note"]) == ("stopped", "at once: something held it up")


def test_no_secret_is_seen_anywhere(seen: Seen) -> None:
    everything = (
        json.dumps(seen.lines), seen.told_systemd, seen.metrics, seen.textfile, seen.status.stdout, seen.status.stderr,
        json.dumps(seen.told), json.dumps(seen.posts), *seen.letters, seen.second.stderr, seen.files,
    )  # fmt: skip
    assert [CANARY in one for one in everything] == [False] * len(everything)


def test_once_does_what_is_due_and_ends(papers: Papers, tmp_path: Path) -> None:
    target = '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n'
    (tmp_path / "station.toml").write_text(STATION.format(name="Cron FM", port=0) + target + papers.wires())
    done = run(tmp_path, "onair", "--once")

    assert done.returncode == 0, done.stderr
    events = [json.loads(line)["event"] for line in done.stderr.splitlines()]
    assert {"making", "made", "delivered"} <= set(events)  # on air too, where its slot is now
    assert ("started" in events, "stopped" in events) == (False, False)
    assert (tmp_path / "air" / "latest.mp3").is_file()


def test_all_stations_have_a_process_each_and_a_wrong_one_stops_no_other(papers: Papers, tmp_path: Path) -> None:
    (tmp_path / "stations").mkdir()
    good = STATION.format(name="Good FM", port=0).replace("every_minutes = 1", "every_minutes = 1440")
    target = '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n'
    (tmp_path / "stations" / "good.toml").write_text(good + target + papers.wires())
    (tmp_path / "stations" / "wrong.toml").write_text("nam = 3\n")

    with Process(tmp_path, ("onair", "--all")) as process:
        wait_for(lambda: "unknown key" in (log := (tmp_path / "log").read_text()) and '"good-fm"' in log)
        (tmp_path / "stations" / "wrong.toml").write_text(good.replace("Good", "Mended") + target + papers.wires())
        process.process.send_signal(signal.SIGHUP)
        wait_for(lambda: '"mended-fm"' in (tmp_path / "log").read_text())
        process.process.send_signal(signal.SIGTERM)
        assert process.ended(10) == 0

        rows = [json.loads(row) for row in (tmp_path / "log").read_text().splitlines() if row.startswith("{")]
        stopped = {row["station"] for row in rows if row["event"] == "stopped"}
        assert stopped == {"good-fm", "mended-fm", "all-stations"}
        assert "READY=1" in process.told_systemd
        status = run(tmp_path, "status", "--all", "--json")
    assert [(row["name"], row["code"]) for row in json.loads(status.stdout)] == [("Good FM", 3), ("Mended FM", 3)]
    assert status.returncode == 3
