"""A real Liquidsoap whose queue is never its turn, so that what was pushed stays there to be looked at.

One serves all tests of a run.  The target speaks to it through a door of ours that can be shut, slow, or tell lies.
"""

from __future__ import annotations

import atexit
import os
import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

import pytest

from bulletin.air import Parcel

from . import World

sys.path.append(str(Path(__file__).parents[2] / "air"))

from playing import ask, lack, liquidsoap, open_to_player, place

SCRIPT = """
log.stdout.set(true)
log.file.set(false)
settings.server.socket.set(true)
settings.server.socket.path.set("{socket}")
settings.server.socket.permissions.set(0o600)
news = request.queue(id="news", timeout=5.)
output.dummy(fallback([switch([({{false}}, news)]), blank()]))
"""
UNKNOWN = b'ERROR: unknown command, type "help" to get a list of commands.\r\nEND\r\n'


@cache
def station() -> Path:
    """The socket of the one that runs until the tests end."""
    stack = ExitStack()
    atexit.register(stack.close)
    home = open_to_player(stack.enter_context(place()))
    stack.enter_context(liquidsoap(SCRIPT.format(socket=home / "socket"), home))
    return home / "socket"


class Door:
    """A socket before the real one."""

    def __init__(self, path: Path, real: Path) -> None:
        self.path, self.real, self.manner = path, real, "well"
        self.open()

    def open(self) -> None:
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(self.path))
        self.listener.listen(8)
        threading.Thread(target=self._serve, args=(self.listener,), daemon=True).start()

    def close(self) -> None:
        self.listener.close()
        self.path.unlink(missing_ok=True)

    def _serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                guest, _ = listener.accept()
                threading.Thread(target=self._host, args=(guest,), daemon=True).start()

    def _host(self, guest: socket.socket) -> None:
        with suppress(OSError), guest, guest.makefile("rb") as lines, socket.socket(socket.AF_UNIX) as real:
            real.connect(str(self.real))
            for line in lines:
                if answer := self._answer(line, real):
                    guest.sendall(answer)

    def _answer(self, line: bytes, real: socket.socket) -> bytes:
        if self.manner == "slow" or line == b"quit\n":
            return b""
        if self.manner == "refusing":
            return UNKNOWN
        if self.manner == "lying" and b".push " in line:
            return b"\r\n424242\r\nEND\r\n"
        if self.manner == "another":
            return b"HTTP/1.1 400 Bad Request\r\n\r\n"
        if self.manner == "hanging up":
            raise ConnectionAbortedError
        real.sendall(line)
        heard = b""
        while not heard.endswith(b"\nEND\r\n"):
            heard += real.recv(65_536)
        if self.manner == "forgetful" and b".push " in line:  # it has it, and the answer is lost
            raise ConnectionAbortedError
        return heard


@contextmanager
def world(folder: Path) -> Iterator[World]:
    if why := lack("liquidsoap"):
        pytest.skip(why)
    real = station()
    with place() as home:
        there = home / "news ü"
        door = Door(home / "door", real)

        def held() -> list[dict[str, str]]:
            (numbers,) = ask(real, "news.queue")
            told = ask(real, *(f"request.metadata {number}" for number in numbers.split()))
            found = [dict(re.findall(r'^(\w+)="(.*)"$', one, re.MULTILINE)) for one in told]
            return [one for one in found if one.get("status") == "ready" and Path(one["filename"]).exists()]

        def has(parcel: Parcel) -> bytes | None:
            files = [Path(one["filename"]) for one in held() if one.get("bulletin") == parcel.name]
            assert len(files) <= 1
            assert all(file.parent == there and file.stat().st_mode & 0o777 == 0o644 for file in files)
            return files[0].read_bytes() if files else None

        def mannered(manner: str) -> None:
            door.manner = manner

        def mend() -> None:
            door.manner = "well"
            if not door.path.exists():
                door.open()
            if there.exists():
                there.chmod(0o755)

        faults = {"down": door.close}
        for manner in ("slow", "refusing", "lying", "another", "hanging up", "forgetful"):
            faults[manner] = lambda manner=manner: mannered(manner)  # type: ignore[misc]
        if not os.geteuid():  # else Liquidsoap runs as we do, and what we may read it may
            faults["unreadable"] = lambda: there.chmod(0o700)
        try:
            yield World(
                settings={"socket": str(door.path), "queue": "news", "folder": str(there)},
                has=has,
                playable=lambda: len(held()),
                faults=faults,
                mend=mend,
            )
        finally:
            mend()
            door.close()
            ask(real, "news.flush_and_skip")
