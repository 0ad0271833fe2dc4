"""A call that ends when its time is up, whatever the other side does.

No time-out of a socket stops a server that drips bytes, and none at all stops the look-up of a name.  So the work is
done in a thread of its own, and its caller keeps the clock: when the time is up it cuts the connection, which ends the
thread, and forgets it.  The threads are daemons: they hold up neither Ctrl-C nor the end of the process.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from time import monotonic
from typing import TypeVar

T = TypeVar("T")


class Deadline:
    """When a piece of work must have ended, and what is cut then."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.until = monotonic() + seconds
        self._turn = threading.Lock()
        self._over = False
        self._cuts: list[Callable[[], object]] = []

    def left(self) -> float:
        """The seconds that are left.  Raises TimeoutError when none are."""
        left = self.until - monotonic()
        if self._over or left <= 0:
            raise TimeoutError("the time was up")
        return left

    def cuts(self, cut: Callable[[], object]) -> None:
        """At the end call this first, which may raise OSError.  Raises TimeoutError where the end has been."""
        with self._turn:
            if not self._over:
                self._cuts.append(cut)
                return
        _quietly(cut)
        raise TimeoutError("the time was up")

    def holds(self, line: socket.socket) -> None:
        """At the end shut this connection.  Raises TimeoutError where the end has been."""
        handle = socket.socket(fileno=os.dup(line.fileno()))  # a second one: TLS takes the first one away

        def cut() -> None:
            with handle:
                handle.shutdown(socket.SHUT_RDWR)

        self.cuts(cut)

    def cut(self) -> None:
        """Cut everything so far, the last first; the work goes on."""
        with self._turn:
            cuts, self._cuts = self._cuts[::-1], []
        for cut in cuts:
            _quietly(cut)

    def end(self) -> None:
        """The time is up, or nobody waits any more: cut everything, and what is still to come at once."""
        self._over = True
        self.cut()


def within(seconds: float, work: Callable[[Deadline], T], faults: tuple[type[Exception], ...]) -> T:
    """What the work gives.  Raises TimeoutError when the time is up, and what the work raises, if it is of `faults`."""
    deadline, outcome = Deadline(seconds), Future[T]()

    def run() -> None:
        try:
            outcome.set_result(work(deadline))
        except faults as error:
            outcome.set_exception(error)
        finally:
            if not outcome.done():
                why = "the work failed for a reason unknown to this program; its log says more"
                outcome.set_exception(RuntimeError(why))

    threading.Thread(target=run, name="delivering", daemon=True).start()
    try:
        if not wait([outcome], max(0.0, seconds)).done:
            raise TimeoutError("the time was up")
        return outcome.result()
    finally:
        deadline.end()  # whoever is interrupted leaves no thread behind


def _quietly(cut: Callable[[], object]) -> None:
    with contextlib.suppress(OSError, EOFError):  # the other side was first
        cut()
