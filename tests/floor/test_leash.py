"""Work that ends in time, and the one HTTP request that is sent on such a leash."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import requests
from ssrfguard import BlockedAddressError, SSRFGuardError

from bulletin.leash import Deadline, pinned, within
from bulletin.leash.reach import policy

OK = b"HTTP/1.1 200 OK\r\n"


def test_work_gives_what_it_gives_or_its_own_error() -> None:
    def wrong(_: Deadline) -> int:
        raise LookupError("not there")

    assert within(5, lambda deadline: 0 < deadline.left() <= 5, ()) is True
    with pytest.raises(LookupError, match="not there"):
        within(5, wrong, (LookupError,))


def test_an_error_that_nobody_foresaw_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    logged = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: logged.set())
    with pytest.raises(RuntimeError, match="for a reason unknown"):
        within(5, lambda _: 1 // 0, (OSError,))
    assert logged.wait(30)


def test_when_the_time_is_up_all_is_cut_the_last_first_and_what_comes_later_at_once() -> None:
    cuts: list[str] = []
    ended, late = threading.Event(), threading.Event()

    def work(deadline: Deadline) -> None:
        deadline.cuts(ended.set)
        deadline.cuts(lambda: cuts.append("second"))
        ended.wait(30)
        for call in (lambda: deadline.cuts(lambda: cuts.append("late")), deadline.left):
            with pytest.raises(TimeoutError):
                call()
        late.set()

    with pytest.raises(TimeoutError, match="the time was up"):
        within(0.05, work, ())
    assert late.wait(30)
    assert cuts == ["second", "late"]


@contextmanager
def server(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server on loopback that takes one connection."""

    def run() -> None:
        line, _ = listening.accept()
        with line:
            line.recv(10_000)
            serve(line)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(30)
        assert not thread.is_alive()


def asked(port: int, deadline: Deadline) -> bytes:
    request = requests.Request("GET", f"http://127.0.0.1:{port}/").prepare()
    with pinned.sent(request, policy("127.0.0.1", port, own=True), deadline, home=True) as response:
        return b"".join(pinned.pieces(response, deadline))


def test_a_connection_ends_with_its_request_and_the_deadline_serves_another() -> None:
    def serve(line: socket.socket) -> None:
        line.sendall(OK + b"Content-Length: 2\r\n\r\nhi")
        heard.append(line.recv(1))  # it never hangs up first

    heard: list[bytes] = []
    deadline = Deadline(30)
    for _ in range(2):
        with server(serve) as port:
            assert asked(port, deadline) == b"hi"
    assert heard == [b"", b""]


def test_headers_without_end_are_refused() -> None:
    def serve(line: socket.socket) -> None:
        line.sendall(OK + b"".join(b"X-%d: %s\r\n" % (number, b"x" * 1000) for number in range(90)) + b"\r\n")

    with server(serve) as port, pytest.raises(pinned.TooMuch, match="more than 64 kB of headers"):
        asked(port, Deadline(30))


def test_a_deadline_that_ends_cuts_the_request_under_way() -> None:
    def serve(line: socket.socket) -> None:
        deadline.end()
        assert line.recv(1) == b""

    deadline = Deadline(30)
    with server(serve) as port, pytest.raises(pinned.FAULTS):
        asked(port, deadline)


@pytest.mark.parametrize(("host", "own"), [("169.254.169.254", True), ("169.254.169.254", False), ("127.0.0.1", False)])
def test_only_what_is_the_stations_own_is_opened_by_its_name(host: str, own: bool) -> None:
    request = requests.Request("GET", f"http://{host}/").prepare()
    with pytest.raises(SSRFGuardError) as refused, pinned.sent(request, policy(host, 80, own), Deadline(5)):
        pass
    assert BlockedAddressError in [type(cause) for cause in pinned.causes(refused.value)]
