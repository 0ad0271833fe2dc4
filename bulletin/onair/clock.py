"""The real clock; tests and the soak bring one of their own."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass
class RealClock:
    """The machine's time; `attention` ends a wait at once: a signal came."""

    attention: threading.Event = field(default_factory=threading.Event)

    def now(self) -> datetime:
        """What time it is, in UTC."""
        return datetime.now(UTC)

    def wait(self, seconds: float, *, busy: bool) -> None:
        """Wait so long, or until a signal comes."""
        if self.attention.wait(seconds):
            self.attention.clear()
