"""A podcast: a feed and its episodes in a folder that a web server shows to the world."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from msgspec import Meta

from ... import manifest
from ...errors import TargetError
from ...leash import Deadline
from ...station import Station
from .. import disk
from ..asking import one_line
from ..feed import FEED, Channel, Episode, feed
from ..parcels import audio_of, bytes_told
from ..shelf import dated_name, root_of
from ..target import Card, Parcel, Receipt

CARD = ".episode.json"  # what is known of an episode: the folder itself is the list of episodes
COVER = "cover.jpg"
_BESIDE_MOST = 2_000_000  # bytes of a transcript, or of chapters
_UUID = r"^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$"


@dataclass(frozen=True)
class Settings:
    """The keys of the station file."""

    path: Annotated[str, Meta(min_length=1, max_length=1000)]
    base_url: Annotated[str, Meta(min_length=8, max_length=500)]  # where the world sees that folder
    title: str = ""  # empty: the station's name
    description: str = ""  # empty: its tagline, or its name
    author: str = ""  # empty: its name
    email: Annotated[str, Meta(pattern=r"^([^@\s<>]+@[^@\s<>]+)?$")] = ""  # the owner's, which everybody sees
    link: str = ""  # the station's own page; empty: base_url
    image: str = ""  # the address of a square picture of 1400 to 3000 pixels; empty: the bulletin's cover
    category: str = "News"  # one of Apple's
    subcategory: str = "Daily News"
    explicit: bool = False
    guid: Annotated[str, Meta(pattern=_UUID)] = ""  # of the feed, where it had one before; empty: made from its address
    episodes: Annotated[int, Meta(ge=1, le=1000)] = 48  # the most in the feed; older ones are removed
    keep_stale: bool = True  # a podcast is not on air: an episode stays when its bulletin is withdrawn from the air


@dataclass(frozen=True)
class Podcast:
    """Episodes for whoever subscribes."""

    card = Card(
        name="podcast",
        summary="A podcast: a feed with chapters and transcripts, and its episodes",
        settings=Settings,
    )

    def open(self, settings: Settings, station: Station) -> Opened:
        """The feed's folder.  Raises TargetError for an address that is none."""
        from lxml import etree  # noqa: F401  # here, not for the first time in a second thread

        base = address(settings.base_url, "base_url").rstrip("/")
        if "?" in base or "#" in base:
            raise TargetError("base_url has no question mark and no #: names of files are put behind it")
        channel = Channel(
            base_url=base,
            title=settings.title or station.name,
            description=settings.description or station.tagline or station.name,
            author=settings.author or station.name,
            language=station.language,
            link=address(settings.link, "link") if settings.link else f"{base}/",
            image=address(settings.image, "image") if settings.image else "",
            email=settings.email,
            category=one_line(settings.category),
            subcategory=one_line(settings.subcategory),
            explicit=settings.explicit,
            guid=settings.guid,
        )
        return Opened(root_of(settings.path, station), channel, settings.episodes, settings.keep_stale)


@dataclass(frozen=True)
class Opened:
    """The podcast of one station."""

    folder: Path
    channel: Channel
    most: int
    keep_stale: bool

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Put it into the feed, at its place by air time, and read the feed back."""
        return disk.on_time(self.folder, seconds, lambda deadline: self._deliver(parcel, deadline))

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Leave it there, for it is not on air; without `keep_stale` take it out."""
        return disk.on_time(self.folder, seconds, lambda deadline: self._withdraw(parcel, deadline))

    def check(self, *, seconds: float) -> str:
        """Whether an episode could be written, and how many there are."""

        def work(_: Deadline) -> str:
            free = disk.room(self.folder, self.folder)
            return f"{self.folder} can be written, {free}; episodes: {len(self._episodes())}"

        return disk.on_time(self.folder, seconds, work)

    def _deliver(self, parcel: Parcel, deadline: Deadline) -> Receipt:
        audio = audio_of(parcel)
        episode, files = self._packed(parcel, audio)
        with disk.alone(self.folder, self.folder, deadline):
            others = [known for known in self._episodes() if known.name != episode.name]
            listed = sorted([episode, *others], key=_order, reverse=True)[: self.most]
            if episode in listed:
                cover = COVER in files or (self.folder / COVER).is_file()
                files = {**files, FEED: self._feed(listed, cover)}
                disk.put(self.folder, files, deadline)
                self._read_back(files)
            self._clear_out(listed)
        told = f"{episode.audio} in {self.channel.base_url}/{FEED}: {bytes_told(len(audio))}"
        return Receipt(episode.guid, told if episode in listed else f"not in the feed: {self.most} later ones are")

    def _withdraw(self, parcel: Parcel, deadline: Deadline) -> Receipt:
        guid = guid_of(parcel)
        if self.keep_stale:
            return Receipt(guid, "a podcast is not on air: the episode stays")
        disk.present(self.folder)
        if not self.folder.exists():
            return Receipt(guid, f"{self.folder} is not there")
        with disk.alone(self.folder, self.folder, deadline):
            disk.drop(self.folder, [f"{parcel.name}{CARD}"])
            left = self._episodes()
            if (self.folder / FEED).exists():
                disk.put(self.folder, {FEED: self._feed(left, (self.folder / COVER).is_file())}, deadline)
            self._clear_out(left)
        return Receipt(guid, f"it is not in {self.channel.base_url}/{FEED} any more")

    def _packed(self, parcel: Parcel, audio: bytes) -> tuple[Episode, dict[str, bytes]]:
        """The episode and its files, in the order in which they are put; the card is the last."""
        beside = {
            "transcript": (f"{parcel.name}.vtt", _beside(parcel, "transcript")),
            "chapters": (f"{parcel.name}.chapters.json", _beside(parcel, "chapters")),
        }
        episode = Episode(
            name=parcel.name,
            guid=guid_of(parcel),
            slot=parcel.slot.astimezone(UTC),
            title=one_line(parcel.title),
            headlines=headlines(parcel.manifest),
            duration_seconds=round(parcel.duration_seconds, 3),
            audio=dated_name(parcel),
            size=len(audio),
            **{field: name for field, (name, content) in beside.items() if content},
        )
        files = {episode.audio: audio, **{name: content for name, content in beside.values() if content}}
        if not self.channel.image and (cover := _beside(parcel, "cover")):
            files[COVER] = cover
        return episode, {**files, f"{parcel.name}{CARD}": _json(episode)}

    def _episodes(self) -> list[Episode]:
        """What is there whole, the newest first."""
        import msgspec

        found = []
        for path in self.folder.glob(f"*{CARD}"):
            try:
                episode = msgspec.json.decode(path.read_bytes(), type=Episode)
            except (msgspec.DecodeError, RecursionError):
                continue
            whole = all((self.folder / name).is_file() for name in episode.files)
            if whole and path.name == f"{episode.name}{CARD}" and self._size(episode) == episode.size:
                found.append(episode)
        return sorted(found, key=_order, reverse=True)

    def _size(self, episode: Episode) -> int:
        return (self.folder / episode.audio).stat().st_size

    def _feed(self, listed: Sequence[Episode], cover: bool) -> bytes:
        image = self.channel.image or (f"{self.channel.base_url}/{COVER}" if cover else "")
        return feed(replace(self.channel, image=image), listed)

    def _clear_out(self, listed: Sequence[Episode]) -> None:
        """Remove the files of episodes that are not in the feed, their cards first."""
        kept = {name for episode in listed for name in (*episode.files, f"{episode.name}{CARD}")}
        endings = (CARD, ".mp3", ".wav", ".vtt", ".chapters.json")
        ours = [path.name for path in self.folder.glob("[0-9]*t*z-*") if path.name.endswith(endings)]
        gone = sorted((name for name in ours if name not in kept), key=lambda name: not name.endswith(CARD))
        disk.drop(self.folder, gone)

    def _read_back(self, files: dict[str, bytes]) -> None:
        """Ask the disk for what it was given.  Raises TargetError."""
        for name, content in files.items():
            if (self.folder / name).read_bytes() != content:
                raise TargetError(f"{self.folder / name} is not what was written: is it written to by others?")


def address(url: str, setting: str) -> str:
    """The address, if it is one that everybody may see.  Raises TargetError."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        good = False
    if not good or any(not sign.isascii() or not sign.isprintable() or sign in ' "<>\\' for sign in url):
        raise TargetError(f"{setting} is an address such as https://example.org/news, without a name or password in it")
    return url


def guid_of(parcel: Parcel) -> str:
    """An episode's guid: the same for the same slot and form for good, whatever its title, bytes or address."""
    return f"bulletin:{parcel.station}:{parcel.name}"


def headlines(values: dict[str, Any]) -> tuple[str, ...]:
    """The headlines of a manifest, at most 20; none where it is not as it should be."""
    stories = values.get("stories")
    rows = stories if isinstance(stories, list) else []
    said = [one_line(str(row.get("headline") or "")) for row in rows[:20] if isinstance(row, dict)]
    return tuple(headline for headline in said if headline)


def _beside(parcel: Parcel, field: str) -> bytes:
    """A file beside the audio; empty where there is none of a size that makes sense, or it is no JSON as it should be."""
    path = parcel.folder / manifest.FILES[field]
    try:
        with path.open("rb") as file:
            content = file.read(_BESIDE_MOST + 1)
    except FileNotFoundError:
        return b""
    if len(content) > _BESIDE_MOST:
        return b""
    if field == "chapters":
        try:
            json.loads(content)
        except (ValueError, RecursionError):
            return b""
    return content


def _order(episode: Episode) -> tuple[datetime, str]:
    return episode.slot, episode.name


def _json(episode: Episode) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(episode), indent=1) + b"\n"


target = Podcast()
