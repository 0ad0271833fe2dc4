"""What is kept between runs and can be made anew: one file an entry, named by a hash of all that made it.

A file is MAGIC, the SHA-256 of its key and its payload, and the payload; so a damaged entry, half of one, or
one under another's name is noticed, removed and made anew.  Many processes share the folders: files appear
whole (publish.file) and any may vanish at any time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from . import publish
from .errors import PublishError

MAGIC = b"KEPT\x01\r\n\x00"
HEAD = len(MAGIC) + hashlib.sha256().digest_size
SUFFIX = ".kept"
OURS = (SUFFIX, ".take")  # the second is what earlier versions kept
LARGEST_BYTES = 200_000_000  # no entry is so large: not worth reading
log = logging.getLogger(__name__)
_told: set[Path] = set()  # folders that cannot be written


def key(**made_of: str | float | int) -> str:
    """The name of an entry, 64 hex digits: a hash of everything that made it, values and names."""
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def fetch(folder: Path, key: str) -> bytes | None:
    """What is kept in `folder` under `key`; None when there is nothing, or nothing that is sound."""
    path = _path(folder, key)
    try:
        kind = path.lstat()
        if stat.S_ISREG(kind.st_mode) and kind.st_size <= LARGEST_BYTES:
            content = path.read_bytes()
            payload = content[HEAD:]
            if len(content) >= HEAD and content[:HEAD] == MAGIC + _digest(key, payload):
                os.utime(path)  # so that what is used stays longest
                return payload
        path.unlink()
    except OSError:
        return None  # not there, not ours to read or to remove: it is made anew
    return None


def keep(folder: Path, key: str, payload: bytes) -> bool:
    """Keep `payload`; False when the folder cannot be written, which a log line tells and nothing else."""
    try:
        publish.file(_path(folder, key), MAGIC + _digest(key, payload) + payload, durable=False)
    except PublishError as error:
        if folder.parent not in _told:  # once, not for each of forty takes
            _told.add(folder.parent)
            log.warning("nothing is kept for the next run, name another [folders] cache: %s", error)
        return False
    return True


def prune(root: Path, limit_bytes: int) -> None:
    """Remove what was used longest ago, over `root` and its folders, until `limit_bytes` are left.

    What killed runs left goes too.  Nothing is touched that is not named as an entry: models live in the same
    folder, and a station may name a folder that has other files in it.
    """
    kept: list[tuple[float, int, str]] = []
    for entry in _entries(root):
        try:
            known = entry.stat(follow_symlinks=False)
            if entry.name.endswith(OURS):
                kept.append((known.st_mtime, known.st_size, entry.path))
            elif time.time() - known.st_mtime > publish.HOUR:
                Path(entry.path).unlink(missing_ok=True)
        except OSError as error:
            log.info("%s could not be looked at or removed: %s", entry.path, error)  # or another process was first
    size = sum(size for _, size, _ in kept)
    for _, bytes_, path in sorted(kept):
        if size <= limit_bytes:
            break
        try:
            Path(path).unlink(missing_ok=True)
            size -= bytes_
        except OSError as error:
            log.info("%s could not be removed: %s", path, error)


def _entries(root: Path) -> Iterator[os.DirEntry[str]]:
    """The entries and unfinished files in `root` and in the folders right in it; links are not followed."""
    folders = [str(root)]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        if folder == str(root):
                            folders.append(entry.path)
                    elif entry.name.endswith(OURS) or (entry.name.startswith(publish.PART) and SUFFIX in entry.name):
                        yield entry
        except OSError as error:
            log.info("%s could not be thinned out: %s", folder, error)


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key}{SUFFIX}"


def _digest(key: str, payload: bytes) -> bytes:
    return hashlib.sha256(key.encode() + payload).digest()
