"""Subscribers: the feed is fetched over HTTP, read by feedparser, and every episode in it is downloaded."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import feedparser
from filelock import FileLock

from bulletin.air import Parcel

from . import World
from .http import got, served


def downloaded(address: str) -> dict[str, bytes]:
    """Every episode of the feed by its guid, whole, with all that the feed says lies beside it."""
    content = got(f"{address}/feed.xml")
    if content is None:
        return {}
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    episodes = {}
    for entry in found.entries:
        (enclosure,) = entry.enclosures
        audio = got(enclosure.href)
        assert audio is not None
        assert int(enclosure.length) == len(audio)
        assert got(entry.podcast_transcript["url"])
        assert got(entry.podcast_chapters["url"])
        episodes[entry.id] = audio
    assert len(episodes) == len(found.entries)
    return episodes


@contextmanager
def world(folder: Path) -> Iterator[World]:
    there, away = folder / "a disk" / "feed", folder / "no disk"
    there.mkdir(parents=True)
    other = FileLock(there / ".bulletin.lock", thread_local=False)
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)

    def has(parcel: Parcel) -> bytes | None:
        return downloaded(address).get(f"bulletin:harbour-fm:{parcel.name}")

    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, unlimited[1]))

    def mend() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        other.release(force=True)
        if away.exists():
            away.rename(there.parent)

    with served(there) as address:
        try:
            yield World(
                settings={"path": "a disk/feed", "base_url": address, "episodes": 3, "keep_stale": False},
                has=has,
                playable=lambda: len(downloaded(address)),
                faults={"full": fill, "busy": other.acquire, "unplugged": lambda: there.parent.rename(away) and None},
                mend=mend,
            )
        finally:
            mend()
