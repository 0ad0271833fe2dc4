"""What systemd is told of a service (sd_notify(3)): that it is ready, alive, rereading, stopping; and how it stands."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


class Systemd:
    """Whoever started us and wants to be told; nobody where the environment names no socket."""

    def __init__(self) -> None:
        address = os.environ.get("NOTIFY_SOCKET", "")  # systemd's own way to say it, and no setting of ours
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def say(self, **state: str) -> None:
        """Such as READY="1", STATUS="on air"; never waits, and nothing happens where nobody listens."""
        if not self._address:
            return
        lines = "\n".join(f"{name}={value}" for name, value in state.items()).encode()
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as out:
            out.sendto(lines, self._address)
