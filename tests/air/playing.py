"""Debian's Liquidsoap and Icecast, started for a test as an ordinary user, on loopback, and ended with all they started."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 60.0  # seconds after which something that should happen will not


def lack(*programs: str) -> str:
    """Why they cannot be run here, or nothing."""
    absent = [name for name in programs if shutil.which(name) is None]
    return f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not installed" if absent else ""


def as_somebody(user: str = "liquidsoap") -> list[str]:
    """What is put before a command, so that root does not run it: Liquidsoap and Icecast refuse to."""
    dies = ["setpriv", "--pdeathsig=KILL"]  # with us, whatever ends us
    return dies if os.geteuid() else [*dies, f"--reuid={user}", f"--regid={user}", "--init-groups"]


def until(happened: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < end, f"it never happened: {what}"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def place() -> Iterator[Path]:
    """A folder that Liquidsoap's user may read and write; pytest's own are closed to it."""
    with tempfile.TemporaryDirectory(prefix="bulletin-air-") as name:
        home = Path(name)
        home.chmod(0o755)
        yield home


def open_to_player(folder: Path) -> Path:
    """Its own folder, where it may write."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.geteuid():
        shutil.chown(folder, "liquidsoap", "liquidsoap")
    return folder


class Program:
    """A program with its process group, and what it printed."""

    def __init__(self, command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None) -> None:
        self.command, self.log = [*as_somebody(), *command], log
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", **(environment or {})}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                env=self.environment,
            )

    def kill(self, number: int = signal.SIGKILL) -> None:
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)
            self.process.wait()

    def printed(self) -> str:
        return self.log.read_bytes().decode("utf-8", "replace") if self.log.exists() else ""


def ask(path: Path, *commands: str) -> list[str]:
    """Liquidsoap's answers, by a client that is not ours: line by line, as a person at telnet has them."""
    answers = []
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(str(path))
        with connection.makefile("rwb") as line:
            for command in commands:
                line.write(f"{command}\n".encode())
                line.flush()
                told = []
                while (row := line.readline()) and row != b"END\r\n":
                    told.append(row.decode("utf-8", "replace").rstrip("\r\n"))
                answers.append("\n".join(told).strip())
    return answers


def listens(path: Path) -> bool:
    try:
        return bool(ask(path, "version")[0])
    except OSError:
        return False


@contextmanager
def liquidsoap(script: str, folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Program]:
    """A Liquidsoap that runs the script, which has its socket at folder/socket."""
    file = folder / "station.liq"
    file.write_text(script)
    program = Program(["liquidsoap", str(file)], folder / "liquidsoap.log", environment)
    program.start()
    try:
        until(lambda: listens(folder / "socket"), f"Liquidsoap listens; it said {program.printed()[-600:]}")
        yield program
    finally:
        program.kill()
