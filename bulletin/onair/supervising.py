"""Several stations on air: a process for each file in stations/, started again when it ends, and stopped together.

One that fails never stops the others.  A process whose heartbeat is old hangs, and is replaced.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from signal import SIGHUP, Signals
from time import monotonic
from typing import TextIO

from .. import station as stations
from ..errors import BulletinError, UsageError
from .clock import RealClock
from .journal import Journal
from .judging import DEAD
from .looking import heartbeat
from .notifying import Systemd
from .state import alive
from .telling import Told

TURN = 0.5  # seconds between two looks
PAUSE, LONGEST_PAUSE = 2.0, 60.0  # seconds before a station is started again, doubled each time
GOOD = 300.0  # seconds that a process must have run, for its next pause to be short again
LAST = 4.5  # seconds that the processes have to end


@dataclass
class Ward:
    """One station's process."""

    file: Path
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0  # monotonic
    next: float = 0.0
    pause: float = PAUSE
    codes: list[int] = field(default_factory=list)  # with which it ended


class Supervisor:
    """All stations of a folder; `signal` may be called by a signal's handler."""

    def __init__(self, folder: Path, command: Sequence[str], out: TextIO, *, once: bool = False) -> None:
        """`command` puts a station on air when the name of its file is put after it.  Raises UsageError for no station."""
        self._folder, self._command, self._once = folder, tuple(command), once
        self._wards: dict[Path, Ward] = {}
        self._signals: SimpleQueue[bool] = SimpleQueue()
        self._clock, self._systemd = RealClock(), Systemd()
        self._journal = Journal(stations.Station(name="all stations", timezone="local"), out)
        if not stations.stations_in(folder):
            raise UsageError("there is no station in stations/: put their files there, one NAME.toml for each")

    def signal(self, *, end: bool) -> None:
        """End all, or have all reread their files and look for new ones; returns at once."""
        self._signals.put(end)

    def run(self) -> int:
        """Keep all on air; with `once`, until each has done what is due.  The code of the first that failed then."""
        self._tell("started", f"{len(stations.stations_in(self._folder))} stations, pid {os.getpid()}")
        self._look()
        self._systemd.say(READY="1")
        try:
            while True:
                self._turn()
                if self._once and not any(ward.process for ward in self._wards.values()):
                    return next((code for ward in self._wards.values() for code in ward.codes if code), 0)
                try:
                    end = self._signals.get(timeout=TURN)
                except Empty:
                    continue
                if end:
                    return 0
                self._look()
                self._pass_on(SIGHUP)
        finally:
            self._systemd.say(STOPPING="1")
            self._end(list(self._wards.values()))
            self._tell("stopped", "")

    def _look(self) -> None:
        """New files have a process now, and files that are gone have none."""
        files = stations.stations_in(self._folder)
        gone = [self._wards.pop(file) for file in list(self._wards) if file not in files]
        self._end(gone)
        for file in files:
            self._wards.setdefault(file, Ward(file)).next = 0.0

    def _turn(self) -> None:
        self._systemd.alive()
        for ward in self._wards.values():
            if ward.process is None:
                if monotonic() >= ward.next and not (self._once and ward.codes):
                    self._start(ward)
            elif (code := ward.process.poll()) is not None:
                self._ended(ward, code)
            elif not self._once and self._hangs(ward):
                self._tell("hangs", f"{ward.file.stem}: no heartbeat; its process is replaced", bad=True)
                ward.process.kill()

    def _start(self, ward: Ward) -> None:
        watch = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")  # systemd listens to us alone
        environment = {name: value for name, value in os.environ.items() if name not in watch}
        ward.process = subprocess.Popen(  # noqa: S603 - our own command, our own file
            [*self._command, str(ward.file)], stdin=subprocess.DEVNULL, env=environment
        )
        ward.begun = monotonic()

    def _ended(self, ward: Ward, code: int) -> None:
        """It is started again after a pause, longer each time that it did not run well."""
        ward.process, well = None, monotonic() - ward.begun > GOOD
        ward.codes.append(code)
        if self._once:
            return
        ward.pause = PAUSE if well else ward.pause
        ward.next = monotonic() + ward.pause
        self._tell("ended", f"{ward.file.stem}: with {code}; it is started again in {ward.pause:.0f} s", bad=True)
        ward.pause = min(2 * ward.pause, LONGEST_PAUSE)
        del ward.codes[:-1]

    def _hangs(self, ward: Ward) -> bool:
        """Has it been up for longer than its heartbeat is old?"""
        if monotonic() - ward.begun < DEAD.total_seconds():
            return False
        try:
            at = alive(heartbeat(stations.load(ward.file)))
        except BulletinError:  # the file is wrong just now; the process goes by the old one
            return False
        return at is not None and abs(self._clock.now() - at) > 2 * DEAD

    def _pass_on(self, number: Signals) -> None:
        for ward in self._wards.values():
            if ward.process and ward.process.poll() is None:
                ward.process.send_signal(number)

    def _end(self, wards: list[Ward]) -> None:
        """Ask them to end, and make them."""
        running = [ward.process for ward in wards if ward.process and ward.process.poll() is None]
        for process in running:
            process.terminate()
        until = monotonic() + LAST
        for process in running:
            try:
                process.wait(max(0.0, until - monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _tell(self, what: str, note: str, *, bad: bool = False) -> None:
        at: datetime = self._clock.now()
        self._journal.tell(Told(what, at, note=note, bad=bad))


def ourselves(*words: str) -> tuple[str, ...]:
    """The command line of this program in this Python, whatever PATH says."""
    return (sys.executable, "-c", "from bulletin.cli import main; main()", *words)
