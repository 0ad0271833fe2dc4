"""sftp: the bulletin under one name in a folder of another machine, over SSH.

It goes up under a hidden name, is read back, and only then renamed over the last one; so the name always leads to a
whole bulletin.  Sources: draft-ietf-secsh-filexfer-02, and OpenSSH's PROTOCOL for posix-rename and fsync.
"""

from __future__ import annotations

import contextlib
import logging
import stat
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

from msgspec import Meta

from ... import publish
from ...errors import TargetError, TargetUnavailable
from ...station import Station
from ..parcels import audio_of, bytes_told, sha256
from ..target import Card, Parcel, Receipt

if TYPE_CHECKING:
    import paramiko

    from ...leash import Deadline
    from ..ssh import Login, Work

T = TypeVar("T")
PIECE = 32_768  # bytes: what every server takes at once
LARGEST = 700_000_000  # bytes: an hour of WAV
EXTENDED = 200  # SSH_FXP_EXTENDED
FILE = r"^$|^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"  # never a way out of its folder


@dataclass(frozen=True)
class Settings:
    """What an sftp target is told."""

    host: Annotated[str, Meta(pattern=r"^[A-Za-z0-9:][A-Za-z0-9.:_-]{0,253}$")]
    user: Annotated[str, Meta(pattern=r"^[!-~]{1,100}$")]
    port: Annotated[int, Meta(ge=1, le=65535)] = 22  # AzuraCast's is 2022
    key_file: str = ""  # a private key, counted from the station file
    password_env: str = ""  # the NAME of the environment variable that has the password: the account's, or the key's
    host_key: Annotated[str, Meta(pattern=r"^$|^SHA256:[A-Za-z0-9+/]{43}$")] = ""  # as ssh-keygen -lf prints it
    known_hosts: str = (
        ""  # the file that has the server's key, counted from the station file; empty: ~/.ssh/known_hosts
    )
    folder: Annotated[str, Meta(max_length=1000)] = ""  # on the server, there already; empty: where the login leads
    file: Annotated[str, Meta(pattern=FILE)] = ""  # empty: news.mp3 or news.wav, as the station's format is
    read_back: bool = True  # the whole of it; false: its size only, for a slow line


class _Target:
    """The plug-in."""

    card = Card(
        name="sftp",
        summary="One file in a folder of another machine, over SSH",
        settings=Settings,
        packages=("paramiko",),
        install="pip install 'bulletin-radio[sftp]'",
        needs_network=True,
    )

    def open(self, settings: Settings, station: Station) -> _Sftp:
        """Touches no network.  Raises TargetError."""
        from .. import ssh  # here and not for the first time in the thread that delivers

        logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # it prints tracebacks of what is told in one line
        name = settings.file or f"news.{station.sound.format}"
        if not name.lower().endswith(f".{station.sound.format}"):
            raise TargetError(f"the file {name} of an sftp target must end in .{station.sound.format}, as its audio is")
        if ".." in settings.folder.split("/") or not settings.folder.isprintable():
            raise TargetError('the folder of an sftp target is a path without ".."')
        password = station.secret(settings.password_env)
        login = ssh.Login(
            host=settings.host,
            port=settings.port,
            user=settings.user,
            key_file=station.path(settings.key_file) if settings.key_file else None,
            password=password,
            host_key=settings.host_key,
            known_hosts=station.path(settings.known_hosts) if settings.known_hosts else None,
        )
        if settings.password_env and not password:
            raise TargetError(f"the environment has no password_env of that name for {login.name}: set it")
        if not settings.key_file and not password:
            raise TargetError(f"an sftp target needs a key_file or a password_env for {login.name}")
        return _Sftp(login, settings.folder.rstrip("/") if settings.folder != "/" else "/.", name, settings.read_back)


@dataclass(frozen=True)
class _Sftp:
    """The server of one station."""

    login: Login
    folder: str  # without a slash at its end; empty: where the login leads
    name: str
    read_back: bool

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        content, host, path = audio_of(parcel), self.login.name, self._path(self.name)

        def bring(sftp: paramiko.SFTPClient, deadline: Deadline) -> Receipt:
            with self._part(sftp, content, deadline) as part:
                self._replace(sftp, part, path)
            size, _ = _size_and_time(sftp.stat(path))
            if size != len(content):
                raise TargetError(f"{host} has {size} bytes as {path} and not {len(content)}: who else writes there?")
            how = "read back" if self.read_back else "its size read back"
            return Receipt(_identity(path, parcel.sha256), f"{path} on {host} has {bytes_told(size)}, {how}")

        return self._there(bring, seconds)

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        host, path = self.login.name, self._path(self.name)

        def take_away(sftp: paramiko.SFTPClient, deadline: Deadline) -> Receipt:
            try:
                theirs = _read(sftp, path, deadline)
            except FileNotFoundError:
                return Receipt(path, f"{path} is not on {host}")
            # its files may be lost here, or made anew since: then what was brought is known by the identity
            if _identity(path, sha256(theirs)) not in (_identity(path, parcel.sha256), parcel.identity):
                return Receipt(path, f"{path} on {host} is another bulletin by now, and stays")
            with contextlib.suppress(FileNotFoundError):
                sftp.remove(path)
            return Receipt(path, f"{path} was taken from {host}")

        return self._there(take_away, seconds)

    def check(self, *, seconds: float) -> str:
        def attempt(sftp: paramiko.SFTPClient, deadline: Deadline) -> str:
            with self._part(sftp, b"a test, to be deleted\n", deadline):
                return f"{self.login.name} lets {self.login.user} write to {self.folder or 'its login folder'}"

        return self._there(attempt, seconds)

    def _there(self, work: Work[T], seconds: float) -> T:
        from .. import ssh

        return ssh.there(self.login, work, seconds, self.folder or "its login folder")

    def _path(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    @contextlib.contextmanager
    def _part(self, sftp: paramiko.SFTPClient, content: bytes, deadline: Deadline) -> Iterator[str]:
        """The content under a hidden name, there and read back; nothing is left of it at the end."""
        from .. import ssh

        part = self._path(f"{publish.PART}{self.name}-{uuid.uuid4().hex[:8]}")
        try:
            _write(sftp, part, content, deadline)
            size, changed = _size_and_time(sftp.stat(part))
            self._sweep(sftp, changed)
            if size != len(content):
                raise TargetUnavailable(
                    f"{self.login.name} took {size:,} of {bytes_told(len(content))}: is its disk full?"
                )
            if self.read_back and _read(sftp, part, deadline) != content:
                raise TargetError(f"{self.login.name} gives back other bytes than it was given: check its disk")
            yield part
        finally:
            with contextlib.suppress(*ssh.FAULTS):  # it was renamed, or the line is gone
                deadline.left()
                sftp.remove(part)

    def _replace(self, sftp: paramiko.SFTPClient, part: str, path: str) -> None:
        """Rename in one step over what is there."""
        try:
            sftp.posix_rename(part, path)
        except (TimeoutError, ConnectionError, PermissionError):
            raise
        except OSError:
            try:
                sftp.rename(part, path)  # where posix-rename is not known; some of these replace too
            except (TimeoutError, ConnectionError, PermissionError):
                raise
            except OSError as error:
                raise TargetError(
                    f"{self.login.name} cannot replace {path} in one step: it needs posix-rename, as OpenSSH has it"
                ) from error

    def _sweep(self, sftp: paramiko.SFTPClient, now: int) -> None:
        """Remove what killed uploads left, by the server's own clock."""
        for other in sftp.listdir_attr(self.folder or "."):
            ours = other.filename.startswith(f"{publish.PART}{self.name}-") and "/" not in other.filename
            if ours and stat.S_ISREG(other.st_mode or 0) and _size_and_time(other)[1] < now - publish.HOUR:
                with contextlib.suppress(FileNotFoundError):  # somebody else sweeps
                    sftp.remove(self._path(other.filename))


def _identity(path: str, digest: str) -> str:
    """The name, and what lay there under it."""
    return f"{path} {digest[:16]}"


def _write(sftp: paramiko.SFTPClient, path: str, content: bytes, deadline: Deadline) -> None:
    """A new file, on the server's disk where it knows fsync."""
    with sftp.open(path, "wx") as out:
        out.set_pipelined(True)
        for start in range(0, len(content), PIECE):
            deadline.left()
            out.write(content[start : start + PIECE])
        out.flush()
        try:
            sftp._request(EXTENDED, "fsync@openssh.com", out.handle)  # type: ignore[attr-defined]
        except (TimeoutError, ConnectionError):
            raise
        except OSError:
            return  # it does not know it


def _read(sftp: paramiko.SFTPClient, path: str, deadline: Deadline) -> bytes:
    """A whole file."""
    with sftp.open(path, "rb") as file:
        size = min(_size_and_time(file.stat())[0], LARGEST)
        file.prefetch(size)
        content = bytearray()
        while len(content) <= size and (piece := file.read(PIECE)):
            deadline.left()
            content += piece
        return bytes(content)


def _size_and_time(attributes: paramiko.SFTPAttributes) -> tuple[int, int]:
    return attributes.st_size or 0, attributes.st_mtime or 0


target = _Target()
