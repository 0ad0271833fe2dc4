"""A player that reads the folder: latest.mp3, latest.wav and all four playlists, each by its own rules."""

from __future__ import annotations

import configparser
import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from defusedxml import ElementTree
from filelock import FileLock

from bulletin.air import Parcel

from . import World

LISTS = ("news.m3u", "news.m3u8", "news.pls", "news.xspf")


def listed(path: Path) -> list[Path]:
    """The files that a playlist names, as its own kind of reader finds them."""
    text = path.read_text("utf-8")
    if path.suffix == ".pls":
        assert text.startswith("[playlist]\n")
        pls = configparser.ConfigParser(interpolation=None, strict=True)
        pls.read_string(text)
        count = pls.getint("playlist", "NumberOfEntries")
        names = [pls.get("playlist", f"File{number}") for number in range(1, count + 1)]
    elif path.suffix == ".xspf":
        places = ElementTree.fromstring(text).iterfind(".//{http://xspf.org/ns/0/}location")
        names = [unquote(urlsplit(place.text or "").path) for place in places]
    else:
        names = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [path.parent / name for name in names]


def on_air(folder: Path) -> Path | None:
    """The one file that every playlist names; its bytes are latest.mp3 too."""
    found = {name: listed(folder / name) for name in LISTS if (folder / name).exists()}
    assert len({tuple(files) for files in found.values()}) <= 1, found
    files = next(iter(found.values()), [])
    if not files:
        assert not list(folder.glob("latest.*"))  # what the playlists do not have, nobody else has
        return None
    (file,) = files
    if not (folder / "latest.mp3").is_dir():  # that is the fault: then they read the playlists
        assert (folder / "latest.mp3").read_bytes() == file.read_bytes()
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in folder.glob("[!.]*.*") if path.is_file())
    return file


@contextmanager
def world(folder: Path) -> Iterator[World]:
    there = folder / "a disk" / "news ü"
    there.parent.mkdir()
    other = FileLock(there / ".bulletin.lock", thread_local=False)
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)

    def has(parcel: Parcel) -> bytes | None:
        file = on_air(there) if there.is_dir() else None
        return file.read_bytes() if file and file.stem == parcel.name else None

    def unplug() -> None:
        there.parent.rename(folder / "unplugged")

    def block() -> None:
        (there / "latest.mp3").unlink()
        (there / "latest.mp3").mkdir()

    def fill() -> None:  # the next byte beyond so many fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, unlimited[1]))

    def mend() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        other.release(force=True)
        if (folder / "unplugged").exists():
            (folder / "unplugged").rename(there.parent)
        if (there / "latest.mp3").is_dir():
            shutil.rmtree(there / "latest.mp3")

    try:
        yield World(
            settings={"path": "a disk/news ü", "keep": 3},
            has=has,
            playable=lambda: int(bool(on_air(there))) if there.is_dir() else 0,
            faults={"unplugged": unplug, "blocked": block, "full": fill, "busy": other.acquire},
            mend=mend,
        )
    finally:
        mend()
