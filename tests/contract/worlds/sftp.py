"""A real SFTP server, paramiko's, over a real folder."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import paramiko

from bulletin.air import Parcel
from bulletin.mp3frames import Damaged, walk

from . import World

USER = "harbour"
FULL_BYTES = 5_000  # that a full disk still takes


@dataclass
class Mood:
    """What the server does from now on."""

    refuses: bool = False
    denies: bool = False
    full: bool = False
    lies: bool = False
    stalls: bool = False
    stranger: bool = False
    posix: bool = True  # it knows posix-rename
    awake: threading.Event = field(default_factory=threading.Event)


@dataclass
class Server:
    """A server at a port of its own; `mood` may be changed while it runs."""

    root: Path
    client_key: paramiko.PKey
    mood: Mood = field(default_factory=Mood)
    password: str = ""
    port: int = 0
    key: paramiko.PKey = field(default_factory=paramiko.ECDSAKey.generate)
    _listening: socket.socket | None = None
    _lines: list[paramiko.Transport] = field(default_factory=list)

    def start(self) -> None:
        self._listening = socket.socket()
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listening.bind(("127.0.0.1", self.port))
        self._listening.listen(20)
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listening,), daemon=True).start()

    def stop(self) -> None:
        self.mood.awake.set()
        if self._listening is not None:
            with suppress(OSError):
                self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
            self._listening = None
        for line in self._lines:
            line.close()
        self._lines.clear()

    def mend(self) -> None:
        self.mood.awake.set()
        self.mood = Mood(posix=self.mood.posix)
        if self._listening is None:
            self.start()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            transport = paramiko.Transport(line)
            transport.add_server_key(paramiko.ECDSAKey.generate() if self.mood.stranger else self.key)
            transport.set_subsystem_handler("sftp", _Sftp, _Files, self)
            with suppress(paramiko.SSHException, EOFError):
                transport.start_server(event=threading.Event(), server=_Door(self))
                self._lines.append(transport)


class _Door(paramiko.ServerInterface):
    def __init__(self, server: Server) -> None:
        self.server = server

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return paramiko.OPEN_SUCCEEDED

    def get_allowed_auths(self, username: str) -> str:
        return "publickey,password"

    def check_auth_publickey(self, username: str, key: paramiko.PKey) -> int:
        good = username == USER and key == self.server.client_key and not self.server.mood.refuses
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED

    def check_auth_password(self, username: str, password: str) -> int:
        good = username == USER and self.server.password == password != "" and not self.server.mood.refuses
        return paramiko.AUTH_SUCCESSFUL if good else paramiko.AUTH_FAILED


class _Sftp(paramiko.SFTPServer):
    def _process(self, t: int, request_number: int, msg: Any) -> None:
        if t == 200 and not self.server.server.mood.posix:  # SSH_FXP_EXTENDED
            self._send_status(request_number, paramiko.SFTP_OP_UNSUPPORTED)
            return
        super()._process(t, request_number, msg)


class _Files(paramiko.SFTPServerInterface):
    """The folder; no path leads out of it."""

    def __init__(self, door: _Door, server: Server, *args: Any, **kwargs: Any) -> None:
        self.server = server
        super().__init__(door)

    def _path(self, path: str) -> Path:
        return self.server.root / self.canonicalize(path).lstrip("/")

    def _done(self, call: Any, *args: Any) -> Any:
        try:
            return call(*args)
        except OSError as error:
            return paramiko.SFTPServer.convert_errno(error.errno or errno.EIO)

    def list_folder(self, path: str) -> Any:
        folder = self._path(path)
        return self._done(lambda: [paramiko.SFTPAttributes.from_stat(one.stat(), one.name) for one in folder.iterdir()])

    def stat(self, path: str) -> Any:
        return self._done(lambda: paramiko.SFTPAttributes.from_stat(self._path(path).stat()))

    lstat = stat

    def open(self, path: str, flags: int, attr: Any) -> Any:
        if self.server.mood.denies and flags & os.O_WRONLY:
            return paramiko.SFTP_PERMISSION_DENIED

        def opened() -> _File:
            number = os.open(self._path(path), flags, 0o644)
            return _File(self.server, os.fdopen(number, "wb" if flags & os.O_WRONLY else "rb"), flags)

        return self._done(opened)

    def remove(self, path: str) -> Any:
        return self._done(self._path(path).unlink) or paramiko.SFTP_OK

    def rename(self, old: str, new: str) -> Any:
        if self._path(new).exists():
            return paramiko.SFTP_FAILURE
        return self._done(os.rename, self._path(old), self._path(new)) or paramiko.SFTP_OK

    def posix_rename(self, old: str, new: str) -> Any:
        return self._done(os.replace, self._path(old), self._path(new)) or paramiko.SFTP_OK


class _File(paramiko.SFTPHandle):
    def __init__(self, server: Server, file: Any, flags: int) -> None:
        super().__init__(flags)
        self.server = server
        self.readfile = self.writefile = file
        self.filename = ""

    def stat(self) -> Any:
        self.readfile.flush()
        return paramiko.SFTPAttributes.from_stat(os.fstat(self.readfile.fileno()))

    def write(self, offset: int, data: bytes) -> int:
        mood = self.server.mood
        if mood.stalls:
            mood.awake.wait(60)
        if mood.full and offset + len(data) > FULL_BYTES:
            return paramiko.SFTP_FAILURE
        if mood.lies and offset + len(data) > FULL_BYTES:
            data = bytes(len(data))  # as long as it should be, and nothing in it
        return int(super().write(offset, data))


def another(content: bytes, parcel: Parcel) -> bool:
    """Whether these bytes are a whole bulletin, and another one."""
    if hashlib.sha256(content).hexdigest() == parcel.sha256:
        return False
    try:
        return walk(content).frames > 0
    except Damaged:
        return False


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    (folder / "sftp" / "media").mkdir(parents=True)
    key = paramiko.ECDSAKey.generate()
    key.write_private_key_file(str(folder / "id_ecdsa"))
    server = Server(folder / "sftp", key)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def settings(server: Server, home: Path, **others: Any) -> dict[str, Any]:
    return {
        "host": "127.0.0.1",
        "port": server.port,
        "user": USER,
        "key_file": str(home / "id_ecdsa"),
        "host_key": server.key.fingerprint,
        "folder": "media",
        **others,
    }


@contextmanager
def world(folder: Path) -> Iterator[World]:
    with serving(folder) as server:
        media = server.root / "media"

        def has(parcel: Parcel) -> bytes | None:
            file = media / "news.mp3"
            content = file.read_bytes() if file.exists() else None
            return None if content is None or another(content, parcel) else content

        def playable() -> int:
            return len([file for file in media.iterdir() if not file.name.startswith(".")])

        def turns(**mood: bool) -> Any:
            return lambda: [setattr(server.mood, name, value) for name, value in mood.items()]

        yield World(
            settings=settings(server, folder),
            has=has,
            playable=playable,
            faults={
                "down": server.stop,
                "slow": turns(stalls=True),
                "a key that it refuses": turns(refuses=True),
                "no permission": turns(denies=True),
                "disk full": turns(full=True),
                "lying": turns(lies=True),
                "another host key": turns(stranger=True),
            },
            mend=server.mend,
        )
