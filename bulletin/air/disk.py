"""A folder that players read while we write: one writer at a time, everything staged, then renamed into place.

What is needed is written beside first, so that a full disk is met before anything was changed; then come the renames,
in order, which need no space.  A killed run leaves a hidden folder, which the next one clears.
"""

from __future__ import annotations

import errno
import getpass
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from .. import publish
from ..errors import PublishError, TargetError, TargetUnavailable
from ..leash import Deadline, within

STAGED = ".staged"  # hidden: no player's glob matches it
LOCK = ".bulletin.lock"
T = TypeVar("T")

_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "no room for the file",
}
_SHUT = {errno.EACCES: "permission denied", errno.EPERM: "permission denied", errno.EROFS: "the disk is read-only"}
_WRONG = {
    errno.EISDIR: "there is a folder of that name",
    errno.ENOTDIR: "there is a file where the folder should be",
    errno.EEXIST: "there is a file where the folder should be",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
}


def on_time(folder: Path, seconds: float, work: Callable[[Deadline], T]) -> T:
    """What the work gives, in at most `seconds`: a network disk may hang.  Raises TargetError, TargetUnavailable."""
    try:
        return within(seconds, lambda deadline: _plainly(folder, lambda: work(deadline)), (TargetError,))
    except TimeoutError:
        raise TargetUnavailable(f"{folder} did not answer within {seconds:g} s: is its disk there?") from None


@contextmanager
def alone(folder: Path, root: Path, deadline: Deadline) -> Iterator[None]:
    """The folder is there, nobody else writes in it, and nothing that a killed run had staged is left.

    `root` is the folder that the station file names, `folder` that one or one right in it.  They are made, never what
    is above: a disk that is not mounted is not written over.  Raises TargetUnavailable.
    """
    present(root)
    for made in (root, folder):
        if not made.is_dir():
            made.mkdir()
            made.chmod(0o755)  # whatever the umask: a player runs as somebody else
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0.7 * deadline.left())  # the rest is for the work
    except Timeout:
        raise TargetUnavailable(f"another delivery to {folder} is under way: try again later") from None
    try:
        shutil.rmtree(folder / STAGED, ignore_errors=True)
        yield
    finally:
        shutil.rmtree(folder / STAGED, ignore_errors=True)
        lock.release()


def present(root: Path) -> None:
    """The folder above the one that the station file names is there.  Raises TargetUnavailable."""
    if not root.parent.is_dir():
        raise TargetUnavailable(f"{root.parent} is not there: is its disk mounted? If it should be new, make it first")


def put(folder: Path, files: Mapping[str, bytes], deadline: Deadline) -> None:
    """All of the files under these names, in this order, or none of them where there is no room.  Raises OSError."""
    staged = folder / STAGED
    for name, content in files.items():
        publish.file(staged / name, content)
        deadline.left()
    for name in files:
        deadline.left()  # whoever gave us up must not be surprised by what is done later
        (staged / name).replace(folder / name)
    publish.sync(folder)


def drop(folder: Path, names: list[str]) -> None:
    """Remove the files, in this order; those that are not there are as good as removed.  Raises OSError."""
    for name in names:
        (folder / name).unlink(missing_ok=True)
    if names:
        publish.sync(folder)


def room(root: Path, folder: Path) -> str:
    """ "12.3 GB are free", after a file was written there and removed.  Raises TargetUnavailable, OSError."""
    present(root)
    for place in (root, folder):
        if place.exists() and not place.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "", str(place))
    there = next(place for place in (folder, root, root.parent) if place.is_dir())
    with tempfile.TemporaryFile(dir=there, prefix=publish.PART) as probe:
        probe.write(b"\0" * 65_536)
        probe.flush()
        os.fsync(probe.fileno())
    return f"{shutil.disk_usage(there).free / 1e9:.1f} GB are free"


def _plainly(folder: Path, work: Callable[[], T]) -> T:
    """The work, with the system's errors as one line each that says what to do."""
    try:
        return work()
    except TimeoutError:
        raise TargetUnavailable(f"{folder} was too slow: is its disk busy, or far away?") from None
    except PublishError as error:
        if isinstance(error.__cause__, OSError):
            raise _told(error.__cause__, folder) from error
        raise TargetError(str(error)) from error
    except OSError as error:
        raise _told(error, folder) from error


def _told(error: OSError, folder: Path) -> TargetError:
    number, where = error.errno or 0, error.filename or folder
    if number in _FULL:
        return TargetUnavailable(f"cannot write to {folder}: {_FULL[number]}; free some space")
    if number in _SHUT:
        with suppress(OSError, KeyError):
            return TargetError(f"cannot write {where}: {_SHUT[number]}; give the folder to {getpass.getuser()}")
        return TargetError(f"cannot write {where}: {_SHUT[number]}")
    if number in _WRONG:
        return TargetError(f"cannot write {where}: {_WRONG[number]}; choose another path, or move it away")
    return TargetUnavailable(f"cannot write {where}: {error.strerror or type(error).__name__}")
