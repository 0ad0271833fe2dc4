"""One request, sent to the address that was checked: ssrfguard's adapter on a leash.

An adapter and not a session, because a session reads proxies and .netrc from the environment, keeps cookies, and
unpacks the bodies of redirects without a limit.  One adapter serves one request and is closed after it.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from io import BufferedIOBase
from typing import Any

import requests
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from ssrfguard import Policy
from ssrfguard.requests import SafeAdapter

from .faults import Unfetched
from .leash import Leash

MOST_HEADER_BYTES = 64_000  # of one answer, all its lines and those of the answers "100 Continue" before it


@contextmanager
def sent(request: requests.PreparedRequest, policy: Policy, leash: Leash) -> Iterator[requests.Response]:
    """The answer to one request, its body unread.  Raises Unfetched, and the errors of ssrfguard, requests and urllib3."""
    left = leash.left()
    adapter = _Adapter(policy, leash)
    try:
        # a third for each address that its name may have: one that swallows packets must not cost all the time
        with closing(adapter.send(request, stream=True, timeout=(left / 3, left))) as response:
            yield response
    finally:
        adapter.close()


@cache
def trust() -> ssl.SSLContext:
    """Whom to believe in https: made once, for it takes 40 ms of a processor, and more than one thread may use it."""
    context = ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _Adapter(SafeAdapter):
    """ssrfguard's adapter whose connections are on a leash, trust what trust() does, and bound their headers."""

    def __init__(self, policy: Policy, leash: Leash) -> None:
        self.leash = leash
        super().__init__(policy=policy, resolver=leash.look_up, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **how: object) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=trust(), **how)
        pools = self.poolmanager.pool_classes_by_scheme
        self.poolmanager.pool_classes_by_scheme = {name: _held(pool, self.leash) for name, pool in pools.items()}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Always; and without reading the certificates anew for each connection, as requests does."""
        conn.cert_reqs = "CERT_REQUIRED"


def _held(pool: Any, leash: Leash) -> Any:
    """The pool class with connections that are on the leash."""

    class Connection(pool.ConnectionCls):  # type: ignore[misc]
        response_class = _Response

        def _new_conn(self) -> socket.socket:
            line: socket.socket = super()._new_conn()
            leash.hold(line)
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
            raise Unfetched(f"sends more than {MOST_HEADER_BYTES // 1000} kB of headers: its server is at fault")
        return line
