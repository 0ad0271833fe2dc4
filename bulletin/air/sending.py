"""One HTTP request, sent to the address that was checked and nowhere else, within its time.

An adapter and no session sends, because a session reads proxies and .netrc from the environment and follows
redirects; ssrfguard's, because it connects to the address that it has held against the policy.
"""

from __future__ import annotations

import socket
from contextlib import closing
from functools import cache
from ipaddress import ip_address, ip_network
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3
from ssrfguard import DEFAULT_DENIED, AddressTable, Policy, SSRFGuardError
from ssrfguard.requests import SafeAdapter

from .deadline import Deadline, within

OWN = (  # what a station may call its own: this machine and its networks, but never link-local addresses
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7",
)  # fmt: skip
PORTS = {"http": 80, "https": 443}
PIECE = 65_536  # bytes
FAULTS = (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError, SSRFGuardError)
Given = tuple[int, dict[str, str], bytes]  # status, headers with names in lower case, body


class TooMuch(ValueError):
    """More came than was asked for."""


class Abroad(ValueError):
    """A host that should be at home leads to a public address, where http would show the key to all."""


def given(request: requests.PreparedRequest, near: bool, until: float, most: int) -> Given:
    """What the server gives by `until` (time.monotonic), its body at most `most` bytes.  Redirects are not followed.

    `near`: it may lead into the station's own network, and over http nowhere else.  Raises the FAULTS, of which
    TimeoutError, TooMuch and Abroad are not the libraries'.
    """
    policy = _policy(request.url or "", near)
    home = near and (request.url or "").startswith("http:")

    def work(deadline: Deadline) -> Given:
        adapter = _Adapter(policy, deadline, home)
        left = deadline.left()
        try:
            # a third for each address that its name may have: one that swallows packets must not cost all the time
            with closing(adapter.send(request, stream=True, timeout=(left / 3, left))) as response:
                names = {name.lower(): value for name, value in response.headers.items()}
                return response.status_code, names, _body(response, deadline, most)
        finally:
            adapter.close()

    return within(until - monotonic(), work, FAULTS)


def _body(response: requests.Response, deadline: Deadline, most: int) -> bytes:
    body = bytearray()
    while piece := response.raw.read1(PIECE, decode_content=False):
        deadline.left()
        body += piece
        if len(body) > most:
            raise TooMuch(f"more than {most / 1e6:g} MB")
    return bytes(body)


class _Adapter(SafeAdapter):
    """ssrfguard's adapter whose connections are cut at the deadline; `home`: they lead to no public address."""

    def __init__(self, policy: Policy, deadline: Deadline, home: bool) -> None:
        self.deadline, self.home = deadline, home
        super().__init__(policy=policy, resolver=self.look_up, pool_connections=1, pool_maxsize=1)

    def look_up(self, host: str, port: int, *how: int) -> list[tuple[int, int, int, str, tuple[object, ...]]]:
        """socket.getaddrinfo, after which nothing happens when the time is up meanwhile."""
        found = socket.getaddrinfo(host, port, *how)
        self.deadline.left()
        return list(found)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **how: object) -> None:
        super().init_poolmanager(connections, maxsize, block, **how)
        pools = self.poolmanager.pool_classes_by_scheme
        self.poolmanager.pool_classes_by_scheme = {name: _held(pool, self) for name, pool in pools.items()}

    def hold(self, line: socket.socket) -> None:
        """Take a new connection.  Raises TimeoutError when the time is up, Abroad where it must not lead."""
        address = str(line.getpeername()[0]).partition("%")[0]
        if self.home and ip_address(address).is_global:
            line.close()
            raise Abroad(address)
        handle = line.dup()  # a second one: TLS takes the first one away

        def cut() -> None:
            with closing(handle):
                handle.shutdown(socket.SHUT_RDWR)

        self.deadline.cuts(cut)


def _held(pool: Any, adapter: _Adapter) -> Any:
    """The pool class with connections that the adapter has taken."""

    class Connection(pool.ConnectionCls):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            new: socket.socket = super()._new_conn()
            adapter.hold(new)
            return new

    class Pool(pool):  # type: ignore[misc]
        ConnectionCls = Connection

    return Pool


def _policy(url: str, near: bool) -> Policy:
    """The one host and the one port that a request may reach."""
    parts = urlsplit(url)
    return Policy(
        allowed_hosts=frozenset({(parts.hostname or "").lower()}),
        allowed_ports=frozenset({parts.port or PORTS[parts.scheme]}),
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
