"""Files are published whole: written beside, synced, renamed.  A reader never meets half of one.

Work in progress lives in hidden folders, each held by a lock that dies with its process, so that what a
killed run leaves is told from what another run is writing at this moment, and is swept by the next run.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import PublishError

PART = ".part-"  # a name that begins so is work in progress: hidden, and no player's glob matches it
OLD = ".old-"  # a folder that is being replaced
SWAP = ".swap"  # the lock under which folders change places
HOUR = 3600.0  # seconds: nothing of ours writes one file for so long


def file(path: Path, content: bytes | str, *, durable: bool = True) -> Path:
    """Write `content` to `path` whole, making its folder; returns the path.  Raises PublishError.

    What is not `durable` may be lost, or damaged, when the machine goes down: for what is checked when it is read.
    """
    words = content.encode() if isinstance(content, str) else content
    return _whole(path, lambda part: _write(part, words, durable), durable)


def copy(source: Path, path: Path) -> Path:
    """Make `path` a whole copy of `source`; returns the path.  Raises PublishError."""
    return _whole(path, lambda part: _copy(source, part))


@contextmanager
def folder(path: Path) -> Iterator[Path]:
    """Give an empty hidden folder beside `path`, and put it in `path`'s place when the block ends well.

    The folder that was there is replaced as one: a reader finds the old files or the new ones, never a
    mixture.  When the block fails, all is as before.  Raises PublishError.
    """
    with _plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        part = path.parent / f"{PART}{path.name}-{uuid.uuid4().hex[:8]}"
        lock = FileLock(f"{part}.lock")
        lock.acquire(timeout=5)
        try:
            part.mkdir()
            yield part
            for made in part.iterdir():
                made.chmod(0o644)
                sync(made)
            part.chmod(0o755)
            sync(part)
            _swap(part, path)
        finally:
            shutil.rmtree(part, ignore_errors=True)
            lock.release()
            Path(lock.lock_file).unlink(missing_ok=True)


def sweep(parent: Path) -> None:
    """Clear what killed runs left in `parent`, and finish a replacement that one of them had begun."""
    for lock_file in parent.glob(f"{PART}*.lock"):
        lock = FileLock(lock_file)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            continue  # somebody is working there
        _remove(lock_file.with_suffix(""))
        lock.release()
        lock_file.unlink(missing_ok=True)
    for part in parent.glob(f"{PART}*"):
        if part.suffix != ".lock" and not part.with_name(f"{part.name}.lock").exists() and _older(part, HOUR):
            _remove(part)
    with FileLock(parent / SWAP):
        for old in parent.glob(f"{OLD}*"):
            name = old.name[len(OLD) : -len("-xxxxxxxx")]
            if (parent / name).exists():
                _remove(old)
            else:
                old.rename(parent / name)


def _older(path: Path, seconds: float) -> bool:
    try:
        return time.time() - path.stat().st_mtime > seconds
    except FileNotFoundError:
        return False


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _swap(part: Path, path: Path) -> None:
    with FileLock(path.parent / SWAP):
        old = path.parent / f"{OLD}{path.name}-{uuid.uuid4().hex[:8]}"
        if path.exists():
            path.rename(old)
        part.rename(path)
        sync(path.parent)
        shutil.rmtree(old, ignore_errors=True)


def _whole(path: Path, write: Callable[[Path], None], durable: bool = True) -> Path:
    part = path.parent / f"{PART}{path.name}-{uuid.uuid4().hex[:8]}"
    with _plainly(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write(part)
            part.chmod(0o644)  # a player that runs as somebody else must be able to read it
            part.replace(path)
            if durable:
                sync(path.parent)
        finally:
            part.unlink(missing_ok=True)
    return path


def _write(part: Path, content: bytes, durable: bool) -> None:
    with part.open("xb") as out:
        out.write(content)
        if durable:
            out.flush()
            os.fsync(out.fileno())


def _copy(source: Path, part: Path) -> None:
    shutil.copyfile(source, part)
    sync(part)


def sync(path: Path) -> None:
    """Have the disk keep a file, or a folder's names, before anything else is done.  Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_ADVICE = {
    errno.ENOSPC: "the disk is full: free some space and run it again",
    errno.EDQUOT: "the disk quota is used up: free some space and run it again",
    errno.EACCES: "permission denied: choose another folder with --out, or change its owner",
    errno.EROFS: "the disk is read-only: choose another folder with --out",
}


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn an operating system error into one line that says what to do."""
    try:
        yield
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, error.strerror or str(error))
        raise PublishError(f"cannot write {path}: {advice}") from error
