"""bulletin onair: the hourly loop."""

from __future__ import annotations

import signal
from types import FrameType

import typer

from . import options
from .printable import printable


def onair(station: options.StationFile = None) -> None:
    """Put a bulletin on air at every slot, until stopped.

    Makes each ahead of its slot, delivers it to the station's targets, withdraws it when it is stale.  What fails is
    tried again, then with fewer stories, then the last good bulletin is greeted anew; then there is none and the
    programme goes on.  SIGTERM ends it, SIGHUP rereads the station file.

    \b
    Examples:
      bulletin onair
      bulletin onair --station 234radio
    """
    from .. import onair as room

    clock = room.RealClock()

    def tell(told: room.Told) -> None:
        slot = f"{told.slot:%H:%M} UTC " if told.slot else ""
        where = f"{told.target}: " if told.target else ""
        typer.secho(
            printable(f"{told.at:%H:%M:%S} {slot}{told.what} {where}{told.note}"),
            fg="red" if told.bad else None,
            err=True,
        )

    loop = room.Loop(options.named(station), clock, tell)

    def ended(number: int, frame: FrameType | None) -> None:
        loop.stop.set()
        clock.attention.set()

    def again(number: int, frame: FrameType | None) -> None:
        loop.reread.set()
        clock.attention.set()

    signal.signal(signal.SIGTERM, ended)
    signal.signal(signal.SIGINT, ended)
    signal.signal(signal.SIGHUP, again)
    loop.run()
