"""No server holds the fetch seam up or makes it large, and what it did is said in one line."""

from __future__ import annotations

import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking_station import FEED, NOW, got, one, refused
from news_server import MISBEHAVIOURS, News, news_server

from bulletin.leash import pinned
from bulletin.model import Rejected
from bulletin.station import Station
from bulletin.wire.fetching import Fetched, fetch, fetch_all


@pytest.fixture
def news() -> Iterator[News]:
    with news_server() as server:
        yield server


@pytest.fixture
def station(news: News, tmp_path: Path) -> Station:
    return one(tmp_path, news.host)


LATE = "gave no whole answer within 1 s: is it up? If it is slow, raise [fetching] seconds"
LARGE = "holds more than 1 MB: is it a feed or a page? If it is, raise [fetching] megabytes"
HEADERS = "sends more than 64 kB of headers: its server is at fault"
NO_HTTP = "broke off, or answered with what is no HTTP"
REASONS = {
    "hang": LATE,
    "drip head": LATE,
    "drip body": LATE,
    "continue for ever": HEADERS,
    "bomb": LARGE,
    "many members": "came damaged: it is packed in too many parts: try later",
    "endless": LARGE,
    "crumbs": "comes in crumbs: its server is at fault",
    "endless bomb": "which answered 404 (not found): it is not there: check the address",
    "short": "broke off in the middle: try later",
    "half chunk": "broke off in the middle: try later",
    "half gzip": "came damaged: it broke off in the middle: try later",
    "no gzip": "came damaged: it cannot be unpacked",
    "brotli": "is packed in a way that was not asked for (br): its server is at fault",
    "reset": NO_HTTP,
    "reset late": NO_HTTP,
    "silent": NO_HTTP,
    "no http": NO_HTTP,
    "huge head": HEADERS,
    "many heads": HEADERS,
    "not changed": "answered 304 (not modified)",
    "round": "sends on in a circle: open it in a browser, and take the address that it ends at",
    "further": "sends on more than 5 times: open it in a browser, and take its last address",
}


def test_every_misbehaviour_is_tried() -> None:
    assert set(REASONS) == set(MISBEHAVIOURS)


@pytest.mark.parametrize("does", REASONS)
def test_a_server_that_misbehaves_is_named_with_its_reason(news: News, tmp_path: Path, does: str) -> None:
    seconds = 1.0 if REASONS[does] == LATE else 30.0
    station = one(tmp_path, news.host, seconds=seconds, megabytes=1.0)
    good, bad = news.put("/good", FEED), news.put("/bad", FEED, does=does)
    answers = {type(answer): answer for answer in fetch_all([bad, good], station, now=NOW)}
    assert REASONS[does] in answers[Rejected].reason  # type: ignore[union-attr]
    assert answers[Fetched].body == FEED  # type: ignore[union-attr]
    assert all_ended()


def test_a_bomb_costs_little_memory(news: News, station: Station) -> None:
    address, redirect = news.put("/bomb", does="bomb"), news.put("/on", does="endless bomb")
    tracemalloc.start()
    answers = [fetch(address, station, now=NOW), fetch(redirect, station, now=NOW)]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert all(isinstance(answer, Rejected) for answer in answers)
    assert most < 30_000_000


def test_whoever_takes_slowly_does_not_fill_the_memory(news: News, tmp_path: Path) -> None:
    station = one(tmp_path, news.host, at_once=4)
    addresses = [news.put(f"/{number}", bytes(1000)) for number in range(30)]
    answers = fetch_all(addresses, station, now=NOW)
    next(answers)
    time.sleep(0.5)
    assert len(news.asked) <= 5
    answers.close()  # type: ignore[attr-defined]


def test_whoever_stops_listening_leaves_nothing_behind(news: News, station: Station) -> None:
    good, bad = news.put("/good", FEED), news.put("/bad", does="hang")
    answers = fetch_all([bad, good], station, now=NOW)
    got(next(answers))
    answers.close()  # type: ignore[attr-defined]
    assert all_ended()


def test_a_hanging_handshake_is_cut(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        host = f"127.0.0.1:{deaf.getsockname()[1]}"
        assert refused(fetch(f"https://{host}/", one(tmp_path, host, seconds=0.5), now=NOW)) == LATE.replace(
            "1 s", "0.5 s"
        )
        assert all_ended()


def test_control_c_works_while_a_server_hangs(news: News, tmp_path: Path) -> None:
    address = news.put("/feed.xml", does="hang")
    script = f"""
from datetime import UTC, datetime
from bulletin.station import Fetching, Folders, Station
from bulletin.wire.fetching import fetch
fetching = Fetching(seconds=300.0, private_hosts=({news.host!r},))
fetch({address!r}, Station(folders=Folders(cache={str(tmp_path)!r}), fetching=fetching), now=datetime.now(UTC))
"""
    process = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE, text=True)
    while not news.asked:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert "KeyboardInterrupt" in process.communicate(timeout=60)[1]


def all_ended() -> bool:
    """Whether the threads of the seam end soon: those that were cut need a moment."""
    for _ in range(200):
        if not any(thread.name == "fetching" for thread in threading.enumerate()):
            return True
        time.sleep(0.02)
    return False


# ---------------------------------------------------------------- encryption


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key with a certificate for 127.0.0.1 that nobody has signed."""
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=harbour",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(file) + ".key", "-out", str(file)],
        check=False, capture_output=True,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("openssl is not here to make a certificate")
    file.write_text(file.read_text() + Path(f"{file}.key").read_text())
    return file


def test_a_certificate_is_checked(certificate: Path, tmp_path: Path) -> None:
    with news_server(certificate=certificate) as news:
        reason = refused(fetch(news.put("/feed.xml", FEED), one(tmp_path, news.host), now=NOW))
    assert reason.startswith("has no certificate that this machine trusts (self-signed certificate): check the address")
    assert news.asked == []


def test_https_does_not_send_on_to_http(
    certificate: Path, news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting = ssl.create_default_context(cafile=certificate)
    monkeypatch.setattr(pinned, "trust", lambda: trusting)
    with news_server(certificate=certificate) as safe:
        station = one(tmp_path, safe.host, news.host)
        down = safe.send_on("/down", news.put("/feed.xml", FEED))
        up = news.send_on("/up", safe.put("/feed.xml", FEED))
        other = up.replace("127.0.0.1", "localhost"), safe.url.replace("127.0.0.1", "localhost") + "/feed.xml"
        assert got(fetch(up, station, now=NOW)).body == FEED
        assert "sends on from https to http" in refused(fetch(down, station, now=NOW))
        named = one(tmp_path, *(address.split("/")[2] for address in other))
        assert "no certificate" in refused(
            fetch(other[1], named, now=NOW)
        )  # it is for 127.0.0.1, and for no other name
    assert news.requests("/feed.xml") == []
