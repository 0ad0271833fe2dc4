"""Feeds are read by as many processes as there are cores, once there is enough to read.

A few feeds are read here: a process costs as long to start as a dozen of them.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from ...cores import cores
from ...errors import SourceError
from ...station import Wire
from .reading import Arrived, Read, read

ALONE = 600_000  # bytes that are read before others are asked to help
MOST_READERS = 4


@dataclass(frozen=True)
class Job:
    """One thing to read."""

    arrived: Arrived
    wire: Wire
    most: int
    now: datetime
    named: bool = False


class Readers:
    """Reads jobs, alone or with others."""

    def __init__(self) -> None:
        self.others: Executor | None = None
        self.bytes_read = 0
        self.under_way: set[Future[Read | str]] = set()

    def read(self, job: Job) -> Future[Read | str]:
        """What is found, or the reason why nothing is; it may be known at once.

        Waits where the others have enough to read, so that what is still to be read does not fill the memory.
        """
        self.bytes_read += len(job.arrived.body)
        if self.bytes_read <= ALONE or cores() == 1:
            future: Future[Read | str] = Future()
            future.set_result(done(job))
            return future
        while len(self.under_way) >= 2 * MOST_READERS:
            self.under_way = wait(self.under_way, return_when=FIRST_COMPLETED).not_done
        try:
            future = self._others().submit(done, job)
        except BrokenExecutor:  # one of them was killed over what it had to read: begin anew with this
            self.end()
            future = self._others().submit(done, job)
        self.under_way.add(future)
        return future

    def _others(self) -> Executor:
        if self.others is None:
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            context = get_context("spawn")
            self.others = ProcessPoolExecutor(min(cores(), MOST_READERS), mp_context=context, initializer=_begin)
        return self.others

    def end(self) -> None:
        """The others go home."""
        if self.others is not None:
            self.others.shutdown(wait=True, cancel_futures=True)
        self.others = None


@contextmanager
def readers() -> Iterator[Readers]:
    """Readers that go home at the end of the block."""
    group = Readers()
    try:
        yield group
    finally:
        group.end()


def result(future: Future[Read | str]) -> Read | str:
    """What a reader found, or the reason why nothing."""
    try:
        return future.result()
    except BrokenExecutor:
        return "whoever read it was killed: there may be too little memory; try it again"


def done(job: Job) -> Read | str:
    """Read one thing; the reason where it cannot be read."""
    try:
        return read(job.arrived, job.wire, most=job.most, now=job.now, named=job.named)
    except SourceError as error:
        return str(error)


def _begin() -> None:
    """A reader does not hear Ctrl-C, which is for its parent, and goes when that has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    from multiprocessing import connection, parent_process

    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)
