"""The loop with all that is seen of it from outside: log, metrics, alerts, systemd.  And its outermost ring."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from ..errors import BulletinError, PlaylogError, UsageError
from .alerts import Alerts, lacking
from .clock import RealClock
from .journal import Journal
from .loop import Loop
from .metrics import Metrics
from .notifying import Systemd
from .state import Standing, look
from .telling import Told

PAUSE, LONGEST_PAUSE = 5.0, 120.0  # seconds after the loop stumbled
LAST_WORDS = 1.0  # seconds for what is to be sent when it ends
LAST_WORDS_ONCE = 25.0  # where nobody waits for the end


@dataclass
class Watched:
    """The real clock; systemd is told at every turn that the loop goes round.  `once`: it ends where it would wait."""

    stop: threading.Event
    systemd: Systemd
    once: bool = False
    clock: RealClock = field(default_factory=RealClock)

    def now(self) -> datetime:
        """What time it is, in UTC."""
        return self.clock.now()

    def wait(self, seconds: float, *, busy: bool) -> None:
        """Wait so long, or until a signal comes."""
        self.systemd.alive()
        if self.once and not busy and seconds > 0:
            self.stop.set()
        else:
            self.clock.wait(seconds, busy=busy)


class OnAir:
    """One station on air, as a process: `signal` and `give_up` are for another thread, at any moment."""

    def __init__(self, file: Path | None, out: TextIO, *, once: bool = False) -> None:
        self._file, self._out, self._once = file, out, once
        self._stop, self._reread = threading.Event(), threading.Event()
        self._systemd = Systemd()
        self._clock = Watched(self._stop, self._systemd, once)
        self._metrics = Metrics(self._look, self._clock.now)
        self._alerts: Alerts | None = None  # when no other process is on air: it goes by a file

    def signal(self, *, end: bool) -> None:
        """End, or reread the station file; returns at once."""
        (self._stop if end else self._reread).set()
        self._clock.clock.attention.set()

    def give_up(self) -> None:
        """End this process, whatever it waits for: what must last is in the playlog, and the next one goes on from there."""
        if loop := getattr(self, "_loop", None):
            if loop.child:
                loop.child.end(grace=0)
            told = Told("stopped", self._clock.now(), note="at once: something held it up")
            last = threading.Thread(target=self._tell, args=(told,), daemon=True)  # nobody may read the log any more
            last.start()
            last.join(LAST_WORDS / 4)
        os._exit(0)

    def run(self) -> None:
        """Be on air until `signal` says otherwise; what makes it stumble is told, and it goes round again after a pause.

        Raises UsageError where another process is on air, and StationError, TargetError or PlaylogError at the start.
        """
        self._loop = Loop(self._file, self._clock, self._tell, self._stop, self._reread)
        self._journal = Journal(self._loop.station, self._out)
        pause = PAUSE
        try:
            while not self._stop.is_set():
                try:
                    self._loop.run()
                    return
                except UsageError:
                    if not self._once:
                        raise
                    self._journal.tell(Told("busy", self._clock.now(), note="the run before this one is not done yet"))
                    return
                except BulletinError as error:
                    self._stumbled(error, str(error))
                except Exception as error:  # noqa: BLE001 - the outermost ring: what is on air stays there, and it is told
                    self._stumbled(error, _bug(error))
                self._clock.wait(pause, busy=True)
                pause = min(2 * pause, LONGEST_PAUSE)
        finally:
            if self._alerts:
                self._alerts.close(LAST_WORDS_ONCE if self._once else LAST_WORDS)

    def _stumbled(self, error: Exception, why: str) -> None:
        if self._alerts is None or self._once:
            raise error
        self._tell(Told("stumbled", self._clock.now(), note=why, bad=True))

    # ------------------------------------------------------------ what is told

    def _tell(self, told: Told) -> None:
        """To the log, to people, to systemd; nothing of it waits for anybody."""
        if told.what in ("started", "reread"):
            self._anew(told)
        if not (self._once and told.what in ("started", "stopped")):  # every minute, and nothing to say
            self._journal.tell(told)
        if self._alerts:
            self._alerts.tell(told)
        if told.what == "stopped":
            self._systemd.say(STOPPING="1") if self._stop.is_set() else None
        else:
            ready = {"READY": "1"} if told.what == "started" else {}
            self._systemd.say(**ready, STATUS=f"{told.at:%H:%M} UTC: {told.what} {told.target}".strip())

    def _anew(self, told: Told) -> None:
        """Go by the station file as it is now."""
        station = self._loop.station
        if self._alerts is None:
            self._alerts = Alerts(station, self._journal.tell, self._clock.now)
        elif told.what == "reread":
            self._journal.reread(station)
            self._alerts.reread(station)
        if lack := lacking(station):
            self._journal.tell(Told("no alerts", told.at, note=lack, bad=True))
        try:
            self._metrics.serve(0 if self._once else station.onair.metrics_port)
        except UsageError as error:
            self._journal.tell(Told("no metrics", told.at, note=str(error), bad=True))

    def _look(self) -> Standing:
        log = getattr(self._loop, "log", None)
        if log is None:
            raise PlaylogError("the playlog is not open")
        return look(self._loop.station, log, self._clock.now())


def _bug(error: Exception) -> str:
    """An error that is ours, and where it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"a bug of ours: {type(error).__name__}: {error}{where}"
