"""A bulletin that is made in a process of its own, seen from the loop: begun, asked how it went, ended."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, Any, cast

import msgspec

from ..station import Station
from .deciding import Step

GRACE = 1.5  # seconds that a child has to end when it is asked to


@dataclass
class Child:
    """A process that makes a bulletin."""

    step: Step
    process: subprocess.Popen[bytes]
    output: IO[bytes]
    until: float  # by the machine's monotonic clock: nobody sets that
    began: datetime
    why: str = ""  # it was stopped

    @property
    def holder(self) -> str:
        """Its name in the playlog."""
        return f"{socket.gethostname()}:{self.process.pid}"

    def result(self) -> dict[str, Any]:
        """What it said at its end, as one object; nothing where it said nothing that can be read."""
        with self.output:
            self.output.seek(0)
            lines = self.output.read().splitlines()
        try:
            found = json.loads(lines[-1]) if lines else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def end(self, grace: float = GRACE) -> None:
        """End it and all that it started."""
        for number in (signal.SIGTERM, signal.SIGKILL) if grace else (signal.SIGKILL,):
            with suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(self.process.pid, number)
                self.process.wait(grace or GRACE)


def begun(step: Step, station: Station, asked: dict[str, Any], *, seconds: float, now: datetime) -> Child:
    """A process that does what is asked, with the station as the loop has it: its file may be half edited."""
    output = TemporaryFile()  # noqa: SIM115 - read when the child has ended
    process = subprocess.Popen(  # noqa: S603 - our own module, our own words
        [sys.executable, "-m", "bulletin.onair.child", json.dumps(asked)],
        stdin=subprocess.PIPE, stdout=output, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    given = cast("IO[bytes]", process.stdin)  # it is a pipe
    with suppress(BrokenPipeError), given:  # it died at once: its code says so
        given.write(msgspec.json.encode(station))
    return Child(step, process, output, monotonic() + seconds, now)
