"""A person is told, by webhook and by mail, when something fails and when it is well again: once each.

All of it is done in a thread of its own, which the loop never waits for.  What is wrong, and what could not be sent
yet, stands in a small file beside the heartbeat, so that a restart neither repeats nor forgets it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

import msgspec

from .. import publish
from ..errors import PublishError, TargetError, TargetUnavailable
from ..station import Station
from .hiding import hider
from .looking import heartbeat
from .posting import SENDERS, Sender
from .telling import Told
from .troubles import Notice, Trouble, Troubles, after, lasting

PAUSE, LONGEST_PAUSE = 15.0, 300.0  # seconds between two tries to send something, doubled each time
MOST_TRIES = 300  # that is a day: then it is no news
LOOK = 5.0  # seconds between two looks at a trouble that is not told yet
MOST_WAITING = 50  # notices that wait to be sent; the oldest are given up


@dataclass(frozen=True)
class Waiting:
    """A notice on its way."""

    sender: str  # webhook or mail
    notice: Notice
    tries: int = 0


@dataclass(frozen=True)
class Kept:
    """What the file holds."""

    troubles: dict[str, Trouble]
    waiting: tuple[Waiting, ...] = ()


class Alerts:
    """Tells people; `journal` is told what could not be sent."""

    def __init__(
        self, station: Station, journal: Callable[[Told], None], clock: Callable[[], datetime], pause: float = PAUSE
    ) -> None:
        self._inbox: SimpleQueue[Told | Station | None] = SimpleQueue()
        self._journal, self._clock, self._pause = journal, clock, pause
        self._file = heartbeat(station).with_suffix(".alerts.json")
        kept = _read(self._file)
        self._troubles, self._waiting = Troubles(kept.troubles), list(kept.waiting)
        self._next = monotonic()
        self._done = threading.Event()
        self._set(station)
        threading.Thread(target=self._work, name="alerts", daemon=True).start()

    def tell(self, told: Told) -> None:
        """Think about what the loop tells; returns at once."""
        self._inbox.put(told)

    def reread(self, station: Station) -> None:
        """Go by another station file from now on."""
        import_senders(station)
        self._inbox.put(station)

    def close(self, seconds: float) -> None:
        """See to what was told until now, for at most so long; what is not sent then is sent by the next loop."""
        self._inbox.put(None)
        self._done.wait(seconds)

    # ------------------------------------------------------------ in the thread

    def _work(self) -> None:
        open_ = True
        while open_:
            with suppress(Empty):
                told = self._inbox.get(timeout=self._patience())
                open_ = told is not None
                if isinstance(told, Station):
                    self._set(told)
                elif told is not None:
                    self._turn(*after(self._troubles, replace(told, note=self._hide(told.note))))
            self._turn(*lasting(self._troubles, self._clock()))
            if self._waiting and monotonic() >= self._next:
                self._send()
        self._done.set()

    def _patience(self) -> float | None:
        """Seconds until there is something to do that nobody tells of."""
        untold = [LOOK] if any(not of.told for of in self._troubles.now.values()) else []
        due = [max(0.0, self._next - monotonic())] if self._waiting else []
        return min([*untold, *due], default=None)

    def _set(self, station: Station) -> None:
        import_senders(station)
        self._station, self._hide = station, hider(station)
        self._senders: dict[str, Sender] = {name: one for name, one in SENDERS.items() if one.wanted(station)}

    def _turn(self, troubles: Troubles, notices: Sequence[Notice]) -> None:
        """Things stand otherwise now; what people are to know of it is sent next."""
        if troubles.now == self._troubles.now and not notices:
            self._troubles = troubles
            return
        self._troubles = troubles
        self._waiting += [Waiting(name, notice) for notice in notices for name in self._senders]
        del self._waiting[:-MOST_WAITING]
        self._next = monotonic() if notices else self._next
        self._write()

    def _send(self) -> None:
        """Try all that waits, the oldest first."""
        left = []
        for one in self._waiting:
            sender = self._senders.get(one.sender)
            if sender is None:  # the station file does not ask for it any more
                continue
            try:
                sender.send(one.notice, self._station)
            except TargetError as error:
                again = isinstance(error, TargetUnavailable) and one.tries + 1 < MOST_TRIES
                if again:
                    left.append(replace(one, tries=one.tries + 1))
                if one.tries == 0 or not again:
                    what = f"{self._hide(str(error))}{'' if again else '; given up'}"
                    self._journal(Told("alert not sent", one.notice.at, target=one.sender, note=what, bad=True))
        self._waiting = left
        tries = min((one.tries for one in left), default=0)
        self._next = monotonic() + min(self._pause * 2.0 ** min(max(0, tries - 1), 10), LONGEST_PAUSE)
        self._write()

    def _write(self) -> None:
        with suppress(PublishError):  # a full disk; people are told all the same
            kept = Kept(dict(self._troubles.now), tuple(self._waiting))
            publish.file(self._file, json.dumps(msgspec.to_builtins(kept), indent=1) + "\n", durable=False)


def import_senders(station: Station) -> None:
    """Read in what the senders work with: here, and not for the first time in a second thread."""
    for one in SENDERS.values():
        if one.wanted(station):
            one.load()


def lacking(station: Station) -> str:
    """One line on what people cannot be told with; "" where all is there."""
    return "; ".join(filter(None, (one.lacks(station) for one in SENDERS.values())))


def _read(file: Path) -> Kept:
    """What the file holds; nothing where it is not there, or is not what we wrote."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Kept)
    except (OSError, ValueError, RecursionError):
        return Kept({})
