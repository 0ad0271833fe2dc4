"""A call that ends when its time is up, whatever the other side does.

No time-out of a socket stops a server that drips bytes, and none at all stops the look-up of a name.  So the work is
done in a thread of its own, and its caller keeps the clock: when the time is up it cuts the connection, which ends the
thread, and forgets it.  The threads are daemons: they hold up neither Ctrl-C nor the end of the process.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")


class Deadline:
    """When a piece of work must have ended, and what is cut then."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds
        self._turn = threading.Lock()
        self._over = False
        self._cuts: list[Callable[[], object]] = []

    def left(self) -> float:
        """The seconds that are left.  Raises TimeoutError when none are."""
        left = self._end - monotonic()
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

    def end(self) -> None:
        """Cut everything, the last first."""
        with self._turn:
            self._over = True
            cuts = self._cuts[::-1]
            self._cuts.clear()
        for cut in cuts:
            _quietly(cut)


def within(seconds: float, work: Callable[[Deadline], T], faults: tuple[type[Exception], ...]) -> T:
    """What the work gives.  Raises TimeoutError when the time is up, and what the work raises, if it is of `faults`."""
    deadline = Deadline(seconds)
    outcome: SimpleQueue[_Outcome[T]] = SimpleQueue()
    threading.Thread(target=_run, args=(work, deadline, faults, outcome), name="delivering", daemon=True).start()
    try:
        found = outcome.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError("the time was up") from None
    finally:
        deadline.end()  # whoever is interrupted leaves no thread behind
    return found.given()


class _Outcome(Generic[T]):
    """What a piece of work came to."""

    def __init__(self) -> None:
        self.gave: list[T] = []
        self.raised: Exception = RuntimeError("the work failed for a reason unknown to this program; its log says more")

    def given(self) -> T:
        if self.gave:
            return self.gave[0]
        raise self.raised


def _run(
    work: Callable[[Deadline], T],
    deadline: Deadline,
    faults: tuple[type[Exception], ...],
    outcome: SimpleQueue[_Outcome[T]],
) -> None:
    found: _Outcome[T] = _Outcome()
    try:
        found.gave.append(work(deadline))
    except faults as error:
        found.raised = error
    finally:
        outcome.put(found)


def _quietly(cut: Callable[[], object]) -> None:
    with contextlib.suppress(OSError, EOFError):  # the other side was first
        cut()
