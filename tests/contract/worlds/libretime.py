"""LibreTime's double: uploads that are imported after a while, a smart block that takes the newest news, and its two APIs.

LibreTime publishes no OpenAPI that lies here: libretime.yml has the calls in our own words, from its source.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import soundfile
import yaml

from bulletin.air import Parcel

from . import World
from .doubles import BREAKS_OFF, BUSY, DRIPS, LOGIN, Asked, Contract, Double, Reply, said, serving

KEY = "libretime-canary-key-9d2e"
NEWS = 7  # the track type's number
BUSY_NOW = "An error occurred while processing your upload. Please try again in a few minutes."


@cache
def contract() -> Contract:
    return Contract(yaml.safe_load((Path(__file__).parent / "libretime.yml").read_text()))


@dataclass
class Held:
    """A file of the library."""

    id: int
    path: str
    audio: bytes
    library: int | None
    looks: int  # so often it is asked after before it is imported
    status: int = 1
    scheduled: bool = False


@dataclass
class Library:
    """What LibreTime has."""

    files: dict[int, Held] = field(default_factory=dict)
    number: int = 100  # the last that was given
    key: str = KEY
    looks: int = 2
    imports: int = 0  # what becomes of a file: 0 imported, 1 never done, 2 failed
    refusal: str = ""  # of an upload
    takes_type: bool = True
    lie: Callable[[dict[str, Any]], dict[str, Any]] = lambda record: record  # about a file

    def answer(self, asked: Asked) -> Reply:
        """One request."""
        older = f"Basic {base64.b64encode(f'{self.key}:'.encode()).decode()}"
        newer = f"Api-Key {self.key}"
        if asked.path.startswith("/rest/") and asked.headers.get("authorization") != older:
            return Reply(401, b'{"message":"ERROR: Incorrect API key."}', "text/html")
        if asked.path.startswith("/api/") and asked.headers.get("authorization") != newer:
            return said({"detail": "Authentication credentials were not provided."}, 403)
        for method, pattern, act in (
            ("GET", r"/rest/media", self.listed),
            ("POST", r"/rest/media", self.upload),
            ("DELETE", r"/rest/media/(\d+)", self.delete),
            ("GET", r"/api/v2/files/(\d+)", self.show),
            ("GET", r"/api/v2/libraries", self.libraries),
        ):
            found = re.fullmatch(pattern, asked.path)
            if found and method == asked.method:
                return act(asked, *map(int, found.groups()))
        return said({"detail": "Not found."}, 404)

    def listed(self, asked: Asked) -> Reply:
        there = sorted((held for held in self.files.values() if held.status == 0), key=lambda held: -held.id)
        return said([self.row(held) for held in there[: int(asked.query["limit"])]])

    def upload(self, asked: Asked) -> Reply:
        name, audio = asked.file()
        if self.refusal:
            return Reply(400, self.refusal.encode(), "text/html")
        stem, _, suffix = name.rpartition(".")
        if suffix not in ("mp3", "wav"):
            return Reply(400, BUSY_NOW.encode(), "text/html")
        path = f"imported/1/{stem[:48]}.{suffix}"  # it cuts names
        if any(held.path == path for held in self.files.values()):
            path = f"imported/1/{stem[:48]}_{uuid4()}.{suffix}"
        kind = re.fullmatch(r"tt_upload=(\d+)", asked.headers.get("cookie", ""))
        self.number += 1
        self.files[self.number] = Held(
            self.number, path, audio, int(kind[1]) if kind and self.takes_type else None, self.looks
        )
        return said({**self.row(self.files[self.number]), "filepath": "", "filesize": 0}, 201)

    def delete(self, asked: Asked, number: int) -> Reply:
        held = self.files.get(number)
        if held is None:
            return Reply(404, b"ERROR: Media not found.", "text/html")
        if held.scheduled:
            return Reply(400, b"An unknown error occurred.", "text/html")
        del self.files[number]
        return Reply(204, b"")

    def show(self, asked: Asked, number: int) -> Reply:
        held = self.files.get(number)
        if held is None:
            return said({"detail": "Not found."}, 404)
        held.looks -= 1
        if held.status == 1 and held.looks <= 0:
            held.status = self.imports
        row = self.row(held)
        return said(self.lie({**row, "size": row["filesize"], "library": held.library}))

    def libraries(self, asked: Asked) -> Reply:
        return said([{"id": 1, "code": "MUS", "name": "Music"}, {"id": NEWS, "code": "NEWS", "name": "News"}])

    def row(self, held: Held) -> dict[str, Any]:
        done = held.status == 0
        seconds = soundfile.info(io.BytesIO(held.audio)).duration if done else 0.0
        return {
            "id": held.id, "import_status": held.status, "filepath": held.path, "track_title": held.path,
            "filesize": len(held.audio) if done else 0, "hidden": not done,
            "md5": hashlib.md5(held.audio, usedforsecurity=False).hexdigest(),
            "length": f"{int(seconds // 3600):02d}:{int(seconds // 60) % 60:02d}:{seconds % 60:09.6f}",
        }  # fmt: skip

    def news(self) -> list[Held]:
        """What its smart block has to choose from, the newest first; it plays the first."""
        return sorted((held for held in self.files.values() if held.library == NEWS and held.status == 0),
                      key=lambda held: -held.id)  # fmt: skip


def settings(double: Double, **more: Any) -> dict[str, Any]:
    return {"url": double.url, "key_env": "LIBRETIME_KEY", "library": "NEWS", **more}


@contextmanager
def world(folder: Path) -> Iterator[World]:
    library = Library()
    with patch.dict(os.environ, {"LIBRETIME_KEY": KEY}), serving(contract(), library.answer) as double:

        def has(parcel: Parcel) -> bytes | None:
            return next((held.audio for held in library.news()[:1] if held.audio == parcel.audio.read_bytes()), None)

        def becoming(**changes: Any) -> Callable[[], None]:
            return lambda: library.__dict__.update(changes)

        def mend() -> None:
            double.up()
            library.__dict__.update(key=KEY, imports=0, refusal="", takes_type=True, lie=lambda record: record)

        faults: dict[str, Callable[[], None]] = {
            "down": double.down,
            "slow: drips": double.faulty(DRIPS),
            "slow: never imports": becoming(imports=1),
            "breaks off": double.faulty(BREAKS_OFF),
            "breaks off after the upload": double.faulty(BREAKS_OFF, "GET", "/api/v2/files"),
            "refusing: the key": becoming(key="another"),
            "refusing: the disk is full": becoming(refusal="ERROR: Disk Quota reached."),
            "refusing: not now": becoming(refusal=BUSY_NOW),
            "refusing: too large": double.faulty(Reply(413, b"<html>413</html>", "text/html", lies=True), "POST"),
            "refusing: too often": double.faulty(BUSY),
            "refusing: 500": double.faulty(Reply(500, b"<html>Oops</html>", "text/html", lies=True)),
            "refusing: cannot import": becoming(imports=2),
            "lying: a login page": double.faulty(LOGIN),
            "lying: another length": becoming(lie=lambda record: {**record, "length": "00:11:40.000000"}),
            "lying: another file": becoming(lie=lambda record: {**record, "md5": "0" * 32}),
            "lying: half a file": becoming(lie=lambda record: {**record, "size": record["size"] // 2}),
            "lying: no track type": becoming(takes_type=False),
            "lying: an empty library": double.faulty(said([]), "GET", "/rest/media$"),
            "sends elsewhere": double.faulty(Reply(302, b"", headers={"Location": "https://example.org/"}, lies=True)),
        }
        yield World(settings(double), has, lambda: len(library.news()), faults, mend)
