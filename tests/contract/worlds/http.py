"""A web server over the folder, as any is, and a player that fetches from it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from filelock import FileLock

from bulletin.air import Parcel

from . import World


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: Any) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def got(url: str) -> bytes | None:
    """What is there; None where there is nothing."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=10) as answer:
            content: bytes = answer.read()
            return content
    except HTTPError as error:
        assert error.code == 404
        return None


@contextmanager
def world(folder: Path) -> Iterator[World]:
    root = folder / "www"
    (root / "other-station").mkdir(parents=True)
    other = FileLock(root / "harbour-fm" / ".bulletin.lock", thread_local=False)
    with served(root) as address:

        def fetched() -> tuple[dict[str, Any], bytes] | None:
            """What is told and what is heard: both or neither, and one and the same."""
            told, audio = (got(f"{address}/harbour-fm/{name}") for name in ("latest.json", "latest.mp3"))
            assert (told is None) == (audio is None)
            if told is None or audio is None:
                assert got(f"{address}/harbour-fm/latest.wav") is None
                return None
            values = json.loads(told)
            assert hashlib.sha256(audio).hexdigest() == values["sha256"]
            assert got(f"{address}/harbour-fm/{values['file']}") == audio
            return values, audio

        def has(parcel: Parcel) -> bytes | None:
            found = fetched()
            if not found or found[0]["name"] != parcel.name:
                return None
            assert found[0]["slot"] == f"{parcel.slot:%Y-%m-%dT%H:%M:%SZ}"
            assert found[0]["expires"] == f"{parcel.expires:%Y-%m-%dT%H:%M:%SZ}"
            return found[1]

        def mend() -> None:
            other.release(force=True)
            if (folder / "unplugged").exists():
                (folder / "unplugged").rename(root)
            if (folder / "aside").exists():
                (root / "harbour-fm").unlink()
                (folder / "aside").rename(root / "harbour-fm")

        def unplug() -> None:
            root.rename(folder / "unplugged")
            root.write_text("")

        def block() -> None:
            (root / "harbour-fm").rename(folder / "aside")
            (root / "harbour-fm").write_text("a file")

        def plug() -> None:
            if root.is_file():
                root.unlink()
            mend()

        try:
            yield World(
                settings={"path": "www"},
                has=has,
                playable=lambda: int(bool(fetched())),
                faults={"unplugged": unplug, "blocked": block, "busy": other.acquire},
                mend=plug,
            )
        finally:
            plug()
