"""Doubles of servers that speak HTTP: real ones, in a thread, which hold all that they hear and say against OpenAPI."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.testing import MockRequest, MockResponse


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in lower case
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "")

    def json(self) -> Any:
        return json.loads(self.body)

    def file(self) -> tuple[str, bytes]:
        """Name and bytes of the part called "file" in a multipart body."""
        edge = b"--" + self.kind.rpartition("boundary=")[2].encode()
        part = next(part for part in self.body.split(edge) if b'name="file"' in part)
        head, _, rest = part.partition(b"\r\n\r\n")
        return head.partition(b'filename="')[2].partition(b'"')[0].decode(), rest.removesuffix(b"\r\n")

    def field(self, name: str) -> str:
        """A field of a multipart body."""
        rest = self.body.partition(f'name="{name}"\r\n\r\n'.encode())[2]
        return rest.partition(b"\r\n")[0].decode()


@dataclass(frozen=True)
class Reply:
    """One answer; `drips`: a byte at a time for ever; `hangs`: not at all."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    drips: bool = False
    hangs: bool = False
    lies: bool = False  # it is not as the contract says, on purpose


def said(content: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(content).encode())


LOGIN = Reply(
    body=b"<!DOCTYPE html><html><title>Log In</title><form>Password?</form></html>", kind="text/html", lies=True
)
BUSY = Reply(429, b"slow down", "text/plain", {"Retry-After": "7"}, lies=True)
DRIPS = Reply(body=b'{"id": ' + b" " * 100_000, drips=True, lies=True)
HANGS = Reply(hangs=True, lies=True)
BREAKS_OFF = Reply(body=b"", headers={"Content-Length": "5000"}, lies=True)


class Contract:
    """An OpenAPI document that requests and answers are held against."""

    def __init__(self, document: dict[str, Any]) -> None:
        config = Config(additional_properties_default_policy="allow")
        self.api = OpenAPI.from_dict({**document, "servers": [{"url": "http://double"}]}, config=config)

    def wrong(self, asked: Asked) -> str:
        """Why the request is none that the document knows; "" where it is."""
        return _wrong(lambda: self.api.validate_request(_request(asked)))

    def wrong_answer(self, asked: Asked, reply: Reply) -> str:
        """Why the answer is none that the document knows; "" where it is."""
        given = MockResponse(reply.body, reply.status, content_type=reply.kind)
        return _wrong(lambda: self.api.validate_response(_request(asked), given))


def _request(asked: Asked) -> MockRequest:
    headers = {name.title(): value for name, value in asked.headers.items()}
    return MockRequest(
        "http://double",
        asked.method,
        asked.path,
        args=dict(asked.query),
        headers=headers,
        cookies={name: morsel.value for name, morsel in SimpleCookie(asked.headers.get("cookie", "")).items()},
        data=asked.body,
        content_type=asked.kind,
    )


def _wrong(check: Callable[[], object]) -> str:
    try:
        check()
    except OpenAPIError as error:
        return f"{type(error).__name__}: {error}; {error.__cause__}"[:500]
    return ""


class Double:
    """A server on this machine.  `fault` answers in its place where it gives a reply."""

    def __init__(self, contract: Contract, answer: Callable[[Asked], Reply], address: str) -> None:
        self.contract, self.answer, self.address = contract, answer, address
        self.seen: list[Asked] = []
        self.problems: list[str] = []  # requests that are not as the contract says, and answers of ours
        self.fault: Callable[[Asked], Reply | None] = lambda asked: None
        self.turn = threading.Lock()
        self.port = 0
        self.server: ThreadingHTTPServer | None = None
        self.ending = threading.Event()
        self.up()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def up(self) -> None:
        """Listen, at the same port as before; and answer as one should."""
        self.fault = lambda asked: None
        if self.server is None:
            self.server = _Server((self.address, self.port), _handler(self))
            self.port = self.server.server_address[1]
            threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def down(self) -> None:
        """Nobody listens."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def faulty(self, reply: Reply, method: str = "", path: str = "") -> Callable[[], None]:
        """What makes it answer so from now on: everything, or requests of that method and a path with that pattern."""

        def fault(asked: Asked) -> Reply | None:
            return reply if asked.method.startswith(method) and re.search(path, asked.path) else None

        return lambda: setattr(self, "fault", fault)

    def replied(self, asked: Asked) -> Reply:
        """The answer to one request, both held against the contract."""
        with self.turn:
            self.seen.append(asked)
            if why := self.contract.wrong(asked):
                self.problems.append(f"{asked.method} {asked.path} {dict(asked.query)}: {why}")
            reply = self.fault(asked) or self.answer(asked)
            if not reply.lies and (why := self.contract.wrong_answer(asked, reply)):
                self.problems.append(f"the answer to {asked.method} {asked.path}: {why} {reply.body[:300]!r}")
            return reply


@contextmanager
def serving(contract: Contract, answer: Callable[[Asked], Reply], address: str = "127.0.0.1") -> Iterator[Double]:
    """A double while it is needed.  Raises AssertionError at the end where anything broke the contract."""
    double = Double(contract, answer, address)
    try:
        yield double
    finally:
        double.ending.set()
        double.down()
    if double.problems:
        raise AssertionError("\n".join(dict.fromkeys(double.problems)))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The other side went away, which is what the tests want."""


def _handler(double: Double) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def answered(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = double.replied(Asked(self.command, unquote(parts.path), query, headers, body))
            with suppress(OSError):
                self.give(reply)

        do_GET = do_POST = do_PUT = do_DELETE = answered

        def give(self, reply: Reply) -> None:
            if reply.hangs:
                double.ending.wait(60)
                return
            self.send_response(reply.status)
            for name, value in {
                "Content-Type": reply.kind,
                "Content-Length": str(len(reply.body)),
                **reply.headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            if not reply.drips:
                self.wfile.write(reply.body)
                return
            for place in range(len(reply.body)):
                if double.ending.is_set():
                    return
                self.wfile.write(reply.body[place : place + 1])
                self.wfile.flush()
                time.sleep(0.05)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    return Handler
