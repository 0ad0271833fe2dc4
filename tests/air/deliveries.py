"""What the tests of folders run in processes of their own, to be killed or to race."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bulletin.air import Opened, Parcel, opened
from bulletin.station import Station
from bulletin.station import Target as Row


def target_of(kind: str, home: Path, **settings: Any) -> Opened:
    return opened(Row(kind=kind, settings=settings), Station(name="Harbour FM", timezone="UTC", home=str(home)))


def without_end(kind: str, home: Path, settings: dict[str, Any], parcels: Sequence[Parcel], ready: Connection) -> None:
    """Deliver them one after another and withdraw each when the next is there, for ever."""
    ours = target_of(kind, home, **settings)
    ready.send("ready")
    while True:
        for last, new in zip((parcels[-1], *parcels), parcels, strict=False):
            ours.deliver(new, now=new.slot, seconds=60)
            ours.withdraw(last, now=last.slot, seconds=60)


def one(kind: str, home: Path, settings: dict[str, Any], parcel: Parcel) -> None:
    target_of(kind, home, **settings).deliver(parcel, now=parcel.slot, seconds=60)


def killed_before(step: int, kind: str, home: Path, settings: dict[str, Any], old: Parcel, new: Parcel) -> None:
    """Deliver the new one and withdraw it; die before that rename or removal.  Ends well when there are fewer."""
    ours = target_of(kind, home, **settings)
    left = [step]

    def count(event: str, args: object) -> None:
        if event in ("os.rename", "os.remove"):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    ours.deliver(new, now=new.slot, seconds=60)
    ours.withdraw(old, now=new.slot, seconds=60)
    ours.withdraw(new, now=new.slot, seconds=60)
