"""One module a target: the other side as the contract suite needs it, real where it can be.

Each has `world(folder)`, a context manager that gives a World.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bulletin.air import Parcel


@dataclass(frozen=True)
class World:
    """The other side of a target, running."""

    settings: dict[str, Any]  # for the station file
    has: Callable[[Parcel], bytes | None]  # what the other side would play for it now: its audio, or None
    playable: Callable[[], int]  # how many bulletins of the station it would play, of whatever hour
    faults: dict[str, Callable[[], None]] = field(
        default_factory=dict
    )  # "down", "slow", "refusing", "lying" ...: from now on
    mend: Callable[[], None] = lambda: None  # as it was
