"""bulletin onair: the hourly loop."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ..errors import UsageError
from . import options


def onair(
    station: options.StationFile = None,
    every: Annotated[
        bool, typer.Option("--all", help="Each station in stations/, in a process of its own that is kept alive.")
    ] = False,
    once: Annotated[
        bool, typer.Option("--once", help="Do what is due now and end: for cron and timers, every minute.")
    ] = False,
) -> None:
    """Put a bulletin on air at every slot, until stopped.

    Makes each ahead of its slot, delivers it to the station's targets, withdraws it when it is stale.  What fails is
    tried again, then with fewer stories, then the last good bulletin is greeted anew; then there is none and the
    programme goes on.  SIGTERM ends it, SIGHUP rereads the station file.  The log goes to standard error: lines on a
    terminal, JSON elsewhere.  `bulletin status` tells how it stands.

    \b
    Examples:
      bulletin onair
      bulletin onair --station 234radio
      bulletin onair --all
      * * * * *  cd /srv/radio && bulletin onair --once        in a crontab, instead
    """
    if every and station:
        raise UsageError("--all is for the stations in stations/: leave --station out")
    from ..onair import heeding, outside, supervising

    log = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - for good: this daemon was given none
    if every:
        words = ("onair", *(["--once"] if once else []), "--station")
        supervisor = supervising.Supervisor(Path(), supervising.ourselves(*words), log, once=once)
        heeding.heed(supervisor.signal)
        if code := supervisor.run():
            raise typer.Exit(code)
        return
    on_air = outside.OnAir(options.named(station), log, once=once)
    heeding.heed(on_air.signal, on_air.give_up)
    on_air.run()
