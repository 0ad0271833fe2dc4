"""One HTTP request on its leash, against servers that misbehave."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds.doubles import BREAKS_OFF, DRIPS, HANGS, Asked, Contract, Double, Reply, serving

from bulletin.air.asking import Answer, Door, ask, door, form, key_of, one_line, reason, seconds_asked_for, told
from bulletin.errors import TargetError, TargetUnavailable
from bulletin.station import Fetching, Station

KEY = "a-key-that-nobody-may-see"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANYTHING = Contract({"openapi": "3.0.3", "info": {"title": "Anything", "version": "1"}, "paths": {}})
STATION = Station()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def double() -> Iterator[Double]:
    with serving(ANYTHING, lambda asked: Reply(body=b"{}", lies=True)) as server:
        yield server
        server.problems.clear()  # it has no contract


def to(double: Double) -> Door:
    return door(double.url, STATION, {"X-API-Key": KEY}, [KEY])


def asked(double: Double, reply: Reply, seconds: float = 0.5) -> TargetError:
    """The error that such a reply gives."""
    double.faulty(reply)()
    with pytest.raises(TargetError) as failure:
        ask(to(double), "GET", "/x", until=monotonic() + seconds, now=NOW, most=1000)
    line = str(failure.value)
    assert line.isprintable()
    assert KEY not in line
    assert str(double.port) in line
    return failure.value


def test_a_key_goes_in_a_header_and_never_in_the_address(double: Double) -> None:
    ask(to(double), "POST", "/x?y=1", until=monotonic() + 5, body=b"hello", kind="text/plain")
    heard = double.seen[0]
    assert (heard.method, heard.path, dict(heard.query), heard.body) == ("POST", "/x", {"y": "1"}, b"hello")
    assert heard.headers["x-api-key"] == KEY
    assert repr(to(double)).count(KEY) == 0


def test_the_environment_has_no_say(double: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    assert ask(to(double), "GET", "/x", until=monotonic() + 5).body == b"{}"


@pytest.mark.parametrize("reply", [DRIPS, HANGS], ids=["drips", "hangs"])
def test_a_server_that_takes_its_time_is_left(double: Double, reply: Reply) -> None:
    error = asked(double, reply)
    assert isinstance(error, TargetUnavailable)
    assert "in time" in str(error)


def test_what_may_pass_is_told_from_what_will_not(double: Double) -> None:
    later = {
        "429": Reply(429, b"", headers={"Retry-After": "7"}),
        "date": Reply(503, b"", headers={"Retry-After": "Sun, 22 Nov 2026 12:01:00 GMT"}),
        "500": Reply(500, b'{"message": "This station is out of storage space."}'),
        "broken off": BREAKS_OFF,
    }
    errors = {name: asked(double, reply) for name, reply in later.items()}
    assert {type(error) for error in errors.values()} == {TargetUnavailable}
    assert [getattr(errors[name], "retry_after", None) for name in ("429", "date")] == [7.0, 60.0]
    assert "out of storage space" in str(errors["500"])
    never = (
        Reply(401, b"no", "text/plain"),
        Reply(404, b""),
        Reply(413, b""),
        Reply(302, b"", headers={"Location": "http://127.0.0.1:9/"}),
        Reply(200, b"x" * 2000),
        Reply(200, b"x", headers={"Content-Encoding": "gzip"}),
    )
    assert {type(asked(double, reply)) for reply in never} == {TargetError}


def test_a_key_that_the_server_repeats_is_not_shown(double: Double) -> None:
    error = asked(double, Reply(403, f'{{"message": "bad key {KEY}\\nin here"}}'.encode()))
    assert "bad key … in here" in str(error)


def test_no_redirect_takes_the_key_along(double: Double) -> None:
    with serving(ANYTHING, lambda asked: Reply(body=b"{}", lies=True)) as other:
        asked(double, Reply(307, b"", headers={"Location": f"{other.url}/steal"}))
        assert other.seen == []


def test_nobody_there_is_said_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        empty = door(f"http://127.0.0.1:{taken.getsockname()[1]}", STATION)
        with pytest.raises(TargetUnavailable, match="cannot be connected to"):
            ask(empty, "GET", "/", until=monotonic() + 5)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://radio.example", "in the open"),
        ("http://192.168.1.20", "in the open"),
        ("http://127.0.0.1.evil.example", "in the open"),
        ("https://user:password@radio.example", "without name"),
        ("https://radio.example/?api_key=1", "without name"),
        ("ftp://radio.example", "without name"),
        ("https://[::1", "no address"),
        ("https://", "without name"),
        ("radio.example", "without name"),
        ("https://radio.example:99999", "no address"),
    ],
)
def test_an_address_that_would_show_the_key_is_refused(url: str, why: str) -> None:
    with pytest.raises(TargetError, match=why):
        door(url, STATION, {"X-API-Key": KEY})


def test_a_private_address_is_opened_by_its_name_in_the_station_file() -> None:
    home = Station(fetching=Fetching(private_hosts=("azuracast.lan", "10.0.0.5:8080")))
    assert [
        door(url, home).near for url in ("http://azuracast.lan", "http://10.0.0.5:8080", "https://radio.example")
    ] == [
        True,
        True,
        False,
    ]
    with pytest.raises(TargetError):
        door("http://10.0.0.5:9090", home)
    for unnamed in ("https://10.0.0.5", "https://169.254.169.254"):
        with pytest.raises(TargetError, match="private_hosts"):
            ask(door(unnamed, STATION), "GET", "/", until=monotonic() + 5)


ABROAD = """
import sys
from time import monotonic
sys.path[:0] = ["tests/contract"]
from worlds.doubles import *
from bulletin.air.asking import ask, door
from bulletin.errors import TargetError
from bulletin.station import Fetching, Station
anything = Contract({"openapi": "3.0.3", "info": {"title": "Anything", "version": "1"}, "paths": {}})
with serving(anything, lambda asked: Reply(body=b"{}", lies=True), "0.0.0.0") as double:
    named = Station(fetching=Fetching(private_hosts=("93.184.216.34",)))
    try:
        ask(door(f"http://93.184.216.34:{double.port}", named), "GET", "/", until=monotonic() + 5)
    except TargetError as error:
        print(error)
    print(len(double.seen), "heard")
"""


def test_a_host_that_should_be_at_home_and_is_not_gets_no_key() -> None:
    """Named as private, but leading to a public address: http would show the key to all on the way."""
    inside = f"ip link set lo up && ip addr add 93.184.216.34/32 dev lo && exec {sys.executable} -c '{ABROAD}'"
    for space in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        run = subprocess.run([*space, "sh", "-c", inside], capture_output=True, text=True, check=False, cwd=ROOT)
        if "heard" in run.stdout:
            assert "leads to a public address" in run.stdout
            assert "0 heard" in run.stdout
            return
    pytest.skip(f"no network namespaces here: {run.stderr[:100]}")


def test_a_key_that_is_none_is_told_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THE_KEY", "two\nlines")
    with pytest.raises(TargetError, match="line break"):
        door("https://radio.example", STATION, {"X-API-Key": key_of("THE_KEY", STATION)})
    with pytest.raises(TargetError, match="the environment has no NO_SUCH_KEY"):
        key_of("NO_SUCH_KEY", STATION)
    with pytest.raises(TargetError, match="never the key itself"):
        key_of("0123:abcdef", STATION)


def test_a_page_where_an_answer_should_be_is_called_one() -> None:
    near = door("http://localhost", STATION)
    with pytest.raises(TargetError, match="a web page"):
        told(Answer(200, {}, b"  <!DOCTYPE html>"), dict[str, int], near)
    with pytest.raises(TargetError, match="does not understand"):
        told(Answer(200, {}, b'{"id": "x"}'), dict[str, int], near)


@given(st.binary(max_size=300))
def test_whatever_is_answered_is_told_in_one_line_or_refused(body: bytes) -> None:
    near = door("http://localhost", STATION)
    assert (reason(Answer(500, {}, body), near) or "-").isprintable()
    try:
        told(Answer(200, {}, body), list[int], near)
    except TargetError as error:
        assert str(error).isprintable()


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text, 40)
    assert line == "" or line.isprintable()
    assert len(line) <= 40


@given(st.text(max_size=80))
def test_any_retry_after_is_a_sane_number_of_seconds_or_none(value: str) -> None:
    seconds = seconds_asked_for(value, NOW)
    assert seconds is None or 0 <= seconds <= 86_400


def test_a_form_has_its_fields_and_its_file_as_they_are() -> None:
    body, kind = form({"folder": "news"}, "file", ("a.mp3", b"\r\n--\x00audio\r\n", "audio/mpeg"))
    heard = Asked("POST", "/", {}, {"content-type": kind}, body)
    assert (heard.field("folder"), heard.file()) == ("news", ("a.mp3", b"\r\n--\x00audio\r\n"))
