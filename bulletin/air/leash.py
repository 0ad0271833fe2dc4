"""One HTTP request in a thread of its own, which its caller waits for until the time is up, and no longer.

No time-out of a socket stops a server that drips bytes, and none at all stops the look-up of a name.  So the caller
keeps the clock: when the time is up it shuts the thread's connection, which ends the thread, and forgets it.  The
threads are daemons: they hold up neither Ctrl-C nor the end of the process.  An adapter and no session sends, because
a session reads proxies and .netrc from the environment.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from contextlib import closing
from functools import cache
from ipaddress import ip_address, ip_network
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from ssrfguard import DEFAULT_DENIED, AddressTable, Policy, SSRFGuardError
from ssrfguard.requests import SafeAdapter

OWN = (  # what a station may call its own: this machine and its networks, but never link-local addresses
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7",
)  # fmt: skip
PIECE = 65_536  # bytes
FAULTS = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, SSRFGuardError)
Given = tuple[int, dict[str, str], bytes]  # status, headers with names in lower case, body


class TooMuch(ValueError):
    """More came than was asked for."""


def given(request: requests.PreparedRequest, near: bool, until: float, most: int) -> Given:
    """What the server gives by `until` (time.monotonic), its body at most `most` bytes.  Redirects are not followed.

    `near`: it may lead into the station's own network, and over http nowhere else.  Raises the FAULTS, of which
    TimeoutError, TooMuch and Abroad are the ones of this module.
    """
    line = _Line(until, near and (request.url or "").startswith("http:"))
    policy = _policy(request.url or "", near)
    outcome: SimpleQueue[Given | Exception] = SimpleQueue()
    work = threading.Thread(target=_work, args=(request, policy, line, most, outcome), name="asking", daemon=True)
    work.start()
    try:
        found = outcome.get(timeout=max(0.0, until - monotonic()))
    except Empty:
        raise TimeoutError("the time was up") from None
    finally:
        line.cut()  # whoever is interrupted leaves no thread behind
    if isinstance(found, Exception):
        raise found
    return found


class Abroad(ValueError):
    """The name of a host at home leads to that public address, where http would show the key to all."""


class _Line:
    """A hold on the connection of the moment.  `home`: it leads to no public address, whatever a name says."""

    def __init__(self, until: float, home: bool) -> None:
        self.until, self.home = until, home
        self._turn = threading.Lock()
        self._over = False
        self._held: socket.socket | None = None  # a second handle: TLS takes the first one away

    def left(self) -> float:
        """The seconds that are left.  Raises TimeoutError when none are."""
        left = self.until - monotonic()
        if self._over or left <= 0:
            raise TimeoutError("the time was up")
        return left

    def hold(self, line: socket.socket) -> None:
        """Take hold of a new connection.  Raises TimeoutError when the time is up, Abroad where it may not lead."""
        address = str(line.getpeername()[0]).partition("%")[0]
        if self.home and ip_address(address).is_global:
            line.close()
            raise Abroad(address)
        with self._turn:
            self._drop()
            if self._over:
                line.close()
                raise TimeoutError("the time was up before it was connected")
            self._held = line.dup()

    def look_up(self, host: str, port: int, *how: int) -> list[tuple[int, int, int, str, tuple[object, ...]]]:
        """socket.getaddrinfo, after which nothing happens when the time is up meanwhile."""
        found = socket.getaddrinfo(host, port, *how)
        self.left()
        return list(found)

    def cut(self) -> None:
        """Shut the connection, so that the thread ends."""
        with self._turn:
            self._over = True
            if self._held is not None:
                with contextlib.suppress(OSError):  # the other side was first
                    self._held.shutdown(socket.SHUT_RDWR)
            self._drop()

    def _drop(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


class _Adapter(SafeAdapter):
    """ssrfguard's adapter, which connects to what it has checked, with its connections on the line."""

    def __init__(self, policy: Policy, line: _Line) -> None:
        self.line = line
        super().__init__(policy=policy, resolver=line.look_up, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **how: object) -> None:
        super().init_poolmanager(connections, maxsize, block, **how)
        pools = self.poolmanager.pool_classes_by_scheme
        self.poolmanager.pool_classes_by_scheme = {name: _held(pool, self.line) for name, pool in pools.items()}


def _held(pool: Any, line: _Line) -> Any:
    """The pool class with connections that are on the line."""

    class Connection(pool.ConnectionCls):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            new: socket.socket = super()._new_conn()
            line.hold(new)
            return new

    class Pool(pool):  # type: ignore[misc]
        ConnectionCls = Connection

    return Pool


def _work(
    request: requests.PreparedRequest, policy: Policy, line: _Line, most: int, outcome: SimpleQueue[Given | Exception]
) -> None:
    found: Given | Exception = OSError("the request failed for a reason unknown to this program; its log says more")
    adapter = _Adapter(policy, line)
    try:
        left = line.left()
        # a third for each address that its name may have: one that swallows packets must not cost all the time
        with closing(adapter.send(request, stream=True, timeout=(left / 3, left))) as response:
            names = {name.lower(): value for name, value in response.headers.items()}
            found = response.status_code, names, _body(response, line, most)
    except FAULTS as error:
        found = error
    finally:
        adapter.close()
        outcome.put(found)


def _body(response: requests.Response, line: _Line, most: int) -> bytes:
    body = bytearray()
    while piece := response.raw.read1(PIECE, decode_content=False):
        line.left()
        body += piece
        if len(body) > most:
            raise TooMuch(f"more than {most / 1e6:g} MB")
    return bytes(body)


def _policy(url: str, near: bool) -> Policy:
    """The one host and the one port that a request may reach."""
    parts = urlsplit(url)
    return Policy(
        allowed_hosts=frozenset({(parts.hostname or "").lower()}),
        allowed_ports=frozenset({parts.port or {"http": 80}.get(parts.scheme, 443)}),
        denied_networks=_without_own() if near else DEFAULT_DENIED,
        max_connection_attempts=3,
        max_url_length=4000,
    )


@cache
def _without_own() -> AddressTable:
    """The table of addresses that are not public, without the networks that a station may call its own."""
    own = {ip_network(network) for network in OWN}
    return AddressTable(tuple(block for block in DEFAULT_DENIED.blocks if block.network not in own))


def causes(error: BaseException) -> list[BaseException]:
    """An error and all that led to it, the outermost first, however the libraries have wrapped it."""
    waiting: list[object] = [error]
    found: list[BaseException] = []
    while waiting and len(found) < 30:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [getattr(one, "reason", None), *one.args, one.__cause__, one.__context__]
    return found
