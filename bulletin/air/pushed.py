"""What was given to a player that forgets: it keeps no list of what it has played, and must never play it twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from ..leash import Deadline
from .disk import put

KEPT = timedelta(days=1)  # after it expired


class Pushed(msgspec.Struct, frozen=True):
    """One bulletin, and the file that the player was given for it."""

    file: str  # its name, used once
    sha256: str
    at: datetime
    expires: datetime
    seconds: float  # that it lasts
    taken: bool = False  # the player was asked, and had it


class Pushes:
    """The record of one folder and one queue; it is written whole before and after each push."""

    def __init__(self, folder: Path, line: str) -> None:
        self.folder, self.name = folder, f".pushed-{line}.json"

    def read(self) -> dict[str, Pushed]:
        """By the name of the bulletin; what cannot be read is as good as none.  Raises OSError."""
        try:
            return msgspec.json.decode((self.folder / self.name).read_bytes(), type=dict[str, Pushed])
        except (FileNotFoundError, msgspec.DecodeError):
            return {}

    def write(self, entries: dict[str, Pushed], now: datetime, deadline: Deadline) -> None:
        """Write it, without what is long past.  Raises OSError, TimeoutError."""
        kept = {name: one for name, one in entries.items() if one.expires + KEPT > now}
        put(self.folder, {self.name: msgspec.json.encode(kept)}, deadline)


def heard(pushed: Pushed, now: datetime, up_seconds: float) -> bool:
    """Whether it must be taken for heard, though the player does not have it any more; `up_seconds` is how long it runs.

    If it had it: unless it was started anew before it can have ended.  If nobody knows whether it had it: unless there
    was no time for it to end.  A bulletin that is lost is a pity; one that is heard twice is a fault.
    """
    started = now - timedelta(seconds=up_seconds)
    stopped = started if started > pushed.at and pushed.taken else now
    over = stopped - pushed.at >= timedelta(seconds=pushed.seconds)
    return over or (pushed.taken and started <= pushed.at)
