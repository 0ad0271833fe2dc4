"""Liquidsoap's command server: one line asked, one answer, over its Unix socket or telnet.

An answer ends with a line END; a command that there is not is answered `ERROR: unknown command`.  Whoever may speak to
the server may run programs through it (`process:`), so nothing goes there that is not one printable line of ours.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from ..errors import TargetError, TargetUnavailable
from ..leash import Deadline
from .asking import one_line

END = b"END\r\n"
MOST = 1_000_000  # bytes of one answer
SPARE = 0.1  # of the time, in which to say what took so long
LONGEST = 200  # letters of a title


@dataclass(frozen=True)
class Door:
    """Where the server listens: the path of its Unix socket, or an address and a port."""

    socket: str = ""
    host: str = "127.0.0.1"
    port: int = 1234

    @property
    def name(self) -> str:
        """As a person calls it."""
        return f"Liquidsoap at {self.socket or f'{self.host}:{self.port}'}"


class Server:
    """A conversation with Liquidsoap."""

    def __init__(self, connection: socket.socket, door: Door, deadline: Deadline) -> None:
        self._connection, self._deadline, self.name = connection, deadline, door.name
        self._spare = SPARE * deadline.left()

    def left(self) -> float:
        """The seconds that are left for talking.  Raises TimeoutError when none are."""
        return _some(self._deadline.left() - self._spare)

    def ask(self, command: str) -> str:
        """The answer, "" for an empty one.  Raises TargetUnavailable, and TargetError for a command that is no line."""
        if not command.isprintable():
            raise TargetError(f"this is no command for Liquidsoap: {one_line(command)!r}")
        with _plainly(self.name):
            self._connection.settimeout(self.left())
            self._connection.sendall(f"{command}\n".encode())
            return self._answer()

    def _answer(self) -> str:
        heard = b""
        while not (heard == END or heard.endswith(b"\n" + END)):
            self._connection.settimeout(self.left())
            piece = self._connection.recv(65_536)
            if not piece:
                raise ConnectionResetError("it hung up")
            heard += piece
            if len(heard) > MOST:
                raise TargetError(f"{self.name} answers without end: is it Liquidsoap's command server?")
        return heard.removesuffix(END).decode("utf-8", "replace").replace("\r\n", "\n").strip()


def unknown(answer: str) -> bool:
    """Whether the server said that it has no such command."""
    return answer.startswith("ERROR: unknown command")


@contextmanager
def talking(door: Door, deadline: Deadline) -> Iterator[Server]:
    """A conversation that ends with the block.  Raises TargetUnavailable, TargetError."""
    with _plainly(door.name):
        connection = _connected(door, deadline)
    with connection:
        deadline.cuts(lambda: connection.shutdown(socket.SHUT_RDWR))
        yield Server(connection, door, deadline)
        with suppress(OSError):
            connection.sendall(b"quit\n")


def _connected(door: Door, deadline: Deadline) -> socket.socket:
    left = (1 - SPARE) * deadline.left()
    if not door.socket:
        return socket.create_connection((door.host, door.port), left)
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(left)
        connection.connect(door.socket)
    except OSError:
        connection.close()
        raise
    return connection


def _some(seconds: float) -> float:
    if seconds <= 0:
        raise TimeoutError("the time was up")
    return seconds


@contextmanager
def _plainly(name: str) -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise TargetUnavailable(f"{name} did not answer in time") from None
    except PermissionError:
        raise TargetError(
            f"{name} may not be spoken to by this user: run bulletin and Liquidsoap as the same one"
        ) from None
    except FileNotFoundError:
        raise TargetUnavailable(f"{name} is not there: does Liquidsoap run, with settings.server.socket?") from None
    except OSError as error:
        why = error.strerror or str(error) or type(error).__name__
        raise TargetUnavailable(f"{name} cannot be reached: {one_line(why)}; does it run?") from None


def annotated(labels: Mapping[str, str], path: str) -> str:
    """A request's URI: `annotate:` with the labels, as one printable line whatever they are; empty ones are left out."""
    told = ",".join(f'{key}="{_quoted(words)}"' for key, words in labels.items() if words.strip())
    return f"annotate:{told}:{path}" if told else path


def _quoted(words: str) -> str:
    r"""Inside double quotes.  `\` and `"` are escaped; `#{` would be reckoned out, and makes the request unplayable."""
    plain = one_line(words, LONGEST).replace("#{", "#(")
    return plain.replace("\\", "\\\\").replace('"', '\\"')


_LABEL = re.compile(r'^(\w+)="((?:[^"\\]|\\.)*)"\s*$', re.MULTILINE)


def labels_of(answer: str) -> dict[str, str]:
    """What `request.metadata` told, by its key."""
    return {key: re.sub(r"\\(.)", r"\1", words) for key, words in _LABEL.findall(answer)}
