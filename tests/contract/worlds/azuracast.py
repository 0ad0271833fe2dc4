"""AzuraCast's double: a library, playlists and an AutoDJ's view of them, over the calls of its API.

It is held against the OpenAPI that AzuraCast publishes, where a copy of it lies beside the repository or
BULLETIN_AZURACAST_OPENAPI names one; else against azuracast.yml here, which has the same calls in our own words.
"""

from __future__ import annotations

import base64
import binascii
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

import soundfile
import yaml

from bulletin.air import Parcel

from . import World
from .doubles import BREAKS_OFF, BUSY, DRIPS, LOGIN, Asked, Contract, Double, Reply, said, serving

KEY = "0123456789abcdef:azuracast-canary-key"
PUBLISHED = Path(__file__).parents[4] / "shared" / "contracts" / "azuracast-openapi.yml"
ROOT = "/api/station/harbour"
CALLS = (  # of the published ones: those that we make
    "/station/{station_id}/files",
    "/station/{station_id}/files/list",
    "/station/{station_id}/files/upload",
    "/station/{station_id}/file/{id}",
    "/station/{station_id}/file/{id}/play",
    "/station/{station_id}/playlists",
    "/station/{station_id}/quota",
)


def published() -> Path | None:
    """Where AzuraCast's own OpenAPI is, if it is on this machine."""
    place = Path(os.environ.get("BULLETIN_AZURACAST_OPENAPI", "") or PUBLISHED)
    return place if place.is_file() else None


@cache
def contract(place: Path | None) -> Contract:
    if place is None:
        return Contract(yaml.safe_load((Path(__file__).parent / "azuracast.yml").read_text()))
    document = yaml.load(place.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    paths = {f"/api{path}": _patched(document["paths"][path]) for path in CALLS}
    components = _patched(document["components"])
    kept: dict[str, dict[str, Any]] = {"securitySchemes": components["securitySchemes"]}
    _keep(paths, components, kept)
    return Contract({**document, "paths": paths, "components": kept})


def _patched(part: Any) -> Any:
    """Without its mistakes: types "any" and "{}", a parameter media_id where the path says id, "nullable" beside oneOf."""
    if isinstance(part, list):
        return [_patched(one) for one in part]
    if not isinstance(part, dict):
        return part
    here = {name: _patched(one) for name, one in part.items() if name != "type" or one not in ("any", "{}")}
    if here.get("nullable") and "oneOf" in here:
        here["oneOf"] = [*here["oneOf"], {"type": "object", "nullable": True, "maxProperties": 0}]
    return {**here, "name": "id"} if (here.get("in"), here.get("name")) == ("path", "media_id") else here


def _keep(part: Any, components: dict[str, Any], kept: dict[str, dict[str, Any]]) -> None:
    """The components that the part speaks of, and those that they speak of."""
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _keep(one, components, kept)
    if isinstance(part, dict) and isinstance(part.get("$ref"), str):
        _, _, group, name = part["$ref"].split("/")
        if name not in kept.setdefault(group, {}):
            kept[group][name] = components[group][name]
            _keep(kept[group][name], components, kept)


@dataclass
class Held:
    """A file of the library."""

    id: int
    path: str
    audio: bytes  # as it was uploaded
    bytes: bytes  # as it lies there: with the title written into it
    length: float
    title: str = ""
    artist: str = ""
    album: str | None = None
    playlists: set[int] = field(default_factory=set)
    custom_fields: dict[str, Any] = field(default_factory=dict)
    extra_metadata: dict[str, Any] = field(default_factory=dict)


@dataclass
class Library:
    """What AzuraCast has."""

    files: dict[str, Held] = field(default_factory=dict)  # by path
    playlists: dict[int, dict[str, Any]] = field(default_factory=dict)
    fields: set[str] = field(default_factory=set)  # custom fields that exist
    key: str = KEY
    full: bool = False
    gives_sound: bool = True  # older ones do not
    pages: bool = False  # lists come in pages
    lie: Callable[[dict[str, Any]], dict[str, Any]] = lambda record: record  # about a file

    def answer(self, asked: Asked) -> Reply:
        """One request."""
        if asked.headers.get("x-api-key") != self.key:
            return failed(403, "You must be logged in to access this page.", "NotLoggedInException")
        for method, pattern, act in (
            ("GET", r"/playlists", self.list_playlists),
            ("POST", r"/playlists", self.add_playlist),
            ("POST", r"/files", self.upload),
            ("POST", r"/files/upload", self.upload_form),
            ("GET", r"/files/list", self.list_files),
            ("GET", r"/file/(\d+)", self.show),
            ("PUT", r"/file/(\d+)", self.edit),
            ("DELETE", r"/file/(\d+)", self.delete),
            ("GET", r"/file/(\d+)/play", self.play),
            ("GET", r"/quota", self.quota),
        ):
            found = re.fullmatch(ROOT + pattern, asked.path)
            if found and method == asked.method:
                return act(asked, *map(int, found.groups()))
        return failed(404, "Record not found", "NotFoundException")

    def list_playlists(self, asked: Asked) -> Reply:
        return self.listing(list(self.playlists.values()))

    def add_playlist(self, asked: Asked) -> Reply:
        number = max(self.playlists, default=0) + 1
        self.playlists[number] = {"is_enabled": True, **asked.json(), "id": number}
        return said(self.playlists[number])

    def listing(self, rows: list[Any]) -> Reply:
        if not self.pages:
            return said(rows)
        page = {"page": 1, "per_page": 50, "total": len(rows), "total_pages": 1, "links": {}, "rows": rows}
        return Reply(body=said(page).body, lies=True)  # it does come so, and its OpenAPI does not say it

    def upload(self, asked: Asked) -> Reply:
        try:
            audio = base64.b64decode(asked.json()["file"], validate=True)
        except binascii.Error:
            audio = b""  # PHP is not so strict: a path that was sent gives rubbish
        return self.stored(asked.json()["path"].lstrip("/"), audio)

    def upload_form(self, asked: Asked) -> Reply:
        name, audio = asked.file()
        reply = self.stored(f"{asked.field('currentDirectory')}/{name}".lstrip("/"), audio)
        if reply.status == 200 and b'"code"' not in reply.body:
            return status("Record created successfully.")
        return Reply(200, reply.body, lies=True)  # a failure that is told as HTTP 200

    def stored(self, path: str, audio: bytes) -> Reply:
        if self.full:
            return failed(500, "This station is out of available storage space.", "StorageLocationFullException")
        try:
            info = soundfile.info(io.BytesIO(audio))
        except soundfile.LibsndfileError:
            return failed(500, f'Processing "{path}": File type cannot be processed.', "CannotProcessMediaException")
        number = max((held.id for held in self.files.values()), default=40) + 1
        before = self.files.get(path) or Held(number, path, b"", b"", 0.0)
        before.audio = before.bytes = audio
        before.length, before.title = info.duration, path
        self.files[path] = before
        return said(self.record(before))

    def list_files(self, asked: Asked) -> Reply:
        folder, phrase = asked.query["currentDirectory"], asked.query.get("searchPhrase", "")
        inside = [held for held in self.files.values() if held.path.startswith(f"{folder}/" if folder else "")]
        rows = [
            {"path": held.path, "path_short": held.path, "text": held.title, "type": "media", "timestamp": 1_790_000_000,
             "size": len(held.bytes), "media": self.record(held), "dir": None, "links": {}}
            for held in inside if phrase in held.path
        ]  # fmt: skip
        return self.listing(rows)

    def show(self, asked: Asked, number: int) -> Reply:
        held = self.find(number)
        return said(self.lie(self.record(held))) if held else failed(404, "Record not found", "NotFoundException")

    def edit(self, asked: Asked, number: int) -> Reply:
        held, changes = self.find(number), asked.json()
        if held is None:
            return failed(404, "Record not found", "NotFoundException")
        held.title, held.artist = changes.get("title", held.title), changes.get("artist", held.artist)
        held.album = changes.get("album", held.album)
        held.extra_metadata |= changes.get("extra_metadata", {})
        if "playlists" in changes:
            wanted = {one["id"] if isinstance(one, dict) else one for one in changes["playlists"]}
            held.playlists = wanted & self.playlists.keys()
        if "custom_fields" in changes:
            held.custom_fields = {
                name: value for name, value in changes["custom_fields"].items() if name in self.fields
            }
        held.bytes = f"ID3 {held.title}".encode() + held.audio  # it is written into the file
        return status("Changes saved successfully.")

    def delete(self, asked: Asked, number: int) -> Reply:
        held = self.find(number)
        if held is None:
            return failed(404, "Record not found", "NotFoundException")
        del self.files[held.path]
        return status("Record deleted successfully.")

    def play(self, asked: Asked, number: int) -> Reply:
        held = self.find(number)
        if held is None or not self.gives_sound:
            return failed(404, "Record not found", "NotFoundException")
        return Reply(body=held.bytes, kind="application/octet-stream")

    def quota(self, asked: Asked) -> Reply:
        full = {"used": "1 GB", "used_bytes": "1000000000", "used_percent": 100 if self.full else 10,
                "available": "9 GB", "available_bytes": "9000000000", "quota": None, "quota_bytes": None,
                "is_full": self.full, "num_files": len(self.files)}  # fmt: skip
        return said(full)

    def find(self, number: int) -> Held | None:
        return next((held for held in self.files.values() if held.id == number), None)

    def record(self, held: Held) -> dict[str, Any]:
        playlists = [{"id": one, "name": self.playlists[one]["name"], "short_name": "news", "count": 1, "folder": None}
                     for one in sorted(held.playlists)]  # fmt: skip
        return {
            "id": held.id, "unique_id": f"{held.id:024x}", "song_id": f"{held.id:032x}", "path": held.path,
            "text": f"{held.artist} - {held.title}", "title": held.title, "artist": held.artist, "album": held.album,
            "genre": None, "isrc": None, "lyrics": None, "art": "", "mtime": 1_790_000_000, "uploaded_at": 1_790_000_000,
            "art_updated_at": 0, "length": int(held.length), "length_text": "0:01", "playlists": playlists,
            "custom_fields": held.custom_fields, "extra_metadata": held.extra_metadata, "links": {},
        }  # fmt: skip

    def heard(self) -> list[Held]:
        """The files that its AutoDJ would play as news."""
        return [held for held in self.files.values()
                if any(self.playlists[one]["name"] == "News" for one in held.playlists)]  # fmt: skip


def status(message: str) -> Reply:
    return said({"success": True, "message": message, "formatted_message": message})


def failed(code: int, message: str, kind: str, status: int = 0) -> Reply:
    content = {"code": code, "type": kind, "message": message, "formatted_message": message, "extra_data": [],
               "success": False}  # fmt: skip
    reply = said(content, status or code)
    return reply if (status or code) in (403, 404, 500) else Reply(reply.status, reply.body, lies=True)


def stocked() -> Library:
    """As a station has it: music, a file of ours that is in no playlist, and the playlist for the news."""
    playlists = {
        3: {"id": 3, "name": "Music", "type": "default", "is_enabled": True},
        5: {"id": 5, "name": "News", "type": "once_per_hour", "is_enabled": True, "play_per_hour_minute": 0},
        8: {"id": 8, "name": "On demand", "type": "default", "is_enabled": True},
    }
    return Library(playlists=playlists)


def settings(double: Double, **more: Any) -> dict[str, Any]:
    return {"url": double.url, "station": "harbour", "key_env": "AZURACAST_KEY", "playlist": "News", **more}


@contextmanager
def world(folder: Path) -> Iterator[World]:
    library = stocked()
    with (
        patch.dict(os.environ, {"AZURACAST_KEY": KEY}),
        serving(contract(published()), library.answer) as double,
    ):

        def has(parcel: Parcel) -> bytes | None:
            return next((held.audio for held in library.heard() if held.audio == parcel.audio.read_bytes()), None)

        def lying(**changes: Any) -> Callable[[], None]:
            return lambda: setattr(library, "lie", lambda record: {**record, **changes})

        def mend() -> None:
            double.up()
            library.full, library.key = False, KEY
            library.lie = lambda record: record

        bad = failed(500, "Processing failed.", "CannotProcessMediaException", status=200)
        faults: dict[str, Callable[[], None]] = {
            "down": double.down,
            "slow: drips": double.faulty(DRIPS),
            "breaks off": double.faulty(BREAKS_OFF),
            "breaks off after the upload": double.faulty(BREAKS_OFF, "PUT"),
            "refusing: the key": lambda: setattr(library, "key", "another"),
            "refusing: 401": double.faulty(Reply(401, b"no", "text/plain", lies=True)),
            "refusing: too large": double.faulty(Reply(413, b"<html>413</html>", "text/html", lies=True), "POST"),
            "refusing: too often": double.faulty(BUSY),
            "refusing: storage full": lambda: setattr(library, "full", True),
            "lying: 200, and success is false": double.faulty(bad, "POST"),
            "lying: a login page": double.faulty(LOGIN),
            "lying: another length": lying(length=700.0),
            "lying: no playlist": lying(playlists=[]),
            "lying: another path": lying(path="music/song.mp3"),
            "lying: half a file": double.faulty(
                Reply(body=b"ID3half", kind="application/octet-stream"), "GET", "/play$"
            ),
            "sends elsewhere": double.faulty(Reply(302, b"", headers={"Location": "https://example.org/"}, lies=True)),
        }
        yield World(settings(double), has, lambda: len(library.heard()), faults, mend)
