"""Work on one slot under a claim: whatever becomes of it is written down, and a slow voice is not a dead process."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from ..errors import BulletinError, NoNews
from ..playlog import Claim, Playlog, Taken
from .choosing import NothingToTell
from .values import Progress

LEASE_SECONDS = 900.0  # a process that died gives its slot back after so long
MOST_CHOICES = 2000  # that are written down: those that are in, then the best of the others

Clock = Callable[[], datetime]


def who() -> str:
    """This process, as the playlog names it: host and process."""
    return f"{socket.gethostname()}:{os.getpid()}"


def clock_from(now: datetime) -> Clock:
    """What time it is, counted from `now`: a clock that is moved meanwhile does not matter."""
    start = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - start)


def claimed(
    log: Playlog, station: str, slot: datetime, *, now: datetime, again: bool = False, note: str = ""
) -> Claim | Taken:
    """The right to make a bulletin, for this process; also where one of this machine that is dead had it."""

    def tried() -> Claim | Taken:
        return log.claim(station, slot, by=who() + note, now=now, lease_seconds=LEASE_SECONDS, again=again)

    got = tried()
    if isinstance(got, Taken) and dead(got.entry.by):
        log.orphaned(station, slot, by=got.entry.by, reason="its process died", now=now)
        got = tried()
    return got


def dead(holder: str) -> bool:
    """Whether a holder of a claim is a process of this machine that is no more."""
    host, _, number = holder.partition(" ")[0].rpartition(":")
    if host != socket.gethostname() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


@contextmanager
def written_down(log: Playlog, claim: Claim, clock: Clock, *, ladder: bool = False) -> Iterator[None]:
    """What ends the work on a claim is in the playlog before it goes on to the caller.

    On the `ladder` wires that are all silent are a failure, after which more is tried; else there is no bulletin.
    """
    try:
        yield
    except NoNews as error:
        if ladder and not isinstance(error, NothingToTell):
            log.failed(claim, str(error), clock())
            raise
        log.nothing(claim, str(error), clock(), getattr(error, "choices", ())[:MOST_CHOICES])
        raise
    except BulletinError as error:
        log.failed(claim, str(error), clock())
        raise
    except KeyboardInterrupt:
        log.failed(claim, "stopped by a person or by the system", clock())
        raise


def renewing(log: Playlog, claim: Claim, clock: Clock, progress: Progress | None) -> Progress:
    """Progress that also holds on to the claim."""
    held = clock()

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal held
        if clock() - held > timedelta(seconds=LEASE_SECONDS / 4):
            held = clock()
            log.renew(claim, held)
        if progress:
            progress(stage, done, of)

    return tell
