"""A local server that speaks Google Translate's speech protocol, well or in one of its bad ways."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import lameenc

from bulletin.voice.engines import tone


def mp3(text: str, silent: bool = False) -> bytes:
    """A real MP3 of 24 kHz: the tone engine reading `text`."""
    samples = tone._Reader("plain", 1).read(text).samples * (0 if silent else 1)
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(32)
    encoder.set_in_sample_rate(tone.SAMPLE_RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    return bytes(encoder.encode((samples * 32767).astype("<i2").tobytes()) + encoder.flush())


def reply(sound: str) -> bytes:
    """The shape of a batchexecute answer around base64 sound."""
    inner = json.dumps([sound], separators=(",", ":"))
    line = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"], ["di", 12]], separators=(",", ":"))
    return f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,140]]\n'.encode()


def coded(sound: bytes) -> str:
    """Sound as base64 text."""
    return base64.b64encode(sound).decode()


def answers(text: str, sound: bytes) -> dict[str, tuple[Any, ...]]:
    """The body, status and headers of each mode that simply answers."""
    whole = reply(coded(sound))
    padded = reply(coded(sound + bytes(1 + -len(sound) % 3)))
    soon = formatdate(time.time() + 2, usegmt=True)
    return {
        "good": (whole,),
        "escaped": (padded.replace(b"=", b"\\\\u003d"),),  # as JSON may write the padding
        "busy": (b"slow down", 429, {"Retry_After": "1"}),
        "busy till": (b"slow down", 429, {"Retry_After": soon}),
        "busy for hours": (b"slow down", 429, {"Retry_After": "7200"}),
        "fault": (b"oops", 503),
        "refused": (b"no", 403),
        "sorry": (b"", 302, {"Location": "/sorry/index"}),
        "empty": (reply(""),),
        "nothing": (b"",),
        "consent": (b"<!doctype html><html><body>Before you continue</body></html>",),
        "half base64": (whole[: len(whole) // 2],),
        "half mp3": (reply(coded(sound[: len(sound) * 36 // 100])),),
        "noise": (reply(coded(bytes(range(256)) * 8)),),
        "silent": (reply(coded(mp3(text, silent=True))),),
        "short": (reply(coded(mp3("A"))),),
        "flood": (b"x" * 3_000_000,),
    }


@dataclass
class Google:
    """What the server is to do, request by request, and what it saw."""

    modes: list[str]  # one for each request in turn; the last one for all that follow
    url: str = ""
    texts: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    under_way: int = 0
    most: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def google(*modes: str) -> Iterator[Google]:
    """Serve those modes on a free port of this machine."""
    seen = Google(list(modes))

    class Desk(BaseHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            text, language, *_ = json.loads(json.loads(form["f.req"][0])[0][0][1])
            with seen.lock:
                mode = seen.modes[min(len(seen.texts), len(seen.modes) - 1)]
                seen.texts.append(text)
                seen.paths.append(f"{self.path} {language}")
                seen.at.append(time.monotonic())
                seen.under_way += 1
                seen.most = max(seen.most, seen.under_way)
            try:
                self.answer(mode, text)
            except ConnectionError:
                pass
            finally:
                with seen.lock:
                    seen.under_way -= 1

        def answer(self, mode: str, text: str) -> None:
            sound = mp3(text)
            match mode:
                case "slow":
                    time.sleep(0.15)
                    self.send(reply(coded(sound)))
                case "broken off":
                    self.head(100_000)
                    self.wfile.write(reply(coded(sound))[:900])
                case "reset":
                    self.connection.close()
                case "hang":
                    seen.over.wait(60)
                case "drip body":
                    self.head(100_000)
                    self.drip()
                case "drip head":
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
                    self.drip()
                case _:
                    self.send(*answers(text, sound)[mode])

        def head(self, length: int, status: int = 200, **headers: str) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(length))
            self.end_headers()

        def send(self, body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> None:
            self.head(len(body), status, **(headers or {}))
            self.wfile.write(body)

        def drip(self) -> None:
            while not seen.over.wait(0.05):
                self.wfile.write(b"x")
                self.wfile.flush()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    seen.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield seen
    finally:
        seen.over.set()
        server.shutdown()
        server.server_close()
