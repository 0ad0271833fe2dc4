"""What systemd is told of a service (sd_notify(3)): that it is ready, alive, rereading, stopping; and how it stands."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from time import monotonic

PATIENCE = 1.0  # seconds: systemd may be busy, and must not miss READY
OFTEN = 10.0  # seconds between two signs of life


class Systemd:
    """Whoever started us and wants to be told; nobody where the environment names no socket."""

    def __init__(self) -> None:
        address = os.environ.get("NOTIFY_SOCKET", "")  # systemd's own way to say it, and no setting of ours
        self._alive = -OFTEN
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def say(self, **state: str) -> None:
        """Such as READY="1", STATUS="on air"; it waits no longer than PATIENCE, and for nobody where nobody listens."""
        if not self._address:
            return
        lines = "\n".join(f"{name}={value}" for name, value in state.items()).encode()
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.settimeout(PATIENCE)
            out.sendto(lines, self._address)

    def alive(self) -> None:
        """That it goes round; called at every turn, and told now and then."""
        if (now := monotonic()) - self._alive >= OFTEN:
            self._alive = now
            self.say(WATCHDOG="1")
