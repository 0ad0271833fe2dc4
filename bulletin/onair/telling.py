"""What the loop tells: one value for everything that happens, for logs, metrics, alerts and tests alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Told:
    """Something happened.  `bad`: a person would want to know at night if it goes on."""

    what: str  # started, making, drafted, made, taken, delivered, on air, withdrawn, failed, deliver failed, none ...
    at: datetime
    slot: datetime | None = None
    target: str = ""
    note: str = ""  # one line; never a secret
    kind: str = ""
    bad: bool = False
