"""Takes kept between runs: one file a take, named by a hash of all that made it.

A file is MAGIC, the SHA-256 of the rest together with its own key, the sample rate, and the samples; so a
damaged entry, half of one, or one under another's name is noticed, removed and made anew.  Many processes
share the folder: files appear whole (publish.file) and any may vanish at any time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
import struct
import time
from pathlib import Path

from .. import publish
from ..errors import PublishError

FORMAT = 1  # raise it when the trimming or this file's layout changes
MAGIC = b"TAKE\x01\r\n\x00"
RATE = struct.Struct("<I")
HEAD = len(MAGIC) + hashlib.sha256().digest_size + RATE.size
LIMIT_BYTES = 500_000_000  # about three hours of speech at 24 kHz
LONGEST_BYTES = 100_000_000  # no take is so long: not worth reading
log = logging.getLogger(__name__)


def key(**made_of: str | float | int) -> str:
    """The name of a take: a hash of everything that made it, values and names."""
    return hashlib.sha256(json.dumps({**made_of, "format": FORMAT}, sort_keys=True).encode()).hexdigest()


def fetch(folder: Path, key: str) -> tuple[bytes, int] | None:
    """The samples and rate that are kept under `key`; None when there are none, or none that are sound."""
    path = _path(folder, key)
    try:
        kind = path.lstat()
        if stat.S_ISREG(kind.st_mode) and kind.st_size <= LONGEST_BYTES:
            content = path.read_bytes()
            if take := _parse(content, key):
                os.utime(path)  # so that what is used stays longest
                return take
        path.unlink()
    except OSError:
        return None  # not there, not ours to read or to remove: the take is made anew
    return None


def keep(folder: Path, key: str, pcm: bytes, sample_rate: int) -> bool:
    """Keep a take; False when the folder cannot be written, which a log line tells and nothing else."""
    payload = RATE.pack(sample_rate) + pcm
    try:
        publish.file(_path(folder, key), MAGIC + _digest(key, payload) + payload)
    except PublishError as error:
        log.warning("takes are not kept for the next run: %s", error)
        return False
    return True


def prune(folder: Path, limit: int = LIMIT_BYTES) -> None:
    """Remove the takes that were used longest ago until `limit` bytes are left, and what killed runs left."""
    kept: list[tuple[float, int, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                known = entry.stat(follow_symlinks=False)
                if not entry.name.startswith(publish.PART):
                    kept.append((known.st_mtime, known.st_size, entry.path))
                elif time.time() - known.st_mtime > publish.HOUR:
                    Path(entry.path).unlink(missing_ok=True)
        size = sum(size for _, size, _ in kept)
        for _, bytes_, path in sorted(kept):
            if size <= limit:
                break
            Path(path).unlink(missing_ok=True)
            size -= bytes_
    except OSError as error:
        log.info("the kept takes could not be thinned out: %s", error)  # another process was first, or read-only


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key}.take"


def _digest(key: str, payload: bytes) -> bytes:
    return hashlib.sha256(key.encode() + payload).digest()


def _parse(content: bytes, key: str) -> tuple[bytes, int] | None:
    payload = content[HEAD - RATE.size :]
    if len(content) <= HEAD or content[: HEAD - RATE.size] != MAGIC + _digest(key, payload):
        return None
    return payload[RATE.size :], RATE.unpack_from(payload)[0]
