"""A local server with feeds and pages on it, over real sockets: it behaves well, or in one of many bad ways.

    with news_server() as news:
        news.put("/feed.xml", b"<rss/>", media_type="application/rss+xml", charset="utf-8")
        news.put("/slow.xml", does="hang")
        station = Station(fetching=Fetching(private_hosts=(news.host,)))
        fetch(news.url + "/feed.xml", station, now=now)

Every answer has an ETag and a Last-Modified made of its body, and a request that knows them is answered with 304.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import itertools
import socket
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

MODIFIED = "Sat, 21 Nov 2026 09:00:00 GMT"
Packing = Literal["", "gzip", "deflate", "raw deflate", "two members"]


@dataclass
class Page:
    """What the server has at one path; `does` names a misbehaviour of MISBEHAVIOURS."""

    body: bytes = b""
    media_type: str = "text/html"
    charset: str = ""
    packed: Packing = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    marked: bool = True  # with ETag and Last-Modified
    does: str = ""
    seconds: float = 0.0  # before it answers


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]  # names in lower case


@dataclass
class News:
    """The server: what it has, and what it was asked."""

    url: str = ""  # http://127.0.0.1:PORT
    host: str = ""  # 127.0.0.1:PORT, as private_hosts names it
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    under_way: int = 0
    most: int = 0  # requests at the same time
    connections: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, path: str, body: bytes = b"", **how: object) -> str:
        """Have a page at `path`, and give its address.  `how` are the fields of Page."""
        self.pages[path] = Page(body, **how)  # type: ignore[arg-type]
        return self.url + path

    def send_on(self, path: str, target: str, status: int = 302) -> str:
        """Have a redirect at `path`, and give its address."""
        return self.put(path, status=status, headers={"Location": target}, marked=False)

    def requests(self, path: str) -> list[Asked]:
        """What came in for one path."""
        with self.lock:
            return [asked for asked in self.asked if asked.path == path]


def packed(body: bytes, how: Packing) -> bytes:
    """The body as it goes over the wire."""
    match how:
        case "gzip":
            return gzip.compress(body, mtime=0)
        case "two members":
            return gzip.compress(body[: len(body) // 2], mtime=0) + gzip.compress(body[len(body) // 2 :], mtime=0)
        case "deflate":
            return zlib.compress(body)
        case "raw deflate":
            return zlib.compress(body)[2:-4]
        case _:
            return body


def bomb(megabytes: int = 1000) -> Iterator[bytes]:
    """A gzip stream that unpacks to so many megabytes of zeros, 1 kB for each."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    deflater.compress(bytes(1_000_000)), deflater.flush(zlib.Z_FULL_FLUSH)
    one = deflater.compress(bytes(1_000_000)) + deflater.flush(zlib.Z_FULL_FLUSH)  # the same after each full flush
    yield b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
    yield from itertools.repeat(one, megabytes)


class Desk(BaseHTTPRequestHandler):
    """Answers one connection."""

    news: News
    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.close_connection = True
        with self.news.lock:
            self.news.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
            self.news.under_way += 1
            self.news.most = max(self.news.most, self.news.under_way)
        page = self.news.pages.get(self.path) or Page(b"not here", status=404, marked=False)
        try:
            self.news.over.wait(page.seconds)
            if page.does:
                MISBEHAVIOURS[page.does](self, page)
            else:
                self.answer(page)
        except OSError:
            return  # the other side has left
        finally:
            with self.news.lock:
                self.news.under_way -= 1

    def answer(self, page: Page) -> None:
        mark = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"'
        known = (self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since"))
        if page.marked and page.status == 200 and mark in known:
            self.head(page, {"ETag": mark}, 304)
            return
        body = packed(page.body, page.packed)
        marks = {"ETag": mark, "Last-Modified": MODIFIED} if page.marked else {}
        packing = {"Content-Encoding": page.packed.replace("raw ", "").replace("two members", "gzip")}
        self.head(page, {**marks, **(packing if page.packed else {}), "Content-Length": str(len(body))})
        self.wfile.write(body)

    def head(self, page: Page, headers: Mapping[str, str], status: int = 0) -> None:
        kind = f"{page.media_type}; charset={page.charset}" if page.charset else page.media_type
        self.send_response(status or page.status)
        for name, value in {"Content-Type": kind, **headers, **page.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    # ------------------------------------------------------------ misbehaviours

    def hang(self, page: Page) -> None:
        """Takes the question and never answers."""
        self.connection.settimeout(120)
        if not self.connection.recv(1):  # the other side has closed
            raise ConnectionError

    def drip(self, piece: bytes = b"x") -> None:
        while not self.news.over.wait(0.05):
            self.wfile.write(piece)
            self.wfile.flush()

    def drip_head(self, page: Page) -> None:
        """One byte of a header now and then."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip()

    def drip_body(self, page: Page) -> None:
        """One byte of the body now and then."""
        self.head(page, {"Content-Length": "100000"})
        self.drip()

    def continue_for_ever(self, page: Page) -> None:
        """ "100 Continue", again and again."""
        while not self.news.over.is_set():
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)

    def bomb(self, page: Page) -> None:
        """1 MB that unpacks to 1 GB."""
        self.head(page, {"Content-Encoding": "gzip"})
        for piece in bomb():
            self.wfile.write(piece)

    def many_members(self, page: Page) -> None:
        """A thousand empty gzip files, one after the other."""
        self.head(page, {"Content-Encoding": "gzip"})
        self.wfile.write(gzip.compress(b"") * 1000)

    def endless(self, page: Page) -> None:
        """A body without end, in chunks."""
        self.head(page, {"Transfer-Encoding": "chunked"})
        while not self.news.over.is_set():
            self.wfile.write(b"10000\r\n" + bytes(65536) + b"\r\n")

    def crumbs(self, page: Page) -> None:
        """The same, a byte a chunk."""
        self.head(page, {"Transfer-Encoding": "chunked"})
        while not self.news.over.is_set():
            self.wfile.write(b"1\r\nx\r\n" * 10_000)

    def endless_bomb(self, page: Page) -> None:
        """A redirect whose own body is a bomb."""
        self.send_response(302)
        self.send_header("Location", "/")
        self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for piece in bomb():
            self.wfile.write(piece)

    def short(self, page: Page) -> None:
        """Half of what Content-Length says."""
        self.head(page, {"Content-Length": str(2 * len(page.body) + 2)})
        self.wfile.write(page.body)

    def half_chunk(self, page: Page) -> None:
        """Chunks that end in the middle of one."""
        self.head(page, {"Transfer-Encoding": "chunked"})
        self.wfile.write(b"400\r\n" + page.body)

    def half_gzip(self, page: Page) -> None:
        """The first half of a gzip file."""
        whole = gzip.compress(page.body)
        self.head(page, {"Content-Encoding": "gzip"})
        self.wfile.write(whole[: len(whole) // 2])

    def no_gzip(self, page: Page) -> None:
        """Says gzip, and is none."""
        self.head(page, {"Content-Encoding": "gzip", "Content-Length": str(len(page.body))})
        self.wfile.write(page.body)

    def brotli(self, page: Page) -> None:
        """Packed in a way that nobody asked for."""
        self.head(page, {"Content-Encoding": "br", "Content-Length": str(len(page.body))})
        self.wfile.write(page.body)

    def reset(self, page: Page) -> None:
        """Breaks the connection at once."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def reset_late(self, page: Page) -> None:
        """Breaks the connection in the middle of the body."""
        self.head(page, {"Content-Length": "1000"})
        self.wfile.write(b"x" * 10)
        self.wfile.flush()
        self.reset(page)

    def silent(self, page: Page) -> None:
        """Closes without a word."""

    def no_http(self, page: Page) -> None:
        """Answers in another protocol."""
        self.wfile.write(b"220 mail.example ESMTP ready\r\n" * 3)

    def huge_head(self, page: Page) -> None:
        """One header of 1 MB."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Huge: " + b"x" * 1_000_000 + b"\r\n\r\n")

    def many_heads(self, page: Page) -> None:
        """99 headers of 10 kB, less than the library's own limits."""
        lines = b"".join(b"X-%d: %b\r\n" % (number, b"x" * 10_000) for number in range(99))
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + lines + b"\r\n")

    def not_changed(self, page: Page) -> None:
        """304 to one who knows nothing."""
        self.head(page, {}, 304)

    def round(self, page: Page) -> None:
        """Sends on to itself."""
        self.head(page, {"Location": self.path, "Content-Length": "0"}, 302)

    def further(self, page: Page) -> None:
        """Sends on, each time somewhere else."""
        target = f"{self.path}1"
        self.news.pages[target] = page
        self.head(page, {"Location": target, "Content-Length": "0"}, 302)


MISBEHAVIOURS: dict[str, Callable[[Desk, Page], None]] = {
    name.replace("_", " "): getattr(Desk, name)
    for name in (
        "hang drip_head drip_body continue_for_ever bomb many_members endless crumbs endless_bomb short half_chunk half_gzip "
        "no_gzip brotli reset reset_late silent no_http huge_head many_heads not_changed round further"
    ).split()
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    news: News

    def get_request(self) -> tuple[socket.socket, object]:
        self.news.connections += 1
        return super().get_request()

    def handle_error(self, *args: object) -> None:
        """Clients that leave are what the tests are about."""


class _Server6(_Server):
    address_family = socket.AF_INET6


@contextmanager
def news_server(address: str = "127.0.0.1", port: int = 0, certificate: Path | None = None) -> Iterator[News]:
    """Serve on a free port of this machine, or at an address that it has; by https with a certificate and its key."""
    news = News()
    desk = type("OneDesk", (Desk,), {"news": news})
    server = (_Server6 if ":" in address else _Server)((address, port), desk)
    server.news = news
    host = f"[{address}]" if ":" in address else address
    news.host = f"{host}:{server.server_port}"
    news.url = f"http://{host}" if server.server_port == 80 else f"http://{news.host}"
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        news.url = f"https://{news.host}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield news
    finally:
        news.over.set()
        with contextlib.suppress(OSError):
            server.shutdown()
            server.server_close()
