"""One HTTP request, sent to the address that was checked and nowhere else: ssrfguard's adapter on a leash.

An adapter and not a session, because a session reads proxies and .netrc from the environment, keeps cookies, follows
redirects, and unpacks their bodies without a limit.  One adapter serves one request and is closed after it.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from io import BufferedIOBase
from ipaddress import ip_address
from typing import Any

import requests
import urllib3
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from ssrfguard import Policy, SSRFGuardError
from ssrfguard.requests import SafeAdapter

from .deadline import Deadline

MOST_HEADER_BYTES = 64_000  # of one answer, all its lines and those of the answers "100 Continue" before it
PIECE = 65_536  # bytes
FAULTS = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, SSRFGuardError)


class TooMuch(ValueError):
    """More came than was asked for: "more than 64 kB of headers"."""


class Abroad(ValueError):
    """A host that should be at home leads to a public address, where http would show the key to all."""


@contextmanager
def sent(
    request: requests.PreparedRequest, policy: Policy, deadline: Deadline, home: bool = False
) -> Iterator[requests.Response]:
    """The answer to one request, its body unread; when this ends, so has the connection.  Redirects are not followed.

    `home`: it must lead to no public address.  Raises the FAULTS, of which TimeoutError, TooMuch and Abroad are not
    the libraries'.
    """
    left = deadline.left()
    adapter = _Adapter(policy, deadline, home, trust() if (request.url or "").startswith("https:") else None)
    try:
        # a third for each address that its name may have: one that swallows packets must not cost all the time
        with closing(adapter.send(request, stream=True, timeout=(left / 3, left))) as response:
            yield response
    finally:
        adapter.close()
        deadline.cut()


def pieces(response: requests.Response, deadline: Deadline) -> Iterator[bytes]:
    """The body as it comes in, packed as it is, while there is time."""
    while deadline.left() and (piece := response.raw.read1(PIECE, decode_content=False)):
        yield piece


@cache
def trust() -> ssl.SSLContext:
    """Whom to believe in https: made once, for it takes 40 ms of a processor, and more than one thread may use it."""
    context = ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


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


class _Adapter(SafeAdapter):
    """ssrfguard's adapter whose connections are on a leash, trust whom they are told to, and bound their headers."""

    def __init__(self, policy: Policy, deadline: Deadline, home: bool, trusted: ssl.SSLContext | None) -> None:
        self.deadline, self.home, self.trusted = deadline, home, trusted
        super().__init__(policy=policy, resolver=self.look_up, pool_connections=1, pool_maxsize=1)

    def look_up(self, host: str, port: int, *how: int) -> list[tuple[int, int, int, str, tuple[object, ...]]]:
        """socket.getaddrinfo, after which nothing happens when the time is up meanwhile.  Raises TimeoutError."""
        found = socket.getaddrinfo(host, port, *how)
        self.deadline.left()
        return list(found)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **how: object) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self.trusted, **how)
        pools = self.poolmanager.pool_classes_by_scheme
        self.poolmanager.pool_classes_by_scheme = {name: _held(pool, self) for name, pool in pools.items()}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Always; and without reading the certificates anew for each connection, as requests does."""
        conn.cert_reqs = "CERT_REQUIRED"

    def take(self, line: socket.socket) -> None:
        """Take a new connection.  Raises TimeoutError when the time is up, Abroad where it must not lead."""
        if self.home and ip_address(address := str(line.getpeername()[0]).partition("%")[0]).is_global:
            raise Abroad(address)
        self.deadline.holds(line)


def _held(pool: Any, adapter: _Adapter) -> Any:
    """The pool class with connections that the adapter has taken."""

    class Connection(pool.ConnectionCls):  # type: ignore[misc]
        response_class = _Response

        def _new_conn(self) -> socket.socket:
            line: socket.socket = super()._new_conn()
            try:
                adapter.take(line)
            except (OSError, Abroad):
                line.close()
                raise
            return line

    class Pool(pool):  # type: ignore[misc]
        ConnectionCls = Connection

    return Pool


class _Response(http.client.HTTPResponse):
    """An answer that does not read headers without end: the library would read 6 MB, and "100 Continue" for ever."""

    def begin(self) -> None:
        if self.headers is not None:
            return
        lines = self.fp
        self.fp = _Bounded(lines)
        try:
            super().begin()
        finally:
            if isinstance(self.fp, _Bounded):
                self.fp = lines


class _Bounded:
    """So much of a file as headers may have, line by line."""

    def __init__(self, lines: BufferedIOBase) -> None:
        self.lines, self.left = lines, MOST_HEADER_BYTES
        self.close, self.flush = lines.close, lines.flush

    def readline(self, most: int) -> bytes:
        line = self.lines.readline(most)
        self.left -= len(line)
        if self.left < 0:
            raise TooMuch(f"more than {MOST_HEADER_BYTES // 1000} kB of headers")
        return line
