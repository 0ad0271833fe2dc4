"""A local server that speaks the chat completions protocol, well or in one of its bad ways."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Model", dict[str, Any]], tuple[int, bytes, dict[str, str]]]


@dataclass
class Model:
    """What the server was asked, and where it is."""

    endpoint: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def sentences(self, number: int = -1) -> list[str]:
        """The numbered sentences of a question, as the article's data came."""
        user = json.loads(self.asked[number]["messages"][1]["content"])
        return [sentence["text"] for sentence in user["sentences"]]


def completion(content: object, **message: object) -> bytes:
    """The JSON of a good answer with that content."""
    words = content if isinstance(content, str | None) else json.dumps(content)
    return json.dumps({"id": "x", "choices": [{"index": 0, "message": {"content": words, **message}}]}).encode()


def says(*lines: tuple[str, list[int]]) -> tuple[int, bytes, dict[str, str]]:
    """A good answer of those lines, each with the sentences that it cites."""
    return 200, completion({"lines": [{"text": text, "sources": sources} for text, sources in lines]}), {}


@contextmanager
def serving(answer: Answer, drip: float = 0.0) -> Iterator[Model]:
    """Serve `answer` on a free port; `drip` is the pause in seconds before each byte."""
    model = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            model.headers.append(dict(self.headers))
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(question)
            status, body, headers = answer(model, question)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                for at in range(0, len(body), 1 if drip else 1 << 20):
                    self.wfile.write(body[at : at + (1 if drip else 1 << 20)])
                    time.sleep(drip)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked has gone

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    model.endpoint = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
