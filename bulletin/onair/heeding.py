"""Signals, heard in a thread of their own: Python's handlers wait for the main thread, which may wait for a database."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from time import sleep

ENDING = (signal.SIGTERM, signal.SIGINT)
SECONDS = 3.5  # that are given for an orderly end: systemd and the supervisor wait five


def heed(tell: Callable[..., object], give_up: Callable[[], object] | None = None) -> None:
    """From now on SIGTERM and Ctrl-C are `tell(end=True)`, SIGHUP is `tell(end=False)`.

    `give_up()` comes SECONDS after the first that ends it, if it is still there then.
    """
    hears, noted = socket.socketpair()
    noted.setblocking(False)
    for number in (*ENDING, signal.SIGHUP):
        signal.signal(number, lambda number, frame: None)  # in the place of what ends the process
    signal.set_wakeup_fd(noted.detach(), warn_on_full_buffer=False)  # it is written to at once, by the system's handler

    def listen() -> None:
        while (number := hears.recv(1)[0]) not in ENDING:
            tell(end=False) if number == signal.SIGHUP else None
        tell(end=True)
        sleep(SECONDS)
        give_up() if give_up else None

    threading.Thread(target=listen, name="signals", daemon=True).start()
