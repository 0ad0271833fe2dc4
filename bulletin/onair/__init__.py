"""On air, hour after hour: made ahead of time, delivered, withdrawn when stale, and never dead air.

deciding.py says what is due, loop.py does it; docs/onair.md tells an engineer all of it.
"""

from __future__ import annotations

from .clock import RealClock
from .looking import heartbeat, known, ready
from .loop import Clock, Loop
from .telling import Told

__all__ = ["Clock", "Loop", "RealClock", "Told", "heartbeat", "known", "ready"]
