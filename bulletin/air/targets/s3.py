"""s3: the bulletin in a bucket, under one name and as a dated copy.

The copy goes up first and is read back; only then the name that players know is made from it, on the server.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta

from ...errors import TargetError, TargetUnavailable
from ...plain import ascii_of
from ...station import Station
from .. import playlists
from ..parcels import audio_of, bytes_told, later, sha256
from ..playlists import Entry
from ..target import Card, Parcel, Receipt

if TYPE_CHECKING:
    from ..bucket import Bucket

KINDS = {".mp3": "audio/mpeg", ".wav": "audio/wav"}
ALWAYS_ASKED = "no-cache"  # a cache asks whether it is still this one: else the last hour's would be heard
LISTED = {"ContentType": "audio/x-mpegurl", "CacheControl": ALWAYS_ASKED}
TRIAL = b"a test, to be deleted\n"
NAMED = r"^$|^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"
URL = r"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?$"
ENDPOINT = r"^$|^https?://[A-Za-z0-9.:\[\]_-]{1,255}/?$"


@dataclass(frozen=True)
class Settings:
    """What an s3 target is told."""

    url: Annotated[str, Meta(pattern=URL, max_length=500)]  # s3://BUCKET/FOLDER
    endpoint: Annotated[str, Meta(pattern=ENDPOINT)] = ""  # of a server that is not Amazon's: https://HOST
    region: Annotated[str, Meta(pattern=r"^[a-z0-9-]{0,40}$")] = ""
    key_env: str = ""  # the NAMES of the environment variables that have the key and its secret; without them they
    secret_env: str = ""  # are looked for where Amazon's own tools do
    file: Annotated[str, Meta(pattern=NAMED)] = ""  # empty: news.mp3 or news.wav, as the station's format is
    playlist: Annotated[str, Meta(pattern=NAMED)] = ""  # beside it, such as news.m3u; empty: none
    keep: Annotated[int, Meta(ge=1, le=10_000)] = 24  # dated copies: the newest by their slots


class _Target:
    """The plug-in."""

    card = Card(
        name="s3",
        summary="A bucket, Amazon's or on any server that speaks S3",
        settings=Settings,
        packages=("s3fs",),
        install="pip install 'bulletin-radio[s3]'",
        needs_network=True,
    )

    def open(self, settings: Settings, station: Station) -> _S3:
        """Touches no network.  Raises TargetError."""
        from .. import bucket

        key, secret = station.secret(settings.key_env), station.secret(settings.secret_env)
        if bool(settings.key_env or settings.secret_env) and not (key and secret):
            raise TargetError("an s3 target needs key_env and secret_env together, and the environment what they name")
        name = settings.file or f"news.{station.sound.format}"
        if not name.lower().endswith(f".{station.sound.format}"):
            raise TargetError(f"the file {name} of an s3 target must end in .{station.sound.format}, as its audio is")
        if settings.playlist and not settings.playlist.endswith((".m3u", ".m3u8")):
            raise TargetError(f"the playlist {settings.playlist} of an s3 target must end in .m3u or .m3u8")
        place, _, folder = settings.url.removeprefix("s3://").rstrip("/").partition("/")
        opened = bucket.opened(place, settings.endpoint.rstrip("/"), settings.region, key, secret)
        return _S3(opened, f"{folder}/" if folder else "", name, settings.playlist, settings.keep)


@dataclass(frozen=True)
class _S3:
    """The place of one station in a bucket."""

    bucket: Bucket
    folder: str  # with a slash at its end, or empty
    name: str
    playlist: str
    keep: int

    @property
    def identity(self) -> str:
        """What players know it by."""
        return f"s3://{self.bucket.name}/{self.folder}{self.name}"

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """The copy, the name, the playlist; then what is too old goes."""
        content = audio_of(parcel)
        return self.bucket.there(lambda: self._bring(parcel, content, now), seconds)

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """The name and the playlist's entry go; the dated copy stays, for whoever looks it up."""
        return self.bucket.there(lambda: self._take_away(parcel), seconds)

    def check(self, *, seconds: float) -> str:
        """Put, read and delete a small object."""
        return self.bucket.there(self._attempt, seconds)

    async def _bring(self, parcel: Parcel, content: bytes, now: datetime) -> Receipt:
        there, copy, labels = self.bucket, self._copy_of(parcel), _labels(parcel)
        if later(slot := await self._slot(), parcel, now):
            return Receipt(self.identity, f"{self.identity} is of {slot:%H:%M} UTC, which is later, and stays")
        left = max(0, int((parcel.expires - now).total_seconds()))
        await there.put(self.folder + copy, content, CacheControl=f"max-age={left}, immutable", **labels)
        if await there.get(self.folder + copy) != content:
            raise TargetError(f"{there.server} gives back other bytes of {copy} than it was given: ask its owner")
        mark = await there.copy(
            self.folder + copy, self.folder + self.name, CacheControl=ALWAYS_ASKED, Expires=parcel.expires, **labels
        )
        if await there.get(self.folder + self.name) != content:
            raise TargetError(f"{self.identity} is another file than was put there: who else writes there?")
        if self.playlist:
            entry = Entry(copy, parcel.title, parcel.artist, parcel.duration_seconds)
            await there.put(self.folder + self.playlist, playlists.m3u([entry]), **LISTED)
        await self._retire(parcel, copy)
        return Receipt(self.identity, f"{self.identity} has {bytes_told(len(content))}, read back, ETag {mark or '?'}")

    async def _take_away(self, parcel: Parcel) -> Receipt:
        there = self.bucket
        if self.playlist:
            listed = await there.get(self.folder + self.playlist) or b""
            if f"{parcel.station}-{parcel.name}-".encode() in listed:
                await there.put(self.folder + self.playlist, playlists.m3u([]), **LISTED)
        theirs = await there.get(self.folder + self.name)
        if theirs is None:
            return Receipt(self.identity, f"{self.identity} is not there")
        slot = await self._slot()  # its files may be lost here, or made anew since: the same slot is as stale
        if sha256(theirs) != parcel.sha256 and (slot is None or slot > parcel.slot):
            return Receipt(self.identity, f"{self.identity} is another bulletin by now, and stays")
        await there.delete(self.folder + self.name)
        if await there.get(self.folder + self.name) is not None:
            raise TargetUnavailable(f"{self.identity} was deleted and is there still")
        return Receipt(self.identity, f"{self.identity} was deleted")

    async def _attempt(self) -> str:
        key = f"{self.folder}.check-{uuid.uuid4().hex[:8]}"
        await self.bucket.put(key, TRIAL)
        try:
            if await self.bucket.get(key) != TRIAL:
                raise TargetError(f"{self.bucket.server} gives back other bytes than it was given: ask its owner")
        finally:
            await self.bucket.delete(key)
        return f"s3://{self.bucket.name}/{self.folder} can be written, read and deleted"

    async def _retire(self, parcel: Parcel, newest: str) -> None:
        """Delete the station's dated copies but for the newest by slot, and never the one that is on air."""
        start = f"{self.folder}{parcel.station}-"
        ours = re.compile(re.escape(start) + r"\d{8}t\d{6}z-[a-z0-9-]+-[0-9a-f]{12}\.(mp3|wav)")
        found = sorted(key for key in await self.bucket.keys(start) if ours.fullmatch(key))
        for key in found[: -self.keep]:
            if key != self.folder + newest:
                await self.bucket.delete(key)

    async def _slot(self) -> datetime | None:
        """The slot of the bulletin that players get, as its label says; None without one."""
        said = (await self.bucket.labels(self.folder + self.name)).get("slot", "")
        try:
            return datetime.strptime(said, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        except ValueError:
            return None

    def _copy_of(self, parcel: Parcel) -> str:
        """The name of the dated copy: other content has another name, so a cache may keep it."""
        return f"{parcel.station}-{parcel.name}-{parcel.sha256[:12]}{parcel.audio.suffix}"


def _labels(parcel: Parcel) -> dict[str, Any]:
    """What a server tells of the object; headers hold ASCII, and 2 KB of it."""
    return {
        "ContentType": KINDS.get(parcel.audio.suffix, "application/octet-stream"),
        "Metadata": {
            "title": ascii_of(parcel.title, 200),
            "artist": ascii_of(parcel.artist, 200),
            "slot": f"{parcel.slot:%Y-%m-%dT%H:%M:%SZ}",
            "expires": f"{parcel.expires:%Y-%m-%dT%H:%M:%SZ}",
            "sha256": parcel.sha256,
        },
    }


target = _Target()
