"""A connection to an SSH server that proved who it is: its key is known beforehand, or nothing is sent to it."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import cryptography.exceptions
import paramiko
import paramiko.pkey

from ..errors import TargetError, TargetUnavailable
from ..leash import Deadline, within
from .asking import one_line

KEEPALIVE = 15  # seconds
FAULTS: tuple[type[Exception], ...] = (  # what paramiko raises, for answers that make no sense too
    paramiko.SSHException, TargetError, EOFError, OSError, ValueError, TypeError, AttributeError, LookupError,
    ArithmeticError, RuntimeError, struct.error,
)  # fmt: skip
T = TypeVar("T")


@dataclass(frozen=True)
class Login:
    """Where, who, and what proves it on either side."""

    host: str
    port: int
    user: str
    key_file: Path | None = None
    password: str = field(default="", repr=False)  # the account's, or the key file's
    host_key: str = ""  # "SHA256:..."; empty: known_hosts has it
    known_hosts: Path | None = None  # None: ~/.ssh/known_hosts

    @property
    def name(self) -> str:
        """The server, for people."""
        return self.host if self.port == 22 else f"{self.host}:{self.port}"


Work = Callable[[paramiko.SFTPClient, Deadline], T]


def there(login: Login, work: Work[T], seconds: float, folder: str) -> T:
    """What the work gives, on a connection that ends with it.  `folder`: where it works, for people.

    Raises TargetUnavailable or TargetError.
    """
    key = _key(login)

    def connected(deadline: Deadline) -> T:
        sftp = _connected(login, key, deadline).open_sftp()
        if (channel := sftp.get_channel()) is not None:
            channel.settimeout(deadline.left())
        return work(sftp, deadline)

    try:
        return within(seconds, connected, FAULTS)
    except TargetError:
        raise
    except FAULTS as error:
        raise _fault(error, login, folder) from None  # the libraries' own errors have what the server says in them


def _key(login: Login) -> paramiko.PKey | None:
    if login.key_file is None:
        return None
    word: Any = login.password.encode() or None  # bytes, whatever paramiko's annotation says
    try:
        return paramiko.PKey.from_path(str(login.key_file), word)
    except OSError as error:
        raise TargetError(f"the key_file {login.key_file} cannot be read ({error.strerror}): correct it") from None
    except (ValueError, TypeError, paramiko.SSHException, paramiko.pkey.UnknownKeyType,
            cryptography.exceptions.UnsupportedAlgorithm):  # fmt: skip
        raise TargetError(
            f"the key_file {login.key_file} is no private key that can be opened: is it the one without .pub, "
            "and has password_env its password?"
        ) from None


def _connected(login: Login, key: paramiko.PKey | None, deadline: Deadline) -> paramiko.SSHClient:
    client = paramiko.SSHClient()
    if not login.host_key:
        try:
            client.load_system_host_keys(str(login.known_hosts) if login.known_hosts else None)
        except OSError as error:
            raise TargetError(f"the known_hosts file {login.known_hosts} cannot be read ({error.strerror})") from None
    client.set_missing_host_key_policy(_Pinned(login))
    line = socket.create_connection((login.host, login.port), timeout=deadline.left())
    deadline.cuts(client.close)
    deadline.cuts(lambda: line.shutdown(socket.SHUT_RDWR))
    left = deadline.left()
    client.connect(
        login.host, login.port, login.user, password=None if key else login.password, pkey=key, sock=line,
        allow_agent=False, look_for_keys=False, timeout=left, banner_timeout=left, auth_timeout=left,
        channel_timeout=left,
    )  # fmt: skip
    if (transport := client.get_transport()) is not None:
        transport.set_keepalive(KEEPALIVE)
    return client


class _Pinned(paramiko.MissingHostKeyPolicy):
    """What is done with a server whose key known_hosts does not have."""

    def __init__(self, login: Login) -> None:
        self.login = login

    def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
        shown = f"{one_line(key.get_name(), 40)} {key.fingerprint}"
        if not self.login.host_key:
            raise TargetError(
                f"{self.login.name} is not in known_hosts and shows {shown}: ask its owner whether that is right, "
                f'then set host_key = "{key.fingerprint}"'
            )
        if key.fingerprint != self.login.host_key:
            raise TargetError(
                f"{self.login.name} shows {shown} and not the host_key of the settings: was it set up anew, "
                "or is somebody in between?"
            )


def _fault(error: Exception, login: Login, folder: str) -> TargetError:
    """What an error of the libraries means for a person."""
    host, user = login.name, login.user
    if isinstance(error, paramiko.BadHostKeyException):
        shown = error.key.fingerprint
        return TargetError(
            f"{host} shows another key ({shown}) than known_hosts has: was it set up anew, or is somebody in between?"
        )
    if isinstance(error, paramiko.AuthenticationException) and "timeout" not in str(error).lower():
        return TargetError(f"{host} does not let {user} in: check user, key_file and password_env")
    meanings: tuple[tuple[type[Exception], type[TargetError], str], ...] = (
        (PermissionError, TargetError, f"does not let {user} write to {folder}: change its owner or mode there"),
        (FileNotFoundError, TargetError, f"has no folder {folder}: make it there, or correct the setting `folder`"),
        (socket.gaierror, TargetUnavailable, "is not found: check the host, and this machine's network"),
        (ConnectionRefusedError, TargetUnavailable, "cannot be connected to: is it up?"),
        (TimeoutError, TargetUnavailable, "was not done in time: is it up, and is the line fast enough?"),
        (paramiko.AuthenticationException, TargetUnavailable, "did not answer the login in time"),
        (ConnectionError, TargetUnavailable, "broke off"),
    )
    for kind, fault, words in meanings:
        if isinstance(error, kind):
            return fault(f"{host} {words}")
    if isinstance(error, OSError):
        why = one_line(error.strerror or str(error), 80) or "it gives no reason"
        return TargetUnavailable(f"{host} failed ({why}): is its disk full?")
    return TargetUnavailable(f"{host} broke off, or speaks no SFTP ({type(error).__name__})")
