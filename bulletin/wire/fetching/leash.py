"""One address on a leash: a thread of its own that its caller waits for until the time is up, and no longer.

No time-out of a socket stops a server that drips bytes, and none at all stops the look-up of a name.  So the
caller keeps the clock: when the time is up it shuts the thread's connection, which ends the thread, and forgets
it.  A thread that still looks for a name connects to nothing when it has found it.  The threads are daemons: they
hold up neither Ctrl-C nor the end of the process.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from time import monotonic

from .faults import late


class Leash:
    """What holds one address: `work` gives its answer, or raises Unfetched, within `seconds`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.until = monotonic() + seconds
        self._turn = threading.Lock()
        self._over = False
        self._line: socket.socket | None = None  # a second handle on the connection: TLS takes the first one away

    def start(self, work: Callable[[Leash], None]) -> None:
        """Begin `work` in a thread of its own."""
        threading.Thread(target=self._run, args=(work,), name="fetching", daemon=True).start()

    def left(self) -> float:
        """The seconds that are left.  Raises Unfetched when none are."""
        left = self.until - monotonic()
        if self._over or left <= 0:
            raise late(self.seconds)
        return left

    def hold(self, line: socket.socket) -> None:
        """Take hold of a new connection in place of the last.  Raises TimeoutError when the time is up."""
        with self._turn:
            self._drop()
            if self._over:
                line.close()
                raise TimeoutError("the time was up before it was connected")
            self._line = line.dup()

    def look_up(self, host: str, port: int, *how: int) -> list[tuple[int, int, int, str, tuple[object, ...]]]:
        """socket.getaddrinfo, after which nothing happens when the time is up meanwhile.  Raises TimeoutError."""
        found = socket.getaddrinfo(host, port, *how)
        if self._over or monotonic() >= self.until:
            raise TimeoutError("the time was up before its name was found")
        return list(found)

    def cut(self) -> None:
        """The time is up, or nobody waits any more: shut the connection, so that the thread ends."""
        with self._turn:
            self._over = True
            if self._line is not None:
                with contextlib.suppress(OSError):  # the other side was first
                    self._line.shutdown(socket.SHUT_RDWR)

    def _run(self, work: Callable[[Leash], None]) -> None:
        try:
            work(self)
        finally:
            with self._turn:
                self._drop()

    def _drop(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None
